import LiaisonModel

/// What became of the room for those who need a service type, from one state of a network to another.
///
/// People who came to nobody who provides it, and do now, find it as full as it is: they lose nothing.
struct RoomChanges {
  /// For how many people a month there is no room in the earlier state, and in the later.
  let before, after: Double
  /// How many people a month come to a provider that came to none.
  let newcomers: Double

  /// For how many people a month room was lost.
  var lost: Double { after - newcomers - before }

  /// Reads both states; nil where the standard does not ask about the room of which a finding tells.
  ///
  /// - Complexity: that of the demand and of one greatest flow in each state.
  init?(of finding: Finding, before: GapReport, after: GapReport) {
    let states = [before, after].map { ServiceDemand($0, of: finding) }
    if states[0] == nil, states[1] == nil { return nil }
    let unmet = states.map { $0?.unmet(atLeast: .unknown) ?? 0 }
    (self.before, self.after) = (unmet[0], unmet[1])
    newcomers = Self.newcomers(states[0], states[1])
  }

  /// Whether it is a question in the later state if there is room for those for whom there was none: of them it is not
  /// certain, as a way may not be there, or somebody does not state how many they take. False of any other finding.
  ///
  /// - Complexity: that of the demand and of two greatest flows in each state.
  static func isAsked(_ finding: Finding, before: GapReport, after: GapReport) -> Bool {
    guard let old = ServiceDemand(before, of: finding), let new = ServiceDemand(after, of: finding)
    else { return false }
    let found = old.unmet(atLeast: .yes) - new.unmet(atLeast: .yes)
    return found < old.unmet(atLeast: .unknown) - 1e-4
  }

  /// How many people a month come to a provider who came to none: all of an entry point from which nobody did, and
  /// where it states the same caseload in both, as many more as do.
  ///
  /// - Complexity: O(arrivals).
  static func newcomers(_ before: ServiceDemand?, _ after: ServiceDemand?) -> Double {
    guard let after else { return 0 }
    let (old, new) = (before?.arrivalsByEntry ?? [:], after.arrivalsByEntry)
    // Ids give the sum one order.
    return new.sorted { idsPrecede([$0.key], [$1.key]) }.reduce(0) { sum, part in
      guard let earlier = old[part.key] else { return sum + part.value.people }
      let isSame = earlier.caseload == part.value.caseload
      return sum + (isSame ? max(0, part.value.people - earlier.people) : 0)
    }
  }
}

extension ServiceDemand {
  /// The demand of which a finding of too little room tells, in any state judged against its standard; nil where the
  /// finding is no such, or nobody needs the service there.
  init?(_ report: GapReport, of finding: Finding) {
    let standard = report.expected
    guard let type = finding.needs?.service,
      let service = report.pathways.needs.services.firstIndex(of: type),
      let asked = standard.expectations.first(where: { "\(standard.id)/\($0.id)" == finding.rule }),
      asked.kind == "capacity",
      let read = try? CapacityKind().read(asked, of: standard) as? CapacityExpectation
    else { return nil }
    self.init(report.pathways, service: service, share: read.share)
  }

  /// How many people a month come from each entry point, by id, and the caseload that it states.
  fileprivate var arrivalsByEntry: [String: (people: Double, caseload: [Caseload])] {
    var known: [String: (people: Double, caseload: [Caseload])] = [:]
    for arrival in arrivals {
      let place = table.network.organizations[table.entries[arrival.entry]]
      known[place.id, default: (0, place.caseload)].people += arrival.perMonth
    }
    return known
  }
}
