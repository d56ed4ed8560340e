import LiaisonGaps
import LiaisonModel
import Testing

@Suite("Every way tried, on small made-up networks")
struct BruteForceTests {
  /// The rows of a table with the need as the model asks it.
  func rows(
    _ seed: UInt64,
    _ check: (StakeholderNetwork, PathwayTable, PathwayTable.Cell, BruteForce) -> Void
  ) {
    guard let network = RandomNetwork(seed: seed).network else { return }
    let table = PathwayTable(network, services: RandomNetwork.services, on: Written.date)
    for entry in table.entries.indices {
      for service in table.needs.services.indices {
        for area in table.needs.areas.indices {
          for profile in 0..<table.needs.profileCount {
            let cell = PathwayTable.Cell(
              entry: entry, service: service, area: area, profile: profile)
            check(network, table, cell, BruteForce(network: network, need: table.need(of: cell)))
          }
        }
      }
    }
  }

  @Test(
    "Statuses equal those over all completions of the unknowns and all ways", arguments: 0..<250)
  func statuses(_ seed: Int) {
    rows(UInt64(seed)) { network, table, cell, brute in
      let entry = table.entries[cell.entry]
      let ways = brute.ways(from: entry).map(\.answers)
      // A completion makes each unknown a yes or a no. A way of k unknowns holds in the completions
      // that make all of them yes; ways are monotone, so that all noes is the worst completion and
      // all yeses the best.
      let inWorst = ways.contains { $0.allSatisfy { $0 == .yes } }
      let inBest = ways.contains { $0.allSatisfy { $0 != .no } }
      let provider =
        network.services.indices.map {
          network.answer(ofService: $0, to: brute.need, on: Written.date)
        }.max() ?? .no
      let silent = brute.reached(from: entry).contains {
        network.organizations[$0].response == .silent
      }
      let expected = PathwayStatus(
        entry: network.answer(ofEntry: entry, to: brute.need, on: Written.date),
        provider: provider, certainPath: inWorst, possiblePath: inBest, silentReached: silent)
      #expect(table.status(of: cell) == expected, "seed \(seed), \(cell)")
    }
  }

  @Test("The best way has the fewest unknown steps, then the fewest hops", arguments: 0..<150)
  func bestWay(_ seed: Int) {
    rows(UInt64(seed)) { network, table, cell, brute in
      let entry = table.entries[cell.entry]
      let doubt = network.answer(ofEntry: entry, to: brute.need, on: Written.date)
      guard doubt != .no else { return }
      let costs = brute.ways(from: entry).filter { !$0.answers.contains(.no) }.map { way in
        [way.answers.filter { $0 == .unknown }.count + (doubt == .unknown ? 1 : 0), way.hops]
      }
      let best = costs.min { $0.lexicographicallyPrecedes($1) }
      let path = table.path(of: cell)
      #expect(path.map { [$0.unknownHops, $0.hops] } == best, "seed \(seed), \(cell)")
    }
  }

  @Test("A missing way stops where relaxing one no gives the shortest way", arguments: 0..<250)
  func stops(_ seed: Int) {
    rows(UInt64(seed)) { network, table, cell, brute in
      guard table.status(of: cell) == .missing || table.status(of: cell) == .unclear,
        table.path(of: cell) == nil
      else { return }
      let entry = table.entries[cell.entry]
      let reached = brute.reached(from: entry)
      var candidates: [(hops: Int, ids: [String], relaxed: BruteForce.Relaxed)] = []
      func offer(_ relaxed: BruteForce.Relaxed, _ ids: [String]) {
        let hops = brute.ways(from: entry, relaxed: relaxed).filter { !$0.answers.contains(.no) }
          .map(\.hops).min()
        if let hops { candidates.append((hops, ids, relaxed)) }
      }
      let ids = network.organizations.map(\.id)
      for step in brute.steps where reached.contains(step.source) {
        // What is refused by a service inside alone is that service's no.
        let services = network.services.indices.filter { brute.leads(step, to: $0) }
        let ownFault = services.contains { service in
          reached.contains(step.target) && brute.relationSide(step, into: service) != .no
        }
        let passes = network.services.indices.contains { brute.passesBy(step, $0) }
        let leaves = !reached.contains(step.target) || !services.isEmpty && !ownFault || passes
        guard leaves else { continue }
        offer(
          .step(step),
          [
            ids[step.source], ids[step.target],
            step.relation.map { network.relations[$0].key } ?? "",
          ])
      }
      for (service, provider) in network.services.enumerated()
      where reached.contains(provider.organization) && brute.need.service.covers(provider.type)
        && network.answer(ofService: service, to: brute.need, on: Written.date) == .no
      {
        let owner = ids[provider.organization]
        offer(.service(service), [owner, "\(owner)/\(provider.id)", ""])
      }
      let best = candidates.min { left, right in
        left.hops != right.hops
          ? left.hops < right.hops : left.ids.lexicographicallyPrecedes(right.ids)
      }
      let stop = table.stop(of: cell)
      switch best?.relaxed {
      case .step(let step):
        #expect(
          stop
            == .hop(Hop(source: step.source, target: step.target, relation: step.relation)),
          "seed \(seed), \(cell)")
      case .service(let service): #expect(stop == .service(service), "seed \(seed), \(cell)")
      case nil:
        guard case .noRelation(let from, let to) = stop else {
          Issue.record("seed \(seed), \(cell): \(String(describing: stop))")
          return
        }
        #expect(reached.contains(from))
        #expect(from != to)
        let providers = network.services.indices.filter {
          network.answer(ofService: $0, to: brute.need, on: Written.date) != .no
        }.map { network.services[$0].organization }
        #expect(providers.contains(to))
      }
    }
  }

  @Test("Single points of failure are those whose deletion leaves no way", arguments: 0..<120)
  func dominators(_ seed: Int) throws {
    let made = RandomNetwork(seed: UInt64(seed), organizations: 6, relations: 9)
    guard let network = made.network else { return }
    let standard = Standard(
      id: "s", title: "S", source: "",
      expectations: [
        Expectation(
          id: "redundancy", kind: "redundancy", severity: .warning, citation: "",
          parameters: [
            SourceNode.Member(
              key: "services",
              node: SourceNode(.list(RandomNetwork.services.map { .text($0.text) })))
          ])
      ])
    let report = try GapAnalysis.run(network, against: standard, asOf: Written.date)
    var found: [[String]: Int] = [:]
    for finding in report.findings + report.questions
    where finding.rule.hasSuffix("/redundancy") && finding.key.last != "certain" {
      #expect((finding.kind == .question) == (finding.key.count > 1))
      found[finding.key] = Int(finding.value ?? 0)
    }
    // Delete each family in turn, and count the needs that lose every way.
    let table = PathwayTable(network, services: RandomNetwork.services, on: Written.date)
    func top(_ index: Int) -> Int {
      network.organizations[index].parent.map(top) ?? index
    }
    var expected: [[String]: Int] = [:]
    for service in table.needs.services.indices {
      for area in table.needs.areas.indices {
        for profile in 0..<table.needs.profileCount {
          let need = table.needs.need(service: service, area: area, profile: profile)
          let brute = BruteForce(network: network, need: need)
          let entries = network.organizations.indices.filter {
            network.answer(ofEntry: $0, to: need, on: Written.date) != .no
          }
          let ways = entries.flatMap { entry in
            brute.ways(from: entry).filter { !$0.answers.contains(.no) }.map { way in
              Set(way.organizations.map(top))
            }
          }
          guard !ways.isEmpty else { continue }
          let providers = Set(
            network.services.indices.filter {
              network.answer(ofService: $0, to: need, on: Written.date) != .no
            }.map { top(network.services[$0].organization) })
          for family in Set(network.organizations.indices.map(top)) {
            if Set(entries.map(top)) == [family] || providers == [family] { continue }
            if ways.allSatisfy({ $0.contains(family) }) {
              // Who is reached without it and stayed silent may know of another way.
              let isHeard = entries.filter { top($0) != family }.allSatisfy { entry in
                brute.reached(from: entry, past: { top($0) == family }).allSatisfy {
                  network.organizations[$0].response != .silent
                }
              }
              let id = network.organizations[family].id
              expected[isHeard ? [id] : [id, "silent"], default: 0] += 1
            }
          }
        }
      }
    }
    #expect(found == expected, "seed \(seed)")
  }
}
