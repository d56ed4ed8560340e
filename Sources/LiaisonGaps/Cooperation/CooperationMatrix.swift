import LiaisonModel

/// Whether the cells of a matrix, sector by sector or level by level, have a tie (DOMAIN G8).
///
/// In a matrix of sectors a code that is no sector but a type of service stands for those who provide
/// it: shelters and legal counsel are given by organizations of several sectors.
struct CooperationMatrix {
  /// What a cell asks.
  enum Wish: String, Sendable { case required, desirable, neutral }
  /// What its rows and columns are.
  enum Dimension: String, Sendable { case sector, tier }

  /// A row and a column.
  struct Cell: Hashable, Sendable {
    var from: Code
    var to: Code
  }

  /// Which relations count.
  enum Ties: Equatable, Sendable {
    /// Those of families, or of layers of that name.
    case families([String])
    /// Those of kinds.
    case kinds([Code])

    /// Whether a relation counts.
    func contains(_ relation: Relation) -> Bool {
      switch self {
      case .kinds(let kinds): kinds.contains { $0.covers(relation.kind) }
      case .families(let families):
        families.contains { family in
          Layer.Name(rawValue: family)?.contains(relation) ?? (relation.family.rawValue == family)
        }
      }
    }

    /// Whether all of them count both ways: where working together is enough, it does not matter who
    /// tells whom.
    var areMutual: Bool {
      guard case .families(let families) = self else { return false }
      return families == ["joint"] || families.contains { ["cooperation", "all"].contains($0) }
    }

    /// Whether feedback counts, by whichever way it is recorded.
    var holdFeedback: Bool {
      guard case .kinds(let kinds) = self else { return false }
      return kinds.contains { $0.covers("gives_feedback_to") }
    }
  }

  /// The organizations in force of each row and column, by id.
  let members: [Code: [Int]]
  /// How sure it is that the cell has a tie; a cell that has none is not in it.
  private(set) var ties: [Cell: Answer] = [:]

  /// - Complexity: O(relations × cells of their ends + organizations × codes).
  init(
    _ network: StakeholderNetwork, _ cells: [Cell], by dimension: Dimension, _ counting: Ties,
    on date: CalendarDate
  ) {
    members = Self.members(network, cells, by: dimension, on: date)
    var places: [[Code]] = Array(repeating: [], count: network.organizations.count)
    for code in members.keys.sorted() {
      for index in members[code] ?? [] { places[index].append(code) }
    }
    let asked = Set(cells)
    func add(_ cell: Cell, _ answer: Answer) {
      if answer != .no, asked.contains(cell) { ties[cell] = max(ties[cell] ?? answer, answer) }
    }
    for relation in network.relations {
      let isCounted = counting.contains(relation)
      let isReferral = counting.holdFeedback && Layer.Name.referral.contains(relation)
      guard isCounted || isReferral, let ends = network.ends(of: relation),
        network.family(of: ends.from) != network.family(of: ends.to)
      else { continue }
      let standing = network.standingWithEnds(relation, on: date)
      guard standing != .no else { continue }
      let isMutual = counting.areMutual || !relation.isDirected
      for from in places[ends.from] {
        for to in places[ends.to] {
          let (there, back) = (Cell(from: from, to: to), Cell(from: to, to: from))
          if isCounted { add(there, standing) }
          if isCounted, isMutual { add(back, standing) }
          // Feedback on a referral goes back along it.
          if isReferral { add(back, standing & relation.feedbackAnswer) }
        }
      }
    }
  }
}

extension CooperationMatrix {
  /// The organizations in force of each row and column of some cells, by id; of one that has none
  /// nothing.
  ///
  /// - Complexity: O(organizations × codes).
  static func members(
    _ network: StakeholderNetwork, _ cells: [Cell], by dimension: Dimension, on date: CalendarDate
  ) -> [Code: [Int]] {
    let inForce = network.byID(network.organizations(inForceOn: date))
    var members: [Code: [Int]] = [:]
    for code in Set(cells.flatMap { [$0.from, $0.to] }) {
      let isService = dimension == .sector && network.vocabulary.isServiceOnly(code)
      let own = inForce.filter { index in
        let place = network.organizations[index]
        if isService {
          return place.services.contains {
            code.covers(network.services[$0].type) && network.standing(of: $0, on: date) != .no
          }
        }
        return (dimension == .sector ? place.sector : place.tier).map { code.covers($0) } ?? false
      }
      if !own.isEmpty { members[code] = own }
    }
    return members
  }

  /// Whether a cell has somebody of its row and somebody of its column who are not one.
  func canHaveTie(_ cell: Cell, in network: StakeholderNetwork) -> Bool {
    guard let from = members[cell.from], let to = members[cell.to] else { return false }
    let families = Set((from + to).map { network.family(of: $0) })
    return families.count > 1
  }
}

extension Relation {
  /// Whether feedback is given on a referral.
  fileprivate var feedbackAnswer: Answer {
    switch feedback {
    case nil: .unknown
    case "none": .no
    default: .yes
    }
  }
}

extension Vocabulary {
  /// Whether a code names no sector but a type of service, or several.
  func isServiceOnly(_ code: Code) -> Bool {
    !terms(.sectors).contains { code.covers($0.code) }
      && services.contains { code.covers($0.term.code) }
  }
}
