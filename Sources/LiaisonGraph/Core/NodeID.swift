/// A node of a ``Graph``: its dense index, from 0 to `nodeCount - 1`.
///
/// Ids are local to one graph; a layer keeps the map to what a node stands for.
public struct NodeID: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The index as it is stored.
  public var rawValue: Int32

  /// Creates an id from the stored index.
  @inlinable
  public init(rawValue: Int32) { self.rawValue = rawValue }

  /// Creates an id from an index that is known to fit (below 2³¹).
  ///
  /// For an index that comes from outside, use ``init(exactly:)``.
  @inlinable
  public init(_ index: Int) { rawValue = Int32(index) }

  /// Creates an id, or gives `nil` if the index is negative or does not fit.
  @inlinable
  public init?(exactly index: Int) {
    guard index >= 0, let raw = Int32(exactly: index) else { return nil }
    rawValue = raw
  }

  /// The index, for arrays of one value a node.
  @inlinable
  public var index: Int { Int(rawValue) }

  public static func < (a: NodeID, b: NodeID) -> Bool { a.rawValue < b.rawValue }

  public var description: String { String(rawValue) }
}
