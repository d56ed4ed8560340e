/// An edge and what may be said of it. What is `nil` is left to Graphviz.
public struct DOTEdge: Sendable, Hashable {
  /// The arrow heads that may be named.
  public enum Arrow: String, Sendable, Hashable, CaseIterable {
    case none, normal, empty, vee, open, dot, odot, diamond, odiamond, box, obox, tee, crow, inv
  }

  /// Which ends have an arrow.
  public enum Direction: String, Sendable, Hashable, CaseIterable {
    case forward, back, both, none
  }

  /// The side of a node at which an edge ends.
  public enum Port: String, Sendable, Hashable, CaseIterable {
    case north = "n"
    case northEast = "ne"
    case east = "e"
    case southEast = "se"
    case south = "s"
    case southWest = "sw"
    case west = "w"
    case northWest = "nw"
    case center = "c"
  }

  public var tail: DOTGraph.NodeID
  public var head: DOTGraph.NodeID
  public var label: DOTLabel
  /// The label beside the tail.
  public var tailLabel: DOTLabel
  /// The label beside the head.
  public var headLabel: DOTLabel
  public var style: DOTStyle
  public var color: DOTColor?
  public var textColor: DOTColor?
  public var font: DOTFont?
  /// 4…96 points.
  public var fontSize: Double?
  /// 0…50 points.
  public var lineWidth: Double?
  public var direction: Direction?
  public var headArrow: Arrow?
  public var tailArrow: Arrow?
  /// 0…5 times the usual.
  public var arrowSize: Double?
  /// 0…1000.
  public var weight: Int?
  /// Ranks between the ends, 0…50.
  public var minimumLength: Int?
  /// The length that a spring engine aims at, 1…7200 points.
  public var length: Double?
  /// Whether `dot` ranks by this edge.
  public var constraint: Bool?
  public var tailPort: Port?
  public var headPort: Port?
  /// Cut off at this cluster's border, in a graph with `compound`.
  public var tailCluster: DOTGraph.ClusterID?
  /// Cut off at this cluster's border, in a graph with `compound`.
  public var headCluster: DOTGraph.ClusterID?
  /// The way, for `nop2`; ±100,000 points.
  public var curves: [GraphvizPlacement.Curve]
  /// The centre of the label, for `nop2`.
  public var labelPosition: GraphvizPlacement.Point?

  /// Creates an edge.
  public init(
    _ tail: DOTGraph.NodeID, _ head: DOTGraph.NodeID, label: DOTLabel = .empty,
    tailLabel: DOTLabel = .empty, headLabel: DOTLabel = .empty, style: DOTStyle = [],
    color: DOTColor? = nil, textColor: DOTColor? = nil, font: DOTFont? = nil,
    fontSize: Double? = nil, lineWidth: Double? = nil, direction: Direction? = nil,
    headArrow: Arrow? = nil, tailArrow: Arrow? = nil, arrowSize: Double? = nil,
    weight: Int? = nil, minimumLength: Int? = nil, length: Double? = nil,
    constraint: Bool? = nil, tailPort: Port? = nil, headPort: Port? = nil,
    tailCluster: DOTGraph.ClusterID? = nil, headCluster: DOTGraph.ClusterID? = nil,
    curves: [GraphvizPlacement.Curve] = [], labelPosition: GraphvizPlacement.Point? = nil
  ) {
    self.tail = tail
    self.head = head
    self.label = label
    self.tailLabel = tailLabel
    self.headLabel = headLabel
    self.style = style
    self.color = color
    self.textColor = textColor
    self.font = font
    self.fontSize = fontSize
    self.lineWidth = lineWidth
    self.direction = direction
    self.headArrow = headArrow
    self.tailArrow = tailArrow
    self.arrowSize = arrowSize
    self.weight = weight
    self.minimumLength = minimumLength
    self.length = length
    self.constraint = constraint
    self.tailPort = tailPort
    self.headPort = headPort
    self.tailCluster = tailCluster
    self.headCluster = headCluster
    self.curves = curves
    self.labelPosition = labelPosition
  }
}
