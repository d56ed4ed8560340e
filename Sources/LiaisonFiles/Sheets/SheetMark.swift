import LiaisonModel

/// What a cell of a who-refers-to-whom matrix, or a column of a list, says.
enum SheetMark: Equatable {
  /// There is a relation.
  case yes
  /// There is none, or nothing is written.
  case none
  /// It was asked and is not known.
  case unknown
  /// It does not apply, or was not available: nothing is said either way.
  case notApplicable
  /// A number, which may say how strong.
  case number(Double)

  /// Reads a cell; nil where it is no mark.
  ///
  /// - Parameter hasDecimalComma: whether the sheet writes 1,5, as one does whose cells end at `;`.
  ///   Then 1.500 may be the one or the other number, and is neither.
  init?(_ cell: String, hasDecimalComma: Bool = false) {
    let text = ListCell.trimmed(cell).lowercased()
    if Self.noes.contains(text) {
      self = .none
    } else if Self.yeses.contains(text) {
      self = .yes
    } else if Self.unknowns.contains(text) {
      self = .unknown
    } else if Self.notApplicables.contains(text) {
      self = .notApplicable
    } else if let number = Self.number(text, hasDecimalComma), number >= 0 {
      self = number == 0 ? .none : .number(number)
    } else {
      return nil
    }
  }

  private static func number(_ text: String, _ hasDecimalComma: Bool) -> Double? {
    guard hasDecimalComma else { return DecimalNumber.double(text) }
    let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let isGrouped = parts.count > 1 && parts.dropFirst().allSatisfy { $0.count == 3 }
    if isGrouped, !text.hasPrefix("0.") { return nil }
    let commas = text.utf8.count { $0 == UInt8(ascii: ",") }
    guard commas == 1, parts.count == 1 else { return DecimalNumber.double(text) }
    return DecimalNumber.double(
      String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == "," ? "." : $0 })))
  }

  /// What it says of the relation; nil where it names none.
  var answer: Answer? {
    switch self {
    case .yes, .number: .yes
    case .unknown: .unknown
    case .none, .notApplicable: nil
    }
  }

  private static let notApplicables: Set<String> = [
    "n/a", "na", "n.a.", "n.a", "n/k", "not applicable", "not available", "#n/a",
  ]
  private static let yeses: Set<String> = [
    "x", "xx", "✓", "✔", "✔️", "☑", "•", "●", "yes", "y", "true", "oui", "si", "sí", "ja", "ہاں",
    "جی ہاں", "نعم", "بله",
  ]
  private static let noes: Set<String> = [
    "", "-", "–", "—", "0", "no", "n", "none", "false", "non", "nein", "نہیں", "لا",
    "خیر", ".",
  ]
  private static let unknowns: Set<String> = [
    "?", "??", "؟", "unknown", "don't know", "dont know", "dk", "not known", "tbc", "معلوم نہیں",
  ]
}
