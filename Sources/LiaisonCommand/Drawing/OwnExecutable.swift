#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The running program's own file: what is started as the layout worker.
enum OwnExecutable {
  /// The path, from the kernel where it tells; else as the program was called.
  static var path: String {
    var buffer = [CChar](repeating: 0, count: 4096)
    #if canImport(Darwin)
      var size = UInt32(buffer.count)
      let isKnown = _NSGetExecutablePath(&buffer, &size) == 0
    #else
      let isKnown = readlink("/proc/self/exe", &buffer, buffer.count - 1) > 0
    #endif
    guard isKnown else { return CommandLine.arguments.first ?? "" }
    return String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
