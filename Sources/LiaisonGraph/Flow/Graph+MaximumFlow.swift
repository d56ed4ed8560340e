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
  /// - Throws: ``GraphError`` with `nodeOutOfRange`, with `invalidParameter` where source and sink are
  ///   one, or with `weightNotPositive` where a capacity is negative.
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
    var network = graph.flowNetwork(weighted: weighted) { node in room?[node] ?? .infinity }
    let (start, end) = (source.index + nodeCount, sink.index)
    let value = network.maximize(from: start, to: end)
    let side = network.sourceSide(start)
    return MaximumFlow(
      value: value,
      sourceSide: nodes.filter { $0 == source || side[$0.index] },
      cutEdges: graph.edges.filter { edge in
        let (a, b) = (edge.source.index, edge.target.index)
        return side[a + nodeCount] && !side[b]
          || !isDirected && side[b + nodeCount] && !side[a]
      },
      cutNodes: nodes.filter { node in
        node != source && node != sink && side[node.index] && !side[node.index + nodeCount]
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

  /// The network in which node `v` is entered at `v` and left at `v + n`.
  func flowNetwork(weighted: Bool, through capacity: (Int) -> Double) -> FlowNetwork {
    let n = nodeCount
    var network = FlowNetwork(nodeCount: 2 * n)
    for v in 0..<n { network.add(v, v + n, capacity(v)) }
    for (index, edge) in edges.enumerated() {
      let room = weighted ? weights?[index] ?? 1 : 1
      let (a, b) = (edge.source.index, edge.target.index)
      network.add(a + n, b, room)
      if !isDirected { network.add(b + n, a, room) }
    }
    return network
  }
}
