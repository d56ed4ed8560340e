/// How ties run within and between groups of nodes.
public struct GroupMixing: Sendable, Equatable {
  /// The names of the groups, in the order of their bytes.
  public var names: [String]
  /// The number of nodes in each group.
  public var sizes: [Int]
  /// `ties[a][b]` is the number of arcs from group a to group b; in an undirected graph of ties
  /// between them.
  public var ties: [[Int]]
  /// `density[a][b]` is the share of possible ties from group a to group b that exist; `nil` where
  /// there could be none. This is the image matrix of a blockmodel.
  public var density: [[Double?]]
  /// The E-I index of each group over the ties that touch it: those to other groups less those within,
  /// divided by all of them; `nil` where no tie touches it. Each tie counts once, as in the index of
  /// the whole; arcs count whichever way they lead.
  public var externalInternalIndexes: [Double?]
}

extension Graph {
  /// Counts ties within and between groups, on the simplified graph.
  ///
  /// - Parameter groups: the group of each node.
  /// - Throws: ``GraphError`` with `invalidParameter` where there is not one group a node, with `tooLarge`
  ///   where there are more than 4,096 groups; ``quotient(groups:weighted:)`` knows no such limit.
  /// - Complexity: O(n + m + g²) time and space for g groups.
  /// - Reference: M. E. J. Newman, Mixing patterns in networks, Physical Review E 67 (2003) 026126,
  ///   doi:10.1103/PhysRevE.67.026126.
  public func mixing(groups: NodeMap<String>) throws(GraphError) -> GroupMixing {
    let (group, names) = try numbered(groups)
    guard names.count <= 4_096 else {
      throw GraphError(
        .tooLarge, "The ties between \(names.count) groups each way make too large a table.",
        hint: "Group the nodes more coarsely, or draw each group together to one node.")
    }
    var sizes = [Int](repeating: 0, count: names.count)
    for g in group { sizes[g] += 1 }
    var ties = names.map { _ in [Int](repeating: 0, count: names.count) }
    for edge in simplified().edges {
      let (a, b) = (group[edge.source.index], group[edge.target.index])
      ties[a][b] += 1
      if !isDirected, a != b { ties[b][a] += 1 }
    }
    var density = names.map { _ in [Double?](repeating: nil, count: names.count) }
    for a in names.indices {
      for b in names.indices {
        var possible = a == b ? sizes[a] * (sizes[a] - 1) : sizes[a] * sizes[b]
        if a == b, !isDirected { possible /= 2 }
        if possible > 0 { density[a][b] = Double(ties[a][b]) / Double(possible) }
      }
    }
    let indexes = names.indices.map { a -> Double? in
      let within = ties[a][a]
      var touching = ties[a].reduce(0, +)
      if isDirected { touching += ties.reduce(0) { $0 + $1[a] } - within }
      return touching > 0 ? Double(touching - 2 * within) / Double(touching) : nil
    }
    return GroupMixing(
      names: names, sizes: sizes, ties: ties, density: density, externalInternalIndexes: indexes)
  }

  /// The E-I index: ties between groups less ties within, divided by all ties; −1 where all are
  /// within, 1 where all are between.
  ///
  /// - Returns: `nil` where there is no tie.
  /// - Throws: ``GraphError`` with `invalidParameter` where there is not one group a node.
  /// - Complexity: O(n + m).
  /// - Reference: D. Krackhardt and R. N. Stern, Informal networks and organizational crises, Social
  ///   Psychology Quarterly 51 (1988) 123–140, doi:10.2307/2786835.
  public func externalInternalIndex(groups: NodeMap<String>) throws(GraphError) -> Double? {
    let (group, _) = try numbered(groups)
    let edges = simplified().edges
    var balance = 0
    for edge in edges {
      balance += group[edge.source.index] == group[edge.target.index] ? -1 : 1
    }
    return edges.isEmpty ? nil : Double(balance) / Double(edges.count)
  }

  /// The E-I index of each node over its distinct neighbours, direction ignored; `nil` for isolates.
  ///
  /// - Throws: ``GraphError`` with `invalidParameter` where there is not one group a node.
  /// - Complexity: O(n + m).
  public func externalInternalIndexes(
    groups: NodeMap<String>
  ) throws(GraphError) -> NodeMap<Double?> {
    let (group, _) = try numbered(groups)
    let rows = undirectedProjection().outgoing
    return NodeMap(
      (0..<nodeCount).map { v in
        var balance = 0
        for k in rows.row(v) { balance += group[v] == group[Int(rows.targets[k])] ? -1 : 1 }
        let degree = rows.row(v).count
        return degree > 0 ? Double(balance) / Double(degree) : nil
      })
  }
}
