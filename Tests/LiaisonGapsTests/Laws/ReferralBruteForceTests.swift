import LiaisonGaps
import LiaisonModel
import Testing

@Suite("Where referrals end and whether anybody hears back, referral by referral")
struct ReferralBruteForceTests {
  /// The referrals in force of a network of which everything is known, feedback aside.
  static func referrals(_ world: PlainNetwork) -> [PlainNetwork.Link] {
    world.links.filter { link in
      guard link.isInForce, PlainNetwork.family(ofKind: link.kind) == "referral", let to = link.to
      else { return false }
      return world.places[link.from.place].isInForce && world.places[to.place].isInForce
    }
  }

  /// The referrals to an organization that it cannot meet; nil where people go on from it, or nobody
  /// sends any.
  static func unmet(_ world: PlainNetwork, at place: Int) -> [PlainNetwork.Link]? {
    let referrals = referrals(world).filter { $0.from.place != $0.to?.place }
    let incoming = referrals.filter { $0.to?.place == place }
    let isOfUnits = world.places.indices.contains { unit in
      guard let parent = world.places[unit].parent else { return false }
      return world.places[parent].unitsRefer && [unit, parent].contains(place)
    }
    guard world.places[place].isInForce, !incoming.isEmpty, !isOfUnits,
      !referrals.contains(where: { $0.from.place == place })
    else { return nil }
    return incoming.filter { link in
      guard let listed = link.services else { return false }
      return !world.places[place].services.enumerated().contains { index, service in
        service.isInForce && (link.to?.service ?? index) == index
          && listed.contains { $0.covers(service.type) }
      }
    }
  }

  @Test("A dead end is one in every completion, a question where one is open", arguments: 0..<4)
  func deadEnds(_ block: Int) throws {
    let standard = try Written.standard(
      "- {id: x, kind: dead_end, severity: warning, citation: ours}")
    var met: [String: Int] = [:]
    for seed in (block * 80)..<(block * 80 + 80) {
      let town = TownNetwork(seed: UInt64(seed) &+ 15_000, organizations: 7, relations: 7)
      let completion = Completion(town.document)
      guard completion.count <= 4 else { continue }
      met["tried", default: 0] += 1
      let worlds = completion.all
      let best = PlainNetwork(completion.settled(true))
      var expected: [[String]: Told] = [:]
      for place in best.places.indices {
        guard let unmet = Self.unmet(best, at: place) else { continue }
        let id = best.places[place].id
        if best.places[place].services.isEmpty {
          let count = Self.referrals(best).count {
            $0.to?.place == place && $0.from.place != place
          }
          expected[[id, "services"]] = .question(0, Double(count))
          met["services", default: 0] += 1
          continue
        }
        if unmet.isEmpty { continue }
        let isSure = worlds.allSatisfy { !(Self.unmet($0, at: place) ?? []).isEmpty }
        let isFound =
          isSure && best.lists(["services", "referral"]) && !best.places[place].isSilent
        expected[[id]] =
          isFound
          ? .finding(unmet.count, Double(unmet.count)) : .question(0, Double(unmet.count))
        met[isFound ? "found" : "asked", default: 0] += 1
      }
      try Told.expect(expected, by: "ours/x", in: town.report(standard), "seed \(seed)")
    }
    #expect(met["tried", default: 0] >= 50)
    #expect(met.count == 4, "\(met)")
  }

  @Test("The share of referrals with feedback counts each of those that state it", arguments: 0..<4)
  func feedback(_ block: Int) throws {
    var met: [String: Int] = [:]
    for seed in (block * 80)..<(block * 80 + 80) {
      let town = TownNetwork(seed: UInt64(seed) &+ 16_000, organizations: 4, relations: 12)
      let best = PlainNetwork(Completion(town.document).settled(true))
      let back = best.links.filter { $0.kind == "gives_feedback_to" && $0.isInForce }
      var given = 0
      var without = 0
      var unstated = 0
      for link in Self.referrals(best) {
        let isAnswered = back.contains { answer in
          answer.from.place == link.to?.place && answer.to?.place == link.from.place
        }
        switch link.entry.feedback.value {
        case _ where isAnswered: given += 1
        case "ad_hoc", "systematic": given += 1
        case nil: unstated += 1
        default: without += 1
        }
      }
      let total = given + without
      for (name, share) in [("0.5", 0.5), ("1", 1)] {
        let report = try town.report(
          Written.standard(
            "- {id: x, kind: feedback, min: \(name), severity: warning, citation: ours}"))
        var expected: [[String]: Told] = [:]
        if Double(given) < share * Double(total) {
          let value = Double(given) / Double(total)
          expected[["share"]] =
            best.lists(["referral"]) ? .finding(1, value) : .question(1, value)
          met[best.lists(["referral"]) ? "found" : "asked", default: 0] += 1
        }
        if unstated > 0 {
          expected[["unstated"]] = .question(0, Double(unstated))
          met["unstated", default: 0] += 1
        }
        var figure = Figure()
        (figure.count, figure.total, figure.upper) = (given, total, given)
        Told.expect(expected, by: "ours/x", in: report, "seed \(seed), \(name)")
        #expect(Figure("feedback/x", in: report) == figure, "seed \(seed), \(name)")
      }
    }
    #expect(met.count == 3, "\(met)")
  }
}
