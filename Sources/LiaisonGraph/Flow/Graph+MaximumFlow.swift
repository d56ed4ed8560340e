/// A greatest flow between two nodes, and a smallest cut that says why it is no greater.
public struct MaximumFlow: Sendable, Equatable {
  /// How much flows.
  public var value: Double
  /// The nodes on the source's side of a smallest cut, in order.
  public var sourceSide: [NodeID]
  /// The edges of the simplified graph that cross the cut.
  public var cutEdges: [Edge]
  /// The nodes whose own capacity is part of the cut.
  public var cutNodes: [NodeID]
}

extension Graph {
  /// The greatest flow from one node to another, with its smallest cut.
  ///
  /// Defined on the simplified graph: an edge carries its weight, or 1 where there are no weights;
  /// parallel edges carry the sum of theirs, and an undirected edge carries as much either way.
  ///
  /// - Parameters:
  ///   - source: where the flow starts.
  ///   - sink: where it ends; another node.
  ///   - weighted: whether an edge carries its weight.
  ///   - nodeCapacities: how much passes through each node; any amount if `nil`. Those of the two
  ///     ends do not count.
  /// - Throws: ``GraphError`` with `nodeOutOfRange`; `invalidParameter` where source and sink are one, or
  ///   the capacities of nodes are not one number a node, none negative; `weightNotPositive` where an edge's
  ///   weight is used and negative, `weightNotFinite` where they are too great or too small to be summed.
  /// - Complexity: O(n² m) time at worst, far less in practice; O(n + m) space.
  /// - Reference: E. A. Dinic, Algorithm for solution of a problem of maximum flow in networks with
  ///   power estimation, Soviet Mathematics Doklady 11 (1970) 1277–1280; L. R. Ford and D. R.
  ///   Fulkerson, Maximal flow through a network, Canadian Journal of Mathematics 8 (1956) 399–404,
  ///   doi:10.4153/CJM-1956-045-5.
  public func maximumFlow(
    from source: NodeID, to sink: NodeID, weighted: Bool = true,
    nodeCapacities: NodeMap<Double>? = nil
  ) throws(GraphError) -> MaximumFlow {
    try requireTwo(source, sink)
    let graph = weighted ? mergedStrengths() : simplified()
    if weighted { try graph.requireNonNegativeWeights() }
    if let capacities = nodeCapacities {
      guard capacities.count == nodeCount, capacities.values.allSatisfy({ $0 >= 0 }) else {
        throw GraphError(
          .invalidParameter, "The capacities are one number a node, none negative.")
      }
    }
    let room = nodeCapacities?.values
    var network = graph.flowNetwork(weighted: weighted, through: room.map { room in { room[$0] } })
    // A node without a capacity of its own is left where it is entered.
    let exit = room == nil ? 0 : nodeCount
    let value = network.maximize(from: source.index + exit, to: sink.index)
    let side = network.sourceSide(source.index + exit)
    var cutEdges: [Edge] = []
    for edge in graph.edges {
      let (a, b) = (edge.source.index, edge.target.index)
      if side[a + exit] && !side[b] || !isDirected && side[b + exit] && !side[a] {
        cutEdges.append(edge)
      }
    }
    return MaximumFlow(
      value: value,
      sourceSide: nodes.filter { $0 == source || side[$0.index] },
      cutEdges: cutEdges,
      cutNodes: nodes.filter { node in
        node != source && node != sink && side[node.index] && !side[node.index + exit]
      })
  }

  func requireTwo(_ source: NodeID, _ sink: NodeID) throws(GraphError) {
    for node in [source, sink] where !contains(node) {
      throw .nodeOutOfRange(node.index, nodeCount: nodeCount)
    }
    guard source != sink else {
      throw GraphError(
        .invalidParameter, "A flow leads from one node to another; both are node \(source).")
    }
  }

  /// The network of the edges, and of the nodes where they have capacities: node `v` is then entered at
  /// `v` and left at `v + n`.
  func flowNetwork(weighted: Bool, through capacity: ((Int) -> Double)? = nil) -> FlowNetwork {
    let n = nodeCount
    var links: [FlowNetwork.Link] = []
    links.reserveCapacity(capacity == nil ? edges.count : n + 2 * edges.count)
    if let capacity {
      for v in 0..<n { links.append(.init(source: v, target: v + n, capacity: capacity(v))) }
    }
    for (index, edge) in edges.enumerated() {
      let room = weighted ? weights?[index] ?? 1 : 1
      let (a, b) = (edge.source.index, edge.target.index)
      if capacity == nil {
        let back = isDirected ? 0 : room
        links.append(.init(source: a, target: b, capacity: room, back: back))
      } else {
        links.append(.init(source: a + n, target: b, capacity: room))
        if !isDirected { links.append(.init(source: b + n, target: a, capacity: room)) }
      }
    }
    return FlowNetwork(nodeCount: capacity == nil ? n : 2 * n, links: links)
  }
}
