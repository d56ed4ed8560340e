/// Text as it is to be read: not Graphviz escapes, not HTML, not entities.
///
/// `C:\New` prints as `C:\New` and `&amp;` as `&amp;`. Lines end with `\n`. Control characters and
/// the bidirectional controls that reorder what follows are left out, and the writer says how many;
/// the joiners that Urdu and Persian need stay.
public struct DOTLabel: Sendable, Hashable, ExpressibleByStringInterpolation {
  /// Where the lines of a label stand.
  public enum Alignment: String, Sendable, Hashable, CaseIterable {
    case center, left, right
  }

  /// The text.
  public var text: String
  public var bold: Bool
  public var italic: Bool
  public var alignment: Alignment

  /// Creates a label.
  public init(
    _ text: String, bold: Bool = false, italic: Bool = false, alignment: Alignment = .center
  ) {
    self.text = text
    self.bold = bold
    self.italic = italic
    self.alignment = alignment
  }

  /// Creates a plain, centred label.
  public init(stringLiteral value: String) { self.init(value) }

  /// No text at all.
  public static let empty = DOTLabel("")
}
