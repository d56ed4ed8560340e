/// What a command gets from its tool: the catalog, and the ways out.
public struct ToolContext: Sendable {
  /// The name that the tool was built under: `liaison`, `liaison-lint`, or somebody else's.
  public var toolName: String
  /// Everything that is known by id.
  public var catalog: Catalog
  /// The terminal behind standard output.
  public var output: Terminal
  /// The terminal behind standard error.
  public var diagnostics: Terminal

  /// Creates a context.
  public init(
    toolName: String, catalog: Catalog, output: Terminal = .standardOutput,
    diagnostics: Terminal = .standardError
  ) {
    self.toolName = toolName
    self.catalog = catalog
    self.output = output
    self.diagnostics = diagnostics
  }

  /// Writes data to standard output; a closed pipe or a full disk throws.
  public func write(_ text: String) throws { try output.write(text) }

  /// Says a line on standard error; it cannot fail, as there would be nowhere to say so.
  public func say(_ line: String) { try? diagnostics.write(line + "\n") }
}
