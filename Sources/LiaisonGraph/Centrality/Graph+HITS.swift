/// Hubs and authorities, or why there are none.
public struct HubsAndAuthorities: Sendable, Equatable {
  /// How far a node points to good authorities; `nil` where the graph has no single answer.
  public var hubs: NodeMap<Double>?
  /// How far good hubs point to a node; `nil` where the graph has no single answer.
  public var authorities: NodeMap<Double>?
  /// Why there are no scores.
  public var undefinedBecause: String?
}

extension Graph {
  /// Hubs and authorities (HITS): the leading singular vectors of the adjacency matrix.
  ///
  /// They are the eigenvector of the graph in which each node stands twice, once for the arcs that
  /// leave it and once for those that enter it. Undefined where the largest singular value is 0 (no
  /// tie) or not simple (to 1e-7 of it), as in a connected bipartite undirected graph. Not given either
  /// where the search does not settle. Defined on the simplified graph.
  ///
  /// - Parameters:
  ///   - weighted: whether ties count by weight.
  ///   - scale: how the scores are scaled.
  ///   - threads: how many threads at most; the result is the same for any number.
  ///   - progress: where to look whether to go on.
  /// - Throws: ``GraphError`` with `cancelled`, `weightNotPositive` where a weight is negative, or
  ///   `weightNotFinite` where weights are too great or too small to be summed.
  /// - Complexity: O(k (n + m)) time for k steps; O(n + m) space.
  /// - Reference: J. M. Kleinberg, Authoritative sources in a hyperlinked environment, Journal of the
  ///   ACM 46 (1999) 604–632, doi:10.1145/324133.324140.
  public func hubsAndAuthorities(
    weighted: Bool = false, scale: VectorScale = .sum,
    threads: Int? = nil, progress: RunProgress? = nil
  ) throws(GraphError) -> HubsAndAuthorities {
    let graph = try strengths(weighted: weighted)
    let parts = HubParts(graph, threads: threads)
    var strongest = StrongestPart(isEmpty: nodeCount == 0, of: "singular value")
    strongest.search(parts.bounds) { part, bound in
      let (hubs, matrix, transposed) = parts.matrices(of: part)
      let scores = DenseVector([Double](repeating: 1, count: matrix.size))
      let between = DenseVector(transposed.size)
      // Their square is symmetric, and half as far to go as the graph in which each node stands twice.
      let square = Lanczos.largest(
        scores, tie: 2 * StrongestPart.tie, limit: Lanczos.stepLimit(parts.arcCount),
        progress: progress
      ) { x, y in
        // Scaled twice to the bound, so that no weight is too great or too small to be squared.
        transposed.multiply(x, into: between)
        between.scale(1 / bound)
        matrix.multiply(between, into: y)
        y.scale(1 / bound)
      }
      return square.map { square in
        StrongestPart.Solution(
          value: max(0, square.value).squareRoot() * bound, isSimple: square.isSimple,
          members: Array(hubs), entries: scores)
      }
    }
    try progress?.check()
    guard let found = strongest.vector else {
      return HubsAndAuthorities(undefinedBecause: strongest.reason)
    }
    let hubs = DenseVector(nodeCount)
    for (place, node) in found.members.enumerated() {
      hubs.values[Int(node)] = max(0, found.entries.values[place])
    }
    let authorities = DenseVector(nodeCount)
    StrengthMatrix(graph.incoming, weights: graph.weights).multiply(hubs, into: authorities)
    return HubsAndAuthorities(
      hubs: NodeMap(scale.applied(to: hubs.array)),
      authorities: NodeMap(scale.applied(to: authorities.array)))
  }
}

/// The parts that a graph falls into when each node stands twice, once for the arcs that leave it (as a
/// hub) and once for those that enter it (as an authority).
private struct HubParts {
  private let graph: Graph
  private let hubs: DealtNodes
  private let authorities: DealtNodes
  private let threads: Int?
  /// For each part that has arcs a number that its singular values are not above.
  let bounds: [(bound: Double, part: Int)]

  init(_ graph: Graph, threads: Int?) {
    self.threads = threads
    self.graph = graph
    let n = graph.nodeCount
    let rows = graph.outgoing
    var sets = DisjointSets(count: n)
    for v in 0..<n {
      let row = rows.row(v)
      guard let first = row.first else { continue }
      for k in row.dropFirst() { sets.join(Int(rows.targets[first]), Int(rows.targets[k])) }
    }
    var ofAuthority = [Int32](repeating: -1, count: n)
    var ofHub = ofAuthority
    let sums = (
      out: StrengthMatrix(rows, weights: graph.weights).rowSums,
      in: StrengthMatrix(graph.incoming, weights: graph.weights).rowSums
    )
    var greatest = [(out: Double, in: Double)](repeating: (0, 0), count: n)
    for v in 0..<n {
      if !graph.incoming.row(v).isEmpty {
        let part = sets.root(v)
        ofAuthority[v] = Int32(part)
        greatest[part].in = max(greatest[part].in, sums.in[v])
      }
      if let first = rows.row(v).first {
        let part = sets.root(Int(rows.targets[first]))
        ofHub[v] = Int32(part)
        greatest[part].out = max(greatest[part].out, sums.out[v])
      }
    }
    hubs = DealtNodes(to: ofHub)
    authorities = DealtNodes(to: ofAuthority)
    // No singular value is above the mean of the greatest sums of a row and of a column.
    var bounds: [(bound: Double, part: Int)] = []
    for part in 0..<n where greatest[part].out > 0 {
      bounds.append((greatest[part].out.squareRoot() * greatest[part].in.squareRoot(), part))
    }
    self.bounds = bounds
  }

  var arcCount: Int { graph.outgoing.targets.count }

  /// The hubs of a part, its matrix from hubs to authorities, and the transpose.
  func matrices(of part: Int) -> (hubs: ArraySlice<Int32>, StrengthMatrix, StrengthMatrix) {
    // All arcs of a part's hubs lead to its authorities, whose places are places in the part.
    func matrix(_ rows: Rows, _ from: DealtNodes, _ to: DealtNodes) -> StrengthMatrix {
      StrengthMatrix(
        rows.restricted(to: from[part], places: to.places), weights: graph.weights,
        threads: threads)
    }
    return (
      hubs[part], matrix(graph.outgoing, hubs, authorities),
      matrix(graph.incoming, authorities, hubs)
    )
  }
}
