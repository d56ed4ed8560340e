import ArgumentParser

/// The tool `liaison-lint`: lint, and what pure Swift alone can do.
public enum LiaisonLintTool {
  /// Runs the tool with the process's arguments and ends the process.
  public static func run() { Root.main() }
}

struct Root: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "liaison-lint", abstract: "Lint stakeholder networks.")
}
