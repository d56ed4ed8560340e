import LiaisonModel

/// What is said of seats in bodies that are not recorded.
struct MembershipFindings {
  private let judgement: Judgement
  private let network: StakeholderNetwork
  private let expectation: Expectation
  private let tiers: [Code]?
  private let words: NeedWords
  private let isListed: Bool

  init(
    _ judgement: Judgement, _ expectation: Expectation, tiers: [Code]?
  ) {
    self.judgement = judgement
    network = judgement.network
    self.expectation = expectation
    self.tiers = tiers
    words = NeedWords(network: judgement.network, needs: judgement.table.needs)
    isListed = judgement.isComplete("organizations", "membership")
  }

  /// A body in which nobody of a sector is recorded to sit; nil where somebody is.
  func without(_ sector: Code, in body: Int, _ candidates: [Int], _ answer: Answer) -> Finding? {
    let committee = network.bodies[body]
    return finding(
      answer, candidates, key: [committee.id, sector.text],
      noun: network.vocabulary.name(of: sector, in: .sectors),
      place: Wording.definite(committee.name), body: committee)
  }

  /// A sector of which nobody is recorded to sit in any body; nil where somebody does.
  func seatless(_ sector: Code, _ candidates: [Int], _ answer: Answer) -> Finding? {
    finding(
      answer, candidates, key: [sector.text],
      noun: network.vocabulary.name(of: sector, in: .sectors), place: anyBody, body: nil)
  }

  /// An organization that is not recorded to sit in any body; nil where it does.
  func outside(_ family: Int, _ answer: Answer) -> Finding? {
    if answer == .yes { return nil }
    let name = words.organization(family)
    let place = network.organizations[family]
    let isSure = answer == .no && isListed && !network.isSilent(family: family)
    let sentence =
      isSure
      ? "No seat in \(anyBody) is recorded for \(name)." : "Does \(name) sit in \(anyBody)?"
    return make(
      isSure ? .finding : .question, [family], key: [place.id], sentence,
      pattern: .init(
        sentence: isSure
          ? "No seat in \(anyBody) is recorded for {items}."
          : "Who of these sits in \(anyBody): {items}?", item: name))
  }

  /// "any body", "any provincial or national body".
  private var anyBody: String {
    guard let tiers else { return "any committee or other body" }
    let levels = tiers.map { network.vocabulary.name(of: $0, in: .tiers) }
    return "any \(Wording.list(levels, "or")) body"
  }

  private func finding(
    _ answer: Answer, _ candidates: [Int], key: [String], noun: String, place: String,
    body: Body?
  ) -> Finding? {
    if answer == .yes { return nil }
    let names = Wording.list(candidates.map { words.organization($0) }, atMost: 3)
    let isSilent = candidates.contains { network.isSilent(family: $0) }
    guard answer == .no, isListed, !isSilent else {
      return make(
        .question, candidates, key: key,
        "Does \(Wording.indefinite(noun)) sit in \(place)? \(Wording.sentence(names)) could.",
        body: body)
    }
    return make(
      .finding, candidates, key: key,
      "No \(noun) is recorded with a seat in \(place); \(names) could sit there.", body: body)
  }

  private func make(
    _ kind: Finding.Kind, _ members: [Int], key: [String], _ sentence: String,
    body: Body? = nil, pattern: Finding.Pattern? = nil
  ) -> Finding {
    let places = members.map { network.organizations[$0] }
    var finding = Finding(
      rule: "\(judgement.standard.id)/\(expectation.id)", severity: expectation.severity,
      kind: kind, key: key + (kind == .question ? ["question"] : []),
      place: body?.origin.place ?? places.first?.origin.place ?? .none,
      subjects: (body.map { [Finding.Subject(.body, $0.id)] } ?? [])
        + .organizations(places.map(\.id)),
      cells: kind == .question ? 0 : 1, sentence: sentence,
      suggestion: kind == .question
        ? nil : "Invite \(members.count == 1 ? words.organization(members[0]) : "one of them").",
      citation: expectation.citation,
      tlp: (places.map(\.tlp) + (body.map { [$0.tlp] } ?? [])).reduce(.amber, max))
    finding.pattern = pattern
    return finding
  }
}
