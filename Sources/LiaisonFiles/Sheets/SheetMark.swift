import LiaisonModel

/// What a cell of a who-refers-to-whom matrix says.
enum SheetMark: Equatable {
  /// There is a relation.
  case yes
  /// There is none, or nothing is written.
  case none
  /// It was asked and is not known.
  case unknown
  /// A number, which may say how strong.
  case number(Double)

  /// Reads a cell; nil where it is no mark.
  init?(_ cell: String) {
    let text = ListCell.trimmed(cell).lowercased()
    if Self.noes.contains(text) {
      self = .none
    } else if Self.yeses.contains(text) {
      self = .yes
    } else if Self.unknowns.contains(text) {
      self = .unknown
    } else if let number = DecimalNumber.double(text), number >= 0 {
      self = number == 0 ? .none : .number(number)
    } else {
      return nil
    }
  }

  private static let yeses: Set<String> = [
    "x", "xx", "✓", "✔", "✔️", "☑", "•", "●", "yes", "y", "true", "oui", "si", "sí", "ja", "ہاں",
    "جی ہاں", "نعم",
  ]
  private static let noes: Set<String> = [
    "", "-", "–", "—", "0", "no", "n", "none", "false", "n/a", "na", "non", "nein", "نہیں", "لا",
    ".",
  ]
  private static let unknowns: Set<String> = [
    "?", "??", "unknown", "don't know", "dont know", "dk", "not known", "tbc", "معلوم نہیں",
  ]
}
