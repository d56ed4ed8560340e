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

  /// Lays out and renders one request.
  ///
  /// - Throws: `notInstalled`, `died` with the signal, `timedOut`, `badInput`, `tooLarge` with the
  ///   limit, or `failed`.
  public func render(_ request: GraphvizRequest) throws(GraphvizError) -> GraphvizReply {
    throw GraphvizError(.failed, "Not yet.")
  }

  /// Where an engine puts the nodes, edges and clusters of a graph.
  ///
  /// - Throws: as ``render(_:)``, and as ``DOTGraph/encoded()``.
  public func place(
    _ graph: DOTGraph, engine: LayoutEngine, limits: GraphvizLimits = .standard
  ) throws(GraphvizError) -> GraphvizPlacement {
    throw GraphvizError(.failed, "Not yet.")
  }
}

/// The child process's side.
public enum GraphvizWorker {
  /// The argument that asks for it.
  public static let argument = "__graphviz-worker"

  /// Serves one request and ends the process, if the process was started as a worker; otherwise
  /// does nothing. The first line of `main`.
  public static func runIfRequested() {}
}
