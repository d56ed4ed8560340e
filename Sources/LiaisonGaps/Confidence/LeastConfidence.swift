import LiaisonModel

extension StakeholderNetwork {
  /// How sure what rests on some relations is: the least of their confidences; *not stated* (nil)
  /// where there is none, or any of them states none (SEMANTICS §3).
  func leastConfidence(of relations: [Int]) -> Double? {
    Relation.leastConfidence(of: relations.map { self.relations[$0] })
  }
}

extension ReferralArcs {
  /// How sure a way through organizations is: for each step the surest referral in force along it,
  /// then the least of these; *not stated* where there is no referral on it, or a step states none.
  /// Between an organization and its unit there is nothing to be sure of.
  ///
  /// - Complexity: O(arcs out of the organizations of the way).
  func leastConfidence(alongWay way: [Int]) -> Double? {
    var least: Double?
    for (from, to) in zip(way, way.dropFirst()) {
      let steps = outgoing[from].filter { arcs[$0].hop.target == to && arcs[$0].standing != .no }
      if steps.contains(where: { arcs[$0].hop.relation == nil }) { continue }
      guard let best = steps.map(confidence).max(), best >= 0 else { return nil }
      least = min(least ?? best, best)
    }
    return least
  }

  /// The referrals in force between an organization or its units and others, by index.
  ///
  /// - Complexity: O(arcs of these).
  func referrals(touching family: Int) -> [Int] {
    let members = network.withUnits([family])
    var found: Set<Int> = []
    for index in members.flatMap({ outgoing[$0] + incoming[$0] }) {
      let arc = arcs[index]
      guard let relation = arc.hop.relation, arc.standing != .no,
        members.contains(arc.hop.source) != members.contains(arc.hop.target)
      else { continue }
      found.insert(relation)
    }
    return found.sorted()
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
