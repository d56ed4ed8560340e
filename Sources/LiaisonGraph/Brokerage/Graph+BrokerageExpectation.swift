/// What brokerage would be if the same number of ties lay anywhere, given the sizes of the groups.
public struct BrokerageExpectation: Sendable, Equatable {
  /// The expected counts of each role, in the order of ``BrokerageRole``'s cases.
  public var expected: [NodeMap<Double>]
  /// (count − expected) / standard deviation of each role; `nil` where a count cannot vary.
  public var z: [NodeMap<Double?>]
}

extension Graph {
  /// The expectation of each brokerage role and how far the counts are from it, in standard
  /// deviations.
  ///
  /// The model of Gould and Fernandez: each tie exists independently with the graph's density d, groups
  /// as they are. A way a → b → c without a → c has the probability d² (1 − d); two that share a tie
  /// covary by d³ (1 − d)³. In an undirected graph ties, not arcs, are drawn: expectations are the
  /// same, and a count in which each pair counts twice has twice the variance (sna takes arcs as
  /// independent there too, and its z is √2 times as great for such roles). Beyond |z| of 2 or 3 a role
  /// is not by chance; the counts of small groups are far from normal.
  ///
  /// - Parameters:
  ///   - groups: the group of each node.
  ///   - brokerage: the counts, where they are known already.
  /// - Throws: ``GraphError`` with `invalidParameter` where there is not one group a node.
  /// - Complexity: O(n g) for g groups, beside the counts.
  /// - Reference: R. V. Gould and R. M. Fernandez, Structures of mediation: a formal approach to
  ///   brokerage in transaction networks, Sociological Methodology 19 (1989) 89–126,
  ///   doi:10.2307/270949.
  public func brokerageExpectation(
    groups: NodeMap<String>, _ brokerage: Brokerage? = nil
  ) throws(GraphError) -> BrokerageExpectation {
    let counts = if let brokerage { brokerage } else { try self.brokerage(groups: groups) }
    let (group, names) = try numbered(groups)
    var sizes = [Double](repeating: 0, count: names.count)
    for g in group { sizes[g] += 1 }
    let d = density() ?? 0
    let probability = d * d * (1 - d)
    let covariance = d * d * d * (1 - d) * (1 - d) * (1 - d)
    var result = BrokerageExpectation(expected: [], z: [])
    for (index, role) in BrokerageRole.allCases.enumerated() {
      let pairs = sizes.indices.map { Graph.rolePairs(role, of: $0, sizes, Double(nodeCount)) }
      let isTwice = !isDirected && role != .gatekeeper && role != .representative
      var expected: [Double] = []
      var z: [Double?] = []
      for v in 0..<nodeCount {
        let (count, sharing) = pairs[group[v]]
        let mean = count * probability
        let variance =
          (mean * (1 - probability) + sharing * covariance) * (isTwice ? 2 : 1)
        expected.append(mean)
        z.append(
          variance > 0
            ? (Double(counts.counts[index].values[v]) - mean) / variance.squareRoot() : nil)
      }
      result.expected.append(NodeMap(expected))
      result.z.append(NodeMap(z))
    }
    return result
  }

  /// The number of ordered pairs (a, c) for which a node of a group can play a role, and that of
  /// ordered pairs of these which share a or share c.
  private static func rolePairs(
    _ role: BrokerageRole, of group: Int, _ sizes: [Double], _ n: Double
  ) -> (count: Double, sharing: Double) {
    let own = sizes[group] - 1
    let others = n - sizes[group]
    switch role {
    case .coordinator:
      let count = own * (own - 1)
      return (count, 2 * count * (own - 2))
    case .gatekeeper, .representative:
      return (own * others, own * others * (own + others - 2))
    case .itinerant, .liaison:
      var (count, sharing) = (0.0, 0.0)
      for (other, size) in sizes.enumerated() where other != group {
        // How many partners each node of that group has.
        let partners = role == .itinerant ? size - 1 : others - size
        count += size * partners
        sharing += 2 * size * partners * (partners - 1)
      }
      return (count, sharing)
    }
  }
}
