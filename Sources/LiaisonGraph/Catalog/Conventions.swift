/// What several measures count alike, in the words of their pages.
enum Conventions {
  /// Of measures of the simple graph.
  static let simple =
    "Self-loops are left out, and repeated rows are one tie, their weights summed."
  /// Of measures of paths; see ``PathFigure``.
  static let paths = """
    unweighted counts steps. inverse takes the weight of a tie for its strength, as that of a \
    network's layer is, so that its length is 1 / weight; cost takes it for its length, which fits \
    an edge list of days, kilometres or prices. Both need weights above zero. Weights of rows that \
    repeat a pair of nodes are added first, lengths too.
    """
  /// Of measures that follow ties from a node, or to it.
  static let directions = """
    out is along the ties from the node, in along them to it, all without regard to direction; an \
    undirected network has all alone.
    """
  /// Of measures of paths that are taken in each direction; see ``PathFigure``.
  static let pathDirections = """
    \(directions) With weights (inverse, cost) a directed network has out and in alone.
    """
  /// Of measures of groups; see ``GroupedPart``.
  static let groups = "Nodes without a group are left out, with their ties, and counted."
  /// Of measures of the strength of ties; see ``StrengthFigure``.
  static let strengths = """
    unweighted counts each tie once, weighted by its weight, which may not be below zero.
    """
}
