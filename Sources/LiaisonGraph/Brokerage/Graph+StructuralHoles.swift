/// Burt's measures of structural holes for each node; `nil` for isolates.
public struct StructuralHoles: Sendable, Equatable {
  /// How far the node's ties are invested in contacts who are tied to each other.
  public var constraint: NodeMap<Double?>
  /// The number of the node's contacts less what is redundant among them.
  public var effectiveSize: NodeMap<Double?>
  /// Effective size divided by the number of contacts.
  public var efficiency: NodeMap<Double?>
  /// How far the constraint comes from one contact: 0 evenly, 1 from one (1 with a single contact).
  public var hierarchy: NodeMap<Double?>
}

/// Which ties count for the share of a contact in another's.
public enum StructuralHolesModel: String, Sendable, CaseIterable {
  /// All ties of the contact (Burt; networkx, igraph, UCINET *whole network*).
  case wholeNetwork
  /// The contact's ties within the node's own neighbourhood (UCINET *ego network*).
  case egoNetwork
}

extension Graph {
  /// Constraint, effective size, efficiency and hierarchy.
  ///
  /// With s(i, j) = a(i, j) + a(j, i) of the simplified graph, p(i, j) = s(i, j) / Σₖ s(i, k) and
  /// m(j, q) = s(j, q) / maxₖ s(j, k): the constraint of i is the sum over its contacts j of
  /// c(i, j) = (p(i, j) + Σ_q p(i, q) p(q, j))², the effective size Σⱼ (1 − Σ_q p(i, q) m(j, q)), and
  /// the hierarchy Σⱼ (c(i, j) / C) ln(c(i, j) / C) / (N ln N), with C the mean of the c(i, j) and N
  /// their number.
  ///
  /// - Parameters:
  ///   - weighted: whether ties count by weight.
  ///   - model: which ties of a contact count.
  ///   - threads: how many threads at most look at ego networks, the whole network is done by one; the
  ///     result is the same for any number.
  ///   - progress: where to report, and to look whether to go on.
  /// - Throws: ``GraphError`` with `weightNotPositive` where a weight is used that is not above zero,
  ///   `weightNotFinite` where weights are too great or too small to be summed, or `cancelled`.
  /// - Complexity: O(n + m √m) time for the whole network, by its triangles, O(Σ degree²) for ego
  ///   networks; O(n + m) space.
  /// - Reference: R. S. Burt, Structural Holes, Harvard University Press 1992,
  ///   doi:10.4159/9780674029095.
  public func structuralHoles(
    weighted: Bool = false, model: StructuralHolesModel = .wholeNetwork, threads: Int? = nil,
    progress: RunProgress? = nil
  ) throws(GraphError) -> StructuralHoles {
    let (ties, strength) = try investments(weighted: weighted)
    let found: [ContactShares?]
    switch model {
    case .wholeNetwork:
      let network = try TiedContacts(
        ties, strength: strength, withSize: true, progress: progress)
      found = (0..<nodeCount).map { network.shares(of: $0) }
    case .egoNetwork:
      let network = EgoNetwork(ties, strength: strength)
      let parts = partCount(for: nodeCount)
      let partial = try inParallel(parts, threads: threads, progress: progress) { part in
        var ego = network
        var found: [ContactShares?] = []
        for node in stride(from: part, to: nodeCount, by: parts) {
          if found.count % 64 == 0, progress?.isCancelled == true { break }
          found.append(ego.measure(node))
        }
        return found
      }
      try progress?.check()
      found = (0..<nodeCount).map { partial[$0 % parts][$0 / parts] }
    }
    return StructuralHoles(
      constraint: NodeMap(found.map { $0?.constraint }),
      effectiveSize: NodeMap(found.map { $0?.effectiveSize }),
      efficiency: NodeMap(found.map { $0?.efficiency }),
      hierarchy: NodeMap(found.map { $0?.hierarchy }))
  }

  /// Constraint alone, in the whole network; `nil` for isolates. See
  /// ``structuralHoles(weighted:model:threads:progress:)``.
  ///
  /// - Throws: ``GraphError`` with `weightNotPositive` where a weight is used that is not above zero,
  ///   `weightNotFinite` where weights are too great or too small to be summed.
  /// - Complexity: O(n + m √m) time, O(n + m) space.
  public func constraint(weighted: Bool = false) throws(GraphError) -> NodeMap<Double?> {
    let (ties, strength) = try investments(weighted: weighted)
    let network = try TiedContacts(ties, strength: strength, withSize: false, progress: nil)
    return NodeMap((0..<nodeCount).map { network.constraint(of: $0) })
  }

  /// The simple undirected graph of the ties, and how strong each is both ways together.
  private func investments(weighted: Bool) throws(GraphError) -> (Graph, strength: [Double]) {
    if weighted { _ = try simplified().edgeLengths(.cost) }
    // The ties of a simple graph count one each as they stand.
    let isPlain = !isDirected && isSimple && !weighted
    let ties = isPlain ? self : symmetrized(weighted: weighted)
    guard let given = isPlain ? nil : ties.weights else {
      return (ties, [Double](repeating: 1, count: ties.edgeCount))
    }
    guard weighted, let greatest = given.max() else { return (ties, given) }
    // All figures are shares: in terms of the greatest tie no product of two leaves what a number holds. What two
    // ties more than 1e150 times weaker have in common counts as nothing.
    let strength = given.map { $0 / greatest }
    return (ties, strength)
  }
}

/// What a node has of its contacts.
private struct ContactShares {
  /// c(i, j) of each contact j.
  var shares: [Double]
  var effectiveSize: Double

  var constraint: Double { shares.reduce(0, +) }
  var efficiency: Double { effectiveSize / Double(shares.count) }

  var hierarchy: Double {
    let contacts = Double(shares.count)
    guard contacts > 1 else { return 1 }
    let mean = constraint / contacts
    var sum = 0.0
    for share in shares where share > 0 {
      sum += share / mean * naturalLogarithm(share / mean)
    }
    return sum / (contacts * naturalLogarithm(contacts))
  }
}

/// The whole network model, by triangles.
///
/// What joins i and j through third nodes is the same seen from either: with S the sum of a node's
/// ties, c(i, j) = ((s(i, j) + Σ_q s(i, q) s(q, j) / S(q)) / S(i))², and what is redundant in j is
/// Σ_q s(i, q) s(q, j) / (S(i) maxₖ s(j, k)). Each triangle adds to the sums of its three ties.
private struct TiedContacts {
  private let rows: Rows
  private let strength: [Double]
  /// The sum and the greatest of each node's ties.
  private var total: [Double]
  private var greatest: [Double]
  /// For each tie, Σ_q s(i, q) s(q, j) / S(q) over those tied to both ends, and the same undivided.
  private var through: [Double]
  private var common: [Double] = []

  init(
    _ ties: Graph, strength: [Double], withSize: Bool, progress: RunProgress?
  ) throws(GraphError) {
    rows = ties.outgoing
    self.strength = strength
    total = Array(repeating: 0, count: ties.nodeCount)
    greatest = total
    for (index, edge) in ties.edges.enumerated() {
      for end in [edge.source.index, edge.target.index] {
        total[end] += strength[index]
        greatest[end] = max(greatest[end], strength[index])
      }
    }
    through = Array(repeating: 0, count: ties.edgeCount)
    if withSize { common = through }
    try addTriangles(of: ties, withSize: withSize, progress)
  }

  private mutating func addTriangles(
    of ties: Graph, withSize: Bool, _ progress: RunProgress?
  ) throws(GraphError) {
    let inverse = total.map { 1 / $0 }
    let strength = strength
    var (through, common) = (through, common)
    try ties.forEachTriangle(progress: progress) { nodes, opposite in
      let (a, b, c) = (strength[opposite.0], strength[opposite.1], strength[opposite.2])
      through[opposite.0] += b * (c * inverse[nodes.0])
      through[opposite.1] += a * (c * inverse[nodes.1])
      through[opposite.2] += a * (b * inverse[nodes.2])
      guard withSize else { return }
      common[opposite.0] += b * c
      common[opposite.1] += a * c
      common[opposite.2] += a * b
    }
    (self.through, self.common) = (through, common)
  }

  private func share(_ k: Int, of i: Int) -> Double {
    let edge = Int(rows.edges[k])
    let both = (strength[edge] + through[edge]) / total[i]
    return both * both
  }

  /// The sum of c(i, j) over the contacts; `nil` for an isolate.
  func constraint(of i: Int) -> Double? {
    let row = rows.row(i)
    guard !row.isEmpty else { return nil }
    var sum = 0.0
    for k in row { sum += share(k, of: i) }
    return sum
  }

  /// c(i, j) for each contact j, and the effective size; `nil` for an isolate.
  func shares(of i: Int) -> ContactShares? {
    let row = rows.row(i)
    guard !row.isEmpty else { return nil }
    var found = ContactShares(shares: [], effectiveSize: 0)
    found.shares.reserveCapacity(row.count)
    for k in row {
      found.shares.append(share(k, of: i))
      let j = Int(rows.targets[k])
      found.effectiveSize += 1 - common[Int(rows.edges[k])] / total[i] / greatest[j]
    }
    return found
  }
}

/// The neighbourhood of one node at a time: the ego network model.
private struct EgoNetwork: Sendable {
  private let rows: Rows
  private let strength: [Double]
  /// The sum of each node's ties.
  private let whole: [Double]
  /// The sum and the greatest of each contact's ties within the neighbourhood.
  private var total: [Double]
  private var greatest: [Double]
  /// The share of each contact in the node's ties; 0 for others.
  private var share: [Double]

  init(_ ties: Graph, strength: [Double]) {
    rows = ties.outgoing
    self.strength = strength
    let zeros = [Double](repeating: 0, count: ties.nodeCount)
    var whole = zeros
    for v in 0..<ties.nodeCount {
      for k in rows.row(v) { whole[v] += strength[Int(rows.edges[k])] }
    }
    self.whole = whole
    total = zeros
    greatest = zeros
    share = zeros
  }

  /// c(i, j) for each contact j, and the effective size; `nil` for an isolate.
  mutating func measure(_ i: Int) -> ContactShares? {
    let row = rows.row(i)
    guard !row.isEmpty else { return nil }
    for k in row { share[Int(rows.targets[k])] = strength[Int(rows.edges[k])] / whole[i] }
    narrow(to: i)
    var found = ContactShares(shares: [], effectiveSize: 0)
    for k in row {
      let j = Int(rows.targets[k])
      var through = 0.0
      var redundant = 0.0
      for l in rows.row(j) {
        let q = Int(rows.targets[l])
        guard share[q] > 0 else { continue }
        let tie = strength[Int(rows.edges[l])]
        through += share[q] * tie / total[q]
        redundant += share[q] * tie
      }
      let both = share[j] + through
      found.shares.append(both * both)
      found.effectiveSize += 1 - redundant / greatest[j]
    }
    for k in row { share[Int(rows.targets[k])] = 0 }
    return found
  }

  /// Sums and maxima of the contacts of `i` over ties to `i` and to each other.
  private mutating func narrow(to i: Int) {
    for k in rows.row(i) {
      let j = Int(rows.targets[k])
      total[j] = 0
      greatest[j] = 0
      for l in rows.row(j) {
        let q = Int(rows.targets[l])
        guard q == i || share[q] > 0 else { continue }
        total[j] += strength[Int(rows.edges[l])]
        greatest[j] = max(greatest[j], strength[Int(rows.edges[l])])
      }
    }
  }
}
