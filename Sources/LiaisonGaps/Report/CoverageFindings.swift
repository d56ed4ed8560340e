import LiaisonModel

/// The findings of services that nobody is recorded to provide, or too few (SEMANTICS §7).
struct CoverageFindings {
  let table: PathwayTable
  let words: NeedWords
  let expectation: Expectation
  let asked: NeedSelection.Positions
  let rule: String
  let isComplete: Bool

  init(_ judgement: Judgement, _ expectation: Expectation, _ asked: NeedSelection.Positions) {
    table = judgement.table
    words = NeedWords(network: judgement.network, needs: judgement.table.needs)
    self.expectation = expectation
    self.asked = asked
    rule = "\(judgement.standard.id)/\(expectation.id)"
    isComplete = judgement.isComplete("organizations", "services")
  }

  /// The words used where the standard has none of its own.
  static let template = "No provider of {service} is recorded for {groups} in {areas}."
  static let question = "Who provides {service} for {groups} in {areas}? No provider is recorded."

  /// The words used where who provides it is recorded, and does not operate.
  static let closed =
    "No provider of {service} in operation is recorded for {groups} in {areas}: {closed}."
  static let closedQuestion =
    "Who provides {service} for {groups} in {areas}? No provider in operation is recorded: {closed}."

  /// A hole: rows of one service type and group that no provider is recorded for, or none that operates.
  func hole(service: Int, group: Int, _ cells: [PathwayTable.Cell]) -> Finding {
    let closed = closedProviders.of(cells)
    let own = isComplete ? expectation.sentence ?? Self.template : Self.question
    var template = own
    if !closed.isEmpty {
      if !isComplete {
        template = Self.closedQuestion
      } else {
        // A standard's own words stay, and what they leave out follows.
        template = own == Self.template ? Self.closed : own + " {Closed}."
      }
    }
    return finding(
      service, group, cells, key: [], template, value: 0,
      subjects: closedProviders.subjects(closed), closed: closed)
  }

  /// A thin spot: rows of one service type and group that fewer are recorded for than asked.
  func thin(
    service: Int, group: Int, _ cells: [PathwayTable.Cell], providers: [Int], minimum: Int
  ) -> Finding {
    let count = providers.count
    let names = Wording.list(providers.map { words.organization($0) })
    let ids = providers.map { table.network.organizations[$0].id }
    let closed = closedProviders.of(cells)
    let template =
      "Only \(Wording.count(count, "provider")) of {service} \(closed.isEmpty ? "" : "in operation ")"
      + "\(count == 1 ? "is" : "are") recorded for {groups} in {areas}: \(names)."
      + (closed.isEmpty ? "" : " {Closed}.")
    var finding = finding(
      service, group, cells, key: ["thin"] + ids, template, value: Double(count),
      subjects: .organizations(ids), closed: closed)
    finding.threshold = Double(minimum)
    if count == 1 {
      finding.remark = "only provider of \(words.service(table.needs.services[service]))"
    }
    return finding
  }

  private var closedProviders: ClosedProviders { ClosedProviders(table: table, words: words) }

  private func finding(
    _ service: Int, _ group: Int, _ cells: [PathwayTable.Cell], key: [String], _ template: String,
    value: Double, subjects: [Finding.Subject], closed: [ClosedProviders.Closed]
  ) -> Finding {
    let needs = table.needs
    let places = cells.map { cell in
      PathwayTable.Cell(entry: 0, service: service, area: cell.area, profile: cell.profile)
    }
    let blocks = NeedBlock.covering(places, needs)
    let spans = blocks.map { block in
      words.areas(block.areas) + words.cases(block.caseClasses, of: asked.caseClasses)
    }
    let code = needs.services[service]
    let need = "{service} for {groups} in {areas}"
    var template = template
    // Where nobody states any service, that is why: nothing is known of who provides what.
    if value == 0, isComplete, table.network.services.isEmpty, template.hasSuffix(".") {
      template = template.dropLast() + ": no organization listed states what it provides."
    }
    let suggestion =
      isComplete
      ? closedProviders.remedy(closed, need) ?? "Agree who provides \(need)." : nil
    let clause = closedProviders.clause(closed)
    let told = ["closed": clause, "Closed": Wording.sentence(clause)]
    // Where its cases are named with its areas, those cannot be left open.
    let isPlain = spans == [words.areas(blocks.first?.areas ?? [])]
    let areas = Wording.list(spans)
    let fixed = told.merging(isPlain ? [:] : ["areas": areas, "area": areas]) { $1 }
    let open = [
      "service": words.service(code), "services": words.service(code),
      "groups": words.groups([needs.groups[group]]), "group": words.persons([needs.groups[group]]),
      "areas": areas, "area": areas,
    ].merging(told) { $1 }
    let classes = Set(blocks.flatMap(\.caseClasses)).sorted()
    var finding = Finding(
      rule: rule, severity: expectation.severity, kind: isComplete ? .finding : .question,
      key: [code.text, needs.groups[group].text] + key, subjects: subjects,
      needs: Finding.Needs(
        service: code,
        areas: Set(blocks.flatMap(\.areas)).sorted().map {
          table.network.areas[needs.areas[$0]].id
        },
        groups: [needs.groups[group]],
        cases: needs.caseClasses.count == 1 ? [] : classes.flatMap { needs.caseClasses[$0] }),
      cells: cells.count, value: value,
      sentence: SentenceTemplate(text: template).filled(open),
      suggestion: suggestion.map { SentenceTemplate(text: $0).filled(open) },
      citation: expectation.citation)
    finding.pattern = Finding.Pattern(
      sentence: SentenceTemplate(text: template).filled(fixed),
      suggestion: suggestion.map { SentenceTemplate(text: $0).filled(fixed) })
    return finding
  }
}
