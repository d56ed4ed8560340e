import LiaisonGraphviz

/// A slide as a graph in which everything has its place already: what `nop2` renders as PNG and PDF.
///
/// Rectangles, marks and lines of text are nodes with a position, lines are edges with their way,
/// panels are clusters with their box. Two invisible corner points hold the page at 960 × 540.
struct SlideGraph {
  private var graph: DOTGraph
  private let corner: DOTGraph.NodeID
  private let opposite: DOTGraph.NodeID

  /// The graph of a slide.
  static func make(_ slide: Slide) -> DOTGraph {
    var maker = SlideGraph()
    for group in slide.groups {
      for item in group.items { maker.add(item, isPanel: group.kind == .panel) }
    }
    return maker.graph
  }

  private init() {
    var settings = DOTSettings()
    settings.order = .edgesfirst
    settings.pad = 0
    settings.margin = 0
    settings.background = .white
    settings.font = .arial
    graph = DOTGraph(settings)
    func point(_ x: Double, _ y: Double) -> DOTNode {
      DOTNode(
        shape: .point, style: .invisible, width: 0.01, height: 0.01, fixedSize: true,
        position: .init(x: x, y: y))
    }
    corner = graph.add(point(0, 0))
    opposite = graph.add(point(Slide.width, Slide.height))
  }

  private mutating func add(_ item: Slide.Item, isPanel: Bool) {
    switch item {
    case .rectangle(let rectangle): isPanel ? addPanel(rectangle) : add(rectangle)
    case .mark(let mark): add(mark)
    case .line(let line): add(line)
    case .text(let text): add(text)
    case .chevron(let box, let tint):
      // The body of the shape has this share of its height.
      let whole = SlideBox(center: box.center, width: box.width, height: box.height / 0.68)
      add(whole, .cds, fill: tint, line: tint, style: .filled)
    }
  }

  private mutating func addPanel(_ rectangle: Slide.Rectangle) {
    let box = rectangle.box
    let low = Self.point(SlidePoint(box.x, box.maxY))
    let high = Self.point(SlidePoint(box.maxX, box.y))
    let cluster = graph.add(
      DOTCluster(
        style: rectangle.isRounded ? [.rounded, .filled] : .filled,
        fill: Self.color(rectangle.fill ?? .white),
        line: Self.color(rectangle.line ?? rectangle.fill ?? .white),
        lineWidth: rectangle.lineWidth,
        box: .init(minX: low.x, minY: low.y, maxX: high.x, maxY: high.y)))
    // A cluster without a node is not drawn.
    graph.add(
      DOTNode(
        shape: .point, style: .invisible, width: 0.01, height: 0.01, fixedSize: true,
        position: Self.point(box.center)), in: cluster)
  }

  private mutating func add(_ rectangle: Slide.Rectangle) {
    var style: DOTStyle = rectangle.fill == nil ? [] : .filled
    if rectangle.isRounded { style.insert(.rounded) }
    if rectangle.isDashed { style.insert(.dashed) }
    add(
      rectangle.box, .box, fill: rectangle.fill, line: rectangle.line ?? rectangle.fill,
      style: style, lineWidth: rectangle.line == nil ? 0 : rectangle.lineWidth)
  }

  private mutating func add(
    _ box: SlideBox, _ shape: DOTNode.Shape, fill: Tint?, line: Tint?, style: DOTStyle,
    lineWidth: Double = 0
  ) {
    graph.add(
      DOTNode(
        shape: shape, style: style, fill: fill.map(Self.color), line: line.map(Self.color),
        lineWidth: lineWidth, width: box.width, height: box.height, fixedSize: true,
        position: Self.point(box.center)))
  }

  private mutating func add(_ mark: Slide.Mark) {
    func put(
      _ shape: DOTNode.Shape, _ across: Double, _ down: Double, _ tint: Tint? = nil
    ) {
      let box = SlideBox(
        center: mark.center, width: mark.size * across, height: mark.size * down)
      let tint = tint ?? mark.color
      add(box, shape, fill: tint, line: tint, style: .filled)
    }
    switch mark.kind {
    case .circle: put(.circle, 1, 1)
    case .square: put(.box, 0.9, 0.9)
    case .triangle: put(.triangle, 1.3, 1.3)
    case .inverse: put(.invtriangle, 1.3, 1.3)
    case .diamond: put(.diamond, 1.15, 1.15)
    case .bar: put(.box, 0.45, 1)
    case .ring:
      put(.circle, 1, 1)
      put(.circle, 0.5, 0.5, mark.background)
    case .frame:
      put(.box, 0.9, 0.9)
      put(.box, 0.45, 0.45, mark.background)
    case .cross:
      put(.box, 1, 0.32)
      put(.box, 0.32, 1)
    case .none: break
    }
  }

  private mutating func add(_ line: Slide.Line) {
    let curves = line.curves.map { curve in
      GraphvizPlacement.Curve(
        points: curve.points.map(Self.point), start: curve.start.map(Self.point),
        end: curve.end.map(Self.point))
    }
    let style: DOTStyle =
      switch line.dash {
      case .solid: []
      case .dashed: .dashed
      case .dotted: .dotted
      }
    let hasEnd = line.curves.contains { $0.end != nil }
    let hasStart = line.curves.contains { $0.start != nil }
    let direction: DOTEdge.Direction =
      hasStart && hasEnd ? .both : hasStart ? .back : hasEnd ? .forward : .none
    var color = Self.color(line.color)
    color.alpha = UInt8(min(max(line.opacity, 0), 1) * 255)
    graph.add(
      DOTEdge(
        corner, opposite, style: style, color: color, lineWidth: line.lineWidth,
        direction: direction, arrowSize: line.arrowSize, curves: curves))
  }

  private mutating func add(_ text: Slide.Text) {
    if text.text.isEmpty { return }
    let isArabic = TextDirection.hasArabic(text.text)
    // Room to spare within the page: what does not fit is only warned of, what reaches beyond the
    // page would widen it.
    let toBorder = min(text.at.x, Slide.width - text.at.x)
    let across =
      switch text.anchor {
      case .middle: 2 * toBorder
      case .start: Slide.width - text.at.x
      case .end: text.at.x
      }
    let width = min(text.width + 40, across)
    let alignment: DOTLabel.Alignment
    let x: Double
    switch text.anchor {
    case .middle: (alignment, x) = (.center, text.at.x)
    case .start: (alignment, x) = (.left, text.at.x + width / 2)
    case .end: (alignment, x) = (.right, text.at.x - width / 2)
    }
    graph.add(
      DOTNode(
        label: DOTLabel(text.text, bold: text.isBold, alignment: alignment),
        shape: DOTNode.Shape.none,
        textColor: Self.color(text.color), font: isArabic ? .notoNaskhArabic : .arial,
        fontSize: text.size, width: width, height: text.size, fixedSize: true,
        margin: DOTMargin(0), position: Self.point(SlidePoint(x, text.at.y + text.size * Self.drop))
      ))
  }

  /// From the middle that Graphviz gives a line to the optical middle, in type sizes.
  private static let drop = 0.07

  /// A point with y upwards.
  private static func point(_ point: SlidePoint) -> GraphvizPlacement.Point {
    .init(x: point.x, y: Slide.height - point.y)
  }

  private static func color(_ tint: Tint) -> DOTColor {
    DOTColor(red: tint.red, green: tint.green, blue: tint.blue)
  }
}
