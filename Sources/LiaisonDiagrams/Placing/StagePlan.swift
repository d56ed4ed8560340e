import LiaisonGraphviz

/// Columns from left to right, laid out by `dot`: its order within the columns and its ways between
/// them, on the whole width and height of the slide.
struct StagePlan: ScenePlan {
  let scene: Scene
  let frame: SlideBox
  let choice: TypeChoice
  let labels: [NodeLabel]
  /// Nodes by column, from left to right.
  let columns: [[Int]]
  /// The stage of each column.
  let stageOfColumn: [Int]
  let engine = LayoutEngine.dot

  private let columnOfNode: [Int]
  private let rankSeparation: Double
  private var gap: Double { choice.size * 0.5 }
  /// How far apart the boxes of a column are moved where there is room, in points.
  private static let widestGap = 14.0

  /// Plans a scene; nil where it cannot fit.
  init?(_ scene: Scene, in frame: SlideBox, _ choice: TypeChoice) {
    self.scene = scene
    self.frame = frame
    self.choice = choice
    let labels = scene.nodes.map {
      NodeLabel($0, size: choice.size, wrap: choice.wrap, local: choice.local)
    }
    self.labels = labels
    let gap = choice.size * 0.5
    var columns: [[Int]] = []
    var stageOfColumn: [Int] = []
    let stages = (scene.nodes.map(\.stage).max() ?? 0) + 1
    for stage in 0..<stages {
      let members = scene.nodes.indices.filter { scene.nodes[$0].stage == stage }
      if members.isEmpty { continue }
      let height = members.reduce(-gap) { $0 + labels[$1].height + gap }
      let parts = Int((height / frame.height).rounded(.up))
      guard parts <= (choice.isDouble ? 2 : 1) else { return nil }
      for part in Self.split(members, into: parts, scene, labels) {
        guard part.reduce(-gap, { $0 + labels[$1].height + gap }) <= frame.height else {
          return nil
        }
        columns.append(part)
        stageOfColumn.append(stage)
      }
    }
    self.columns = columns
    self.stageOfColumn = stageOfColumn
    var columnOfNode = Array(repeating: 0, count: scene.nodes.count)
    var widths = 0.0
    for (index, column) in columns.enumerated() {
      for node in column { columnOfNode[node] = index }
      widths += column.map { labels[$0].width }.max() ?? 0
    }
    self.columnOfNode = columnOfNode
    let between = (frame.width - widths) / Double(max(columns.count - 1, 1))
    // Labels of edges stand between the columns.
    let least = scene.edges.contains { $0.label != nil } ? 60.0 : 34
    guard columns.count <= 1 ? widths <= frame.width : between >= least else { return nil }
    rankSeparation = min(between, 170)
  }

  /// One stage in two columns: what receives from its own stage stands in the second.
  private static func split(
    _ members: [Int], into parts: Int, _ scene: Scene, _ labels: [NodeLabel]
  ) -> [[Int]] {
    guard parts > 1 else { return [members] }
    let own = Set(members)
    var receives = Set<Int>()
    for edge in scene.edges where own.contains(edge.from) && own.contains(edge.to) {
      receives.insert(edge.to)
    }
    let ordered =
      members.filter { !receives.contains($0) } + members.filter { receives.contains($0) }
    let half = ordered.reduce(0) { $0 + labels[$1].height } / 2
    var columns: [[Int]] = [[], []]
    var filled = 0.0
    for node in ordered {
      let column = filled + labels[node].height / 2 <= half ? 0 : 1
      columns[column].append(node)
      filled += labels[node].height
    }
    return columns.filter { !$0.isEmpty }
  }

  var request: DOTGraph {
    var settings = Self.settings()
    settings.flow = .right
    settings.newRank = true
    settings.nodeSeparation = gap
    settings.rankSeparation = rankSeparation
    settings.routing = .spline
    // Keeps dense graphs within seconds (GRAPHVIZ.md §2).
    if scene.edges.count > 150 {
      settings.simplexLimit = 1
      settings.crossingLimit = 0.1
    }
    var graph = DOTGraph(settings)
    let ids = scene.nodes.indices.map { index in
      graph.add(
        Self.dotNode(
          scene.nodes[index], labels[index], width: labels[index].width,
          height: labels[index].height))
    }
    for edge in scene.edges {
      var line = Self.dotEdge(edge, ids[edge.from], ids[edge.to])
      let (from, to) = (columnOfNode[edge.from], columnOfNode[edge.to])
      if from < to {
        line.weight = edge.role == .gap ? 2 : Int(edge.weight) + 1
      } else {
        line.constraint = false
      }
      graph.add(line)
    }
    // An invisible chain holds the columns in their order.
    var previous: DOTGraph.NodeID?
    for column in columns {
      let anchor = graph.add(
        DOTNode(
          shape: .point, style: .invisible, width: 0.01, height: 0.01, fixedSize: true))
      graph.place([anchor] + column.map { ids[$0] })
      if let previous {
        graph.add(DOTEdge(previous, anchor, style: .invisible, weight: 100))
      }
      previous = anchor
    }
    return graph
  }

  func placed(
    by place: (DOTGraph, LayoutEngine) throws(GraphvizError) -> GraphvizPlacement
  ) throws(GraphvizError) -> PlacedScene? {
    let placement = try place(request, engine)
    guard placement.nodes.count >= scene.nodes.count,
      placement.edges.count >= scene.edges.count
    else { return nil }
    var bounds = placement.boundingBox
    if let first = placement.nodes.first, !scene.nodes.isEmpty {
      bounds = first.box
      for node in placement.nodes.prefix(scene.nodes.count) {
        bounds.minX = min(bounds.minX, node.box.minX)
        bounds.minY = min(bounds.minY, node.box.minY)
        bounds.maxX = max(bounds.maxX, node.box.maxX)
        bounds.maxY = max(bounds.maxY, node.box.maxY)
      }
    }
    // Ways around the boxes are kept on the slide too.
    for edge in placement.edges.prefix(scene.edges.count) {
      for point in edge.curves.lazy.flatMap(\.points) {
        bounds.minY = min(bounds.minY, point.y)
        bounds.maxY = max(bounds.maxY, point.y)
      }
    }
    // Few are spread over the slide.
    let warp = Warp(bounds, into: frame, limit: scene.nodes.count <= 12 ? 3 : 1.6)
    var boxes = scene.nodes.indices.map { index in
      SlideBox(
        center: warp(placement.nodes[index].center), width: labels[index].width,
        height: labels[index].height)
    }
    for index in boxes.indices {
      boxes[index].x = min(max(boxes[index].x, frame.x), frame.maxX - boxes[index].width)
    }
    for column in columns { spread(column, &boxes) }
    let ways = scene.edges.indices.map { index in
      let edge = scene.edges[index]
      return placement.edges[index].curves.map { curve in
        warp.way(
          curve, tail: placement.nodes[edge.from].center, at: boxes[edge.from].center,
          head: placement.nodes[edge.to].center, at: boxes[edge.to].center)
      }
    }
    return finished(boxes, ways)
  }

  func plain() -> PlacedScene {
    var boxes = scene.nodes.indices.map { _ in SlideBox(x: 0, y: 0, width: 0, height: 0) }
    let widths = columns.map { column in column.map { labels[$0].width }.max() ?? 0 }
    let total = widths.reduce(0, +) + rankSeparation * Double(max(columns.count - 1, 0))
    var x = frame.x + (frame.width - total) / 2
    for (index, column) in columns.enumerated() {
      let heights = column.reduce(0) { $0 + labels[$1].height }
      let room = (frame.height - heights) / Double(column.count + 1)
      var y = frame.y + room
      for node in column {
        boxes[node] = SlideBox(
          center: SlidePoint(x + widths[index] / 2, y + labels[node].height / 2),
          width: labels[node].width, height: labels[node].height)
        y += labels[node].height + room
      }
      x += widths[index] + rankSeparation
    }
    return finished(boxes, Self.straightWays(scene, between: boxes))
  }

  /// Moves the boxes of a column apart until none overlap, each as little as that takes, within the
  /// frame.
  ///
  /// - Complexity: O(n log n): boxes that touch move as one block to the mean of what they want.
  private func spread(_ column: [Int], _ boxes: inout [SlideBox]) {
    // Where there is room between boxes, ways lead there without touching them.
    let heights = column.reduce(0) { $0 + boxes[$1].height }
    let room = (frame.height - heights) / Double(column.count + 1)
    let gap = max(gap, min(room, Self.widestGap))
    let ordered = column.sorted { (boxes[$0].center.y, $0) < (boxes[$1].center.y, $1) }
    struct Block {
      var first: Int
      var count: Int
      var sum: Double
      var height: Double
      func top(in frame: SlideBox) -> Double {
        min(max(sum / Double(count), frame.y), frame.maxY - height)
      }
    }
    var blocks: [Block] = []
    for (index, node) in ordered.enumerated() {
      var block = Block(first: index, count: 1, sum: boxes[node].y, height: boxes[node].height)
      while let last = blocks.last, last.top(in: frame) + last.height + gap > block.top(in: frame) {
        blocks.removeLast()
        let offset = last.height + gap
        block = Block(
          first: last.first, count: last.count + block.count,
          sum: last.sum + block.sum - offset * Double(block.count), height: offset + block.height)
      }
      blocks.append(block)
    }
    for block in blocks {
      var y = block.top(in: frame)
      for node in ordered[block.first..<(block.first + block.count)] {
        boxes[node].y = y
        y += boxes[node].height + gap
      }
    }
  }

  private func finished(_ boxes: [SlideBox], _ ways: [[SlideCurve]]) -> PlacedScene {
    var bands: [ClosedRange<Double>] = []
    for stage in scene.bands.indices {
      var range: ClosedRange<Double>?
      for (index, column) in columns.enumerated() where stageOfColumn[index] == stage {
        for node in column {
          let own = boxes[node].x...boxes[node].maxX
          range =
            range.map {
              min($0.lowerBound, own.lowerBound)...max($0.upperBound, own.upperBound)
            } ?? own
        }
      }
      bands.append(range ?? 0...0)
    }
    return PlacedScene(
      typeSize: choice.size, labels: labels, boxes: boxes, ways: ways, panels: [], bands: bands
    ).withClearWays(scene, around: boxes, in: frame).withBowedGaps(scene)
  }
}
