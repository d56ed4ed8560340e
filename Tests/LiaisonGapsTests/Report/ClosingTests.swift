import LiaisonModel
import Testing

@testable import LiaisonGaps

@Suite("Which one relation closes a missing pathway")
struct ClosingTests {
  @Test(
    "What one relation is said to close, it closes, and no more: run again with it",
    arguments: 0..<200)
  func closes(_ seed: Int) throws {
    let document = RandomNetwork(seed: UInt64(seed), organizations: 6, relations: 7).document
    guard let network = try? NetworkResolver.resolve(document, vocabulary: RandomNetwork.vocabulary)
    else { return }
    let table = PathwayTable(network, services: RandomNetwork.services, on: Written.date)
    let expectation = Expectation(id: "p", kind: "pathway", severity: .error, citation: "")
    let needs = table.needs
    let asked = NeedSelection.Positions(
      services: Array(needs.services.indices), areas: Array(needs.areas.indices),
      profiles: Array(0..<needs.profileCount), caseClasses: Array(needs.caseClasses.indices))
    var ledger = PathwayLedger()
    ledger.add(table.cells.filter { table.status(of: $0) == .missing }, asked, expectation, table)
    let folds = ledger.folds
    for relation in Closing(table, folds).relations {
      guard let relation else { continue }
      var after = document
      var entry = RelationEntry()
      entry.id = .of("new")
      entry.from = .of(network.organizations[relation.from].id)
      entry.to = .of(network.organizations[relation.to].id)
      entry.kind = .of("refers_to")
      after.relations.append(entry)
      let rerun = PathwayTable(
        try NetworkResolver.resolve(after, vocabulary: RandomNetwork.vocabulary),
        services: RandomNetwork.services, on: Written.date)
      let closed = folds.indices.filter { index in
        folds[index].cells.allSatisfy { rerun.status(of: $0).isWay }
      }
      #expect(relation.closes == closed, "seed \(seed)")
    }
  }
}
