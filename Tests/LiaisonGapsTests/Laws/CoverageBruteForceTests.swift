import LiaisonGaps
import LiaisonModel
import Testing

@Suite("Who provides what, by every completion of what is not known")
struct CoverageBruteForceTests {
  static let needs: [PlainNetwork.Need] = TownNetwork.services.flatMap { service in
    TownNetwork.areas.flatMap { area in
      TownNetwork.groups.map {
        PlainNetwork.Need(service: service, area: area, group: $0, caseCode: "labour")
      }
    }
  }

  private static let services = "services: [legal_counsel, shelter.emergency]"

  /// How many entry points a need arises at in some completion; one where there is no entry point.
  static func rows(_ worlds: [PlainNetwork], _ need: PlainNetwork.Need) -> Int {
    let entries = worlds[0].places.indices.filter { worlds[0].places[$0].entry != nil }
    if entries.isEmpty { return 1 }
    return entries.count { entry in worlds.contains { $0.meets(entry, need) } }
  }

  @Test(
    "Holes, thin spots, shares and what is asked equal those of all completions", arguments: 0..<4)
  func coverage(_ block: Int) throws {
    var met: [String: Int] = [:]
    for seed in (block * 80)..<(block * 80 + 80) {
      let town = TownNetwork(seed: UInt64(seed) &+ 12_000)
      let completion = Completion(town.document)
      guard completion.count <= 4 else { continue }
      met["tried", default: 0] += 1
      let worlds = completion.all
      for minimum in 1...2 {
        let standard = try Written.standard(
          "- {id: x, kind: coverage, \(Self.services), min: \(minimum), severity: warning, citation: o}"
        )
        let report = try town.report(standard)
        let isListed = worlds[0].lists(["organizations", "services"])
        var cells: [[String]: (rows: Int, value: Int)] = [:]
        var figure = Figure()
        var people = ScorecardLine.Population()
        var doubtful: [[String]: Int] = [:]
        for need in Self.needs {
          let rows = Self.rows(worlds, need)
          if rows == 0 { continue }
          let providers = worlds.map { world in
            Set(world.providers(need).map { world.places[$0].id })
          }
          let possible = providers.reduce(Set()) { $0.union($1) }
          let certain = providers.map(\.count).min() ?? 0
          let population = town.document.areas.first { $0.id.value == need.area }?.population.value
          figure.total += 1
          people.total += population ?? 0
          if certain >= minimum {
            figure.count += 1
            people.covered += population ?? 0
          }
          if possible.count >= minimum || !isListed { figure.upper += 1 }
          var key = [need.service.text, need.group.text]
          if possible.isEmpty {
            cells[key, default: (0, 0)].rows += rows
          } else if possible.count < minimum {
            key += ["thin"] + possible.sorted()
            cells[key, default: (0, possible.count)].rows += rows
          } else if certain < minimum {
            for (place, own) in worlds[0].places.enumerated() {
              for (index, service) in own.services.enumerated() {
                let answers = Set(worlds.map { $0.provides(place, index, need) })
                if answers.count == 2 {
                  doubtful[[own.id, "\(own.id)/\(service.id)"], default: 0] += 1
                }
              }
            }
          }
        }
        let expected = cells.mapValues { fold -> Told in
          isListed
            ? .finding(fold.rows, Double(fold.value)) : .question(fold.rows, Double(fold.value))
        }
        Told.expect(expected, by: "ours/x", in: report, "seed \(seed), min \(minimum)")
        #expect(Figure("coverage/x", in: report) == figure, "seed \(seed), min \(minimum)")
        let hasPeople = TownNetwork.areas.allSatisfy { id in
          town.document.areas.contains { $0.id.value == id && !$0.population.isAbsent }
        }
        #expect(
          report.scorecard.first { $0.id == "coverage/x" }?.population
            == (hasPeople ? people : ScorecardLine.Population()), "seed \(seed)")
        let asked = Told.by("ours/service", in: report).mapValues(\.cells)
        #expect(asked == doubtful, "seed \(seed), min \(minimum)")
        for told in expected.values { met[told.isFinding ? "found" : "asked", default: 0] += 1 }
        if !doubtful.isEmpty { met["doubtful", default: 0] += 1 }
      }
      try meeting(town, worlds, seed)
    }
    #expect(met["tried", default: 0] >= 50)
    #expect(met.count == 4, "\(met)")
  }

  /// A leaf area and group with no applicable entry point is one finding of its own (SEMANTICS §4).
  func meeting(_ town: TownNetwork, _ worlds: [PlainNetwork], _ seed: Int) throws {
    let report = try town.report(
      Written.standard(
        "- {id: x, kind: coverage, services: [legal_counsel], severity: warning, citation: o}"))
    var expected: [[String]: Told] = [:]
    for area in TownNetwork.areas {
      for group in TownNetwork.groups {
        let need = PlainNetwork.Need(
          service: "legal_counsel", area: area, group: group, caseCode: "labour")
        guard Self.rows(worlds, need) == 0 else { continue }
        expected[[area, group.text]] =
          worlds[0].lists(["organizations"]) ? .finding(1) : .question(1)
      }
    }
    Told.expect(expected, by: "ours/entry", in: report, "seed \(seed)")
  }

  @Test("Pairs that surely provide the same and that nothing joins", arguments: 0..<4)
  func duplication(_ block: Int) throws {
    let standard = try Written.standard(
      "- {id: x, kind: duplication, \(Self.services), severity: info, citation: o}")
    var met: [String: Int] = [:]
    for seed in (block * 80)..<(block * 80 + 80) {
      let town = TownNetwork(seed: UInt64(seed) &+ 13_000, relations: 6)
      let completion = Completion(town.document)
      guard completion.count <= 4 else { continue }
      met["tried", default: 0] += 1
      let worlds = completion.all
      var expected: [[String]: Told] = [:]
      for service in TownNetwork.services {
        let isListed = worlds[0].lists(["referral", "information", "joint"])
        /// Where one of the two stayed silent, it is asked.
        func isAsked(_ pair: Set<Int>) -> Bool {
          isListed && pair.contains { worlds[0].isSilent(top: $0) }
        }
        var pairs: [Bool: Set<Set<Int>>] = [:]
        var needs: [Bool: Int] = [:]
        for need in Self.needs where need.service == service {
          // Whoever provides in every completion.
          let sure = worlds.map { world in Set(world.providers(need).map(world.top)) }
            .reduce(Set(worlds[0].places.indices)) { $0.intersection($1) }
          let apart = sure.flatMap { one in sure.filter { $0 > one }.map { Set([one, $0]) } }
            .filter { pair in worlds.allSatisfy { !$0.ties("cooperation").contains(pair) } }
          for isSilent in [true, false] {
            let own = apart.filter { isAsked($0) == isSilent }
            pairs[isSilent, default: []].formUnion(own)
            if !own.isEmpty { needs[isSilent, default: 0] += 1 }
          }
        }
        if let sure = pairs[false], !sure.isEmpty {
          expected[[service.text]] =
            isListed
            ? .finding(needs[false] ?? 0, Double(sure.count)) : .question(0, Double(sure.count))
          met[isListed ? "found" : "asked", default: 0] += 1
        }
        if let silent = pairs[true], !silent.isEmpty {
          expected[[service.text, "silent"]] = .question(0, Double(silent.count))
          met["silent", default: 0] += 1
        }
      }
      try Told.expect(expected, by: "ours/x", in: town.report(standard), "seed \(seed)")
    }
    #expect(met["tried", default: 0] >= 50)
    #expect(met["found", default: 0] > 0 && met["asked", default: 0] > 0, "\(met)")
  }
}
