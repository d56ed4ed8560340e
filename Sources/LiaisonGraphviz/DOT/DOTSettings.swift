/// What may be said of a whole graph. What is `nil` is left to Graphviz.
public struct DOTSettings: Sendable, Hashable {
  /// Which way the ranks go.
  public enum Flow: String, Sendable, Hashable, CaseIterable {
    case down = "TB"
    case right = "LR"
    case up = "BT"
    case left = "RL"
  }

  /// How edges are routed. `orthogonal` is refused by `circo` and `twopi`, which abort on it.
  public enum Routing: String, Sendable, Hashable, CaseIterable {
    case none, line, polyline, curved, spline
    case orthogonal = "ortho"
  }

  /// What the spring engines do about nodes that overlap.
  public enum Overlap: String, Sendable, Hashable, CaseIterable {
    case keep = "true"
    case remove = "false"
    case prism, scale, scalexy, compress, vpsc
  }

  /// The method of `neato`.
  public enum Mode: String, Sendable, Hashable, CaseIterable {
    case major, sgd
    case kk = "KK"
    case hierarchical = "hier"
  }

  /// What is drawn first.
  public enum Order: String, Sendable, Hashable, CaseIterable {
    case breadthfirst, nodesfirst, edgesfirst
  }

  public var directed: Bool = true
  public var flow: Flow?
  /// Between nodes of one rank, 0…720 points.
  public var nodeSeparation: Double?
  /// Between ranks, 0…1440 points.
  public var rankSeparation: Double?
  public var routing: Routing?
  public var overlap: Overlap?
  /// -1000…1000; negative lets `prism` scale no further.
  public var overlapScaling: Double?
  /// Room around nodes when overlaps are removed, 0…100 points.
  public var separation: Double?
  public var mode: Mode?
  /// The seed of the first positions, 0…2^31 - 1.
  public var start: Int?
  /// The spring constant of `fdp` and `sfdp`, 0.01…100.
  public var springLength: Double?
  /// 0…10, of `sfdp`.
  public var repulsiveForce: Double?
  /// 1…10,000.
  public var maximumIterations: Int?
  /// Bounds the network simplex of `dot`: 0…1000. It sets both `nslimit` and `nslimit1`.
  public var simplexLimit: Double?
  /// Scales the crossing search of `dot`: 0.01…100.
  public var crossingLimit: Double?
  /// Whether ranks of equal nodes reach across clusters.
  public var newRank: Bool?
  /// Whether edges may end at clusters.
  public var compound: Bool?
  /// Whether `dot` keeps the order of a node's edges as given.
  public var keepsEdgeOrder: Bool = false
  public var order: Order?
  /// Around the drawing, 0…360 points.
  public var pad: Double?
  /// Around the page, 0…360 points.
  public var margin: Double?
  public var background: DOTColor?
  public var font: DOTFont?
  /// 4…96 points.
  public var fontSize: Double?
  /// 36…300.
  public var dpi: Int?
  /// The middle of `twopi` and `circo`.
  public var root: DOTGraph.NodeID?

  /// Creates settings that leave everything to Graphviz, in a directed graph.
  public init() {}
}
