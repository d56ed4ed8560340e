/// A graph whose groups are drawn together to one node each.
public struct Quotient: Sendable {
  /// The names of the groups, in the order of their bytes; node `g` of ``graph`` is group `g`.
  public var names: [String]
  /// The number of nodes in each group.
  public var sizes: [Int]
  /// The group of each node of the graph that was drawn together.
  public var group: NodeMap<Int>
  /// One edge for each pair of groups that any tie joins, and a self-loop where ties are within one;
  /// it weighs the sum of the ties' weights, or their number.
  public var graph: Graph
}

extension Graph {
  /// The graph of groups: sector to sector, district to district.
  ///
  /// Ties are those of the simplified graph. Edges are ordered by source and then by target.
  ///
  /// - Parameters:
  ///   - groups: the group of each node.
  ///   - weighted: whether ties count by weight, not by number.
  /// - Throws: ``GraphError`` with `invalidParameter` where there is not one group a node.
  /// - Complexity: O(n + m + g²) time and space for g groups.
  /// - Reference: P. Doreian, V. Batagelj and A. Ferligoj, Generalized Blockmodeling, Cambridge
  ///   University Press 2005, doi:10.1017/CBO9780511584176.
  public func quotient(
    groups: NodeMap<String>, weighted: Bool = false
  ) throws(GraphError) -> Quotient {
    let (group, names) = try numbered(groups)
    let count = names.count
    var sizes = [Int](repeating: 0, count: count)
    for g in group { sizes[g] += 1 }
    var ties = [Int](repeating: 0, count: count * count)
    var sums = [Double](repeating: 0, count: count * count)
    let simple = simplified()
    for (index, edge) in simple.edges.enumerated() {
      var (a, b) = (group[edge.source.index], group[edge.target.index])
      if !isDirected, a > b { swap(&a, &b) }
      ties[a * count + b] += 1
      sums[a * count + b] += weighted ? simple.weights?[index] ?? 1 : 1
    }
    var edges: [Edge] = []
    var weights: [Double] = []
    for place in ties.indices where ties[place] > 0 {
      edges.append(Edge(place / count, place % count))
      weights.append(sums[place])
    }
    return Quotient(
      names: names, sizes: sizes, group: NodeMap(group),
      graph: Graph(checked: edges, nodeCount: count, directed: isDirected, weights: weights))
  }
}
