import Foundation
import PackagePlugin

/// Lints `graphs/` of the package and of the target in every build: errors stop it.
@main
struct LintGraphs: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) async throws -> [Command] {
    let graphs = GraphFolders(in: [context.package.directoryURL, target.directoryURL])
    if graphs.folders.isEmpty { return [] }

    // The tool rewrites `pending` whenever it warned, so that the next build lints again: a
    // warning stays in sight until it is mended.
    let pending = context.pluginWorkDirectoryURL.appending(path: "pending")
    if !FileManager.default.fileExists(atPath: pending.path) {
      try Data().write(to: pending)
    }
    var arguments = ["lint", "--absolute-paths", "--pending", pending.path]
    var outputs: [URL] = []
    if context.package.toolsVersion.major < 6 {
      // Before tools version 6.0 a command without outputs never runs: an empty source serves.
      let stamp = context.pluginWorkDirectoryURL.appending(path: "LintGraphsStamp.swift")
      arguments += ["--stamp", stamp.path]
      outputs = [stamp]
    }
    arguments += graphs.folders.map(\.path)
    return [
      .buildCommand(
        displayName: "Linting graphs of \(target.name)",
        executable: try context.tool(named: "LiaisonLintMain").url, arguments: arguments,
        inputFiles: graphs.inputs + [pending], outputFiles: outputs)
    ]
  }
}
