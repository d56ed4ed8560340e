/// A graph whose strong components are drawn together to one node each; it has no
/// cycle.
public struct Condensation: Sendable, Equatable {
  /// The strong components, numbered by the lowest node in each.
  public var components: Components
  /// One arc for each pair of components that any arc leads between, by source and then target.
  public var arcs: [Edge]
  /// For each arc of ``arcs``, how many of the graph's arcs it stands for.
  public var arcCounts: [Int]
  /// The components in an order in which every arc leads to a later one.
  public var order: [NodeID]

  /// The condensed graph: node `c` is component `c`, an arc weighs what it stands for.
  ///
  /// - Complexity: O(c + a) for c components and a arcs.
  public func graph() -> Graph {
    Graph(
      checked: arcs, nodeCount: components.count, directed: true,
      weights: arcCounts.map { Double($0) })
  }
}

extension Graph {
  /// The condensation: each strong component drawn together to one node.
  ///
  /// In an undirected graph nothing is left between components. Self-loops do not count, parallel
  /// arcs all do.
  ///
  /// - Complexity: O(n + m) time and space.
  /// - Reference: F. Harary, R. Z. Norman and D. Cartwright, Structural Models, Wiley 1965.
  public func condensation() -> Condensation {
    let (labels, count) = stronglyConnected(outgoing)
    let components = Components(labels: labels, labelCount: count)
    let component = components.component.values
    var between: [Edge] = []
    for edge in edges where component[edge.source.index] != component[edge.target.index] {
      between.append(Edge(component[edge.source.index], component[edge.target.index]))
    }
    // Sorted by the rows of a graph: in linear time.
    let rows = Rows.ordered(by: between, nodeCount: count, directed: true).outgoing
    var result = Condensation(components: components, arcs: [], arcCounts: [], order: [])
    for source in 0..<count {
      var last: Int32 = -1
      for k in rows.row(source) {
        if rows.targets[k] == last {
          result.arcCounts[result.arcCounts.count - 1] += 1
          continue
        }
        last = rows.targets[k]
        result.arcs.append(Edge(source, Int(last)))
        result.arcCounts.append(1)
      }
    }
    // Tarjan's numbers fall along arcs.
    var order = [Int](repeating: 0, count: count)
    for (node, label) in labels.enumerated() { order[count - 1 - Int(label)] = component[node] }
    result.order = order.map { NodeID($0) }
    return result
  }
}
