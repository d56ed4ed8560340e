/// A graph in compressed sparse rows: directed or undirected, with or without weights.
///
/// Nodes are `0 ..< nodeCount`; edges keep the order they were given in, parallel edges and
/// self-loops included. For every node the arcs that leave it, and those that enter it, lie side by
/// side, ordered by the node at the other end and then by edge. An undirected edge stands in the
/// rows of both its ends, a self-loop of an undirected graph twice in the row of its node, so that
/// the length of a row is the degree.
///
/// Measures follow the conventions of the networks literature and are defined on the *simplified*
/// graph (``simplified()``: no self-loops, parallel edges merged, their weights summed), unless
/// their documentation says otherwise.
///
/// ```swift
/// let path = try Graph(nodeCount: 3, edges: [Edge(0, 1), Edge(1, 2)], directed: true)
/// path.edgeCount  // 2
/// ```
///
/// - Complexity: making one takes O(n + m) time and space; a copy shares its storage.
public struct Graph: Sendable {
  /// The number of nodes.
  public let nodeCount: Int
  /// Whether an edge leads from its source to its target only.
  public let isDirected: Bool
  /// The edges in the order they were given in.
  public let edges: [Edge]
  /// One weight an edge, or `nil` where the graph has none (every edge then weighs 1).
  public let weights: [Double]?
  /// The number of edges whose two ends are one node.
  public let loopCount: Int
  /// The number of edges that repeat an earlier one; self-loops are not counted.
  public let parallelCount: Int

  /// Arcs that leave each node.
  let outgoing: Rows
  /// Arcs that enter each node; the same rows as `outgoing` where the graph is undirected.
  let incoming: Rows

  /// Makes a graph of `nodeCount` nodes from a list of edges.
  ///
  /// - Parameters:
  ///   - nodeCount: the number of nodes, below 2³¹.
  ///   - edges: the edges, below 2³⁰; both ends lie in `0 ..< nodeCount`.
  ///   - directed: whether an edge leads one way only.
  ///   - weights: one finite number an edge, or `nil`.
  /// - Throws: ``GraphError`` with `tooLarge`, `nodeOutOfRange`, `weightCount` or `weightNotFinite`.
  /// - Complexity: O(n + m) time and space.
  public init(
    nodeCount: Int, edges: [Edge], directed: Bool, weights: [Double]? = nil
  ) throws(GraphError) {
    guard nodeCount >= 0, nodeCount < Int(Int32.max), edges.count < Graph.edgeBound else {
      throw GraphError(
        .tooLarge, "A graph of \(nodeCount) nodes and \(edges.count) edges cannot be held.")
    }
    for edge in edges where !Graph.holds(edge, nodeCount: nodeCount) {
      let end = (0..<nodeCount).contains(edge.source.index) ? edge.target : edge.source
      throw .nodeOutOfRange(end.index, nodeCount: nodeCount)
    }
    if let weights {
      guard weights.count == edges.count else {
        throw GraphError(
          .weightCount, "There are \(weights.count) weights for \(edges.count) edges.")
      }
      for (index, weight) in weights.enumerated() where !weight.isFinite {
        let edge = edges[index]
        throw GraphError(
          .weightNotFinite,
          "The weight of edge \(index), \(edge.source) to \(edge.target), is not a finite number.")
      }
    }
    self.init(checked: edges, nodeCount: nodeCount, directed: directed, weights: weights)
  }

  /// A graph has fewer edges: each stands in two rows, whose places are 32-bit numbers.
  static var edgeBound: Int { Int(Int32.max) / 2 }

  private static func holds(_ edge: Edge, nodeCount: Int) -> Bool {
    (0..<nodeCount).contains(edge.source.index) && (0..<nodeCount).contains(edge.target.index)
  }

  /// Makes a graph from parts that are known to be right.
  package init(checked edges: [Edge], nodeCount: Int, directed: Bool, weights: [Double]?) {
    self.nodeCount = nodeCount
    self.edges = edges
    self.weights = weights
    isDirected = directed
    (outgoing, incoming) = Rows.ordered(by: edges, nodeCount: nodeCount, directed: directed)
    var loops = 0
    for edge in edges where edge.isLoop { loops += 1 }
    loopCount = loops
    let distinct = outgoing.distinctArcs()
    parallelCount = edges.count - loops - (directed ? distinct : distinct / 2)
  }

  /// The same graph without its weights; it shares the rows.
  func unweighted() -> Graph {
    isWeighted ? Graph(unweighting: self) : self
  }

  private init(unweighting graph: Graph) {
    nodeCount = graph.nodeCount
    edges = graph.edges
    weights = nil
    isDirected = graph.isDirected
    outgoing = graph.outgoing
    incoming = graph.incoming
    loopCount = graph.loopCount
    parallelCount = graph.parallelCount
  }

  /// The number of edges, parallel ones and self-loops included.
  public var edgeCount: Int { edges.count }

  /// Whether edges carry weights.
  public var isWeighted: Bool { weights != nil }

  /// Whether there is neither a self-loop nor a parallel edge.
  public var isSimple: Bool { loopCount == 0 && parallelCount == 0 }

  /// The nodes, in order.
  public var nodes: LazyMapSequence<Range<Int>, NodeID> { (0..<nodeCount).lazy.map { NodeID($0) } }

  /// Whether the node is one of this graph's.
  public func contains(_ node: NodeID) -> Bool {
    node.rawValue >= 0 && node.index < nodeCount
  }

  /// The ends of an edge.
  public subscript(edge: EdgeID) -> Edge { edges[edge.index] }

  /// The weight of an edge; 1 where the graph has no weights.
  public func weight(of edge: EdgeID) -> Double { weights?[edge.index] ?? 1 }

  /// The arcs at a node, ordered by the node at the other end and then by edge.
  ///
  /// - Parameters:
  ///   - node: a node of this graph.
  ///   - direction: arcs that leave it, that enter it, or both (first those that leave it).
  /// - Complexity: O(1) for `.out`, `.in` and undirected graphs; else O(degree).
  public func arcs(of node: NodeID, _ direction: Direction = .out) -> Arcs {
    switch direction {
    case .out: return outgoing.arcs(of: node.index)
    case .in: return incoming.arcs(of: node.index)
    case .all:
      guard isDirected else { return outgoing.arcs(of: node.index) }
      return outgoing.arcs(of: node.index) + incoming.arcs(of: node.index)
    }
  }

  /// The distinct nodes at the other end of a node's arcs, in order; never the node itself.
  ///
  /// - Complexity: O(degree log degree).
  public func neighbours(of node: NodeID, _ direction: Direction = .all) -> [NodeID] {
    var found: [NodeID] = []
    for arc in arcs(of: node, direction) where arc.node != node { found.append(arc.node) }
    found.sort()
    var distinct: [NodeID] = []
    for neighbour in found where distinct.last != neighbour { distinct.append(neighbour) }
    return distinct
  }

  /// Whether an arc leads from one node to the other (in an undirected graph: whether they are
  /// joined).
  ///
  /// - Complexity: O(log degree).
  public func hasEdge(from source: NodeID, to target: NodeID) -> Bool {
    outgoing.contains(target.rawValue, inRow: source.index)
  }
}
