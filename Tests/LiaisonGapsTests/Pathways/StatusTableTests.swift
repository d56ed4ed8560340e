import LiaisonModel
import LiaisonTestSupport
import Testing

@testable import LiaisonGaps

@Suite("Statuses as they would be without some relations")
struct StatusTableTests {
  @Test("They are those of the network that lacks the relations", arguments: 0..<80)
  func without(_ seed: Int) throws {
    let document = RandomNetwork(seed: UInt64(seed), organizations: 6, relations: 8).document
    guard let network = try? NetworkResolver.resolve(document, vocabulary: RandomNetwork.vocabulary)
    else { return }
    var random = SeededRandom(seed: UInt64(seed))
    let left = Set(network.relations.indices.filter { _ in random.chance(0.4) })
    let table = PathwayTable(network, services: RandomNetwork.services, on: Written.date)
    let statuses = table.statuses(without: left)
    let other = PathwayTable(
      network.without(relations: left), services: RandomNetwork.services, on: Written.date)
    for cell in table.cells {
      let expected = other.status(entry: table.entries[cell.entry], need: table.need(of: cell))
      #expect(statuses.status(of: cell) == expected, "seed \(seed)")
    }
  }
}
