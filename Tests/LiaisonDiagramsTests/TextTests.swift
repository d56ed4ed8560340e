import Testing

@testable import LiaisonDiagrams

@Suite("Text in figures")
struct TextTests {
  @Test("Widths are those of Arial")
  func widths() {
    // 0.667 + 0.556 em, from Arial's table.
    #expect(abs(FontMetrics.width(of: "Ab", size: 100) - 122.3) < 0.1)
    #expect(
      FontMetrics.width(of: "Ab", size: 10, bold: true) > FontMetrics.width(of: "Ab", size: 10))
    #expect(FontMetrics.width(of: "e\u{301}", size: 10) == FontMetrics.width(of: "e", size: 10))
    #expect(FontMetrics.width(of: "", size: 10) == 0)
  }

  @Test("Names are cleaned of what cannot or must not be seen")
  func cleaning() {
    #expect(LabelText.clean("Police\u{202E}ecilop\u{0}\u{8}") == "Policeecilop")
    #expect(LabelText.clean(" two\n\nlines\t") == "two lines")
    #expect(LabelText.clean("می\u{200C}خواهم") == "می\u{200C}خواهم")
    #expect(LabelText.clean(String(repeating: "x", count: 5000)).count == LabelText.limit + 1)
    let piled = "a" + String(repeating: "\u{301}", count: 500)
    #expect(LabelText.clean(piled).unicodeScalars.count == 4)
  }

  @Test("Lines are broken at 20 characters, three at most, none lost without a sign")
  func wrapping() {
    #expect(
      LabelText.wrap("Provincial Prosecution Service") == ["Provincial", "Prosecution Service"])
    #expect(LabelText.wrap("Anti-Human-Trafficking-Unit") == ["Anti-Human-", "Trafficking-Unit"])
    // A word that is longer than a line is broken with a hyphen, where its script has one.
    #expect(
      LabelText.wrap("Donaudampfschifffahrtsgesellschaft") == [
        "Donaudampfschiff-", "fahrtsgesellschaft",
      ])
    #expect(LabelText.wrap("Menschenhandelsopfern") == ["Menschenhandelsop-", "fern"])
    #expect(LabelText.wrap("日本語の長い名前", width: 5) == ["日本語の長", "い名前"])
    // What is cut is cut between words.
    #expect(
      LabelText.wrap("Provincial Commission on the Status of Women", lines: 1) == ["Provincial…"])
    #expect(
      LabelText.wrap("Department of Social Welfare", width: 25, lines: 1)
        == ["Department of Social…"])
    let long = LabelText.wrap(String(repeating: "word ", count: 40))
    #expect(long.count == 3)
    #expect(long.last?.hasSuffix("…") == true)
    #expect(LabelText.wrap("") == [])
    #expect(
      LabelText.balanced("Department of Social Welfare") == ["Department of", "Social Welfare"])
  }

  @Test("A word widens its box up to 26 characters rather than that it is broken")
  func longWords() {
    func lines(_ name: String) -> [String] {
      let node = Scene.Node(id: "n", name: name, style: SectorGroup.other.style)
      return NodeLabel(node, size: 11, wrap: 16, local: false).lines.map(\.text)
    }
    #expect(lines("Antidiskriminierungsstelle") == ["Antidiskriminierungsstelle"])
    #expect(
      lines("Flüchtlingsorganisationsrat im Tal").first?.hasSuffix("-") == true,
      "27 characters are broken")
    #expect(lines("Médecins/Infirmières") == ["Médecins/", "Infirmières"])
  }

  @Test("A room in points is never exceeded")
  func fitting() {
    for text in ["Provincial Police", String(repeating: "W", count: 100), "انسداد اسمگلنگ"] {
      for line in LabelText.fitted(text, size: 10, room: 60, lines: 2) {
        #expect(FontMetrics.width(of: line, size: 10) <= 60)
      }
    }
  }

  @Test("The first strong letter decides the direction")
  func direction() {
    #expect(TextDirection.isRightToLeft("دارالامان — Women's Shelter"))
    #expect(TextDirection.isRightToLeft("12 کیس"))
    #expect(!TextDirection.isRightToLeft("Dar-ul-Aman دارالامان"))
    #expect(!TextDirection.isRightToLeft("123"))
    #expect(TextDirection.isRightToLeft("(שלום)"))
    #expect(TextDirection.hasArabic("a ہ"))
  }

  @Test("A line of parts runs from left to right, and each part keeps its place")
  func lines() {
    #expect(TextDirection.leftToRight("Police, 3") == "Police, 3")
    #expect(TextDirection.leftToRight("پولیس, 3") == "\u{200E}پولیس, 3")
    #expect(!TextDirection.isRightToLeft("\u{200E}پولیس"))
    #expect(TextDirection.closed("Source: پولیس") == "Source: پولیس\u{200E}")
    #expect(FontMetrics.width(of: "\u{200E}", size: 10) == 0)
    var scene = Scene(view: "v", arrangement: .stages, title: "")
    scene.parts = ["صوبہ\u{202E}", "", "45 organizations"]
    #expect(scene.subtitle == "\u{200E}صوبہ\u{200E} · 45 organizations")
    scene.sources = ["As of 2025", "Source: محکمہ", "صوبہ"]
    #expect(scene.sourceNote == "As of 2025 · Source: محکمہ\u{200E} · صوبہ\u{200E}")
  }

  @Test("Numbers and text are what XML may hold")
  func svgText() {
    #expect(SVGText.number(-0.004) == "0")
    #expect(SVGText.number(12.30) == "12.3")
    #expect(SVGText.number(-1.05) == "-1.05")
    #expect(SVGText.number(.nan) == "0")
    #expect(SVGText.number(1e300) == "0")
    #expect(SVGText.escaped("<a b=\"c\">&\u{0}\u{FFFE}") == "&lt;a b=&quot;c&quot;&gt;&amp;")
  }
}
