import LiaisonModel

/// The findings of who stands apart in a layer.
struct ConnectionFindings {
  let judgement: Judgement
  let expectation: Expectation
  let layer: Layer.Name
  let isComplete: Bool
  private let words: NeedWords

  init(_ judgement: Judgement, _ expectation: Expectation, _ layer: Layer.Name) {
    self.judgement = judgement
    self.expectation = expectation
    self.layer = layer
    words = NeedWords(network: judgement.network, needs: judgement.table.needs)
    isComplete = judgement.lists(layer)
  }

  /// What a tie of the layer is called.
  private var tie: String { LayerWords.tie(layer) }

  /// Those who stand apart in one way.
  func apart(
    _ standing: Connection.Standing, _ members: [Int], _ connection: Connection,
    _ kind: Finding.Kind
  ) -> Finding {
    let names = Wording.list(members.map { words.organization($0) }, atMost: 5)
    let isOne = members.count == 1
    var donors: [Int] = []
    for donor in members.flatMap({ connection.donors[$0] ?? [] }) where !donors.contains(donor) {
      donors.append(donor)
    }
    let how: String
    let key: String
    switch standing {
    case .donor:
      key = "donor"
      how =
        "\(isOne ? "is" : "are") linked with others only through "
        + Wording.list(donors.map { words.organization($0) }, atMost: 3)
    case .meetings:
      key = "meetings"
      how = "\(isOne ? "meets" : "meet") others only in committees"
    case .alone, .tied:
      key = "alone"
      how = ""
    }
    let sentence: String
    if kind == .question {
      let lead =
        how.isEmpty
        ? "No \(tie) is recorded" : "\(isOne ? "It" : "They") \(how), as far as is recorded"
      sentence = "With whom \(isOne ? "does" : "do") \(names) work? \(lead)."
    } else if how.isEmpty {
      sentence = "No \(tie) with anybody is recorded for \(names)."
    } else {
      sentence = Wording.sentence("\(names) \(how): no other \(tie) is recorded.")
    }
    return make(
      members, kind, sentence, key: [layer.rawValue, key],
      suggestion: "Agree with whom \(isOne ? "it works" : "each of them works").")
  }

  /// A group with ties among its members only.
  func fragment(
    _ members: [Int], _ connection: Connection, _ kind: Finding.Kind
  ) -> Finding {
    let names = Wording.list(members.map { words.organization($0) }, atMost: 5)
    let rest = connection.families.count - members.count
    let others = "the other \(Wording.count(rest, "organization"))"
    let sentence =
      kind == .finding
      ? "\(Wording.sentence(names)) have ties with each other only: no \(tie) is recorded between "
        + "them and \(others)."
      : "Do \(names) work with any of \(others)? No \(tie) is recorded but with each other."
    return make(
      members, kind, sentence,
      key: [layer.rawValue, "fragment"] + members.map { judgement.network.organizations[$0].id },
      suggestion: "Agree one tie between them and the rest.")
  }

  private func make(
    _ members: [Int], _ kind: Finding.Kind, _ sentence: String, key: [String], suggestion: String
  ) -> Finding {
    let places = members.map { judgement.network.organizations[$0] }
    return Finding(
      rule: "\(judgement.standard.id)/\(expectation.id)", severity: expectation.severity,
      kind: kind, key: key + (kind == .question ? ["question"] : []),
      place: places.first?.origin.place ?? .none,
      related: places.dropFirst().prefix(5).map { .init($0.origin.place, "stands apart too") },
      subjects: .organizations(places.map(\.id)), cells: kind == .question ? 0 : members.count,
      value: Double(members.count), sentence: sentence,
      suggestion: kind == .finding ? suggestion : nil, citation: expectation.citation,
      tlp: places.map(\.tlp).reduce(.amber, max))
  }
}
