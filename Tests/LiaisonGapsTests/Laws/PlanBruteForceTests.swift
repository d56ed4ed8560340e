import LiaisonGaps
import LiaisonModel
import Testing

@Suite("Who must work with whom for a plan, by every completion of what is not known")
struct PlanBruteForceTests {
  /// The pairs that the open activities ask for in a network of which everything is known, with the
  /// activities (SEMANTICS §7).
  static func pairs(_ world: PlainNetwork) -> [Set<Int>: Set<String>] {
    let open = world.document.activities.filter {
      !["done", "cancelled"].contains($0.status.value ?? "")
    }
    func tops(_ ids: [String]) -> Set<Int> {
      Set(
        world.places.indices.filter {
          ids.contains(world.places[$0].id) && world.places[$0].isInForce
        }
        .map(world.top))
    }
    var pairs: [Set<Int>: Set<String>] = [:]
    for activity in open {
      let before = open.filter { activity.dependsOn.value?.contains($0.id.value ?? "") ?? false }
      let leads = tops(activity.leads.value ?? [])
      let others = tops(
        (activity.leads.value ?? []) + (activity.supports.value ?? [])
          + before.flatMap { $0.leads.value ?? [] })
      for lead in leads {
        for other in others where other != lead {
          pairs[[lead, other], default: []].insert(activity.id.value ?? "")
        }
      }
    }
    return pairs
  }

  @Test("Pairs, leads and figures equal those of all completions", arguments: 0..<4)
  func plan(_ block: Int) throws {
    var met: [String: Int] = [:]
    for seed in (block * 80)..<(block * 80 + 80) {
      let town = TownNetwork(seed: UInt64(seed) &+ 18_000, organizations: 5, unknowns: 0.12)
      // Nothing but status, dates and evidence bears on a plan: marks would only multiply completions.
      var document = town.document
      for index in document.organizations.indices {
        document.organizations[index].scope = ScopeEntry()
        document.organizations[index].services = []
        document.organizations[index].entryPoint = .absent
        document.organizations[index].unitsRefer = .of(.yes)
      }
      for index in document.relations.indices {
        document.relations[index].scope = ScopeEntry()
        document.relations[index].services = .absent
        document.relations[index].to = .of(
          String((document.relations[index].to.value ?? "").prefix { $0 != "/" }))
      }
      let completion = Completion(document)
      guard completion.count <= 4 else { continue }
      met["tried", default: 0] += 1
      let worlds = completion.all
      let best = PlainNetwork(completion.settled(true))
      let network = try NetworkResolver.resolve(document, vocabulary: TownNetwork.vocabulary)
      for layer in ["cooperation", "all"] {
        let report = try GapAnalysis.run(
          network,
          against: Written.standard(
            "- {id: x, kind: plan, layer: \(layer), max_leads: 1, severity: warning, citation: o}"))
        let expected = expectation(best, worlds, layer, &met)
        Told.expect(expected.told, by: "ours/x", in: report, "seed \(seed), \(layer)")
        #expect(Figure("plan/x", in: report) == expected.figure, "seed \(seed), \(layer)")
      }
    }
    #expect(met["tried", default: 0] >= 50)
    #expect(met.count == 6, "\(met)")
  }

  func expectation(
    _ best: PlainNetwork, _ worlds: [PlainNetwork], _ layer: String, _ met: inout [String: Int]
  ) -> (told: [[String]: Told], figure: Figure?) {
    var told: [[String]: Told] = [:]
    var figure = Figure()
    let open = best.document.activities.filter {
      !["done", "cancelled"].contains($0.status.value ?? "")
    }
    if open.isEmpty { return ([:], nil) }
    let asked = worlds.map(Self.pairs)
    let ties = worlds.map { $0.ties(layer) }
    for (pair, activities) in Self.pairs(best) {
      figure.total += 1
      let ids = pair.map { best.places[$0].id }.sorted()
      if ties.allSatisfy({ $0.contains(pair) }) {
        figure.count += 1
        figure.upper += 1
        continue
      }
      if ties.contains(where: { $0.contains(pair) }) {
        figure.upper += 1
        told[ids + ["doubt", "question"]] = .question()
        met["doubt", default: 0] += 1
        continue
      }
      let isAsked = asked.allSatisfy { $0[pair] != nil }
      let isFound =
        isAsked && best.lists(layer: layer) && !pair.contains { best.isSilent(top: $0) }
      if !isFound { figure.upper += 1 }
      told[isFound ? ids : ids + ["question"]] = isFound ? .finding(activities.count) : .question()
      met[isFound ? "apart" : "asked", default: 0] += 1
    }
    var led: [Int: Int] = [:]
    for activity in open {
      let id = activity.id.value ?? ""
      let leads = best.places.indices.filter {
        (activity.leads.value ?? []).contains(best.places[$0].id)
      }
      for top in Set(leads.filter { best.places[$0].isInForce }.map(best.top)) {
        led[top, default: 0] += 1
      }
      if worlds.allSatisfy({ world in leads.contains { world.places[$0].isInForce } }) { continue }
      met["lead", default: 0] += 1
      let isOpen = leads.contains { best.places[$0].isInForce }
      let isFound = !isOpen && (!leads.isEmpty || best.lists(["activities"]))
      told[isFound ? [id, "lead"] : [id, "lead", "question"]] = isFound ? .finding(1) : .question()
    }
    for (top, count) in led where count > 1 {
      told[[best.places[top].id, "leads"]] = .finding(count, Double(count))
      met["overload", default: 0] += 1
    }
    return (told, figure)
  }
}
