extension Graph {
  /// A path: node 0 to node 1, to node 2, and so on.
  ///
  /// - Throws: ``GraphError`` with `invalidParameter` or `tooLarge`.
  /// - Complexity: O(n).
  /// - Reference: F. Harary, Graph Theory, Addison-Wesley 1969.
  public static func path(nodeCount: Int, directed: Bool = false) throws(GraphError) -> Graph {
    try requireSize(nodeCount)
    var edges: [Edge] = []
    for v in stride(from: 1, to: nodeCount, by: 1) { edges.append(Edge(v - 1, v)) }
    return try Graph(nodeCount: nodeCount, edges: edges, directed: directed)
  }

  /// A cycle: a path whose last node is tied to its first. Fewer than three nodes make a path.
  ///
  /// - Throws: ``GraphError`` with `invalidParameter` or `tooLarge`.
  /// - Complexity: O(n).
  /// - Reference: F. Harary, Graph Theory, Addison-Wesley 1969.
  public static func cycle(nodeCount: Int, directed: Bool = false) throws(GraphError) -> Graph {
    let path = try Graph.path(nodeCount: nodeCount, directed: directed)
    guard nodeCount > 2 else { return path }
    return try Graph(
      nodeCount: nodeCount, edges: path.edges + [Edge(nodeCount - 1, 0)], directed: directed)
  }

  /// A star: node 0 in the middle, arcs leading away from it.
  ///
  /// - Throws: ``GraphError`` with `invalidParameter` or `tooLarge`.
  /// - Complexity: O(n).
  /// - Reference: F. Harary, Graph Theory, Addison-Wesley 1969.
  public static func star(nodeCount: Int, directed: Bool = false) throws(GraphError) -> Graph {
    try requireSize(nodeCount)
    var edges: [Edge] = []
    for v in stride(from: 1, to: nodeCount, by: 1) { edges.append(Edge(0, v)) }
    return try Graph(nodeCount: nodeCount, edges: edges, directed: directed)
  }

  /// A complete graph: each node tied to each other; both ways where it is directed.
  ///
  /// - Throws: ``GraphError`` with `invalidParameter` or `tooLarge`.
  /// - Complexity: O(n²).
  /// - Reference: F. Harary, Graph Theory, Addison-Wesley 1969.
  public static func complete(nodeCount: Int, directed: Bool = false) throws(GraphError) -> Graph {
    try requireSize(nodeCount)
    // Below 2³¹ nodes n² is an `Int`.
    let pairs = nodeCount * max(0, nodeCount - 1)
    guard (directed ? pairs : pairs / 2) < Int(Int32.max) / 2 else {
      throw GraphError(.tooLarge, "A complete graph of \(nodeCount) nodes cannot be held.")
    }
    var edges: [Edge] = []
    for a in 0..<nodeCount {
      for b in 0..<nodeCount where directed ? a != b : a < b { edges.append(Edge(a, b)) }
    }
    return try Graph(nodeCount: nodeCount, edges: edges, directed: directed)
  }

  /// A grid: node `row · columns + column` tied to the nodes right of it and below it.
  ///
  /// - Throws: ``GraphError`` with `invalidParameter` or `tooLarge`.
  /// - Complexity: O(n).
  /// - Reference: F. Harary, Graph Theory, Addison-Wesley 1969.
  public static func grid(
    rows: Int, columns: Int, directed: Bool = false
  ) throws(GraphError) -> Graph {
    try requireSize(rows)
    try requireSize(columns)
    let (count, overflow) = rows.multipliedReportingOverflow(by: columns)
    guard !overflow, count < Int(Int32.max) / 4 else {
      throw GraphError(.tooLarge, "A grid of \(rows) rows and \(columns) columns cannot be held.")
    }
    var edges: [Edge] = []
    for v in 0..<count {
      if v % columns + 1 < columns { edges.append(Edge(v, v + 1)) }
      if v + columns < count { edges.append(Edge(v, v + columns)) }
    }
    return try Graph(nodeCount: count, edges: edges, directed: directed)
  }

  static func requireSize(_ count: Int) throws(GraphError) {
    guard count >= 0 else {
      throw GraphError(.invalidParameter, "A graph cannot have \(count) nodes.")
    }
    guard count < Int(Int32.max) else {
      throw GraphError(.tooLarge, "A graph of \(count) nodes cannot be held.")
    }
  }
}
