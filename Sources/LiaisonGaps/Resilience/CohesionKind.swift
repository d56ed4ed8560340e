public import LiaisonCatalog
import LiaisonGraph
public import LiaisonModel

/// `cohesion`: cooperation does not come apart where one organization or one tie goes.
public struct CohesionKind: ExpectationKind {
  /// Creates the kind.
  public init() {}

  /// Its page.
  public var page: CatalogPage {
    CatalogPage(
      id: "cohesion",
      summary: "Cooperation does not come apart where one organization or one tie goes.",
      meaning: """
        Looks at who works with whom in any way, an organization and its units as one. One whose \
        leaving splits the rest is named with the parts that would no longer be joined; so is a tie \
        that alone joins two parts. Parts of fewer than `min` organizations (2) are left out: whoever \
        has one partner is not a part of a network.
        """,
      doNotUseWhen: """
        only referrals are recorded, or only one side was asked about its ties: then a second tie may \
        exist unrecorded, and what is printed is a question.
        """,
      reference: """
        J. Hopcroft and R. Tarjan, Algorithm 447: efficient algorithms for graph manipulation, CACM 16 \
        (1973) 372–378, doi:10.1145/362248.362272
        """,
      examples: [
        CatalogPage.Example(
          "As a standard writes it",
          text: """
            - id: together
              kind: cohesion
              min: 2
              severity: info
              citation: our own plan, 2025
            """)
      ])
  }

  /// Without that nothing can be said.
  public var needs: String {
    """
    some cooperation is recorded: a referral, information that is shared, or joint work
    """
  }

  /// Reads `min`.
  public func read(
    _ expectation: Expectation, of standard: Standard
  ) throws(GapError) -> any JudgedExpectation {
    var reader = ExpectationReader(expectation, of: standard)
    guard let minimum = Int(exactly: try reader.number("min") ?? 2), minimum >= 1 else {
      throw reader.error("`min` must be a whole number from 1.")
    }
    try reader.finish()
    return CohesionExpectation(expectation: expectation, minimum: minimum)
  }
}

struct CohesionExpectation: JudgedExpectation {
  var expectation: Expectation
  var minimum: Int

  var order: CauseOrder { .relations }
  var question: GapReport.Question { .fragile }
  var services: [Code] { [] }

  func judge(_ judgement: inout Judgement) throws(GapError) {
    let cooperation = CooperationGraph(judgement.network, on: judgement.date)
    guard cooperation.graph.edgeCount > 0 else {
      judgement.note(notJudged: expectation.id, because: "no cooperation is recorded")
      return
    }
    judgement.judged.append(expectation.id)
    let structure = cooperation.graph.blockStructure()
    // Of the parts without a node only those count that it alone joins: parts of its own component.
    for point in structure.articulationPoints {
      let own = Set(cooperation.graph.neighbours(of: point).map(\.index))
      let parts = cooperation.parts(without: [point.index]).filter { part in
        part.count >= minimum && part.contains { own.contains($0) }
      }
      guard parts.count > 1 else { continue }
      judgement.add(finding([point.index], parts, cooperation, judgement), to: .fragile)
    }
    for bridge in structure.bridges {
      let ends = [bridge.source.index, bridge.target.index].sorted()
      let parts = cooperation.parts(edge: Edge(ends[0], ends[1])).filter { part in
        part.count >= minimum && ends.contains { part.contains($0) }
      }
      guard parts.count > 1 else { continue }
      judgement.add(finding(ends, parts, cooperation, judgement), to: .fragile)
    }
  }

  /// - Parameter nodes: one organization that would go, or the two ends of the tie that would.
  private func finding(
    _ nodes: [Int], _ parts: [[Int]], _ cooperation: CooperationGraph, _ judgement: Judgement
  ) -> Finding {
    let network = judgement.network
    func name(_ node: Int) -> String {
      Wording.definite(network.organizations[cooperation.heads[node]].name)
    }
    let names = parts.dropFirst().map { part in
      Wording.list(part.map(name), atMost: 4, others: "other organization")
    }
    let isTie = nodes.count == 2
    let what = isTie ? "the tie of \(name(nodes[0])) and \(name(nodes[1]))" : name(nodes[0])
    let rest = Wording.count(parts.first?.count ?? 0, "other organization")
    let isComplete = judgement.listsCooperation
    let split = Wording.list(names.map { "“\($0)”" })
    let sentence =
      isComplete
      ? "Without \(what) no recorded cooperation joins \(Self.parts(names)) with \(rest)."
      : "Is there another tie that joins \(Self.parts(names)) with \(rest)? Every recorded one "
        + (isTie ? "is \(what)." : "passes through \(what).")
    let places = nodes.map { network.organizations[cooperation.heads[$0]] }
    return Finding(
      rule: "\(judgement.standard.id)/\(expectation.id)", severity: expectation.severity,
      kind: isComplete ? .finding : .question, key: places.map(\.id),
      place: places.first?.origin.place ?? .none, subjects: .organizations(places.map(\.id)),
      cells: isComplete ? 1 : 0, value: Double(parts.count), sentence: sentence,
      evidence: ["Parts without it: \(split)."],
      suggestion: isComplete ? "Agree one tie past it between the parts." : nil,
      citation: expectation.citation, tlp: places.reduce(.amber) { max($0, $1.tlp) })
  }

  private static func parts(_ names: [String]) -> String {
    names.count == 1 ? names[0] : Wording.list(names.map { "(\($0))" })
  }
}
