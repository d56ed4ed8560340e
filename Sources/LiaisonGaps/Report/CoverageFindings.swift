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

  /// A hole: rows of one service type and group that no provider is recorded for.
  func hole(service: Int, group: Int, _ cells: [PathwayTable.Cell]) -> Finding {
    let template = isComplete ? expectation.sentence ?? Self.template : Self.question
    return finding(service, group, cells, key: [], template, value: 0, subjects: [])
  }

  /// A thin spot: rows of one service type and group that fewer are recorded for than asked.
  func thin(
    service: Int, group: Int, _ cells: [PathwayTable.Cell], providers: [Int], minimum: Int
  ) -> Finding {
    let count = providers.count
    let names = Wording.list(providers.map { words.organization($0) })
    let ids = providers.map { table.network.organizations[$0].id }
    let template =
      "Only \(Wording.count(count, "provider")) of {service} \(count == 1 ? "is" : "are") recorded "
      + "for {groups} in {areas}: \(names)."
    var finding = finding(
      service, group, cells, key: ["thin"] + ids, template, value: Double(count),
      subjects: .organizations(ids))
    finding.threshold = Double(minimum)
    if count == 1 {
      finding.remark = "only provider of \(words.service(table.needs.services[service]))"
    }
    return finding
  }

  private func finding(
    _ service: Int, _ group: Int, _ cells: [PathwayTable.Cell], key: [String], _ template: String,
    value: Double, subjects: [Finding.Subject]
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
    let suggestion =
      isComplete ? "Agree who provides {service} for {groups} in {areas}." : nil
    // Where its cases are named with its areas, those cannot be left open.
    let isPlain = spans == [words.areas(blocks.first?.areas ?? [])]
    let areas = Wording.list(spans)
    let fixed = isPlain ? [:] : ["areas": areas, "area": areas]
    let open = [
      "service": words.service(code), "services": words.service(code),
      "groups": words.groups([needs.groups[group]]), "group": words.persons([needs.groups[group]]),
      "areas": areas, "area": areas,
    ]
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
