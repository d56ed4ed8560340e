public import ArgumentParser

/// A command of the tool: it gets what the tool knows, and throws what went wrong.
///
/// A command reads its arguments by ArgumentParser and does its work in `run(in:)`. It writes data by
/// `context.write`, diagnostics by `context.say`, and ends with `throw ExitCode(1)` where findings
/// reach the fail level; an error of the readers and writers is printed and becomes its exit code.
public protocol ToolCommand: ParsableCommand {
  /// Does the work.
  func run(in context: ToolContext) throws
}

extension ToolCommand {
  /// Runs with an empty catalog; the tool itself always calls `run(in:)`.
  public mutating func run() throws {
    try run(in: ToolContext(toolName: Self._commandName, catalog: Catalog()))
  }
}
