extension Finding {
  /// An element that a finding speaks of: its kind and its id, as an agreement and an organization may
  /// have the same.
  public struct Subject: Hashable, Sendable {
    /// What kind of element it is.
    public enum Kind: String, Sendable, CaseIterable {
      case organization, service, relation, agreement, activity, body
      /// One whose kind is not told: what a file names, before it is resolved.
      case element
    }

    /// The kind.
    public var kind: Kind
    /// The id: of a service after its organization's and a slash, of a relation its key.
    public var id: String

    /// Creates a subject.
    public init(_ kind: Kind, _ id: String) {
      self.kind = kind
      self.id = id
    }

    /// The id of the organization that it is, or that it is a service of; nil for all else.
    public var organization: String? {
      switch kind {
      case .organization: id
      case .service: id.split(separator: "/").first.map(String.init)
      case .relation, .agreement, .activity, .body, .element: nil
      }
    }
  }
}

extension [Finding.Subject] {
  /// Organizations, by id.
  public static func organizations(_ ids: [String]) -> Self { of(.organization, ids) }
  /// Relations, by key.
  public static func relations(_ keys: [String]) -> Self { of(.relation, keys) }
  /// Services, each by its organization's id, a slash and its own.
  public static func services(_ ids: [String]) -> Self { of(.service, ids) }
  /// Elements whose kind is not told, by what a file calls them.
  public static func elements(_ ids: [String]) -> Self { of(.element, ids) }

  private static func of(_ kind: Finding.Subject.Kind, _ ids: [String]) -> Self {
    ids.map { Finding.Subject(kind, $0) }
  }
}
