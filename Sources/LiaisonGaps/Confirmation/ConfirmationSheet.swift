public import LiaisonModel

/// What an organization is asked to check before anything is published: what is recorded about it and
/// its units, and what is not known, ranked by the cells that each answer would decide.
///
/// Conflicts and other negative ties are left out, and so is what is labelled above the audience.
public struct ConfirmationSheet: Sendable {
  /// A question with the points by which it is answered.
  public struct Question: Sendable, Equatable {
    /// The question.
    public var text: String
    /// What can be answered; one at least.
    public var points: [ConfirmationPoint]
    /// How many cells rest on it.
    public var cells: Int
  }

  /// Points of one kind.
  public struct Part: Sendable, Equatable {
    /// "Referrals to others".
    public var title: String
    /// Its points, in the order of the files.
    public var points: [ConfirmationPoint]
  }

  /// The organization's id.
  public let organization: String
  /// The organization's name.
  public let name: String
  /// The network's title.
  public let network: String
  /// The day.
  public let asOf: CalendarDate
  /// Who keeps the network's file, to whom the answers go back; nil where the file does not say.
  public let custodian: String?
  /// With whom the sheet may be shared: the strictest label of what it shows.
  public private(set) var label: TrafficLight
  /// What is recorded of the organization itself: sector, area, agreements, bodies, activities.
  public private(set) var facts: [String] = []
  /// What is not known, the most decisive first.
  public private(set) var questions: [Question] = []
  /// What is recorded and can be right or not, without what a question asks already.
  public private(set) var parts: [Part] = []
  /// How many things are labelled above the audience and left out.
  public private(set) var hidden = 0

  /// The sheet of an organization, by index.
  ///
  /// - Parameters:
  ///   - report: the network judged, from which the questions come.
  ///   - audience: who will read it; the network's own label where it is nil.
  /// - Complexity: O(size of the network).
  public init(_ report: GapReport, of organization: Int, for audience: TrafficLight? = nil) {
    let network = report.pathways.network
    self.organization = network.organizations[organization].id
    name = network.organizations[organization].name
    self.network = network.header.title
    asOf = report.asOf
    custodian = network.header.custodian
    label = network.confirmationLabel
    var draft = Draft(report, organization, audience ?? network.confirmationLabel)
    questions = draft.questions()
    parts = draft.parts(without: Set(questions.flatMap(\.points).map(\.key)))
    facts = draft.facts()
    label = max(label, draft.label)
    hidden = draft.hidden
  }

  /// All points, those of the questions first: the rows of the answer form.
  public var points: [ConfirmationPoint] {
    questions.flatMap(\.points) + parts.flatMap(\.points)
  }
}

/// What goes into a sheet, and what is kept out of it.
private struct Draft {
  private let report: GapReport
  private let network: StakeholderNetwork
  private let words: ConfirmationWords
  private let organization: Int
  private let members: Set<Int>
  private let audience: TrafficLight
  private(set) var label = TrafficLight.clear
  private(set) var hidden = 0

  init(_ report: GapReport, _ organization: Int, _ audience: TrafficLight) {
    self.report = report
    self.organization = organization
    self.audience = audience
    network = report.pathways.network
    words = ConfirmationWords(report.pathways)
    members = Set(network.withUnits([organization]))
  }

  /// Whether something may be shown; what may not is counted.
  private mutating func shows(_ labels: TrafficLight...) -> Bool {
    let strictest = labels.max() ?? .clear
    if strictest > audience {
      hidden += 1
      return false
    }
    label = max(label, strictest)
    return true
  }

  // MARK: Questions

  mutating func questions() -> [ConfirmationSheet.Question] {
    let open = OpenPoints(report.pathways)
    var asked: Set<ConfirmationPoint.Key> = []
    var found: [ConfirmationSheet.Question] = []
    for finding in report.questions {
      let doubt = report.doubts[finding.id]
      guard concerns(finding), shows(finding.tlp, label(of: doubt)) else { continue }
      let points =
        doubt.map(open.points)
        ?? [
          ConfirmationPoint(
            .init(
              .organizations, network.organizations[organization].id, .inWords, [Code(finding.id)]),
            "In words")
        ]
      // What two questions would settle is asked once.
      let new = points.filter { asked.insert($0.key).inserted }
      if new.isEmpty { continue }
      found.append(.init(text: finding.sentence, points: new, cells: finding.cells))
    }
    return found
  }

  /// What the label of a question does not say yet: those of the ends and evidence of its relation.
  private func label(of doubt: Doubt?) -> TrafficLight {
    guard case .relation(let index) = doubt?.subject else { return .clear }
    return network.label(of: network.relations[index])
  }

  private func concerns(_ finding: Finding) -> Bool {
    if let doubt = report.doubts[finding.id], case .relation(let index) = doubt.subject {
      return side(of: network.relations[index]) != nil
    }
    return finding.subjects.contains { subject in
      subject.organization.flatMap { network.organization($0) }.map { members.contains($0) }
        ?? false
    }
  }

  /// The side on which the organization or a unit of it stands; nil where it is at neither end.
  private func side(of relation: Relation) -> Code? {
    network.side(of: members, in: relation)
  }

  // MARK: What is recorded

  mutating func parts(
    without asked: Set<ConfirmationPoint.Key>
  ) -> [ConfirmationSheet.Part] {
    var services: [ConfirmationPoint] = []
    for (index, service) in network.services.enumerated()
    where members.contains(service.organization) && shows(service.tlp) {
      services.append(words.service(index))
    }
    var referrals: (out: [ConfirmationPoint], into: [ConfirmationPoint]) = ([], [])
    var others: [ConfirmationPoint] = []
    var feedback: (out: [ConfirmationPoint], into: [ConfirmationPoint]) = ([], [])
    let back = network.feedbackPairs(on: report.asOf)
    for relation in network.relations {
      guard relation.family != .negative, let side = side(of: relation) else { continue }
      guard shows(network.label(of: relation)) else { continue }
      let point = words.relation(relation)
      if !Layer.Name.referral.contains(relation) {
        others.append(point)
      } else {
        // Both sides know whether word comes back.
        let isOpen =
          relation.feedback == nil && !network.isAnswered(relation, by: back)
          && relation.validity.answer(on: report.asOf) != .no
        if side == "to" {
          referrals.into.append(point)
          if isOpen { feedback.into.append(words.feedback(relation)) }
        } else {
          referrals.out.append(point)
          if isOpen { feedback.out.append(words.feedback(relation)) }
        }
      }
    }
    let parts = [
      ("Services", services), ("Referrals to others", referrals.out),
      ("Referrals from others", referrals.into), ("Other ties and committees", others),
      ("Feedback on its referrals", feedback.out), ("Feedback that it gives", feedback.into),
      ("What is not recorded", [words.refersTo(organization), words.offers(organization)]),
    ]
    return parts.compactMap { title, points in
      let new = points.filter { !asked.contains($0.key) }
      return new.isEmpty ? nil : ConfirmationSheet.Part(title: title, points: new)
    }
  }

  mutating func facts() -> [String] {
    let place = network.organizations[organization]
    var facts: [String] = []
    _ = shows(place.tlp)
    if let sector = place.sector {
      facts.append("Sector: \(network.vocabulary.name(of: sector, in: .sectors)).")
    }
    if let tier = place.tier { facts.append("Tier: \(Wording.word(tier)).") }
    if let area = place.locatedIn { facts.append("Located in \(network.areas[area].name).") }
    if let parent = place.parent { facts.append("A unit of \(words.organization(parent)).") }
    if !place.units.isEmpty {
      facts.append("Its units: \(Wording.list(place.units.map { words.organization($0) })).")
    }
    if place.entryPoint != .none { facts.append("People arrive there first.") }
    for agreement in network.agreements
    where agreement.parties.contains(where: { members.contains($0) })
      && shows(
        agreement.tlp, agreement.parties.map { network.organizations[$0].tlp }.max() ?? .clear)
    {
      let parties = Wording.list(agreement.parties.map { words.organization($0) })
      let until = agreement.validity.until.map { ", until \($0)" } ?? ""
      facts.append("“\(agreement.name ?? agreement.id)”, signed by \(parties)\(until).")
    }
    for activity in network.activities {
      let leads = activity.leads.contains { members.contains($0) }
      guard leads || activity.supports.contains(where: { members.contains($0) }),
        shows(activity.tlp)
      else { continue }
      facts.append("\(leads ? "Leads" : "Supports") the activity “\(activity.title)”.")
    }
    return facts
  }
}

extension StakeholderNetwork {
  /// The least label of a confirmation sheet: its questions come of judging the network (SEMANTICS §8).
  public var confirmationLabel: TrafficLight { max(header.tlp, .amber) }

  /// The strictest label of a relation, of those at its ends and of what has been said of it.
  func label(of relation: Relation) -> TrafficLight {
    let ends = [relation.from, relation.to].map { end in
      organization(of: end).map { organizations[$0].tlp } ?? .clear
    }
    return (ends + relation.evidence.map(\.tlp)).reduce(relation.tlp) { max($0, $1) }
  }

  /// On which side of a relation some organizations stand, as evidence calls it: `from`, `to`,
  /// `both`; nil where they stand on neither.
  func side(of members: Set<Int>, in relation: Relation) -> Code? {
    func holds(_ end: RelationEnd) -> Bool {
      organization(of: end).map { members.contains($0) } ?? false
    }
    switch (holds(relation.from), holds(relation.to)) {
    case (true, true): return "both"
    case (true, false): return "from"
    case (false, true): return "to"
    case (false, false): return nil
    }
  }
}
