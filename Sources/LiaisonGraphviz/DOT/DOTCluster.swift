/// A cluster: nodes kept together in a box of their own.
public struct DOTCluster: Sendable, Hashable {
  public var label: DOTLabel
  /// The cluster that this one lies in.
  public var parent: DOTGraph.ClusterID?
  public var style: DOTStyle
  public var fill: DOTColor?
  public var line: DOTColor?
  public var textColor: DOTColor?
  public var font: DOTFont?
  /// 4…96 points.
  public var fontSize: Double?
  /// 0…50 points.
  public var lineWidth: Double?
  /// Space inside the border, 0…360 points.
  public var margin: Double?
  /// The box, for `nop2`; ±100,000 points.
  public var box: GraphvizPlacement.Box?
  /// The centre of the label, for `nop2`.
  public var labelPosition: GraphvizPlacement.Point?

  /// Creates a cluster.
  public init(
    label: DOTLabel = .empty, parent: DOTGraph.ClusterID? = nil, style: DOTStyle = [],
    fill: DOTColor? = nil, line: DOTColor? = nil, textColor: DOTColor? = nil,
    font: DOTFont? = nil, fontSize: Double? = nil, lineWidth: Double? = nil,
    margin: Double? = nil, box: GraphvizPlacement.Box? = nil,
    labelPosition: GraphvizPlacement.Point? = nil
  ) {
    self.label = label
    self.parent = parent
    self.style = style
    self.fill = fill
    self.line = line
    self.textColor = textColor
    self.font = font
    self.fontSize = fontSize
    self.lineWidth = lineWidth
    self.margin = margin
    self.box = box
    self.labelPosition = labelPosition
  }
}
