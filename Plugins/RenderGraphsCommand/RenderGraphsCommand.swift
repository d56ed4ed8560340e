import PackagePlugin

@main
struct RenderGraphsCommand: CommandPlugin {
  func performCommand(context: PluginContext, arguments: [String]) async throws {}
}
