/// The `'` in front of text that a spreadsheet would take for a formula.
///
/// Marked is text that begins, after spaces, line feeds and `'`, with `=`, `+`, `-`, `@`, a tab, a
/// carriage return or one of their full-width forms. As text that already begins with such a mark is
/// marked again, taking one mark away gives exactly the text back.
public enum FormulaMark {
  /// The text as it is exported: with a mark if it needs one.
  public static func marked(_ text: String) -> String { isFormula(text.utf8) ? "'" + text : text }

  /// The text as it was before `marked`.
  public static func unmarked(_ text: String) -> String {
    guard text.utf8.first == 0x27, isFormula(text.utf8.dropFirst()) else { return text }
    return String(text.unicodeScalars.dropFirst())
  }

  /// Whether text needs a mark.
  static func isFormula(_ text: some Sequence<UInt8>) -> Bool {
    var iterator = text.makeIterator()
    var next = iterator.next()
    while next == 0x27 { next = iterator.next() }
    while true {
      switch next {
      case 0x20, 0x0A: next = iterator.next()
      case 0xC2:
        guard iterator.next() == 0xA0 else { return false }
        next = iterator.next()
      case 0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D: return true
      case 0xEF:
        guard iterator.next() == 0xBC, let last = iterator.next() else { return false }
        return last == 0x9D || last == 0x8B || last == 0x8D || last == 0xA0
      case 0xE3:
        guard iterator.next() == 0x80, iterator.next() == 0x80 else { return false }
        next = iterator.next()
      default: return false
      }
    }
  }
}
