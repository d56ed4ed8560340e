import LiaisonGraphviz
import LiaisonTestSupport
import Testing

@Suite("Fonts")
struct FontCoverageTests {
  /// Latin letters and nothing else, as fontconfig writes it.
  private let latin = FontCoverage(charsets: Array("20-7e a0-17f\n41-5a 2013 junk 9-1\n".utf8))

  @Test("Characters without a font are named with their script and the package to install")
  func missing() {
    let missing = latin.missing(in: ["محکمہ محنت", "Police – محنت", "शरण", "Ärzte\n\u{200C}"])
    #expect(missing.map(\.script) == ["Arabic", "Devanagari"])
    #expect(missing.map(\.package) == ["fonts-noto-core", "fonts-noto-core"])
    #expect(
      missing[0].characters == [
        "\u{062A}", "\u{062D}", "\u{0645}", "\u{0646}", "\u{06A9}", "\u{06C1}",
      ])
    #expect(missing[1].characters == ["ण", "र", "श"])
    #expect(
      missing[1].description
        == "3 characters of Devanagari have no installed font (U+0923, U+0930, U+0936): "
        + "install fonts-noto-core.")
  }

  @Test("Ranges join, and what is no range is passed over")
  func ranges() {
    #expect(latin == FontCoverage([0x20...0x7E, 0xA0...0x17F, 0x2013...0x2013]))
    #expect(FontCoverage([1...3, 4...5]) == FontCoverage([1...5]))
    #expect(latin.covers("z") && !latin.covers("\u{7F}"))
    #expect(!FontCoverage([]).covers("a"))
  }

  @Test(
    "Each script is told from the others",
    arguments: [
      ("א", "Hebrew"), ("ہ", "Arabic"), ("ﷺ", "Arabic"), ("ক", "Bengali"), ("ਕ", "Gurmukhi"),
      ("த", "Tamil"), ("中", "Chinese"), ("の", "Japanese"), ("한", "Hangul"), ("አ", "Ethiopic"),
      ("Ж", "Cyrillic"), ("Ω", "Greek"), ("ޖ", "Thaana"), ("😀", "emoji"), ("→", "symbols"),
      ("ဗ", "Myanmar"), ("\u{10A00}", "another script"),
    ])
  func scripts(character: String, script: String) {
    #expect(FontCoverage([]).missing(in: [character]).map(\.script) == [script])
  }

  @Test(
    "The fonts of this machine cover English, and lack what Unicode keeps for nobody",
    .enabled(if: GraphvizEngine.isAvailable))
  func installed() throws {
    let coverage = try FontCoverage.installed()
    #expect(coverage.missing(in: ["Women's Shelter – 12"]).isEmpty)
    // A letter of a script that Unicode took in after the fonts of any distribution.
    let missing = coverage.missing(in: ["\u{16D40}"])
    #expect(missing.count == 1)
    let arial = try FontCoverage.of(.arial)
    #expect(arial.covers("A"))
    #expect(try !FontCoverage.family(for: .arial).isEmpty)
  }

  @Test(
    "A character that another font lends is not missing",
    .enabled(if: GraphvizEngine.isAvailable))
  func lent() throws {
    let all = try FontCoverage.installed()
    let mono = try FontCoverage.of(.liberationMono)
    let text = ["ہ"]
    if all.missing(in: text).isEmpty, !mono.missing(in: text).isEmpty {
      #expect(all.covers("ہ"))
    }
  }
}
