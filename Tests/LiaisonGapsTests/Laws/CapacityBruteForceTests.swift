import LiaisonGaps
import LiaisonModel
import LiaisonTestSupport
import Testing

@Suite("Room, by trying every cut")
struct CapacityBruteForceTests {
  /// What cannot be served equals, over all sets of caseloads, the most that a set asks for beyond
  /// what all providers that it reaches take (Hall, and Ford and Fulkerson's smallest cut).
  @Test("Unmet people are those of the worst set of caseloads", arguments: 0..<120)
  func cuts(_ seed: Int) throws {
    var made = RandomNetwork(seed: UInt64(seed), organizations: 6, relations: 9)
    var random = SeededRandom(seed: UInt64(seed) &+ 7)
    for index in made.document.organizations.indices {
      for _ in 0..<random.below(3) {
        var load = CaseloadEntry()
        load.perMonth = .of(Double(1 + random.below(9)))
        if random.chance(0.5) {
          load.scope.groups = .of(ScopeList([ScopeTerm(RandomNetwork.groups[random.below(2)])]))
        }
        made.document.organizations[index].caseload.append(load)
      }
      for service in made.document.organizations[index].services.indices {
        guard random.chance(0.85) else { continue }
        var capacity = CapacityEntry()
        capacity.unit = .of("people_per_month")
        capacity.maximum = .of(Double(random.below(8)))
        made.document.organizations[index].services[service].capacity = .of(capacity)
      }
    }
    guard let network = made.network else { return }
    let standard = try Written.standard(
      "- {id: room, kind: capacity, services: [legal_counsel, shelter.emergency], "
        + "severity: warning, citation: ours}")
    let report = try GapAnalysis.run(network, against: standard, asOf: Written.date)
    let table = PathwayTable(network, services: RandomNetwork.services, on: Written.date)
    for service in table.needs.services.indices {
      // For each caseload: how many, and the services that some of its people may reach.
      var loads: [(people: Double, reached: Set<Int>)] = []
      for (entry, organization) in table.entries.enumerated() {
        for load in network.organizations[organization].caseload {
          var reached: Set<Int> = []
          for cell in table.cells where cell.entry == entry && cell.service == service {
            let need = table.need(of: cell)
            if load.scope.groups?.answer(for: need.group) == .no { continue }
            for provider in network.services.indices {
              let brute = BruteForce(network: network, need: need)
              let isWay = brute.ways(from: organization, into: provider).contains {
                !$0.answers.contains(.no)
              }
              if isWay { reached.insert(provider) }
            }
          }
          if !reached.isEmpty { loads.append((load.perMonth, reached)) }
        }
      }
      var worst = 0.0
      for set in 0..<(1 << min(loads.count, 10)) {
        let chosen = loads.indices.filter { set & (1 << $0) != 0 }
        let reached = chosen.reduce(into: Set<Int>()) { $0.formUnion(loads[$1].reached) }
        let rates = reached.map { network.services[$0].capacity?.maximum ?? .infinity }
        let unmet = chosen.reduce(0) { $0 + loads[$1].people } - rates.reduce(0, +)
        worst = max(worst, unmet)
      }
      guard loads.count <= 10 else { continue }
      let code = table.needs.services[service].text
      let found = report.findings.filter { $0.rule == "ours/room" && $0.key.first == code }
        .reduce(0) { $0 + ($1.shortfall ?? 0) }
      #expect(abs(found - worst) < 1e-9, "seed \(seed), \(code): \(found), not \(worst)")
    }
  }
}
