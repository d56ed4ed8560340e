public import LiaisonCatalog
import LiaisonGraph
public import LiaisonModel

/// `brokerage`: no two sectors meet through one organization alone.
public struct BrokerageKind: ExpectationKind {
  /// Creates the kind.
  public init() {}

  /// Its page.
  public var page: CatalogPage {
    CatalogPage(
      id: "brokerage",
      summary: "No two sectors meet through one organization alone.",
      meaning: """
        For each two of the sectors named, looks for organizations of one that work with organizations \
        of the other. Where none do, and a single organization of a third sector works with both, it is \
        the only broker between them. An organization and its units count as one.
        """,
      doNotUseWhen: """
        many of those asked stayed silent (`max_nonresponse`, a fifth unless written): their ties are \
        missing, and whoever answered looks like a broker.
        """,
      reference: """
        R. V. Gould and R. M. Fernandez, Structures of mediation, Sociological Methodology 19 (1989) \
        89–126, doi:10.2307/270949 (open two-paths of the kind “liaison”)
        """,
      examples: [
        CatalogPage.Example(
          "As a standard writes it",
          text: """
            - id: brokers
              kind: brokerage
              sectors: [worker.trade_union, employer.association, gov.social_welfare]
              max_nonresponse: 0.2
              severity: info
              citation: our own plan, 2025
            """)
      ])
  }

  /// Without that nothing can be said.
  public var needs: String {
    """
    no greater share of the organizations asked stayed silent than it admits
    """
  }

  /// Reads `sectors` and `max_nonresponse`.
  public func read(
    _ expectation: Expectation, of standard: Standard
  ) throws(GapError) -> any JudgedExpectation {
    var reader = ExpectationReader(expectation, of: standard)
    let sectors = try reader.required("sectors")
    let stated = try reader.number("max_nonresponse")
    let limit = stated ?? NonResponse.limit
    guard sectors.count > 1 else { throw reader.error("`sectors` must name two or more.") }
    guard limit <= 1 else { throw reader.error("`max_nonresponse` must be from 0 to 1.") }
    try reader.finish()
    return BrokerageExpectation(
      expectation: expectation, sectors: sectors, limit: limit, nonResponseLimit: stated)
  }
}

struct BrokerageExpectation: JudgedExpectation {
  var expectation: Expectation
  var sectors: [Code]
  var limit: Double
  var nonResponseLimit: Double?

  var order: CauseOrder { .relations }
  var question: GapReport.Question { .together }
  var services: [Code] { [] }

  func judge(_ judgement: inout Judgement) throws(GapError) {
    let network = judgement.network
    let response = NonResponse(network)
    if response.refusal(above: limit) != nil {
      judgement.note(
        notJudged: expectation.id,
        because: "\(Wording.grouped(response.asked - response.answered)) of the "
          + "\(Wording.counted(response.asked, "organization")) asked stayed silent, more than "
          + Wording.percent(limit))
      return
    }
    judgement.judged.append(expectation.id)
    let cooperation = CooperationGraph(network, on: judgement.date)
    let members = sectors.map { sector in
      cooperation.heads.indices.filter { node in
        network.organizations[cooperation.heads[node]].sector.map { sector.covers($0) } ?? false
      }
    }
    var brokered: [Int: [(Int, Int)]] = [:]
    for first in sectors.indices {
      for second in sectors.indices.dropFirst(first + 1) {
        if let broker = Self.onlyBroker(members[first], members[second], cooperation) {
          brokered[broker, default: []].append((first, second))
        }
      }
    }
    for broker in brokered.keys.sorted() {
      judgement.add(
        finding(cooperation.heads[broker], brokered[broker] ?? [], judgement), to: .together)
    }
  }

  /// The single node through which two groups meet; nil where they meet directly, not at all, or
  /// through several.
  private static func onlyBroker(
    _ one: [Int], _ other: [Int], _ cooperation: CooperationGraph
  ) -> Int? {
    let far = Set(other)
    guard far.isDisjoint(with: one) else { return nil }
    var near: Set<Int> = []
    for node in one {
      for next in cooperation.graph.neighbours(of: NodeID(node)) {
        if far.contains(next.index) { return nil }
        near.insert(next.index)
      }
    }
    var brokers: Set<Int> = []
    for node in other {
      for next in cooperation.graph.neighbours(of: NodeID(node)) where near.contains(next.index) {
        brokers.insert(next.index)
      }
    }
    return brokers.count == 1 ? brokers.first : nil
  }

  private func finding(
    _ broker: Int, _ pairs: [(Int, Int)], _ judgement: Judgement
  ) -> Finding {
    let network = judgement.network
    let place = network.organizations[broker]
    func name(_ sector: Int) -> String {
      network.vocabulary.plural(of: sectors[sector], in: .sectors)
    }
    let words = pairs.map { "\(name($0.0)) and \(name($0.1))" }
    let isComplete = judgement.listsCooperation
    let organization = Wording.definite(place.name)
    // Of many pairs three are named; the evidence has them all.
    let shown = words.count > 4 ? words.prefix(3) : words[...]
    let more = words.count - shown.count
    let between =
      shown.joined(separator: "; ")
      + (more > 0 ? "; and \(Wording.count(more, "other pair")) of sectors" : "")
    return Finding(
      rule: "\(judgement.standard.id)/\(expectation.id)", severity: expectation.severity,
      kind: isComplete ? .finding : .question, key: [place.id], place: place.origin.place,
      subjects: .organizations([place.id]), cells: isComplete ? pairs.count : 0,
      value: Double(pairs.count),
      sentence: isComplete
        ? "\(Wording.sentence(organization)) is the only recorded broker between \(between)."
        : "Who works with both \(between)? Only \(organization) is recorded as doing so.",
      evidence: words.map { "No cooperation is recorded between \($0) but through it." },
      confidence: nil,
      suggestion: isComplete ? "Let them meet once without it in between." : nil,
      citation: expectation.citation, tlp: max(.amber, place.tlp))
  }
}
