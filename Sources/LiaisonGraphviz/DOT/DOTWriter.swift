extension DOTGraph {
  /// The graph as DOT text, the same bytes for the same graph.
  ///
  /// - Throws: ``GraphvizError`` `badInput` where an edge, a group or a parent names what is not in
  ///   this graph, or clusters lie in each other; `tooLarge` where a label has more than 1,000
  ///   characters or 24 lines.
  /// - Complexity: O(nodes + edges + clusters + length of labels).
  public func encoded() throws(GraphvizError) -> DOTDocument {
    var writer = DOTWriter(graph: self)
    return try writer.write()
  }
}

/// Writes one graph.
struct DOTWriter {
  let graph: DOTGraph
  private var text = ""
  private var removed = DOTText.Removed()

  init(graph: DOTGraph) { self.graph = graph }

  mutating func write() throws(GraphvizError) -> DOTDocument {
    text = graph.settings.directed ? "digraph g {\n" : "graph g {\n"
    try writeSettings()
    for (index, node) in graph.nodes.enumerated() {
      let name = DOTGraph.NodeID(index: index).name
      text += "  \(name)\(try attributes(of: node, name: name).bracketed);\n"
    }
    try writeClusters()
    for group in graph.ranks {
      let names = try group.nodes.map { id throws(GraphvizError) in try known(id) + ";" }
      text += "  { rank=\(group.rank.rawValue); \(names.joined(separator: " ")) }\n"
    }
    let arrow = graph.settings.directed ? "->" : "--"
    for (index, edge) in graph.edges.enumerated() {
      let ends = "\(try known(edge.tail)) \(arrow) \(try known(edge.head))"
      text += "  \(ends)\(try attributes(of: edge, name: "e\(index + 1)").bracketed);\n"
    }
    text += "}\n"
    return DOTDocument(bytes: Array(text.utf8), warnings: warnings)
  }

  private var warnings: [String] {
    var lines: [String] = []
    if removed.controls > 0 {
      lines.append("Left out of the labels: \(removed.controls) control or invisible character(s).")
    }
    if removed.directions > 0 {
      lines.append(
        "Left out of the labels: \(removed.directions) character(s) that reorder the text after "
          + "them.")
    }
    return lines
  }

  // MARK: Graph

  private mutating func writeSettings() throws(GraphvizError) {
    let settings = graph.settings
    var list = DOTAttributes()
    list.add("charset", "UTF-8")
    list.add("rankdir", settings.flow?.rawValue)
    list.add("nodesep", inches: settings.nodeSeparation, in: 0...720)
    list.add("ranksep", inches: settings.rankSeparation, in: 0...1_440)
    list.add("splines", settings.routing?.rawValue)
    list.add("overlap", settings.overlap?.rawValue)
    list.add("overlap_scaling", settings.overlapScaling, in: -1_000...1_000)
    list.add("sep", settings.separation?.dot(in: 0...100).map { "+" + $0 })
    list.add("mode", settings.mode?.rawValue)
    list.add("start", settings.start, in: 0...Int(Int32.max))
    list.add("K", settings.springLength, in: 0.01...100)
    list.add("repulsiveforce", settings.repulsiveForce, in: 0...10)
    list.add("maxiter", settings.maximumIterations, in: 1...10_000)
    list.add("nslimit", settings.simplexLimit, in: 0...1_000)
    list.add("nslimit1", settings.simplexLimit, in: 0...1_000)
    list.add("mclimit", settings.crossingLimit, in: 0.01...100)
    list.add("newrank", settings.newRank)
    list.add("compound", settings.compound)
    if settings.keepsEdgeOrder { list.add("ordering", "out") }
    list.add("outputorder", settings.order?.rawValue)
    list.add("pad", inches: settings.pad, in: 0...360)
    list.add("margin", inches: settings.margin, in: 0...360)
    list.add("bgcolor", settings.background)
    list.add("fontname", settings.font?.rawValue)
    list.add("fontsize", settings.fontSize, in: 4...96)
    list.add("dpi", settings.dpi, in: 36...300)
    if let root = settings.root { list.add("root", try known(root)) }
    // Positions of the spring engines are points too, not inches.
    if graph.nodes.contains(where: { $0.position != nil }) { list.add("inputscale", "72") }
    text += "  graph\(list.bracketed);\n"
    if let font = settings.font?.rawValue {
      text += "  node [fontname=\(DOTText.quoted(font))];\n"
      text += "  edge [fontname=\(DOTText.quoted(font))];\n"
    }
  }

  // MARK: Nodes and edges

  private mutating func attributes(
    of node: DOTNode, name: String
  ) throws(GraphvizError) -> DOTAttributes {
    var list = DOTAttributes()
    // What a fixed node leaves between its margins, where aligned lines begin and end.
    let inner = node.fixedSize ? node.width.map { $0 - 2 * (node.margin?.horizontal ?? 8) } : nil
    try label(node.label, as: "label", of: name, tableWidth: inner, always: true, in: &list)
    list.add("shape", node.shape?.rawValue)
    list.addLook(
      node.style, fill: node.fill, line: node.line, text: node.textColor, node.font,
      node.fontSize, node.lineWidth)
    list.add("width", inches: node.width, in: 0...3_600)
    list.add("height", inches: node.height, in: 0...3_600)
    if node.fixedSize { list.add("fixedsize", "true") }
    if let margin = node.margin,
      let horizontal = (margin.horizontal / 72).dot(in: 0...5),
      let vertical = (margin.vertical / 72).dot(in: 0...5)
    {
      list.add("margin", "\(horizontal),\(vertical)")
    }
    list.add("peripheries", node.peripheries, in: 0...4)
    list.add("group", node.group.map { "g\($0)" })
    if let position = node.position, let point = DOTAttributes.point(position) {
      list.add("pos", node.pinned ? point + "!" : point)
    }
    return list
  }

  private mutating func attributes(
    of edge: DOTEdge, name: String
  ) throws(GraphvizError) -> DOTAttributes {
    var list = DOTAttributes()
    list.add("id", name)
    try label(edge.label, as: "label", of: name, in: &list)
    try label(edge.tailLabel, as: "taillabel", of: name, in: &list)
    try label(edge.headLabel, as: "headlabel", of: name, in: &list)
    list.addLook(
      edge.style, fill: nil, line: edge.color, text: edge.textColor, edge.font, edge.fontSize,
      edge.lineWidth)
    list.add("dir", edge.direction?.rawValue)
    list.add("arrowhead", edge.headArrow?.rawValue)
    list.add("arrowtail", edge.tailArrow?.rawValue)
    list.add("arrowsize", edge.arrowSize, in: 0...5)
    list.add("weight", edge.weight, in: 0...1_000)
    list.add("minlen", edge.minimumLength, in: 0...50)
    list.add("len", inches: edge.length, in: 1...7_200)
    list.add("constraint", edge.constraint)
    list.add("tailport", edge.tailPort?.rawValue)
    list.add("headport", edge.headPort?.rawValue)
    if let cluster = edge.tailCluster { list.add("ltail", try known(cluster)) }
    if let cluster = edge.headCluster { list.add("lhead", try known(cluster)) }
    list.add("pos", DOTAttributes.way(edge.curves))
    list.add("lp", edge.labelPosition)
    return list
  }

  // MARK: Clusters

  private mutating func writeClusters() throws(GraphvizError) {
    let count = graph.clusters.count
    var members: [[Int]] = Array(repeating: [], count: count)
    var children: [[Int]] = Array(repeating: [], count: count)
    var roots: [Int] = []
    for (node, cluster) in graph.clusterOfNode.enumerated() {
      guard let cluster else { continue }
      _ = try known(cluster)
      members[cluster.index].append(node)
    }
    for (index, cluster) in graph.clusters.enumerated() {
      guard let parent = cluster.parent else {
        roots.append(index)
        continue
      }
      _ = try known(parent)
      children[parent.index].append(index)
    }
    var written = 0
    // A cluster's own attributes come after its children's, which would inherit them.
    var stack: [(cluster: Int, isClosing: Bool)] = roots.reversed().map { ($0, false) }
    while let (index, isClosing) = stack.popLast() {
      if isClosing {
        let attributes = try attributes(of: graph.clusters[index], name: "cluster_\(index + 1)")
        let names = members[index].map { DOTGraph.NodeID(index: $0).name + ";" }
        text += "  graph\(attributes.bracketed);\n  \(names.joined(separator: " "))\n  }\n"
      } else {
        text += "  subgraph \(DOTGraph.ClusterID(index: index).name) {\n"
        written += 1
        stack.append((index, true))
        for child in children[index].reversed() { stack.append((child, false)) }
      }
    }
    guard written == count else {
      throw GraphvizError(.badInput, "Some clusters lie in each other.")
    }
  }

  private mutating func attributes(
    of cluster: DOTCluster, name: String
  ) throws(GraphvizError) -> DOTAttributes {
    var list = DOTAttributes()
    try label(cluster.label, as: "label", of: name, always: true, in: &list)
    if cluster.label.alignment != .center {
      list.add("labeljust", cluster.label.alignment == .left ? "l" : "r")
    }
    list.addLook(
      cluster.style, fill: cluster.fill, line: cluster.line, text: cluster.textColor,
      cluster.font, cluster.fontSize, cluster.lineWidth)
    // The page's margin and colour are not a cluster's.
    list.add("margin", cluster.margin ?? (graph.settings.margin == nil ? nil : 8), in: 0...360)
    if graph.settings.background != nil { list.add("bgcolor", "transparent") }
    if let box = cluster.box,
      let lower = DOTAttributes.point(.init(x: box.minX, y: box.minY)),
      let upper = DOTAttributes.point(.init(x: box.maxX, y: box.maxY))
    {
      list.add("bb", "\(lower),\(upper)")
    }
    list.add("lp", cluster.labelPosition)
    return list
  }

  // MARK: Parts

  private mutating func label(
    _ label: DOTLabel, as attribute: String, of name: String, tableWidth: Double? = nil,
    always: Bool = false, in list: inout DOTAttributes
  ) throws(GraphvizError) {
    if label.text.isEmpty {
      if always { list.add(attribute, "") }
      return
    }
    let characters = label.text.unicodeScalars.count
    guard characters <= DOTText.characterLimit else {
      throw GraphvizError(
        .tooLarge,
        "The \(attribute) of \(name) has \(characters) characters; the limit is "
          + "\(DOTText.characterLimit).", hint: "Shorten the name or the note.")
    }
    let lines = DOTText.lines(of: label.text, removed: &removed)
    guard lines.count <= DOTText.lineLimit else {
      throw GraphvizError(
        .tooLarge,
        "The \(attribute) of \(name) has \(lines.count) lines; the limit is "
          + "\(DOTText.lineLimit).", hint: "Shorten the name or the note.")
    }
    let isBlank = lines.allSatisfy { line in line.unicodeScalars.allSatisfy { $0 == " " } }
    if isBlank {
      list.add(attribute, "")
    } else if label.bold || label.italic {
      list.raw(attribute, DOTText.markup(lines, label: label, tableWidth: tableWidth))
    } else {
      list.add(attribute, DOTText.plain(lines, alignment: label.alignment))
    }
  }

  private func known(_ id: DOTGraph.NodeID) throws(GraphvizError) -> String {
    guard graph.nodes.indices.contains(id.index) else {
      throw GraphvizError(.badInput, "The node \(id.name) is not in this graph.")
    }
    return id.name
  }

  private func known(_ id: DOTGraph.ClusterID) throws(GraphvizError) -> String {
    guard graph.clusters.indices.contains(id.index) else {
      throw GraphvizError(.badInput, "The cluster \(id.name) is not in this graph.")
    }
    return id.name
  }
}
