/// Why there is no figure.
public struct DiagramError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What went wrong.
  public struct Code: Hashable, Sendable {
    /// The code's word.
    public var text: String

    /// There is more to show than can be read on a slide.
    public static let tooDense = Code(text: "too_dense")
    /// The network holds nothing that the view shows.
    public static let nothingToDraw = Code(text: "nothing_to_draw")
    /// Graphviz is not part of this build.
    public static let graphvizMissing = Code(text: "graphviz_missing")
    /// The layout engine or the renderer ended without a picture.
    public static let renderingFailed = Code(text: "rendering_failed")
    /// It took longer than the limit.
    public static let timedOut = Code(text: "timed_out")
  }

  /// What went wrong.
  public var code: Code
  /// What happened and what to do, in a sentence or two.
  public var message: String

  /// Creates an error.
  public init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  /// The exit status: 65 too dense or nothing to draw, 69 Graphviz missing, 75 over time, else 70.
  public var exitStatus: Int32 {
    switch code {
    case .tooDense, .nothingToDraw: 65
    case .graphvizMissing: 69
    case .timedOut: 75
    default: 70
    }
  }

  /// The message.
  public var description: String { message }
}
