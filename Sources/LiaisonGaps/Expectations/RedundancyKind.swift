public import LiaisonCatalog
public import LiaisonModel

/// `redundancy`: no single organization stands on every way to a service.
public struct RedundancyKind: ExpectationKind {
  /// Creates the kind.
  public init() {}

  /// Its page.
  public var page: CatalogPage {
    CatalogPage(
      id: "redundancy",
      summary: "No single organization stands on every way to a service.",
      meaning: """
        Joins all entry points to one root and asks, for each need, which organization every way \
        from it to a provider passes through. If it closes, nobody reaches the service any more. The \
        only entry point and the only provider are left out: `coverage` speaks of those. An \
        organization and its units count as one.
        """,
      doNotUseWhen: """
        referrals are not listed completely: then a second way may exist unrecorded, and what is \
        printed is a question. So it is where somebody whom people reach stayed silent.
        """,
      reference: """
        T. Lengauer and R. E. Tarjan, A fast algorithm for finding dominators in a flowgraph, ACM \
        TOPLAS 1 (1979) 121–141, doi:10.1145/357062.357071
        """,
      examples: [
        CatalogPage.Example(
          "As a standard writes it",
          text: """
            - id: redundancy
              kind: redundancy
              services: [legal_counsel]
              severity: warning
              citation: our own plan, 2025
            """)
      ])
  }

  /// Without that nothing can be said.
  public var needs: String { "an area that it asks about is declared under `areas:`" }

  /// Reads `services`, `areas`, `groups`, `cases`.
  public func read(
    _ expectation: Expectation, of standard: Standard
  ) throws(GapError) -> any JudgedExpectation {
    var reader = ExpectationReader(expectation, of: standard)
    let selection = try NeedSelection(&reader)
    try reader.finish(sentenceOf: [
      "service", "services", "groups", "area", "areas", "organization",
    ])
    return RedundancyExpectation(expectation: expectation, selection: selection)
  }
}

struct RedundancyExpectation: JudgedExpectation {
  var expectation: Expectation
  var selection: NeedSelection

  var order: CauseOrder { .resilience }
  var question: GapReport.Question { .fragile }
  var services: [Code] { selection.services }

  /// The words used where the standard has none of its own.
  static let template =
    "Every recorded way to {services} for {groups} in {areas} passes through the {organization}."
  static let question =
    "Is there another way to {services} for {groups} in {areas}? Every recorded one passes through "
    + "the {organization}."
  static let doubt =
    "Is there another sure way to {services} for {groups} in {areas}? Every one of which it is "
    + "certain passes through the {organization}; the others rest on what is not known."

  func judge(_ judgement: inout Judgement) throws(GapError) {
    let table = judgement.table
    guard let asked = judgement.asked(selection, by: expectation) else { return }
    judgement.pathways.askMeeting(asked, expectation, table.needs)
    let isComplete = judgement.isComplete("organizations", "referral")
    var possible: [Int: [PathwayTable.Cell]] = [:]
    var unheard: [Int: [PathwayTable.Cell]] = [:]
    var silent: [Int: Set<Int>] = [:]
    var certain: [Int: [PathwayTable.Cell]] = [:]
    var figure = ScorecardLine(
      id: "resilience/\(expectation.id)",
      label:
        "needs that no one organization can cut off, apart from an only entry point or only provider",
      count: 0, total: 0, upper: 0)
    var dominance = Dominance(table)
    for service in asked.services {
      for area in asked.areas {
        for profile in asked.profiles {
          let cell = PathwayTable.Cell(entry: 0, service: service, area: area, profile: profile)
          guard let here = dominance.dominators(of: cell, least: .unknown) else { continue }
          let sure = dominance.dominators(of: cell, least: .yes)
          for dominator in here {
            if dominator.silent.isEmpty || !isComplete {
              possible[dominator.family, default: []].append(cell)
            } else {
              unheard[dominator.family, default: []].append(cell)
              silent[dominator.family, default: []].formUnion(dominator.silent)
            }
          }
          for family in (sure ?? []).map(\.family)
          where !here.contains(where: { $0.family == family }) {
            certain[family, default: []].append(cell)
          }
          figure.total += 1
          if here.allSatisfy({ !$0.silent.isEmpty }) { figure.upper += 1 }
          if here.isEmpty, let sure, sure.isEmpty { figure.count += 1 }
        }
      }
    }
    if !isComplete { figure.upper = figure.total }
    for family in possible.keys.sorted() {
      judgement.add(
        finding(
          family, possible[family] ?? [], judgement, asked, kind: isComplete ? .finding : .question,
          template: isComplete ? expectation.sentence ?? Self.template : Self.question),
        to: .fragile)
    }
    for family in unheard.keys.sorted() {
      var question = finding(
        family, unheard[family] ?? [], judgement, asked, kind: .question, template: Self.question,
        key: ["silent"])
      question.sentence += " " + judgement.network.silence(of: silent[family] ?? [])
      judgement.add(question, to: .fragile)
    }
    for family in certain.keys.sorted() {
      judgement.add(
        finding(
          family, certain[family] ?? [], judgement, asked, kind: .question, template: Self.doubt,
          key: ["certain"]), to: .fragile)
    }
    judgement.add(figure)
  }

  private func finding(
    _ family: Int, _ needs: [PathwayTable.Cell], _ judgement: Judgement,
    _ asked: NeedSelection.Positions, kind: Finding.Kind, template: String, key: [String] = []
  ) -> Finding {
    let table = judgement.table
    let network = judgement.network
    let words = NeedWords(network: network, needs: table.needs)
    let place = network.organizations[family]
    let blocks = NeedBlock.covering(needs, table.needs)
    func whom(_ block: NeedBlock) -> (services: String, groups: String, areas: String) {
      (
        Wording.list(block.services.map { words.service(table.needs.services[$0]) }),
        words.groups(block.groups.map { table.needs.groups[$0] }),
        words.areas(block.areas) + words.cases(block.caseClasses, of: asked.caseClasses)
      )
    }
    var sentence = ""
    if let block = blocks.first {
      let (services, groups, areas) = whom(block)
      sentence = SentenceTemplate(text: template).filled(
        [
          "services": services, "service": services, "groups": groups, "areas": areas,
          "area": areas, "organization": place.name,
        ], names: ["organization"])
    }
    if blocks.count > 1 {
      let rest = blocks.dropFirst().map { block in
        let (services, groups, areas) = whom(block)
        return "\(services) for \(groups) in \(areas)"
      }
      sentence += " The same holds for \(Wording.list(rest, atMost: 3, others: "other need"))."
    }
    let rows = needs.reduce(0) { sum, need in
      sum
        + table.entries.indices.filter { entry in
          let status = table.status(of: need.at(entry: entry))
          return status == .reached || status == .assumed
        }.count
    }
    func union(_ key: KeyPath<NeedBlock, [Int]>) -> [Int] {
      Set(blocks.flatMap { $0[keyPath: key] }).sorted()
    }
    let services = union(\.services)
    var finding = Finding(
      rule: "\(judgement.standard.id)/\(expectation.id)", severity: expectation.severity,
      kind: kind, key: [place.id] + key, place: place.origin.place,
      subjects: .organizations([place.id]),
      needs: Finding.Needs(
        service: services.count == 1 ? services.first.map { table.needs.services[$0] } : nil,
        areas: union(\.areas).map { network.areas[table.needs.areas[$0]].id },
        groups: union(\.groups).map { table.needs.groups[$0] },
        cases: table.needs.caseClasses.count == 1
          ? [] : union(\.caseClasses).flatMap { table.needs.caseClasses[$0] }),
      cells: rows, value: Double(needs.count), sentence: sentence,
      evidence: [
        "\(Wording.counted(needs.count, "need")) and \(Wording.counted(rows, "pathway")) "
          + "\(needs.count + rows > 1 ? "pass" : "passes") through it."
      ],
      confidence: network.leastConfidence(
        of: table.arcs.referrals(touching: family)),
      suggestion: kind == .finding
        ? "Agree a second way that does not pass through \(words.organization(family))." : nil,
      citation: expectation.citation, tlp: max(.amber, place.tlp))
    let type = services.count == 1 ? services.first.map { table.needs.services[$0] } : nil
    let all = services.count * asked.areas.count * asked.profiles.count
    finding.remark =
      "only way to " + (type.map { words.service($0) } ?? "several services")
      + (needs.count < all ? " for some" : "")
    return finding
  }
}
