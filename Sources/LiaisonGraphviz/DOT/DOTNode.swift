/// A node and what may be said of it. What is `nil` is left to Graphviz.
///
/// Lengths are in points (1/72 inch), numbers are clamped to the range in their comment, and what
/// is not finite is left out.
public struct DOTNode: Sendable, Hashable {
  /// The shapes that may be named: those without a language of their own.
  public enum Shape: String, Sendable, Hashable, CaseIterable {
    case box, square, ellipse, circle, doublecircle, diamond, triangle, invtriangle, trapezium
    case invtrapezium, parallelogram, house, invhouse, pentagon, hexagon, septagon, octagon
    case doubleoctagon, plain, plaintext, none, point, note, tab, folder, box3d, component
    case cylinder, cds, rarrow, larrow, underline, egg
  }

  public var label: DOTLabel
  public var shape: Shape?
  public var style: DOTStyle
  public var fill: DOTColor?
  public var line: DOTColor?
  public var textColor: DOTColor?
  public var font: DOTFont?
  /// 4…96 points.
  public var fontSize: Double?
  /// 0…50 points.
  public var lineWidth: Double?
  /// 0…3600 points.
  public var width: Double?
  /// 0…3600 points.
  public var height: Double?
  /// Whether width and height hold whatever the label needs.
  public var fixedSize: Bool
  /// Space around the label, 0…360 points each.
  public var margin: DOTMargin?
  /// 0…4.
  public var peripheries: Int?
  /// Nodes of one group are kept in a line by `dot`.
  public var group: Int?
  /// The centre, for `nop2` and as a start for the spring engines; ±100,000 points.
  public var position: GraphvizPlacement.Point?
  /// Whether a spring engine must leave the node where `position` says.
  public var pinned: Bool

  /// Creates a node.
  public init(
    label: DOTLabel = .empty, shape: Shape? = nil, style: DOTStyle = [], fill: DOTColor? = nil,
    line: DOTColor? = nil, textColor: DOTColor? = nil, font: DOTFont? = nil,
    fontSize: Double? = nil, lineWidth: Double? = nil, width: Double? = nil,
    height: Double? = nil, fixedSize: Bool = false, margin: DOTMargin? = nil,
    peripheries: Int? = nil, group: Int? = nil, position: GraphvizPlacement.Point? = nil,
    pinned: Bool = false
  ) {
    self.label = label
    self.shape = shape
    self.style = style
    self.fill = fill
    self.line = line
    self.textColor = textColor
    self.font = font
    self.fontSize = fontSize
    self.lineWidth = lineWidth
    self.width = width
    self.height = height
    self.fixedSize = fixedSize
    self.margin = margin
    self.peripheries = peripheries
    self.group = group
    self.position = position
    self.pinned = pinned
  }
}

/// Space around something, in points.
public struct DOTMargin: Sendable, Hashable {
  public var horizontal: Double
  public var vertical: Double
  public init(horizontal: Double, vertical: Double) {
    self.horizontal = horizontal
    self.vertical = vertical
  }
  /// The same on all sides.
  public init(_ all: Double) { self.init(horizontal: all, vertical: all) }
}

/// How lines and areas are drawn.
public struct DOTStyle: OptionSet, Sendable, Hashable {
  public var rawValue: UInt16
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  public static let filled = DOTStyle(rawValue: 1)
  public static let rounded = DOTStyle(rawValue: 2)
  public static let solid = DOTStyle(rawValue: 4)
  public static let dashed = DOTStyle(rawValue: 8)
  public static let dotted = DOTStyle(rawValue: 16)
  public static let bold = DOTStyle(rawValue: 32)
  public static let invisible = DOTStyle(rawValue: 64)

  /// The names in DOT, in one order.
  var names: [String] {
    let all: [(DOTStyle, String)] = [
      (.filled, "filled"), (.rounded, "rounded"), (.solid, "solid"), (.dashed, "dashed"),
      (.dotted, "dotted"), (.bold, "bold"), (.invisible, "invis"),
    ]
    return all.filter { contains($0.0) }.map { $0.1 }
  }
}
