/// The part of a graph that measures of groups are taken of: the nodes whose group is known, and the ties
/// among them.
///
/// A group that is not recorded is no group of its own: such nodes would seem to be of one kind, and ties to
/// them to cross a border.
struct GroupedPart {
  /// The nodes with a group, in their order, and the ties among them.
  let graph: Graph
  /// The group of each of them.
  let groups: NodeMap<String>
  /// Where the nodes stand in the whole.
  private let places: [Int]
  private let wholeCount: Int

  /// How many nodes have no group.
  var leftOut: Int { wholeCount - places.count }

  /// The part of a graph that options give groups for; `nil`, which the result then says, where no node
  /// has one. Where some have none the result says how many.
  ///
  /// - Parameter keys: what the keys of the figures begin with.
  /// - Throws: ``GraphError`` with `invalidParameter` where there are not as many groups as nodes.
  init?(
    of whole: Graph, _ options: MeasureOptions, skipping keys: [String],
    _ result: inout MeasureResult
  ) throws(GraphError) {
    func skip(_ reason: String) { for key in keys { result.skip(key, because: reason) } }
    guard let given = options.groups else {
      skip(MeasureResult.Skipped.noGroups)
      return nil
    }
    guard given.count == whole.nodeCount else {
      throw GraphError(
        .invalidParameter, "There are \(given.count) groups for \(whole.nodeCount) nodes.")
    }
    var places: [Int] = []
    var groups: [String] = []
    var number = [Int32](repeating: -1, count: whole.nodeCount)
    for (node, group) in given.values.enumerated() {
      guard let group else { continue }
      number[node] = Int32(places.count)
      places.append(node)
      groups.append(group)
    }
    guard !places.isEmpty || whole.nodeCount == 0 else {
      skip(MeasureResult.Skipped.noGroups)
      return nil
    }
    self.groups = NodeMap(groups)
    self.places = places
    wholeCount = whole.nodeCount
    guard places.count < whole.nodeCount else {
      graph = whole
      return
    }
    var edges: [Edge] = []
    var weights: [Double] = []
    for (index, edge) in whole.edges.enumerated() {
      let (source, target) = (number[edge.source.index], number[edge.target.index])
      guard source >= 0, target >= 0 else { continue }
      edges.append(Edge(NodeID(rawValue: source), NodeID(rawValue: target)))
      if let weight = whole.weights?[index] { weights.append(weight) }
    }
    graph = Graph(
      checked: edges, nodeCount: places.count, directed: whole.isDirected,
      weights: whole.isWeighted ? weights : nil)
    skip(
      leftOut == 1
        ? "1 node has no group; it is left out, with its ties"
        : "\(leftOut) nodes have no group; they are left out, with their ties")
  }

  /// The values of all nodes; `nil` of those without a group.
  func spread<Value>(_ values: NodeMap<Value>) -> NodeMap<Value?> {
    spread(values.mapValues(Optional.some))
  }

  /// As `spread`, of values that may be undefined.
  func spread<Value>(_ values: NodeMap<Value?>) -> NodeMap<Value?> {
    var all = [Value?](repeating: nil, count: wholeCount)
    for (place, value) in zip(places, values.values) { all[place] = value }
    return NodeMap(all)
  }
}
