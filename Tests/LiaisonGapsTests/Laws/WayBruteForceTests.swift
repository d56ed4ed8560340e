import LiaisonGaps
import LiaisonModel
import Testing

@Suite("Loops and conditional ways, by trying everything on small made-up networks")
struct WayBruteForceTests {
  /// What a fold of rows comes to: whether it is a finding, and how many rows.
  struct Told: Hashable {
    var isFinding: Bool
    var cells: Int
  }

  func told(_ network: StakeholderNetwork, _ kind: String) throws -> [[String]: Told] {
    let standard = try Written.standard(
      "- {id: x, kind: \(kind), services: [legal_counsel, shelter.emergency], severity: warning, "
        + "citation: ours}")
    let report = try GapAnalysis.run(network, against: standard, asOf: Written.date)
    var told: [[String]: Told] = [:]
    for finding in report.findings + report.questions where finding.rule == "ours/x" {
      told[finding.key] = Told(isFinding: finding.kind == .finding, cells: finding.cells)
    }
    return told
  }

  /// Each row that applies, with the need tried.
  func rows(
    _ network: StakeholderNetwork,
    _ body: (PathwayTable, PathwayTable.Cell, BruteForce) -> Void
  ) {
    let table = PathwayTable(network, services: RandomNetwork.services, on: Written.date)
    for cell in table.cells {
      body(table, cell, BruteForce(network: network, need: table.need(of: cell)))
    }
  }

  func top(_ index: Int, _ network: StakeholderNetwork) -> Int {
    network.organizations[index].parent.map { top($0, network) } ?? index
  }

  @Test("Loops are the sets that reach each other and no provider", arguments: 0..<150)
  func loops(_ seed: Int) throws {
    let made = RandomNetwork(seed: UInt64(seed), organizations: 6, relations: 12)
    guard let network = made.network else { return }
    struct Sums { var sure = 0, all = 0 }
    var sums: [[String]: Sums] = [:]
    rows(network) { table, cell, brute in
      let status = table.status(of: cell)
      guard status == .missing || status == .unclear else { return }
      let reached = network.organizations.indices.map { brute.reached(from: $0) }
      let provides = network.services.indices.contains {
        network.answer(ofService: $0, to: brute.need, on: Written.date) != .no
      }
      guard provides else { return }
      for component in Set(
        network.organizations.indices.map { one in
          Set(reached[one].filter { reached[$0].contains(one) })
        })
      {
        guard Set(component.map { top($0, network) }).count > 1,
          reached[table.entries[cell.entry]].isSuperset(of: component),
          component.allSatisfy({ member in
            brute.ways(from: member).allSatisfy { $0.answers.contains(.no) }
          })
        else { continue }
        let isSilent = component.contains { member in
          reached[member].contains { network.organizations[$0].response == .silent }
        }
        let ids = component.map { network.organizations[$0].id }.sorted()
        sums[[brute.need.service.text] + ids, default: Sums()].all += 1
        if !isSilent { sums[[brute.need.service.text] + ids, default: Sums()].sure += 1 }
      }
    }
    let expected = sums.mapValues {
      Told(isFinding: $0.sure > 0, cells: $0.sure > 0 ? $0.sure : $0.all)
    }
    #expect(try told(network, "loop") == expected, "seed \(seed)")
  }

  @Test(
    "What is reached only through a sector, by leaving out each way through it", arguments: 0..<150)
  func unconditional(_ seed: Int) throws {
    var made = RandomNetwork(seed: UInt64(seed), organizations: 6, relations: 10)
    for index in made.document.organizations.indices {
      let isPolice = index % 3 == 1
      made.document.organizations[index].sector = .of(
        isPolice ? "gov.law_enforcement" : "ngo.national")
    }
    guard let network = made.network else { return }
    let isOut = network.organizations.map { $0.sector == "gov.law_enforcement" }
    var expected: [[String]: Told] = [:]
    rows(network) { table, cell, brute in
      let entry = table.entries[cell.entry]
      let status = table.status(of: cell)
      guard !isOut[entry], status == .reached || status == .assumed else { return }
      let ways = brute.ways(from: entry).filter { way in
        !way.organizations.dropFirst().dropLast().contains { isOut[$0] }
      }
      let isSure = ways.contains { $0.answers.allSatisfy { $0 == .yes } }
      let isPossible = ways.contains { !$0.answers.contains(.no) }
      var reached: Set<Int> = [entry]
      var queue = [entry]
      while let here = queue.popLast() {
        guard !isOut[here] else { continue }
        for step in brute.steps
        where step.source == here && brute.onward(step) != .no
          && reached.insert(step.target).inserted
        {
          queue.append(step.target)
        }
      }
      let isSilent = reached.contains { network.organizations[$0].response == .silent }
      let service = brute.need.service.text
      if status == .reached, !isPossible, !isSilent {
        expected[[service], default: Told(isFinding: true, cells: 0)].cells += 1
      } else if !isPossible || status == .reached && !isSure {
        expected[[service, "certain"], default: Told(isFinding: false, cells: 0)].cells += 1
      }
    }
    #expect(try told(network, "unconditional") == expected, "seed \(seed)")
  }
}
