/// A node of a ``Graph``: its dense index, from 0 to `nodeCount - 1`.
///
/// Ids are local to one graph; a layer keeps the map to what a node stands for.
public struct NodeID: DenseID {
  public var rawValue: Int32

  @inlinable
  public init(rawValue: Int32) { self.rawValue = rawValue }
}
