import LiaisonModel

/// Words for those for whom there is too little room.
struct DemandWords {
  private let demand: ServiceDemand
  private let words: NeedWords

  /// Some of those who arrive at one place.
  private struct People: Equatable {
    var areas: Set<Int> = []
    var groups: Set<Int> = []
    var cases: Set<Int> = []
  }

  init(_ demand: ServiceDemand, _ words: NeedWords) {
    self.demand = demand
    self.words = words
  }

  /// "men in North District who arrive at the Help Desk", "those who arrive at the Help Desk and Port Police":
  /// groups, areas and kinds of case are named where not all who are met there are meant.
  ///
  /// - Complexity: O(caseloads² + caseloads × areas × profiles).
  func people(_ arrivals: [Int]) -> String {
    var entries: [Int] = []
    for arrival in arrivals {
      let entry = demand.arrivals[arrival].entry
      if !entries.contains(entry) { entries.append(entry) }
    }
    var told: [(phrase: String, entries: [Int])] = []
    for entry in entries {
      let own = arrivals.filter { demand.arrivals[$0].entry == entry }
      for phrase in phrases(own, at: entry) {
        if let known = told.firstIndex(where: { $0.phrase == phrase }) {
          told[known].entries.append(entry)
        } else {
          told.append((phrase, [entry]))
        }
      }
    }
    let parts = told.map { phrase, entries in
      let places = entries.map { words.organization(demand.table.entries[$0]) }
      return "\(phrase) who arrive at \(Wording.list(places, atMost: 3))"
    }
    return Wording.list(parts, atMost: 3, others: "other group")
  }

  /// Those of some caseloads of one place, folded where they differ in the group, the area or the kind of case
  /// alone.
  private func phrases(_ arrivals: [Int], at entry: Int) -> [String] {
    let whole = people(in: demand.needs(at: entry))
    var parts = arrivals.map { people(in: demand.arrivals[$0].needs) }
    for dimension in [\People.groups, \People.areas, \People.cases] {
      var folded: [People] = []
      for part in parts {
        let known = folded.firstIndex { other in
          var other = other
          other[keyPath: dimension] = part[keyPath: dimension]
          return other == part
        }
        if let known {
          folded[known][keyPath: dimension].formUnion(part[keyPath: dimension])
        } else {
          folded.append(part)
        }
      }
      parts = folded
    }
    return parts.map { part in
      let groups =
        part.groups == whole.groups
        ? "those" : words.groups(part.groups.sorted().map { words.needs.groups[$0] })
      let areas = part.areas == whole.areas ? "" : " in \(words.areas(part.areas.sorted()))"
      return groups + areas + words.cases(part.cases.sorted(), of: whole.cases.sorted())
    }
  }

  private func people(in needs: [UInt64]) -> People {
    let space = words.needs
    var people = People()
    for area in space.areas.indices {
      for profile in 0..<space.profileCount {
        let word = needs[area * space.wordCount + profile / 64]
        guard word & (UInt64(1) << UInt64(profile % 64)) != 0 else { continue }
        people.areas.insert(area)
        people.groups.insert(profile / space.caseClasses.count)
        people.cases.insert(space.caseClass(ofProfile: profile))
      }
    }
    return people
  }
}
