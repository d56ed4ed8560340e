public import LiaisonModel

/// What gap analysis has to say to one organization: its gaps and what is not known about it, what it
/// could do next, and the agreements that it has to renew.
public struct OrganizationSheet: Sendable {
  /// An agreement that has ended while something rests on it, or that ends soon.
  public struct Renewal: Sendable, Equatable {
    /// The index of the agreement.
    public var agreement: Int
    /// Its last day; nil where none is recorded.
    public var until: CalendarDate?
    /// How many pathways asked for would have no other sure way without it.
    public var pathways: Int
    /// "“MoU …” (mou-7) ended on 2025-03-31: one relation rests on it, from A to B."
    public var sentence: String
  }

  /// The index of the organization.
  public let organization: Int
  /// The report, narrowed to it.
  public private(set) var report: GapReport
  /// Up to three actions that it, or its parent for it, would sign.
  public let recommendation: Recommendation
  /// Those actions in words that close something of its own, or of its parent's, in order.
  public private(set) var actions: [RecommendationWords.Item]
  /// Those in words that close what others lack alone: what is asked of it.
  public private(set) var asked: [RecommendationWords.Item]
  /// What it could do besides, in words with what each is for: as many as make three with the actions.
  public private(set) var further: [String]
  /// The agreements that it, or its parent, has signed and that want renewing, those that end first
  /// first.
  public private(set) var renewals: [Renewal]
  /// The strictest label of its actions and renewals, AMBER at least; that of its findings is theirs.
  public let label: TrafficLight

  /// How many things to do are told.
  static let actionCount = 3

  /// The sheet of an organization.
  ///
  /// - Parameters:
  ///   - organization: its index.
  ///   - document: the network's document.
  ///   - report: its network judged, as a whole.
  ///   - standard: the standard against which it was judged.
  ///   - kinds: the kinds of expectation.
  ///   - audience: who will read it; what is labelled above is left out.
  /// - Complexity: that of `Recommendation`, and that of `PathwayTable.statuses(without:)` for each
  ///   agreement that it has signed and that wants renewing.
  public init(
    of organization: Int, in document: NetworkDocument, _ report: GapReport,
    against standard: Standard, kinds: [any ExpectationKind] = ExpectationKinds.shipped,
    for audience: TrafficLight? = nil
  ) {
    self.organization = organization
    let network = report.pathways.network
    let head = network.family(of: organization)
    let narrowed = report.of(organization)
    self.report = audience.map { narrowed.visible(to: $0) } ?? narrowed
    let own = Set((narrowed.findings + report.of(head).findings).map(\.id))
    recommendation = Recommendation(
      for: document, report, against: standard, count: Self.actionCount,
      signer: network.organizations[head].id, kinds: kinds, first: own)
    let shown = audience ?? .red
    let items = RecommendationWords(recommendation, on: report).items.filter {
      $0.step.action.label(in: network) <= shown
    }
    actions = items.filter { $0.step.touches(own) }
    asked = items.filter { !$0.step.touches(own) }
    let words = AgreementWords(report.pathways)
    let due = AgreementUse.all(network, on: report.asOf).compactMap {
      use -> (renewal: Renewal, label: TrafficLight)? in
      let agreement = network.agreements[use.agreement]
      let isParty = agreement.parties.contains { network.family(of: $0) == head }
      let label = words.label(use)
      guard isParty,
        use.hasEnded ? !use.relations.isEmpty : use.ends(within: AgreementUse.renewalDays),
        label <= shown
      else { return nil }
      let lost = report.asked.lost(from: report.pathways, without: use.agreement, on: report.asOf)
      let renewal = Renewal(
        agreement: use.agreement, until: agreement.validity.until, pathways: lost,
        sentence: words.renewal(use, pathways: lost))
      return (renewal, label)
    }.sorted { left, right in
      let (left, right) = (left.renewal, right.renewal)
      return (left.until.map(\.days) ?? .min, left.agreement) < (
        right.until.map(\.days) ?? .min, right.agreement
      )
    }
    renewals = due.map(\.renewal)
    let renewed = Set(
      items.compactMap { item -> String? in
        guard case .renewal(let agreement, _) = item.step.action else { return nil }
        return agreement
      })
    let open = due.filter { !renewed.contains(network.agreements[$0.renewal.agreement].id) }
    let steps = FurtherSteps(of: organization, self.report, open).steps.filter { $0.label <= shown }
      .prefix(max(0, Self.actionCount - items.count))
    further = steps.map(\.sentence)
    let labels =
      items.map { $0.step.action.label(in: network) } + due.map(\.label) + steps.map(\.label)
    label = labels.reduce(.amber, max)
  }
}

extension GapBriefing {
  /// An organization's sheet as a briefing: its findings by question, what it could do next, what it
  /// has to renew, what to ask.
  public init(_ sheet: OrganizationSheet, limit: Int? = 5) {
    self.init(sheet.report, limit: limit)
    let network = sheet.report.pathways.network
    let name = network.organizations[sheet.organization].name
    let definite = Wording.definite(name)
    title = "\(name), in \(network.header.title)"
    label = max(label, sheet.label)
    sections.removeAll { $0.items.isEmpty }
    func lines(_ actions: [RecommendationWords.Item]) -> [String] {
      actions.map { action in
        [action.action, action.effect, action.choice, action.signing].filter { !$0.isEmpty }.joined(
          separator: " ")
      }
    }
    let nothing =
      sheet.asked.isEmpty
      ? "No action that it would sign closes more than it opens."
      : "No action that it would sign closes something of its own for a gain."
    let asked =
      sheet.asked.isEmpty
      ? []
      : [Account(title: "What others ask of \(definite)", lines: lines(sheet.asked))]
    accounts.insert(
      contentsOf: [
        Account(
          title: "What \(definite) could do next",
          lines: (sheet.actions.isEmpty ? [nothing] : lines(sheet.actions)) + sheet.further)
      ] + asked + [
        Account(
          title: "Agreements to renew",
          lines: sheet.renewals.isEmpty
            ? [
              "None that it has signed and that something rests on has ended or ends within \(AgreementUse.renewalDays) days."
            ]
            : sheet.renewals.map(\.sentence))
      ], at: 0)
  }
}
