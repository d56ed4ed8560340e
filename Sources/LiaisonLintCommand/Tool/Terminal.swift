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
  /// Whether colour is wanted: a terminal, `NO_COLOR` not set, `TERM` not `dumb`.
  public let hasColor: Bool

  /// The terminal behind a file descriptor.
  public init(descriptor: Int32) {
    self.descriptor = descriptor
    isTerminal = isatty(descriptor) == 1
    let refuses = getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
    let isDumb = getenv("TERM").map { String(cString: $0) == "dumb" } ?? false
    hasColor = isTerminal && !refuses && !isDumb
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
  /// - Throws: `OutputError` where the descriptor is closed or full.
  public func write(_ text: String) throws {
    var text = text
    try text.withUTF8 { bytes in
      var done = 0
      while done < bytes.count {
        #if canImport(Darwin)
          let count = Darwin.write(
            descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done)
        #elseif canImport(Musl)
          let count = Musl.write(
            descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done)
        #else
          let count = Glibc.write(
            descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done)
        #endif
        if count < 0 {
          if errno == EINTR { continue }
          throw OutputError()
        }
        done += count
      }
    }
  }
}

/// Standard output is closed or its disk is full: exit 74.
struct OutputError: Error, CustomStringConvertible {
  var description: String { "standard output cannot be written to" }
}
