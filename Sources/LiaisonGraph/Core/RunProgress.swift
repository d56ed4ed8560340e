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
  /// How many parts the stage that has begun last has, and how many were done when it began.
  private let ownTotal = Atomic<Int>(0)
  private let doneBefore = Atomic<Int>(0)
  private let stopped = Atomic<Bool>(false)
  /// The run whose part this is, which stops it too.
  private let whole: RunProgress?

  /// Creates a progress at its beginning.
  public init() { whole = nil }

  /// Creates the progress of a part of a run that tells itself how far it is: what is reported to it stays with
  /// it.
  init(within whole: RunProgress) { self.whole = whole }

  /// How many parts of the work are done.
  public var completedParts: Int { done.load(ordering: .relaxed) }

  /// How many parts are known of; a run of several stages may add to it.
  public var totalParts: Int { total.load(ordering: .relaxed) }

  /// The share of the work that is done, from 0 to 1; 0 before any is known of. Each stage counts alike,
  /// whatever its parts are, and those before the last that has begun are done: the share never falls back
  /// where as many stages were announced as begin.
  public var fraction: Double {
    let begun = begun.load(ordering: .relaxed)
    guard begun > 0 else { return 0 }
    let parts = ownTotal.load(ordering: .relaxed)
    let own = completedParts - doneBefore.load(ordering: .relaxed)
    let share = parts > 0 ? min(1, Double(own) / Double(parts)) : 1
    return min(1, (Double(begun - 1) + share) / Double(max(begun, stages.load(ordering: .relaxed))))
  }

  /// Whether the run was told to stop.
  public var isCancelled: Bool { stopped.load(ordering: .relaxed) || whole?.isCancelled == true }

  /// How many stages have begun, and how many are announced: no fewer, or ``fraction`` falls back.
  var stageCounts: (begun: Int, announced: Int) {
    (begun.load(ordering: .relaxed), stages.load(ordering: .relaxed))
  }

  /// Tells the run to stop at the end of the part it is at.
  public func cancel() { stopped.store(true, ordering: .relaxed) }

  /// Announces how many stages a run has, each of which announces its parts when it begins.
  func expect(stages count: Int) { stages.store(max(1, count), ordering: .relaxed) }

  /// Announces the parts of a stage, which begins where the one before it ends; one without parts is done.
  func expect(_ parts: Int) {
    doneBefore.store(completedParts, ordering: .relaxed)
    ownTotal.store(parts, ordering: .relaxed)
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

/// The report of a stage that takes nobody knows how many rounds: each is told as half of what is left, so that
/// the share that is done grows with every round and never falls back.
struct OpenRounds {
  /// How many parts the stage has.
  static let parts = 1 << 16

  private let progress: RunProgress?
  private var left = OpenRounds.parts

  /// Begins a stage whose parts are announced.
  init(reportingTo progress: RunProgress?) { self.progress = progress }

  /// Ends the run where it was told to stop, before another round.
  ///
  /// - Throws: ``GraphError`` with `cancelled`.
  func check() throws(GraphError) { try progress?.check() }

  /// Ends a round.
  mutating func end() {
    progress?.advance(by: left / 2)
    left -= left / 2
  }

  /// Ends the stage.
  mutating func finish() {
    progress?.advance(by: left)
    left = 0
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
