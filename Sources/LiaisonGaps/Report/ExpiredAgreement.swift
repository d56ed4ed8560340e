public import LiaisonModel

/// An agreement that has expired, and the pathways that have no sure way left but over it.
///
/// An expired agreement closes no hop (SEMANTICS §3); its ways are marked instead.
public struct ExpiredAgreement: Sendable, Equatable {
  /// The index of the agreement.
  public var agreement: Int
  /// Its last day.
  public var until: CalendarDate
  /// How many rows that are reached would not be without the relations that rest on it, and how many
  /// that are assumed would be neither.
  public var pathways: Int
}

extension Judgement {
  /// The expired agreements on which pathways asked for rest, by id.
  ///
  /// - Complexity: O(expired agreements × making the table).
  mutating func expiredAgreements() -> [ExpiredAgreement] {
    guard pathways.severity != nil else { return [] }
    var expired: [ExpiredAgreement] = []
    for use in AgreementUse.all(network, on: date) {
      guard let until = network.agreements[use.agreement].validity.until, until < date,
        use.relations.contains(where: { Layer.Name.referral.contains(network.relations[$0]) })
      else { continue }
      expired.append(
        ExpiredAgreement(
          agreement: use.agreement, until: until, pathways: pathways(restingOn: use.agreement)))
    }
    return expired
  }
}

extension PathwayStatus {
  /// Whether there is a way, for certain or perhaps.
  var isWay: Bool { self == .reached || self == .assumed }
}
