import LiaisonModel

/// Whether what is provided is offered in the languages asked for (DOMAIN G2, G22).
///
/// A service offers the languages that it states, else those of its organization. Where neither states
/// any it is not known.
struct CoverageLanguages {
  let expectation: Expectation
  let languages: [LanguageTag]
  let asked: NeedSelection.Positions

  /// The words used where nobody offers a language.
  static let template =
    "No provider of {service} for {groups} in {areas} is recorded as offering it in {language}."
  static let question =
    "Who offers {service} for {groups} in {areas} in {language}? {providers} {state} no language."
  static let open =
    "Who offers {service} for {groups} in {areas} in {language}? No provider is recorded as doing so."

  /// Adds the findings, the questions and one figure.
  func judge(_ judgement: inout Judgement) {
    let table = judgement.table
    let isComplete = judgement.isComplete("organizations", "services")
    var figure = ScorecardLine(
      id: "languages/\(expectation.id)",
      label: "needs with a provider, times languages asked for, offered in it", count: 0, total: 0,
      upper: 0)
    for service in asked.services {
      for language in languages {
        var missing: [PathwayTable.Cell] = []
        var doubtful: [PathwayTable.Cell] = []
        var silent: Set<Int> = []
        for area in asked.areas {
          for profile in asked.profiles {
            guard !table.applicable(service: service, area: area, profile: profile).isEmpty,
              let offer = offer(of: language, service, area, profile, table)
            else { continue }
            let cell = PathwayTable.Cell(entry: 0, service: service, area: area, profile: profile)
            figure.total += 1
            if offer.answer == .yes { figure.count += 1 }
            if offer.answer != .no || !isComplete { figure.upper += 1 }
            if offer.answer == .no { missing.append(cell) }
            if offer.answer == .unknown {
              doubtful.append(cell)
              silent.formUnion(offer.unstated)
            }
          }
        }
        if !missing.isEmpty {
          judgement.add(
            finding(
              service, language, missing, [], judgement, isComplete ? .finding : .question,
              isComplete ? Self.template : Self.open), to: .unreachable)
        }
        if !doubtful.isEmpty, !silent.isEmpty {
          judgement.add(
            finding(
              service, language, doubtful, table.network.byID(silent), judgement, .question,
              Self.question,
              key: ["unstated"]), to: .unreachable)
        }
      }
    }
    judgement.add(figure)
  }

  /// The best answer of any provider of a need for a language, and the organizations that state none;
  /// nil where nobody provides it.
  private func offer(
    of language: LanguageTag, _ service: Int, _ area: Int, _ profile: Int, _ table: PathwayTable
  ) -> (answer: Answer, unstated: [Int])? {
    var best: Answer?
    var unstated: [Int] = []
    for provider in table.providers[service] {
      let admits = table.arcs.answer(provider.mask, area: area, profile: profile)
      if admits == .no { continue }
      let place = table.network.services[provider.service]
      let own: Answer
      if let languages = place.languages {
        let tags = languages.compactMap { LanguageTag($0) }
        own = tags.contains { language.covers($0) } ? .yes : .no
      } else {
        own = .unknown
        unstated.append(place.organization)
      }
      best = max(best ?? .no, admits & own)
    }
    return best.map { ($0, unstated) }
  }

  private func finding(
    _ service: Int, _ language: LanguageTag, _ cells: [PathwayTable.Cell], _ unstated: [Int],
    _ judgement: Judgement, _ kind: Finding.Kind, _ template: String, key: [String] = []
  ) -> Finding {
    let table = judgement.table
    let network = judgement.network
    let words = NeedWords(network: network, needs: table.needs)
    let code = table.needs.services[service]
    let blocks = NeedBlock.covering(cells, table.needs)
    func whom(_ block: NeedBlock) -> (groups: String, areas: String) {
      (
        words.groups(block.groups.map { table.needs.groups[$0] }),
        words.areas(block.areas) + words.cases(block.caseClasses, of: asked.caseClasses)
      )
    }
    let name = network.vocabulary.name(of: Code(language.text), in: .languages)
    var sentence = ""
    if let first = blocks.first {
      let (groups, areas) = whom(first)
      sentence = Wording.sentence(
        SentenceTemplate(text: template).filled([
          "service": words.service(code), "groups": groups, "areas": areas, "language": name,
          "providers": Wording.sentence(
            Wording.list(unstated.map { words.organization($0) }, atMost: 3)),
          "state": unstated.count == 1 ? "states" : "state",
        ]))
      let rest = blocks.dropFirst().map { block in
        let (groups, areas) = whom(block)
        return "\(groups) in \(areas)"
      }
      if !rest.isEmpty {
        sentence +=
          " The same holds for \(Wording.list(rest, atMost: 3, others: "other group"))."
      }
    }
    let rows = cells.reduce(0) { sum, cell in
      sum
        + table.applicable(service: cell.service, area: cell.area, profile: cell.profile).count
    }
    var finding = Finding(
      rule: "\(judgement.standard.id)/\(expectation.id)", severity: expectation.severity,
      kind: kind, key: [code.text, "language", language.text] + key,
      subjects: .organizations(unstated.map { network.organizations[$0].id }),
      needs: Finding.Needs(
        service: code,
        areas: Set(blocks.flatMap(\.areas)).sorted().map {
          network.areas[table.needs.areas[$0]].id
        }, groups: Set(blocks.flatMap(\.groups)).sorted().map { table.needs.groups[$0] }),
      cells: rows, sentence: sentence,
      suggestion: kind == .finding
        ? "Agree who offers \(words.service(code)) in \(name), or who interprets." : nil,
      citation: expectation.citation)
    if kind == .finding { finding.remark = "no \(words.service(code)) in \(name)" }
    return finding
  }
}
