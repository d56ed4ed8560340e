public import LiaisonModel

/// The relations that rest on weak evidence (DOMAIN G17): a confidence stated below 0.5, or
/// confirmed by one side only.
///
/// A relation without evidence is not weak, but *not stated*; nor is one that a third party reports.
public struct WeakEvidence: Sendable, Equatable {
  /// The confidence below which evidence is weak.
  public static let threshold = 0.5

  /// The relations whose confidence is stated below the threshold, by index.
  public var unsure: Set<Int> = []
  /// The relations of which one side alone has spoken, by index.
  public var oneSided: Set<Int> = []
  /// Both.
  public var relations: Set<Int> { unsure.union(oneSided) }

  /// The weak relations of a network that are in force on a day.
  public init(_ network: StakeholderNetwork, on date: CalendarDate) {
    for (index, relation) in network.relations.enumerated()
    where relation.standing(on: date) != .no {
      if let confidence = relation.confidence, confidence < Self.threshold { unsure.insert(index) }
      if relation.isOneSided { oneSided.insert(index) }
    }
  }
}
