import LiaisonGraph

extension KeyWords {
  /// How a figure is taken, by a part of its key, or by the head of the key and the part.
  static let qualifiers = [
    "in": "towards it", "out": "from it", "all": "whatever the direction",
    "undirected": "whatever the direction", "directed": "in the direction of the ties",
    "unweighted": "each tie alike", "weighted": "by the weights", "cost": "weights as lengths",
    "inverse": "weights as strengths", "norm": "of the most there can be",
    "l2": "scaled to length 1", "max": "the greatest is 1", "max1": "the greatest is 1",
    "sum1": "they add up to 1", "null": "undefined below two contacts",
    "zero": "0 below two contacts", "fagiolo": "by direction, after Fagiolo",
    "onnela": "after Onnela", "barrat": "after Barrat", "ucinet": "as UCINET has it",
    "ucinet_ego": "among its contacts alone, as UCINET has it",
    "wf": "after Wasserman and Faust", "vf": "after Valente and Foreman",
    "classic": "undefined unless all are reached", "reach": "over those that are reached",
    "closeness.raw": "1 over the sum of distances", "betweenness.raw": "pairs counted",
    "edge_betweenness.raw": "pairs counted",
    // With weights it may be above 1.
    "harmonic.norm": "on average over the others",
    "betweenness.from": "paths from the nodes given alone",
    "pagerank.from": "starting at the nodes given alone",
    "hub": "pointing to the right ones", "auth": "being pointed to",
    "1step": "within one step", "2step": "within two steps", "3step": "within three steps",
    "any": "within any number of steps",
    "leiden": "by Leiden", "louvain": "by Louvain", "labels": "by label propagation",
    "group": "by the groups of the nodes",
    "attached": "the core tied to all, the others to the core alone",
    "apart": "ties between the core and the others not counted",
    "coordinator": "between two of its own group", "itinerant": "between two of one other group",
    "gatekeeper": "from another group into its own",
    "representative": "from its own group to another", "liaison": "between two other groups",
    "greedy": "the best found, not all tried",
    "F": "pairs that no longer reach each other", "DF": "pairs, by how far they then are",
    "reach1": "share of all nodes in the set or tied to it",
    "DR": "all nodes by how near they are to the set, its own as 1",
    "k1": "one node", "k2": "two nodes", "k3": "three nodes",
  ]

  /// Words for keys of networks whose ties have no direction, where others would be wrong.
  static let undirected = [
    "m": "ties, each pair once",
    "degree.all": "degree: ties that it has",
    "degree.norm": "normalized degree: ties as a share of the others there are",
    "core.undirected": "k-core: the densest core that it belongs to",
    "components.weak": "components: parts that hang together",
    "connectedness.reach": "share of pairs that reach each other",
  ]

  /// What figures are, by their whole key or its beginning.
  static let families = [
    // The network's size.
    "n": "nodes", "m": "ties, each pair and direction once", "loops": "ties of a node to itself",
    "parallel": "ties that repeat another",
    // Ties of a node.
    "degree.in": "in-degree: ties that lead to it",
    "degree.out": "out-degree: ties that lead from it",
    "degree.all": "degree: ties, those to it and those from it added",
    "neighbours": "neighbours: others to whom it is tied, each counted once",
    "degree.raw_all":
      "raw degree: ties as the file has them, repeated ones and those to itself counted",
    "degree.raw_in":
      "raw in-degree: ties that lead to it as the file has them, repeated ones counted",
    "degree.raw_out":
      "raw out-degree: ties that lead from it as the file has them, repeated ones counted",
    "degree.norm":
      "normalized degree: ties as a share of the others there are; up to 2 where ties have a direction",
    "strength.in": "in-strength: weights of the ties that lead to it, added",
    "strength.out": "out-strength: weights of the ties that lead from it, added",
    "strength.all": "strength: weights of its ties, added",
    // Centrality.
    "closeness": "closeness: how near it is to the others",
    "harmonic": "harmonic closeness, which copes with networks in several pieces",
    "eccentricity": "eccentricity: how far away the farthest is of those that are reached",
    "reach": "reach: how many others are reached",
    "betweenness": "betweenness: how often it lies on the shortest paths between others",
    "edge_betweenness":
      "edge betweenness: how often a tie lies on the shortest paths between nodes",
    "eigenvector": "eigenvector centrality: how central those are to whom it is tied",
    "eigenvalue": "greatest eigenvalue",
    "katz": "Katz centrality: all walks that lead to it, long ones counting less",
    "katz.unweighted.alpha": "what each further step counts in Katz's centrality (each tie alike)",
    "katz.weighted.alpha": "what each further step counts in Katz's centrality (by the weights)",
    "pagerank": "PageRank: where a walker is found who follows ties and now and then starts anew",
    "hits": "hubs and authorities",
    "core.undirected": "k-core: the densest core that it belongs to, each neighbour counted once",
    "core.all": "k-core: the densest core that it belongs to, ties to it and from it counted",
    "core.in": "k-core: the densest core that it belongs to, ties to it counted",
    "core.out": "k-core: the densest core that it belongs to, ties from it counted",
    "centralization.degree": "how far all ties meet at one node, 0 to 1",
    "centralization.betweenness": "how far all shortest paths lead over one node, 0 to 1",
    "centralization.closeness": "how far one node alone is near to all, 0 to 1",
    // Pieces, and what holds them together.
    "components.weak": "weak components: parts that hang together, whatever the direction of ties",
    "components.weak.count": "how many parts hang together",
    "component.largest": "size of the largest part that hangs together",
    "components.strong": "strong components: parts within which everybody reaches everybody",
    "components.strong.count": "how many parts there are within which everybody reaches everybody",
    "isolates": "isolates: without any tie",
    "articulation": "articulation points: without one of these there are more parts",
    "bridges": "bridges: ties without one of which there are more parts",
    "bicomponents": "biconnected components: parts that no single member holds together",
    "augmentation": "augmentation: new ties after which no single member holds a part together",
    "augmentation.ties": "fewest new ties after which no single member holds a part together",
    "dominators.root_first":
      "dominators: who stands on every way from the first node to each other",
    "dominators.reachable": "reached from the first node",
    "edge_connectivity": "fewest ties whose loss parts the network",
    "node_connectivity": "fewest nodes whose loss parts the network",
    "removal.F.delta":
      "fragmentation: by how much the share of pairs grows that do not reach each other, without it",
    "removal.DF.delta": "distance fragmentation: by how much all are farther apart without it",
    "keyplayer.neg": "key players, without whom most falls apart",
    "keyplayer.pos": "key players, who reach most",
    "keyplayer.greedy.neg": "key players, without whom most falls apart, the best found",
    "keyplayer.greedy.pos": "key players, who reach most, the best found",
    "is_dag": "1 where no tie leads back in a cycle", "dag.longest_path": "longest chain of ties",
    "transitive_reduction": "transitive reduction: ties that no way round replaces",
    "transitive_closure.edges": "pairs of which the first reaches the second",
    // Density and distances.
    "density": "share of the possible ties that are there",
    "dyads.mutual": "pairs tied both ways", "dyads.asymmetric": "pairs tied one way",
    "dyads.null": "pairs not tied", "reciprocity.arc": "share of ties that are returned",
    "reciprocity.dyad": "share of tied pairs that are tied both ways",
    "reciprocity.dyadic_sna": "share of pairs that are alike in both directions",
    "mean_distance": "steps between two, on average", "diameter": "steps between the two farthest",
    "radius": "steps from who is nearest to all to the farthest",
    "wiener": "steps between all pairs, added",
    "efficiency.global": "how near all are to each other, from 0 to 1",
    "connectedness.reach": "share of ordered pairs of which the first reaches the second",
    "connectedness.weak": "share of pairs that hang together",
    "fragmentation": "share of pairs that do not hang together",
    "distance_fragmentation": "how far all are apart, from 0 (all tied) to 1 (nobody to anybody)",
    // Triangles, cliques and communities.
    "transitivity": "share of the chains of three whose ends are tied, over the whole",
    "clustering": "clustering coefficient: how far those to whom it is tied are tied to each other",
    "clustering.mean.null":
      "how far the contacts of a node are tied to each other, on average over those with two",
    "clustering.mean.zero":
      "how far the contacts of a node are tied to each other, on average over all nodes",
    "triangles": "triangles that it is part of", "clique_number": "size of the largest clique",
    "cliques.maximal.ge2": "cliques of two at least that lie in no larger one",
    "cliques.maximal.ge3": "cliques of three at least that lie in no larger one",
    "communities": "communities found", "community": "communities",
    "modularity": "how far ties run within communities",
    "modularity.group": "how far ties run within the groups of the nodes",
    // Brokerage.
    "constraint":
      "constraint: how far it is held by contacts who are tied to each other; brokers have least",
    "effective_size": "effective size: its contacts less those who repeat each other",
    "efficiency": "efficiency: share of its contacts who do not repeat each other",
    "hierarchy": "hierarchy: how far its constraint comes from a single contact, 0 to 1",
    "brokerage": "brokerage: ways over it between two who are not tied",
    "brokerage.total": "brokerage: ways over it between two who are not tied, in any role",
    "brokerage.expected": "expected brokerage: ways over it that chance would give",
    "brokerage.z": "brokerage, z score: ways over it, how far from chance, in standard deviations",
    // Groups and positions.
    "ei_index": "ties out of groups less those within, of all, −1 to 1",
    "ei_index.node":
      "E-I index: ties out of its group less those within, of all that it has, −1 to 1",
    "assortativity.degree": "whether the well tied are tied to each other, −1 to 1",
    "assortativity.degree.directed_out_in":
      "whether those with many ties from them are tied to those with many to them, −1 to 1",
    "assortativity.attribute": "whether groups keep to themselves, −1 to 1",
    "position.equivalence": "positions by structural equivalence, of those whose ties are alike",
    "position.euclidean": "positions by structural equivalence, of those whose ties differ least",
    "position.concor": "positions by CONCOR, which splits in two again and again",
    "equivalence.correlation": "structural equivalence: how alike the ties of two are, −1 to 1",
    "equivalence.euclidean":
      "structural equivalence: how far apart the ties of two are, 0 where they are the same",
    "core_periphery": "core and periphery: 1 in the core, 0 around it",
    "core_periphery.fit": "fit of a core",
    // Two kinds of nodes.
    "bipartite.degree": "two-mode degree: share of the other kind to whom it is tied",
    "bipartite.closeness":
      "two-mode closeness: how near it is to those it reaches, by the nearest that one of its kind can be "
      + "to all; above 1 at most in a network of several pieces",
    "bipartite.betweenness":
      "two-mode betweenness: how often it lies on the shortest paths between others, of the most that "
      + "one of its kind can",
    "bipartite.density": "share of the possible ties between the two kinds that are there",
    // Pairs that are not tied.
    "link.common_neighbours":
      "common neighbours: two who are not tied, by how many contacts they share",
    "link.jaccard": "Jaccard: two who are not tied, by the share of their contacts that they share",
    "link.adamic_adar":
      "Adamic–Adar: two who are not tied, by shared contacts, each the less the more ties it has",
    "link.resource_allocation":
      "resource allocation: two who are not tied, by what would reach one from the other over shared contacts",
    "link.preferential.where_common":
      "preferential attachment: two who are not tied and share a contact, by the product of their "
      + "numbers of ties",
  ].merging(triads) { own, _ in own }.merging(brokerageOfAll) { own, _ in own }

  /// The brokerage of the whole network, by role.
  private static let brokerageOfAll = Dictionary(
    uniqueKeysWithValues: BrokerageRole.allCases.map { role in
      let words = qualifiers["\(role)"].map { " (\($0))" } ?? ""
      return (
        "brokerage.total.\(role)",
        "ways between two who are not tied over a third, of all nodes\(words)"
      )
    })

  /// The sixteen ways in which three nodes can be tied.
  private static let triads = [
    "triads.003": "threes without any tie",
    "triads.012": "threes with one tie, one way",
    "triads.102": "threes with one tie, both ways",
    "triads.021D": "threes where one is tied to two others",
    "triads.021U": "threes where two are tied to one",
    "triads.021C": "threes in a chain",
    "triads.111D": "threes with a tie both ways, to one end of which the third is tied",
    "triads.111U": "threes with a tie both ways, one end of which is tied to the third",
    "triads.030T": "threes in a chain with a shortcut",
    "triads.030C": "threes in a ring, one way round",
    "triads.201": "threes with two ties, both ways",
    "triads.120D": "threes with a tie both ways, the third tied to both ends",
    "triads.120U": "threes with a tie both ways, both ends tied to the third",
    "triads.120C": "threes with a tie both ways and a chain past it",
    "triads.210": "threes with two ties both ways and one one way",
    "triads.300": "threes all tied both ways",
  ]
}
