import Foundation
import PackagePlugin

/// `swift package lint-graphs`: lints `graphs/` of the package and of its targets.
@main
struct LintGraphsCommand: CommandPlugin {
  func performCommand(context: PluginContext, arguments: [String]) async throws {
    let directories = [context.package.directoryURL] + context.package.targets.map(\.directoryURL)
    let graphs = GraphFolders(in: directories)
    let asksForHelp = arguments.contains("--help") || arguments.contains("-h")
    if graphs.folders.isEmpty, !asksForHelp {
      print("There is no folder `graphs` in \(context.package.displayName): nothing to lint.")
      return
    }
    try run(
      context.tool(named: "LiaisonLintMain").url,
      ["lint"] + arguments + graphs.folders.map(\.path))
  }
}
