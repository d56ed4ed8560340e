import LiaisonGraphviz

/// A large network: `sfdp` finds the positions, which are stretched over the slide; each node is a
/// point, the ways are straight, and the names of a few stand beside their points.
struct PointPlan: ScenePlan {
  let scene: Scene
  let frame: SlideBox
  let choice: TypeChoice
  let engine = LayoutEngine.sfdp
  /// The diameter of each point.
  private let diameters: [Double]

  /// More points than a slide shows apart from each other.
  static let mostNodes = 1_000
  /// More lines than leave any shape to be seen.
  static let mostEdges = 6_000

  /// Plans a scene; nil where it cannot fit.
  init?(_ scene: Scene, in frame: SlideBox, _ choice: TypeChoice) {
    guard scene.nodes.count <= Self.mostNodes, scene.edges.count <= Self.mostEdges else {
      return nil
    }
    self.scene = scene
    self.frame = frame
    self.choice = choice
    // The smallest points cover a fortieth of the slide; the area of the others grows with what is
    // measured.
    let area = frame.width * frame.height / 40 / Double(max(scene.nodes.count, 1))
    let least = min(max(area.squareRoot(), 3.6), 8)
    let most = min(least * 3.4, 22)
    diameters = scene.nodes.map { node in
      (least * least + (most * most - least * least) * node.sizeShare).squareRoot()
    }
  }

  var request: DOTGraph {
    var settings = Self.settings()
    settings.springLength = 0.6
    settings.repulsiveForce = 1.4
    settings.start = 7
    settings.overlap = .keep
    settings.routing = .line
    var graph = DOTGraph(settings)
    let ids = scene.nodes.indices.map { index in
      let node = scene.nodes[index]
      return graph.add(
        DOTNode(
          label: DOTLabel(node.isNamed ? LabelText.clean(node.name) : ""), shape: .circle,
          style: .filled, fill: Self.color(node.style.markColor),
          line: Self.color(node.style.markColor), fontSize: choice.size,
          width: diameters[index], height: diameters[index], fixedSize: true))
    }
    for edge in scene.edges {
      var line = Self.dotEdge(edge, ids[edge.from], ids[edge.to])
      line.color?.alpha = UInt8(EdgeLook.threadOpacity * 255)
      graph.add(line)
    }
    return graph
  }

  func placed(
    by place: (DOTGraph, LayoutEngine) throws(GraphvizError) -> GraphvizPlacement
  ) throws(GraphvizError) -> PlacedScene? {
    let found = try place(request, engine)
    guard found.nodes.count == scene.nodes.count else { return nil }
    let points = found.nodes.map { SlidePoint($0.center.x, -$0.center.y) }
    return finished(Spreading.evened(Spreading.turned(points), by: 0.4))
  }

  /// A spiral from the largest in the middle outwards, each a golden angle on.
  func plain() -> PlacedScene {
    let (cosine, sine) = (-0.737_368_878, 0.675_490_294)
    var points = Array(repeating: SlidePoint(0, 0), count: scene.nodes.count)
    var direction = SlidePoint(1, 0)
    let ranked = scene.nodes.indices.sorted { (-diameters[$0], $0) < (-diameters[$1], $1) }
    for (rank, index) in ranked.enumerated() {
      let radius = Double(rank).squareRoot()
      points[index] = SlidePoint(direction.x * radius, direction.y * radius)
      direction = SlidePoint(
        direction.x * cosine - direction.y * sine, direction.x * sine + direction.y * cosine)
    }
    return finished(points)
  }

  /// - Complexity: O(n²) for each of at most 120 rounds of pushing apart.
  private func finished(_ points: [SlidePoint]) -> PlacedScene {
    var boxes = Spreading.boxes(around: points, sizes: diameters.map { ($0, $0) }, in: frame)
    for _ in 0..<120 {
      if !Spreading.push(&boxes, apart: 2, in: frame) { break }
    }
    var placed = PlacedScene(
      typeSize: choice.size, labels: [], boxes: boxes,
      ways: Self.straightWays(scene, between: boxes), panels: [], bands: [])
    placed.captions = PointCaption.placed(scene.nodes, boxes, in: frame, choice)
    return placed
  }
}

extension Scene.Node {
  /// What is measured of it beside the most of the figure, 0 to 1: the area of its point.
  var sizeShare: Double {
    let root = min(max((scale - 1) / 0.6, 0), 1)
    return root * root
  }
}
