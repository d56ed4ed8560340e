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
      questions: questions.filter { !quiet.contains($0.id) }.sorted(by: Self.moreDecisiveFirst),
      accepted: accepted, staleAcceptances: standing.filter { !found.contains($0.finding) },
      expired: expired, scope: scopeBox,
      sureness: Sureness(network, on: date), survival: nil, pathways: table,
      expectations: expectations, accounts: accounts, asked: pathways, doubts: settled)
  }

  /// The most severe first, then those of most cells; then rule and key.
  static func heavierFirst(_ left: Finding, _ right: Finding) -> Bool {
    left.outranks(right) ?? idsPrecede([left.rule] + left.key, [right.rule] + right.key)
  }

  /// The cells that rest on it, the most first; then those that it alone decides, severity, rule and
  /// key.
  static func moreDecisiveFirst(_ left: Finding, _ right: Finding) -> Bool {
    if left.cells != right.cells { return left.cells > right.cells }
    let touched = (left.value ?? 0, right.value ?? 0)
    if touched.0 != touched.1 { return touched.0 > touched.1 }
    return heavierFirst(left, right)
  }

  /// Adds what is known only when every expectation has been judged: missing pathways with what
  /// closes them, and what is not known.
  private mutating func conclude() {
    let pathways = PathwayFindings(self)
    let found = pathways.withoutEntry() + pathways.missing()
    for finding in found { add(finding, to: .unreachable) }
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
