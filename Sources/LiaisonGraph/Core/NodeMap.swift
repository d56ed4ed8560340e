/// One value for each node of a graph: an array indexed by ``NodeID``.
public typealias NodeMap<Value> = DenseMap<NodeID, Value>

/// One value for each edge of a graph: an array indexed by ``EdgeID``.
public typealias EdgeMap<Value> = DenseMap<EdgeID, Value>

/// One value for each part of a graph: an array indexed by a dense id.
///
/// - Complexity: O(1) to read or write a value.
public struct DenseMap<ID: DenseID, Value> {
  /// The values in the order of the ids.
  public var values: [Value]

  /// Takes one value for each id, in order.
  @inlinable
  public init(_ values: [Value]) { self.values = values }

  /// Gives the same value to each of `count` ids.
  @inlinable
  public init(repeating value: Value, count: Int) {
    values = Array(repeating: value, count: count)
  }

  /// The number of values.
  @inlinable
  public var count: Int { values.count }

  /// The ids, in order.
  @inlinable
  public var ids: LazyMapSequence<Range<Int>, ID> { (0..<values.count).lazy.map { ID($0) } }

  /// The value of one id.
  @inlinable
  public subscript(id: ID) -> Value {
    get { values[id.index] }
    set { values[id.index] = newValue }
  }

  /// The map with each value transformed.
  @inlinable
  public func mapValues<Other, Failure: Error>(
    _ transform: (Value) throws(Failure) -> Other
  ) throws(Failure) -> DenseMap<ID, Other> {
    var result: [Other] = []
    result.reserveCapacity(values.count)
    for value in values { result.append(try transform(value)) }
    return DenseMap<ID, Other>(result)
  }
}

extension DenseMap where ID == NodeID {
  /// The nodes, in order.
  @inlinable
  public var nodes: LazyMapSequence<Range<Int>, NodeID> { ids }
}

extension DenseMap: Sendable where Value: Sendable {}
extension DenseMap: Equatable where Value: Equatable {}
extension DenseMap: Hashable where Value: Hashable {}
