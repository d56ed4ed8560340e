/// A name in one language: the key `name_ur` gives the tag `ur`.
public struct LocalName: Hashable, Sendable {
  /// A BCP 47 language tag, as written.
  public var tag: String
  /// The name.
  public var text: String

  /// Creates a name.
  public init(tag: String, text: String) {
    self.tag = tag
    self.text = text
  }
}
