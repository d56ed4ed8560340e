/// One value for each node of a graph: an array indexed by ``NodeID``.
///
/// - Complexity: O(1) to read or write a value.
public struct NodeMap<Value> {
  /// The values in the order of the nodes.
  public var values: [Value]

  /// Takes one value a node, in the order of the nodes.
  @inlinable
  public init(_ values: [Value]) { self.values = values }

  /// Gives the same value to each of `count` nodes.
  @inlinable
  public init(repeating value: Value, count: Int) {
    values = Array(repeating: value, count: count)
  }

  /// The number of nodes.
  @inlinable
  public var count: Int { values.count }

  /// The nodes, in order.
  @inlinable
  public var nodes: LazyMapSequence<Range<Int>, NodeID> {
    (0..<values.count).lazy.map { NodeID($0) }
  }

  /// The value of one node.
  @inlinable
  public subscript(node: NodeID) -> Value {
    get { values[node.index] }
    set { values[node.index] = newValue }
  }

  /// The map with each value transformed.
  @inlinable
  public func mapValues<Other, Failure: Error>(
    _ transform: (Value) throws(Failure) -> Other
  ) throws(Failure) -> NodeMap<Other> {
    var result: [Other] = []
    result.reserveCapacity(values.count)
    for value in values { result.append(try transform(value)) }
    return NodeMap<Other>(result)
  }
}

extension NodeMap: Sendable where Value: Sendable {}
extension NodeMap: Equatable where Value: Equatable {}
extension NodeMap: Hashable where Value: Hashable {}

/// One value for each edge of a graph: an array indexed by ``EdgeID``.
///
/// - Complexity: O(1) to read or write a value.
public struct EdgeMap<Value> {
  /// The values in the order of the edges.
  public var values: [Value]

  /// Takes one value an edge, in the order of the edges.
  @inlinable
  public init(_ values: [Value]) { self.values = values }

  /// Gives the same value to each of `count` edges.
  @inlinable
  public init(repeating value: Value, count: Int) {
    values = Array(repeating: value, count: count)
  }

  /// The number of edges.
  @inlinable
  public var count: Int { values.count }

  /// The value of one edge.
  @inlinable
  public subscript(edge: EdgeID) -> Value {
    get { values[edge.index] }
    set { values[edge.index] = newValue }
  }
}

extension EdgeMap: Sendable where Value: Sendable {}
extension EdgeMap: Equatable where Value: Equatable {}
extension EdgeMap: Hashable where Value: Hashable {}
