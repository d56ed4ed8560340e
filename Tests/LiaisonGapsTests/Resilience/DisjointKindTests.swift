import LiaisonModel
import Testing

@testable import LiaisonGaps

@Suite("disjoint: ways that share nobody")
struct DisjointKindTests {
  @Test("The least cut is that of trying every set of organizations", arguments: 0..<80)
  func bruteForce(_ seed: Int) throws {
    let made = RandomNetwork(seed: UInt64(seed), organizations: 7, relations: 12)
    guard let network = made.network else { return }
    let table = PathwayTable(network, services: RandomNetwork.services, on: Written.date)
    let heads = network.organizations.indices.filter { network.organizations[$0].parent == nil }
    let sets =
      [[Int]]([[]]) + heads.map { [$0] }
      + heads.flatMap { one in heads.filter { $0 > one }.map { [one, $0] } }
    let trial = ClosureTrial(table) { _, _, _ in true }
    let lost = trial.result(sets.map { Closure(closing: $0, in: network) }, naming: true).lost
    for area in table.needs.areas.indices {
      let local = LocalReferrals(table, area: area)
      for service in table.needs.services.indices {
        let ends = local.ends(ofService: service, table)
        for profile in 0..<table.needs.profileCount {
          let cut = LeastCut(table: table, local: local, ends: ends, profile: profile)
          guard cut.hasWay else { continue }
          let cell = PathwayTable.Cell(entry: 0, service: service, area: area, profile: profile)
          let least = sets.indices.filter { lost[$0].contains(cell) }.map { sets[$0].count }.min()
          let found = cut.families(atMost: 2)
          #expect(found?.count == least, "seed \(seed), \(cell)")
          if let found {
            #expect(lost[try #require(sets.firstIndex(of: found))].contains(cell))
          }
        }
      }
    }
  }

  @Test(
    "By hand: two of three entry points share the police, so that two organizations cut all ways")
  func byHand() throws {
    let yaml = """
      liaison: 1
      title: Three ways
      as_of: 2025-06-30
      boundary: {rule: all}
      assume: {cases: any, groups: any}
      areas: [{id: north, name: North District}]
      organizations:
        - {id: e1, name: Labour Office, areas: [north], entry_point: true}
        - {id: e2, name: Port Desk, areas: [north], entry_point: true}
        - {id: e3, name: Coast Helpline, areas: [north], entry_point: true}
        - {id: police, name: Provincial Police, areas: [north]}
        - {id: union, name: Dockers' Union, areas: [north]}
        - {id: r1, name: First Refuge, areas: [north], services: [{id: s, type: shelter.emergency}]}
        - {id: r2, name: Second Refuge, areas: [north], services: [{id: s, type: shelter.emergency}]}
        - {id: r3, name: Third Refuge, areas: [north], services: [{id: s, type: shelter.emergency}]}
      relations:
        - {from: e1, to: police, kind: refers_to}
        - {from: e2, to: police, kind: refers_to}
        - {from: e3, to: union, kind: refers_to}
        - {from: police, to: r1, kind: refers_to}
        - {from: police, to: r2, kind: refers_to}
        - {from: union, to: r3, kind: refers_to}
      """
    func report(_ minimum: Int) throws -> GapReport {
      try Written.report(
        yaml,
        "- {id: ways, kind: disjoint, services: [shelter.emergency], min: \(minimum), severity: info, citation: ours}"
      )
    }
    #expect(try report(2).findings.isEmpty)
    let three = try report(3)
    let finding = try #require(three.findings.first)
    #expect(three.findings.count == 1)
    #expect(finding.value == 2)
    #expect(
      finding.sentence.hasPrefix(
        "Every recorded way to emergency shelter for anyone in North District passes through "))
    #expect(finding.subjects.count == 2)
    #expect(three.scorecard.contains { $0.id == "disjoint/ways" && $0.count == 0 && $0.total == 6 })
    // Who is met without those two and stayed silent may know of a third way.
    let silent = try Written.report(
      yaml.replacing("name: Labour Office,", with: "name: Labour Office, answered: no,"),
      "- {id: ways, kind: disjoint, services: [shelter.emergency], min: 3, severity: info, citation: ours}"
    )
    #expect(silent.findings.isEmpty)
    let question = try #require(silent.questions.first { $0.rule == "ours/ways" })
    #expect(question.key == finding.key + ["silent"])
    #expect(question.sentence.hasSuffix("The Labour Office was asked and did not answer."))
    #expect(silent.scorecard.contains { $0.id == "disjoint/ways" && $0.upper == 6 })
  }

  @Test("Of two as narrow places the first by id is named, whatever the order of the lines")
  func order() throws {
    let head = """
      liaison: 1
      title: Two narrow places
      boundary: {rule: all}
      assume: {areas: any, groups: any, cases: any}
      areas: [{id: east, name: East District}]
      organizations:

      """
    let places = [
      "  - {id: zoo-desk, name: Zoo Desk}", "  - {id: bay-desk, name: Bay Desk}",
      "  - {id: a, name: Alpha Desk, entry_point: true}",
      "  - {id: b, name: Beta Desk, entry_point: true}",
      "  - {id: x, name: First House, services: [{id: s, type: shelter.emergency}]}",
      "  - {id: y, name: Second House, services: [{id: s, type: shelter.emergency}]}",
    ]
    let ways = [
      ("a", "zoo-desk"), ("b", "zoo-desk"), ("zoo-desk", "bay-desk"), ("bay-desk", "x"),
      ("bay-desk", "y"),
    ]
    .map { "  - {from: \($0.0), to: \($0.1), kind: refers_to}" }
    for lines in [places, places.reversed()] {
      let report = try Written.report(
        head + (lines + ["relations:"] + ways).joined(separator: "\n"),
        "- {id: d, kind: disjoint, services: [shelter.emergency], severity: warning, citation: ours}"
      )
      #expect(report.findings.map(\.key) == [["bay-desk"]])
    }
  }
}
