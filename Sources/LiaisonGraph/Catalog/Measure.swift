public import LiaisonCatalog

/// Something that can be measured on a graph, for its nodes, its ties or the whole.
///
/// One measure may give several figures, each under its own key; `betweenness` gives
/// `betweenness.unweighted.raw`, `betweenness.inverse.norm` and so on. Keys, conventions and values
/// are those of the project's oracle. A figure that has no meaning on the graph at hand is left out,
/// and ``MeasureResult/skipped`` says why; a single value without meaning is `nil`. Where a graph has no
/// directions, or no weights, the keys of each direction and of each kind of weights would be the same
/// figure: it is given once, and the others go without saying.
public protocol Measure: Sendable {
  /// The page that `liaison explain` prints; its id is the measure's.
  var page: CatalogPage { get }

  /// Computes all figures of this measure.
  ///
  /// - Parameters:
  ///   - graph: any graph; parallel edges and self-loops are dealt with as each key's convention says.
  ///   - options: groups, threads.
  /// - Throws: ``GraphError`` with `invalidParameter` where the options have no meaning for the graph, or
  ///   `cancelled`.
  func compute(_ graph: Graph, _ options: MeasureOptions) throws(GraphError) -> MeasureResult
}

extension Measure {
  /// The measure's id.
  public var id: String { page.id }
}

/// What a measure may be given besides the graph.
public struct MeasureOptions: Sendable {
  /// The group of each node (its sector, its district), for measures within and between groups; `nil` for a
  /// node whose group is not known, which those measures leave out with its ties.
  public var groups: NodeMap<String?>?
  /// How many threads at most; as many as there are processors if `nil`. No value depends on it.
  public var threads: Int?
  /// Where long runs report, and look whether to go on.
  public var progress: RunProgress?

  /// Creates options.
  public init(
    groups: NodeMap<String?>? = nil, threads: Int? = nil, progress: RunProgress? = nil
  ) {
    self.groups = groups
    self.threads = threads
    self.progress = progress
  }
}
