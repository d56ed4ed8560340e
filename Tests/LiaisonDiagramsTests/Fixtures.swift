import Foundation
import LiaisonDiagrams
import LiaisonFiles
import LiaisonGraphviz
import LiaisonModel
import LiaisonTestSupport

/// What the tests of figures share: the sample province, a network in code, a real worker.
enum Fixtures {
  /// The built tool, which serves as the worker.
  static var tool: String { ToolRun.built("liaison") }

  static var renderer: SlideRenderer {
    SlideRenderer(engine: GraphvizEngine(isolation: .worker(executable: tool)))
  }

  /// A network of the repository.
  static func network(_ path: String) throws -> StakeholderNetwork {
    let document = try NetworkReader.read(path: Checkout.path(path))
    return try NetworkResolver.resolve(
      document, vocabulary: .shipped.extended(by: document.vocabulary))
  }

  static func samundar() throws -> StakeholderNetwork { try network("graphs/samundar") }

  static func network(yaml: String) throws -> StakeholderNetwork {
    let document = NetworkReader.document(yaml: yaml)
    return try NetworkResolver.resolve(
      document, vocabulary: .shipped.extended(by: document.vocabulary))
  }

  /// An inspectorate, the police, a shelter for women and a refuge for men.
  static let province = """
    liaison: 1
    title: A province
    as_of: 2025-06-30
    areas:
      - {id: north, name: North District}
    organizations:
      - {id: inspectorate, name: Labour Inspectorate, sector: gov.labour_inspection, entry_point: true}
      - {id: police, name: Provincial Police, name_ur: صوبائی پولیس, sector: gov.law_enforcement}
      - id: dar
        name: Women's Shelter
        name_ur: دارالامان
        sector: ngo.specialised
        services: [{id: shelter, type: shelter.emergency}]
      - {id: refuge, name: Men's Refuge, sector: cso.faith, services: [{id: shelter, type: shelter.emergency}]}
      - {id: paper, name: The Paper, sector: media}
    relations:
      - {from: inspectorate, to: police, kind: refers_to}
      - {from: police, to: dar, kind: refers_to, intensity: 3}
      - {from: dar, to: refuge, kind: refers_to}
    """

  /// The way that stops at the police, where a relation to the refuge would help.
  static var stop: Finding {
    var finding = stopped
    finding.missing = Finding.MissingRelation(from: "police", to: "refuge")
    return finding
  }

  private static let stopped = Finding(
    rule: "four-pillars/pathway", severity: .error, key: ["x"],
    subjects: .organizations(["inspectorate", "police", "dar"]),
    needs: Finding.Needs(
      entry: "inspectorate", service: "shelter.emergency", areas: ["north"],
      groups: ["adult.male"]),
    sentence: "No arrangement is recorded by which an adult man reaches emergency shelter.")

  /// A document of organizations with these names, each referring to the next.
  static func chain(_ names: [String]) throws -> StakeholderNetwork {
    var document = NetworkDocument()
    document.header.title = .of("A chain")
    for (index, name) in names.enumerated() {
      var entry = OrganizationEntry()
      entry.id = .of("o\(index)")
      entry.name = .of(name)
      entry.names = [LocalName(tag: "ur", text: name)]
      entry.sector = .of(index % 2 == 0 ? "gov.health" : "ngo.specialised")
      document.organizations.append(entry)
      guard index > 0 else { continue }
      var relation = RelationEntry()
      relation.from = .of("o\(index - 1)")
      relation.kind = .of("refers_to")
      relation.to = .of("o\(index)")
      document.relations.append(relation)
    }
    return try NetworkResolver.resolve(document, vocabulary: .shipped)
  }
}
