import LiaisonModel

/// Personal data that pass without an agreement (DOMAIN G13).
///
/// What a standard prohibits is left out: no agreement would mend it. So is what rests on a law.
struct DataAgreementFindings {
  private let judgement: Judgement
  private let network: StakeholderNetwork
  private let expectation: Expectation
  private let content: [Code]
  private let words: AgreementWords

  init(_ judgement: Judgement, _ expectation: Expectation, _ content: [Code]) {
    self.judgement = judgement
    network = judgement.network
    self.expectation = expectation
    self.content = content
    words = AgreementWords(judgement.table)
  }

  /// The findings and questions, by the keys of their relations.
  ///
  /// - Complexity: O(relations × agreements).
  func findings() -> [Finding] {
    network.relations.indices.sorted {
      idsPrecede([network.relations[$0].key], [network.relations[$1].key])
    }.compactMap(finding)
  }

  private func finding(_ index: Int) -> Finding? {
    let relation = network.relations[index]
    let standing = network.standingWithEnds(relation, on: judgement.date)
    guard relation.agreement == nil, relation.formality != "law", standing != .no,
      !judgement.prohibited.contains(index), let pair = words.pair(index),
      let ends = network.ends(of: relation),
      network.family(of: ends.from) != network.family(of: ends.to)
    else { return nil }
    guard let stated = relation.content else {
      guard relation.family == .information else { return nil }
      return make(
        index, .question, ends,
        "What passes \(pair)? Neither the content nor an agreement is recorded.",
        pattern: .init(
          sentence: "What passes {items}? Neither the content nor an agreement is recorded.",
          item: pair))
    }
    let carried = stated.filter { code in content.contains { $0.covers(code) } }
    if carried.isEmpty { return nil }
    let data =
      Wording.list(carried.map { network.vocabulary.name(of: $0, in: .content) }) + " data"
    let families = [network.family(of: ends.from), network.family(of: ends.to)]
    let between = network.agreements.indices.filter { agreement in
      let signed = network.agreements[agreement].parties.map { network.family(of: $0) }
      return network.agreements[agreement].validity.answer(on: judgement.date) != .no
        && families.allSatisfy { signed.contains($0) }
    }.sorted { idsPrecede([network.agreements[$0].id], [network.agreements[$1].id]) }
    if !between.isEmpty {
      let names = Wording.list(between.map(words.name), "or")
      return make(
        index, .question, ends,
        "Do \(data) pass \(pair) under \(names)? Both have signed it, and no agreement is named.")
    }
    let isSure =
      standing == .yes && judgement.isComplete("agreements")
      && !families.contains { network.isSilent(family: $0) }
    guard isSure else {
      return make(
        index, .question, ends,
        "Under which agreement do \(data) pass \(pair)? None is recorded.")
    }
    return make(
      index, .finding, ends, "No agreement is recorded under which \(data) pass \(pair).",
      pattern: .init(
        sentence: "No agreement is recorded under which \(data) pass {items}.",
        suggestion: "Agree in writing what may be shared, for what, and for how long it is kept.",
        item: pair))
  }

  private func make(
    _ index: Int, _ kind: Finding.Kind, _ ends: (from: Int, to: Int), _ sentence: String,
    pattern: Finding.Pattern? = nil
  ) -> Finding {
    let relation = network.relations[index]
    let members = [network.organizations[ends.from], network.organizations[ends.to]]
    var finding = Finding(
      rule: "\(judgement.standard.id)/\(expectation.id)", severity: expectation.severity,
      kind: kind, key: [relation.key, "data"] + (kind == .question ? ["question"] : []),
      place: relation.origin.place, subjects: .organizations(members.map(\.id)),
      cells: kind == .question ? 0 : 1,
      sentence: sentence, confidence: relation.confidence,
      suggestion: kind == .finding
        ? "Agree in writing what may be shared, for what, and for how long it is kept." : nil,
      citation: expectation.citation,
      tlp: max(relation.tlp, members.map(\.tlp).reduce(.amber, max)))
    finding.pattern = pattern
    return finding
  }
}
