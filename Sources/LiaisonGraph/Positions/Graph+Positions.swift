extension Graph {
  /// Positions by structural equivalence: the nodes that have ties, clustered by how alike these are.
  ///
  /// Isolates have no profile and stand in a position of their own. Of the others up to `count` clusters are
  /// left; two that are wholly alike (their distance, or 1 − their correlation, is below 1e-9) are not
  /// parted, so that there may be fewer; unless, in a directed graph, a third is as alike to one of them and
  /// not to the other. Profiles that are equal have the correlation 1, although it is undefined where
  /// they do not vary, as in a complete graph; any other undefined correlation counts as 0, or as the least
  /// known where that is below.
  ///
  /// - Parameters:
  ///   - measure: correlation or Euclidean distance.
  ///   - count: how many positions there are at most, at least 1, beside that of isolates.
  ///   - linkage: how the distance of clusters follows from that of nodes.
  ///   - weighted: whether ties count by weight.
  /// - Returns: the positions, numbered by the lowest node in each.
  /// - Throws: ``GraphError`` with `tooLarge` above 20,000 nodes, `invalidParameter`, or `weightNotFinite`
  ///   where sums of weights, or distances, are too great to be held.
  /// - Complexity: O(n² + Σ degree²) time, O(n²) space.
  /// - Reference: R. S. Burt, Positions in networks, Social Forces 55 (1976) 93–122, doi:10.2307/2577097;
  ///   S. Wasserman and K. Faust, Social Network Analysis, Cambridge University Press 1994, ch. 9,
  ///   doi:10.1017/CBO9780511815478.
  public func positions(
    by measure: EquivalenceMeasure = .correlation, count: Int = 4, linkage: Linkage = .average,
    weighted: Bool = false
  ) throws(GraphError) -> Components {
    guard count > 0 else {
      throw GraphError(.invalidParameter, "\(count) positions have no meaning.")
    }
    return try positions(
      from: structuralEquivalence(measure, weighted: weighted), measure, count: count,
      linkage: linkage)
  }

  /// The same, by equivalences that are known.
  func positions(
    from equivalence: PairMatrix, _ measure: EquivalenceMeasure, count: Int = 4,
    linkage: Linkage = .average
  ) -> Components {
    let members = tiedNodes
    let tree = equivalence.restricted(to: members)
      .clustered(linkage, areSimilarities: measure == .correlation)
    var apart = 1
    for merge in tree.merges where merge.height > 1e-9 { apart += 1 }
    let clusters = tree.cut(into: min(count, apart))
    var label = [Int32](repeating: 0, count: nodeCount)
    for (place, node) in members.enumerated() {
      label[node] = Int32(clusters.component.values[place] + 1)
    }
    return Components(labels: label, labelCount: clusters.count + 1)
  }

  /// The nodes that are tied to another, in order.
  var tiedNodes: [Int] {
    (0..<nodeCount).filter { node in
      [outgoing, incoming].contains { rows in
        rows.row(node).contains { Int(rows.targets[$0]) != node }
      }
    }
  }
}
