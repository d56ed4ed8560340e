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
  /// The organizations of the sector that serve the area, by id; those of which it is not known
  /// where the grade is `unknown`.
  let organizations: [Int]
  /// Those who may make it `present` where the grade is `remote` or `token`, by id: then it is open.
  private(set) var doubtful: [Int] = []
  let grade: Grade

  /// - Parameters:
  ///   - participation: how sure it is of each organization that it takes part.
  ///   - offices: where organizations stand.
  /// - Complexity: O(organizations log organizations).
  init(
    _ network: StakeholderNetwork, sector: Code, area: Int, participation: [Answer],
    _ offices: Offices, on date: CalendarDate
  ) {
    self.sector = sector
    self.area = area
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
    /// How sure it is of each that it takes part, or stands there, and serves the area.
    func answers(_ ask: (Int) -> Answer) -> [(organization: Int, answer: Answer)] {
      serving.map { ($0, ask($0)) } + doubtful.map { ($0, ask($0) & .unknown) }
    }
    let part = answers { participation[$0] }
    func mayBe(_ answers: [(organization: Int, answer: Answer)]) -> [Int] {
      answers.filter { $0.answer == .unknown }.map(\.organization).sorted(by: byID)
    }
    guard part.contains(where: { $0.answer == .yes }) else {
      grade = .token
      self.doubtful = mayBe(part)
      return
    }
    let office = answers { offices.stands($0, in: area) }
    if office.contains(where: { $0.answer == .yes }) {
      grade = .present
    } else {
      grade = .remote
      self.doubtful = mayBe(office)
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
  func servesAnswer(_ organization: Int, area: Int) -> Answer {
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

  /// How sure it is of each organization that it has a relation of one of some families; sure where none is
  /// asked for.
  ///
  /// - Complexity: O(organizations + relations × families).
  func participation(in families: [String], on date: CalendarDate) -> [Answer] {
    var best = [Answer](repeating: families.isEmpty ? .yes : .no, count: organizations.count)
    for relation in relations where families.contains(where: { relation.isOf(family: $0) }) {
      let answer = standingWithEnds(relation, on: date)
      for case let own? in [relation.from, relation.to].map({ organization(of: $0) }) {
        best[own] = max(best[own], answer)
      }
    }
    return best
  }
}
