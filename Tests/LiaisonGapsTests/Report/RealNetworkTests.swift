import Foundation
import LiaisonCatalog
import LiaisonFiles
import LiaisonGaps
import LiaisonModel
import Testing

/// Where the networks of others lie on the machine that has them; they are not ours to ship.
private let networksOfOthers = "/work/shared/fixtures/networks"

@Suite(
  "Real networks",
  .enabled(
    if: FileManager.default.fileExists(atPath: networksOfOthers),
    "the networks of others are not on this machine"))
struct RealNetworkTests {
  static let everything = """
    - {id: a, kind: presence, sectors: [gov.law_enforcement], severity: info, citation: ours}
    - {id: b, kind: coverage, services: [shelter.emergency], severity: info, citation: ours}
    - {id: c, kind: pathway, services: [shelter.emergency], severity: info, citation: ours}
    - {id: d, kind: redundancy, services: [shelter.emergency], severity: info, citation: ours}
    - {id: e, kind: feedback, severity: info, min: 0.5, citation: ours}
    - {id: f, kind: dependence, services: [shelter.emergency], severity: info, citation: ours}
    - {id: g, kind: disjoint, services: [shelter.emergency], severity: info, citation: ours}
    - {id: h, kind: cohesion, min: 1, severity: info, citation: ours}
    - {id: i, kind: brokerage, sectors: [state, county, city, federal, private], severity: info, citation: ours}
    - {id: j, kind: loop, services: [shelter.emergency], severity: info, citation: ours}
    - {id: k, kind: dead_end, severity: info, citation: ours}
    - {id: l, kind: duplication, services: [shelter.emergency], severity: info, citation: ours}
    - {id: m, kind: unconditional, services: [shelter.emergency], without: [state], severity: info, citation: ours}
    - {id: n, kind: capacity, services: [shelter.emergency], severity: info, citation: ours}
    - {id: o, kind: connection, layer: cooperation, severity: info, citation: ours}
    - {id: p, kind: cooperation, expect: required, pairs: {county: [state, city], federal: [private, federal]}, severity: info, citation: ours}
    - {id: q, kind: cooperation, expect: required, families: [referral], pairs: {private: [federal, city]}, severity: info, citation: ours}
    - {id: r, kind: cooperation, expect: neutral, pairs: {city: [private]}, severity: info, citation: ours}
    - {id: s, kind: cooperation, expect: vertical, sectors: [state, county, city, federal], severity: info, citation: ours}
    - {id: t, kind: cooperation, expect: prohibited, from: [state], to: [private], kinds: [shares_information_with], content: [case], severity: info, citation: ours}
    - {id: u, kind: handover, severity: info, citation: ours}
    - {id: v, kind: membership, ask: organization, severity: info, citation: ours}
    - {id: w, kind: plan, severity: info, citation: ours}
    - {id: x, kind: agreement, ask: [expired, parties, expiring, idle], severity: info, citation: ours}
    """

  @Test("No kind of expectation is left out")
  func kinds() throws {
    let asked = Set(try Written.standard(Self.everything).expectations.map(\.kind))
    #expect(asked == Set(ExpectationKinds.shipped.map(\.page.id)))
  }

  @Test(
    "Every analysis takes them; without a boundary they give questions, not findings",
    arguments: [
      "network_emon__Cheyenne", "network_emon__MtSi", "networkdata_karate",
      "networkdata_ht_advice", "networkdata_southern_women",
    ])
  func analyses(_ name: String) throws {
    let network = try Self.expectQuestions("\(networksOfOthers)/\(name)")
    // Whoever alone holds a network together is asked about; in Cheyenne and among the managers nobody
    // does.
    let report = try GapAnalysis.run(
      network, against: Written.standard(Self.everything), asOf: Written.date)
    if ["network_emon__MtSi", "networkdata_karate"].contains(name) {
      #expect(report.questions.contains { $0.rule == "ours/h" || $0.rule == "ours/i" })
    }
    let chosen = Convenors(network, on: Written.date, size: 2)
    #expect(chosen.sentences(network).count == 2)
  }

  /// Reads tables of ties and nodes, `PATH.edges.csv` and `PATH.nodes.csv`, with sponsorship as sector, and expects
  /// that every analysis takes them and, as they state no boundary, finds nothing and asks.
  ///
  /// - Returns: the network.
  static func expectQuestions(_ path: String) throws -> StakeholderNetwork {
    let plain = try NetworkReader.read(
      path: "\(path).edges.csv", nodes: "\(path).nodes.csv")
    var document = plain.nativized(isDirected: true)
    let sponsors = try sponsors("\(path).nodes.csv")
    for (index, sponsor) in sponsors.enumerated()
    where document.organizations.indices.contains(index) && !sponsor.isEmpty {
      document.organizations[index].sector = .of(Code(sponsor.lowercased()))
    }
    let network = try Written.resolve(document)
    #expect(!network.relations.isEmpty)
    let standards =
      try ["four-pillars", "partnership"].map { try #require(ShippedData.standard($0)) }
      + [Written.standard(everything)]
    for standard in standards {
      let report = try GapAnalysis.run(
        network, against: standard, asOf: Written.date,
        options: GapAnalysis.Options(testsSurvival: true))
      #expect(report.findings.isEmpty, "\(standard.id): \(report.findings.map(\.sentence))")
      // They have neither areas nor services: what asks for these says that it was not judged.
      #expect(!report.scope.notJudged.isEmpty)
      #expect(GapBriefing(report).text().contains("The network states no boundary"))
      #expect(ClosureRanking(report).rows.isEmpty)
    }
    return network
  }

  /// The network of the responders to a flood and to a rescue on a mountain, with what such tables lack: a
  /// district, services with room, caseloads, a donor, an agreement, a plan and a boundary. Who is tied to
  /// whom is as it was.
  static func enriched(_ name: String) throws -> NetworkDocument {
    let path = "\(networksOfOthers)/\(name)"
    var document = try NetworkReader.read(path: "\(path).edges.csv", nodes: "\(path).nodes.csv")
      .nativized(isDirected: true)
    let sponsors = try sponsors("\(path).nodes.csv")
    let ids = document.organizations.compactMap(\.id.value)
    document.header.asOf = .of(Written.date)
    document.header.assume.groups = .of(.any)
    document.header.assume.cases = .of(.any)
    document.header.assume.areas = .of(.any)
    var boundary = BoundaryEntry()
    boundary.rule = .of("those who took part")
    document.header.boundary = .of(boundary)
    var area = AreaEntry()
    area.id = .of("district")
    area.name = .of("District")
    document.areas = [area]
    for index in document.organizations.indices {
      if sponsors.indices.contains(index), !sponsors[index].isEmpty {
        document.organizations[index].sector = .of(Code(sponsors[index].lowercased()))
      }
      if index.isMultiple(of: 3) {
        var entry = EntryPointEntry()
        entry.always = .of(true)
        document.organizations[index].entryPoint = .of(entry)
        var load = CaseloadEntry()
        load.perMonth = .of(40)
        document.organizations[index].caseload = [load]
      } else if index % 5 == 1 {
        var service = ServiceEntry()
        service.id = .of("shelter")
        service.type = .of("shelter.emergency")
        var capacity = CapacityEntry()
        capacity.unit = .of("people_per_month")
        capacity.maximum = .of(10)
        service.capacity = .of(capacity)
        document.organizations[index].services = [service]
      }
    }
    for index in document.relations.indices { document.relations[index].kind = .of("refers_to") }
    var funding = RelationEntry()
    funding.from = .of(ids[0])
    funding.to = .of(ids[1])
    funding.kind = .of("funds")
    document.relations.append(funding)
    var agreement = AgreementEntry()
    agreement.id = .of("plan-of-operations")
    agreement.parties = .of([ids[0]])
    agreement.validity.until = .of(CalendarDate(days: Written.date.days - 1))
    document.agreements = [agreement]
    document.relations[0].agreement = .of("plan-of-operations")
    document.relations[0].feedback = .of("none")
    var activity = ActivityEntry()
    activity.id = .of("exercise")
    activity.title = .of("Joint exercise")
    activity.leads = .of([ids[0]])
    activity.supports = .of(ids.suffix(3))
    document.activities = [activity]
    return document
  }

  @Test(
    "With what they lack made up, every analysis judges them, and each of what follows from it",
    arguments: ["network_emon__Cheyenne", "network_emon__MtSi"])
  func enriched(_ name: String) throws {
    let document = try Self.enriched(name)
    let network = try Written.resolve(document)
    let standard = try Written.standard(Self.everything)
    let report = try GapAnalysis.run(
      network, against: standard,
      options: GapAnalysis.Options(testsSurvival: true, givesAccounts: true))
    #expect(!report.findings.isEmpty)
    // They name no body, tier or jurisdiction, and neither city nor private parts: of these nothing can
    // be said.
    #expect(
      Set(standard.expectations.map(\.id)).subtracting(report.scope.judged).isSubset(of: [
        "r", "s", "u", "v",
      ]))
    // Whose closure cuts most; what two closures cut together.
    let closures = ClosureRanking(report)
    #expect(closures.tried == network.organizations.count && !closures.rows.isEmpty)
    // The first actions, and what the patch of them does in truth.
    let recommendation = Recommendation(for: document, report, against: standard, count: 2)
    let applied = try recommendation.patch.applied(to: document).document
    let after = try GapAnalysis.run(Written.resolve(applied), against: standard)
    let gain = recommendation.steps.reduce(0) { $0 + $1.gain }
    // What has grown only as more people get that far weighs what it weighed before.
    let grown = Set(recommendation.steps.flatMap(\.grown).map(\.id))
    let cells = Dictionary(report.findings.map { ($0.id, $0.cells) }, uniquingKeysWith: max)
    func weight(_ judged: GapReport) -> Int {
      judged.findings.reduce(0) { sum, finding in
        let old = grown.contains(finding.id) ? cells[finding.id] ?? finding.cells : finding.cells
        return sum + finding.severity.weight * min(old, finding.cells)
      }
    }
    #expect(weight(report) - weight(after) >= gain)
    // Each one's sheet, and the first one's part.
    for place in network.organizations.indices {
      let sheet = ConfirmationSheet(report, of: place)
      #expect(sheet.organization == network.organizations[place].id)
    }
    let sheet = OrganizationSheet(of: 0, in: document, report, against: standard)
    #expect(sheet.organization == 0)
    // Against itself nothing has changed, whatever the order of its lines.
    var turned = document
    turned.organizations.reverse()
    turned.relations.reverse()
    let again = try GapAnalysis.run(Written.resolve(turned), against: standard)
    let ledger = GapLedger(before: report.findings, after: again.findings)
    let changed = ledger.entries.filter { $0.state != .persisting }
    #expect(changed.isEmpty, "\(changed.map { ($0.state, $0.finding?.sentence) })")
    #expect(ledger.entries.count == report.findings.count)
    #expect(again.questions.map(\.id) == report.questions.map(\.id))
  }

  /// The column `Sponsorship` of a table of nodes; nothing where it has none.
  static func sponsors(_ path: String) throws -> [String] {
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    func cells(_ line: Substring) -> [String] {
      line.split(separator: ",", omittingEmptySubsequences: false).map {
        $0.replacing("\"", with: "").trimmingCharacters(in: .whitespacesAndNewlines)
      }
    }
    guard let header = lines.first,
      let column = cells(header).firstIndex(of: "Sponsorship")
    else { return [] }
    return lines.dropFirst().map { cells($0)[column] }
  }
}
