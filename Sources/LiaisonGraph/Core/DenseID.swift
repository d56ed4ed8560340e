/// A dense index of a graph's parts, from 0 on: of its nodes (``NodeID``), of its edges (``EdgeID``).
public protocol DenseID: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The index as it is stored.
  var rawValue: Int32 { get }

  /// Creates an id from the stored index.
  init(rawValue: Int32)
}

extension DenseID {
  /// Creates an id from an index that is known to fit (below 2³¹).
  ///
  /// For an index that comes from outside, use ``init(exactly:)``.
  @inlinable
  public init(_ index: Int) { self.init(rawValue: Int32(index)) }

  /// Creates an id, or gives `nil` if the index is negative or does not fit.
  @inlinable
  public init?(exactly index: Int) {
    guard index >= 0, let raw = Int32(exactly: index) else { return nil }
    self.init(rawValue: raw)
  }

  /// The index, for arrays of one value for each part.
  @inlinable
  public var index: Int { Int(rawValue) }

  @inlinable
  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }

  public var description: String { String(rawValue) }
}
