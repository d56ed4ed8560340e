public import LiaisonCatalog
public import LiaisonGraph
public import LiaisonLintCommand

/// The shelf of measures.
public enum MeasureShelf: Shelf {
  /// The word of `liaison list`.
  public static let name = "measures"
  /// A measure's page.
  public static func page(of element: any Measure) -> CatalogPage { element.page }

  /// A measure's page, with the keys of all figures that it gives.
  public static func wholePage(of element: any Measure) -> CatalogPage {
    var page = element.page
    page.figures = figures(of: element)
    return page
  }

  /// The keys that a measure gives for some small networks, so that the page cannot say otherwise than the
  /// measure does: with directions and without, with cycles and without, of one kind of nodes and of two,
  /// and one too large for an exact search of key players.
  private static func figures(of measure: any Measure) -> [CatalogPage.Figures] {
    var (nodes, pairs, values, sets): ([String], [String], [String], [String]) = ([], [], [], [])
    func take(_ keys: [String], _ known: inout [String]) {
      for key in keys {
        let key = key.replacing(otherGroup, with: CatalogPage.group)
        if !known.contains(key) { known.append(key) }
      }
    }
    for graph in samples {
      let groups = NodeMap<String?>(
        graph.nodes.map { $0.index.isMultiple(of: 2) ? CatalogPage.group : otherGroup })
      guard
        let result = try? measure.compute(
          graph, MeasureOptions(groups: groups, sources: [NodeID(0)], steps: 4))
      else {
        continue
      }
      take(result.nodeColumns.map(\.key), &nodes)
      take(result.pairColumns.map(\.key), &pairs)
      take(result.values.map(\.key), &values)
      take(result.sets.map(\.key), &sets)
    }
    let lists: [CatalogPage.Figures] = [
      .init(of: "each node", keys: nodes), .init(of: "ties and pairs", keys: pairs),
      .init(of: "the whole network", keys: values), .init(of: "sets of nodes", keys: sets),
    ]
    return lists.filter { !$0.keys.isEmpty }
  }

  private static let otherGroup = CatalogPage.group + "2"

  private static var samples: [Graph] {
    let round = [(0, 1), (1, 2), (2, 0), (1, 3), (3, 0), (3, 4), (4, 0), (4, 5), (5, 0), (0, 5)]
      .map { Edge($0.0, $0.1) }
    let down = [Edge(0, 1), Edge(1, 2), Edge(0, 2), Edge(1, 3)]
    // Even nodes are tied to odd ones alone.
    let twoKinds = [Edge(0, 1), Edge(1, 2), Edge(2, 3), Edge(3, 4), Edge(0, 5)]
    let graphs: [(count: Int, edges: [Edge], directed: Bool)] = [
      (6, round, true), (6, round, false), (4, down, true), (6, twoKinds, false),
      // So many that not all sets of two are tried.
      (142, round, false),
    ]
    return graphs.compactMap { item in
      try? Graph(
        nodeCount: item.count, edges: item.edges, directed: item.directed,
        weights: item.edges.indices.map { Double($0 % 3 + 1) })
    }
  }
}
