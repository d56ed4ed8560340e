internal import Synchronization

/// How far a long run is, and the way to stop it: one object shared by who computes and who waits.
///
/// Kernels report after each part of their work, and look there whether to go on; a run that was
/// cancelled ends with ``GraphError/Code/cancelled``. What is reported never changes a result. No
/// clock is read: who shows progress asks as often as it likes.
///
/// ```swift
/// let progress = RunProgress()
/// // on another thread: progress.fraction, progress.cancel()
/// let result = try graph.qapCorrelation(with: other, progress: progress)
/// ```
public final class RunProgress: Sendable {
  private let done = Atomic<Int>(0)
  private let total = Atomic<Int>(0)
  private let begun = Atomic<Int>(0)
  private let stages = Atomic<Int>(1)
  private let stopped = Atomic<Bool>(false)

  /// Creates a progress at its beginning.
  public init() {}

  /// How many parts of the work are done.
  public var completedParts: Int { done.load(ordering: .relaxed) }

  /// How many parts are known of; a run of several stages may add to it.
  public var totalParts: Int { total.load(ordering: .relaxed) }

  /// The share of the work that is done, from 0 to 1; 0 before any is known of. Stages that have not begun
  /// count as much as those that have.
  public var fraction: Double {
    let known = Double(totalParts)
    guard known > 0 else { return 0 }
    let ahead = Double(stages.load(ordering: .relaxed)) / Double(begun.load(ordering: .relaxed))
    return min(1, Double(completedParts) / (known * max(1, ahead)))
  }

  /// Whether the run was told to stop.
  public var isCancelled: Bool { stopped.load(ordering: .relaxed) }

  /// Tells the run to stop at the end of the part it is at.
  public func cancel() { stopped.store(true, ordering: .relaxed) }

  /// Announces how many stages a run has, each of which announces its parts when it begins.
  func expect(stages count: Int) { stages.store(max(1, count), ordering: .relaxed) }

  /// Announces the parts of a stage.
  func expect(_ parts: Int) {
    total.wrappingAdd(parts, ordering: .relaxed)
    begun.wrappingAdd(1, ordering: .relaxed)
  }

  /// Reports parts that are done.
  func advance(by parts: Int = 1) { done.wrappingAdd(parts, ordering: .relaxed) }

  /// Reports a part that is done, and ends the run where it was told to stop.
  ///
  /// - Throws: ``GraphError`` with `cancelled`.
  func step() throws(GraphError) {
    advance()
    try check()
  }

  /// Ends the run where it was told to stop.
  ///
  /// - Throws: ``GraphError`` with `cancelled`.
  func check() throws(GraphError) {
    if isCancelled { throw .cancelled }
  }
}

extension GraphError {
  static let cancelled = GraphError(.cancelled, "The run was cancelled; there is no result.")
}

/// Computes `count` parts as ``inParallel(_:threads:_:)`` does, reporting each; once cancelled, no
/// further part is begun.
///
/// - Throws: ``GraphError`` with `cancelled`.
func inParallel<Part: Sendable>(
  _ count: Int, threads: Int?, progress: RunProgress?, _ part: @Sendable (Int) -> Part
) throws(GraphError) -> [Part] {
  guard let progress else { return inParallel(count, threads: threads, part) }
  progress.expect(count)
  let parts = inParallel(count, threads: threads) { index -> Part? in
    guard !progress.isCancelled else { return nil }
    let result = part(index)
    progress.advance()
    return result
  }
  let finished = parts.compactMap { $0 }
  guard finished.count == count else { throw .cancelled }
  return finished
}
