import Foundation
import PackagePlugin

/// `swift package render-graphs`: draws each network of the folders `graphs` of the package and of its
/// targets into `figures/` of the package.
///
/// Options before `--` choose the views and the format; everything else goes to `liaison draw`. What
/// cannot be drawn does not keep the rest from being drawn; the command fails at its end.
@main
struct RenderGraphsCommand: CommandPlugin {
  func performCommand(context: PluginContext, arguments: [String]) async throws {
    var extractor = ArgumentExtractor(arguments)
    let views = extractor.extractOption(named: "view")
    let format = extractor.extractOption(named: "format").last ?? "svg"
    let others = extractor.remainingArguments

    let graphs = GraphFolders(
      in: [context.package.directoryURL] + context.package.targets.map(\.directoryURL))
    if graphs.networks.isEmpty {
      say("There is no network in `graphs` of \(context.package.displayName): nothing to draw.")
      return
    }
    // Built on demand rather than depended on, so that a package that only lints never needs
    // Graphviz.
    say("Building liaison, which draws them: minutes the first time, seconds after that.")
    let build = try packageManager.build(.product("liaison"), parameters: .init(echoLogs: true))
    guard build.succeeded,
      let tool = build.builtArtifacts.first(where: { $0.kind == .executable })?.url
    else {
      throw ToolFailure(tool: "the build of liaison", status: 1)
    }
    let figures = context.package.directoryURL.appending(path: "figures")
    try FileManager.default.createDirectory(at: figures, withIntermediateDirectories: true)
    let names = Self.names(of: graphs.networks)
    var failures: [ToolFailure] = []
    say("Drawing \(names.joined(separator: ", ")) into figures/:")
    for (network, name) in zip(graphs.networks, names) {
      var failed: [ToolFailure] = []
      var drawn = 0
      for view in views.isEmpty ? Self.views : views {
        let figure = figures.appending(path: "\(name)-\(view).\(format)")
        do {
          try run(tool, ["draw", network.path, "--view", view, "-o", figure.path] + others)
          drawn += 1
          say("figures/\(figure.lastPathComponent)")
        } catch let failure as ToolFailure {
          failed.append(failure)
        }
      }
      // A network that can be read may have nothing to show in a view that nobody asked for.
      if drawn > 0, views.isEmpty { failed.removeAll { $0.status == 65 } }
      failures += failed
    }
    if let first = failures.first { throw first }
  }

  /// Says a line at once: what waits in a buffer would be seen at the end alone.
  private func say(_ line: String) {
    print(line)
    fflush(nil)
  }

  private static let views = ["pathway", "sectors", "network", "gaps"]

  /// The names of the figures of networks, each once: a file and a folder of one name keep apart.
  private static func names(of networks: [URL]) -> [String] {
    let short = networks.map { $0.deletingPathExtension().lastPathComponent }
    let long = networks.map { network in
      let folder = network.deletingLastPathComponent().deletingLastPathComponent()
      return folder.lastPathComponent + "-"
        + network.lastPathComponent.replacingOccurrences(of: ".", with: "-")
    }
    return networks.indices.map { index in
      short.filter { $0 == short[index] }.count == 1 ? short[index] : long[index]
    }
  }
}
