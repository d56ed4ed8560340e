/// Why a graph cannot be made, or a measure has no meaning on it.
public struct GraphError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The kind of error. Compare with the codes given here; later versions may add others.
  public struct Code: RawRepresentable, Hashable, Sendable {
    public var rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    /// An edge or an argument names a node that the graph does not have.
    public static let nodeOutOfRange = Code(rawValue: "node-out-of-range")
    /// There are more nodes or edges than 32-bit ids can tell apart.
    public static let tooLarge = Code(rawValue: "too-large")
    /// The number of weights is not the number of edges.
    public static let weightCount = Code(rawValue: "weight-count")
    /// A weight is not a number or is infinite, or weights are too great or too small to be summed.
    public static let weightNotFinite = Code(rawValue: "weight-not-finite")
    /// A weight is zero or negative where the measure has no meaning for it.
    public static let weightNotPositive = Code(rawValue: "weight-not-positive")
    /// A parameter of a measure lies outside its range.
    public static let invalidParameter = Code(rawValue: "invalid-parameter")
    /// The search for a solution did not come near enough to it.
    public static let notSettled = Code(rawValue: "not-settled")
    /// A run was told to stop; see ``RunProgress``.
    public static let cancelled = Code(rawValue: "cancelled")
  }

  /// The kind of error.
  public var code: Code
  /// What is wrong, in one sentence.
  public var message: String
  /// What to do about it; empty where that is plain.
  public var hint: String

  /// Creates an error.
  public init(_ code: Code, _ message: String, hint: String = "") {
    self.code = code
    self.message = message
    self.hint = hint
  }

  public var description: String { hint.isEmpty ? message : "\(message) \(hint)" }

  /// What is measured by weights whose sums no number holds.
  static let weightsTooGreat = GraphError(
    .weightNotFinite, "The weights of the edges are too great to be summed.",
    hint: "Measure without weights, or give them in another unit.")

  static func nodeOutOfRange(_ node: Int, nodeCount: Int) -> GraphError {
    GraphError(.nodeOutOfRange, "Node \(node) is not among the \(nodeCount) nodes of the graph.")
  }
}
