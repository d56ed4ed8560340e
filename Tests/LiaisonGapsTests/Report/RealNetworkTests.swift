import Foundation
import LiaisonCatalog
import LiaisonFiles
import LiaisonGaps
import LiaisonModel
import Testing

/// Where the networks of others lie on the machine that has them; they are not ours to ship.
private let networksOfOthers = "/work/shared/fixtures/networks"

@Suite(
  "Real networks",
  .enabled(
    if: FileManager.default.fileExists(atPath: networksOfOthers),
    "the networks of others are not on this machine"))
struct RealNetworkTests {
  static let everything = """
    - {id: a, kind: presence, sectors: [gov.law_enforcement], severity: info, citation: ours}
    - {id: b, kind: coverage, services: [shelter.emergency], severity: info, citation: ours}
    - {id: c, kind: pathway, services: [shelter.emergency], severity: info, citation: ours}
    - {id: d, kind: redundancy, services: [shelter.emergency], severity: info, citation: ours}
    - {id: e, kind: feedback, severity: info, min: 0.5, citation: ours}
    - {id: f, kind: dependence, services: [shelter.emergency], severity: info, citation: ours}
    - {id: g, kind: disjoint, services: [shelter.emergency], severity: info, citation: ours}
    - {id: h, kind: cohesion, min: 1, severity: info, citation: ours}
    - {id: i, kind: brokerage, sectors: [state, county, city, federal, private], severity: info, citation: ours}
    - {id: j, kind: loop, services: [shelter.emergency], severity: info, citation: ours}
    - {id: k, kind: dead_end, severity: info, citation: ours}
    - {id: l, kind: duplication, services: [shelter.emergency], severity: info, citation: ours}
    - {id: m, kind: unconditional, services: [shelter.emergency], without: [state], severity: info, citation: ours}
    - {id: n, kind: capacity, services: [shelter.emergency], severity: info, citation: ours}
    - {id: o, kind: connection, layer: cooperation, severity: info, citation: ours}
    - {id: p, kind: cooperation, expect: required, pairs: {county: [state, city], federal: [private, federal]}, severity: info, citation: ours}
    - {id: q, kind: cooperation, expect: required, families: [referral], pairs: {private: [federal, city]}, severity: info, citation: ours}
    - {id: r, kind: cooperation, expect: neutral, pairs: {city: [private]}, severity: info, citation: ours}
    - {id: s, kind: cooperation, expect: vertical, sectors: [state, county, city, federal], severity: info, citation: ours}
    - {id: t, kind: cooperation, expect: prohibited, from: [state], to: [private], kinds: [shares_information_with], content: [case], severity: info, citation: ours}
    - {id: u, kind: handover, severity: info, citation: ours}
    - {id: v, kind: membership, ask: organization, severity: info, citation: ours}
    - {id: w, kind: plan, severity: info, citation: ours}
    - {id: x, kind: agreement, ask: [expired, parties, expiring, idle], severity: info, citation: ours}
    """

  @Test("No kind of expectation is left out")
  func kinds() throws {
    let asked = Set(try Written.standard(Self.everything).expectations.map(\.kind))
    #expect(asked == Set(ExpectationKinds.shipped.map(\.page.id)))
  }

  @Test(
    "Every analysis takes them; without a boundary they give questions, not findings",
    arguments: [
      "network_emon__Cheyenne", "network_emon__MtSi", "networkdata_karate",
      "networkdata_ht_advice", "networkdata_southern_women",
    ])
  func analyses(_ name: String) throws {
    let path = "\(networksOfOthers)/\(name)"
    let plain = try NetworkReader.read(
      path: "\(path).edges.csv", nodes: "\(path).nodes.csv")
    var document = plain.nativized(isDirected: true)
    let sponsors = try Self.sponsors("\(path).nodes.csv")
    for (index, sponsor) in sponsors.enumerated()
    where document.organizations.indices.contains(index) && !sponsor.isEmpty {
      document.organizations[index].sector = .of(Code(sponsor.lowercased()))
    }
    let network = try Written.resolve(document)
    #expect(!network.relations.isEmpty)
    let standards =
      try ["four-pillars", "partnership"].map { try #require(ShippedData.standard($0)) }
      + [Written.standard(Self.everything)]
    for standard in standards {
      let report = try GapAnalysis.run(
        network, against: standard, asOf: Written.date,
        options: GapAnalysis.Options(testsSurvival: true))
      #expect(report.findings.isEmpty, "\(standard.id): \(report.findings.map(\.sentence))")
      // They have neither areas nor services: what asks for these says that it was not judged.
      #expect(!report.scope.notJudged.isEmpty)
      #expect(GapBriefing(report).text().contains("The network states no boundary"))
      #expect(ClosureRanking(report).rows.isEmpty)
    }
    // Whoever alone holds a network together is asked about; in Cheyenne and among the managers nobody
    // does.
    let report = try GapAnalysis.run(
      network, against: Written.standard(Self.everything), asOf: Written.date)
    if ["network_emon__MtSi", "networkdata_karate"].contains(name) {
      #expect(report.questions.contains { $0.rule == "ours/h" || $0.rule == "ours/i" })
    }
    let chosen = Convenors(network, on: Written.date, size: 2)
    #expect(chosen.sentences(network).count == 2)
  }

  /// The column `Sponsorship` of a table of nodes; nothing where it has none.
  static func sponsors(_ path: String) throws -> [String] {
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    func cells(_ line: Substring) -> [String] {
      line.split(separator: ",", omittingEmptySubsequences: false).map {
        $0.replacing("\"", with: "").trimmingCharacters(in: .whitespacesAndNewlines)
      }
    }
    guard let header = lines.first,
      let column = cells(header).firstIndex(of: "Sponsorship")
    else { return [] }
    return lines.dropFirst().map { cells($0)[column] }
  }
}
