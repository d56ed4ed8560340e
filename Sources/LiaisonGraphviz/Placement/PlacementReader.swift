extension GraphvizEngine {
  /// Where an engine puts the nodes, edges and clusters of a graph.
  ///
  /// - Throws: as ``render(_:)``, and as ``DOTGraph/encoded()``.
  public func place(
    _ graph: DOTGraph, engine: LayoutEngine, limits: GraphvizLimits = .standard
  ) throws(GraphvizError) -> GraphvizPlacement {
    let request = GraphvizRequest(
      dot: try graph.encoded().bytes, engine: engine, format: .json0, limits: limits)
    return try GraphvizPlacement(json: try render(request).bytes, of: graph)
  }
}

extension GraphvizPlacement {
  /// Reads Graphviz's `json` or `json0` of a graph that ``DOTGraph/encoded()`` wrote.
  ///
  /// - Throws: `failed` where it is no such text, or has not every node of the graph.
  /// - Complexity: O(length of the text).
  public init(json: [UInt8], of graph: DOTGraph) throws(GraphvizError) {
    let root: JSONValue
    do {
      root = try JSONReader.read(json)
    } catch {
      throw GraphvizError(
        .failed, "Graphviz answered with no JSON: \(error.message), at byte \(error.offset).")
    }
    var nodes: [Node?] = Array(repeating: nil, count: graph.nodes.count)
    edges = Array(repeating: Edge(curves: []), count: graph.edges.count)
    clusters = Array(repeating: nil, count: graph.clusters.count)
    guard let box = root["bb"]?.string.flatMap(PlacementText.box) else {
      throw GraphvizError(.failed, "Graphviz answered without a bounding box.")
    }
    boundingBox = box
    for object in root["objects"]?.elements ?? [] {
      guard let name = object["name"]?.string else { continue }
      if let index = PlacementText.index(in: name, after: "cluster_", below: clusters.count) {
        guard let box = object["bb"]?.string.flatMap(PlacementText.box) else { continue }
        clusters[index] = Cluster(
          box: box, label: object["lp"]?.string.flatMap(PlacementText.point))
      } else if let index = PlacementText.index(in: name, after: "n", below: nodes.count) {
        guard let center = object["pos"]?.string.flatMap(PlacementText.point),
          let width = object["width"]?.string.flatMap(PlacementText.number),
          let height = object["height"]?.string.flatMap(PlacementText.number)
        else { continue }
        nodes[index] = Node(center: center, width: width * 72, height: height * 72)
      }
    }
    for object in root["edges"]?.elements ?? [] {
      guard let name = object["id"]?.string,
        let index = PlacementText.index(in: name, after: "e", below: edges.count)
      else { continue }
      edges[index] = Edge(
        curves: try PlacementText.curves(object["pos"]?.string ?? ""),
        label: object["lp"]?.string.flatMap(PlacementText.point))
    }
    self.nodes = []
    for (index, node) in nodes.enumerated() {
      guard let node else {
        throw GraphvizError(.failed, "Graphviz answered without a position for n\(index + 1).")
      }
      self.nodes.append(node)
    }
  }
}

/// The small languages inside Graphviz's attributes.
private enum PlacementText {
  /// A finite decimal number; `Double` alone would take `nan` and hexadecimal.
  static func number(_ text: some StringProtocol) -> Double? {
    guard text.utf8.allSatisfy({ "0123456789+-.eE".utf8.contains($0) }),
      let value = Double(String(text)), value.isFinite
    else { return nil }
    return value
  }

  static func numbers(_ text: some StringProtocol) -> [Double]? {
    var values: [Double] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      guard let value = number(part) else { return nil }
      values.append(value)
    }
    return values
  }

  static func point(_ text: some StringProtocol) -> GraphvizPlacement.Point? {
    // A pinned node's position ends with `!`.
    let plain = text.last == "!" ? String(text.dropLast()) : String(text)
    guard let values = numbers(plain), values.count >= 2 else { return nil }
    return GraphvizPlacement.Point(x: values[0], y: values[1])
  }

  static func box(_ text: String) -> GraphvizPlacement.Box? {
    guard let values = numbers(text), values.count == 4 else { return nil }
    return GraphvizPlacement.Box(
      minX: values[0], minY: values[1], maxX: values[2], maxY: values[3])
  }

  static func index(in name: String, after prefix: String, below count: Int) -> Int? {
    guard name.hasPrefix(prefix), let number = Int(name.dropFirst(prefix.count)),
      number >= 1, number <= count
    else { return nil }
    return number - 1
  }

  static func curves(_ text: String) throws(GraphvizError) -> [GraphvizPlacement.Curve] {
    var curves: [GraphvizPlacement.Curve] = []
    for part in text.split(separator: ";") {
      var curve = GraphvizPlacement.Curve(points: [])
      for word in part.split(separator: " ") {
        let isStart = word.hasPrefix("s,")
        let isEnd = word.hasPrefix("e,")
        guard let point = point(isStart || isEnd ? word.dropFirst(2) : word) else {
          throw GraphvizError(.failed, "Graphviz answered with an edge that has no way.")
        }
        if isStart {
          curve.start = point
        } else if isEnd {
          curve.end = point
        } else {
          curve.points.append(point)
        }
      }
      guard curve.points.count >= 4, curve.points.count % 3 == 1 else {
        throw GraphvizError(.failed, "Graphviz answered with an edge that has no way.")
      }
      curves.append(curve)
    }
    return curves
  }
}
