public import LiaisonCatalog
public import LiaisonModel

/// `feedback`: those who refer hear back.
public struct FeedbackKind: ExpectationKind {
  /// Creates the kind.
  public init() {}

  /// Its page.
  public var page: CatalogPage {
    CatalogPage(
      id: "feedback",
      summary: "Those who refer hear back, on at least a share of referrals.",
      meaning: """
        Of the referrals whose feedback is stated, counts those with feedback ad hoc or systematic, \
        or with a relation `gives_feedback_to` back. Referrals that say nothing are counted apart and \
        asked about. Those that the standard prohibits are left out. A missing referral in the other \
        direction is never a fault.
        """,
      doNotUseWhen: """
        feedback has not been asked about: then nothing is stated, and there is nothing to judge.
        """,
      reference: """
        UN Women, endVAWnow, referral systems; MEASURE Evaluation, Referral Systems Assessment and \
        Monitoring Toolkit, 2013
        """,
      examples: [
        CatalogPage.Example(
          "As a standard writes it",
          text: """
            - id: feedback
              kind: feedback
              families: [referral]
              min: 0.75
              severity: warning
              citation: our own plan, 2025
            """)
      ])
  }

  /// Without that nothing can be said.
  public var needs: String {
    """
    a referral says whether feedback comes back: `feedback: none`, `ad_hoc` or `systematic`
    """
  }

  /// Reads `families`, which holds no other than `referral`, and `min`, a share from 0 to 1.
  public func read(
    _ expectation: Expectation, of standard: Standard
  ) throws(GapError) -> any JudgedExpectation {
    var reader = ExpectationReader(expectation, of: standard)
    if let families = try reader.codes("families"), families != ["referral"] {
      throw reader.error("`families` can only be `referral`: feedback is given on referrals.")
    }
    let minimum = try reader.number("min") ?? 1
    guard minimum <= 1 else { throw reader.error("`min` is a share from 0 to 1.") }
    try reader.finish(sentenceOf: ["count", "total", "min", "pairs"])
    return FeedbackExpectation(expectation: expectation, minimum: minimum)
  }
}

struct FeedbackExpectation: JudgedExpectation {
  var expectation: Expectation
  var minimum: Double

  var order: CauseOrder { .relations }
  var question: GapReport.Question { .fragile }
  var services: [Code] { [] }

  /// The words used where the standard has none of its own.
  static let template =
    "Feedback is recorded on {count} of {total} referrals that state it, where the standard asks "
    + "for {min}; there is none on the referrals of {pairs}."
  /// The heading of the account.
  private static let title = "Which referrals never report back"

  func judge(_ judgement: inout Judgement) throws(GapError) {
    judgement.judged.append(expectation.id)
    let network = judgement.network
    let counts = Self.counts(network, against: judgement.standard, on: judgement.date)
    let (given, without, unstated) = (counts.given.count, counts.without, counts.unstated)
    let total = given + without.count
    let isComplete = judgement.isComplete("referral")
    judgement.add(
      ScorecardLine(
        id: "feedback/\(expectation.id)", label: "referrals with feedback", count: given,
        total: total, upper: total == 0 ? 0 : given,
        note: unstated.isEmpty
          ? nil : "\(Wording.grouped(unstated.count)) more do not state it"))
    if total == 0 {
      judgement.note(
        notJudged: expectation.id, because: "no referral states whether there is feedback")
    }
    // A share such as 0.55 is a little more than it says: 55 of 100 meets it.
    let asked = Int((minimum * Double(total) - 1e-9).rounded(.up))
    if given < asked {
      judgement.add(
        finding(given, total, asked, without, judgement, isComplete: isComplete), to: .fragile)
    }
    if !unstated.isEmpty { judgement.add(question(unstated, judgement), to: .fragile) }
    if !without.isEmpty {
      judgement.tell(Self.title) { _ in account(without, network) }
    }
  }

  /// The referrals in force on a day that a standard does not prohibit, as nobody is asked to report back on what
  /// should end: those with feedback, those without, and those that do not state it.
  ///
  /// - Complexity: O(relations).
  static func counts(
    _ network: StakeholderNetwork, against standard: Standard, on date: CalendarDate
  ) -> (given: [Relation], without: [Relation], unstated: [Relation]) {
    let prohibited = Set(
      standard.prohibitedRelations(in: network, on: date).map { network.relations[$0].key })
    let back = network.feedbackPairs(on: date)
    var counts: (given: [Relation], without: [Relation], unstated: [Relation]) = ([], [], [])
    for relation in network.referralsInForce(on: date) where !prohibited.contains(relation.key) {
      if network.isAnswered(relation, by: back) || relation.feedback == "ad_hoc"
        || relation.feedback == "systematic"
      {
        counts.given.append(relation)
      } else if relation.feedback == nil {
        counts.unstated.append(relation)
      } else {
        counts.without.append(relation)
      }
    }
    return counts
  }

  /// Each pair of organizations with a referral without feedback, by their ids.
  private func account(_ without: [Relation], _ network: StakeholderNetwork) -> GapAccount {
    var account = GapAccount(expectation: expectation.id, title: Self.title, rows: [])
    let ends = without.compactMap { relation in
      network.ends(of: relation).map { ends in
        (relation, network.organizations[ends.from], network.organizations[ends.to])
      }
    }.sorted { idsPrecede([$0.1.id, $0.2.id, $0.0.key], [$1.1.id, $1.2.id, $1.0.key]) }
    for (relation, from, to) in ends {
      let tlp = [relation.tlp, from.tlp, to.tlp].reduce(.amber, max)
      if let last = account.rows.indices.last,
        Array(account.rows[last].subjects.suffix(2)) == .organizations([from.id, to.id])
      {
        account.rows[last].subjects.insert(Finding.Subject(.relation, relation.key), at: 0)
        account.rows[last].tlp = max(account.rows[last].tlp, tlp)
        continue
      }
      let sentence = "\(Wording.definite(from.name)) to \(Wording.definite(to.name))."
      account.rows.append(
        GapAccount.Row(
          subjects: .relations([relation.key]) + .organizations([from.id, to.id]),
          sentence: Wording.sentence(sentence), tlp: tlp))
    }
    return account
  }

  /// Narrows the finding to some of its relations, by key: the share stays that of the whole network.
  static func narrow(
    _ finding: inout Finding, to keys: Set<String>, in network: StakeholderNetwork
  ) {
    let all = Set(finding.subjects.map(\.id))
    let own = network.relations.filter { all.contains($0.key) && keys.contains($0.key) }
    let names = (
      pairs(network.relations.filter { all.contains($0.key) }, network), pairs(own, network)
    )
    finding.sentence = finding.sentence.replacing(listed(names.0), with: Wording.list(names.1))
    finding.subjects.removeAll { !keys.contains($0.id) }
    finding.related = own.map { Finding.Related($0.origin.place, "no feedback") }
    finding.evidence = names.1.map(evidence)
  }

  /// Pairs as the sentence lists them.
  private static func listed(_ pairs: [String]) -> String { Wording.list(pairs, atMost: 3) }

  private static func evidence(_ pair: String) -> String {
    "No feedback on the referral of \(pair)."
  }

  private static func pairs(
    _ relations: [Relation], _ network: StakeholderNetwork
  ) -> [String] {
    let words = relations.sorted { idsPrecede([$0.key], [$1.key]) }.compactMap { relation in
      network.ends(of: relation).map { ends in
        Wording.definite(network.organizations[ends.from].name) + " to "
          + Wording.definite(network.organizations[ends.to].name)
      }
    }
    var distinct: [String] = []
    for word in words where !distinct.contains(word) { distinct.append(word) }
    return distinct
  }

  private func finding(
    _ given: Int, _ total: Int, _ asked: Int, _ without: [Relation], _ judgement: Judgement,
    isComplete: Bool
  ) -> Finding {
    let network = judgement.network
    let names = Self.pairs(without, network)
    let sentence = SentenceTemplate(text: expectation.sentence ?? Self.template).filled([
      "count": Wording.grouped(given), "total": Wording.grouped(total),
      "min": Wording.grouped(asked), "pairs": Self.listed(names),
    ])
    return Finding(
      rule: "\(judgement.standard.id)/\(expectation.id)", severity: expectation.severity,
      kind: isComplete ? .finding : .question, key: ["share"],
      related: without.map { Finding.Related($0.origin.place, "no feedback") },
      subjects: .relations(without.map(\.key).sorted { idsPrecede([$0], [$1]) }), cells: 1,
      value: Double(given) / Double(max(1, total)), threshold: minimum,
      sentence: sentence,
      evidence: names.map(Self.evidence),
      confidence: Relation.leastConfidence(of: without),
      suggestion: "Agree how those who refer hear what came of it.",
      citation: expectation.citation)
  }

  private func question(_ unstated: [Relation], _ judgement: Judgement) -> Finding {
    Finding(
      rule: "\(judgement.standard.id)/\(expectation.id)", severity: expectation.severity,
      kind: .question, key: ["unstated"],
      subjects: .relations(unstated.map(\.key).sorted { idsPrecede([$0], [$1]) }), cells: 0,
      value: Double(unstated.count),
      sentence: Self.question(about: Self.pairs(unstated, judgement.network)),
      citation: expectation.citation)
  }

  /// Whether there is feedback on the referrals of some pairs: "A to B".
  static func question(about pairs: [String]) -> String {
    "Is there feedback on the \(pairs.count == 1 ? "referral" : "referrals") of "
      + "\(Wording.list(pairs, atMost: 6))? Nothing is recorded."
  }
}

extension StakeholderNetwork {
  /// The referrals that are in force on a day.
  func referralsInForce(on date: CalendarDate) -> [Relation] {
    relations.filter {
      Layer.Name.referral.contains($0) && standingWithEnds($0, on: date) != .no
    }
  }

  /// Pairs of organizations of which the first gives feedback to the second.
  func feedbackPairs(on date: CalendarDate) -> Set<[Int]> {
    var pairs: Set<[Int]> = []
    for relation in relations
    where relation.kind == "gives_feedback_to" && standingWithEnds(relation, on: date) != .no {
      if let ends = ends(of: relation) { pairs.insert([ends.from, ends.to]) }
    }
    return pairs
  }

  /// Whether one of the pairs gives feedback on a relation.
  func isAnswered(_ relation: Relation, by pairs: Set<[Int]>) -> Bool {
    ends(of: relation).map { pairs.contains([$0.to, $0.from]) } ?? false
  }

  /// The organizations at the ends of a relation; nil where a body stands at one.
  func ends(of relation: Relation) -> (from: Int, to: Int)? {
    guard let from = organization(of: relation.from), let to = organization(of: relation.to) else {
      return nil
    }
    return (from, to)
  }
}
