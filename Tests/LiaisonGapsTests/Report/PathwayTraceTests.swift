import LiaisonFiles
import LiaisonGaps
import LiaisonModel
import Testing

@Suite("The ways from one entry point, worked by hand")
struct PathwayTraceTests {
  static let network = """
    liaison: 1
    title: Ways
    as_of: 2025-06-30
    boundary: {rule: all}
    assume: {groups: any, cases: any}
    areas: [{id: east, name: East District}]
    organizations:
      - {id: desk, name: Help Desk, areas: [east], entry_point: {groups: [adult]}, services: [{id: h, type: hotline}]}
      - {id: a, name: Office A, areas: [east]}
      - {id: b, name: Office B, areas: [east]}
      - {id: house, name: Safe House, areas: [east], services: [{id: s, type: shelter.emergency, groups: [adult.female, adult.male=unknown]}]}
      - {id: law, name: Law Clinic, areas: [east], services: [{id: l, type: legal_counsel, groups: [child]}]}
    agreements:
      - {id: mou, type: mou, name: MoU on shelter, valid_until: 2025-03-31}
    relations:
      - {id: r1, from: desk, to: a, kind: refers_to, response_time_hours: 24}
      - {id: r2, from: a, to: house, kind: refers_to, response_time_hours: 4.5, agreement: mou}
      - {id: r3, from: desk, to: b, kind: refers_to}
      - {id: r4, from: b, to: house, kind: refers_to}
      - {id: r5, from: b, to: a, kind: refers_to}
    """

  func trace(
    _ service: Code, _ group: Code, alternatives: Int = 3
  ) throws -> (trace: PathwayTrace, network: StakeholderNetwork) {
    let network = try Written.network(Self.network)
    let table = PathwayTable(network, services: [service], on: Written.date)
    let desk = try #require(network.organization("desk"))
    let trace = try #require(
      PathwayTrace(
        table, from: desk,
        PathwayTrace.Question(services: [service], groups: [group]), alternatives: alternatives))
    return (trace, network)
  }

  @Test("The best way, its response time, the others in their order, and what has expired")
  func reached() throws {
    let (trace, network) = try trace("shelter.emergency", "adult.female")
    #expect(trace.rows.count == 1)
    let row = try #require(trace.rows.first)
    #expect(row.status == .reached)
    func ids(_ way: Pathway?) -> [String] {
      way?.organizations.map { network.organizations[$0].id } ?? []
    }
    #expect(ids(row.best) == ["desk", "a", "house"])
    #expect(row.best?.responseHours(in: network) == 28.5)
    #expect(row.alternatives.map(ids) == [["desk", "b", "house"], ["desk", "b", "a", "house"]])
    #expect(row.alternatives.map { $0.responseHours(in: network) } == [nil, nil])
    #expect(
      row.sentence
        == "An adult woman identified by the Help Desk in East District reaches emergency shelter at "
        + "Safe House in two hops. The way rests on an expired agreement: MoU on shelter, until "
        + "2025-03-31.")
    #expect(
      trace.text().contains(
        "  Way:   Help Desk → Office A → Safe House\n         2 hops, confidence not stated, answers "
          + "within 28.5 hours, rests on an\n         expired agreement (mou)\n"))
    let fewer = try self.trace("shelter.emergency", "adult.female", alternatives: 1).trace
    #expect(fewer.rows.first?.alternatives.count == 1)
  }

  @Test("Arrows are hops; a dash joins an organization and its unit")
  func hops() throws {
    let standard = try #require(ShippedData.standard("four-pillars"))
    let report = try GapAnalysis.run(Written.samundar(), against: standard)
    let network = report.pathways.network
    let entry = try #require(network.organization("police-north"))
    let question = PathwayTrace.Question(services: ["shelter.emergency"], groups: ["adult.female"])
    let trace = try #require(PathwayTrace(report.pathways, from: entry, question))
    let text = trace.text()
    let lines = text.split(separator: "\n").map(String.init)
    #expect(text.contains("Each arrow (→) is one hop"))
    #expect(text.contains("North Police Station – Provincial Police → "), "\(text)")
    let ways = lines.indices.filter {
      lines[$0].hasPrefix("  Way:") || lines[$0].hasPrefix("  Other:")
    }
    #expect(!ways.isEmpty)
    for start in ways {
      let end = try #require(lines[start...].firstIndex { $0.contains(" hop") })
      let arrows = lines[start..<end].joined().count { $0 == "→" }
      #expect(lines[end].contains("\(arrows) hop"), "\(lines[end])")
    }
  }

  @Test("What is not known is said; who does not arrive, whom nobody serves, what is at hand")
  func others() throws {
    #expect(
      try trace("shelter.emergency", "adult.male").trace.rows.map(\.sentence) == [
        "An adult man identified by the Help Desk in East District may reach emergency shelter at Safe "
          + "House in two hops. Not known is whether Office A sends such people to Safe House. The "
          + "way rests on an expired agreement: MoU on shelter, until 2025-03-31."
      ])
    #expect(
      try trace("shelter.emergency", "child.male").trace.rows.map(\.sentence) == [
        "The Help Desk is not recorded as a place where boys from East District first arrive."
      ])
    #expect(
      try trace("legal_counsel", "adult.female").trace.rows.map(\.sentence) == [
        "No provider of legal counsel is recorded for women in East District."
      ])
    #expect(
      try trace("hotline", "adult.female").trace.rows.map(\.sentence) == [
        "An adult woman identified by the Help Desk in East District reaches hotline advice there."
      ])
  }

  @Test("A labour inspector's question is answered to the word on Samundar")
  func samundar() throws {
    let network = try Written.samundar()
    let services: [Code] = ["shelter.emergency", "legal_counsel", "wage_recovery"]
    let table = PathwayTable(network, services: services, on: Written.date)
    let desk = try #require(network.organization("labour-inspectorate"))
    let trace = try #require(
      PathwayTrace(
        table, from: desk,
        PathwayTrace.Question(
          services: services, areas: ["north"], groups: ["adult.male"], cases: ["labour"])))
    #expect(trace.rows.map(\.status) == [.missing, .reached, .reached])
    #expect(
      trace.rows.map(\.sentence) == [
        "No arrangement is recorded by which an adult man identified by the Labour Inspectorate in "
          + "North District reaches emergency shelter: the path stops at Provincial Police, whose only "
          + "relation of its own, to the Dar-ul-Aman Women's Shelter, admits women only, and none of whose "
          + "units leads to such a service for them.",
        "An adult man identified by the Labour Inspectorate in North District reaches legal counsel at "
          + "the Insaf Legal Aid Centre in one hop.",
        "An adult man identified by the Labour Inspectorate in North District reaches wage recovery at "
          + "the Payment of Wages Authority in one hop.",
      ])
  }
}

@Suite("Other ways, by trying every one on small made-up networks")
struct OtherWaysTests {
  @Test("The ways are the cheapest without a circle, in their order", arguments: 0..<100)
  func ways(_ seed: Int) throws {
    guard let network = RandomNetwork(seed: UInt64(seed), organizations: 6, relations: 10).network
    else { return }
    let table = PathwayTable(network, services: RandomNetwork.services, on: Written.date)
    for cell in table.cells.prefix(60) {
      let need = table.need(of: cell)
      let entry = table.entries[cell.entry]
      let trace = try #require(
        PathwayTrace(
          table, from: entry,
          PathwayTrace.Question(
            services: [need.service], areas: [network.areas[need.area].id], groups: [need.group],
            cases: need.caseCode == .any ? nil : [need.caseCode]), alternatives: 40))
      let rows = trace.rows.filter { $0.status == .reached || $0.status == .assumed }
      guard let row = rows.first, trace.rows.count == 1, let best = row.best else { continue }
      struct Way: Hashable {
        var organizations: [Int]
        var service: Int
      }
      // Of parallel relations the cheapest counts.
      var cost: [Way: [Int]] = [:]
      let doubt = network.answer(ofEntry: entry, to: need, on: Written.date) == .unknown ? 1 : 0
      for service in network.services.indices {
        let brute = BruteForce(network: network, need: need)
        for way in brute.ways(from: entry, into: service)
        where !way.answers.contains(.no)
          && Set(way.organizations).count == way.organizations.count
        {
          let unknown = way.answers.filter { $0 == .unknown }.count + doubt
          let key = Way(organizations: way.organizations, service: service)
          let new = [unknown, way.hops]
          if cost[key].map({ new.lexicographicallyPrecedes($0) }) ?? true { cost[key] = new }
        }
      }
      // The best way may come round to a provider whose organization it has passed before.
      cost[Way(organizations: best.organizations, service: best.service)] = nil
      let found = row.alternatives
      #expect(
        Set(found.map { Way(organizations: $0.organizations, service: $0.service) })
          == Set(cost.keys), "seed \(seed), \(cell), best \(best), other \(cost)")
      for way in found {
        let key = Way(organizations: way.organizations, service: way.service)
        #expect(cost[key] == [way.unknownHops, way.hops], "seed \(seed), \(cell)")
      }
      let costs = ([best] + found).map { [$0.unknownHops, $0.hops] }
      #expect(
        zip(costs, costs.dropFirst()).allSatisfy { !$1.lexicographicallyPrecedes($0) },
        "seed \(seed), \(cell)")
    }
  }
}
