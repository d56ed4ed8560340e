import LiaisonModel

/// What is said of the activities of a plan.
struct PlanFindings {
  private let network: StakeholderNetwork
  private let judgement: Judgement
  private let expectation: Expectation
  private let words: NeedWords
  /// What ties of the layer are called.
  private let tie: String
  private let layer: Layer.Name
  /// Whether all ties of the layer are listed, so that an absence is a finding.
  private let listsTies: Bool
  /// Whether all activities are listed with those who lead them.
  private let listsActivities: Bool

  init(_ judgement: Judgement, _ expectation: Expectation, _ layer: Layer.Name) {
    network = judgement.network
    self.judgement = judgement
    self.expectation = expectation
    words = NeedWords(network: judgement.network, needs: judgement.table.needs)
    tie = LayerWords.tie(layer)
    self.layer = layer
    listsTies = judgement.lists(layer)
    listsActivities = judgement.isComplete("activities")
  }

  // MARK: Leads

  /// An activity that nobody in force is recorded to lead; nil where somebody does.
  func lead(of index: Int) -> Finding? {
    let activity = network.activities[index]
    let answers = activity.leads.map {
      network.organizations[$0].validity.answer(on: judgement.date)
    }
    if answers.contains(.yes) { return nil }
    let leads = Wording.list(activity.leads.map { words.organization($0) }, atMost: 3)
    let name = name(index)
    if answers.contains(.unknown) {
      return make(
        .question, key: [activity.id, "lead"], activities: [index], organizations: activity.leads,
        sentence:
          "Can \(leads) still lead \(name)? What is recorded of \(answers.count == 1 ? "it" : "them") "
          + "leaves it open.")
    }
    if !leads.isEmpty {
      return make(
        .finding, key: [activity.id, "lead"], activities: [index], organizations: activity.leads,
        sentence: "No lead in force is recorded for \(name): \(leads) "
          + "\(answers.count == 1 ? "is" : "are") recorded as no longer active.",
        suggestion: "Agree who takes over \(name).")
    }
    return make(
      listsActivities ? .finding : .question, key: [activity.id, "lead"], activities: [index],
      sentence: listsActivities
        ? "No lead is recorded for \(name)." : "Who leads \(name)? Nobody is recorded.",
      suggestion: "Agree who leads \(name).",
      pattern: listsActivities
        ? .init(
          sentence: "No lead is recorded for {items}.", suggestion: "Agree who leads {items}.",
          item: name)
        : .init(sentence: "Who leads {items}? Nobody is recorded.", item: name))
  }

  /// Those who lead more activities than a standard allows, by id.
  func overload(_ activities: [Int], most: Int?) -> [Finding] {
    guard let most else { return [] }
    var led: [Int: [Int]] = [:]
    for index in activities {
      let leads = network.activities[index].leads.filter {
        network.organizations[$0].validity.answer(on: judgement.date) != .no
      }
      for family in Set(leads.map { network.family(of: $0) }) {
        led[family, default: []].append(index)
      }
    }
    let many = network.byID(led.keys.filter { (led[$0]?.count ?? 0) > most })
    return many.map { family in
      let own = led[family] ?? []
      var finding = make(
        .finding, key: [network.organizations[family].id, "leads"], activities: own,
        organizations: [family],
        sentence: Wording.sentence(
          "\(words.organization(family)) is recorded as lead of "
            + "\(Wording.count(own.count, "activity", plural: "activities")), where the standard "
            + "asks for \(Wording.number(most)) at most: "
            + "\(Wording.list(own.map { network.activities[$0].id }, atMost: 6)).",
        ),
        suggestion: "Agree who else could lead some of them.")
      finding.value = Double(own.count)
      finding.threshold = Double(most)
      return finding
    }
  }

  // MARK: Pairs

  /// Two who must work together and of whom that is not recorded; nil where it is.
  func apart(_ pair: PlanCongruence.Pair) -> Finding? {
    let names = "\(words.organization(pair.lead)) and \(words.organization(pair.other))"
    let why = Wording.list(pair.activities.map(name), atMost: 3, others: "other activity")
    let ids = [network.organizations[pair.lead].id, network.organizations[pair.other].id].sorted {
      idsPrecede([$0], [$1])
    }
    let members = [pair.lead, pair.other]
    switch pair.tie {
    case .yes: return nil
    case .unknown:
      return make(
        .question, key: ids + ["doubt"], activities: pair.activities, organizations: members,
        sentence: "Do \(names) still work together? \(Wording.sentence(why)) needs it, and what is "
          + "recorded leaves it open.")
    case .no:
      let others = besides(pair)
      let item =
        "\(words.organization(pair.lead)) with \(words.organization(pair.other))"
        + (others.isEmpty ? "" : " (recorded is only that \(Wording.list(others)))")
      guard isFound(pair) else {
        return make(
          .question, key: ids, activities: pair.activities, organizations: members,
          sentence: "Do \(names) work together? The plan needs it for \(why), and no \(tie) is "
            + "recorded.",
          pattern: .init(
            sentence:
              "Who works together of those whom the plan needs to? No \(tie) is recorded of "
              + "{items}.", item: item))
      }
      return make(
        .finding, key: ids, activities: pair.activities, organizations: members,
        sentence: "No \(tie) is recorded between \(names), and the plan needs it for \(why)."
          + notCounted(others),
        evidence: others.map { "Beside it is recorded: \($0)." },
        suggestion: "Bring them to one table for \(why).",
        pattern: .init(
          sentence: "The plan needs these pairs to work together, and no \(tie) between them is "
            + "recorded, so that they should meet: {items}.",
          suggestion: "Bring these to one table: {items}.", item: item))
    }
  }

  /// Whether an absence of ties between the two is a finding: ties are listed, both have answered, and
  /// both are sure to be in force.
  private func isFound(_ pair: PlanCongruence.Pair) -> Bool {
    listsTies && !pair.isSilent && pair.isSure
  }

  /// " That the Fund funds the Shelter does not count as cooperation, which is referrals, information and joint
  /// work."
  private func notCounted(_ others: [String]) -> String {
    if others.isEmpty { return "" }
    let meaning = layer == .cooperation ? ", which is referrals, information and joint work" : ""
    return " That \(Wording.list(others)) does not count as \(tie)\(meaning)."
  }

  /// What else is recorded between the two: "the Fund funds the Shelter".
  private func besides(_ pair: PlanCongruence.Pair) -> [String] {
    let both = [pair.lead, pair.other]
    return network.relations.filter { relation in
      guard let ends = network.ends(of: relation), relation.standing(on: judgement.date) != .no
      else { return false }
      let families = [network.family(of: ends.from), network.family(of: ends.to)]
      return families == both || families == both.reversed()
    }.sorted { idsPrecede([$0.key], [$1.key]) }.compactMap { relation in
      guard relation.family != .negative, let ends = network.ends(of: relation) else { return nil }
      let verb = network.vocabulary.relation(relation.kind)?.term.phrase ?? relation.kind.text
      return "\(words.organization(ends.from)) \(verb) \(words.organization(ends.to))"
    }
  }

  // MARK: The account

  /// The heading of the account.
  static let title = "Who must work with whom for the plan"

  /// Who must work with whom, activity by activity.
  func account(_ plan: PlanCongruence) -> GapAccount {
    let rows = plan.activities.map { index -> GapAccount.Row in
      let activity = network.activities[index]
      let pairs = plan.pairs(of: index)
      let members = activity.leads + pairs.flatMap { [$0.lead, $0.other] }
      var clauses: [(lead: Int, state: String, others: [Int])] = []
      for pair in pairs {
        let state = state(pair)
        if let known = clauses.firstIndex(where: { $0.lead == pair.lead && $0.state == state }) {
          clauses[known].others.append(pair.other)
        } else {
          clauses.append((pair.lead, state, [pair.other]))
        }
      }
      let parts = clauses.map { clause in
        "\(words.organization(clause.lead)) with "
          + "\(Wording.list(clause.others.map { words.organization($0) })) (\(clause.state))"
      }
      let due = activity.due.map { ", due on \($0)" } ?? ""
      let whom =
        !parts.isEmpty
        ? "\(parts.joined(separator: "; "))."
        : activity.leads.isEmpty
          ? "no lead is recorded." : "nobody needs to work with another."
      return GapAccount.Row(
        subjects: [Finding.Subject(.activity, activity.id)]
          + .organizations(members.map { network.organizations[$0].id }),
        sentence: "\(name(index))\(due): \(whom)",
        tlp: (members.map { network.organizations[$0].tlp } + [activity.tlp]).reduce(.amber, max))
    }
    return GapAccount(expectation: expectation.id, title: Self.title, rows: rows)
  }

  private func state(_ pair: PlanCongruence.Pair) -> String {
    switch pair.tie {
    case .yes: "recorded"
    case .unknown: "not sure"
    case .no: isFound(pair) ? "not recorded" : "not known"
    }
  }

  // MARK: Words

  /// “Joint inspections of kilns” (nap-3.2).
  private func name(_ index: Int) -> String {
    let activity = network.activities[index]
    return activity.title == activity.id
      ? "“\(activity.id)”" : "“\(activity.title)” (\(activity.id))"
  }

  private func make(
    _ kind: Finding.Kind, key: [String], activities: [Int], organizations: [Int] = [],
    sentence: String, evidence: [String] = [], suggestion: String? = nil,
    pattern: Finding.Pattern? = nil
  ) -> Finding {
    let own = activities.map { network.activities[$0] }
    let members = organizations.map { network.organizations[$0] }
    var finding = Finding(
      rule: "\(judgement.standard.id)/\(expectation.id)", severity: expectation.severity,
      kind: kind, key: key + (kind == .question ? ["question"] : []),
      place: own.first?.origin.place ?? .none,
      related: own.dropFirst().map { .init($0.origin.place, "asks for it too") },
      subjects: own.map { Finding.Subject(.activity, $0.id) }
        + .organizations(members.map(\.id)),
      cells: kind == .question ? 0 : own.count,
      sentence: sentence, evidence: evidence,
      suggestion: kind == .finding ? suggestion : nil, citation: expectation.citation,
      tlp: (own.map(\.tlp) + members.map(\.tlp)).reduce(.amber, max))
    finding.pattern = pattern
    return finding
  }
}
