public import ArgumentParser

/// The tool `liaison-lint`: lint, and what pure Swift alone can do.
public enum LiaisonLintTool {
  /// The commands, which `liaison` has too.
  public static var commands: [any ParsableCommand.Type] {
    [LintCommand.self, GapsCommand.self, ListCommand.self, ExplainCommand.self]
  }

  /// Runs the tool with the process's arguments and ends the process.
  public static func run(_ catalog: Catalog = .lint) -> Never {
    ToolRunner.run(Root.self, catalog: catalog)
  }
}

struct Root: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "liaison-lint", abstract: "Lint stakeholder networks.",
    version: ToolVersion.current,
    subcommands: LiaisonLintTool.commands)
}
