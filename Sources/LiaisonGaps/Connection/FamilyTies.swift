import LiaisonModel

extension StakeholderNetwork {
  /// How sure it is that a relation of a layer joins two organizations, each with its units: the
  /// greatest answer of their relations, both ends' status and dates included. Pairs that nothing in
  /// force joins are not in it.
  ///
  /// - Complexity: O(relations × evidence of each).
  func familyTieAnswers(
    _ layer: Layer.Name, on date: CalendarDate
  ) -> [FamilyPair: Answer] {
    var answers: [FamilyPair: Answer] = [:]
    for relation in relations where layer.contains(relation) {
      guard let ends = ends(of: relation) else { continue }
      let answer = standingWithEnds(relation, on: date)
      let pair = FamilyPair(family(of: ends.from), family(of: ends.to))
      guard answer != .no, pair.first != pair.second else { continue }
      answers[pair] = max(answers[pair] ?? answer, answer)
    }
    return answers
  }

  /// The pairs of organizations, each with its units, that a relation of a layer joins or may join.
  func familyTies(_ layer: Layer.Name, on date: CalendarDate) -> Set<FamilyPair> {
    Set(familyTieAnswers(layer, on: date).keys)
  }

  /// How sure it is that a relation is there on a day: its own status, dates and evidence, and the status
  /// and dates of the organizations at its ends.
  func standingWithEnds(_ relation: Relation, on date: CalendarDate) -> Answer {
    [relation.from, relation.to].compactMap { organization(of: $0) }.reduce(
      relation.standing(on: date)
    ) { $0 & organizations[$1].validity.answer(on: date) }
  }

  /// "The Dockers' Union was asked and did not answer.", by id.
  func silence(of organizations: Set<Int>) -> String {
    let names = byID(organizations).map { Wording.definite(self.organizations[$0].name) }
    return Wording.sentence(
      "\(Wording.list(names, atMost: 3)) \(names.count == 1 ? "was" : "were") asked and did not answer."
    )
  }

  /// Those of an organization and its units that were asked and stayed silent.
  func silent(ofFamily family: Int) -> [Int] {
    withUnits([family]).filter { organizations[$0].response == .silent }
  }

  /// Whether an organization or one of its units was asked and stayed silent.
  func isSilent(family: Int) -> Bool {
    !silent(ofFamily: family).isEmpty
  }
}
