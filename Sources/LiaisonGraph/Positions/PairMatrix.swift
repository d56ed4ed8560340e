/// One number for each pair of different nodes, in either order.
public struct PairMatrix: Sendable, Equatable {
  /// The number of nodes.
  public let nodeCount: Int
  /// Pair after pair: (1, 0), (2, 0), (2, 1), …; no number where a value is undefined, infinite where it is
  /// and the two are wholly alike.
  var values: [Double]

  init(repeating value: Double, nodeCount: Int) {
    self.nodeCount = nodeCount
    values = Array(repeating: value, count: nodeCount * max(0, nodeCount - 1) / 2)
  }

  /// The value of two nodes; `nil` where it is undefined, and for a node with itself.
  ///
  /// - Complexity: O(1).
  public subscript(a: NodeID, b: NodeID) -> Double? {
    guard a != b else { return nil }
    let value = values[PairMatrix.place(a.index, b.index)]
    return value.isFinite ? value : nil
  }

  /// The values of some nodes, ascending, which are numbered anew in their order.
  func restricted(to nodes: [Int]) -> PairMatrix {
    guard nodes.count < nodeCount else { return self }
    var part = PairMatrix(repeating: .nan, nodeCount: nodes.count)
    for (i, a) in nodes.enumerated() {
      for (j, b) in nodes[..<i].enumerated() {
        part.values[PairMatrix.place(i, j)] = values[PairMatrix.place(a, b)]
      }
    }
    return part
  }

  @inline(__always)
  static func place(_ a: Int, _ b: Int) -> Int {
    let (high, low) = a > b ? (a, b) : (b, a)
    return high * (high - 1) / 2 + low
  }
}
