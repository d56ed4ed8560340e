import CGraphvizShim

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The child process's side of ``GraphvizEngine/Isolation/worker(executable:arguments:)``.
public enum GraphvizWorker {
  /// The argument that asks for it.
  public static let argument = "__graphviz-worker"

  /// Serves one request and ends the process, if the process was started as a worker; otherwise
  /// does nothing. It must be the first line of `main`: what runs before it runs in every worker,
  /// without limits.
  public static func runIfRequested() {
    guard CommandLine.arguments.dropFirst().last == argument, ChildProcess.isChild else { return }
    _exit(serve())
  }

  /// Reads the request from stdin and answers it; returns the exit status.
  private static func serve() -> Int32 {
    var header = [UInt8](repeating: 0, count: WorkerMessage.requestWords * 8)
    guard liaison_read(0, &header, header.count) == header.count,
      let (question, count) = WorkerMessage.decodeRequest(header)
    else { return 65 }
    let limits = question.limits
    let reply = liaison_confine(
      UInt64(clamping: limits.memoryBytes), UInt64(clamping: limits.cpuSeconds))
    guard reply >= 0 else { return 70 }
    // The parent refuses a longer text before it asks; half the memory is no text of ours.
    guard count <= limits.memoryBytes / 2 else { return 65 }
    var request = question
    request.dot = [UInt8](repeating: 0, count: count)
    guard liaison_read(0, &request.dot, count) == count else { return 65 }
    let answer = WorkerMessage.encode(RenderOutcome(rendering: request))
    return liaison_write(reply, answer, answer.count) == 0 ? 0 : 74
  }
}
