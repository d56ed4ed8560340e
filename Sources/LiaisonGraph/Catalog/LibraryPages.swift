public import LiaisonCatalog

/// What the library does and `liaison measure` does not: it asks for a pair of nodes, a second network or a
/// choice that differs from question to question.
public enum LibraryPages {
  /// One page each.
  public static let shipped: [CatalogPage] = [
    page(
      "shortest_paths",
      ["shortest path tree", "search tree", "Dijkstra", "breadth-first search", "BFS"],
      "The shortest ways from one node or more, as a tree.",
      "By hops (breadth-first) or by the lengths of ties (Dijkstra), past ties that may not be taken.",
      ["Graph.breadthFirst", "Graph.shortestPaths"],
      nearest: "`liaison measure --measures distances` sums all shortest ways up.",
      "E. W. Dijkstra, A note on two problems in connexion with graphs, Numerische Mathematik 1 "
        + "(1959) 269–271, doi:10.1007/BF01386390"),
    page(
      "k_shortest_paths", ["k shortest paths", "loopless paths", "simple paths", "Yen"],
      "The k shortest ways between two nodes that pass no node twice.",
      "The shortest first, and of equally long ones that with the fewest ties.",
      ["Graph.shortestSimplePaths"],
      "J. Y. Yen, Finding the k shortest loopless paths in a network, Management Science 17 (1971) "
        + "712–716, doi:10.1287/mnsc.17.11.712"),
    page(
      "distance_matrix", ["all-pairs distances", "all-pairs shortest paths", "APSP"],
      "The distances of all pairs of nodes.",
      "A block of sources at a time, since the whole matrix of a large network fits no memory.",
      ["Graph.forEachDistanceBlock"],
      nearest: "`liaison measure --measures distances` gives their mean, and the greatest.",
      "E. F. Moore, The shortest path through a maze, in Proceedings of an International Symposium on "
        + "the Theory of Switching, 1959, 285–292"),
    page(
      "reachable_sets", ["reachability", "label-constrained reachability", "multi-source search"],
      "Who reaches whom, from many nodes at once, over ties of one's own choice.",
      "The sets that given nodes reach, 64 searches side by side.",
      ["Graph.reachability"],
      nearest: "`liaison measure --measures reach` counts how many each node reaches.",
      "M. Then and others, The more the merrier: efficient multi-source graph traversal, Proceedings of "
        + "the VLDB Endowment 8 (2014) 449–460, doi:10.14778/2735496.2735507"),
    page(
      "maximum_flow",
      ["max-flow", "network flow", "minimum cut", "min-cut", "Dinic", "Ford–Fulkerson"],
      "How much can pass from one node to another, and the cut that bounds it.",
      "The weights of ties are their capacities, and nodes may have some too.",
      ["Graph.maximumFlow"],
      nearest:
        "`liaison measure --measures connectivity` has the least cut of all pairs, by number.",
      "L. R. Ford and D. R. Fulkerson, Maximal flow through a network, Canadian Journal of Mathematics 8 "
        + "(1956) 399–404, doi:10.4153/CJM-1956-045-5"),
    page(
      "disjoint_paths",
      [
        "node-disjoint paths", "vertex-disjoint paths", "edge-disjoint paths", "independent paths",
        "Menger",
      ],
      "The ways between two nodes that have no node, or no tie, in common.",
      "As many as there are: so many must fail before the two are cut off from each other.",
      ["Graph.disjointPaths", "Graph.disjointPathCount"],
      nearest: "`liaison measure --measures connectivity` has the least number of all pairs.",
      "K. Menger, Zur allgemeinen Kurventheorie, Fundamenta Mathematicae 10 (1927) 96–115, "
        + "doi:10.4064/fm-10-1-96-115"),
    page(
      "condensation", ["condensed graph", "component graph", "graph of strong components"],
      "The network of the strong components: those who reach each other drawn together to one.",
      "It has no cycle: it shows which way the parts lie.",
      ["Graph.condensation"],
      nearest: "`liaison measure --measures components` numbers the strong components.",
      "F. Harary, R. Z. Norman and D. Cartwright, Structural Models, Wiley 1965"),
    page(
      "quotient", ["quotient graph", "reduced graph", "group graph"],
      "The network of groups: sector to sector, district to district.",
      "All nodes of a group are drawn together to one; a tie weighs as much as those that it stands for.",
      ["Graph.quotient"],
      nearest:
        "`liaison measure --measures groups` counts the ties between groups, and their density.",
      "P. Doreian, V. Batagelj and A. Ferligoj, Generalized Blockmodeling, Cambridge University Press "
        + "2005, doi:10.1017/CBO9780511584176"),
    page(
      "qap",
      ["QAP correlation", "quadratic assignment procedure", "permutation test", "Mantel test"],
      "Whether two networks of the same nodes have ties in the same places more than by chance.",
      "Pearson's correlation over all pairs, compared with the same after the nodes of one change "
        + "places at random.",
      ["Graph.qapCorrelation"],
      "D. Krackhardt, Predicting with networks, Social Networks 10 (1988) 359–381, "
        + "doi:10.1016/0378-8733(88)90004-4"),
    page(
      "edge_jaccard", ["Jaccard of ties", "edge overlap", "network overlap"],
      "The share of the ties of either of two networks that both have.",
      "1 where they are the same, 0 where they have no tie in common.",
      ["Graph.edgeJaccard"],
      nearest: "`liaison diff` says what differs between two states of a network.",
      "P. Jaccard, The distribution of the flora in the alpine zone, New Phytologist 11 (1912) 37–50, "
        + "doi:10.1111/j.1469-8137.1912.tb05611.x"),
    page(
      "hierarchical_clustering", ["dendrogram", "agglomerative clustering", "linkage"],
      "The tree of ever larger clusters of nodes that have like ties.",
      "By single, complete or average linkage of correlations or distances.",
      ["PairMatrix.clustered", "Graph.structuralEquivalence"],
      nearest: "`liaison measure --measures positions` cuts such a tree into up to four.",
      "S. C. Johnson, Hierarchical clustering schemes, Psychometrika 32 (1967) 241–254, "
        + "doi:10.1007/BF02289588"),
    page(
      "bipartition", ["two-colouring", "two-coloring", "bipartite test"],
      "The two sides of a network in which no tie lies within a side; none where there are none.",
      "Found from the ties alone, where nobody says what the kinds are.",
      ["Graph.bipartition"],
      nearest:
        "`liaison measure --measures two_mode` measures networks of two kinds that are named.",
      "D. Kőnig, Theorie der endlichen und unendlichen Graphen, Akademische Verlagsgesellschaft 1936"
    ),
    page(
      "generators",
      [
        "random graph", "Erdős–Rényi", "Erdos-Renyi", "Barabási–Albert", "Barabasi-Albert",
        "planted partition", "Watts–Strogatz", "small world", "grid graph",
      ],
      "Networks made by a rule or drawn at random, the same for the same seed.",
      "To try measures on, and to compare a network with what chance would make.",
      [
        "Graph.erdosRenyi", "Graph.barabasiAlbert",
        "Graph.plantedPartition",
        "Graph.wattsStrogatz", "Graph.path",
        "Graph.cycle", "Graph.star", "Graph.complete",
        "Graph.grid",
      ],
      "P. Erdős and A. Rényi, On random graphs I, Publicationes Mathematicae Debrecen 6 (1959) 290–297, "
        + "doi:10.5486/PMD.1959.6.3-4.12"),
  ]

  private static func page(
    _ id: String, _ terms: [String], _ summary: String, _ what: String, _ functions: [String],
    nearest: String = "", _ reference: String
  ) -> CatalogPage {
    let names = functions.map { "`\($0)`" }
    let list =
      names.count > 1
      ? names.dropLast().joined(separator: ", ") + " and " + names[names.count - 1]
      : names.joined()
    return CatalogPage(
      id: id, terms: terms, summary: summary,
      meaning: "\(what)\n\nNo command gives it: it is in the library, as \(list) of LiaisonGraph."
        + (nearest.isEmpty ? "" : " " + nearest),
      reference: reference)
  }
}
