/// What the key of a figure says, in plain words: `degree.in` is "ties that lead to it".
///
/// Keys are for those who compute on; a person reads the words, and finds the key behind them.
enum KeyWords {
  /// The words for the figures of nodes or ties under a key: its own, else what the measure says in a line,
  /// with how this one of its figures is taken.
  ///
  /// - Parameters:
  ///   - key: the key, as `closeness.unweighted.raw.in`.
  ///   - summary: what the measure says, in a sentence.
  static func heading(_ key: String, summary: String?) -> String {
    if let own = own[key] { return own }
    guard var text = summary else { return key }
    if text.hasSuffix(".") { text.removeLast() }
    let parts = key.split(separator: ".").dropFirst().map(String.init)
    let ways = parts.compactMap { qualifiers[$0] }
    return ways.isEmpty ? text : "\(text) (\(ways.joined(separator: ", ")))"
  }

  /// The words for a figure of the whole, or for sets of nodes; nil where the key has none.
  static func words(_ key: String) -> String? {
    if let own = own[key] { return own }
    let parts = key.split(separator: ".").map(String.init)
    guard let head = parts.first, let words = heads[head] else { return nil }
    let ways = parts.dropFirst().compactMap { qualifiers[$0] }
    return ways.isEmpty ? words : "\(words) (\(ways.joined(separator: ", ")))"
  }

  /// How a figure is taken, by a part of its key.
  private static let qualifiers = [
    "in": "towards it", "out": "from it", "all": "whatever the direction",
    "undirected": "whatever the direction", "directed": "in the direction of the ties",
    "unweighted": "each tie alike", "weighted": "by the weights", "cost": "weights as lengths",
    "inverse": "weights as strengths", "norm": "from 0 to 1", "l2": "scaled to length 1",
    "max": "the greatest is 1", "max1": "the greatest is 1", "sum1": "they add up to 1",
    "null": "undefined below two neighbours", "zero": "0 below two neighbours",
    "fagiolo": "by direction, after Fagiolo", "ucinet": "as UCINET has it",
    "ucinet_ego": "as UCINET has it", "wf": "after Wasserman and Faust",
    "vf": "after Valente and Foreman", "classic": "undefined unless all are reached",
    "reach": "over those that are reached", "hub": "who points to the right ones",
    "auth": "who is pointed to", "1step": "within one step", "2step": "within two steps",
    "3step": "within three steps", "any": "within any number of steps",
    "leiden": "by Leiden", "louvain": "by Louvain", "labels": "by label propagation",
    "attached": "those around it tied to the core alone",
    "apart": "ties to those around it left out",
    "expected": "what chance would give", "z": "how far from chance, in standard deviations",
    "coordinator": "between two of its own group", "itinerant": "between two of one other group",
    "gatekeeper": "from another group into its own",
    "representative": "from its own group to another", "liaison": "between two other groups",
    "F": "parts", "DF": "distances", "reach1": "those within one step", "DR": "distances",
    "neg": "without them the network falls apart most", "pos": "they reach most",
    "k1": "one", "k2": "two together", "k3": "three together",
  ]

  /// What the figures of the whole and the sets are, by the head of their key.
  private static let heads = [
    "eigenvalue": "greatest eigenvalue", "katz": "factor of Katz's centrality",
    "centralization": "how far all hangs on one", "communities": "circles found",
    "modularity": "how far ties run within circles", "keyplayer": "key players",
    "brokerage": "ways over somebody between two who are not tied",
    "core_periphery": "fit of a core with others around it",
  ]

  /// Words for whole keys.
  private static let own = [
    "n": "nodes", "m": "ties, each pair and direction once", "loops": "ties of a node to itself",
    "parallel": "ties that repeat another",
    "degree.in": "Ties that lead to it", "degree.out": "Ties that lead from it",
    "degree.all": "Ties, those to it and those from it added",
    "neighbours": "Others to whom it is tied, each counted once",
    "degree.raw_all": "Ties as the file has them, repeated ones and those to itself counted",
    "degree.raw_in": "Ties that lead to it as the file has them, repeated ones counted",
    "degree.raw_out": "Ties that lead from it as the file has them, repeated ones counted",
    "degree.norm": "Ties as a share of the others there are; up to 2 where ties have a direction",
    "strength.in": "Weights of the ties that lead to it, added",
    "strength.out": "Weights of the ties that lead from it, added",
    "strength.all": "Weights of its ties, added",
    "components.weak": "Parts that hang together, whatever the direction of ties",
    "components.weak.count": "parts that hang together", "component.largest": "size of the largest",
    "components.strong": "Parts within which everybody reaches everybody",
    "components.strong.count": "parts within which everybody reaches everybody",
    "isolates": "Without any tie", "articulation": "Without one of these there are more parts",
    "bridges": "Ties without one of which there are more parts",
    "bicomponents": "Parts that no single member holds together",
    "augmentation": "New ties after which no single member holds a part together",
    "augmentation.ties": "new ties after which no single member holds a part together",
    "dominators.reachable": "reached from the first node",
    "dyads.mutual": "pairs tied both ways", "dyads.asymmetric": "pairs tied one way",
    "dyads.null": "pairs not tied", "reciprocity.arc": "share of ties that are returned",
    "reciprocity.dyad": "share of tied pairs that are tied both ways",
    "reciprocity.dyadic_sna": "share of pairs that are alike in both directions",
    "density": "share of the possible ties that are there",
    "mean_distance": "steps between two, on average", "diameter": "steps between the two farthest",
    "radius": "steps from who is nearest to all to the farthest",
    "wiener": "steps between all pairs, added",
    "efficiency.global": "how near all are, from 0 to 1",
    "connectedness.reach": "share of pairs of which one reaches the other",
    "connectedness.weak": "share of pairs that hang together",
    "fragmentation": "share of pairs that do not hang together",
    "distance_fragmentation": "the same, by how far they are apart",
    "transitivity": "share of a node's contacts that are tied, over the whole",
    "clustering.mean.null": "the same, the mean over nodes with two contacts at least",
    "clustering.mean.zero": "the same, the mean over all nodes",
    "triangles": "Triangles that it is part of", "clique_number": "size of the largest clique",
    "cliques.maximal.ge2": "cliques of two at least",
    "cliques.maximal.ge3": "those of three at least",
    "edge_connectivity": "fewest ties whose loss parts the network",
    "node_connectivity": "fewest nodes whose loss parts the network",
    "ei_index": "ties out of groups less those within, of all, −1 to 1",
    "ei_index.node": "Ties out of its group less those within, of all, −1 to 1",
    "assortativity.degree": "whether the well tied are tied to each other, −1 to 1",
    "assortativity.attribute": "whether groups keep to themselves, −1 to 1",
    "is_dag": "1 where no tie leads back", "dag.longest_path": "longest chain of ties",
    "brokerage.total": "Ways over it between two who are not tied, in every role",
  ]
}
