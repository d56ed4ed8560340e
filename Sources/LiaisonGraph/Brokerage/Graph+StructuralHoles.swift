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
  /// - Throws: ``GraphError`` with `weightNotPositive`.
  /// - Complexity: O(Σ degree²) time, O(n + m) space.
  /// - Reference: R. S. Burt, Structural Holes, Harvard University Press 1992,
  ///   doi:10.4159/9780674029095.
  public func structuralHoles(
    weighted: Bool = false, model: StructuralHolesModel = .wholeNetwork
  ) throws(GraphError) -> StructuralHoles {
    if weighted { _ = try simplified().edgeLengths(.cost) }
    // The ties of a simple graph count one each as they stand.
    let isPlain = !isDirected && isSimple && !weighted
    let ties = isPlain ? self : mutualTies(weighted: weighted)
    let network = EgoNetwork(ties, strength: isPlain ? nil : ties.weights, model)
    let parts = partCount(for: nodeCount)
    let found = inParallel(parts, threads: nil) { part in
      var ego = network
      return stride(from: part, to: nodeCount, by: parts).map { ego.measure($0) }
    }
    var result = StructuralHoles(
      constraint: NodeMap(repeating: nil, count: nodeCount),
      effectiveSize: NodeMap(repeating: nil, count: nodeCount),
      efficiency: NodeMap(repeating: nil, count: nodeCount),
      hierarchy: NodeMap(repeating: nil, count: nodeCount))
    for node in nodes {
      guard let found = found[node.index % parts][node.index / parts] else { continue }
      let contacts = Double(found.shares.count)
      var constraint = 0.0
      for share in found.shares { constraint += share }
      result.constraint[node] = constraint
      result.effectiveSize[node] = found.effectiveSize
      result.efficiency[node] = found.effectiveSize / contacts
      var sum = 0.0
      for share in found.shares where share > 0 {
        let relative = share / (constraint / contacts)
        sum += relative * naturalLogarithm(relative)
      }
      result.hierarchy[node] = contacts == 1 ? 1 : sum / (contacts * naturalLogarithm(contacts))
    }
    return result
  }
}

/// The neighbourhood of one node at a time.
private struct EgoNetwork: Sendable {
  private let rows: Rows
  private let strength: [Double]
  private let model: StructuralHolesModel
  /// The sum of each node's ties.
  private let whole: [Double]
  /// The sum and the greatest of each contact's ties: of all, or of those within the neighbourhood.
  private var total: [Double]
  private var greatest: [Double]
  /// The share of each contact in the node's ties; 0 for others.
  private var share: [Double]
  /// The strength of each arc, and its share in all ties of the node it leads to.
  private let arcStrength: [Double]
  private let arcShare: [Double]

  init(_ ties: Graph, strength given: [Double]?, _ model: StructuralHolesModel) {
    rows = ties.outgoing
    strength = given ?? [Double](repeating: 1, count: ties.edgeCount)
    self.model = model
    let zeros = [Double](repeating: 0, count: ties.nodeCount)
    var (total, greatest) = (zeros, zeros)
    for v in 0..<ties.nodeCount {
      for k in rows.row(v) {
        total[v] += strength[Int(rows.edges[k])]
        greatest[v] = max(greatest[v], strength[Int(rows.edges[k])])
      }
    }
    whole = total
    self.total = total
    self.greatest = greatest
    share = zeros
    var (arcStrength, arcShare) = ([Double](), [Double]())
    for (k, target) in rows.targets.enumerated() {
      let tie = strength[Int(rows.edges[k])]
      arcStrength.append(tie)
      arcShare.append(tie / total[Int(target)])
    }
    (self.arcStrength, self.arcShare) = (arcStrength, arcShare)
  }

  /// c(i, j) for each contact j, and the effective size; `nil` for an isolate.
  mutating func measure(_ i: Int) -> (shares: [Double], effectiveSize: Double)? {
    let row = rows.row(i)
    guard !row.isEmpty else { return nil }
    for k in row { share[Int(rows.targets[k])] = strength[Int(rows.edges[k])] / whole[i] }
    if model == .egoNetwork { narrow(to: i) }
    var shares: [Double] = []
    var effective = 0.0
    for k in row {
      let j = Int(rows.targets[k])
      var through = 0.0
      var redundant = 0.0
      if model == .wholeNetwork {
        // No branch: who is no contact of `i` has share 0.
        for l in rows.row(j) {
          let own = share[Int(rows.targets[l])]
          through += own * arcShare[l]
          redundant += own * arcStrength[l]
        }
      } else {
        for l in rows.row(j) {
          let q = Int(rows.targets[l])
          guard share[q] > 0 else { continue }
          through += share[q] * arcStrength[l] / total[q]
          redundant += share[q] * arcStrength[l]
        }
      }
      redundant /= greatest[j]
      let both = share[j] + through
      shares.append(both * both)
      effective += 1 - redundant
    }
    for k in row { share[Int(rows.targets[k])] = 0 }
    return (shares, effective)
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
