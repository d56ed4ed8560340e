import LiaisonModel

extension Judgement {
  /// The report of what was gathered.
  mutating func report() -> GapReport {
    conclude()
    let expired = expiredAgreements()
    let standing = network.accepted.filter { $0.until.map { date <= $0 } ?? true }
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
      questions: questions.filter { !quiet.contains($0.id) }.sorted(by: moreDecisiveFirst),
      accepted: accepted, staleAcceptances: standing.filter { !found.contains($0.finding) },
      expired: expired, scope: scopeBox,
      sureness: Sureness(network, on: date), survival: nil, pathways: table,
      expectations: expectations, accounts: accounts, asked: pathways,
      coverageAsked: coverageAsked, doubts: settled,
      closedByRelation: closedByRelation)
  }

  /// The most severe first, then those of most cells; then rule and key.
  static func heavierFirst(_ left: Finding, _ right: Finding) -> Bool {
    left.outranks(right) ?? idsPrecede([left.rule] + left.key, [right.rule] + right.key)
  }

  /// The cells that the answer alone decides, the most first; then those that rest on it, severity, rule
  /// and key. A question about what is absent or unsure itself decides all that it folds.
  private func moreDecisiveFirst(_ left: Finding, _ right: Finding) -> Bool {
    let decided = (decided(left), decided(right))
    if decided.0 != decided.1 { return decided.0 > decided.1 }
    if left.cells != right.cells { return left.cells > right.cells }
    return Self.heavierFirst(left, right)
  }

  private func decided(_ question: Finding) -> Int {
    settled[question.id]?.decided ?? question.cells
  }

  /// Adds what is known only when every expectation has been judged: missing pathways with what
  /// closes them, and what is not known.
  private mutating func conclude() {
    let pathways = PathwayFindings(self)
    let missing = pathways.missing()
    for finding in pathways.withoutEntry() + missing.findings { add(finding, to: .unreachable) }
    closedByRelation = missing.closed
    for (doubt, question) in DoubtQuestions(self).questions() {
      add(question, to: .unreachable)
      settled[question.id] = doubt
    }
    let figures = self.pathways.figures(
      table, listsReferrals: isComplete("organizations", "referral"),
      listsServices: isComplete("organizations", "services"))
    scorecard = figures + scorecard
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
      judged: judged, notJudged: notJudged.map { "\(Wording.list($0.ids)): \($0.reason)." })
  }
}
