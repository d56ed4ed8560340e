import LiaisonFiles
public import LiaisonGaps
public import LiaisonModel

/// Gap reports as JSON, in a form that stays: keys are added, never renamed or removed.
///
/// ```json
/// {"liaison_gaps": 1, "network": "…", "as_of": "2025-06-30",
///  "reports": [
///    {"standard": "four-pillars", "title": "…",
///     "scorecard": [{"id": "pathways", "label": "pathways reached", "count": 1744, "total": 1848,
///                    "upper": 1809, "percent": 94}],
///     "sections": [{"question": "missing", "findings": [{…}]}],
///     "expired_agreements": [{"agreement": "mou-7", "until": "2025-03-31", "pathways": 12}],
///     "questions": [{…}], "accepted": [{…}],
///     "accounts": [{"expectation": "plan", "title": "…",
///                   "rows": [{"subjects": ["pap-3.2", …],
///                             "subject_kinds": ["activity", …], "sentence": "…"}]}],
///     "sureness": {"ties": 150, "reported": 113, "confirmed": 83, "responses": [{…}],
///                  "weak_ties": 30, "opened": [{…}], …},
///     "scope": {"boundary": "…", "complete": ["referral"], "assume": ["cases: any"], …},
///     "pathways": [{"entry": "police-north", "service": "shelter.emergency", "area": "north",
///                   "group": "adult.male", "cases": ["labour"], "status": "missing",
///                   "asked": true, "sentence": "…",
///                   "stop": {"kind": "relation", "organization": "police", "to": "dar-ul-aman",
///                            "relation": "police refers_to dar-ul-aman/shelter"}},
///                  {"entry": "police-north", "service": "legal_counsel", "area": "north",
///                   "group": "adult.male", "cases": ["labour"], "status": "reached",
///                   "asked": true, "hops": 2, "unknown_hops": 0, "confidence": 0.8,
///                   "response_hours": null, "path": ["a", "b"],
///                   "expired_agreements": ["mou-7"]}]}]}
/// ```
///
/// A finding has the form of `lint --format json`, with `needs` and `cells`, and `survives`: whether it is
/// found without weak evidence too; `opened` are those found only without it. `later` of `sureness` is there
/// where something was observed after `as_of`, and left out: how much of it. With `--about coverage` each cell
/// asked for is in `coverage`: `{"service": "hotline", "area": "north", "group": "adult.male", "state":
/// "thin", "certain": 1, "possible": 1}`. `accounts` are there with `--about`; with `--for` too, and beside
/// them `for`, the organization, `actions`, as `recommend` gives them, `further`, what it could do besides,
/// and `renewals`: `{"agreement": "mou-7", "until": "2025-03-31", "pathways": 12, "sentence": "…"}`.
/// `pathways` is there with `--all`; its rows are those that apply. `asked` says whether the standard asks
/// for it: the headline figure counts those alone. Rows with a way have the keys from `hops` on, the others
/// a `sentence`, and where a way is missing or unclear `stop` says where it stops.
public struct GapReportJSON {
  private let reports: [GapReport]
  private let network: StakeholderNetwork
  private let isWhole: Bool
  private let sheets: [OrganizationSheet]

  /// The reports of a network, one a standard.
  ///
  /// - Parameter isWhole: whether the rows of `pathways` are there too.
  public init(reports: [GapReport], network: StakeholderNetwork, isWhole: Bool = false) {
    self.reports = reports
    self.network = network
    self.isWhole = isWhole
    sheets = []
  }

  /// An organization's sheets, one a standard.
  public init(sheets: [OrganizationSheet], network: StakeholderNetwork) {
    reports = sheets.map(\.report)
    self.network = network
    isWhole = false
    self.sheets = sheets
  }

  /// The JSON as text, ending with a line break.
  public var bytes: [UInt8] { value.bytes() }

  var value: JSONValue {
    .object([
      .init("liaison_gaps", 1), .init("network", .string(network.header.title)),
      .init("as_of", .optional(reports.first?.asOf.description)),
      .init(
        "reports",
        .array(
          reports.indices.map { json(of: reports[$0], sheets.isEmpty ? nil : sheets[$0]) })),
    ])
  }

  private func json(of report: GapReport, _ sheet: OrganizationSheet?) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("standard", .string(report.standard)), .init("title", .string(report.standardTitle)),
      .init("source", .string(report.standardSource)),
      .init(
        "extends",
        .array(
          report.standardBases.map {
            .object([.init("standard", .string($0.id)), .init("title", .string($0.title))])
          })),
      .init("scorecard", .array(report.scorecard.map(json))),
      .init(
        "sections",
        .array(
          report.sections.map { section in
            .object([
              .init("question", .string(section.question.rawValue)),
              .init("findings", json(section.findings, report.survival)),
            ])
          })),
      .init(
        "expired_agreements",
        .array(
          report.expired.map { expired in
            .object([
              .init("agreement", .string(network.agreements[expired.agreement].id)),
              .init("until", .string(expired.until.description)),
              .init("pathways", .int(expired.pathways)),
            ])
          })),
      .init("questions", json(report.questions)),
      .init("accepted", json(report.accepted, report.survival)),
      .init("sureness", json(of: report.sureness, report.survival, report.later)),
      .init("scope", json(of: report.scope)),
    ]
    if !report.staleAcceptances.isEmpty {
      members.append(.init("stale_acceptances", .array(report.staleAcceptances.map(json))))
    }
    if report.isNarrowed { members.append(.init("accounts", .array(report.accounts.map(json)))) }
    if report.isNarrowed, let coverage = report.coverage {
      members.append(.init("coverage", json(of: coverage)))
    }
    if let sheet { members += self.members(of: sheet) }
    if isWhole { members.append(.init("pathways", pathways(report))) }
    return .object(members)
  }

  private func json(_ findings: [Finding], _ survival: Survival? = nil) -> JSONValue {
    var report = FindingReport(limit: .max)
    report.add(findings, sources: network.sources)
    return .array(
      report.items.map { item in
        let value = FindingReport.json(of: item)
        guard let survival, case .object(var members) = value else { return value }
        members.append(.init("survives", .bool(!survival.fallen.contains(item.finding.id))))
        return .object(members)
      })
  }

  private func json(_ gap: AcceptedGap) -> JSONValue {
    .object(leavingOutNil: [
      "finding": .string(gap.finding), "reason": gap.reason.map { .string($0) },
      "by_role": gap.byRole.map { .string($0) }, "until": gap.until.map { .string($0.description) },
    ])
  }

  private func json(
    of sureness: Sureness, _ survival: Survival?, _ later: LaterKnowledge
  ) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("ties", .int(sureness.ties)),
      .init("without_evidence", .int(sureness.withoutEvidence)),
      .init("reported", .int(sureness.reported)), .init("confirmed", .int(sureness.confirmed)),
      .init("dated", .int(sureness.dated)), .init("stale", .int(sureness.stale)),
      .init("oldest", .optional(sureness.oldest?.description)),
      .init("stale_answers", .int(sureness.staleAnswers)),
      .init("services", .int(sureness.services)),
      .init("without_capacity", .int(sureness.withoutCapacity)),
      .init(
        "stale_capacity",
        .strings(
          sureness.staleCapacity.map { service in
            let owner = network.organizations[network.services[service].organization].id
            return "\(owner)/\(network.services[service].id)"
          })),
      .init(
        "responses",
        .array(
          sureness.response.rows.map { row in
            .object([
              .init("sector", .optional(row.sector?.text)), .init("asked", .int(row.asked)),
              .init("answered", .int(row.answered)),
            ])
          })),
    ]
    if !later.isEmpty {
      members.append(
        .init(
          "later",
          .object([
            .init("relations", .int(later.relations)), .init("only_later", .int(later.onlyLater)),
            .init("answers", .int(later.answers)), .init("capacities", .int(later.capacities)),
          ])))
    }
    if let survival {
      members += [
        .init("weak_ties", .int(survival.weak.relations.count)),
        .init("weak_by_confidence", .int(survival.weak.unsure.count)),
        .init("weak_by_one_side", .int(survival.weak.oneSided.count)),
        .init("opened", json(survival.opened)),
      ]
    }
    return .object(members)
  }

  /// What a sheet has beside its report.
  private func members(of sheet: OrganizationSheet) -> [JSONValue.Member] {
    [
      .init("for", .string(network.organizations[sheet.organization].id)),
      .init("actions", RecommendationJSON.actions(sheet.actions)),
      .init("asked_by_others", RecommendationJSON.actions(sheet.asked)),
      .init("further", .strings(sheet.further)),
      .init(
        "renewals",
        .array(
          sheet.renewals.map { renewal in
            .object([
              .init("agreement", .string(network.agreements[renewal.agreement].id)),
              .init("until", .optional(renewal.until?.description)),
              .init("pathways", .int(renewal.pathways)),
              .init("sentence", .string(renewal.sentence)),
            ])
          })),
    ]
  }

  private func json(of account: GapAccount) -> JSONValue {
    .object([
      .init("expectation", .string(account.expectation)), .init("title", .string(account.title)),
      .init(
        "rows",
        .array(
          account.rows.map { row in
            .object([
              .init("subjects", .strings(row.subjects.map(\.id))),
              .init("subject_kinds", .strings(row.subjects.map(\.kind.rawValue))),
              .init("sentence", .string(row.sentence)),
            ])
          })),
    ])
  }

  private func json(of cube: CoverageCube) -> JSONValue {
    .array(
      cube.cells.map { cell in
        .object([
          .init("service", .string(cell.service.text)),
          .init("area", .string(network.areas[cell.area].id)),
          .init("group", .string(cell.group.text)),
          .init("state", .string(cell.count.state.rawValue)),
          .init("certain", .int(cell.count.certain)), .init("possible", .int(cell.count.possible)),
        ])
      })
  }

  private func json(of line: ScorecardLine) -> JSONValue {
    .object(leavingOutNil: [
      "id": .string(line.id), "label": .string(line.title), "count": .int(line.count),
      "total": .int(line.total), "upper": .int(line.upper),
      "percent": line.percent.map { .int($0) }, "note": line.note.map { .string($0) },
      "population_percent": line.populationPercent.map { .int($0) },
    ])
  }

  private func json(of scope: ScopeBox) -> JSONValue {
    .object(leavingOutNil: [
      "has_boundary": .bool(scope.hasBoundary),
      "boundary": scope.boundaryRule.map { .string($0) },
      "complete": scope.complete.map { .strings($0.map(\.text)) },
      "assume": .strings(scope.assume),
      "organizations": .int(scope.counts.organizations), "services": .int(scope.counts.services),
      "referrals": .int(scope.counts.referrals), "entry_points": .int(scope.counts.entryPoints),
      "areas": .int(scope.counts.areas), "asked": .int(scope.asked),
      "answered": .int(scope.answered), "judged": .strings(scope.judged),
      "not_judged": .strings(scope.notJudged),
    ])
  }

  private func pathways(_ report: GapReport) -> JSONValue {
    let table = report.pathways
    let ids = table.network.organizations.map(\.id)
    var words = PathwayRowWords(table)
    return .array(
      table.rows().map { row in
        let need = table.need(of: row.cell)
        let cases = table.needs.caseClasses[table.needs.caseClass(ofProfile: row.cell.profile)]
        var members: [JSONValue.Member] = [
          .init("entry", .string(ids[table.entries[row.cell.entry]])),
          .init("service", .string(need.service.text)),
          .init("area", .string(table.network.areas[need.area].id)),
          .init("group", .string(need.group.text)),
          .init("cases", .strings(cases.map(\.text))),
          .init("status", .string(row.status.code)),
          .init("asked", .bool(report.isAsked(row.cell))),
        ]
        if let sentence = words.sentence(row) {
          members.append(.init("sentence", .string(sentence)))
        }
        if let stop = row.stop {
          members.append(.init("stop", PathwayStopJSON.value(stop, table.network)))
        }
        if let path = row.path {
          members += [
            .init("hops", .int(path.hops)), .init("unknown_hops", .int(path.unknownHops)),
            .init("confidence", path.confidence.map { .number($0) } ?? .null),
            .init(
              "response_hours",
              path.responseHours(in: table.network).map { .number($0) } ?? .null),
            .init("path", .strings(path.organizations.map { ids[$0] })),
          ]
          if !path.expiredAgreements.isEmpty {
            members.append(
              .init(
                "expired_agreements",
                .strings(path.expiredAgreements.map { table.network.agreements[$0].id })))
          }
        }
        return .object(members)
      })
  }
}
