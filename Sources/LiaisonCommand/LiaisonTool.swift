import ArgumentParser

/// The tool `liaison`.
public enum LiaisonTool {
  /// Runs the tool with the process's arguments and ends the process.
  public static func run() { Root.main() }
}

struct Root: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "liaison",
    abstract: "Describe, lint, measure, judge and draw stakeholder networks.")
}
