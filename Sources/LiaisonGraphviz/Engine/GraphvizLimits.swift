/// How much a request, its worker and its reply may take.
///
/// Every limit is named in the message of the error that it causes.
public struct GraphvizLimits: Sendable, Hashable {
  /// The longest DOT text, in bytes.
  public var requestBytes: Int
  /// The longest reply, in bytes.
  public var replyBytes: Int
  /// Nodes, at most.
  public var nodes: Int
  /// Edges, at most.
  public var edges: Int
  /// The address space of a worker, in bytes. It holds in a worker only, and not under a sanitizer.
  public var memoryBytes: Int
  /// The processor time of a worker, in whole seconds. It holds in a worker only.
  public var cpuSeconds: Int
  /// From the start of a worker to its last byte, in seconds. It holds in a worker only.
  public var wallSeconds: Double

  /// Creates limits; what is not given is as in `standard`.
  public init(
    requestBytes: Int = 8 << 20, replyBytes: Int = 64 << 20, nodes: Int = 5_000,
    edges: Int = 20_000, memoryBytes: Int = 1 << 30, cpuSeconds: Int = 30,
    wallSeconds: Double = 30
  ) {
    self.requestBytes = requestBytes
    self.replyBytes = replyBytes
    self.nodes = nodes
    self.edges = edges
    self.memoryBytes = memoryBytes
    self.cpuSeconds = cpuSeconds
    self.wallSeconds = wallSeconds
  }

  /// 8 MiB in, 64 MiB out, 5,000 nodes, 20,000 edges, 1 GiB, 30 s.
  public static let standard = GraphvizLimits()
}
