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
  /// - Throws: ``GraphError`` with `invalidParameter` where there is not one group a node, or
  ///   `weightNotFinite` where weights are too great to be summed.
  /// - Complexity: O(n + m log m) time, O(n + m) space.
  /// - Reference: P. Doreian, V. Batagelj and A. Ferligoj, Generalized Blockmodeling, Cambridge
  ///   University Press 2005, doi:10.1017/CBO9780511584176.
  public func quotient(
    groups: NodeMap<String>, weighted: Bool = false
  ) throws(GraphError) -> Quotient {
    let (group, names) = try numbered(groups)
    var sizes = [Int](repeating: 0, count: names.count)
    for g in group { sizes[g] += 1 }
    let simple = simplified()
    var ties: [(pair: Edge, index: Int)] = []
    ties.reserveCapacity(simple.edgeCount)
    for (index, edge) in simple.edges.enumerated() {
      let (a, b) = (group[edge.source.index], group[edge.target.index])
      ties.append((!isDirected && a > b ? Edge(b, a) : Edge(a, b), index))
    }
    // Ties of one pair of groups side by side, in their own order, in which they are summed.
    ties.sort {
      ($0.pair.source, $0.pair.target, $0.index) < ($1.pair.source, $1.pair.target, $1.index)
    }
    var edges: [Edge] = []
    var weights: [Double] = []
    for (pair, index) in ties {
      if edges.last != pair {
        edges.append(pair)
        weights.append(0)
      }
      weights[weights.count - 1] += weighted ? simple.weight(of: EdgeID(index)) : 1
    }
    guard weights.allSatisfy(\.isFinite) else { throw .weightsTooGreat }
    return Quotient(
      names: names, sizes: sizes, group: NodeMap(group),
      graph: Graph(checked: edges, nodeCount: names.count, directed: isDirected, weights: weights))
  }
}
