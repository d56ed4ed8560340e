public import LiaisonCatalog
public import LiaisonModel

/// `handover`: where people pass from one jurisdiction to another, it is agreed how.
public struct HandoverKind: ExpectationKind {
  /// Creates the kind.
  public init() {}

  /// Its page.
  public var page: CatalogPage {
    CatalogPage(
      id: "handover",
      summary: "Where people pass from one jurisdiction to another, it is agreed how.",
      meaning: """
        Takes the referrals that cross a jurisdiction: `across: areas`, where no smallest area is \
        served by both ends; `across: levels`, from one tier to another, such as a national agency to \
        a provincial one. Both unless written. `sectors` narrows it to referrals both of whose ends are \
        of these. A crossing is arranged where a hand-over or an escalation is recorded between the two \
        in that direction, where the referral names an agreement, or rests on a protocol, a memorandum, \
        a contract or a law. One that states less is a finding; one of which nothing is \
        said, whose hand-overs are not all listed, or an end of which stayed silent, is a question. An agreement that has ended is \
        told by `agreement`. A hand-over of an organization is one of its units too. What is counted are \
        pairs of organizations, each way by itself: however many referrals lead from one to the other, \
        they are one crossing, arranged where one of them is.
        """,
      doNotUseWhen: """
        the areas are sketched in only: organizations that state no area cross none. An informal way \
        may work well; what is told is that nobody could insist on it.
        """,
      reference: """
        IOM, Guidance on Referral Mechanisms for the Protection and Assistance of Migrants Vulnerable \
        to Violence, Exploitation and Abuse, and Victims of Trafficking, 2019: local, national and \
        transnational mechanisms
        """,
      examples: [
        CatalogPage.Example(
          "As a standard writes it",
          text: """
            - id: handover
              kind: handover
              across: [areas, levels]
              sectors: [gov]
              severity: warning
              citation: our own plan, 2025
            """)
      ])
  }

  /// Without that nothing can be said.
  public var needs: String { "a referral from one jurisdiction to another is recorded" }

  /// Reads `across`, of areas and levels, and `sectors`, which are all unless written.
  public func read(
    _ expectation: Expectation, of standard: Standard
  ) throws(GapError) -> any JudgedExpectation {
    var reader = ExpectationReader(expectation, of: standard)
    let across = try reader.texts("across") ?? ["areas", "levels"]
    for word in across where !["areas", "levels"].contains(word) {
      throw reader.error("`across` holds of areas, levels, not `\(word)`.")
    }
    let sectors = try reader.codes("sectors")
    try reader.finish()
    return HandoverExpectation(
      expectation: expectation, acrossAreas: across.contains("areas"),
      acrossLevels: across.contains("levels"), sectors: sectors)
  }
}

struct HandoverExpectation: JudgedExpectation {
  var expectation: Expectation
  var acrossAreas: Bool
  var acrossLevels: Bool
  var sectors: [Code]?

  var order: CauseOrder { .relations }
  var question: GapReport.Question { .together }
  var services: [Code] { [] }

  /// The kinds of relation that are themselves the arrangement.
  private static let transfers: Set<Code> = ["hands_over_to", "escalates_to"]
  /// What a referral may rest on besides an agreement that it names.
  private static let written: Set<Code> = ["protocol", "mou", "contract", "law"]

  func judge(_ judgement: inout Judgement) throws(GapError) {
    let network = judgement.network
    let date = judgement.date
    var transfers: [FamilyStep: Answer] = [:]
    for relation in network.relations where Self.transfers.contains(relation.kind) {
      guard let ends = network.ends(of: relation), relation.standing(on: date) != .no else {
        continue
      }
      let step = FamilyStep(network, ends)
      transfers[step] = max(transfers[step] ?? .no, relation.standing(on: date))
    }
    let catchment = Catchment(network)
    let crossings = self.crossings(network, date, catchment)
    guard !crossings.isEmpty else {
      judgement.note(
        notJudged: expectation.id, because: "no referral across a jurisdiction is recorded")
      return
    }
    judgement.judged.append(expectation.id)
    var figure = ScorecardLine(
      id: "handover/\(expectation.id)",
      label: "pairs that refer across jurisdictions with a hand-over agreed", count: 0,
      total: crossings.count, upper: 0)
    for crossing in crossings {
      let transfer = transfers[FamilyStep(network, (crossing.from, crossing.to))] ?? .no
      let arranged = crossing.referrals.filter {
        $0.agreement != nil || $0.formality.map { Self.written.contains($0) } ?? false
      }
      if transfer == .yes || arranged.count == crossing.referrals.count
        || arranged.contains(where: { $0.standing(on: date) == .yes })
      {
        figure.count += 1
        figure.upper += 1
        continue
      }
      let isSilent = [crossing.from, crossing.to].contains {
        network.isSilent(family: network.family(of: $0))
      }
      let isSure =
        arranged.isEmpty && crossing.referrals.allSatisfy { $0.formality != nil }
        && crossing.referrals.contains { $0.standing(on: date) == .yes } && transfer == .no
        && judgement.isComplete("referral") && !isSilent
      if !isSure { figure.upper += 1 }
      judgement.add(
        finding(isSure ? .finding : .question, crossing, catchment, judgement), to: .together)
    }
    judgement.add(figure)
  }

  /// The pairs of organizations of which one refers to the other across a jurisdiction, by the keys of
  /// their referrals.
  private func crossings(
    _ network: StakeholderNetwork, _ date: CalendarDate, _ catchment: Catchment
  ) -> [Crossing] {
    struct Pair: Hashable {
      var from: Int
      var to: Int
    }
    var crossings: [Crossing] = []
    var place: [Pair: Int] = [:]
    let byKey = network.relations.sorted { idsPrecede([$0.key], [$1.key]) }
    for relation in byKey {
      guard Layer.Name.referral.contains(relation), !Self.transfers.contains(relation.kind),
        network.standingWithEnds(relation, on: date) != .no, let ends = network.ends(of: relation),
        crosses(ends, network, catchment)
      else { continue }
      let pair = Pair(from: ends.from, to: ends.to)
      if let known = place[pair] {
        crossings[known].referrals.append(relation)
      } else {
        place[pair] = crossings.count
        crossings.append(Crossing(from: ends.from, to: ends.to, referrals: [relation]))
      }
    }
    return crossings
  }

  /// Whether a referral between two ends leaves the jurisdiction of the first.
  private func crosses(
    _ ends: (from: Int, to: Int), _ network: StakeholderNetwork, _ catchment: Catchment
  ) -> Bool {
    guard network.family(of: ends.from) != network.family(of: ends.to) else { return false }
    let (from, to) = (network.organizations[ends.from], network.organizations[ends.to])
    if let sectors {
      for own in [from.sector, to.sector] {
        guard let own, sectors.contains(where: { $0.covers(own) }) else { return false }
      }
    }
    if acrossAreas, catchment.areApart(ends.from, ends.to) { return true }
    guard acrossLevels, let one = from.tier, let other = to.tier else { return false }
    return one != other
  }

  private func finding(
    _ kind: Finding.Kind, _ crossing: Crossing, _ catchment: Catchment, _ judgement: Judgement
  ) -> Finding {
    let network = judgement.network
    let words = NeedWords(network: network, needs: judgement.table.needs)
    let (from, to) = (network.organizations[crossing.from], network.organizations[crossing.to])
    let pair = "\(words.organization(crossing.from)) to \(words.organization(crossing.to))"
    let how: String
    if acrossAreas, catchment.areApart(crossing.from, crossing.to) {
      how = "which serve no area together"
    } else {
      func level(_ place: Organization) -> String {
        place.tier.map { network.vocabulary.name(of: $0, in: .tiers) } ?? ""
      }
      how = "from \(level(from)) to \(level(to)) level"
    }
    let sentence =
      kind == .finding
      ? "Nothing written and no hand-over is recorded on which the referral of \(pair) rests, "
        + "\(how)."
      : "Is it agreed how people pass from \(pair), \(how)? Neither a hand-over nor an agreement is "
        + "recorded."
    var finding = Finding(
      rule: "\(judgement.standard.id)/\(expectation.id)", severity: expectation.severity,
      kind: kind, key: [from.id, to.id] + (kind == .question ? ["question"] : []),
      place: crossing.referrals.first?.origin.place ?? .none,
      subjects: .organizations([from.id, to.id]),
      cells: kind == .question ? 0 : 1, sentence: sentence,
      confidence: crossing.referrals.compactMap(\.confidence).max(),
      suggestion: kind == .finding ? "Agree in writing who hands over to whom, and when." : nil,
      citation: expectation.citation,
      tlp: (crossing.referrals.map(\.tlp) + [from.tlp, to.tlp]).reduce(.amber, max))
    finding.pattern = Finding.Pattern(
      sentence: kind == .finding
        ? "Nothing written and no hand-over is recorded on which these referrals rest, \(how): "
          + "{items}."
        : "Is it agreed how people pass \(how)? Neither a hand-over nor an agreement is recorded "
          + "of {items}.",
      suggestion: finding.suggestion, item: pair)
    return finding
  }
}

/// Two organizations, by index, of which one refers people to the other across a jurisdiction, and the
/// referrals by which it does.
private struct Crossing {
  var from: Int
  var to: Int
  var referrals: [Relation]
}

/// From one organization to another, each with its units.
private struct FamilyStep: Hashable {
  var from: Int
  var to: Int

  init(_ network: StakeholderNetwork, _ ends: (from: Int, to: Int)) {
    from = network.family(of: ends.from)
    to = network.family(of: ends.to)
  }
}

/// Which smallest areas each organization serves.
struct Catchment {
  /// The leaf areas that it serves or may serve, in order; nil where it states none.
  private let areas: [[Int]?]

  /// - Complexity: O(organizations × areas × depth).
  init(_ network: StakeholderNetwork) {
    let leaves = network.areas.indices.filter { network.areas[$0].isLeaf }
    areas = network.organizations.map { place in
      (place.scope.areas ?? network.header.assume.areas).map { list in
        leaves.filter { network.answer(of: list, toArea: $0) != .no }
      }
    }
  }

  /// Whether both state whom they serve, and no area is served by both.
  func areApart(_ one: Int, _ other: Int) -> Bool {
    guard let first = areas[one], let second = areas[other], !first.isEmpty, !second.isEmpty else {
      return false
    }
    // Both are in order.
    var (a, b) = (0, 0)
    while a < first.count, b < second.count {
      if first[a] == second[b] { return false }
      if first[a] < second[b] { a += 1 } else { b += 1 }
    }
    return true
  }
}
