import LiaisonGaps
import LiaisonModel
import Testing

@Suite("What rests on which agreement, relation by relation")
struct AgreementBruteForceTests {
  static let expectations = """
    - {id: ways, kind: pathway, services: [legal_counsel, shelter.emergency], severity: info, citation: ours}
    - {id: x, kind: agreement, severity: warning, citation: ours}
    """

  @Test("Ended, ending, unsigned, idle, and data without one", arguments: 0..<4)
  func agreements(_ block: Int) throws {
    let standard = try Written.standard(Self.expectations)
    var met: [String: Int] = [:]
    for seed in (block * 80)..<(block * 80 + 80) {
      var town = TownNetwork(seed: UInt64(seed) &+ 19_000, organizations: 5, relations: 10)
      if seed % 10 == 0, !town.document.agreements.isEmpty {
        town.document.agreements[0].validity.status = .of("dormant")
      }
      let completion = Completion(town.document)
      let best = PlainNetwork(completion.settled(true))
      let worst = PlainNetwork(completion.settled(false))
      var expected: [[String]: Told] = [:]
      for agreement in town.document.agreements {
        let use = Use(agreement, best)
        for (key, told) in use.told(best, worst) {
          expected[key] = told
          met[key[1] + (told.isFinding ? "" : "?"), default: 0] += 1
        }
      }
      for (position, link) in best.links.enumerated() {
        guard let told = data(link, best, isSure: Self.isInForce(worst.links[position], worst))
        else {
          continue
        }
        expected[[link.key, "data"] + (told.isFinding ? [] : ["question"])] = told
        met["data" + (told.isFinding ? "" : "?"), default: 0] += 1
      }
      try Told.expect(expected, by: "ours/x", in: town.report(standard), "seed \(seed)")
    }
    #expect(met.count == 8, "\(met)")
  }

  /// Whether a relation is in force with the organizations at its ends.
  static func isInForce(_ link: PlainNetwork.Link, _ world: PlainNetwork) -> Bool {
    link.isInForce && world.places[link.from.place].isInForce
      && link.to.map { world.places[$0.place].isInForce } ?? true
  }

  /// An agreement and the relations in force that name it.
  struct Use {
    var id: String
    var type: Code
    var parties: Set<Int>
    var isInForce: Bool
    var isDormant: Bool
    var hasEnded: Bool
    var daysLeft: Int32?
    var links: [PlainNetwork.Link]

    init(_ entry: AgreementEntry, _ best: PlainNetwork) {
      id = entry.id.value ?? ""
      type = entry.type.value ?? ""
      parties = Set(
        best.places.indices.filter { (entry.parties.value ?? []).contains(best.places[$0].id) }
          .map(best.top))
      let validity = entry.validity
      isDormant = validity.status.value == "dormant"
      var settled = validity
      if isDormant { settled.status = .of("active") }
      isInForce = PlainNetwork.isInForce(settled)
      let hasBegun =
        validity.status.value != "planned" && (validity.from.value ?? Written.date) <= Written.date
      hasEnded = !isInForce && hasBegun
      daysLeft = validity.until.value.map { $0.days - Written.date.days }
      links = best.links.filter {
        $0.entry.agreement.value == entry.id.value && AgreementBruteForceTests.isInForce($0, best)
      }
    }

    func told(_ best: PlainNetwork, _ worst: PlainNetwork) -> [[String]: Told] {
      var told: [[String]: Told] = [:]
      let count = Double(links.count)
      if hasEnded, !links.isEmpty {
        told[[id, "expired"]] = .finding(max(1, lost(best, worst)), count)
      }
      if isInForce, let daysLeft, (0...90).contains(daysLeft) {
        told[[id, "expiring"]] = .finding(max(1, lost(best, worst)), count)
      }
      if isInForce {
        let ends = Set(
          links.filter { $0.to != nil }.flatMap { [$0.from.place, $0.to?.place ?? $0.from.place] })
        let outside = ends.filter { !parties.contains(best.top($0)) }
        if parties.count < 2 {
          told[[id, "parties", "question"]] = .question(0, count)
        } else if !outside.isEmpty {
          told[best.lists(["agreements"]) ? [id, "parties"] : [id, "parties", "question"]] =
            best.lists(["agreements"]) ? .finding(outside.count, count) : .question(0, count)
        }
      }
      if isInForce, !isDormant, links.isEmpty, type != "law" {
        let between = best.links.contains { link in
          guard AgreementBruteForceTests.isInForce(link, best), let to = link.to else {
            return false
          }
          let pair: Set = [best.top(link.from.place), best.top(to.place)]
          return pair.count == 2 && pair.isSubset(of: parties)
        }
        let isFound =
          !between && parties.count >= 2 && best.lists(layer: "all")
          && !parties.contains { best.isSilent(top: $0) }
        told[isFound ? [id, "idle"] : [id, "idle", "question"]] =
          isFound ? .finding(1, 0) : .question(0, 0)
      }
      return told
    }

    /// The pathways that have no way without the referrals that name it, nor, where one is sure, a sure one.
    func lost(_ best: PlainNetwork, _ worst: PlainNetwork) -> Int {
      func without(_ world: PlainNetwork) -> PlainNetwork {
        var world = world
        for index in world.links.indices where world.links[index].entry.agreement.value == id {
          world.links[index].isInForce = false
        }
        return world
      }
      let rows = Set(
        best.places.indices.flatMap { entry in
          CoverageBruteForceTests.needs.map {
            DependenceBruteForceTests.Row(entry: entry, need: $0)
          }
        })
      func ways(_ world: PlainNetwork) -> Set<DependenceBruteForceTests.Row> {
        DependenceBruteForceTests.ways(world, rows)
      }
      let sure = ways(worst)
      return sure.subtracting(ways(without(worst))).count
        + ways(best).subtracting(sure).subtracting(ways(without(best))).count
    }
  }

  /// Personal data that pass along a relation without an agreement; nil where none do.
  func data(_ link: PlainNetwork.Link, _ best: PlainNetwork, isSure: Bool) -> Told? {
    guard Self.isInForce(link, best), link.entry.agreement.isAbsent,
      link.entry.formality.value != "law", let to = link.to
    else { return nil }
    let ends: Set = [best.top(link.from.place), best.top(to.place)]
    // What passes between an organization and its units passes to nobody else.
    if ends.count == 1 { return nil }
    guard let content = link.entry.content.value else {
      return PlainNetwork.family(ofKind: link.kind) == "information" ? .question() : nil
    }
    guard ["personal", "case.file"].contains(content[0]) else { return nil }
    let isSigned = best.document.agreements.contains { agreement in
      var validity = agreement.validity
      if validity.status.value == "dormant" { validity.status = .of("active") }
      let parties = (agreement.parties.value ?? []).compactMap { id in
        best.places.firstIndex { $0.id == id }.map(best.top)
      }
      return PlainNetwork.isInForce(validity) && ends.isSubset(of: parties)
    }
    let isFound =
      !isSigned && isSure && best.lists(["agreements"])
      && !ends.contains { best.isSilent(top: $0) }
    return isFound ? .finding(1) : .question()
  }
}
