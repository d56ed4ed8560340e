import LiaisonModel
import LiaisonTestSupport
import Testing

@testable import LiaisonGaps

/// Laws of a comparison, on small made-up networks and what becomes of them when something is taken away,
/// answered or added.
@Suite("Laws of what is compared, on made-up networks")
struct ChangeLawTests {
  private static let standard = Result { try Written.standard(expectations) }
  private static let expectations = """
    - {id: ways, kind: pathway, services: [legal_counsel, shelter.emergency], severity: error, citation: ours}
    - {id: cover, kind: coverage, services: [legal_counsel, shelter.emergency], severity: error, citation: ours}
    - {id: single, kind: redundancy, services: [legal_counsel, shelter.emergency], severity: warning, citation: ours}
    - {id: two, kind: disjoint, services: [legal_counsel], severity: info, citation: ours}
    - {id: free, kind: unconditional, services: [shelter.emergency], without: [gov.police], severity: warning, citation: ours}
    - {id: plan, kind: plan, severity: warning, citation: ours}
    """

  /// A made-up town in which all is listed.
  private func town(_ seed: Int, of law: UInt64, unknowns: Double = 0.2) -> TownNetwork {
    var town = TownNetwork(
      seed: law &* 1_000_000 &+ UInt64(seed), relations: 12, unknowns: unknowns)
    var boundary = BoundaryEntry()
    boundary.rule = .of("all")
    town.document.header.boundary = .of(boundary)
    return town
  }

  private func referrals(of town: TownNetwork) -> [Int] {
    town.document.relations.indices.filter {
      town.document.relations[$0].kind.value == "refers_to"
    }
  }

  private struct Comparison {
    var ledger: GapLedger
    var natures: [String: ChangeNature] = [:]
    var endings: [String: ChangeEnding] = [:]
    var sentences: [String]
    var gone: Int

    init(_ before: GapReport, _ after: GapReport) {
      ledger = GapLedger(before: before.findings, after: after.findings)
      var judge = ChangeNatures(before: before, after: after)
      for entry in ledger.entries {
        guard let id = entry.after?.id, !judge.isGrown(entry) else { continue }
        natures[id] = judge.nature(of: entry)
      }
      var back = ChangeEndings(before: before, after: after)
      for entry in ledger.entries {
        if let id = entry.before?.id { endings[id] = back.ending(of: entry) }
      }
      let summary = ChangeSummary(
        before: before, after: after, ledger: ledger, natures: natures, endings: endings)
      sentences = summary.sentences(since: nil)
      gone = summary.goneCount
    }

    /// The ids of a state, each with its cells before and after.
    func told(_ state: GapLedger.State, reversed: Bool = false) -> Set<[String]> {
      Set(
        ledger.entries(state).map { entry in
          let sides = [entry.before, entry.after].map { side in
            side.map { "\($0.rule) \($0.cells)" } ?? ""
          }
          return reversed ? sides.reversed() : sides
        })
    }
  }

  @Test("Nothing has become of a network that is compared with itself", arguments: 0..<5)
  func same(_ block: Int) throws {
    for seed in block * 6..<block * 6 + 6 {
      let report = try town(seed, of: 1).report(Self.standard.get())
      let comparison = Comparison(report, report)
      #expect(comparison.ledger.entries.allSatisfy { $0.state == .persisting })
      #expect(comparison.natures.isEmpty && comparison.gone == 0)
      #expect(
        comparison.sentences == ["Nothing got better.", "Nothing got worse."], "seed \(seed)")
    }
  }

  @Test(
    "Compared the other way round, opened is closed, worsened eased, lost gained")
  func mirrored() throws {
    var moved = 0
    for seed in 0..<30 {
      var changed = town(seed, of: 2)
      let before = try changed.report(Self.standard.get())
      let leaving = referrals(of: changed).enumerated().filter { $0.offset % 2 == 0 }
      for (_, place) in leaving.reversed() { changed.document.relations.remove(at: place) }
      let after = try changed.report(Self.standard.get())
      let there = Comparison(before, after)
      let back = Comparison(after, before)
      let states: [(GapLedger.State, GapLedger.State)] = [
        (.opened, .closed), (.worsened, .eased), (.closed, .opened), (.eased, .worsened),
        (.persisting, .persisting),
      ]
      for (state, other) in states {
        #expect(there.told(state) == back.told(other, reversed: true), "seed \(seed): \(state)")
      }
      moved += there.told(.opened).count + there.told(.worsened).count
      // Of ways that are lost it is said what is said of the same ways where they are gained.
      func ways(_ sentences: [String], _ opening: String) -> [String] {
        let sentence = sentences.first { $0.hasPrefix(opening) } ?? ""
        return sentence.dropFirst(opening.count).dropLast().split(separator: "; ").map {
          String($0).replacing("no longer reach", with: "now reach")
            .replacing("met from nowhere any more", with: "newly met")
            .replacing("no longer certain", with: "certain now")
            .replacing("there no more", with: "there")
        }.filter { clause in
          ["now reach", "newly met", "certain now", "other pathway"].contains {
            clause.contains($0)
          }
        }
      }
      #expect(
        ways(there.sentences, "Worse: ") == ways(back.sentences, "Better: "),
        "seed \(seed): \(there.sentences) \(back.sentences)")
    }
    #expect(moved > 0)
  }

  @Test(
    "A relation that is taken away answers nothing and mends nothing: no finding is newly known, nothing better"
  )
  func takenAway() throws {
    var lost = 0
    for seed in 0..<30 {
      var changed = town(seed, of: 3, unknowns: 0.3)
      let before = try changed.report(Self.standard.get())
      for place in referrals(of: changed).dropFirst().reversed() {
        changed.document.relations.remove(at: place)
      }
      let comparison = Comparison(before, try changed.report(Self.standard.get()))
      #expect(!comparison.natures.values.contains(.newlyKnown), "seed \(seed)")
      #expect(comparison.sentences.first == "Nothing got better.", "seed \(seed)")
      #expect(!comparison.endings.values.contains(.mended), "seed \(seed): \(comparison.endings)")
      lost += comparison.natures.values.count { $0 == .lost }
    }
    #expect(lost > 0)
  }

  @Test("An organization that is taken away, or closes, makes nothing better", arguments: 0..<5)
  func closed(_ block: Int) throws {
    var moot = 0
    for seed in block * 6..<block * 6 + 6 {
      let first = town(seed, of: 6)
      let before = try first.report(Self.standard.get())
      for (place, entry) in first.document.organizations.enumerated()
      where entry.entryPoint.isAbsent && !entry.services.isEmpty {
        for isRemoved in [true, false] {
          var changed = first
          if isRemoved {
            changed.document = changed.document.removing([
              .init(.organizations, entry.id.value ?? "")
            ])
          } else {
            changed.document.organizations[place].validity.status = .of("temporarily_closed")
          }
          let comparison = Comparison(before, try changed.report(Self.standard.get()))
          #expect(
            comparison.sentences.first == "Nothing got better.",
            "seed \(seed), \(entry.id.value ?? "") \(isRemoved): \(comparison.sentences)")
          moot += comparison.endings.values.count { $0 == .moot }
        }
      }
    }
    #expect(moot > 0)
  }

  @Test("What is answered with no takes nothing away: no finding is lost", arguments: 0..<5)
  func answered(_ block: Int) throws {
    var known = 0
    for seed in block * 6..<block * 6 + 6 {
      var changed = town(seed, of: 4, unknowns: 0.3)
      let before = try changed.report(Self.standard.get())
      changed.document = Completion(changed.document, keepsEntries: true).settled(false)
      let comparison = Comparison(before, try changed.report(Self.standard.get()))
      #expect(!comparison.natures.values.contains(.lost), "seed \(seed): \(comparison.natures)")
      known += comparison.natures.values.count { $0 == .newlyKnown }
    }
    #expect(known > 0)
  }

  @Test("A patch that is undone by another gives the first findings back", arguments: 0..<5)
  func undone(_ block: Int) throws {
    for seed in block * 6..<block * 6 + 6 {
      var changed = town(seed, of: 5)
      let first = try changed.report(Self.standard.get())
      let place = seed % changed.document.relations.count
      let relation = changed.document.relations[place]
      let activity = changed.document.activities[2]
      var doing = NetworkPatch()
      doing.removals = [
        .init(.relations, relation.id.value ?? ""), .init(.activities, activity.id.value ?? ""),
      ]
      var undoing = NetworkPatch()
      undoing.additions.relations = [relation]
      undoing.additions.activities = [activity]
      changed.document = try doing.applied(to: changed.document).document
      #expect(changed.document.relations.count == 11 && changed.document.activities.count == 2)
      changed.document = try undoing.applied(to: changed.document).document
      let comparison = Comparison(first, try changed.report(Self.standard.get()))
      #expect(comparison.ledger.entries.allSatisfy { $0.state == .persisting }, "seed \(seed)")
      #expect(
        comparison.sentences == ["Nothing got better.", "Nothing got worse."], "seed \(seed)")
    }
  }
}
