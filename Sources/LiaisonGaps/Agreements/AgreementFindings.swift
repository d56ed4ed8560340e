import LiaisonModel

/// What is said of an agreement and of what rests on it.
struct AgreementFindings {
  private let judgement: Judgement
  private let network: StakeholderNetwork
  private let expectation: Expectation
  private let words: AgreementWords

  /// The heading of the account.
  static let title = "What each agreement carries"

  init(_ judgement: Judgement, _ expectation: Expectation) {
    self.judgement = judgement
    network = judgement.network
    self.expectation = expectation
    words = AgreementWords(judgement.table)
  }

  /// One that has ended while relations in force rest on it.
  func expired(_ use: AgreementUse, pathways: Int) -> Finding {
    make(
      use, .finding, key: ["expired"], cells: max(1, pathways),
      sentence: words.renewal(use, pathways: pathways),
      suggestion: "Renew \(words.name(use.agreement)).")
  }

  /// One that ends soon.
  func expiring(_ use: AgreementUse, pathways: Int) -> Finding {
    make(
      use, .finding, key: ["expiring"], cells: max(1, pathways),
      sentence: words.renewal(use, pathways: pathways),
      suggestion: "Renew \(words.name(use.agreement)) before it ends.")
  }

  /// One that relations rest on whose ends have not all signed it; nil where all have.
  func parties(_ use: AgreementUse) -> Finding? {
    let agreement = network.agreements[use.agreement]
    guard use.answer != .no else { return nil }
    let signed = Set(agreement.parties.map { network.family(of: $0) })
    guard signed.count >= 2 else {
      let known =
        agreement.parties.isEmpty
        ? "No party is recorded."
        : "Only \(words.words.organization(agreement.parties[0])) is recorded."
      return make(
        use, .question, key: ["parties"], cells: 0,
        sentence: "Who has signed \(words.name(use.agreement))? \(known)")
    }
    let outside = words.members(of: use.relations).filter {
      !signed.contains(network.family(of: $0))
    }
    guard !outside.isEmpty else { return nil }
    let names = Wording.list(outside.map { words.words.organization($0) }, atMost: 3)
    let isOne = outside.count == 1
    guard judgement.isComplete("agreements") else {
      return make(
        use, .question, key: ["parties"], cells: 0, members: outside,
        sentence: "\(isOne ? "Has" : "Have") \(names) signed \(words.name(use.agreement))? "
          + "Relations with \(isOne ? "it" : "them") rest on it, and among its recorded parties "
          + "\(isOne ? "it is" : "they are") not.")
    }
    return make(
      use, .finding, key: ["parties"], cells: outside.count, members: outside,
      sentence: "Relations with \(names) rest on \(words.name(use.agreement)), and among its "
        + "recorded parties \(isOne ? "it is" : "they are") not.",
      suggestion: "Ask \(names) to accede to \(words.name(use.agreement)).")
  }

  /// The types of agreements that found a body or bind everybody, and need no relation to rest on
  /// them.
  private static let general: Set<Code> = ["charter", "law", "regulation"]

  /// One in force that governs nothing; nil where something rests on it.
  func idle(_ use: AgreementUse) -> Finding? {
    let agreement = network.agreements[use.agreement]
    guard use.answer == .yes, use.relations.isEmpty,
      !(agreement.type.map { Self.general.contains($0) } ?? false)
    else { return nil }
    let parties = Set(agreement.parties.map { network.family(of: $0) })
    let between = network.relations.filter { relation in
      guard network.standingWithEnds(relation, on: judgement.date) != .no,
        let ends = network.ends(of: relation)
      else { return false }
      let (from, to) = (network.family(of: ends.from), network.family(of: ends.to))
      return from != to && parties.contains(from) && parties.contains(to)
    }
    let isSilent = parties.contains { network.isSilent(family: $0) }
    guard between.isEmpty, parties.count >= 2, judgement.lists(.all), !isSilent else {
      let beside =
        between.isEmpty
        ? ""
        : ", though \(Wording.count(between.count, "relation")) between its parties "
          + "\(between.count == 1 ? "is" : "are")"
      return make(
        use, .question, key: ["idle"], cells: 0, members: agreement.parties,
        sentence: "What rests on \(words.name(use.agreement))? Of no relation is that "
          + "recorded\(beside).")
    }
    let names = Wording.list(agreement.parties.map { words.words.organization($0) }, atMost: 4)
    return make(
      use, .finding, key: ["idle"], cells: 1, members: agreement.parties,
      sentence: "\(words.name(use.agreement)) is in force, and no relation is recorded between its "
        + "parties, \(names).",
      suggestion: "Agree what is done under \(words.name(use.agreement)), or let it end.")
  }

  /// What an agreement carries, whether it ends or not.
  func row(_ use: AgreementUse, pathways: Int?) -> GapAccount.Row {
    let agreement = network.agreements[use.agreement]
    let until: String
    if let day = agreement.validity.until {
      until = use.hasEnded ? ", ended on \(day)" : ", until \(day)"
    } else {
      until = use.hasEnded ? ", no longer in force" : ", without an end"
    }
    let members = words.members(of: use.relations)
    return GapAccount.Row(
      subjects: [Finding.Subject(.agreement, agreement.id)]
        + .organizations(members.map { network.organizations[$0].id }),
      sentence: "\(words.name(use.agreement))\(until): \(words.resting(use.relations))"
        + "\(pathways.map(words.lost) ?? "").",
      tlp: labels(use, members))
  }

  private func labels(_ use: AgreementUse, _ members: [Int]) -> TrafficLight {
    members.map { network.organizations[$0].tlp }.reduce(words.label(use), max)
  }

  private func make(
    _ use: AgreementUse, _ kind: Finding.Kind, key: [String], cells: Int, members: [Int] = [],
    sentence: String, suggestion: String? = nil
  ) -> Finding {
    let agreement = network.agreements[use.agreement]
    let all = words.members(of: use.relations) + members
    return Finding(
      rule: "\(judgement.standard.id)/\(expectation.id)", severity: expectation.severity,
      kind: kind, key: [agreement.id] + key + (kind == .question ? ["question"] : []),
      place: agreement.origin.place,
      related: use.relations.prefix(5).map {
        .init(network.relations[$0].origin.place, "rests on it")
      },
      subjects: [Finding.Subject(.agreement, agreement.id)]
        + .organizations(all.map { network.organizations[$0].id }), cells: cells,
      value: Double(use.relations.count), sentence: sentence,
      evidence: use.relations.compactMap { index in
        let label = network.relations[index].label
        return words.pair(index).map { pair in
          label.map { "\($0): \(pair)." } ?? Wording.sentence("\(pair).")
        }
      },
      suggestion: kind == .finding ? suggestion : nil, citation: expectation.citation,
      tlp: labels(use, all))
  }
}
