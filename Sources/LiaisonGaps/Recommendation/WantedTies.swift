import LiaisonGraph
import LiaisonModel

/// Relations that a standard asks for and nobody records, each between the two who stand nearest to it:
/// of sectors and levels that have to work together, of the levels of one sector, hand-overs from one
/// jurisdiction to another, and those who have to deliver an activity of the plan together.
///
/// Nearest are two whom the fewest relations of any family but conflict join, of these two who serve an
/// area together, then organizations before their units, then the lowest ids.
struct WantedTies {
  /// The relations, each once.
  private(set) var ties: [AdmissibleTies.Tie] = []
  /// Those of each finding that asks for one, by its id, the nearest first.
  private(set) var purposes: [String: [AdmissibleTies.Tie]] = [:]

  private let report: GapReport
  private let network: StakeholderNetwork
  private let standard: Standard
  private let admissible: AdmissibleTies
  private let catchment: Catchment
  private let nearness: Nearness

  /// How many pairs are proposed for a cell that the standard requires; of one that it calls desirable,
  /// one.
  static let pairsOfCell = 2

  /// - Complexity: O(cells found without a tie × members of their row × (organizations + relations)).
  init(_ report: GapReport, _ standard: Standard, _ admissible: AdmissibleTies) {
    self.report = report
    self.standard = standard
    self.admissible = admissible
    network = report.pathways.network
    catchment = Catchment(network)
    nearness = Nearness(network, on: report.asOf)
    for expectation in admissible.cooperation {
      switch expectation {
      case let matrix as MatrixExpectation: addCells(of: matrix)
      case let vertical as VerticalExpectation: addLevels(of: vertical)
      default: break
      }
    }
    for expectation in standard.expectations where expectation.kind == "handover" {
      for finding in findings(expectation.id) {
        guard let from = finding.key.first.flatMap({ network.organization($0) }),
          let to = finding.key.dropFirst().first.flatMap({ network.organization($0) })
        else { continue }
        add(nearest([from], [to], "hands_over_to", atMost: 1), for: [finding])
      }
    }
    for expectation in standard.expectations where expectation.kind == "plan" {
      guard let plan = try? PlanKind().read(expectation, of: standard) as? PlanExpectation else {
        continue
      }
      addPairs(of: plan)
    }
  }

  private func findings(_ expectation: String) -> [Finding] {
    report.findings.filter { $0.rule == "\(standard.id)/\(expectation)" }
  }

  private mutating func add(_ found: [AdmissibleTies.Tie], for findings: [Finding]) {
    ties += found.filter { !ties.contains($0) }
    for finding in findings where !found.isEmpty { purposes[finding.id, default: []] += found }
  }

  /// One tie for each cell found without any.
  private mutating func addCells(of matrix: MatrixExpectation) {
    guard let kind = matrix.ties.proposed(network.vocabulary) else { return }
    let found = findings(matrix.expectation.id)
    let keys = Set(found.map(\.key))
    let members = CooperationMatrix.members(
      network, matrix.cells, by: matrix.dimension, on: report.asOf)
    for cell in matrix.cells where keys.contains([cell.from.text, cell.to.text]) {
      add(
        nearest(
          members[cell.from] ?? [], members[cell.to] ?? [], kind,
          atMost: matrix.wish == .required ? Self.pairsOfCell : 1),
        for: found.filter { $0.key == [cell.from.text, cell.to.text] })
    }
  }

  /// One tie for each two who have to deliver an activity together and of whom none is recorded.
  private mutating func addPairs(of plan: PlanExpectation) {
    let ties = CooperationMatrix.Ties.families([plan.layer.rawValue])
    guard let kind = ties.proposed(network.vocabulary) else { return }
    let found = findings(plan.expectation.id)
    let keys = Set(found.map { Set($0.key) })
    for pair in PlanCongruence(network, plan.layer, on: report.asOf).pairs where pair.tie == .no {
      let ids = [pair.lead, pair.other].map { network.organizations[$0].id }
      if keys.contains(Set(ids)) {
        add(
          nearest([pair.lead], [pair.other], kind, atMost: 1),
          for: found.filter { Set($0.key) == Set(ids) })
      }
    }
  }

  /// For each organization of a level that is not joined with the next, a report to somebody there.
  private mutating func addLevels(of vertical: VerticalExpectation) {
    for finding in findings(vertical.expectation.id) {
      guard let high = finding.key.dropFirst().first else { continue }
      let members = finding.subjects.compactMap { $0.organization.flatMap(network.organization) }
      let upper = members.filter { network.organizations[$0].tier?.text == high }
      for lower in members where !upper.contains(lower) {
        add(nearest([lower], upper, "reports_to", atMost: 1), for: [finding])
      }
    }
  }

  /// The pairs that stand nearest to each other, of those that are admitted.
  private func nearest(
    _ from: [Int], _ to: [Int], _ kind: Code, atMost limit: Int
  ) -> [AdmissibleTies.Tie] {
    struct Pair {
      var tie: AdmissibleTies.Tie
      var hops: Int
      var areApart: Bool
      var units: Int
      func precedes(_ other: Pair) -> Bool {
        (hops, areApart ? 1 : 0, units) < (other.hops, other.areApart ? 1 : 0, other.units)
      }
      func isLevel(with other: Pair) -> Bool { !precedes(other) && !other.precedes(self) }
    }
    var pairs: [Pair] = []
    for source in from {
      let hops = nearness.hops(from: network.family(of: source))
      for target in to where network.family(of: target) != network.family(of: source) {
        guard admissible.isOpen(kind, from: source, to: target) else { continue }
        pairs.append(
          Pair(
            tie: AdmissibleTies.Tie(from: source, to: target, kind: kind),
            hops: hops(network.family(of: target)), areApart: catchment.areApart(source, target),
            units: [source, target].count { network.organizations[$0].parent != nil }))
      }
    }
    let ids = network.organizations.map(\.id)
    return pairs.sorted { left, right in
      left.isLevel(with: right)
        ? idsPrecede(
          [ids[left.tie.from], ids[left.tie.to]], [ids[right.tie.from], ids[right.tie.to]])
        : left.precedes(right)
    }.prefix(limit).map(\.tie)
  }
}

/// How far organizations stand from each other, each with its units one.
private struct Nearness {
  private let ties: CooperationGraph
  private var nodeOf: [Int: NodeID] = [:]

  init(_ network: StakeholderNetwork, on date: CalendarDate) {
    ties = CooperationGraph(network, .all, on: date)
    for (node, head) in ties.heads.enumerated() { nodeOf[head] = NodeID(node) }
  }

  /// The hops from an organization to each other, both with their units; more than any way has where
  /// none joins them.
  func hops(from head: Int) -> (Int) -> Int {
    let tree = nodeOf[head].flatMap { try? ties.graph.breadthFirst(from: [$0]) }
    return { other in
      nodeOf[other].flatMap { tree?.distance[$0] }.map { Int($0) } ?? .max
    }
  }
}

extension CooperationMatrix.Ties {
  /// The kind of relation to propose where none of these is recorded: work together where that is enough,
  /// else a referral, an exchange of information or coordination. What moves money or goods, and conflict,
  /// are not proposed.
  fileprivate func proposed(_ vocabulary: Vocabulary) -> Code? {
    let families: Set<RelationFamily> = [.joint, .referral, .information, .authority]
    let kinds: [Code]
    switch self {
    case .kinds(let own): kinds = own
    case .families(let own):
      let choices: [(family: String, kind: Code)] = [
        ("cooperation", "works_with"), ("all", "works_with"), ("joint", "works_with"),
        ("referral", "refers_to"), ("information", "shares_information_with"),
        ("authority", "coordinates"),
      ]
      kinds = choices.filter { own.contains($0.family) }.map(\.kind)
    }
    return kinds.first { kind in
      vocabulary.relation(kind).map { families.contains($0.family) } ?? false
    }
  }
}
