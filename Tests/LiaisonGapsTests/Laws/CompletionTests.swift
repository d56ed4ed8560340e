import LiaisonGaps
import LiaisonModel
import LiaisonTestSupport
import Testing

@Suite("Statuses by trying every completion of what is not known")
struct CompletionTests {
  /// The status of a row, from what every completion says of it (SEMANTICS §4).
  static func status(_ worlds: [PlainNetwork], entry: Int, _ need: PlainNetwork.Need)
    -> PathwayStatus
  {
    let arises = worlds.map { $0.meets(entry, need) }
    guard arises.contains(true) else { return .notApplicable }
    guard worlds.contains(where: { !$0.providers(need).isEmpty }) else { return .noProvider }
    let ways = worlds.indices.map { arises[$0] && worlds[$0].hasWay(from: entry, need) }
    if ways.allSatisfy({ $0 }) { return .reached }
    if ways.contains(true) { return .assumed }
    let isSilent = worlds.contains { world in
      world.reached(from: entry, need).contains { world.places[$0].isSilent }
    }
    return isSilent || arises.contains(false) ? .unclear : .missing
  }

  @Test("Each row's status is what all completions together say", arguments: 0..<8)
  func statuses(_ block: Int) throws {
    var tried: [PathwayStatus: Int] = [:]
    var networks = 0
    for seed in (block * 50)..<(block * 50 + 50) {
      let made = RandomNetwork(
        seed: UInt64(seed) &+ 40_000, organizations: 4, relations: 5, unknowns: 0.1)
      let completion = Completion(made.document)
      guard completion.count <= 5 else { continue }
      let network = try #require(made.network, "seed \(seed)")
      networks += 1
      let worlds = completion.all
      for (row, status) in LawTests.statuses(network) {
        let entry = try #require(Int(row.entry.dropFirst()))
        let need = PlainNetwork.Need(
          service: row.service, area: row.area, group: row.group, caseCode: row.caseCode)
        let expected = Self.status(worlds, entry: entry, need)
        #expect(status == expected, "seed \(seed): \(row)")
        tried[status, default: 0] += 1
      }
    }
    // Nothing is passed over in silence: networks were tried, and every status met.
    #expect(networks >= 20)
    #expect(tried.count == PathwayStatus.allCases.count, "\(tried)")
  }
}
