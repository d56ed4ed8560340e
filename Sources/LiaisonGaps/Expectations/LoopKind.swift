public import LiaisonCatalog
public import LiaisonModel

/// `loop`: nobody is passed to and fro between organizations without a way on.
public struct LoopKind: ExpectationKind {
  /// Creates the kind.
  public init() {}

  /// Its page.
  public var page: CatalogPage {
    CatalogPage(
      id: "loop",
      summary: "Nobody is passed to and fro between organizations without a way on to a provider.",
      meaning: """
        Looks for two or more organizations that pass people with a need on to each other, for certain \
        or perhaps, while none of them leads to a provider of what they need, although there is one. \
        An organization and its units count as one. One finding for each service and set of \
        organizations; needs with which nobody arrives there are left out. Two organizations that \
        refer to each other are never a fault by that alone.
        """,
      doNotUseWhen: """
        referrals are not listed completely, or an organization on the way did not answer: then what \
        is printed is a question.
        """,
      reference: """
        R. Tarjan, Depth-first search and linear graph algorithms, SIAM Journal on Computing 1 (1972) \
        146–160, doi:10.1137/0201010
        """,
      examples: [
        CatalogPage.Example(
          "As a standard writes it",
          text: """
            - id: loops
              kind: loop
              services: [shelter.emergency]
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
      "organizations", "service", "services", "groups", "area", "areas", "cases", "providers",
    ])
    return LoopExpectation(expectation: expectation, selection: selection)
  }
}

struct LoopExpectation: JudgedExpectation {
  var expectation: Expectation
  var selection: NeedSelection

  var order: CauseOrder { .pathway }
  var question: GapReport.Question { .unreachable }
  var services: [Code] { selection.services }

  /// The words used where the standard has none of its own.
  static let template =
    "Referrals between {organizations} go to and fro for {groups} in need of {service} in "
    + "{areas}{cases}: none leads on to {providers}."
  /// Those used where several are read as one.
  static let folded =
    "Referrals go to and fro for {groups} in need of {service}{cases} between {circles}: none leads on to "
    + "{providers}."
  static let question =
    "Where do {organizations} send {groups} in need of {service} in {areas}{cases}? Their referrals "
    + "go to and fro, and none is recorded that leads on to {providers}."

  func judge(_ judgement: inout Judgement) throws(GapError) {
    let table = judgement.table
    guard let asked = judgement.asked(selection, by: expectation) else { return }
    var silent = BackwardReach(table.arcs)
    for (index, place) in table.network.organizations.enumerated() where place.response == .silent {
      silent.seedAll(index)
    }
    silent.propagate(table.arcs, service: nil)
    let isComplete = judgement.isComplete("organizations", "referral")
    for service in asked.services {
      for loop in ReferralLoops(table, service: service, asked).loops() {
        guard let first = loop.members.first else { continue }
        let rows = Self.arrivals(loop, table)
        let arrived = Set(rows.map(\.need))
        let met = loop.needs.filter { arrived.contains($0) }
        let sure = met.filter { silent.answer(first, $0.area, $0.profile) == .no }
        if !sure.isEmpty, isComplete {
          judgement.add(
            finding(loop, sure, rows, judgement, asked, kind: .finding), to: .unreachable)
        } else if !met.isEmpty {
          judgement.add(
            finding(loop, met, rows, judgement, asked, kind: .question), to: .unreachable)
        }
      }
    }
  }

  /// The rows whose people come to a loop and reach nobody who provides what they need.
  static func arrivals(
    _ loop: ReferralLoops.Loop, _ table: PathwayTable
  ) -> [PathwayTable.Cell] {
    guard let first = loop.members.first, let service = loop.needs.first?.service else { return [] }
    var reach = BackwardReach(table.arcs)
    reach.seedAll(first)
    reach.propagate(table.arcs, service: service)
    return loop.needs.flatMap { need in
      table.entries.indices.compactMap { entry -> PathwayTable.Cell? in
        let cell = need.at(entry: entry)
        let status = table.status(of: cell)
        guard status == .missing || status == .unclear,
          reach.answer(table.entries[entry], cell.area, cell.profile) != .no
        else { return nil }
        return cell
      }
    }
  }

  private func finding(
    _ loop: ReferralLoops.Loop, _ met: [PathwayTable.Cell], _ rows: [PathwayTable.Cell],
    _ judgement: Judgement, _ asked: NeedSelection.Positions, kind: Finding.Kind
  ) -> Finding {
    let table = judgement.table
    let network = judgement.network
    let words = NeedWords(network: network, needs: table.needs)
    let blocks = NeedBlock.covering(met, table.needs)
    let service = table.needs.services[loop.needs.first?.service ?? 0]
    let ids = loop.members.map { network.organizations[$0].id }
    let providers = met.first.map { need in
      table.providers(service: need.service, area: need.area, profile: need.profile)
        .sorted { $0.answer > $1.answer }.map { words.organization($0.organization) }
    }
    let names = loop.members.map { words.organization($0) }
    var sentence = ""
    var pattern: Finding.Pattern?
    if let block = blocks.first {
      let template = kind == .finding ? expectation.sentence ?? Self.template : Self.question
      let values = [
        "organizations": Wording.list(names, atMost: 6), "service": words.service(service),
        "services": words.service(service),
        "groups": words.groups(block.groups.map { table.needs.groups[$0] }),
        "areas": words.areas(block.areas), "area": words.areas(block.areas),
        "cases": words.cases(block.caseClasses, of: asked.caseClasses),
        "providers": Wording.list(providers ?? [], atMost: 2),
      ]
      sentence = SentenceTemplate(text: template).filled(values)
      // Loops alike in all but their members and areas are read as one sentence.
      if blocks.count == 1, kind == .finding, expectation.sentence == nil {
        pattern = Finding.Pattern(
          sentence: SentenceTemplate(text: Self.folded).filled(values),
          suggestion: suggestion(providers ?? []),
          item: "\(values["organizations", default: ""]) in \(values["areas", default: ""])")
      }
      if blocks.count > 1 {
        let rest = blocks.dropFirst().map { block in
          words.groups(block.groups.map { table.needs.groups[$0] }) + " in "
            + words.areas(block.areas) + words.cases(block.caseClasses, of: asked.caseClasses)
        }
        sentence +=
          " The same holds for \(Wording.list(rest, atMost: 3, others: "other group"))."
      }
    }
    let inside = Set(loop.members)
    let relations = network.referralsInForce(on: judgement.date).filter { relation in
      network.ends(of: relation).map { inside.contains($0.from) && inside.contains($0.to) }
        ?? false
    }.sorted { idsPrecede([$0.key], [$1.key]) }
    let classes = Set(blocks.flatMap(\.caseClasses)).sorted()
    let told = Set(met)
    let cells = rows.filter { told.contains($0.need) }
    var finding = Finding(
      rule: "\(judgement.standard.id)/\(expectation.id)", severity: expectation.severity,
      kind: kind, key: [service.text] + ids,
      place: relations.first?.origin.place ?? .none,
      related: relations.prefix(5).map { .init($0.origin.place, "a referral within the loop") },
      subjects: .organizations(ids),
      needs: Finding.Needs(
        service: service,
        areas: Set(blocks.flatMap(\.areas)).sorted().map {
          network.areas[table.needs.areas[$0]].id
        }, groups: Set(blocks.flatMap(\.groups)).sorted().map { table.needs.groups[$0] },
        cases: table.needs.caseClasses.count == 1
          ? [] : classes.flatMap { table.needs.caseClasses[$0] }
      ), cells: cells.count, value: Double(loop.members.count), sentence: sentence,
      evidence: relations.compactMap { relation in
        network.ends(of: relation).map {
          Wording.sentence("\(words.organization($0.from)) refers people to ")
            + "\(words.organization($0.to))\(relation.label.map { " (\($0))" } ?? "")."
        }
      } + loop.members.compactMap { unitStep($0, inside, network, words) },
      suggestion: kind == .finding ? suggestion(providers ?? []) : nil,
      citation: expectation.citation,
      tlp: loop.members.map { network.organizations[$0].tlp }.reduce(.amber, max))
    finding.pattern = pattern
    return finding
  }

  /// The step within a loop between a unit and its organization, which no relation records; nil where its
  /// organization is not in the loop.
  private func unitStep(
    _ unit: Int, _ inside: Set<Int>, _ network: StakeholderNetwork, _ words: NeedWords
  ) -> String? {
    guard let parent = network.organizations[unit].parent, inside.contains(parent) else {
      return nil
    }
    let step = "\(words.organization(unit)) is a unit of \(words.organization(parent))"
    switch network.organizations[parent].unitsRefer {
    case .yes: return Wording.sentence("\(step), and the two pass people on to each other.")
    case .unknown:
      return Wording.sentence("\(step); whether the two pass people on to each other is not known.")
    case .no: return nil
    }
  }

  private func suggestion(_ providers: [String]) -> String? {
    providers.first.map { "Agree a referral from one of them to \($0)." }
  }
}

extension PathwayTable.Cell {
  /// Its need, as a row that stands for no entry point.
  var need: PathwayTable.Cell {
    PathwayTable.Cell(entry: 0, service: service, area: area, profile: profile)
  }
}
