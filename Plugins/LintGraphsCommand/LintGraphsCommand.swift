import PackagePlugin

@main
struct LintGraphsCommand: CommandPlugin {
  func performCommand(context: PluginContext, arguments: [String]) async throws {}
}
