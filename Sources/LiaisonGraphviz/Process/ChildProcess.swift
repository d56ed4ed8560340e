import CGraphvizShim

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A program run to its end within limits.
struct ChildProcess {
  var path: String
  var arguments: [String]
  var input: [UInt8] = []
  var outputLimit: Int
  var wallSeconds: Double

  /// How it ended and what it wrote.
  struct Ending {
    /// The `errno` of the start, where it did not start.
    var startError: Int32?
    /// `nil` where a signal ended it, or nothing is known.
    var exitStatus: Int32?
    var signal: Int32?
    var timedOut: Bool
    var outputOver: Bool
    var output: [UInt8]
    var errors: [UInt8]
  }

  /// How much of stderr is kept.
  static let errorLimit = 64 << 10

  /// Names that fontconfig looks at; all else of our environment stays here.
  private static let inherited = [
    "FONTCONFIG_FILE", "FONTCONFIG_PATH", "FONTCONFIG_SYSROOT", "HOME", "XDG_CACHE_HOME",
    "XDG_CONFIG_HOME", "XDG_DATA_HOME",
  ]

  /// Set in every child, so that one that is no worker after all starts none of its own.
  static let mark = "LIAISON_GRAPHVIZ_WORKER"

  /// Whether this process is such a child.
  static var isChild: Bool { getenv(mark) != nil }

  private static var environment: [String] {
    var list = [
      // Under a sanitizer a crash is to be a signal too, and Graphviz's leaks are known.
      "ASAN_OPTIONS=abort_on_error=1:detect_leaks=0:handle_segv=0",
      "LC_ALL=C.UTF-8", "SOURCE_DATE_EPOCH=946684800",
      "SWIFT_BACKTRACE=enable=no", "TZ=UTC", "\(mark)=1",
    ]
    for name in inherited {
      if let value = getenv(name) { list.append("\(name)=\(String(cString: value))") }
    }
    return list
  }

  /// Starts it, feeds it, reads it and waits for it.
  func run() -> Ending {
    var result = liaison_child_result()
    // A day at most, also for what is no number.
    let seconds = wallSeconds <= 86_400 ? max(wallSeconds, 0) : 86_400
    ChildProcess.withCStrings([path] + arguments) { arguments in
      ChildProcess.withCStrings(ChildProcess.environment) { environment in
        input.withUnsafeBufferPointer { bytes in
          liaison_run_child(
            path, arguments, environment, bytes.baseAddress, bytes.count, max(outputLimit, 0),
            ChildProcess.errorLimit, seconds, &result)
        }
      }
    }
    defer {
      liaison_free_bytes(&result.output)
      liaison_free_bytes(&result.errors)
    }
    return Ending(
      startError: result.spawn_error == 0 ? nil : result.spawn_error,
      exitStatus: result.exit_status < 0 ? nil : result.exit_status,
      signal: result.signal == 0 ? nil : result.signal, timedOut: result.timed_out != 0,
      outputOver: result.output_over != 0, output: Array(result.output),
      errors: Array(result.errors))
  }

  private static func withCStrings(
    _ strings: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> Void
  ) {
    let copies = strings.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    var pointers = copies.map { UnsafePointer($0) }
    pointers.append(nil)
    pointers.withUnsafeBufferPointer { buffer in
      if let base = buffer.baseAddress { body(base) }
    }
  }
}

extension Array where Element == UInt8 {
  /// A copy of bytes that C made.
  init(_ bytes: liaison_bytes) {
    self.init(UnsafeBufferPointer(start: bytes.base, count: bytes.base == nil ? 0 : bytes.count))
  }
}
