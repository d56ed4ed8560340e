#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A buffered way to standard output that notices a full disk, which `print` does not.
///
/// Writing never fails; `finish` tells whether any of it did. A program writes its results here and
/// ends with the error's exit code, 74. It has an identity, the descriptor, so it is a class; one
/// thread uses it.
public final class StandardOutput {
  private let descriptor: Int32
  private let name: String
  private var buffer: [UInt8] = []
  private var failure: Int32 = 0

  /// Creates a sink; 1 is standard output, 2 standard error.
  public init(descriptor: Int32 = 1) {
    self.descriptor = descriptor
    name = descriptor == 1 ? "<stdout>" : descriptor == 2 ? "<stderr>" : "<\(descriptor)>"
  }

  /// Whether a terminal is at the other end.
  public var isTerminal: Bool { isatty(descriptor) == 1 }

  /// Adds text.
  public func write(_ text: String) {
    var text = text
    text.withUTF8 { append(UnsafeRawBufferPointer($0)) }
  }

  /// Adds bytes.
  public func write(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { append($0) }
  }

  /// Hands what is buffered to the system, so that it is seen before further work.
  public func flush() {
    guard failure == 0, !buffer.isEmpty else { return }
    failure = buffer.withUnsafeBytes { POSIX.writeAll($0, to: descriptor) }
    buffer.removeAll(keepingCapacity: true)
  }

  /// Flushes, and tells whether everything so far was written.
  ///
  /// - Throws: `inputOutput` (74).
  public func finish() throws(FileError) {
    flush()
    guard failure == 0 else {
      throw FileError(
        .inputOutput, "cannot be written: \(POSIX.reason(failure))", path: name)
    }
  }

  private func append(_ bytes: UnsafeRawBufferPointer) {
    guard failure == 0 else { return }
    if buffer.count + bytes.count > 64 << 10 { flush() }
    guard failure == 0 else { return }
    if bytes.count > 64 << 10 {
      failure = POSIX.writeAll(bytes, to: descriptor)
    } else {
      buffer += bytes
    }
  }
}
