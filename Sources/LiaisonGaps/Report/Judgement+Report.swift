import LiaisonModel

extension Judgement {
  /// The report of what was gathered.
  mutating func report() -> GapReport {
    conclude()
    let expired = expiredAgreements()
    let standing = standingAcceptances
    let quiet = Set(standing.map(\.finding))
    let found = Set((findings.values.joined() + questions).map(\.id))
    var accepted: [Finding] = []
    var sections: [GapReport.Section] = []
    for question in GapReport.Question.allCases {
      var loud: [Finding] = []
      for finding in (findings[question] ?? []).sorted(by: Self.heavierFirst) {
        if quiet.contains(finding.id) { accepted.append(finding) } else { loud.append(finding) }
      }
      sections.append(
        GapReport.Section(
          question: question, isAsked: questionsAsked.contains(question),
          isJudged: expectations.contains { $0.question == question && judged.contains($0.id) },
          findings: loud))
    }
    return GapReport(
      title: network.header.title, standard: standard.id, standardTitle: standard.title,
      standardSource: standard.source, standardBases: standard.bases, asOf: date,
      scorecard: scorecard, sections: sections,
      questions: mostDecisiveFirst(questions.filter { !quiet.contains($0.id) }),
      accepted: accepted, staleAcceptances: standing.filter { !found.contains($0.finding) },
      expired: expired, scope: scopeBox,
      sureness: Sureness(network, on: date), nonResponseLimit: nonResponseLimit, survival: nil,
      pathways: table, expectations: expectations, accounts: accounts, expected: standard,
      asked: pathways, coverageAsked: coverageAsked, doubts: settled,
      closedByRelation: closedByRelation, placeOfFold: placeOfFold)
  }

  /// What is found, and in words what of it is not among `known`: all that another judgement is compared
  /// with, at a part of what the whole report takes.
  mutating func found(besides known: Set<String>) -> (ids: Set<String>, opened: [Finding]) {
    let pathways = PathwayFindings(self)
    for finding in pathways.withoutEntry() { add(finding, to: .unreachable) }
    var ids: Set<String> = []
    if pathways.isComplete {
      let missing = pathways.missing(besides: known)
      for finding in missing.findings { add(finding, to: .unreachable) }
      ids.formUnion(missing.known)
    }
    let all = findings.values.flatMap { $0 }.map { (id: $0.id, finding: $0) }
    ids.formUnion(all.map(\.id))
    let quiet = known.union(standingAcceptances.map(\.finding))
    let opened = all.filter { !quiet.contains($0.id) }.map(\.finding).sorted(by: Self.heavierFirst)
    return (ids, opened)
  }

  /// The findings accepted that are still so on the day.
  private var standingAcceptances: [AcceptedGap] {
    network.accepted.filter { $0.until.map { date <= $0 } ?? true }
  }

  /// The most severe first, then those of most cells; then rule and key.
  static func heavierFirst(_ left: Finding, _ right: Finding) -> Bool {
    left.outranks(right) ?? idsPrecede([left.rule] + left.key, [right.rule] + right.key)
  }

  /// The cells that the answer alone decides, the most first; then those that rest on it, severity, rule
  /// and key. A question about what is absent or unsure itself decides all that it folds.
  private func mostDecisiveFirst(_ questions: [Finding]) -> [Finding] {
    let known = questions.map { (decided: settled[$0.id]?.decided ?? $0.cells, question: $0) }
    return known.sorted { left, right in
      if left.decided != right.decided { return left.decided > right.decided }
      if left.question.cells != right.question.cells {
        return left.question.cells > right.question.cells
      }
      return Self.heavierFirst(left.question, right.question)
    }.map(\.question)
  }

  /// Adds what is known only when every expectation has been judged: missing pathways with what
  /// closes them, and what is not known.
  private mutating func conclude() {
    let pathways = PathwayFindings(self)
    let missing = pathways.missing()
    for finding in pathways.withoutEntry() + missing.findings { add(finding, to: .unreachable) }
    closedByRelation = missing.closed
    placeOfFold = missing.folds
    guard isInWords else { return }
    for (doubt, question) in DoubtQuestions(self).questions() {
      add(question, to: .unreachable)
      settled[question.id] = doubt
    }
    let figures = self.pathways.figures(
      table, listsReferrals: isComplete("organizations", "referral"),
      listsServices: isComplete("organizations", "services"))
    scorecard = ScorecardLine.toldApart(figures + scorecard)
  }

  private var scopeBox: ScopeBox {
    let header = network.header
    func line(_ name: String, _ list: ScopeList?) -> String? {
      list.map { "\(name): \($0.terms.map(\.text).joined(separator: ", "))" }
    }
    let asked = network.organizations.filter { $0.response != .unstated }
    return ScopeBox(
      boundaryRule: header.boundary?.rule, hasBoundary: header.boundary != nil,
      complete: header.boundary?.complete,
      assume: [
        line("areas", header.assume.areas), line("groups", header.assume.groups),
        line("cases", header.assume.cases),
      ].compactMap { $0 },
      counts: ScopeBox.Counts(
        organizations: network.organizations.count, services: network.services.count,
        referrals: network.relations.filter { Layer.Name.referral.contains($0) }.count,
        entryPoints: table.entries.count, areas: table.needs.areas.count),
      asked: asked.count, answered: asked.filter { $0.response != .silent }.count,
      judged: judged, unjudged: notJudged)
  }
}
