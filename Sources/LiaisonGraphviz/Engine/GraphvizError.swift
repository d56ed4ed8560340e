/// Why there is no picture.
public struct GraphvizError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The kind of failure. More may be added: handle those you know, and the rest as `failed`.
  public struct Code: RawRepresentable, Sendable, Hashable {
    public var rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    /// This build has no Graphviz, or the plugin that the request needs is not installed.
    public static let notInstalled = Code(rawValue: "not-installed")
    /// The worker ended by a signal or without an answer.
    public static let died = Code(rawValue: "died")
    /// The worker took longer than its limits allow.
    public static let timedOut = Code(rawValue: "timed-out")
    /// The request is not what an own DOT text looks like, or has what is never let through.
    public static let badInput = Code(rawValue: "bad-input")
    /// The request or its reply is over a limit.
    public static let tooLarge = Code(rawValue: "too-large")
    /// Graphviz said that it failed, or the worker could not be started.
    public static let failed = Code(rawValue: "failed")
  }

  /// The kind of failure.
  public var code: Code
  /// What happened, in one sentence.
  public var message: String
  /// What to do about it; empty where nothing is known to help.
  public var hint: String
  /// The engine that was asked, where one was.
  public var engine: LayoutEngine?
  /// The signal that ended the worker, where one did.
  public var signal: Int32?

  /// Creates an error.
  public init(
    _ code: Code, _ message: String, hint: String = "", engine: LayoutEngine? = nil,
    signal: Int32? = nil
  ) {
    self.code = code
    self.message = message
    self.hint = hint
    self.engine = engine
    self.signal = signal
  }

  /// The message, and the hint in a second sentence.
  public var description: String { hint.isEmpty ? message : "\(message) \(hint)" }

  /// The exit status that the tool ends with where nothing catches this: 69 not installed, 75 over
  /// time, 65 over an input limit or bad input, else 70.
  public var exitStatus: Int32 {
    switch code {
    case .notInstalled: 69
    case .timedOut: 75
    case .badInput, .tooLarge: 65
    default: 70
    }
  }
}
