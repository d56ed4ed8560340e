public import LiaisonCatalog
public import LiaisonModel

/// `disjoint`: several ways to a service share no organization.
public struct DisjointKind: ExpectationKind {
  /// The most ways that can be asked for.
  static let most = 4

  /// Creates the kind.
  public init() {}

  /// Its page.
  public var page: CatalogPage {
    CatalogPage(
      id: "disjoint",
      summary: "Several ways to a service share no organization.",
      meaning: """
        Counts, for each need, how many ways from entry points to providers share no organization, \
        ends included; an organization and its units are one. Fewer than `min` (2, at most 4) is a \
        finding that names those through which all pass. Where there are fewer entry points or \
        providers than `min`, as many ways are asked for as there are of these. With 2 it finds what \
        `redundancy` finds; ask for one of them.
        """,
      doNotUseWhen: """
        referrals are not listed completely: then a further way may exist unrecorded, and what is \
        printed is a question.
        """,
      reference: """
        K. Menger, Zur allgemeinen Kurventheorie, Fundamenta Mathematicae 10 (1927) 96–115, \
        doi:10.4064/fm-10-1-96-115
        """,
      examples: [
        CatalogPage.Example(
          "As a standard writes it",
          text: """
            - id: three-ways
              kind: disjoint
              services: [legal_counsel]
              min: 3
              severity: info
              citation: our own plan, 2025
            """)
      ])
  }

  /// Without that nothing can be said.
  public var needs: String { "an area that it asks about is declared under `areas:`" }

  /// Reads `services`, `areas`, `groups`, `cases` and `min`.
  public func read(
    _ expectation: Expectation, of standard: Standard
  ) throws(GapError) -> any JudgedExpectation {
    var reader = ExpectationReader(expectation, of: standard)
    let selection = try NeedSelection(&reader)
    guard let minimum = Int(exactly: try reader.number("min") ?? 2), minimum >= 2,
      minimum <= Self.most
    else { throw reader.error("`min` must be a whole number from 2 to \(Self.most).") }
    try reader.finish()
    return DisjointExpectation(expectation: expectation, selection: selection, minimum: minimum)
  }
}

struct DisjointExpectation: JudgedExpectation {
  var expectation: Expectation
  var selection: NeedSelection
  var minimum: Int

  var order: CauseOrder { .resilience }
  var question: GapReport.Question { .fragile }
  var services: [Code] { selection.services }

  func judge(_ judgement: inout Judgement) throws(GapError) {
    let table = judgement.table
    guard let asked = judgement.asked(selection, by: expectation) else { return }
    let isComplete = judgement.isComplete("organizations", "referral")
    var cuts: [[Int]: [PathwayTable.Cell]] = [:]
    var unheard: [[Int]: [PathwayTable.Cell]] = [:]
    var silent: [[Int]: Set<Int>] = [:]
    var dominance = Dominance(table)
    var figure = ScorecardLine(
      id: "disjoint/\(expectation.id)", label: "needs with enough ways that share nobody",
      count: 0, total: 0, upper: 0)
    var open = 0
    for area in asked.areas {
      let local = LocalReferrals(table, area: area)
      for service in asked.services {
        let ends = local.ends(ofService: service, table)
        for profile in asked.profiles {
          let cut = LeastCut(table: table, local: local, ends: ends, profile: profile)
          guard cut.hasWay else { continue }
          figure.total += 1
          let (entries, providers) = cut.terminals
          let target = min(minimum, entries, providers)
          guard let families = cut.families(atMost: target - 1) else {
            figure.count += 1
            continue
          }
          let need = PathwayTable.Cell(entry: 0, service: service, area: area, profile: profile)
          let silentHere = isComplete ? dominance.silent(of: need, without: families) : []
          if silentHere.isEmpty {
            cuts[families, default: []].append(need)
          } else {
            unheard[families, default: []].append(need)
            silent[families, default: []].formUnion(silentHere)
            open += 1
          }
        }
      }
    }
    figure.upper = isComplete ? figure.count + open : figure.total
    for families in cuts.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      judgement.add(
        finding(families, cuts[families] ?? [], judgement, asked, isComplete: isComplete),
        to: .fragile)
    }
    for families in unheard.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      var question = finding(
        families, unheard[families] ?? [], judgement, asked, isComplete: false, key: ["silent"])
      question.sentence += " " + judgement.network.silence(of: silent[families] ?? [])
      judgement.add(question, to: .fragile)
    }
    judgement.add(figure)
  }

  private func finding(
    _ families: [Int], _ needs: [PathwayTable.Cell], _ judgement: Judgement,
    _ asked: NeedSelection.Positions, isComplete: Bool, key: [String] = []
  ) -> Finding {
    let table = judgement.table
    let network = judgement.network
    let words = NeedWords(network: network, needs: table.needs)
    let blocks = NeedBlock.covering(needs, table.needs)
    let whom = blocks.map { block in
      Wording.list(block.services.map { words.service(table.needs.services[$0]) }) + " for "
        + words.groups(block.groups.map { table.needs.groups[$0] }) + " in "
        + words.areas(block.areas) + words.cases(block.caseClasses, of: asked.caseClasses)
    }
    let names = Wording.list(families.map { words.organization($0) }, "or")
    let to = Wording.list(whom, atMost: 3, others: "other need")
    let places = families.map { network.organizations[$0] }
    func union(_ key: KeyPath<NeedBlock, [Int]>) -> [Int] {
      Set(blocks.flatMap { $0[keyPath: key] }).sorted()
    }
    let types = union(\.services)
    return Finding(
      rule: "\(judgement.standard.id)/\(expectation.id)", severity: expectation.severity,
      kind: isComplete ? .finding : .question, key: places.map(\.id).sorted() + key,
      place: places.first?.origin.place ?? .none, subjects: .organizations(places.map(\.id)),
      needs: Finding.Needs(
        service: types.count == 1 ? types.first.map { table.needs.services[$0] } : nil,
        areas: union(\.areas).map { network.areas[table.needs.areas[$0]].id },
        groups: union(\.groups).map { table.needs.groups[$0] }),
      cells: needs.count, value: Double(families.count), threshold: Double(minimum),
      sentence: isComplete
        ? "Every recorded way to \(to) passes through \(names)."
        : "Is there another way to \(to)? Every recorded one passes through \(names).",
      evidence: [
        "\(Wording.sentence(Wording.count(families.count, "way"))) that share nobody, where "
          + "\(Wording.number(minimum)) are asked for."
      ],
      suggestion: isComplete ? "Agree a way past \(names)." : nil,
      citation: expectation.citation, tlp: places.reduce(.amber) { max($0, $1.tlp) })
  }
}
