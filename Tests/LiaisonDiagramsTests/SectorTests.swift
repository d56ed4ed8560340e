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

  @Test("Ties none of which is certain are dashed, and tie no sector for certain")
  func uncertain() throws {
    func scene(_ relations: String) throws -> Scene {
      SectorsView().makeScene(
        try Fixtures.network(
          yaml: """
            liaison: 1
            as_of: 2025-06-30
            organizations:
              - {id: a, name: A, sector: media}
              - {id: b, name: B, sector: legal}
              - {id: c, name: C, sector: igo}
            relations:
            \(relations)
            """), DiagramContext())
    }
    let mixed = try scene(
      """
        - {from: a, to: b, kind: refers_to}
        - {from: b, to: a, kind: refers_to, status: disputed}
        - {from: a, to: c, kind: refers_to, status: disputed}
      """)
    let words = mixed.relationWords.map { $0.replacing(#/^.*: /#, with: "") }
    #expect(words == ["2 relations, 1 of them not certain", "1 relation, not certain"])
    #expect(mixed.edges.map(\.role) == [.main, .uncertain])
    #expect(mixed.legend.contains(.edge(.uncertain, hasArrow: false, "not certain")))
    #expect(mixed.title.hasSuffix(": tied to 1 of 2 other sectors, perhaps to 2"))
    let sure = try scene("  - {from: a, to: b, kind: refers_to}")
    #expect(sure.title.hasSuffix(": tied to 1 of 2 other sectors"))
    #expect(!sure.legend.map(\.text).contains("not certain"))
    let doubtful = try scene("  - {from: a, to: b, kind: refers_to, status: disputed}")
    #expect(doubtful.title == "No tie between sectors is certain")
    #expect(try scene("  []").title == "No ties between sectors are recorded")
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

/// The scale of lines that stand for many relations.
@Suite("Lines by number")
struct FlowScaleTests {
  @Test(
    "Up to 50 lines are all drawn; of more those above the next, so that equals are treated alike")
  func choice() {
    #expect(FlowScale([]).legend("relation", between: "sectors").isEmpty)
    let few = FlowScale([7, 1, 3])
    #expect(few.most == 7 && few.least == 1 && few.omitted == 0)
    // 40 of 5, 20 of 4, 9 of 1: the 51st has 4.
    let many = FlowScale(
      Array(repeating: 5, count: 40) + Array(repeating: 4, count: 20)
        + Array(repeating: 1, count: 9))
    #expect(many.least == 5 && many.omitted == 29)
    #expect(many.shows(5) && !many.shows(4))
    #expect(many.note(of: "sectors") == "29 pairs of sectors with fewer than 5 not shown")
    let alike = FlowScale(Array(repeating: 2, count: 80) + [1])
    #expect(alike.least == 2 && alike.omitted == 1)
    #expect(alike.note(of: "boxes") == "1 pair of boxes with fewer than 2 not shown")
  }

  @Test("Thickness is in proportion, at most 5 points, at least 0.75")
  func thickness() {
    let scale = FlowScale([40, 20, 1])
    #expect(scale.width(of: 40) == 5)
    #expect(scale.width(of: 20) == 2.5)
    #expect(scale.width(of: 1) == 0.75)
    #expect(FlowScale([1, 1]).width(of: 1) == 1.5)
  }

  @Test("A pathway that is folded into sectors draws its referrals by number")
  func pathway() throws {
    var context = DiagramContext()
    context.detail = .sectors
    let scene = PathwayView().makeScene(try SectorTests.country(), context)
    #expect(scene.edges.count <= 50)
    #expect(scene.edges.allSatisfy { $0.width != nil })
    #expect(scene.notes.contains { $0.contains(" pairs of boxes with fewer than ") })
    let whole = PathwayView().makeScene(
      try Fixtures.network(yaml: Fixtures.province), DiagramContext())
    #expect(whole.edges.allSatisfy { $0.width == nil })
  }
}
