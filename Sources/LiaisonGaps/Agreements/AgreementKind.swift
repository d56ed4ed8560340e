public import LiaisonCatalog
public import LiaisonModel

/// `agreement`: what works rests on agreements that are in force.
public struct AgreementKind: ExpectationKind {
  /// Creates the kind.
  public init() {}

  /// Its page.
  public var page: CatalogPage {
    CatalogPage(
      id: "agreement",
      summary: "What works rests on agreements in force, and personal data pass under one.",
      meaning: """
        Reads the agreements and the relations that name one. `ask` says what for: `expired`, those \
        that have ended while relations in force rest on them; `expiring`, those that end within \
        `within_days` (90 unless written); `data`, relations whose stated `content` is personal while \
        no agreement is recorded; `parties`, relations that rest on an agreement that one of their \
        ends has not signed; `idle`, agreements that govern nothing. All of them unless written. \
        An agreement that has ended closes no pathway: how many pathways have no other sure way is told.
        """,
      doNotUseWhen: """
        the agreements have not been collected: then what is printed is a list of questions. A \
        relation that rests on a law needs no agreement.
        """,
      reference: """
        UN Women, endVAWnow, memoranda of understanding between agencies; K. G. Provan, M. A. Veazie, \
        L. K. Staten and N. I. Teufel-Shone, Public Administration Review 65 (2005) 603–613, \
        doi:10.1111/j.1540-6210.2005.00487.x (are ties personal or formalised)
        """,
      examples: [
        CatalogPage.Example(
          "As a standard writes it",
          text: """
            - id: agreements
              kind: agreement
              ask: [expired, expiring, parties]
              within_days: 90
              severity: warning
              citation: our own plan, 2025
            """)
      ])
  }

  /// Without that nothing can be said.
  public var needs: String {
    """
    an agreement is recorded under `agreements:`; what it asks of personal data is always judged
    """
  }

  /// Reads `ask`, `within_days`, a whole number, and `content`, which is personal, case and location
  /// unless written.
  public func read(
    _ expectation: Expectation, of standard: Standard
  ) throws(GapError) -> any JudgedExpectation {
    var reader = ExpectationReader(expectation, of: standard)
    var asked: [AgreementExpectation.Aspect] = []
    for word in try reader.texts("ask") ?? AgreementExpectation.Aspect.allCases.map(\.rawValue) {
      guard let aspect = AgreementExpectation.Aspect(rawValue: word) else {
        let known = AgreementExpectation.Aspect.allCases.map(\.rawValue).joined(separator: ", ")
        throw reader.error("`ask` holds of \(known), not `\(word)`.")
      }
      asked.append(aspect)
    }
    let days = try reader.wholeNumber("within_days") ?? Int(AgreementUse.renewalDays)
    guard let days = Int32(exactly: days), days <= 36_525 else {
      throw reader.error("`within_days` is at most 36525.")
    }
    let content = try reader.codes("content") ?? ["personal", "case", "location"]
    try reader.finish()
    return AgreementExpectation(
      expectation: expectation, asked: Set(asked), days: days, content: content)
  }
}

struct AgreementExpectation: JudgedExpectation {
  /// What can be asked.
  enum Aspect: String, CaseIterable, Sendable { case expired, expiring, data, parties, idle }

  var expectation: Expectation
  var asked: Set<Aspect>
  var days: Int32
  var content: [Code]

  var order: CauseOrder { .agreements }
  var question: GapReport.Question { .agreed }
  var services: [Code] { [] }

  func judge(_ judgement: inout Judgement) throws(GapError) {
    let network = judgement.network
    let uses = AgreementUse.all(network, on: judgement.date)
    guard !uses.isEmpty || asked.contains(.data) else {
      judgement.note(notJudged: expectation.id, because: "no agreement is recorded")
      return
    }
    judgement.judged.append(expectation.id)
    let findings = AgreementFindings(judgement, expectation)
    for use in uses {
      if asked.contains(.expired), use.hasEnded, !use.relations.isEmpty {
        let lost = judgement.pathways(restingOn: use.agreement)
        judgement.add(findings.expired(use, pathways: lost), to: .agreed)
      }
      if asked.contains(.expiring), use.ends(within: days) {
        let lost = judgement.pathways(restingOn: use.agreement)
        judgement.add(findings.expiring(use, pathways: lost), to: .agreed)
      }
      if asked.contains(.parties), let finding = findings.parties(use) {
        judgement.add(finding, to: .agreed)
      }
      if asked.contains(.idle), let finding = findings.idle(use) {
        judgement.add(finding, to: .agreed)
      }
    }
    if asked.contains(.data) {
      let data = DataAgreementFindings(judgement, expectation, content)
      for finding in data.findings() { judgement.add(finding, to: .agreed) }
    }
    if asked.contains(.expired) { judgement.add(figure(uses)) }
    guard asked.contains(.expired) || asked.contains(.expiring) else { return }
    judgement.tell(AgreementFindings.title) { account(uses, findings, &$0) }
  }

  /// What each agreement carries, those first that end first.
  private func account(
    _ uses: [AgreementUse], _ findings: AgreementFindings, _ judgement: inout Judgement
  ) -> GapAccount {
    let ids = judgement.network.agreements.map(\.id)
    let ending = uses.sorted { left, right in
      let days = (left.daysLeft ?? .max, right.daysLeft ?? .max)
      if days.0 != days.1 { return days.0 < days.1 }
      return idsPrecede([ids[left.agreement]], [ids[right.agreement]])
    }
    var rows: [GapAccount.Row] = []
    for (position, use) in ending.enumerated() {
      let lost =
        position < Self.mostTried ? judgement.pathways(restingOn: use.agreement) : nil
      rows.append(findings.row(use, pathways: lost))
    }
    return GapAccount(expectation: expectation.id, title: AgreementFindings.title, rows: rows)
  }

  /// Of how many agreements an account says what would be lost without them: those that end first.
  private static let mostTried = 64

  private func figure(_ uses: [AgreementUse]) -> ScorecardLine {
    var figure = ScorecardLine(
      id: "agreement/\(expectation.id)", label: "relations whose agreement is in force", count: 0,
      total: 0, upper: 0)
    for use in uses {
      figure.total += use.relations.count
      if use.answer == .yes { figure.count += use.relations.count }
      if use.answer != .no { figure.upper += use.relations.count }
    }
    return figure
  }
}
