import LiaisonModel

/// Which new relations between organizations a standard lets be proposed (SEMANTICS §7): none in a cell
/// that it prohibits, nor in one that it calls neutral, unless another asks for the tie.
struct AdmissibleTies {
  /// What a standard asks of who works with whom.
  let cooperation: [any JudgedExpectation]
  private let network: StakeholderNetwork
  private let prohibited: [ProhibitedCells]
  private let neutral: [MatrixCells]
  private let asked: [MatrixCells]
  /// The relation of each tie that is recorded, in force or not, by index.
  private let recorded: [Tie: Int]

  /// A relation from one organization to another, by index.
  struct Tie: Hashable {
    var from: Int
    var to: Int
    var kind: Code
  }

  /// - Parameter takesNeutral: whether cells that the standard calls neutral are as good as any other.
  init(
    _ standard: Standard, _ network: StakeholderNetwork, on date: CalendarDate, takesNeutral: Bool
  ) {
    self.network = network
    cooperation = standard.expectations.filter { $0.kind == "cooperation" }.compactMap {
      try? CooperationKind().read($0, of: standard)
    }
    prohibited = cooperation.compactMap { $0 as? ProhibitedExpectation }.map {
      ProhibitedCells($0, in: network, on: date)
    }
    let matrices = takesNeutral ? [] : cooperation.compactMap { $0 as? MatrixExpectation }
    let isNeutral = { (matrix: MatrixExpectation) in matrix.wish == .neutral }
    neutral = matrices.filter(isNeutral).map { MatrixCells($0, in: network, on: date) }
    asked = matrices.filter { !isNeutral($0) }.map { MatrixCells($0, in: network, on: date) }
    let ties = network.relations.enumerated().compactMap { index, relation -> (Tie, Int)? in
      guard case .organization(let from) = relation.from,
        case .organization(let to) = relation.to
      else { return nil }
      return (Tie(from: from, to: to, kind: relation.kind), index)
    }
    recorded = Dictionary(ties, uniquingKeysWith: { first, _ in first })
  }

  /// Whether the standard prohibits a relation of a kind from one organization to another.
  func prohibit(_ kind: Code, from: Int, to: Int) -> Bool {
    let isDirected = network.vocabulary.relation(kind)?.isDirected ?? true
    return prohibited.contains { prohibition in
      prohibition.contain(kind, from, to) || !isDirected && prohibition.contain(kind, to, from)
    }
  }

  /// Whether a relation of a kind may lead from one organization to another.
  func admit(_ kind: Code, from: Int, to: Int) -> Bool {
    if prohibit(kind, from: from, to: to) { return false }
    return !neutral.contains { $0.contains(from, to) } || asked.contains { $0.contains(from, to) }
  }

  /// The relation of a kind that is recorded from one organization to another, in force or not, by index.
  func recorded(_ kind: Code, from: Int, to: Int) -> Int? {
    recorded[Tie(from: from, to: to, kind: kind)]
  }

  /// Whether a relation of a kind may be proposed from one organization to another: it is admitted, and
  /// is not there already.
  func isOpen(_ kind: Code, from: Int, to: Int) -> Bool {
    from != to && recorded(kind, from: from, to: to) == nil && admit(kind, from: from, to: to)
  }
}

/// The cells of one expectation of a standard, and who stands in them.
private struct MatrixCells {
  private let cells: [CooperationMatrix.Cell]
  private let members: [Code: Set<Int>]

  init(_ expectation: MatrixExpectation, in network: StakeholderNetwork, on date: CalendarDate) {
    cells = expectation.cells
    members = CooperationMatrix.members(network, cells, by: expectation.dimension, on: date)
      .mapValues { Set($0) }
  }

  /// Whether a relation between two organizations falls into one of them.
  func contains(_ from: Int, _ to: Int) -> Bool {
    cells.contains { cell in
      (members[cell.from]?.contains(from) ?? false) && (members[cell.to]?.contains(to) ?? false)
    }
  }
}

/// The cells of one expectation that prohibits something, and who stands in them.
private struct ProhibitedCells {
  private let kinds: [Code]
  private let places: (from: [Int?], to: [Int?])

  init(
    _ expectation: ProhibitedExpectation, in network: StakeholderNetwork, on date: CalendarDate
  ) {
    kinds = expectation.kindsNotAdvised(network.vocabulary)
    places = expectation.places(in: network, on: date)
  }

  /// Whether a relation of a kind from one organization to another falls into one of them.
  func contain(_ kind: Code, _ source: Int, _ target: Int) -> Bool {
    places.from[source] != nil && places.to[target] != nil && kinds.contains { $0.covers(kind) }
  }
}
