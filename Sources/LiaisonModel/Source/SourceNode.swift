/// A tree of values with places: what every reader yields and every writer takes.
///
/// Order and doubled keys are kept; every scalar is text. Equality ignores places and quoting.
public struct SourceNode: Sendable, Equatable {
  /// One entry of a map.
  public struct Member: Sendable, Equatable {
    /// The key.
    public var key: String
    /// Where the key stands.
    public var keyPlace: Place
    /// The value.
    public var node: SourceNode

    /// Creates an entry.
    public init(key: String, keyPlace: Place = .none, node: SourceNode) {
      self.key = key
      self.keyPlace = keyPlace
      self.node = node
    }

    /// Equal keys and equal values, wherever they stand.
    public static func == (left: Member, right: Member) -> Bool {
      left.key.utf8.elementsEqual(right.key.utf8) && left.node == right.node
    }
  }

  /// What a node holds.
  public enum Content: Sendable, Equatable {
    /// Nothing was written: `key:`, `~` or `null`.
    case null
    /// Text, and whether it stood in quotes (so that `"null"` is text).
    case scalar(String, quoted: Bool)
    /// A list.
    case list([SourceNode])
    /// A map, in file order, doubled keys included.
    case map([Member])

    /// Equal content; quoting does not count.
    public static func == (left: Content, right: Content) -> Bool {
      switch (left, right) {
      case (.null, .null): true
      case (.scalar(let a, _), .scalar(let b, _)): a.utf8.elementsEqual(b.utf8)
      case (.list(let a), .list(let b)): a == b
      case (.map(let a), .map(let b)): a == b
      default: false
      }
    }
  }

  /// What the node holds.
  public var content: Content
  /// Where it stands.
  public var place: Place

  /// Creates a node.
  public init(_ content: Content, place: Place = .none) {
    self.content = content
    self.place = place
  }

  /// A scalar made by code.
  public static func text(_ text: String) -> SourceNode {
    SourceNode(.scalar(text, quoted: false))
  }

  /// Equal content; places do not count.
  public static func == (left: SourceNode, right: SourceNode) -> Bool {
    left.content == right.content
  }

  /// The text of a scalar; nil for null, lists and maps.
  public var scalar: String? {
    if case .scalar(let text, _) = content { return text }
    return nil
  }

  /// The members of a map; nil otherwise.
  public var members: [Member]? {
    if case .map(let members) = content { return members }
    return nil
  }

  /// The elements of a list; nil otherwise.
  public var elements: [SourceNode]? {
    if case .list(let nodes) = content { return nodes }
    return nil
  }
}
