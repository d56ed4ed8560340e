/// A graph as Graphviz is to see it: typed attributes only, names made up here.
///
/// Nodes are called `n1…`, edges have the id `e1…`, clusters are called `cluster_1…`, in the order
/// in which they were added, so that no name of the user's is in the text.
///
/// ```swift
/// var graph = DOTGraph()
/// let police = graph.add(DOTNode(label: "Police", shape: .box))
/// let shelter = graph.add(DOTNode(label: "Women's Shelter"))
/// graph.add(DOTEdge(police, shelter))
/// let text = try graph.encoded()
/// ```
public struct DOTGraph: Sendable, Hashable {
  /// A node of one graph, by its place in `nodes`.
  public struct NodeID: Sendable, Hashable, Comparable {
    public let index: Int
    public static func < (left: NodeID, right: NodeID) -> Bool { left.index < right.index }
    /// `n1…`: the name in the text, and the `<title>` in an SVG.
    public var name: String { "n\(index + 1)" }
  }

  /// A cluster of one graph, by its place in `clusters`.
  public struct ClusterID: Sendable, Hashable, Comparable {
    public let index: Int
    public static func < (left: ClusterID, right: ClusterID) -> Bool { left.index < right.index }
    /// `cluster_1…`: the name in the text.
    public var name: String { "cluster_\(index + 1)" }
  }

  /// Where the nodes of a rank group stand.
  public enum Rank: String, Sendable, Hashable, CaseIterable {
    case same, min, source, max, sink
  }

  /// Nodes that stand on one rank.
  public struct RankGroup: Sendable, Hashable {
    public var rank: Rank
    public var nodes: [NodeID]
  }

  public var settings: DOTSettings
  public private(set) var nodes: [DOTNode] = []
  public private(set) var edges: [DOTEdge] = []
  public private(set) var clusters: [DOTCluster] = []
  public private(set) var ranks: [RankGroup] = []
  /// The cluster of each node, in the order of `nodes`.
  private(set) var clusterOfNode: [ClusterID?] = []

  /// Creates an empty graph.
  public init(_ settings: DOTSettings = DOTSettings()) { self.settings = settings }

  /// Adds a node, in a cluster where one is given.
  @discardableResult
  public mutating func add(_ node: DOTNode, in cluster: ClusterID? = nil) -> NodeID {
    nodes.append(node)
    clusterOfNode.append(cluster)
    return NodeID(index: nodes.count - 1)
  }

  /// Adds an edge and returns its place in `edges`, and in the placement's.
  @discardableResult
  public mutating func add(_ edge: DOTEdge) -> Int {
    edges.append(edge)
    return edges.count - 1
  }

  /// Adds a cluster.
  @discardableResult
  public mutating func add(_ cluster: DOTCluster) -> ClusterID {
    clusters.append(cluster)
    return ClusterID(index: clusters.count - 1)
  }

  /// Puts nodes on one rank; `dot` only.
  public mutating func place(_ nodes: [NodeID], on rank: Rank = .same) {
    ranks.append(RankGroup(rank: rank, nodes: nodes))
  }
}

/// A graph as text, and what was left out of its labels.
public struct DOTDocument: Sendable, Hashable {
  /// The DOT text, UTF-8.
  public var bytes: [UInt8]
  /// One line for each kind of thing that was left out; empty where all was written.
  public var warnings: [String]

  /// Creates a document.
  public init(bytes: [UInt8], warnings: [String] = []) {
    self.bytes = bytes
    self.warnings = warnings
  }
}
