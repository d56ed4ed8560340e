import LiaisonGraphviz

/// A scene measured in one type choice and found to fit, as far as that can be told before its
/// layout; the request to Graphviz, and what to make of the answer.
protocol ScenePlan: Sendable {
  var choice: TypeChoice { get }
  /// What Graphviz is asked first: the same graph that is written as DOT.
  var request: DOTGraph { get }
  /// Who lays it out.
  var engine: LayoutEngine { get }

  /// The scene with its places.
  ///
  /// - Parameter place: asks Graphviz.
  /// - Returns: nil where it turns out not to fit.
  func placed(
    by place: (DOTGraph, LayoutEngine) throws(GraphvizError) -> GraphvizPlacement
  ) throws(GraphvizError) -> PlacedScene?

  /// The scene in our own plain layout, without Graphviz.
  func plain() -> PlacedScene
}

extension ScenePlan {
  /// Ways straight from border to border.
  static func straightWays(_ scene: Scene, between boxes: [SlideBox]) -> [[SlideCurve]] {
    scene.edges.map { edge in
      let (a, b) = (boxes[edge.from], boxes[edge.to])
      if edge.from == edge.to { return [] }
      let look = EdgeLook(edge)
      return [
        SlideCurve(
          from: a.border(towards: b.center), to: b.border(towards: a.center),
          arrowAtStart: edge.arrows == .both, arrowAtEnd: edge.arrows != .none,
          arrowLength: look.arrowSize * 10)
      ]
    }
  }

  /// Ways that were routed between boxes which had their place on the slide already.
  static func routedWays(
    _ scene: Scene, _ placement: GraphvizPlacement, between boxes: [SlideBox]
  ) -> [[SlideCurve]] {
    scene.edges.indices.map { index in
      let edge = scene.edges[index]
      return placement.edges[index].curves.map { curve in
        Warp.upright.way(
          curve, tail: placement.nodes[edge.from].center, at: boxes[edge.from].center,
          head: placement.nodes[edge.to].center, at: boxes[edge.to].center)
      }
    }
  }

  /// A node as Graphviz sees it: the box that we measured.
  static func dotNode(
    _ node: Scene.Node, _ label: NodeLabel, width: Double, height: Double
  ) -> DOTNode {
    var style: DOTStyle = [.rounded, .filled]
    if node.style.isDashed { style.insert(.dashed) }
    return DOTNode(
      label: DOTLabel(label.lines.map(\.text).joined(separator: "\n")), shape: .box, style: style,
      fill: color(node.style.fill), line: color(node.style.line),
      textColor: color(node.style.text), fontSize: label.lines.first?.size,
      lineWidth: node.style.lineWidth, width: width, height: height, fixedSize: true,
      margin: DOTMargin(0))
  }

  /// An edge as Graphviz sees it.
  static func dotEdge(
    _ edge: Scene.Edge, _ from: DOTGraph.NodeID, _ to: DOTGraph.NodeID
  ) -> DOTEdge {
    let look = EdgeLook(edge)
    let style: DOTStyle =
      switch look.dash {
      case .solid: []
      case .dashed: .dashed
      case .dotted: .dotted
      }
    let direction: DOTEdge.Direction =
      switch edge.arrows {
      case .none: .none
      case .head: .forward
      case .both: .both
      }
    return DOTEdge(
      from, to, style: style, color: color(look.color), lineWidth: look.lineWidth,
      direction: direction, arrowSize: look.arrowSize)
  }

  static func color(_ tint: Tint) -> DOTColor {
    DOTColor(red: tint.red, green: tint.green, blue: tint.blue)
  }

  /// Settings that all requests share.
  static func settings() -> DOTSettings {
    var settings = DOTSettings()
    settings.order = .edgesfirst
    settings.pad = 0
    settings.margin = 0
    settings.background = .white
    settings.font = .arial
    return settings
  }
}

/// How an edge is drawn.
struct EdgeLook: Sendable, Hashable {
  var color: Tint
  var lineWidth: Double
  var dash: Slide.Dash
  var arrowSize: Double
  var opacity = 1.0

  init(_ edge: Scene.Edge) {
    self.init(edge.role, weight: edge.weight)
    if let width = edge.width {
      lineWidth = width
      if edge.role == .main { color = .line }
      // The arrow is to be seen beyond the line.
      arrowSize = max(arrowSize, 0.35 + 0.13 * width)
    }
  }

  init(_ role: Scene.EdgeRole, weight: Double = 1) {
    let extra = min(max(weight, 1), 16).squareRoot() - 1
    switch role {
    case .main:
      color = weight >= 3 ? .line : .middling
      lineWidth = weight >= 3 ? 1 + extra : 0.85
      (dash, arrowSize) = (.solid, 0.55)
    case .secondary: (color, lineWidth, dash, arrowSize) = (.faint, 0.9, .solid, 0.5)
    case .uncertain: (color, lineWidth, dash, arrowSize) = (.line, 1 + extra, .dashed, 0.55)
    case .unit: (color, lineWidth, dash, arrowSize) = (.faint, 1, .dotted, 0.55)
    case .context: (color, lineWidth, dash, arrowSize) = (.contextLine, 1, .solid, 0.5)
    case .gap: (color, lineWidth, dash, arrowSize) = (.gap, 3, .dashed, 0.9)
    }
  }

  /// How much one thread covers what lies behind it: where many cross it grows dark.
  static let threadOpacity = 0.38

  /// The look between points, where so many lines are drawn: thin, so that the shape is seen.
  func thread(amongst count: Int) -> EdgeLook {
    var look = self
    look.color = .line
    look.lineWidth = count > 1_000 ? 0.5 : 0.75
    look.opacity = count > 300 ? Self.threadOpacity : 0.55
    return look
  }
}
