/// What a reader accepts before it refuses; each limit is named in the message that it causes.
public struct InputLimits: Sendable, Hashable {
  /// The bytes of one file. At most 4 GiB can be addressed whatever this says.
  public var fileBytes: Int
  /// The bytes of one line and of one text.
  public var fieldBytes: Int
  /// How deep lists and maps nest.
  public var depth: Int
  /// The scalars, lists and maps of one file.
  public var nodes: Int
  /// The problems told for one file; reading stops at that number.
  public var problems: Int

  /// Creates limits; what is left out has the default of `standard`.
  public init(
    fileBytes: Int = 64 << 20, fieldBytes: Int = 1 << 20, depth: Int = 64,
    nodes: Int = 4_000_000, problems: Int = 1_000
  ) {
    self.fileBytes = fileBytes
    self.fieldBytes = fieldBytes
    self.depth = depth
    self.nodes = nodes
    self.problems = problems
  }

  /// 64 MiB a file, 1 MiB a line or text, 64 levels, 4,000,000 nodes, 1,000 problems.
  public static let standard = InputLimits()

  /// A number of bytes as a person says it: `64 MiB`, `1 MiB`, `700 bytes`.
  static func sized(_ bytes: Int) -> String {
    if bytes >= 1 << 20, bytes % (1 << 20) == 0 { return "\(bytes >> 20) MiB" }
    if bytes >= 1 << 10, bytes % (1 << 10) == 0 { return "\(bytes >> 10) KiB" }
    return "\(bytes) bytes"
  }
}
