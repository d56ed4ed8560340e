import ArgumentParser
import LiaisonGraphviz
public import LiaisonLintCommand

/// The tool `liaison`.
public enum LiaisonTool {
  /// Runs the tool with the process's arguments and ends the process.
  ///
  /// - Parameter catalog: `.shipped`, or `.shipped.adding(…)` with things of one's own.
  public static func run(_ catalog: Catalog = .shipped) -> Never {
    GraphvizWorker.runIfRequested()
    ToolRunner.run(Root.self, catalog: catalog)
  }
}

struct Root: ParsableCommand {
  /// The commands of `liaison` alone; each is a `ToolCommand` in a file of its own in Commands/.
  static let commands: [any ParsableCommand.Type] = [
    InitCommand.self, ConvertCommand.self,
    MeasureCommand.self, DrawCommand.self, ReportCommand.self, DiffCommand.self, WhatIfCommand.self,
    RecommendCommand.self, AskCommand.self,
  ]

  static let configuration = CommandConfiguration(
    commandName: "liaison",
    abstract: "Describe, lint, measure, judge and draw stakeholder networks.",
    version: ToolVersion.current,
    subcommands: LiaisonLintTool.commands + commands)
}
