import LiaisonModel
import Testing

@testable import LiaisonGaps

@Suite("Words of sentences")
struct WordingTests {
  @Test(
    "A name takes its article where the word at its head is that of an institution",
    arguments: [
      ("Labour Inspectorate", "the Labour Inspectorate"),
      ("Provincial Police", "Provincial Police"),
      ("Men's Refuge", "the Men's Refuge"), ("Police Station North", "Police Station North"),
      ("University of Samundar", "the University of Samundar"), ("Khair Relief", "Khair Relief"),
      ("Coast and Border Guard", "the Coast and Border Guard"),
      ("Payment of Wages Authority", "the Payment of Wages Authority"),
      (
        "National Commission on the Rights of Children",
        "the National Commission on the Rights of Children"
      ), ("Government of Canada", "the Government of Canada"),
      ("The Samaritans' Home", "The Samaritans' Home"), ("", ""), ("of", "of"),
    ])
  func definite(_ name: String, _ expected: String) {
    #expect(Wording.definite(name) == expected)
  }

  @Test("Lists, numbers and counts")
  func lists() {
    #expect(Wording.list([]) == "")
    #expect(Wording.list(["a"]) == "a")
    #expect(Wording.list(["a", "b"], "or") == "a or b")
    #expect(Wording.list(["a", "b", "c"]) == "a, b and c")
    #expect(Wording.list(["a", "b", "c", "d"], atMost: 3) == "a, b, c and d")
    #expect(Wording.list(["a", "b", "c", "d", "e"], atMost: 3) == "a, b, c and two others")
    #expect(Wording.count(1, "other finding") == "one other finding")
    #expect(Wording.count(11, "need") == "11 needs")
    #expect(Wording.grouped(1848) == "1,848")
    #expect(Wording.grouped(1_000_000) == "1,000,000")
    #expect(Wording.indefinite("employers' association") == "an employers' association")
    #expect(Wording.indefinite("university") == "a university")
  }

  @Test("Findings are counted in the planner's words, the gravest first")
  func severities() {
    func finding(_ severity: Severity) -> Finding {
      Finding(rule: "r", severity: severity, key: [], sentence: "s")
    }
    #expect(Wording.severities([]) == "")
    #expect(
      Wording.severities([.info, .error, .info, .warning].map(finding))
        == "one urgent, one important and two notes")
    #expect(Wording.severities([finding(.info)]) == "one note")
  }

  @Test("A placeholder of a name brings its own article, and an empty one its space")
  func template() {
    let template = SentenceTemplate(text: "The {a} and the {b} in {x}: {c}. {d}")
    #expect(
      template.filled(
        ["a": "Labour Inspectorate", "b": "Provincial Police", "c": "done", "d": ""],
        names: ["a", "b"]) == "The Labour Inspectorate and Provincial Police in {x}: done.")
    #expect(SentenceTemplate(text: "open {brace").filled([:]) == "open {brace")
  }
}
