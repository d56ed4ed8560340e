/// A text of the input as a diagnostic may show it: the one way by which input is quoted.
///
/// Control and format characters are left out, more than 60 characters are cut, and what looks like
/// personal data, or stands in a field that holds such, is withheld.
public struct Quoted: Sendable, Hashable, CustomStringConvertible {
  /// The text in quotation marks, or the word `withheld`.
  public let description: String

  /// Quotes a text.
  ///
  /// - Parameter isSensitive: whether the field holds what is never shown, such as a phone number.
  /// - Complexity: O(bytes).
  public init(_ text: String, isSensitive: Bool = false) {
    if isSensitive || Self.withholds(text) {
      description = "(withheld)"
      return
    }
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars.prefix(256) {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: shown.append(" ")
      case .format, .surrogate, .privateUse, .unassigned: continue
      default: shown.append(scalar)
      }
    }
    let clean = String(shown)
    let cut = clean.prefix(60)
    let isCut = cut.utf8.count < clean.utf8.count || text.unicodeScalars.dropFirst(256).first != nil
    description = isCut ? "“\(cut)…”" : "“\(cut)”"
  }

  /// Whether a text looks like personal data, as a whole or in a part of a path: what stands beside
  /// a slash is no number's form.
  ///
  /// - Complexity: O(bytes).
  public static func withholds(_ text: String) -> Bool {
    if !PersonalData.kinds(in: text).isEmpty { return true }
    guard text.utf8.contains(UInt8(ascii: "/")) else { return false }
    return text.split(separator: "/").contains { !PersonalData.kinds(in: String($0)).isEmpty }
  }
}
