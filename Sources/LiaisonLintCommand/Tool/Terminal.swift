public import LiaisonFiles

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Standard output or standard error, and whether a person looks at it.
public struct Terminal: Sendable {
  /// The colours that text output uses; never the only sign of anything.
  public enum Style: String, Sendable {
    case strong = "1"
    case faint = "2"
    case error = "31;1"
    case warning = "33;1"
    case info = "36;1"
  }

  /// The file descriptor.
  public let descriptor: Int32
  /// Whether it is a terminal.
  public let isTerminal: Bool
  /// Whether a line on it can be written over: a terminal, `TERM` not `dumb`.
  public let canErase: Bool
  /// Whether colour is wanted: a line can be written over, and `NO_COLOR` is not set.
  public let hasColor: Bool

  /// The terminal behind a file descriptor.
  public init(descriptor: Int32) {
    self.descriptor = descriptor
    isTerminal = isatty(descriptor) == 1
    let refuses = getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
    let isDumb = getenv("TERM").map { String(cString: $0) == "dumb" } ?? false
    canErase = isTerminal && !isDumb
    hasColor = canErase && !refuses
  }

  /// Standard output.
  public static var standardOutput: Terminal { Terminal(descriptor: 1) }
  /// Standard error.
  public static var standardError: Terminal { Terminal(descriptor: 2) }

  /// Text in a style, plain where colour is not wanted.
  public func styled(_ text: String, _ style: Style) -> String {
    hasColor ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }

  /// Writes all bytes of a text.
  ///
  /// - Throws: `inputOutput` (74) where the descriptor is closed or its disk full.
  public func write(_ text: String) throws(FileError) {
    let output = StandardOutput(descriptor: descriptor)
    output.write(text)
    try output.finish()
  }

  /// Writes all bytes.
  ///
  /// - Throws: `inputOutput` (74) where the descriptor is closed or its disk full.
  public func write(_ bytes: [UInt8]) throws(FileError) {
    let output = StandardOutput(descriptor: descriptor)
    output.write(bytes)
    try output.finish()
  }
}
