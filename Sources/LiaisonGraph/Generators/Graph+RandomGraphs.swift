extension Graph {
  /// A random graph in which each pair is tied with the same probability, independently (G(n, p)).
  ///
  /// - Parameters:
  ///   - nodeCount: the number of nodes.
  ///   - probability: of each pair, of each ordered pair where the graph is directed; 0 to 1.
  ///   - directed: whether ties lead one way.
  ///   - seed: the same seed gives the same graph.
  /// - Throws: ``GraphError`` with `invalidParameter` or `tooLarge`.
  /// - Complexity: O(n + m) time: pairs without a tie are skipped over, not drawn.
  /// - Reference: P. Erdős and A. Rényi, On random graphs I, Publicationes Mathematicae Debrecen 6
  ///   (1959) 290–297, doi:10.5486/PMD.1959.6.3-4.12; V. Batagelj and U. Brandes, Efficient
  ///   generation of large random networks, Physical Review E 71 (2005) 036113,
  ///   doi:10.1103/PhysRevE.71.036113.
  public static func erdosRenyi(
    nodeCount: Int, probability: Double, directed: Bool = false, seed: UInt64
  ) throws(GraphError) -> Graph {
    try requireSize(nodeCount)
    try requireProbability(probability)
    var random = SeededGenerator(seed: seed)
    var edges: [Edge] = []
    for a in 0..<nodeCount {
      // The nodes b that a may be tied to lie side by side: above a, or all but a.
      let first = directed ? 0 : a + 1
      random.forEachChosen(probability, among: directed ? nodeCount - 1 : nodeCount - first) {
        let b = first + $0
        edges.append(Edge(a, directed && b >= a ? b + 1 : b))
      }
    }
    return try Graph(nodeCount: nodeCount, edges: edges, directed: directed)
  }

  /// A random graph of groups, tied with one probability within them and another between them.
  ///
  /// - Parameters:
  ///   - groupSizes: the size of each group; nodes are numbered group by group.
  ///   - within: the probability of a tie within a group; 0 to 1.
  ///   - between: the probability of a tie between groups; 0 to 1.
  ///   - seed: the same seed gives the same graph.
  /// - Returns: the undirected graph, and the group of each node.
  /// - Throws: ``GraphError`` with `invalidParameter` or `tooLarge`.
  /// - Complexity: O(n g + m) time for g groups.
  /// - Reference: A. Condon and R. M. Karp, Algorithms for graph partitioning on the planted partition
  ///   model, Random Structures and Algorithms 18 (2001) 116–140,
  ///   doi:10.1002/1098-2418(200103)18:2<116::AID-RSA1001>3.0.CO;2-2.
  public static func plantedPartition(
    groupSizes: [Int], within: Double, between: Double, seed: UInt64
  ) throws(GraphError) -> (graph: Graph, groups: NodeMap<Int>) {
    try requireProbability(within)
    try requireProbability(between)
    var group: [Int] = []
    var ends: [Int] = []
    for (index, size) in groupSizes.enumerated() {
      try requireSize(size)
      try requireSize(group.count + size)
      group += [Int](repeating: index, count: size)
      ends.append(group.count)
    }
    var random = SeededGenerator(seed: seed)
    var edges: [Edge] = []
    for a in group.indices {
      for other in group[a]..<groupSizes.count {
        let first = other == group[a] ? a + 1 : ends[other] - groupSizes[other]
        let probability = other == group[a] ? within : between
        random.forEachChosen(probability, among: ends[other] - first) {
          edges.append(Edge(a, first + $0))
        }
      }
    }
    let graph = try Graph(nodeCount: group.count, edges: edges, directed: false)
    return (graph, NodeMap(group))
  }

  /// A random graph that grows: each new node is tied to `edgesPerNode` earlier ones, those with many
  /// ties more likely.
  ///
  /// The first `edgesPerNode` + 1 nodes form a star around node 0; every later node draws different
  /// partners, each in proportion to its degree.
  ///
  /// - Parameters:
  ///   - nodeCount: the number of nodes, above `edgesPerNode`.
  ///   - edgesPerNode: the ties of each new node, at least 1.
  ///   - seed: the same seed gives the same graph.
  /// - Returns: an undirected simple graph.
  /// - Throws: ``GraphError`` with `invalidParameter` or `tooLarge`.
  /// - Complexity: O(n + m) expected time.
  /// - Reference: A.-L. Barabási and R. Albert, Emergence of scaling in random networks, Science 286
  ///   (1999) 509–512, doi:10.1126/science.286.5439.509.
  public static func barabasiAlbert(
    nodeCount: Int, edgesPerNode: Int, seed: UInt64
  ) throws(GraphError) -> Graph {
    try requireSize(nodeCount)
    guard edgesPerNode >= 1, edgesPerNode < nodeCount else {
      throw GraphError(
        .invalidParameter,
        "A node cannot be tied to \(edgesPerNode) earlier ones in a graph of \(nodeCount).")
    }
    var random = SeededGenerator(seed: seed)
    var edges: [Edge] = []
    // Each node once for each of its ties: a place drawn is a node drawn by degree.
    var ends: [Int32] = []
    var chosenBy = [Int32](repeating: -1, count: nodeCount)
    func tie(_ a: Int, _ b: Int) {
      edges.append(Edge(a, b))
      ends.append(Int32(a))
      ends.append(Int32(b))
    }
    for v in 1...edgesPerNode { tie(0, v) }
    for v in stride(from: edgesPerNode + 1, to: nodeCount, by: 1) {
      let known = ends.count
      var missing = edgesPerNode
      while missing > 0 {
        let partner = Int(ends[random.below(known)])
        guard chosenBy[partner] != Int32(v) else { continue }
        chosenBy[partner] = Int32(v)
        tie(partner, v)
        missing -= 1
      }
    }
    return try Graph(nodeCount: nodeCount, edges: edges, directed: false)
  }

  /// A ring in which each node is tied to its nearest ones, some ties led elsewhere at random.
  ///
  /// - Parameters:
  ///   - nodeCount: the number of nodes.
  ///   - neighbours: to how many nodes each is tied at first, half of them on each side: even, and
  ///     below `nodeCount`.
  ///   - rewiring: the probability that a tie's far end is drawn anew; 0 to 1.
  ///   - seed: the same seed gives the same graph.
  /// - Returns: an undirected simple graph.
  /// - Throws: ``GraphError`` with `invalidParameter` or `tooLarge`.
  /// - Complexity: O(n + m) expected time, unless nearly all are tied.
  /// - Reference: D. J. Watts and S. H. Strogatz, Collective dynamics of small-world networks, Nature
  ///   393 (1998) 440–442, doi:10.1038/30918.
  public static func wattsStrogatz(
    nodeCount: Int, neighbours: Int, rewiring: Double, seed: UInt64
  ) throws(GraphError) -> Graph {
    try requireSize(nodeCount)
    try requireProbability(rewiring)
    guard neighbours >= 0, neighbours % 2 == 0, neighbours < max(1, nodeCount) else {
      throw GraphError(
        .invalidParameter,
        "\(neighbours) neighbours in a ring of \(nodeCount): the number must be even and smaller.")
    }
    var random = SeededGenerator(seed: seed)
    // Short lists: a node has few ties beside those of the ring.
    var tied = [[Int32]](repeating: [], count: nodeCount)
    for step in stride(from: 1, through: neighbours / 2, by: 1) {
      for v in 0..<nodeCount {
        let w = (v + step) % nodeCount
        tied[v].append(Int32(w))
        tied[w].append(Int32(v))
      }
    }
    var edges: [Edge] = []
    for step in stride(from: 1, through: neighbours / 2, by: 1) {
      for v in 0..<nodeCount {
        let old = (v + step) % nodeCount
        guard random.unit() < rewiring, tied[v].count < nodeCount - 1 else {
          edges.append(Edge(v, old))
          continue
        }
        var new = random.below(nodeCount)
        while new == v || tied[v].contains(Int32(new)) { new = random.below(nodeCount) }
        tied[v].removeAll { $0 == Int32(old) }
        tied[old].removeAll { $0 == Int32(v) }
        tied[v].append(Int32(new))
        tied[new].append(Int32(v))
        edges.append(Edge(v, new))
      }
    }
    return try Graph(nodeCount: nodeCount, edges: edges, directed: false)
  }

  private static func requireProbability(_ probability: Double) throws(GraphError) {
    guard probability >= 0, probability <= 1 else {
      throw GraphError(.invalidParameter, "\(probability) is no probability.")
    }
  }
}

extension SeededGenerator {
  /// Calls `body` with each of `0 ..< count` that is chosen, each with the same probability; those
  /// between are skipped over by one draw.
  mutating func forEachChosen(
    _ probability: Double, among count: Int, _ body: (Int) -> Void
  ) {
    guard probability > 0 else { return }
    guard probability < 1 else {
      for place in 0..<max(0, count) { body(place) }
      return
    }
    let scale = naturalLogarithm(1 - probability)
    var place = -1
    while true {
      let skip = scale < 0 ? naturalLogarithm(1 - unit()) / scale : .infinity
      guard skip < Double(count - place - 1) else { return }
      place += 1 + Int(skip)
      guard place < count else { return }
      body(place)
    }
  }
}
