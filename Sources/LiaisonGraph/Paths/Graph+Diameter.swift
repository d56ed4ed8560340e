extension Graph {
  /// The greatest distance in hops of two nodes that reach each other; `nil` in an empty graph.
  ///
  /// In an undirected graph a few searches mostly bound it: a node at distance d from one of
  /// eccentricity e has an eccentricity from e − d to e + d. Where they do not within about the effort
  /// of all distances, and in a directed graph, all distances are taken.
  ///
  /// - Parameter threads: how many threads at most; the result is the same for any number.
  /// - Complexity: O(n (n + m)) time at worst, a few times O(n + m) in most networks; O(n + m) space.
  /// - Reference: F. W. Takes and W. A. Kosters, Computing the eccentricity distribution of large
  ///   graphs, Algorithms 6 (2013) 100–118, doi:10.3390/a6010100.
  public func diameter(threads: Int? = nil) throws(GraphError) -> Int? {
    guard nodeCount > 0 else { return nil }
    if !isDirected {
      var bounds = EccentricityBounds(simplified().outgoing)
      // All distances are taken 512 nodes at a time, so that so many searches cost a part of that.
      if let diameter = bounds.diameter(searches: min(64, max(2, nodeCount / 512))) {
        return diameter
      }
    }
    return try distances(threads: threads).diameter.map { Int($0) }
  }
}

/// What searches from some nodes of an undirected graph say of the eccentricities of all.
private struct EccentricityBounds {
  private let rows: Rows
  private var lower: [Int32]
  private var upper: [Int32]
  private var distance: [Int32]
  private var queue: [Int32]

  init(_ rows: Rows) {
    self.rows = rows
    let n = rows.nodeCount
    lower = Array(repeating: 0, count: n)
    // Who has no tie reaches nobody; of the others nothing is known.
    upper = (0..<n).map { rows.row($0).isEmpty ? 0 : Int32.max }
    distance = Array(repeating: -1, count: n)
    queue = Array(repeating: 0, count: n)
  }

  /// The greatest eccentricity; `nil` where so many searches do not tell.
  mutating func diameter(searches: Int) -> Int? {
    var greatest: Int32 = 0
    for search in 0..<searches {
      guard let next = candidate(above: greatest, isCentral: search % 2 == 0) else {
        return Int(greatest)
      }
      greatest = max(greatest, self.search(from: next))
    }
    return candidate(above: greatest, isCentral: true) == nil ? Int(greatest) : nil
  }

  /// A node that may be more eccentric than `greatest`: by turns the one that looks most central, which
  /// bounds others from above, and the one that looks most remote.
  private func candidate(above greatest: Int32, isCentral: Bool) -> Int? {
    var best: Int?
    for v in upper.indices where upper[v] > greatest {
      guard let other = best else {
        best = v
        continue
      }
      let (bound, otherBound) = isCentral ? (lower[other], lower[v]) : (upper[v], upper[other])
      if bound > otherBound || (bound == otherBound && rows.row(v).count > rows.row(other).count) {
        best = v
      }
    }
    return best
  }

  /// Searches from a node, and draws the bounds of whom it reaches closer.
  ///
  /// - Returns: its eccentricity.
  private mutating func search(from root: Int) -> Int32 {
    let size = rows.breadthFirst(from: root, &distance, &queue)
    let eccentricity = distance[Int(queue[size - 1])]
    for place in 0..<size {
      let v = Int(queue[place])
      let far = distance[v]
      lower[v] = max(lower[v], far, eccentricity - far)
      upper[v] = min(upper[v], eccentricity + far)
      distance[v] = -1
    }
    upper[root] = eccentricity
    return eccentricity
  }
}

extension Rows {
  /// Writes the distances from a node and the nodes reached, in the order in which they are.
  ///
  /// - Parameters:
  ///   - distance: −1 for every node.
  ///   - queue: as long as there are nodes.
  /// - Returns: how many nodes are reached.
  fileprivate func breadthFirst(
    from root: Int, _ distance: inout [Int32], _ queue: inout [Int32]
  ) -> Int {
    let (offsets, targets) = (offsets.span, targets.span)
    var far = distance.mutableSpan
    var reached = queue.mutableSpan
    far[root] = 0
    reached[0] = Int32(root)
    var size = 1
    var head = 0
    while head < size {
      let v = Int(reached[head])
      head += 1
      let next = far[v] + 1
      for k in Int(offsets[v])..<Int(offsets[v + 1]) {
        let w = targets[k]
        guard far[Int(w)] < 0 else { continue }
        far[Int(w)] = next
        reached[size] = w
        size += 1
      }
    }
    return size
  }
}
