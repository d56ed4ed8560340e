import LiaisonGraphviz

/// Panels in columns, the names of their members in rows, placed by us so that the slide is filled;
/// `neato` routes the ties between the panels around them.
struct PanelPlan: ScenePlan {
  let scene: Scene
  let choice: TypeChoice
  let labels: [NodeLabel]
  let boxes: [SlideBox]
  let panels: [SlideBox]
  let engine = LayoutEngine.neato
  private let frame: SlideBox

  /// Room inside a panel, in type sizes.
  private static let inset = 0.6
  private static let gutter = 40.0

  /// Plans a scene; nil where it cannot fit.
  init?(_ scene: Scene, in frame: SlideBox, _ choice: TypeChoice) {
    self.scene = scene
    self.choice = choice
    self.frame = frame
    for count in [5, 4, 6, 3] where count <= max(scene.clusters.count, 1) || count == 3 {
      let count = min(count, max(scene.clusters.count, 1))
      let width = min(
        (frame.width - Self.gutter * Double(count - 1)) / Double(count), choice.size * 22)
      let measured = Self.measure(scene, choice, width: width)
      guard
        let columns = Self.columns(
          scene, heights: measured.heights, count: count, frame: frame, gap: choice.size * 1.3)
      else { continue }
      labels = measured.labels
      (boxes, panels) = Self.stack(
        scene, columns, measured, width: width, frame: frame, choice: choice)
      return
    }
    return nil
  }

  private struct Measured {
    var labels: [NodeLabel]
    var heights: [Double]
    var titleHeights: [Double]
    var members: [[Int]]
  }

  private static func measure(_ scene: Scene, _ choice: TypeChoice, width: Double) -> Measured {
    let room = width - 2 * inset * choice.size
    let labels = scene.nodes.map {
      NodeLabel($0, size: choice.size, room: room, local: choice.local)
    }
    var members: [[Int]] = Array(repeating: [], count: scene.clusters.count)
    for (index, node) in scene.nodes.enumerated() {
      if let cluster = node.cluster, members.indices.contains(cluster) {
        members[cluster].append(index)
      }
    }
    var titles: [Double] = []
    var heights: [Double] = []
    for (index, cluster) in scene.clusters.enumerated() {
      let lines = titleLines(cluster, choice, width: width).count
      let title = Double(lines) * choice.size * 1.2 + choice.size * 0.9
      titles.append(title)
      let rows = members[index].reduce(0) { $0 + labels[$1].height + choice.size * 0.25 }
      heights.append(title + rows + choice.size * 0.45)
    }
    return Measured(labels: labels, heights: heights, titleHeights: titles, members: members)
  }

  /// The lines of a panel's title.
  static func titleLines(
    _ cluster: Scene.Cluster, _ choice: TypeChoice, width: Double
  ) -> [String] {
    let room = width - choice.size * 2.6
    return LabelText.fitted(
      LabelText.clean(cluster.title), size: choice.size, bold: true, room: room, lines: 3)
  }

  /// Which panels stand in which column: in the order of the scene, as even as that allows, then
  /// exchanged while that shortens the ties. Nil where they do not fit.
  private static func columns(
    _ scene: Scene, heights: [Double], count: Int, frame: SlideBox, gap: Double
  ) -> [[Int]]? {
    func height(_ column: [Int]) -> Double {
      column.reduce(-gap) { $0 + heights[$1] + gap }
    }
    let total = heights.reduce(0) { $0 + $1 + gap }
    var columns: [[Int]] = Array(repeating: [], count: count)
    // The largest first, each into the column with the most room.
    let ordered = heights.indices.sorted { (-heights[$0], $0) < (-heights[$1], $1) }
    for panel in ordered {
      let column = columns.indices.min { (height(columns[$0]), $0) < (height(columns[$1]), $1) }
      columns[column ?? 0].append(panel)
    }
    guard columns.allSatisfy({ height($0) <= frame.height }) else { return nil }
    let limit = max(frame.height, total / Double(count))
    improve(&columns, scene) { $0.allSatisfy { height($0) <= limit } }
    return columns
  }

  /// Exchanges panels while the ties grow shorter; a bounded number of rounds in a fixed order.
  private static func improve(
    _ columns: inout [[Int]], _ scene: Scene, fits: ([[Int]]) -> Bool
  ) {
    var ties: [[(Int, Double)]] = Array(repeating: [], count: scene.clusters.count)
    for edge in scene.edges where edge.from != edge.to {
      ties[edge.from].append((edge.to, edge.weight))
      ties[edge.to].append((edge.from, edge.weight))
    }
    func cost(_ columns: [[Int]]) -> Double {
      var places = Array(repeating: SlidePoint(0, 0), count: scene.clusters.count)
      for (x, column) in columns.enumerated() {
        for (y, panel) in column.enumerated() {
          places[panel] = SlidePoint(
            Double(x) * 1.6, (Double(y) + 0.5) / Double(column.count) * 4)
        }
      }
      var sum = 0.0
      for (panel, list) in ties.enumerated() {
        for (other, weight) in list {
          let (a, b) = (places[panel], places[other])
          sum += weight * (abs(a.x - b.x) + abs(a.y - b.y))
        }
      }
      return sum
    }
    var best = cost(columns)
    for _ in 0..<20 {
      var improved = false
      for (a, columnA) in columns.enumerated() {
        for i in columnA.indices {
          for b in a..<columns.count {
            for j in columns[b].indices where b > a || j > i {
              var tried = columns
              (tried[a][i], tried[b][j]) = (tried[b][j], tried[a][i])
              guard b == a || fits(tried) else { continue }
              let value = cost(tried)
              if value < best - 1e-9 {
                (columns, best, improved) = (tried, value, true)
              }
            }
          }
        }
      }
      if !improved { return }
    }
  }

  private static func stack(
    _ scene: Scene, _ columns: [[Int]], _ measured: Measured, width: Double, frame: SlideBox,
    choice: TypeChoice
  ) -> (boxes: [SlideBox], panels: [SlideBox]) {
    let empty = SlideBox(x: 0, y: 0, width: 0, height: 0)
    var boxes = Array(repeating: empty, count: scene.nodes.count)
    var panels = Array(repeating: empty, count: scene.clusters.count)
    let gutter =
      columns.count > 1
      ? min((frame.width - width * Double(columns.count)) / Double(columns.count - 1), 110) : 0
    let total = width * Double(columns.count) + gutter * Double(columns.count - 1)
    var x = frame.x + (frame.width - total) / 2
    for column in columns {
      let heights = column.reduce(0) { $0 + measured.heights[$1] }
      let room = (frame.height - heights) / Double(max(column.count - 1, 1))
      let gap = min(room, 60)
      var y = frame.y + (frame.height - heights - gap * Double(column.count - 1)) / 2
      for panel in column {
        panels[panel] = SlideBox(x: x, y: y, width: width, height: measured.heights[panel])
        var row = y + measured.titleHeights[panel]
        for node in measured.members[panel] {
          boxes[node] = SlideBox(
            x: x + inset * choice.size, y: row, width: width - 2 * inset * choice.size,
            height: measured.labels[node].height)
          row += measured.labels[node].height + choice.size * 0.25
        }
        y += measured.heights[panel] + gap
      }
      x += width + gutter
    }
    return (boxes, panels)
  }

  var request: DOTGraph {
    var settings = Self.settings()
    settings.routing = .spline
    settings.overlap = .keep
    var graph = DOTGraph(settings)
    var ids: [DOTGraph.NodeID] = []
    for (index, cluster) in scene.clusters.enumerated() {
      let style = cluster.style
      let around = graph.add(
        DOTCluster(
          label: DOTLabel(LabelText.clean(cluster.title), bold: true, alignment: .left),
          style: [.rounded, .filled], fill: Self.color(style.fill), line: Self.color(style.line),
          fontSize: choice.size, margin: 6))
      let names = scene.nodes.filter { $0.cluster == index }.map { LabelText.clean($0.name) }
      let box = panels[index]
      ids.append(
        graph.add(
          DOTNode(
            label: DOTLabel(names.prefix(20).map { String($0.prefix(45)) }.joined(separator: "\n")),
            shape: .box, style: [.rounded, .filled], fill: .white, line: Self.color(style.line),
            fontSize: choice.size, width: box.width, height: box.height, fixedSize: true,
            position: .init(x: box.center.x, y: Slide.height - box.center.y), pinned: true),
          in: around))
    }
    for edge in scene.edges { graph.add(Self.dotEdge(edge, ids[edge.from], ids[edge.to])) }
    return graph
  }

  func placed(
    by place: (DOTGraph, LayoutEngine) throws(GraphvizError) -> GraphvizPlacement
  ) throws(GraphvizError) -> PlacedScene? {
    let placement = try place(request, engine)
    guard placement.nodes.count == panels.count, placement.edges.count == scene.edges.count
    else { return nil }
    return finished(Self.routedWays(scene, placement, between: panels))
  }

  func plain() -> PlacedScene { finished(Self.straightWays(scene, between: panels)) }

  private func finished(_ ways: [[SlideCurve]]) -> PlacedScene {
    PlacedScene(
      typeSize: choice.size, labels: labels, boxes: boxes, ways: ways, panels: panels, bands: []
    ).withClearWays(scene, around: panels, in: frame)
  }
}
