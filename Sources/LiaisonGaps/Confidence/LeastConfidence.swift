import LiaisonModel

extension StakeholderNetwork {
  /// How sure what rests on some relations is: the least of their confidences; *not stated* (nil)
  /// where there is none, or any of them states none (SEMANTICS §3).
  func leastConfidence(of relations: some Sequence<Int>) -> Double? {
    var least: Double?
    for relation in relations {
      guard let confidence = self.relations[relation].confidence else { return nil }
      least = min(least ?? confidence, confidence)
    }
    return least
  }
}
