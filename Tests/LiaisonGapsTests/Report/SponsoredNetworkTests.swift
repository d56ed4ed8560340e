import Foundation
import LiaisonFiles
import LiaisonGaps
import LiaisonModel
import LiaisonTestSupport
import Testing

/// Made-up networks of the shape of real ones of emergency management: organizations with their sponsorship, ties
/// with how often two spoke, no boundary.
@Suite("Networks of sponsored organizations, made up")
struct SponsoredNetworkTests {
  static let sponsors = ["State", "County", "City", "Federal", "Private"]

  /// Writes the tables of a network.
  static func write(_ seed: UInt64, organizations: Int, ties: Int, to path: String) throws {
    var random = SeededRandom(seed: seed)
    var nodes = ["\"id\",\"Location\",\"Sponsorship\""]
    for index in 0..<organizations {
      nodes.append("\"Agency.\(index)\",\"L\",\"\(sponsors[random.below(sponsors.count)])\"")
    }
    var edges = ["\"source\",\"target\",\"Frequency\""]
    var known: Set<[Int]> = []
    while known.count < ties {
      let (from, to) = (random.below(organizations), random.below(organizations))
      if from != to, known.insert([from, to]).inserted {
        edges.append("\"Agency.\(from)\",\"Agency.\(to)\",\"\(1 + random.below(4))\"")
      }
    }
    try Data((nodes.joined(separator: "\n") + "\n").utf8).write(
      to: URL(filePath: path + ".nodes.csv"))
    try Data((edges.joined(separator: "\n") + "\n").utf8).write(
      to: URL(filePath: path + ".edges.csv"))
  }

  @Test(
    "Every analysis takes them; without a boundary they give questions, not findings",
    arguments: [(14, 83), (12, 11), (30, 34), (40, 400)])
  func analyses(_ organizations: Int, _ ties: Int) throws {
    let folder = try TemporaryFolder()
    let path = folder.url.appending(path: "made-up").path
    try Self.write(UInt64(ties), organizations: organizations, ties: ties, to: path)
    let network = try RealNetworkTests.expectQuestions(path)
    #expect(network.organizations.count == organizations)
    #expect(
      Set(network.organizations.compactMap(\.sector)).isSubset(
        of: Set(Self.sponsors.map { Code($0.lowercased()) })))
    let report = try GapAnalysis.run(
      network, against: Written.standard(RealNetworkTests.everything), asOf: Written.date)
    // No feedback, agreement or plan is stated: what is asked is who works with whom and who holds it together.
    #expect(
      Set(report.questions.map(\.rule)).isSubset(of: [
        "ours/h", "ours/i", "ours/o", "ours/p", "ours/q", "ours/s", "ours/u", "ours/v",
      ]), "\(Set(report.questions.map(\.rule)))")
    #expect(!report.questions.isEmpty)
  }
}
