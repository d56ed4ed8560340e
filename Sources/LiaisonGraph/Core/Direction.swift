/// Which way arcs are followed. In an undirected graph all three are the same.
public enum Direction: String, Sendable, CaseIterable {
  /// From source to target: whom a node reaches.
  case out
  /// From target to source: who reaches a node.
  case `in`
  /// Either way: direction is ignored.
  case all

  /// The way back.
  var reversed: Direction {
    switch self {
    case .out: .in
    case .in: .out
    case .all: .all
    }
  }
}
