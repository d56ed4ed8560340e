/// A name in one language: the key `name_ur` gives the tag `ur`.
public struct LocalName: Hashable, Sendable {
  /// A BCP 47 language tag, as written.
  public var tag: String
  /// The name.
  public var text: String
  /// Where it stands.
  public var origin: Origin

  /// Creates a name.
  public init(tag: String, text: String, origin: Origin = Origin()) {
    self.tag = tag
    self.text = text
    self.origin = origin
  }
}
