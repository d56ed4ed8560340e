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
  ///   - options: groups, threads, whether any size will do, the seed and resolution of communities.
  /// - Throws: ``GraphError`` with `invalidParameter` or `nodeOutOfRange` where the options have no meaning
  ///   for the graph, or `cancelled`.
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
  /// The keys of the figures that are wanted, or their beginnings up to a dot, in any letter case; all if
  /// empty. A measure may give others too, but need not compute what takes long and nobody wants.
  public var keys: [String]
  /// The nodes that paths start from, or walks start anew at, for figures of these alone; `nil` for none of
  /// those figures.
  public var sources: [NodeID]?
  /// Within how many steps more to count, at least 1, for measures of reach.
  public var steps: Int?
  /// How many threads at most; as many as there are processors if `nil`. No value depends on it.
  public var threads: Int?
  /// Where long runs report, and look whether to go on.
  public var progress: RunProgress?
  /// Whether measures are computed beyond the size that their page says: it may take hours, and much memory.
  public var isOfAnySize: Bool
  /// What the order and the draws of searches for communities start from.
  public var seed: UInt64
  /// The resolution of modularity, and of communities that are sought by it: above 1 for smaller
  /// communities, below 1 for larger ones; above 0, at most ``Graph/greatestResolution``.
  public var resolution: Double

  /// Creates options.
  public init(
    groups: NodeMap<String?>? = nil, keys: [String] = [], sources: [NodeID]? = nil,
    steps: Int? = nil, threads: Int? = nil, progress: RunProgress? = nil,
    isOfAnySize: Bool = false, seed: UInt64 = 1, resolution: Double = 1
  ) {
    self.groups = groups
    self.keys = keys
    self.sources = sources
    self.steps = steps
    self.threads = threads
    self.progress = progress
    self.isOfAnySize = isOfAnySize
    self.seed = seed
    self.resolution = resolution
  }

  /// Whether a figure is wanted, or some of those whose keys begin so.
  func wants(_ key: String) -> Bool {
    let own = key.lowercased()
    return keys.isEmpty
      || keys.contains { wanted in
        let wanted = wanted.lowercased()
        return CatalogPage.isKey(own, under: wanted) || CatalogPage.isKey(wanted, under: own)
      }
  }
}
