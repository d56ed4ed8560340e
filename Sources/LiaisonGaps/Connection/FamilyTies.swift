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
      let answer =
        relation.standing(on: date) & organizations[ends.from].validity.answer(on: date)
        & organizations[ends.to].validity.answer(on: date)
      let pair = FamilyPair(family(of: ends.from), family(of: ends.to))
      guard answer != .no, pair.first != pair.second else { continue }
      answers[pair] = max(answers[pair] ?? answer, answer)
    }
    return answers
  }

  /// Whether an organization or one of its units was asked and stayed silent.
  func isSilent(family: Int) -> Bool {
    withUnits([family]).contains { organizations[$0].response == .silent }
  }
}
