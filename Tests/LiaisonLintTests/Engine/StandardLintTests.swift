import LiaisonFiles
import LiaisonLint
import LiaisonModel
import Testing

@Suite("Linting a standard")
struct StandardLintTests {
  private func lint(_ text: String) -> [String] {
    let read = StandardReader.decode(Array(text.utf8), path: "mine.yaml")
    #expect(read.standard == nil || read.problems.isEmpty)
    return LintEngine().lint(read, kinds: RuleExampleTests.kinds, vocabulary: .shipped)
      .map { "\($0.rule) \($0.sentence)" }
  }

  @Test(
    "One slip hides no other: a key at the top, an id that stands twice, keys and values of kinds")
  func allAtOnce() {
    let told = lint(
      """
      liaison_standard: 1
      id: mine
      title: Mine
      sourse: me
      expectations:
        - {id: a, kind: coverage, services: [shelter.emergency], min: -3, severity: error, citation: law}
        - {id: b, kind: coverage, services: [], severity: error, citation: law}
        - {id: b, kind: presence, sectors: [media], sentenc: "No {sector}.", severity: info, citation: law}
        - {id: c, kind: presence, sectors: [media], severity: info, citation: "  "}
        - {id: d, kind: presence, sectors: [madia], severity: info, citation: law}
      """)
    for part in [
      "`sourse`", "STD003 Two expectations have the id `b`.",
      "STD007 Expectation `a` of standard `mine`: `min` must be a number from 0",
      "STD007 Expectation `b` of standard `mine`: `services` is an empty list.",
      "STD007 Expectation `b` of standard `mine`: the key `sentenc` is not one of the kind",
      "STD002 Expectation `c` has no `citation`.", "STD008",
    ] {
      #expect(told.contains { $0.contains(part) }, "\(part): \(told)")
    }
    #expect(told.count == 7, "\(told)")
  }

  @Test("An inherited expectation may not lose its citation to white space")
  func blankOverride() {
    #expect(
      lint(
        """
        liaison_standard: 1
        id: mine
        title: Mine
        extends: four-pillars
        override: [{id: feedback, citation: " "}]
        """) == ["STD002 Expectation `feedback` has no `citation`."])
  }

  @Test("A sentence holds placeholders of its kind only; `gaps` refuses others too")
  func placeholders() {
    func told(_ kind: String, _ sentence: String) -> [String] {
      lint(
        """
        liaison_standard: 1
        id: mine
        title: Mine
        expectations:
          - {id: a, severity: info, citation: law, sentence: "\(sentence)", \(kind)}
        """)
    }
    let presence = "kind: presence, sectors: [media]"
    #expect(told(presence, "No {sector} in {area}.").isEmpty)
    #expect(
      told(presence, "No {sector} for {foo}.") == [
        "STD007 Expectation `a` of standard `mine`: its `sentence` has {foo}, which the kind `presence` does "
          + "not fill; it fills {area}, {areas}, {sector}, {sectors}."
      ])
    let cell = "kind: cooperation, from: [media], to: [gov.health]"
    #expect(told(cell + ", expect: desirable", "No {tie} {pair}, {asked}.").isEmpty)
    #expect(
      told(cell + ", expect: prohibited, content: [case]", "{tie}").first?.contains(
        "it fills {content}, {from}, {to}.") == true)
  }
}
