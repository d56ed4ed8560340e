public import LiaisonModel

/// An agreement that has expired, and the pathways that have no way left but over it.
///
/// An expired agreement closes no hop (SEMANTICS §3); its ways are marked instead.
public struct ExpiredAgreement: Sendable, Equatable {
  /// The index of the agreement.
  public var agreement: Int
  /// Its last day.
  public var until: CalendarDate
  /// How many rows that are reached or assumed would be neither without the relations that rest on
  /// it.
  public var pathways: Int
}

extension Judgement {
  /// The expired agreements on which pathways asked for rest, by id.
  ///
  /// - Complexity: O(expired agreements × making the table).
  func expiredAgreements() -> [ExpiredAgreement] {
    guard pathways.severity != nil else { return [] }
    var relations: [Int: Set<Int>] = [:]
    for (index, relation) in network.relations.enumerated()
    where Layer.Name.referral.contains(relation) && relation.standing(on: date) != .no {
      guard let agreement = relation.agreement,
        let until = network.agreements[agreement].validity.until, until < date
      else { continue }
      relations[agreement, default: []].insert(index)
    }
    let byID = relations.keys.sorted {
      idsPrecede([network.agreements[$0].id], [network.agreements[$1].id])
    }
    return byID.compactMap { agreement in
      guard let until = network.agreements[agreement].validity.until else { return nil }
      let without = PathwayTable(
        network, services: table.needs.services, on: date,
        without: relations[agreement] ?? [])
      let lost = table.cells.filter { cell in
        pathways.asks(
          service: cell.service, area: cell.area, profile: cell.profile, table.needs)
          && table.status(of: cell).isWay && !without.status(of: cell).isWay
      }
      return ExpiredAgreement(agreement: agreement, until: until, pathways: lost.count)
    }
  }
}

extension PathwayStatus {
  /// Whether there is a way, for certain or perhaps.
  var isWay: Bool { self == .reached || self == .assumed }
}
