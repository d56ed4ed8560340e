import LiaisonModel

/// How a sector is present in an area (SEMANTICS §7).
struct Presence {
  /// The grades.
  enum Grade: Equatable {
    /// Nobody of the sector serves the area.
    case absent
    /// It is not known whether somebody of it does.
    case unknown
    /// Only organizations that stand elsewhere.
    case remote
    /// Nobody of those who serve it has a relation of the families asked for.
    case token
    case present
  }

  let sector: Code
  let area: Int
  let families: [String]
  /// The organizations of the sector that serve the area, by id; those of which it is not known
  /// where the grade is `unknown`.
  let organizations: [Int]
  let grade: Grade

  init(
    _ network: StakeholderNetwork, sector: Code, area: Int, families: [String],
    on date: CalendarDate
  ) {
    self.sector = sector
    self.area = area
    self.families = families
    var serving: [Int] = []
    var doubtful: [Int] = []
    for (index, place) in network.organizations.enumerated() {
      guard let own = place.sector, sector.covers(own) else { continue }
      switch network.servesAnswer(index, area: area) & place.validity.answer(on: date) {
      case .yes: serving.append(index)
      case .unknown: doubtful.append(index)
      case .no: break
      }
    }
    let byID = { (left: Int, right: Int) in
      idsPrecede([network.organizations[left].id], [network.organizations[right].id])
    }
    serving.sort(by: byID)
    doubtful.sort(by: byID)
    if serving.isEmpty {
      organizations = doubtful
      grade = doubtful.isEmpty ? .absent : .unknown
      return
    }
    organizations = serving
    let members = Set(serving)
    let takesPart =
      families.isEmpty
      || network.relations.contains { relation in
        guard relation.standing(on: date) != .no,
          families.contains(where: { relation.isOf(family: $0) })
        else { return false }
        return [relation.from, relation.to].contains { end in
          network.organization(of: end).map { members.contains($0) } ?? false
        }
      }
    if !takesPart {
      grade = .token
    } else {
      grade = serving.contains { network.stands($0, in: area, on: date) } ? .present : .remote
    }
  }
}

extension Relation {
  /// Whether the relation belongs to a family, or to a layer of that name.
  fileprivate func isOf(family: String) -> Bool {
    if let layer = Layer.Name(rawValue: family) { return layer.contains(self) }
    return self.family.rawValue == family
  }
}

extension StakeholderNetwork {
  /// Whether an organization serves an area, or some area within it.
  fileprivate func servesAnswer(_ organization: Int, area: Int) -> Answer {
    guard let list = organizations[organization].scope.areas ?? header.assume.areas else {
      return .unknown
    }
    let whole = answer(of: list, toArea: area)
    if whole == .yes { return .yes }
    var best = whole
    for term in list.terms where term.answer > best {
      if let index = self.area(term.code.text), areas[index].chain.contains(area) {
        best = term.answer
      }
    }
    return best
  }

  /// Whether an organization stands in an area: it is located there, or its catchment is the area
  /// or lies within it, or that is so of one of its units.
  fileprivate func stands(
    _ organization: Int, in area: Int, on date: CalendarDate
  ) -> Bool {
    var queue = [organization]
    var head = 0
    while head < queue.count {
      let place = organizations[queue[head]]
      head += 1
      if let located = place.locatedIn, areas[located].chain.contains(area) { return true }
      let isWithin = (place.scope.areas?.terms ?? []).contains { term in
        term.answer == .yes
          && (self.area(term.code.text).map { areas[$0].chain.contains(area) } ?? false)
      }
      if isWithin { return true }
      queue += place.units.filter { organizations[$0].validity.answer(on: date) != .no }
    }
    return false
  }
}
