import LiaisonModel
import Testing

@Suite("One line")
struct OneLineTests {
  @Test(
    "A name within a sentence breaks no line, moves no cursor and reorders nothing",
    arguments: [
      ("Labour Inspectorate", "Labour Inspectorate"), ("", ""), (" a  b ", " a  b "),
      ("Labour\r\nInspectorate", "Labour Inspectorate"), ("a\tb", "a b"), ("\r=1+1", "=1+1"),
      ("a\u{1B}[2Jb\u{7F}", "a [2Jb"), ("a\u{85}b\u{2028}c", "a b c"),
      ("\u{202E}a\u{2066}b\u{2069}\u{200F}\u{FEFF}", "ab"),
      ("محکمہ\u{200C}محنت", "محکمہ\u{200C}محنت"),
      ("caf\u{E9} “x” – y", "caf\u{E9} “x” – y"),
    ])
  func line(_ text: String, _ shown: String) {
    #expect(Array(text.onOneLine.utf8) == Array(shown.utf8))
  }
}
