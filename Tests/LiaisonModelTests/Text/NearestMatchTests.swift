import LiaisonModel
import Testing

@Suite("What an unknown word may have meant")
struct NearestMatchTests {
  private static let words = [
    "eigenvector", "betweenness", "edge_betweenness", "ei_index", "between.raw", "between.norm",
    "between.max", "between.min", "core",
  ]

  @Test(
    "a slip of the pen, a part, a beginning; never more than three, the nearest first",
    arguments: [
      ("betweeness", " Did you mean “betweenness”?"),
      ("BETWEENNESS", " Did you mean “betweenness”?"),
      // A whole part comes before a mere beginning.
      ("ei", " Did you mean “ei_index” or “eigenvector”?"),
      ("index", " Did you mean “ei_index”?"), ("vector", " Did you mean “eigenvector”?"),
      ("betwe", " Did you mean “betweenness”, “between.raw” or “between.norm”?"),
      ("between.foo", " Did you mean “between.raw”, “between.norm” or “between.max”?"),
      ("between.mix", " Did you mean “between.max”?"),
      ("xyzzy", ""), ("x.y", ""), ("", ""),
    ])
  func question(word: String, answer: String) {
    #expect(NearestMatch.question(word, among: Self.words) == answer)
  }
}
