/// Why a network cannot be judged against a standard.
public struct GapError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What went wrong.
  public struct Code: Hashable, Sendable {
    /// The code's word.
    public var text: String

    /// No date is given, and no clock is read.
    public static let missingDate = Code(text: "missing_date")
    /// An expectation is of a kind that nobody here judges.
    public static let unknownKind = Code(text: "unknown_kind")
    /// An expectation's key cannot be read, or is not one of its kind's.
    public static let badExpectation = Code(text: "bad_expectation")
    /// A topic that nothing judged is about.
    public static let unknownTopic = Code(text: "unknown_topic")
  }

  /// What went wrong.
  public var code: Code
  /// One sentence: what, where, what to do.
  public var message: String

  /// Creates an error.
  public init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  /// The sentence.
  public var description: String { message }
}
