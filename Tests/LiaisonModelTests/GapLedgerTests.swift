import LiaisonModel
import Testing

@Suite("The gap ledger")
struct GapLedgerTests {
  func finding(_ key: String, cells: Int = 1, _ severity: Severity = .error) -> Finding {
    Finding(rule: "s/x", severity: severity, key: [key], cells: cells, sentence: key)
  }

  @Test("Opened, worsened, as before, eased, closed and accepted, by id and cells alone")
  func states() {
    var reworded = finding("same")
    reworded.sentence = "In other words"
    // A value that was held against nothing counts for nothing.
    reworded.value = 7
    let ledger = GapLedger(
      before: [
        finding("same"), finding("more", cells: 2), finding("less", cells: 5), finding("gone"),
        finding("known"),
      ],
      after: [finding("new"), reworded, finding("more", cells: 3), finding("less", cells: 4)],
      accepted: [finding("known")])
    func keys(_ state: GapLedger.State) -> [String] {
      ledger.entries(state).compactMap { $0.finding?.key.first }
    }
    #expect(keys(.opened) == ["new"])
    #expect(keys(.worsened) == ["more"])
    #expect(keys(.persisting) == ["same"])
    #expect(keys(.eased) == ["less"])
    #expect(keys(.closed) == ["gone"])
    #expect(keys(.accepted) == ["known"])
    #expect(ledger.isWorse)
    #expect(!GapLedger(before: [finding("a", cells: 2)], after: [finding("a")]).isWorse)
    #expect(GapLedger(before: [], after: []).entries.isEmpty)
  }

  @Test(
    "Of a value against a threshold the distance counts, and not its last bits; of the same, the cells"
  )
  func shortfalls() {
    func state(_ before: (Double, Int), _ after: (Double, Int)) -> GapLedger.State? {
      let findings = [before, after].map { value, cells in
        var finding = finding("share", cells: cells)
        (finding.value, finding.threshold) = (value, 0.75)
        return finding
      }
      return GapLedger(before: [findings[0]], after: [findings[1]]).entries.first?.state
    }
    #expect(state((57 / 84, 1), (51 / 84, 1)) == .worsened)
    #expect(state((0.5, 1), (0.7, 9)) == .eased)
    #expect(state((0.3, 1), (0.1 + 0.2, 1)) == .persisting)
    #expect(state((0.3, 1), (0.1 + 0.2, 2)) == .worsened)
    // Above a threshold that is the most, farther is worse too.
    #expect(state((0.8, 1), (0.9, 1)) == .worsened)
  }

  @Test("A set of subjects that loses one goes on; one subject is a matter of its own")
  func members() {
    func loop(_ members: [String]) -> Finding {
      Finding(
        rule: "s/x", severity: .error, key: members, subjects: .organizations(members),
        needs: Finding.Needs(service: "shelter", areas: ["a"]), sentence: "")
    }
    func states(_ before: [[String]], _ after: [[String]]) -> [GapLedger.State] {
      GapLedger(before: before.map(loop), after: after.map(loop)).entries.map(\.state)
    }
    #expect(states([["p", "q", "r"]], [["p", "q"]]) == [.persisting])
    #expect(states([["p", "q", "r", "s"]], [["p", "q"], ["r", "s"]]) == [.worsened, .worsened])
    #expect(states([["p", "q"]], [["r", "s"]]) == [.opened, .closed])
    #expect(states([["p", "q"]], [["p"]]) == [.opened, .closed])
  }

  @Test("The heaviest come first, and the order of the findings changes nothing")
  func order() {
    let after = [finding("b", .info), finding("a", cells: 9, .warning), finding("c")]
    let ledger = GapLedger(before: [], after: after)
    #expect(ledger.entries.compactMap { $0.finding?.key.first } == ["a", "c", "b"])
    #expect(ledger == GapLedger(before: [], after: after.reversed()))
  }

  func fold(_ areas: [String], _ groups: [String] = ["g"], entry: String? = "e") -> Finding {
    Finding(
      rule: "s/x", severity: .error, key: [entry ?? "", areas.joined(separator: "+")] + groups,
      subjects: .organizations([entry ?? "hub"]),
      needs: Finding.Needs(
        entry: entry, service: "shelter", areas: areas, groups: groups.map { Code($0) }),
      cells: areas.count * groups.count, sentence: areas.joined(separator: " and "))
  }

  @Test("A gap mended in one district of three has eased; it has neither closed nor opened")
  func folded() {
    let ledger = GapLedger(
      before: [fold(["a", "b", "c"]), fold(["a"], entry: "other")],
      after: [fold(["a"]), fold(["c"])])
    #expect(ledger.entries(.eased).map { $0.after?.sentence } == ["a", "c"])
    #expect(ledger.entries(.eased).allSatisfy { $0.before?.cells == 3 })
    #expect(ledger.entries(.closed).map { $0.before?.needs?.entry } == ["other"])
    #expect(ledger.entries(.opened).isEmpty)
    #expect(!ledger.isWorse)
  }

  @Test("Needs folded otherwise persist, and more of them are worse")
  func refolded() {
    let split = GapLedger(before: [fold(["a", "b"])], after: [fold(["a"]), fold(["b"])])
    #expect(split.entries.map(\.state) == [.persisting, .persisting])
    // Women of a are mended, so that men of both are one fold now.
    let merged = GapLedger(
      before: [fold(["a"], ["men", "women"]), fold(["b"], ["men"])],
      after: [fold(["a", "b"], ["men"])])
    #expect(merged.entries.map(\.state) == [.eased])
    let wider = GapLedger(before: [fold(["a"])], after: [fold(["a", "b"])])
    #expect(wider.entries.map(\.state) == [.worsened])
    // Without an entry point the subjects are told apart.
    let others = GapLedger(
      before: [fold(["a"], entry: nil)],
      after: [
        Finding(
          rule: "s/x", severity: .error, key: ["k"], subjects: .organizations(["mill"]),
          needs: Finding.Needs(service: "shelter", areas: ["a", "b"], groups: ["g"]),
          sentence: "mill")
      ])
    #expect(others.entries.map(\.state) == [.opened, .closed])
  }
}
