import LiaisonModel

/// Why an action names the organizations that it does, which others could take their part, and what the plan
/// has for it.
struct ActionReasons {
  private let report: GapReport
  private let words: NeedWords

  private var network: StakeholderNetwork { words.network }

  init(_ report: GapReport, _ words: NeedWords) {
    self.report = report
    self.words = words
  }

  /// The most organizations that are named as others that could do it.
  private static let shown = 3

  /// The sentences of an action, in order; none where it leaves no choice.
  func sentences(of step: Recommendation.Step) -> [String] {
    switch step.action {
    case .relation(let from, _, let kind):
      var sentences: [String] = []
      if step.startsAtStop, step.closed.contains(where: { report.isMissingPathway($0) }) {
        sentences.append("The path stops at \(name(from)).")
      }
      let noun = RecommendedAction.passing.contains(kind) ? "a referral" : "one"
      if !step.alternatives.isEmpty {
        sentences.append("So would \(noun) from \(others(step.alternatives)).")
      }
      return sentences
    case .provider(let organization, let type, _, let areas, _):
      return [provider(organization, type, areas)]
        + (step.alternatives.isEmpty
          ? [] : ["\(Wording.sentence(others(step.alternatives))) could as well."])
    case .ending(let keys, _): return [hearsay(keys)].compactMap(\.self)
    case .widerRelation, .widerService, .renewal: return []
    }
  }

  /// What the plan has for an action; nil where it has nothing for one that is no new service.
  func plan(for action: RecommendedAction) -> String? {
    switch action {
    case .relation: activity(for: action).map { "The plan has both in \(told($0))." }
    case .provider(_, _, let groups, _, _):
      network.activities.isEmpty
        ? nil
        : activity(for: action).map { "The plan has \(told($0))." }
          ?? "No activity of the plan that is still to be done names \(words.groups(groups))."
    case .ending, .widerRelation, .widerService, .renewal: nil
    }
  }

  /// The first activity that is still to be done and is for an action.
  private func activity(for action: RecommendedAction) -> Activity? {
    switch action {
    case .relation(let from, let to, _): activity(of: [from, to])
    case .provider(_, _, let groups, _, _): activity(naming: groups)
    case .ending, .widerRelation, .widerService, .renewal: nil
    }
  }

  /// What to know of an action before it is agreed, as short as a first page takes it: that who would set a
  /// service up is to be asked, as is what others alone have said, and the activity that the plan has for it;
  /// empty where there is nothing.
  func note(on action: RecommendedAction) -> String {
    var parts: [String] = []
    if case .provider(let organization, _, _, _, _) = action {
      parts.append("Whether \(name(organization)) could is to be asked.")
    }
    if case .ending(let keys, _) = action, let caution = hearsay(keys) { parts.append(caution) }
    if let activity = activity(for: action) {
      let due = activity.due.map { ", due \($0)" } ?? ""
      let status = activity.status == "delayed" ? ", delayed" : ""
      parts.append("In the plan: “\(activity.title)” (\(activity.id))\(due)\(status).")
    }
    return parts.joined(separator: " ")
  }

  /// What to do before relations are ended of which others alone have spoken; nil of any other.
  private func hearsay(_ keys: [String]) -> String? {
    keys.contains { network.relation(key: $0)?.isReportedByOthersAlone ?? false }
      ? "Ask first: neither says so." : nil
  }

  private func name(_ id: String) -> String {
    network.organization(id).map { words.organization($0) } ?? id
  }

  private func others(_ ids: [String]) -> String {
    Wording.list(
      Array(
        ids.prefix(Self.shown).map(name)
          + (ids.count > Self.shown
            ? [Wording.count(ids.count - Self.shown, "other")] : [])), "or")
  }

  // MARK: Providers

  /// Why an organization is put forward to set up a service: its sector, where it works, who refers to it.
  private func provider(_ id: String, _ type: Code, _ areas: [String]) -> String {
    guard let index = network.organization(id) else { return "" }
    let place = network.organizations[index]
    var reasons: [String] = []
    if let sector = place.sector {
      let offering = network.services.filter { service in
        type.covers(service.type) && network.organizations[service.organization].sector == sector
      }
      let names = network.byID(Set(offering.map(\.organization))).map { words.organization($0) }
      if !names.isEmpty {
        reasons.append(
          "\(Wording.list(names, atMost: 2)), of the same sector "
            + "(\(network.vocabulary.name(of: sector, in: .sectors))), "
            + "\(names.count == 1 ? "offers" : "offer") it to others")
      }
    }
    let leaves = areas.compactMap { network.area($0) }
    let isThere =
      !leaves.isEmpty
      && leaves.allSatisfy { leaf in
        place.scope.areas.map { network.answer(of: $0, toArea: leaf) == .yes } ?? false
      }
    if isThere { reasons.append("it works in the whole of that area") }
    let referrals = report.pathways.arcs.incoming[index].count {
      report.pathways.arcs.arcs[$0].standing != .no
        && report.pathways.arcs.arcs[$0].hop.relation != nil
    }
    if referrals > 0 {
      reasons.append(
        "\(Wording.count(referrals, "referral")) \(referrals == 1 ? "leads" : "lead") to it")
    }
    let why = reasons.isEmpty ? "" : ": \(Wording.list(reasons))"
    return
      "\(Wording.sentence(name(id))) is only put forward\(why). Whether it could is to be asked."
  }

  // MARK: The plan

  private func told(_ activity: Activity) -> String {
    let leads = activity.leads.map { words.organization($0) }
    var parts = [
      leads.isEmpty
        ? "nobody leads it"
        : "\(Wording.list(leads)) \(leads.count == 1 ? "leads" : "lead") it"
    ]
    if let due = activity.due { parts.append("due \(due)") }
    if let status = activity.status { parts.append(Wording.word(status)) }
    return "“\(activity.title)” (\(activity.id)): \(parts.joined(separator: ", "))"
  }

  /// The first activity that is still to be done in which all of some organizations take part.
  private func activity(of ids: [String]) -> Activity? {
    let families = ids.compactMap { network.organization($0).map { network.family(of: $0) } }
    return network.activities.first { activity in
      let own = Set((activity.leads + activity.supports).map { network.family(of: $0) })
      return activity.isOpen && Set(families).count > 1 && families.allSatisfy { own.contains($0) }
    }
  }

  /// The first activity that is still to be done whose title names some groups.
  private func activity(naming groups: [Code]) -> Activity? {
    func tokens(_ text: String) -> [String] {
      text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }
    let wanted = tokens(words.groups(groups))
    return network.activities.first { activity in
      let title = tokens(activity.title)
      return activity.isOpen && !wanted.isEmpty && wanted.allSatisfy { title.contains($0) }
    }
  }
}
