import Dispatch
import LiaisonFiles
import LiaisonGraph
import LiaisonLintCommand

/// A long computation of which a terminal shows how far it is, and which ends when somebody asks: with
/// ^C, or by SIGTERM.
enum LongRun {
  /// Runs a computation that reports.
  ///
  /// Ten times a second somebody looks how far it is, and whether it is to end; where it is and the
  /// computation does not come to a point at which it can end within a second, the program ends as it
  /// stands.
  ///
  /// - Parameters:
  ///   - line: what the terminal shows; the share that is done follows it.
  ///   - context: where the terminal is.
  ///   - body: the computation.
  /// - Throws: what `body` throws; ``GraphError`` with `cancelled` where it was asked to end.
  static func watch<Result>(
    _ line: String, in context: ToolContext, _ body: (RunProgress) throws -> Result
  ) throws -> Result {
    let progress = RunProgress()
    // One after the other, so that no line is shown when the run is over.
    let queue = DispatchQueue(label: "liaison.progress")
    let timer = DispatchSource.makeTimerSource(queue: queue)
    timer.schedule(deadline: .now() + .milliseconds(100), repeating: .milliseconds(100))
    timer.setEventHandler {
      if Interruption.isAsked {
        guard !progress.isCancelled else { return }
        progress.cancel()
        queue.asyncAfter(deadline: .now() + .seconds(1)) { end(context) }
      } else if progress.totalParts > 0 {
        context.show(progress: "\(line), \(share(progress.fraction))")
      }
    }
    // First, so that ^C finds a line to clear as soon as there is one.
    Interruption.hold()
    context.show(progress: line)
    timer.resume()
    defer {
      queue.sync { timer.cancel() }
      end(context)
    }
    return try body(progress)
  }

  /// A share in percent, with a decimal below ten: of a run of hours one percent is minutes.
  static func share(_ fraction: Double) -> String {
    let tenths = Int(fraction * 1000)
    return tenths < 100 ? "\(tenths / 10).\(tenths % 10) %" : "\(tenths / 10) %"
  }

  /// Clears the line; ends the program where that was asked for.
  private static func end(_ context: ToolContext) {
    context.show(progress: nil)
    Interruption.release()
  }
}
