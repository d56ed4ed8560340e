import LiaisonModel

extension StakeholderNetwork {
  /// How sure what rests on some relations is: the least of their confidences; *not stated* (nil)
  /// where there is none, or any of them states none (SEMANTICS §3).
  func leastConfidence(of relations: [Int]) -> Double? {
    Relation.leastConfidence(of: relations.map { self.relations[$0] })
  }

  /// How sure a way through organizations is: for each step the surest referral in force along it,
  /// then the least of these; *not stated* where there is no referral on it, or a step states none.
  /// Between an organization and its unit there is nothing to be sure of.
  func leastConfidence(alongWay way: [Int], on date: CalendarDate) -> Double? {
    var least: Double?
    for (from, to) in zip(way, way.dropFirst()) {
      if organizations[to].parent == from || organizations[from].parent == to { continue }
      let stated = relations.compactMap { relation -> Double? in
        guard Layer.Name.referral.contains(relation), relation.standing(on: date) != .no,
          let ends = ends(of: relation), ends.from == from, ends.to == to
        else { return nil }
        return relation.confidence
      }
      guard let best = stated.max() else { return nil }
      least = min(least ?? best, best)
    }
    return least
  }

  /// The referrals in force to and from an organization and its units, by index.
  func referrals(touching family: Int, on date: CalendarDate) -> [Int] {
    let members = Set(withUnits([family]))
    return relations.indices.filter { index in
      let relation = relations[index]
      guard Layer.Name.referral.contains(relation), relation.standing(on: date) != .no,
        let ends = ends(of: relation)
      else { return false }
      return members.contains(ends.from) != members.contains(ends.to)
    }
  }
}

extension Relation {
  /// The least confidence of some relations; *not stated* where there is none, or any states none.
  static func leastConfidence(of relations: [Relation]) -> Double? {
    var least: Double?
    for relation in relations {
      guard let confidence = relation.confidence else { return nil }
      least = min(least ?? confidence, confidence)
    }
    return least
  }
}
