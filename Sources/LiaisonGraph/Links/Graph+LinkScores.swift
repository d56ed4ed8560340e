/// How alike the neighbourhoods of two nodes are that are not tied.
public struct LinkScore: Sendable, Equatable {
  /// The two nodes, lower first.
  public var pair: Edge
  /// The number of neighbours they share.
  public var commonNeighbours: Int
  /// The neighbours they share, divided by all they have.
  public var jaccard: Double
  /// The sum of 1 / ln(degree) over shared neighbours.
  public var adamicAdar: Double
  /// The sum of 1 / degree over shared neighbours.
  public var resourceAllocation: Double
  /// The product of their degrees.
  public var preferentialAttachment: Int
}

extension Graph {
  /// Scores of the pairs that are not tied and share a neighbour, direction ignored.
  ///
  /// - Parameter progress: where to report, and to look whether to go on.
  /// - Throws: ``GraphError`` with `cancelled`.
  /// - Complexity: O(Σ degree²) time, O(n) space beside the result, which may have as many pairs.
  /// - Reference: L. A. Adamic and E. Adar, Friends and neighbors on the Web, Social Networks 25 (2003)
  ///   211–230, doi:10.1016/S0378-8733(03)00009-1; D. Liben-Nowell and J. Kleinberg, The link-prediction
  ///   problem for social networks, Journal of the American Society for Information Science and
  ///   Technology 58 (2007) 1019–1031, doi:10.1002/asi.20591; T. Zhou, L. Lü and Y.-C. Zhang, Predicting
  ///   missing links via local information, European Physical Journal B 71 (2009) 623–630,
  ///   doi:10.1140/epjb/e2009-00335-8.
  public func linkScores(progress: RunProgress? = nil) throws(GraphError) -> [LinkScore] {
    let rows = undirectedProjection().outgoing
    var scores: [LinkScore] = []
    var shared = [Int](repeating: 0, count: nodeCount)
    var adamicAdar = [Double](repeating: 0, count: nodeCount)
    var allocation = [Double](repeating: 0, count: nodeCount)
    var isTied = [Bool](repeating: false, count: nodeCount)
    let blocks = blocks(of: nodeCount)
    progress?.expect(blocks.count)
    for block in blocks {
      try progress?.check()
      for v in block {
        var candidates: [Int] = []
        for k in rows.row(v) { isTied[Int(rows.targets[k])] = true }
        for k in rows.row(v) {
          let between = Int(rows.targets[k])
          let degree = Double(rows.row(between).count)
          for l in rows.row(between) {
            let w = Int(rows.targets[l])
            guard w > v, !isTied[w] else { continue }
            if shared[w] == 0 { candidates.append(w) }
            shared[w] += 1
            adamicAdar[w] += 1 / naturalLogarithm(degree)
            allocation[w] += 1 / degree
          }
        }
        for w in candidates.sorted() {
          let (a, b) = (rows.row(v).count, rows.row(w).count)
          scores.append(
            LinkScore(
              pair: Edge(v, w), commonNeighbours: shared[w],
              jaccard: Double(shared[w]) / Double(a + b - shared[w]), adamicAdar: adamicAdar[w],
              resourceAllocation: allocation[w], preferentialAttachment: a * b))
          (shared[w], adamicAdar[w], allocation[w]) = (0, 0, 0)
        }
        for k in rows.row(v) { isTied[Int(rows.targets[k])] = false }
      }
      progress?.advance()
    }
    return scores
  }
}
