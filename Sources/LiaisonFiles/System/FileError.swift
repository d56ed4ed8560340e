public import LiaisonModel

/// Why a file could not be read or written: what, where, and what to do.
public struct FileError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The kind of failure; further kinds may be made with `init(name:exitCode:)`.
  public struct Code: Sendable, Hashable {
    /// A stable name, such as `no-input`.
    public let name: String
    /// The exit code of a program that ends because of it (sysexits.h).
    public let exitCode: Int32

    /// Creates a code.
    public init(name: String, exitCode: Int32) {
      self.name = name
      self.exitCode = exitCode
    }

    /// The command line is wrong: 64.
    public static let usage = Code(name: "usage", exitCode: 64)
    /// The content is not what it should be: 65.
    public static let badData = Code(name: "bad-data", exitCode: 65)
    /// Over a limit of `InputLimits`: 65.
    public static let tooLarge = Code(name: "too-large", exitCode: 65)
    /// No such input, or not readable, or not a file: 66.
    public static let noInput = Code(name: "no-input", exitCode: 66)
    /// A program that is needed is not installed: 69.
    public static let unavailable = Code(name: "unavailable", exitCode: 69)
    /// A fault of ours: 70.
    public static let `internal` = Code(name: "internal", exitCode: 70)
    /// The output cannot be created: 73.
    public static let cannotCreate = Code(name: "cannot-create", exitCode: 73)
    /// Reading or writing failed on the way: 74.
    public static let inputOutput = Code(name: "input-output", exitCode: 74)
    /// Over a time limit: 75.
    public static let timeLimit = Code(name: "time-limit", exitCode: 75)
    /// Would show what the audience may not see: 77.
    public static let wouldLeak = Code(name: "would-leak", exitCode: 77)
    /// The configuration is wrong: 78.
    public static let configuration = Code(name: "configuration", exitCode: 78)
  }

  /// The kind of failure.
  public var code: Code
  /// What is wrong, in one line, without the path.
  public var message: String
  /// The path, as it was given.
  public var path: String?
  /// The line and column, where there are any.
  public var location: SourceLocation?
  /// What to do about it.
  public var hint: String?

  /// Creates an error.
  public init(
    _ code: Code, _ message: String, path: String? = nil, location: SourceLocation? = nil,
    hint: String? = nil
  ) {
    self.code = code
    self.message = message
    self.path = path ?? location?.path
    self.location = location
    self.hint = hint
  }

  /// The exit code of a program that ends because of this error.
  public var exitCode: Int32 { code.exitCode }

  /// `path:line:column: message (hint)`, as far as each is known.
  public var description: String {
    var text = ""
    if let place = location?.text ?? path { text = "\(place): " }
    text += message
    if let hint { text += " (\(hint))" }
    return text
  }
}
