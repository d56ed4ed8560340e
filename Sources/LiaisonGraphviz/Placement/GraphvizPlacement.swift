/// Where a layout engine put things: points (1/72 inch), y upwards, as Graphviz has them.
///
/// `nodes[i]`, `edges[i]` and `clusters[i]` are those of the ``DOTGraph`` that was placed.
public struct GraphvizPlacement: Sendable, Hashable {
  /// A point of the plane.
  public struct Point: Sendable, Hashable {
    public var x: Double
    public var y: Double
    public init(x: Double, y: Double) {
      self.x = x
      self.y = y
    }
  }

  /// A rectangle by its lower left and upper right corners.
  public struct Box: Sendable, Hashable {
    public var minX: Double
    public var minY: Double
    public var maxX: Double
    public var maxY: Double
    public init(minX: Double, minY: Double, maxX: Double, maxY: Double) {
      self.minX = minX
      self.minY = minY
      self.maxX = maxX
      self.maxY = maxY
    }
    public var width: Double { maxX - minX }
    public var height: Double { maxY - minY }
  }

  /// A node: its centre and its size.
  public struct Node: Sendable, Hashable {
    public var center: Point
    public var width: Double
    public var height: Double
    public init(center: Point, width: Double, height: Double) {
      self.center = center
      self.width = width
      self.height = height
    }
    public var box: Box {
      Box(
        minX: center.x - width / 2, minY: center.y - height / 2, maxX: center.x + width / 2,
        maxY: center.y + height / 2)
    }
  }

  /// One piece of an edge's way: a chain of cubic Bézier curves.
  public struct Curve: Sendable, Hashable {
    /// `p0 c1 c2 p1 c3 c4 p2 …`: 3 k + 1 points.
    public var points: [Point]
    /// The tip of the arrow at the tail, where one is drawn.
    public var start: Point?
    /// The tip of the arrow at the head, where one is drawn.
    public var end: Point?
    public init(points: [Point], start: Point? = nil, end: Point? = nil) {
      self.points = points
      self.start = start
      self.end = end
    }
  }

  /// An edge: its way and where its label is centred.
  public struct Edge: Sendable, Hashable {
    /// Empty where the engine routed none (an invisible edge of some engines).
    public var curves: [Curve]
    public var label: Point?
    public init(curves: [Curve], label: Point? = nil) {
      self.curves = curves
      self.label = label
    }
  }

  /// A cluster: its box and where its label is centred.
  public struct Cluster: Sendable, Hashable {
    public var box: Box
    public var label: Point?
    public init(box: Box, label: Point? = nil) {
      self.box = box
      self.label = label
    }
  }

  /// What encloses it all, labels included.
  public var boundingBox: Box
  public var nodes: [Node]
  public var edges: [Edge]
  /// `nil` for a cluster that the engine did not draw (an empty one; engines that know none).
  public var clusters: [Cluster?]

  /// Creates a placement.
  public init(boundingBox: Box, nodes: [Node], edges: [Edge], clusters: [Cluster?]) {
    self.boundingBox = boundingBox
    self.nodes = nodes
    self.edges = edges
    self.clusters = clusters
  }
}
