import Foundation
import LiaisonFiles
import LiaisonGaps
import LiaisonModel
import LiaisonTestSupport

@testable import LiaisonReports

/// What the tests of reports share.
enum Fixtures {
  /// The built tool.
  static var tool: String { ToolRun.built("liaison") }

  static func run(_ arguments: [String], limit: Double = 120) throws -> ToolRun {
    try ToolRun.run(tool, ["report"] + arguments, limit: limit)
  }

  static func resolved(_ document: NetworkDocument) throws -> StakeholderNetwork {
    try NetworkResolver.resolve(
      document, vocabulary: .shipped.extended(by: document.vocabulary))
  }

  static func samundar() throws -> StakeholderNetwork {
    try resolved(NetworkReader.read(path: Checkout.path("graphs/samundar")))
  }

  /// A report without figures.
  static func report(
    _ network: StakeholderNetwork, against ids: [String] = ["four-pillars"]
  ) throws -> Report {
    var judged: [Report.Judged] = []
    for standard in ids.compactMap(ShippedData.standard) {
      judged.append(
        Report.Judged(standard: standard, gaps: try GapAnalysis.run(network, against: standard)))
    }
    return Report(network, judged[0], others: Array(judged.dropFirst()), tool: "liaison test")
  }

  /// A report against a standard that is not shipped, without figures.
  static func report(
    _ network: StakeholderNetwork, against standard: Standard
  ) throws -> Report {
    let gaps = try GapAnalysis.run(network, against: standard)
    return Report(
      network, Report.Judged(standard: standard, gaps: gaps), tool: "liaison test")
  }

  /// The standard of the sample country.
  static func kestria() throws -> Standard {
    try StandardReader.read(path: Checkout.path("graphs/kestria/standard.yaml"))
  }

  static func report(yaml: String) throws -> Report {
    try report(resolved(NetworkReader.document(yaml: yaml)))
  }

  /// The files of a folder by name.
  static func files(in folder: String) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      files[name] = try Data(contentsOf: URL(filePath: folder).appending(path: name))
    }
    return files
  }

  /// An inspectorate, police that take in women only, a shelter for women, a refuge for men.
  static let province = """
    liaison: 1
    title: A province
    as_of: 2025-06-30
    boundary: {rule: all who were asked}
    assume: {cases: any}
    areas: [{id: north, name: North District, level: district}]
    organizations:
      - {id: desk, name: The Secretariat, sector: gov.lead, areas: [north], groups: [any]}
      - {id: inspectorate, name: Labour Inspectorate, sector: gov.labour_inspection, areas: [north], groups: [any], entry_point: true, answered: 2025-05-01}
      - {id: police, name: Provincial Police, sector: gov.law_enforcement, areas: [north], groups: [any], answered: no}
      - {id: dar, name: Women's Shelter, sector: ngo.specialised, areas: [north], services: [{id: shelter, type: shelter.emergency, groups: [adult.female]}]}
      - {id: refuge, name: Men's Refuge, sector: cso.faith, areas: [north], services: [{id: shelter, type: shelter.emergency, groups: [adult.male]}]}
    agreements:
      - {id: old, type: mou, name: Old memorandum, parties: [inspectorate, police], valid_until: 2025-03-31}
      - {id: soon, type: mou, name: Ending memorandum, parties: [police, dar], valid_until: 2025-09-28}
      - {id: later, type: mou, name: Lasting memorandum, parties: [police, dar], valid_until: 2025-09-29}
    relations:
      - {from: inspectorate, to: police, kind: refers_to, agreement: old, feedback: none}
      - {from: police, to: dar/shelter, kind: refers_to, agreement: soon, feedback: none, groups: [adult.female]}
    """
}

extension ReportBlock {
  /// The block and those within it.
  var flat: [ReportBlock] {
    switch self {
    case .box(_, let blocks), .section(_, let blocks): [self] + blocks.flatMap(\.flat)
    default: [self]
    }
  }

  /// The texts in a block, those in its sections too, in order.
  var texts: [String] {
    switch self {
    case .heading(_, let text), .paragraph(let text), .lede(let text): [text]
    case .list(let items, _): items.flatMap { [$0.text] + $0.details }
    case .table(let table): [table.caption] + table.columns + table.rows.joined().map(\.text)
    case .figure(let figure): [figure.title, figure.caption]
    case .box(let title, let blocks): [title] + blocks.flatMap(\.texts)
    case .section(_, let blocks): blocks.flatMap(\.texts)
    }
  }
}
