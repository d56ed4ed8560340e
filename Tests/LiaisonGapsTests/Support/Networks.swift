import Foundation
import LiaisonFiles
import LiaisonGaps
import LiaisonModel
import LiaisonTestSupport
import Testing

/// Networks and standards written in the tests as planners write them.
enum Written {
  static let date = CalendarDate(year: 2025, month: 6, day: 30) ?? CalendarDate(days: 0)

  static func network(_ yaml: String) throws -> StakeholderNetwork {
    let document = NetworkReader.document(yaml: yaml)
    #expect(document.problems.isEmpty, "\(document.problems.map(\.sentence))")
    return try resolve(document)
  }

  static func resolve(_ document: NetworkDocument) throws -> StakeholderNetwork {
    do {
      return try NetworkResolver.resolve(
        document, vocabulary: .shipped.extended(by: document.vocabulary))
    } catch {
      Issue.record("\(error.problems.map(\.sentence))")
      throw error
    }
  }

  /// A standard of the expectations given.
  static func standard(_ expectations: String) throws -> Standard {
    let text = """
      liaison_standard: 1
      id: ours
      title: Our own
      expectations:
      \(expectations.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n"))
      """
    let result = StandardReader.decode(Array(text.utf8), path: "ours.yaml")
    return try #require(result.standard, "\(result.problems.map(\.sentence))")
  }

  static func report(_ yaml: String, _ expectations: String) throws -> GapReport {
    try GapAnalysis.run(network(yaml), against: standard(expectations), asOf: date)
  }

  /// A network as its document, judged, and the standard of the expectations.
  static func judged(
    _ yaml: String, _ expectations: String
  ) throws -> (NetworkDocument, GapReport, Standard) {
    let standard = try standard(expectations)
    let report = try GapAnalysis.run(network(yaml), against: standard, asOf: date)
    return (NetworkReader.document(yaml: yaml), report, standard)
  }

  static var samundarPath: String { Checkout.root.appending(path: "graphs/samundar").path }

  static func samundar() throws -> StakeholderNetwork {
    try resolve(NetworkReader.read(path: samundarPath))
  }

  /// Samundar as its document, judged against `four-pillars`, and the four actions recommended for it: a minute's work
  /// where nothing is optimized, done once.
  static let samundarRecommendation = Result {
    let document = try NetworkReader.read(path: samundarPath)
    let standard = try #require(ShippedData.standard("four-pillars"))
    let report = try GapAnalysis.run(samundar(), against: standard)
    return (
      document: document, standard: standard, report: report,
      recommendation: Recommendation(for: document, report, against: standard, count: 4)
    )
  }

  /// The need of a network, by its words.
  static func need(
    _ network: StakeholderNetwork, _ service: Code, _ group: Code, in area: String,
    _ caseCode: Code = .any
  ) throws -> Need {
    Need(
      service: service, area: try #require(network.area(area)), group: group, caseCode: caseCode)
  }

  /// The province of DESIGN §4, with its men's refuge.
  static let province = """
    liaison: 1
    title: Referral network, Province of Samundar
    as_of: 2025-06-30
    boundary: {rule: "members of the committee and whom they named", complete: [organizations, referral]}
    assume: {cases: any}
    areas:
      - {id: samundar, name: Samundar, level: province}
      - {id: north, name: North District, level: district, within: samundar}
    organizations:
      - id: labour-inspectorate
        name: Labour Inspectorate
        sector: gov.labour_inspection
        areas: [samundar]
        groups: [any]
        entry_point: {groups: [adult], cases: [labour]}
        answered: 2025-05-03
      - {id: police, name: Provincial Police, sector: gov.law_enforcement, areas: [samundar], groups: [any], units_refer: yes}
      - {id: police-north, parent: police, name: Police Station North, areas: [north], located_in: north, entry_point: true}
      - id: dar-ul-aman
        name: Women's Shelter
        sector: ngo.specialised
        areas: [samundar]
        services:
          - {id: shelter, type: shelter.emergency, groups: [adult.female, child.male=unknown]}
      - {id: mens-refuge, name: Men's Refuge, sector: cso.faith, areas: [samundar], services: [{id: shelter, type: shelter.emergency, groups: [adult.male]}]}
    agreements:
      - {id: mou-7, type: mou, parties: [labour-inspectorate, police], valid_from: 2022-01-01, valid_until: 2025-03-31}
    relations:
      - {from: labour-inspectorate, to: police, kind: refers_to, agreement: mou-7, feedback: none,
         evidence: [{source: "workshop 2025-05", kind: survey, reporter: from, answer: yes, confidence: 0.8}]}
      - {from: police, to: dar-ul-aman/shelter, kind: refers_to, groups: [adult.female]}
    """
}
