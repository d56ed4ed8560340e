/// A dotted code of the vocabulary: `gov.labour_inspection`, `shelter.emergency`, `adult.male`.
///
/// A code covers itself and everything below it: `gov` covers `gov.health`, and `any` covers all.
/// Codes are compared and ordered as UTF-8 bytes.
public struct Code: Hashable, Comparable, Sendable, ExpressibleByStringLiteral,
  CustomStringConvertible
{
  /// The code as written.
  public var text: String

  /// A code of that text.
  public init(_ text: String) { self.text = text }
  /// A code of a literal.
  public init(stringLiteral text: String) { self.text = text }

  /// The code that covers every code.
  public static let any: Code = "any"

  /// Whether this code is `other` or stands above it.
  public func covers(_ other: Code) -> Bool {
    if text == "any" || text == other.text { return true }
    let mine = text.utf8
    let theirs = other.text.utf8
    guard theirs.count > mine.count, theirs.starts(with: mine) else { return false }
    return theirs[theirs.index(theirs.startIndex, offsetBy: mine.count)] == UInt8(ascii: ".")
  }

  /// The code as written.
  public var description: String { text }

  /// Order of UTF-8 bytes.
  public static func < (left: Code, right: Code) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }
}
