/// How the distance between two clusters follows from those between their nodes.
public enum Linkage: String, Sendable, CaseIterable {
  /// The least of them.
  case single
  /// The greatest.
  case complete
  /// Their mean.
  case average
}

/// How nodes were merged into ever larger clusters.
public struct Dendrogram: Sendable, Equatable {
  /// Two clusters that became one. Numbers below the number of nodes are nodes; the i-th merge makes
  /// cluster n + i.
  public struct Merge: Sendable, Equatable {
    /// The two clusters, the lower number first.
    public var clusters: [Int]
    /// Their distance.
    public var height: Double
  }

  /// The number of nodes.
  public var nodeCount: Int
  /// The merges, nearest first.
  public var merges: [Merge]

  /// The clusters that are left when as many merges are made as leave `count` of them, numbered by
  /// the lowest node in each.
  ///
  /// - Complexity: O(n).
  public func cut(into count: Int) -> Components {
    let made = max(0, min(merges.count, nodeCount - max(1, count)))
    var label = [Int32](0..<Int32(nodeCount + made))
    // From the last merge down, each cluster hands its label on.
    for index in stride(from: made - 1, through: 0, by: -1) {
      for cluster in merges[index].clusters { label[cluster] = label[nodeCount + index] }
    }
    return Components(labels: Array(label[..<nodeCount]), labelCount: nodeCount + made)
  }
}

extension PairMatrix {
  /// Hierarchical clustering: the two nearest clusters become one, until one is left.
  ///
  /// The values of this matrix are distances, or similarities; an undefined one counts as the farthest
  /// known, and a similarity as 0 at most, but as 1 between equal profiles that do not vary. Clusters are
  /// found by chains of nearest neighbours that begin at the lowest node left; of those equally near a chain
  /// goes to the one before, else to the lowest. The same values give the same merges.
  ///
  /// - Parameters:
  ///   - linkage: how the distance of clusters follows from those of nodes.
  ///   - areSimilarities: whether greater values are nearer, as those of correlations; the height is
  ///     then 1 − the value.
  /// - Complexity: O(n²) time and space, by chains of nearest neighbours.
  /// - Reference: F. Murtagh, A survey of recent advances in hierarchical clustering algorithms, The
  ///   Computer Journal 26 (1983) 354–359, doi:10.1093/comjnl/26.4.354; S. C. Johnson, Hierarchical
  ///   clustering schemes, Psychometrika 32 (1967) 241–254, doi:10.1007/BF02289588.
  public func clustered(
    _ linkage: Linkage = .average, areSimilarities: Bool = false
  ) -> Dendrogram {
    let n = nodeCount
    var distance = values
    var farthest = areSimilarities ? 1.0 : 0
    for (place, value) in values.enumerated() where !value.isNaN {
      distance[place] = value.isFinite ? (areSimilarities ? 1 - value : value) : 0
      farthest = max(farthest, distance[place])
    }
    for (place, value) in values.enumerated() where value.isNaN { distance[place] = farthest }
    var size = [Int](repeating: 1, count: n)
    var raw: [(a: Int, b: Int, height: Double)] = []
    var chain: [Int] = []
    while raw.count < n - 1 {
      if chain.isEmpty, let first = size.firstIndex(where: { $0 > 0 }) { chain.append(first) }
      guard let last = chain.last else { break }
      // The one before in the chain wins a draw: chains then end.
      var nearest = chain.count > 1 ? chain[chain.count - 2] : -1
      var least = nearest < 0 ? Double.infinity : distance[PairMatrix.place(last, nearest)]
      for other in 0..<n where size[other] > 0 && other != last {
        let next = distance[PairMatrix.place(last, other)]
        if next < least || nearest < 0 {
          least = next
          nearest = other
        }
      }
      guard chain.count > 1, nearest == chain[chain.count - 2] else {
        chain.append(nearest)
        continue
      }
      chain.removeLast(2)
      let (a, b) = (min(last, nearest), max(last, nearest))
      raw.append((a, b, least))
      for other in 0..<n where size[other] > 0 && other != a && other != b {
        let place = PairMatrix.place(a, other)
        let (x, y) = (distance[place], distance[PairMatrix.place(b, other)])
        switch linkage {
        case .single: distance[place] = min(x, y)
        case .complete: distance[place] = max(x, y)
        case .average:
          let (p, q) = (Double(size[a]), Double(size[b]))
          distance[place] = (p * x + q * y) / (p + q)
        }
      }
      size[a] += size[b]
      size[b] = 0
    }
    return Dendrogram(nodeCount: n, raw: raw)
  }
}

extension Dendrogram {
  /// Orders merges of clusters that are named by their lowest nodes.
  fileprivate init(nodeCount: Int, raw: [(a: Int, b: Int, height: Double)]) {
    self.nodeCount = nodeCount
    merges = []
    var above = [Int](0..<nodeCount)
    var cluster = above
    let order = raw.indices.sorted { (raw[$0].height, $0) < (raw[$1].height, $1) }
    for index in order {
      let (a, b) = (Dendrogram.top(raw[index].a, &above), Dendrogram.top(raw[index].b, &above))
      let pair = [cluster[a], cluster[b]].sorted()
      above[max(a, b)] = min(a, b)
      cluster[min(a, b)] = nodeCount + merges.count
      merges.append(Merge(clusters: pair, height: raw[index].height))
    }
  }

  private static func top(_ node: Int, _ above: inout [Int]) -> Int {
    var node = node
    while above[node] != node {
      above[node] = above[above[node]]
      node = above[node]
    }
    return node
  }
}
