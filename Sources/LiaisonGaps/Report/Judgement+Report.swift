import LiaisonModel

extension Judgement {
  /// The report of what was gathered.
  func report() -> GapReport {
    let quiet = Set(
      network.accepted.filter { $0.until.map { date <= $0 } ?? true }.map(\.finding))
    var accepted: [Finding] = []
    var sections: [GapReport.Section] = []
    for question in GapReport.Question.allCases {
      var loud: [Finding] = []
      for finding in (findings[question] ?? []).sorted(by: Self.heavierFirst) {
        if quiet.contains(finding.id) { accepted.append(finding) } else { loud.append(finding) }
      }
      sections.append(GapReport.Section(question: question, findings: loud))
    }
    return GapReport(
      title: network.header.title, standard: standard.id, standardTitle: standard.title,
      standardSource: standard.source, asOf: date, scorecard: scorecard, sections: sections,
      questions: questions.filter { !quiet.contains($0.id) }.sorted(by: Self.heavierFirst),
      accepted: accepted, scope: scopeBox, pathways: table)
  }

  /// Severity weight × cells, the heaviest first; then rule and key.
  static func heavierFirst(_ left: Finding, _ right: Finding) -> Bool {
    let weights = (left.severity.weight * left.cells, right.severity.weight * right.cells)
    if weights.0 != weights.1 { return weights.0 > weights.1 }
    if left.severity != right.severity { return left.severity > right.severity }
    let keys = ([left.rule] + left.key, [right.rule] + right.key)
    for (a, b) in zip(keys.0, keys.1) where !a.utf8.elementsEqual(b.utf8) {
      return a.utf8.lexicographicallyPrecedes(b.utf8)
    }
    return keys.0.count < keys.1.count
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
      judged: judged, notJudged: notJudged)
  }
}
