import Foundation
import PackagePlugin

/// `swift package render-graphs`: draws each network of `graphs/` into `figures/` of the package.
///
/// Options before `--` choose the views and the format; everything else goes to `liaison draw`.
@main
struct RenderGraphsCommand: CommandPlugin {
  func performCommand(context: PluginContext, arguments: [String]) async throws {
    var extractor = ArgumentExtractor(arguments)
    let views = extractor.extractOption(named: "view")
    let format = extractor.extractOption(named: "format").last ?? "svg"
    let others = extractor.remainingArguments

    let graphs = GraphFolders(in: [context.package.directoryURL])
    if graphs.networks.isEmpty {
      print("There is no network in `graphs` of \(context.package.displayName): nothing to draw.")
      return
    }
    // Built on demand rather than depended on, so that a package that only lints never needs
    // Graphviz.
    let build = try packageManager.build(.product("liaison"), parameters: .init())
    guard build.succeeded,
      let tool = build.builtArtifacts.first(where: { $0.kind == .executable })?.url
    else {
      print(build.logText)
      throw ToolFailure(tool: "the build of liaison", status: 1)
    }
    let figures = context.package.directoryURL.appending(path: "figures")
    try FileManager.default.createDirectory(at: figures, withIntermediateDirectories: true)
    for network in graphs.networks {
      for view in views.isEmpty ? ["pathway", "sectors", "network", "gaps"] : views {
        let name = network.deletingPathExtension().lastPathComponent
        let figure = figures.appending(path: "\(name)-\(view).\(format)")
        try run(tool, ["draw", network.path, "--view", view, "-o", figure.path] + others)
        print("figures/\(figure.lastPathComponent)")
      }
    }
  }
}
