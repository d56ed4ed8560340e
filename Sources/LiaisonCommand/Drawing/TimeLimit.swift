import ArgumentParser
import LiaisonDiagrams
import LiaisonGraphviz

extension GraphvizLimits {
  /// The limits of a command line that gives a layout's time in seconds.
  ///
  /// - Throws: `ValidationError` where that is no time.
  init(timeLimit seconds: Double) throws {
    guard (0.01...3_600).contains(seconds) else {
      throw ValidationError("--time-limit is a number of seconds from 0.01 to 3600.")
    }
    self = .standard
    wallSeconds = seconds
  }
}
