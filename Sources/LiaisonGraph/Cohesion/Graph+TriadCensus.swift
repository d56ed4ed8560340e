/// How often each of the 16 ways occurs in which three nodes can be tied.
public struct TriadCensus: Sendable, Equatable {
  /// The names of the classes: numbers of mutual, asymmetric and null pairs, and where these do not
  /// tell, down, up, transitive or cyclic.
  public static let names = [
    "003", "012", "102", "021D", "021U", "021C", "111D", "111U", "030T", "030C", "201", "120D",
    "120U", "120C", "210", "300",
  ]

  /// The number of triads of each class, in the order of ``names``.
  public var counts: [Int]
}

extension Graph {
  /// The triad census of the simplified graph; an undirected graph counts as one whose arcs are all
  /// mutual.
  ///
  /// - Parameter progress: where to report, and to look whether to go on.
  /// - Returns: all zero where n < 3.
  /// - Throws: ``GraphError`` with `tooLarge` where there are more triads than an `Int` holds, beyond 3.8
  ///   million nodes, or `cancelled`.
  /// - Complexity: O(n + Σ (degree of both ends) over tied pairs) time, O(n + m) space.
  /// - Reference: V. Batagelj and A. Mrvar, A subquadratic triad census algorithm for large sparse
  ///   networks with small maximum degree, Social Networks 23 (2001) 237–243,
  ///   doi:10.1016/S0378-8733(01)00035-1.
  public func triadCensus(progress: RunProgress? = nil) throws(GraphError) -> TriadCensus {
    var counts = [Int](repeating: 0, count: 16)
    let n = nodeCount
    guard n >= 3 else { return TriadCensus(counts: counts) }
    guard let all = Graph.triads(of: n) else {
      throw GraphError(.tooLarge, "The triads of \(n) nodes are more than can be counted.")
    }
    let ties = undirectedProjection()
    let rows = ties.outgoing
    // For each tie: 1 for an arc from its lower to its higher end, 2 for one back.
    let direct = simplified()
    let code = ties.edges.map { edge -> Int in
      let (low, high) = (min(edge.source, edge.target), max(edge.source, edge.target))
      return (direct.hasEdge(from: low, to: high) ? 1 : 0)
        + (direct.hasEdge(from: high, to: low) ? 2 : 0)
    }
    /// 1 for an arc from `a` to the node at place `k` of its row, 2 for one back.
    func arcs(_ a: Int, _ k: Int) -> Int {
      let known = code[Int(rows.edges[k])]
      guard Int(rows.targets[k]) < a else { return known }
      return known == 3 ? 3 : 3 - known
    }
    let blocks = blocks(of: n)
    progress?.expect(blocks.count)
    var sinceCheck = 0
    for block in blocks {
      try progress?.check()
      for v in block {
        for k in rows.row(v) where Int(rows.targets[k]) > v {
          // A hub's ties may be most of the work, within one block.
          if sinceCheck > 1 << 16 {
            try progress?.check()
            sinceCheck = 0
          }
          let u = Int(rows.targets[k])
          let pair = arcs(v, k)
          var neighbours = 0
          var (i, j) = (rows.row(v).lowerBound, rows.row(u).lowerBound)
          let (iEnd, jEnd) = (rows.row(v).upperBound, rows.row(u).upperBound)
          while i < iEnd || j < jEnd {
            let fromV = i < iEnd ? Int(rows.targets[i]) : Int.max
            let fromU = j < jEnd ? Int(rows.targets[j]) : Int.max
            let w = min(fromV, fromU)
            let vw = fromV == w ? arcs(v, i) : 0
            let uw = fromU == w ? arcs(u, j) : 0
            if fromV == w { i += 1 }
            if fromU == w { j += 1 }
            guard w != v, w != u else { continue }
            neighbours += 1
            // Each triad is counted at one of its ties.
            guard u < w || (v < w && vw == 0) else { continue }
            counts[triadClass[pair + 4 * vw + 16 * uw]] += 1
          }
          counts[pair == 3 ? 2 : 1] += n - neighbours - 2
          sinceCheck += neighbours
        }
      }
      progress?.advance()
    }
    var others = 0
    for count in counts { others += count }
    counts[0] = all - others
    return TriadCensus(counts: counts)
  }

  /// How many sets of three there are of n ≥ 2 nodes, fewer than 2³¹; `nil` where an `Int` does not hold
  /// them.
  private static func triads(of n: Int) -> Int? {
    // n (n − 1) (n − 2) may be six times too large for an `Int` where its sixth is not.
    let threefold = UInt(n * (n - 1) / 2).multipliedFullWidth(by: UInt(n - 2))
    guard threefold.high < 3 else { return nil }
    return Int(exactly: UInt(3).dividingFullWidth(threefold).quotient)
  }
}

/// The class of a triad by its arcs: v→u 1, u→v 2, v→w 4, w→v 8, u→w 16, w→u 32.
private let triadClass = [
  0, 1, 1, 2, 1, 3, 5, 7, 1, 5, 4, 6, 2, 7, 6, 10, 1, 5, 3, 7, 4, 8, 8, 12, 5, 9, 8, 13, 6, 13, 11,
  14, 1, 4, 5, 6, 5, 8, 9, 13, 3, 8, 8, 11, 7, 12, 13, 14, 2, 6, 7, 10, 6, 11, 13, 14, 7, 13, 12,
  14, 10, 14, 14, 15,
]
