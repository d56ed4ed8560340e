import LiaisonFiles
import LiaisonModel
import Testing

@testable import LiaisonGaps

@Suite("What closes, and what is lost with it")
struct ClosureTests {
  /// The table of a network in which some organizations and services have ended: the same as without
  /// them, with every cell in its place.
  func table(
    _ document: NetworkDocument, ended organizations: [Int], services: [Int],
    _ network: StakeholderNetwork, types: [Code], vocabulary: Vocabulary
  ) throws -> PathwayTable {
    var document = document
    for index in organizations { document.organizations[index].validity.status = .of("ended") }
    for service in services {
      let owner = network.services[service].organization
      let id = network.services[service].id
      for position in document.organizations[owner].services.indices
      where document.organizations[owner].services[position].id.value == id {
        document.organizations[owner].services[position].validity.status = .of("ended")
      }
    }
    let changed = try NetworkResolver.resolve(document, vocabulary: vocabulary)
    return PathwayTable(changed, services: types, on: Written.date)
  }

  /// The loss by comparing two whole tables.
  func loss(_ before: PathwayTable, _ after: PathwayTable, _ closed: Set<Int>) -> ClosureLoss {
    struct Need: Hashable {
      var service: Int
      var area: Int
      var profile: Int
    }
    var loss = ClosureLoss()
    var had: Set<Need> = []
    var has: Set<Need> = []
    for cell in before.cells where before.status(of: cell).isWay {
      let need = Need(service: cell.service, area: cell.area, profile: cell.profile)
      had.insert(need)
      if after.status(of: cell).isWay {
        has.insert(need)
      } else if closed.contains(before.entries[cell.entry]) {
        loss.own += 1
      } else {
        loss.pathways += 1
      }
    }
    loss.needs = had.subtracting(has).count
    return loss
  }

  @Test("Closing equals a network without them, on small made-up networks", arguments: 0..<120)
  func bruteForce(_ seed: Int) throws {
    let made = RandomNetwork(seed: UInt64(seed), organizations: 6, relations: 9)
    guard let network = made.network else { return }
    let types = RandomNetwork.services
    let before = PathwayTable(network, services: types, on: Written.date)
    let trial = ClosureTrial(before) { _, _, _ in true }
    let heads = network.organizations.indices.filter { network.organizations[$0].parent == nil }
    let closures =
      heads.map { Closure(closing: [$0], in: network) }
      + network.services.indices.map { Closure(organizations: [], services: [$0]) }
    let result = trial.result(closures, naming: true)
    #expect(result.pathways == before.cells.filter { before.status(of: $0).isWay }.count)
    var alone: [ClosureLoss] = []
    for (index, closure) in closures.enumerated() {
      let after = try table(
        made.document, ended: closure.organizations, services: closure.services, network,
        types: types, vocabulary: RandomNetwork.vocabulary)
      let expected = loss(before, after, Set(closure.organizations))
      #expect(result.losses[index] == expected, "seed \(seed), \(closure)")
      #expect(result.lost[index].count == expected.needs)
      alone.append(expected)
    }
    // Two at once: what neither cuts by itself.
    let pairs = trial.jointLosses(Array(closures.prefix(heads.count)))
    for first in heads.indices {
      for second in heads.indices.dropFirst(first + 1) {
        let both = closures[first].organizations + closures[second].organizations
        let tables = try [closures[first].organizations, closures[second].organizations, both].map {
          try table(
            made.document, ended: $0, services: [], network, types: types,
            vocabulary: RandomNetwork.vocabulary)
        }
        let expected = before.cells.filter { cell in
          !both.contains(before.entries[cell.entry]) && tables[0].status(of: cell).isWay
            && tables[1].status(of: cell).isWay && !tables[2].status(of: cell).isWay
        }.count
        let found = pairs.first { $0.first == first && $0.second == second }?.loss.pathways ?? 0
        #expect(found == expected, "seed \(seed), \(first) and \(second)")
      }
    }
  }

  /// Two ways to the shelter, by the police and by the union, and one to legal counsel.
  static let twoWays = """
    liaison: 1
    title: Two ways
    as_of: 2025-06-30
    boundary: {rule: all}
    assume: {cases: any, groups: any}
    areas: [{id: north, name: North District}]
    organizations:
      - {id: office, name: Labour Office, areas: [north], entry_point: true}
      - {id: police, name: Police, areas: [north]}
      - {id: union, name: Dockers' Union, areas: [north]}
      - {id: refuge, name: Harbour Refuge, areas: [north], services: [{id: shelter, type: shelter.emergency}]}
      - {id: lawyers, name: Lawyers' Panel, areas: [north], services: [{id: counsel, type: legal_counsel}]}
    relations:
      - {from: office, to: police, kind: refers_to}
      - {from: office, to: union, kind: refers_to}
      - {from: police, to: refuge, kind: refers_to}
      - {from: union, to: refuge, kind: refers_to}
      - {from: union, to: lawyers, kind: refers_to}
    """

  @Test("By hand: the refuge cuts six, the union six, and the police only together with the union")
  func byHand() throws {
    let network = try Written.network(Self.twoWays)
    let table = PathwayTable(network, on: Written.date)
    let ranking = ClosureRanking(table) { _, _, _ in true }
    func ids(_ row: ClosureRanking.Row) -> [String] {
      row.organizations.map { network.organizations[$0].id }
    }
    // Six groups, one area, one class of cases: six pathways to each of two services.
    #expect(ranking.pathways == 12)
    #expect(ranking.rows.map(ids) == [["lawyers"], ["refuge"], ["union"], ["office"]])
    #expect(ranking.rows.map(\.loss.pathways) == [6, 6, 6, 0])
    #expect(ranking.rows.last?.loss == ClosureLoss(pathways: 0, own: 12, needs: 12))
    #expect(ranking.pairs.map(ids) == [["police", "union"]])
    #expect(ranking.pairs.first?.loss.pathways == 6)
    #expect(ranking.tried == 5 && ranking.triedInPairs == 5)
  }

  @Test("Where all cannot be tried, the busiest are, and the briefing says so")
  func bounded() throws {
    let report = try Written.report(
      Self.twoWays,
      "- {id: p, kind: pathway, services: [shelter.emergency], severity: error, citation: ours}")
    let few = ClosureRanking(report.pathways, pairLimit: 2) { _, _, _ in true }
    #expect(few.triedInPairs == 2)
    #expect(
      ClosureBriefing(report, few).basis.last
        == "Pairs were tried among the 2 organizations with the most referrals.")
    let whole = ClosureBriefing(report, ClosureRanking(report))
    #expect(whole.basis.last == "Every pair was tried.")
    #expect(
      whole.answer
        == "The closure of the Harbour Refuge would cut most pathways: 6 of 6 that are reached, "
        + "and 6 of 6 needs have no way left from anywhere.")
    #expect(whole.text().contains("        6        6        0  Harbour Refuge\n"))
  }

  @Test("Samundar: whose closure cuts most is what deleting each organization shows")
  func samundar() throws {
    let report = try GapAnalysis.run(
      Written.samundar(), against: try #require(ShippedData.standard("four-pillars")))
    let ranking = ClosureRanking(report)
    let document = try NetworkReader.read(path: Written.samundarPath)
    let network = report.pathways.network
    let types = report.pathways.needs.services
    for row in ranking.rows.prefix(10) {
      let closed = network.withUnits(row.organizations)
      let after = try table(
        document, ended: closed, services: [], network, types: types,
        vocabulary: .shipped.extended(by: document.vocabulary))
      var lost = 0
      for cell in report.pathways.cells where report.isAsked(cell) {
        let isOwn = closed.contains(report.pathways.entries[cell.entry])
        if !isOwn, report.pathways.status(of: cell).isWay, !after.status(of: cell).isWay {
          lost += 1
        }
      }
      #expect(lost == row.loss.pathways, "\(network.organizations[row.organizations[0]].id)")
    }
    let first = try #require(ranking.rows.first)
    #expect(first.organizations.map { network.organizations[$0].id } == ["police"])
    #expect(first.loss == ClosureLoss(pathways: 459, own: 339, needs: 24))
    #expect(
      ClosureBriefing(report, ranking).answer
        == "The closure of Provincial Police would cut most pathways: 459 of 1,805 (the 1,744 that "
        + "are reached and 61 that may be), and 24 of 345 needs have no way left from anywhere.")
  }

  @Test(
    "Where more stayed silent than the standard admits nobody is ranked, and the reason is said")
  func silence() throws {
    func report(_ limit: String) throws -> GapReport {
      try Written.report(
        """
        liaison: 1
        title: Silence
        boundary: {rule: all}
        assume: {areas: any, groups: any, cases: any}
        areas: [{id: north, name: North District}]
        organizations:
          - {id: desk, name: Desk, entry_point: true, answered: 2025-05-01}
          - {id: bridge, name: Bridge, answered: 2025-05-01}
          - {id: house, name: House, answered: no, services: [{id: beds, type: shelter.emergency}]}
          - {id: other, name: Other, answered: 2025-05-01}
        relations:
          - {from: desk, to: bridge, kind: refers_to}
          - {from: bridge, to: house, kind: refers_to}
        """,
        """
        - {id: p, kind: pathway, services: [shelter.emergency], severity: error, citation: ours}
        - {id: b, kind: brokerage, sectors: [media, academia]\(limit), severity: info, citation: ours}
        """)
    }
    // One of four: above a fifth, and above a tenth, but not above a quarter.
    for (limit, share) in [("", "20 %"), (", max_nonresponse: 0.1", "10 %")] {
      let report = try report(limit)
      let briefing = ClosureBriefing(report, ClosureRanking(report))
      #expect(
        briefing.answer
          == "Nobody is ranked: 1 of the 4 organizations asked stayed silent, more than "
          + "\(share), and who they work with is not known.")
      #expect(briefing.singles.isEmpty && briefing.pairs.isEmpty)
    }
    let report = try report(", max_nonresponse: 0.25")
    let briefing = ClosureBriefing(report, ClosureRanking(report))
    #expect(report.nonResponseLimit == 0.25 && report.rankingRefusal == nil)
    #expect(briefing.answer.contains("Bridge") && !briefing.singles.isEmpty)
  }

  @Test("Who ties for most is named once, with the most that any of them cuts off")
  func tie() throws {
    let network = """
      liaison: 1
      title: A tie
      as_of: 2025-06-30
      boundary: {rule: all}
      assume: {cases: any}
      areas:
        - {id: north, name: North, level: district}
        - {id: south, name: South, level: district}
      organizations:
        - {id: desk, name: Desk, sector: gov.labour_inspection, areas: [north], groups: [adult.female], entry_point: true}
        - {id: line, name: Helpline, sector: hotline, areas: [north], groups: [adult.female], entry_point: true}
        - {id: office, name: South Office, sector: gov.labour_inspection, areas: [south], groups: [adult.female], entry_point: true}
        - {id: police, name: Police, sector: gov.law_enforcement, areas: [north, south], groups: [any]}
        - {id: a, name: House A, sector: ngo.specialised, areas: [north], groups: [adult.female], services: [{id: s, type: shelter.emergency}]}
        - {id: b, name: House B, sector: ngo.specialised, areas: [north], groups: [adult.female], services: [{id: s, type: shelter.emergency}]}
        - {id: home, name: South Home, sector: ngo.specialised, areas: [south], groups: [adult.female], services: [{id: s, type: shelter.emergency}]}
      relations:
        - {from: desk, to: police, kind: refers_to}
        - {from: police, to: a, kind: refers_to}
        - {from: police, to: b, kind: refers_to}
        - {from: line, to: a, kind: refers_to}
        - {from: line, to: b, kind: refers_to}
        - {from: office, to: home, kind: refers_to}
      """
    let report = try Written.report(
      network,
      "- {id: p, kind: pathway, services: [shelter.emergency], groups: [adult.female], severity: error, citation: ours}"
    )
    let lead = try #require(ClosureBriefing.lead(report))
    #expect(
      lead.hasPrefix(
        "The closure of the South Home or Police would cut most pathways each: 1 of 3 that are reached, and up "
          + "to 1 of 2 needs has no way left from anywhere. All of them:"), "\(lead)")
  }
}
