import LiaisonFiles
import LiaisonGraph
import LiaisonModel
import LiaisonTestSupport
import Testing

@testable import LiaisonDiagrams

/// The view of sectors where there are many organizations.
@Suite("Many sectors", .serialized)
struct SectorTests {
  /// 300 organizations in all sectors of the vocabulary, 1,200 relations; the first sectors have the
  /// most.
  static func country() throws -> StakeholderNetwork {
    let sectors = Vocabulary.shipped.terms(.sectors).map(\.code)
    var document = NetworkDocument()
    document.header.title = .of("A country")
    var random = SeededGenerator(seed: 5)
    func draw(_ count: Int) -> Int { Int.random(in: 0..<count, using: &random) }
    for index in 0..<300 {
      var entry = OrganizationEntry()
      entry.id = .of("o\(index)")
      entry.name = .of("Organization \(index) of some length")
      let place = draw(sectors.count) * draw(sectors.count) / sectors.count
      entry.sector = .of(sectors[place])
      document.organizations.append(entry)
    }
    for index in 0..<1_200 {
      var relation = RelationEntry()
      relation.id = .of("r\(index)")
      relation.from = .of("o\(draw(300))")
      relation.kind = .of("refers_to")
      relation.to = .of("o\(draw(300))")
      document.relations.append(relation)
    }
    return try NetworkResolver.resolve(document, vocabulary: .shipped)
  }

  @Test("Of many ties between sectors the largest are drawn, and the legend gives the numbers")
  func largest() throws {
    let network = try Self.country()
    let scene = SectorsView().makeScene(network, DiagramContext())
    // Counted again, from the relations.
    var counts: [Set<Code>: Int] = [:]
    for relation in network.relations {
      let ends = [relation.from, relation.to].compactMap { network.organization(of: $0) }
      let sectors = Set(ends.compactMap { network.organizations[$0].sector })
      if sectors.count == 2 { counts[sectors, default: 0] += 1 }
    }
    let least = try #require(scene.edges.map(\.weight).min())
    #expect(scene.edges.count <= 50 && scene.edges.count > 10)
    #expect(scene.edges.count == counts.values.count { Double($0) >= least })
    let most = try #require(counts.values.max())
    let omitted = counts.count - scene.edges.count
    let legend = scene.legend.compactMap { entry -> String? in
      switch entry {
      case .width(_, _, let text), .words(let text): text
      default: nil
      }
    }
    let note = "\(omitted) pairs of sectors with fewer than \(Int(least)) not shown"
    #expect(
      legend == [
        "\(most) relations between two sectors, the most there are", "\(Int(least)) relations",
        note,
      ])
    #expect(scene.notes == [note + "."])
    // As thick as there are relations, but for the thinnest.
    for edge in scene.edges {
      let width = try #require(edge.width)
      #expect(abs(width - max(5 * edge.weight / Double(most), 0.75)) < 1e-9)
    }
  }

  @Test("300 organizations are drawn by sector, each panel with their number")
  func drawn() throws {
    let figure = try Fixtures.renderer.render(
      SectorsView(), of: try Self.country(), formats: [.svg])[0]
    #expect(figure.smallestType >= 9)
    let text = String(decoding: figure.bytes, as: UTF8.self)
    #expect(text.contains(" organizations</text>"))
    #expect(text.contains("of sectors with fewer than"))
    #expect(figure.warnings.contains { $0.contains("of sectors with fewer than") })
  }

  @Test("Where every two sectors have as many, all are drawn")
  func alike() throws {
    let sectors = Vocabulary.shipped.terms(.sectors).map(\.code).prefix(12)
    var document = NetworkDocument()
    for (index, sector) in sectors.enumerated() {
      var entry = OrganizationEntry()
      entry.id = .of("o\(index)")
      entry.sector = .of(sector)
      document.organizations.append(entry)
      for other in 0..<index {
        var relation = RelationEntry()
        relation.from = .of("o\(index)")
        relation.kind = .of("refers_to")
        relation.to = .of("o\(other)")
        document.relations.append(relation)
      }
    }
    let network = try NetworkResolver.resolve(document, vocabulary: .shipped)
    let scene = SectorsView().makeScene(network, DiagramContext())
    #expect(scene.edges.count == 66)
    #expect(scene.notes.isEmpty)
    #expect(scene.edges.allSatisfy { ($0.width ?? 0) < 2 })
  }
}
