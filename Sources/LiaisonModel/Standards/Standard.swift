/// What a network is compared with: a list of expectations with their citations.
public struct Standard: Sendable, Equatable {
  /// A standard that another builds on, by its names alone.
  public struct Base: Sendable, Equatable {
    /// Its id.
    public var id: String
    /// Its title.
    public var title: String

    /// Names a base.
    public init(id: String, title: String) {
      self.id = id
      self.title = title
    }
  }

  /// The id: `four-pillars`.
  public var id: String
  /// The title.
  public var title: String
  /// The guidance that it puts into expectations.
  public var source: String
  /// The service types that it asks for, where it names any (SEMANTICS §2).
  public var services: [Code]
  /// The expectations: those of the base in its order, then its own in file order.
  public var expectations: [Expectation]
  /// The standards that it builds on, the nearest first.
  public var bases: [Base]

  /// Creates a standard.
  public init(
    id: String, title: String, source: String, services: [Code] = [],
    expectations: [Expectation], bases: [Base] = []
  ) {
    self.id = id
    self.title = title
    self.source = source
    self.services = services
    self.expectations = expectations
    self.bases = bases
  }
}

/// One expectation of a standard. Its kind decodes its parameters, so that foreign kinds are
/// possible.
public struct Expectation: Sendable, Equatable {
  /// The id, unique in its standard.
  public var id: String
  /// The kind: `presence`, `coverage`, `pathway`, …
  public var kind: String
  /// How much a finding matters.
  public var severity: Severity
  /// The citation it rests on.
  public var citation: String
  /// The sentence template, where the standard has its own.
  public var sentence: String?
  /// The other keys, undecoded.
  public var parameters: [SourceNode.Member]
  /// Where it stands.
  public var origin: Origin

  /// Creates an expectation.
  public init(
    id: String, kind: String, severity: Severity, citation: String, sentence: String? = nil,
    parameters: [SourceNode.Member] = [], origin: Origin = Origin()
  ) {
    self.id = id
    self.kind = kind
    self.severity = severity
    self.citation = citation
    self.sentence = sentence
    self.parameters = parameters
    self.origin = origin
  }
}
