import CGraphvizShim

/// Has Graphviz lay out and render.
///
/// ```swift
/// let engine = GraphvizEngine(isolation: .worker(executable: "/usr/bin/liaison"))
/// let placement = try engine.place(graph, engine: .dot)
/// ```
/// An engine holds no state and may be used from several threads; workers then run side by side.
/// Calls block their thread until the reply is there.
public struct GraphvizEngine: Sendable, Hashable {
  /// Where Graphviz runs.
  public enum Isolation: Sendable, Hashable {
    /// In a child process with limits of memory and time, one for each request. The executable is
    /// one whose `main` calls ``GraphvizWorker/runIfRequested()`` first: this one, or an installed
    /// `liaison`. It is a path, not a name to be searched for.
    case worker(executable: String, arguments: [String] = [GraphvizWorker.argument])
    /// In this process, one request at a time. A layout that crashes ends the process, one that
    /// hangs hangs it, and `fdp` gives other positions at each call: for small, trusted graphs.
    case inProcess
  }

  /// Whether this build has Graphviz; without it every `inProcess` request throws `notInstalled`.
  public static var isAvailable: Bool { liaison_graphviz_available() != 0 }

  /// Where Graphviz runs.
  public var isolation: Isolation

  /// Creates an engine.
  public init(isolation: Isolation) { self.isolation = isolation }

  /// Lays out and renders one request. The same request gives the same bytes, from a worker.
  ///
  /// - Throws: `notInstalled`, `died` with the signal, `timedOut`, `badInput`, `tooLarge` with the
  ///   limit, or `failed`.
  public func render(_ request: GraphvizRequest) throws(GraphvizError) -> GraphvizReply {
    let limit = request.limits.requestBytes
    guard request.dot.count <= limit else {
      throw GraphvizError(
        .tooLarge, "The graph takes \(request.dot.count) bytes of DOT; the limit is \(limit).",
        hint: "Draw a part of it, or an aggregated view.", engine: request.engine)
    }
    switch isolation {
    case .inProcess:
      return try RenderOutcome(rendering: request).reply(to: request)
    case .worker(let executable, let arguments):
      return try ask(worker: executable, arguments, request)
    }
  }

  private func ask(
    worker executable: String, _ arguments: [String], _ request: GraphvizRequest
  ) throws(GraphvizError) -> GraphvizReply {
    let engine = request.engine
    guard !ChildProcess.isChild else {
      throw GraphvizError(
        .failed, "A worker does not start workers.",
        hint: "Call GraphvizWorker.runIfRequested() in the first line of main.", engine: engine)
    }
    // Room for the header and for what Graphviz says.
    let (outputLimit, overflow) = request.limits.replyBytes.addingReportingOverflow(128 << 10)
    let child = ChildProcess(
      path: executable, arguments: arguments, input: WorkerMessage.encode(request),
      outputLimit: overflow ? .max : outputLimit, wallSeconds: request.limits.wallSeconds)
    let ending = child.run()
    if let error = ending.startError {
      throw GraphvizError(
        .failed, "The Graphviz worker \(executable) could not be started (errno \(error)).",
        hint: "Name an executable that is there and may be run.", engine: engine)
    }
    if ending.outputOver {
      throw GraphvizError(
        .tooLarge, "The picture is larger than the limit of \(request.limits.replyBytes) bytes.",
        hint: "Draw a part of it, or an aggregated view.", engine: engine)
    }
    guard !ending.timedOut, ending.signal.map({ $0 != Signal.processorTime }) ?? true else {
      throw timedOut(request, processor: !ending.timedOut)
    }
    if let signal = ending.signal {
      throw GraphvizError(
        .died, "The layout engine \(engine.rawValue) stopped: \(Signal.name(signal)).",
        hint: "Draw a part of the network, or ask for another engine.", engine: engine,
        signal: signal)
    }
    guard var outcome = WorkerMessage.decodeReply(ending.output), ending.exitStatus ?? 0 == 0 else {
      let last = RenderOutcome.lines(of: ending.errors).last.map { ": \($0)" } ?? ""
      throw GraphvizError(
        .died,
        "The Graphviz worker \(executable) ended with status \(ending.exitStatus ?? -1) and "
          + "without an answer\(last).",
        hint: "Its main must call GraphvizWorker.runIfRequested() first.", engine: engine)
    }
    outcome.messages += RenderOutcome.lines(of: ending.errors)
    return try outcome.reply(to: request)
  }

  private func timedOut(_ request: GraphvizRequest, processor: Bool) -> GraphvizError {
    let limit =
      processor
      ? "\(request.limits.cpuSeconds) s of processor time"
      : "\(request.limits.wallSeconds.dot(in: 0...1_000_000) ?? "0") s"
    return GraphvizError(
      .timedOut,
      "The layout engine \(request.engine.rawValue) took longer than its limit of \(limit).",
      hint: "Draw a part of the network, ask for another engine, or raise the limit.",
      engine: request.engine)
  }
}

/// Signals by number, the same on Linux and Darwin but for SIGBUS.
enum Signal {
  /// SIGXCPU.
  static let processorTime: Int32 = 24

  static func name(_ signal: Int32) -> String {
    switch signal {
    case 4: "signal 4, illegal instruction"
    case 6: "signal 6, aborted"
    case 7, 10: "signal \(signal), bus error"
    case 8: "signal 8, arithmetic error"
    case 9: "signal 9, killed"
    case 11: "signal 11, invalid memory reference"
    default: "signal \(signal)"
    }
  }
}
