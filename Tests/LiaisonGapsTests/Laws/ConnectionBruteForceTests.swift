import LiaisonGaps
import LiaisonModel
import Testing

@Suite("Who stands apart, by following every tie")
struct ConnectionBruteForceTests {
  /// What a network says when everything that may be there is.
  struct Apart {
    var alone: [String: [Int]] = [:]
    var tied: [Int] = []
    var fragments: [[Int]] = []
    var asked: [Int] = []

    init(_ best: PlainNetwork, _ layer: String) {
      let ids = best.places.map(\.id)
      let tops = Set(best.places.indices.filter { best.places[$0].isInForce }.map(best.top))
      func isDonor(_ top: Int) -> Bool {
        ["donor", "foundation", "foundation.private"].contains(best.places[top].sector ?? "")
      }
      asked = tops.filter { !isDonor($0) }.sorted { ids[$0] < ids[$1] }
      let ties = best.ties(layer)
      // Whom each is tied to over any number of ties that pass no donor.
      var groups: [Set<Int>] = []
      for top in asked where !groups.contains(where: { $0.contains(top) }) {
        var group: Set = [top]
        var grows = true
        while grows {
          let next = asked.filter { other in
            !group.contains(other) && group.contains { ties.contains([$0, other]) }
          }
          grows = !next.isEmpty
          group.formUnion(next)
        }
        groups.append(group)
      }
      let sitting = Dictionary(grouping: best.links.filter { $0.body != nil && $0.isInForce }) {
        $0.body ?? ""
      }.filter { body, _ in
        best.document.bodies.contains {
          $0.id.value == body && PlainNetwork.isInForce($0.validity)
        }
      }.mapValues { links in
        Set(links.map(\.from.place).filter { best.places[$0].isInForce }.map(best.top))
      }
      let donorTies = best.ties(layer).union(best.ties("resource"))
      for group in groups {
        if group.count > 1 {
          tied += group
          continue
        }
        for top in group {
          let hasDonor = best.places.indices.contains {
            isDonor($0) && donorTies.contains([top, $0])
          }
          let meets = sitting.values.contains { $0.contains(top) && $0.count > 1 }
          alone[hasDonor ? "donor" : meets ? "meetings" : "alone", default: []].append(top)
        }
      }
      let large = groups.filter { $0.count > 1 }
      let most = large.map(\.count).max() ?? 0
      let main = large.firstIndex { $0.count == most }
      for (index, group) in large.enumerated() where index != main {
        fragments.append(group.sorted { ids[$0] < ids[$1] })
      }
    }
  }

  @Test("Isolates, those tied over donors or meetings only, and fragments", arguments: 0..<4)
  func connection(_ block: Int) throws {
    let layers = ["cooperation", "referral", "all"]
    let standard = try Written.standard(
      layers.map {
        "- {id: \($0), kind: connection, layer: \($0), severity: warning, citation: ours}"
      }.joined(separator: "\n"))
    var met: [String: Int] = [:]
    for seed in (block * 80)..<(block * 80 + 80) {
      let town = TownNetwork(seed: UInt64(seed) &+ 14_000, organizations: 8, relations: 7)
      let completion = Completion(town.document)
      guard completion.count <= 4 else { continue }
      met["tried", default: 0] += 1
      let worlds = completion.all
      let best = PlainNetwork(completion.settled(true))
      let worst = PlainNetwork(completion.settled(false))
      let report = try town.report(standard)
      for layer in layers {
        let apart = Apart(best, layer)
        let isListed = best.lists(layer: layer)
        /// Whether it stayed silent, or it is not known whether it is there at all.
        func isOpen(_ top: Int) -> Bool {
          best.isSilent(top: top)
            || !worlds.allSatisfy { world in
              world.members(ofTop: top).contains { world.places[$0].isInForce }
            }
        }
        var expected: [[String]: Told] = [:]
        var figure = Figure()
        figure.total = apart.asked.count
        // A tie that may turn out not to be there makes nobody's certain.
        let certain = Set(Apart(worst, layer).tied)
        figure.count = apart.tied.count { certain.contains($0) }
        if figure.count < apart.tied.count { met["unsure", default: 0] += 1 }
        figure.upper = apart.tied.count
        for (how, members) in apart.alone {
          let found = isListed ? members.filter { !isOpen($0) } : []
          let open = members.count - found.count
          figure.upper += open
          if !found.isEmpty {
            expected[[layer, how]] = .finding(found.count, Double(found.count))
            met[how, default: 0] += 1
          }
          if open > 0 { expected[[layer, how, "question"]] = .question(0, Double(open)) }
        }
        for fragment in apart.fragments {
          let isSure = isListed && !fragment.contains(where: isOpen)
          let key = [layer, "fragment"] + fragment.map { best.places[$0].id }
          let count = Double(fragment.count)
          expected[isSure ? key : key + ["question"]] =
            isSure ? .finding(fragment.count, count) : .question(0, count)
          met["fragment", default: 0] += 1
        }
        Told.expect(expected, by: "ours/\(layer)", in: report, "seed \(seed), \(layer)")
        #expect(Figure("connection/\(layer)", in: report) == figure, "seed \(seed), \(layer)")
      }
    }
    #expect(met["tried", default: 0] >= 50)
    #expect(met.count == 6, "\(met)")
  }
}
