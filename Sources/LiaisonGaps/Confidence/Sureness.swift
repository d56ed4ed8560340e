public import LiaisonModel

/// How sure a report can be: who answered, what both sides confirm, how old the data are, and what is
/// not recorded (DOMAIN G21, G24). Values; the sentences are made of them.
public struct Sureness: Sendable, Equatable {
  /// Relations between organizations in force.
  public var ties = 0
  /// Those that state no evidence.
  public var withoutEvidence = 0
  /// Those that either side reports.
  public var reported = 0
  /// Those that both sides report.
  public var confirmed = 0
  /// Those whose evidence has a date.
  public var dated = 0
  /// Those whose newest evidence is older than a year.
  public var stale = 0
  /// The newest evidence of the tie whose evidence is oldest.
  public var oldest: CalendarDate?
  /// Services in force.
  public var services = 0
  /// Services without a recorded maximum.
  public var withoutCapacity = 0
  /// The indices of services whose capacity was last updated too long ago, by organization and id.
  public var staleCapacity: [Int] = []
  /// Organizations that answered more than a year ago.
  public var staleAnswers = 0
  /// Who answered, by sector.
  public var response: NonResponse

  /// How many months data last.
  public static let months = 12
  /// How many months they last of a hotline or a shelter, whose places change by the week.
  public static let monthsOfPlaces = 3

  /// How sure what is recorded of a network is on a day.
  ///
  /// - Complexity: O(organizations + services + evidence).
  public init(_ network: StakeholderNetwork, on date: CalendarDate) {
    response = NonResponse(network)
    for relation in network.relations {
      guard relation.validity.answer(on: date) != .no, network.ends(of: relation) != nil else {
        continue
      }
      ties += 1
      if relation.evidence.isEmpty, !relation.isKnownOnlyLater { withoutEvidence += 1 }
      if relation.isReported { reported += 1 }
      if relation.isConfirmed { confirmed += 1 }
      guard let newest = relation.evidence.compactMap(\.date).max() else { continue }
      dated += 1
      oldest = min(oldest ?? newest, newest)
      if newest.isOlder(thanMonths: Self.months, on: date) { stale += 1 }
    }
    for (index, service) in network.services.enumerated()
    where network.standing(of: index, on: date) != .no {
      services += 1
      if service.capacity?.maximum == nil { withoutCapacity += 1 }
      let isOfPlaces = Code("hotline").covers(service.type) || Code("shelter").covers(service.type)
      let months = isOfPlaces ? Self.monthsOfPlaces : Self.months
      if let updated = service.capacity?.updated, updated.isOlder(thanMonths: months, on: date) {
        staleCapacity.append(index)
      }
    }
    staleCapacity.sort { idsPrecede(network.path(ofService: $0), network.path(ofService: $1)) }
    for place in network.organizations {
      if case .answered(let day) = place.response, day.isOlder(thanMonths: Self.months, on: date) {
        staleAnswers += 1
      }
    }
  }
}
