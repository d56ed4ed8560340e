import Testing

@testable import LiaisonReports

@Suite("Numbers and lists in words")
struct WordingTests {
  @Test(
    "Thousands are set apart",
    arguments: [
      (0, "0"), (999, "999"), (1848, "1,848"), (1_234_567, "1,234,567"), (-1200, "−1,200"),
    ])
  func numbers(value: Int, text: String) { #expect(Wording.number(value) == text) }

  @Test("Lists end with and, long ones with a count")
  func lists() {
    #expect(Wording.listed([]) == "")
    #expect(Wording.listed(["a"]) == "a")
    #expect(Wording.listed(["a", "b"]) == "a and b")
    #expect(Wording.listed(["a", "b", "c"]) == "a, b and c")
    #expect(Wording.listed(["a", "b", "c", "d"], limit: 2) == "a, b and 2 more")
  }
}
