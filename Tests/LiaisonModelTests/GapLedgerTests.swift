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

  @Test("The heaviest come first, and the order of the findings changes nothing")
  func order() {
    let after = [finding("b", .info), finding("a", cells: 9, .warning), finding("c")]
    let ledger = GapLedger(before: [], after: after)
    #expect(ledger.entries.compactMap { $0.finding?.key.first } == ["a", "c", "b"])
    #expect(ledger == GapLedger(before: [], after: after.reversed()))
  }
}
