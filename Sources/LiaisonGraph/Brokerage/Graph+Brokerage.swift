/// The five roles of a broker b between a and c, where a → b → c and not a → c, by their groups.
public enum BrokerageRole: String, Sendable, CaseIterable {
  /// All three in one group.
  case coordinator
  /// a and c in one group, the broker in another (also: consultant).
  case itinerant
  /// The broker lets in from outside: b and c in one group.
  case gatekeeper
  /// The broker speaks for its group: a and b in one group.
  case representative
  /// All three in different groups.
  case liaison
}

/// How often each node plays each of the five roles.
public struct Brokerage: Sendable, Equatable {
  /// The counts of each role, in the order of ``BrokerageRole``'s cases.
  public var counts: [NodeMap<Int>]

  /// The counts of one role.
  public subscript(role: BrokerageRole) -> NodeMap<Int> {
    for (index, known) in BrokerageRole.allCases.enumerated() where known == role {
      return counts[index]
    }
    return NodeMap([])
  }

  /// All roles together.
  public var total: NodeMap<Int> {
    var sums = [Int](repeating: 0, count: counts.first?.count ?? 0)
    for role in counts {
      for (node, count) in role.values.enumerated() { sums[node] += count }
    }
    return NodeMap(sums)
  }
}

extension Graph {
  /// Gould and Fernandez' brokerage roles, on the simplified graph.
  ///
  /// Counted are ordered pairs (a, c) with a → b → c, no a → c, and a ≠ c. An undirected graph counts
  /// as one whose arcs are all mutual, so that each unordered pair counts twice (as in sna and
  /// UCINET). Manuals of sna before 2.3-2 swap the names gatekeeper and representative.
  ///
  /// - Parameters:
  ///   - groups: the group of each node.
  ///   - progress: where to report, and to look whether to go on.
  /// - Throws: ``GraphError`` with `invalidParameter` where there is not one group a node, or `cancelled`.
  /// - Complexity: O(Σ in-degree · out-degree) time, O(n) space.
  /// - Reference: R. V. Gould and R. M. Fernandez, Structures of mediation: a formal approach to
  ///   brokerage in transaction networks, Sociological Methodology 19 (1989) 89–126,
  ///   doi:10.2307/270949.
  public func brokerage(
    groups: NodeMap<String>, progress: RunProgress? = nil
  ) throws(GraphError) -> Brokerage {
    let (group, _) = try numbered(groups)
    let rows = simplified().outgoing
    var counts = BrokerageRole.allCases.map { _ in [Int](repeating: 0, count: nodeCount) }
    var follows = [Int32](repeating: -1, count: nodeCount)
    let blocks = blocks(of: nodeCount)
    progress?.expect(blocks.count)
    for block in blocks {
      try progress?.check()
      for a in block {
        for k in rows.row(a) { follows[Int(rows.targets[k])] = Int32(a) }
        for k in rows.row(a) {
          let b = Int(rows.targets[k])
          for l in rows.row(b) {
            let c = Int(rows.targets[l])
            guard c != a, Int(follows[c]) != a else { continue }
            let role =
              if group[a] == group[c] {
                group[a] == group[b] ? 0 : 1
              } else if group[b] == group[c] {
                2
              } else {
                group[a] == group[b] ? 3 : 4
              }
            counts[role][b] += 1
          }
        }
      }
      progress?.advance()
    }
    return Brokerage(counts: counts.map { NodeMap($0) })
  }

  /// The groups by number, in the order of their names.
  ///
  /// - Throws: `invalidParameter` where there is not one group a node.
  func numbered(_ groups: NodeMap<String>) throws(GraphError) -> (of: [Int], names: [String]) {
    guard groups.count == nodeCount else {
      throw GraphError(
        .invalidParameter, "There are \(groups.count) groups for \(nodeCount) nodes.")
    }
    // By bytes: names that differ in form only stay two groups.
    var byBytes: [[UInt8]: String] = [:]
    for name in groups.values { byBytes[Array(name.utf8)] = name }
    let keys = byBytes.keys.sorted { $0.lexicographicallyPrecedes($1) }
    var number: [[UInt8]: Int] = [:]
    for (index, key) in keys.enumerated() { number[key] = index }
    return (
      groups.values.map { number[Array($0.utf8)] ?? 0 }, keys.compactMap { byBytes[$0] }
    )
  }
}
