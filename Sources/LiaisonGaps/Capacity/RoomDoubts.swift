import LiaisonModel

/// Room that there is only where something that is not known holds.
struct RoomDoubt: Sendable {
  var subject: DoubtLedger.Subject
  /// Needs on whose way to a provider it stands.
  var cells: [PathwayTable.Cell]
  /// For how many people a month, at most, there is no room where the answer is no.
  var people: Double
  /// How many people a month arrive and need the service.
  var total: Double
  /// The position of the service type.
  var service: Int
  /// Whether nothing else is in doubt on these ways.
  var isAlone: Bool
}

extension ServiceDemand {
  /// What the room between the certain flow and the possible one rests on: for each way to a provider of
  /// which it is not sure, what is not known about it, and how many find room for all else that may be, if it
  /// does not hold. Where none of them alone makes a difference, all together do.
  ///
  /// A provider without a rate is asked for that.
  /// - Complexity: a search a way, a greatest flow a subject.
  func roomDoubts(_ certain: Served, _ possible: Served) -> [RoomDoubt] {
    let gap = possible.people - certain.people
    guard gap > 1e-4 else { return [] }
    var search = NeedSearch(table, service: service, area: 0, profile: 0)
    var silent = SilentReached(table)
    var ways: [DoubtLedger.Subject: [(way: Way, need: PathwayTable.Cell)]] = [:]
    var shared: Set<DoubtLedger.Subject> = []
    for (index, arrival) in arrivals.enumerated() {
      for reached in arrival.reached
      where reached.answer == .unknown && providers[reached.provider].rate != nil {
        let need = reached.need
        search.move(service: service, area: need.area, profile: need.profile)
        search.restrict(to: providers[reached.provider].position)
        let subjects = search.doubts(need, &silent)
        if subjects.count > 1 { shared.formUnion(subjects) }
        for subject in subjects {
          ways[subject, default: []].append(
            (Way(arrival: index, provider: reached.provider), need))
        }
      }
    }
    let found = ways.map { subject, ways in
      let left = served(atLeast: .unknown, without: Set(ways.map(\.way)))
      return RoomDoubt(
        subject: subject, cells: ways.map(\.need), people: possible.people - left.people,
        total: total, service: service, isAlone: !shared.contains(subject))
    }
    let deciding = found.filter { $0.people > 1e-4 }
    if !deciding.isEmpty { return deciding }
    return found.map { doubt in
      var doubt = doubt
      doubt.people = gap
      doubt.isAlone = false
      return doubt
    }
  }
}
