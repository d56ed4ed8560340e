import LiaisonCatalog

/// The figures that measures give, in the order they were computed in, each under its key.
///
/// A figure that is no finite number is not one: it is left undefined, and ``skipped`` says so.
public struct MeasureResult: Sendable, Equatable {
  /// One figure for each node.
  public struct NodeColumn: Sendable, Equatable {
    /// The key, as `betweenness.unweighted.raw`.
    public var key: String
    /// The values; `nil` where undefined.
    public var values: NodeMap<Double?>
  }

  /// A figure of two nodes: of a tie, or of a pair.
  public struct PairValue: Sendable, Equatable {
    /// The nodes.
    public var pair: Edge
    /// The value; `nil` where undefined.
    public var value: Double?
  }

  /// One figure for each tie, or for some pairs of nodes.
  public struct PairColumn: Sendable, Equatable {
    /// The key, as `edge_betweenness.unweighted.raw`.
    public var key: String
    /// The values.
    public var values: [PairValue]
    /// Whether each pair leads from its first node to its second; else both stand in it alike.
    public var isDirected = false
  }

  /// One figure of the whole graph.
  public struct Value: Sendable, Equatable {
    /// The key, as `density`.
    public var key: String
    /// The value; `nil` where undefined.
    public var value: Double?
  }

  /// Nodes that belong together.
  public struct NodeSets: Sendable, Equatable {
    /// What the nodes form.
    public enum Content: Sendable, Equatable {
      /// One set of nodes, in order.
      case nodes([NodeID])
      /// Several sets, each in order, ordered by their nodes.
      case groups([[NodeID]])
    }

    /// The key, as `articulation`.
    public var key: String
    /// The nodes.
    public var content: Content
  }

  /// A figure that is not given.
  public struct Skipped: Sendable, Equatable {
    /// The key, or the beginning of several, up to a dot: `betweenness.cost` is `betweenness.cost.raw` and
    /// `betweenness.cost.norm`.
    public var key: String
    /// Why it is not given.
    public var reason: String
    /// The reason of figures of groups where no node has one.
    public static let noGroups = "no groups"
    /// A tie whose weight has no meaning for it, where that is why; rows of the same two are one tie, and
    /// weigh their sum.
    public var tie: WeightedTie?
    /// The limit that the graph is beyond, where that is why.
    public var limit: SizeLimit?
  }

  /// A row that weighs too little for a figure.
  public struct WeightedTie: Sendable, Equatable {
    /// Its ends.
    public var ends: Edge
    /// Its weight.
    public var weight: Double
    /// What would do, as `weights above zero`.
    public var needed: String
  }

  /// Figures of nodes.
  public var nodeColumns: [NodeColumn] = []
  /// Figures of ties and pairs.
  public var pairColumns: [PairColumn] = []
  /// Figures of the whole graph.
  public var values: [Value] = []
  /// Sets of nodes.
  public var sets: [NodeSets] = []
  /// Figures that are not given.
  public var skipped: [Skipped] = []

  /// Creates a result without figures.
  public init() {}

  /// Adds a figure for each node.
  public mutating func add(_ key: String, nodes values: NodeMap<Double?>) {
    let held = values.values.allSatisfy(MeasureResult.isHeld)
    if !held { skipTooGreat(key) }
    nodeColumns.append(
      NodeColumn(
        key: key,
        values: held ? values : values.mapValues { MeasureResult.isHeld($0) ? $0 : nil }))
  }

  /// Adds a figure for each node.
  public mutating func add(_ key: String, nodes values: NodeMap<Double>) {
    add(key, nodes: values.mapValues { Optional($0) })
  }

  /// Adds a count for each node.
  public mutating func add(_ key: String, nodes values: NodeMap<Int>) {
    add(key, nodes: values.mapValues { Optional(Double($0)) })
  }

  /// Adds a figure for each edge of a graph.
  ///
  /// - Parameters:
  ///   - key: the key.
  ///   - edges: the edges.
  ///   - values: the figure of each.
  ///   - isDirected: whether they lead from their source to their target.
  public mutating func add(
    _ key: String, edges: [Edge], _ values: EdgeMap<Double>, isDirected: Bool = false
  ) {
    var pairs: [PairValue] = []
    for (index, edge) in edges.enumerated() {
      let value = values.values[index]
      pairs.append(PairValue(pair: edge, value: value.isFinite ? value : nil))
    }
    if !values.values.allSatisfy(\.isFinite) { skipTooGreat(key) }
    pairColumns.append(PairColumn(key: key, values: pairs, isDirected: isDirected))
  }

  /// Adds a figure of the whole graph.
  public mutating func add(_ key: String, _ value: Double?) {
    if !MeasureResult.isHeld(value) { skipTooGreat(key) }
    values.append(Value(key: key, value: MeasureResult.isHeld(value) ? value : nil))
  }

  private static func isHeld(_ value: Double?) -> Bool { value?.isFinite ?? true }

  private mutating func skipTooGreat(_ key: String) {
    skip(key, because: "some of it is too great a number to be held")
  }

  /// Adds a count of the whole graph.
  public mutating func add(_ key: String, _ count: Int) { add(key, Double(count)) }

  /// Adds one set of nodes.
  public mutating func add(_ key: String, set nodes: [NodeID]) {
    sets.append(NodeSets(key: key, content: .nodes(nodes)))
  }

  /// Adds sets of nodes.
  public mutating func add(_ key: String, sets groups: [[NodeID]]) {
    sets.append(NodeSets(key: key, content: .groups(groups)))
  }

  /// Says that figures are not given.
  ///
  /// - Parameters:
  ///   - keys: their keys, or beginnings of keys up to a dot.
  ///   - reason: why, in a few words.
  public mutating func skip(_ keys: String..., because reason: String) {
    for key in keys { skipped.append(Skipped(key: key, reason: reason)) }
  }

  /// Says that figures are not given because the graph is beyond a limit.
  mutating func skip(_ keys: String..., beyond limit: SizeLimit) {
    for key in keys { skipped.append(Skipped(key: key, reason: limit.exceeded, limit: limit)) }
  }

  /// Says that figures are not given because of what ties weigh.
  mutating func skip(_ keys: [String], because problem: WeightProblem) {
    for key in keys {
      skipped.append(Skipped(key: key, reason: problem.reason, tie: problem.tie))
    }
  }

  /// Why a figure is not given; `nil` where nothing says so.
  public func reason(forSkipping key: String) -> String? {
    skipped.first { CatalogPage.isKey(key, under: $0.key) }?.reason
  }

  /// Appends the figures of another measure.
  public mutating func append(_ other: MeasureResult) {
    nodeColumns += other.nodeColumns
    pairColumns += other.pairColumns
    values += other.values
    sets += other.sets
    skipped += other.skipped
  }
}
