public import ArgumentParser
import LiaisonCatalog

/// `explain`: the page of one id.
public struct ExplainCommand: ToolCommand {
  /// Its name and help.
  public static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Explain a rule, or whatever else has an id.")

  @Argument(help: "An id that `list` prints, such as REF001.")
  var id: String

  /// Creates the command.
  public init() {}

  /// Prints the page.
  public func run(in context: ToolContext) throws {
    guard let page = context.catalog.page(id) else {
      let lists = context.catalog.shelfNames.map { "`\(context.toolName) list \($0)`" }
      throw ValidationError(
        "Nothing has the id “\(id)”. \(lists.joined(separator: ", ")) print the ids.")
    }
    try context.write(PageText(terminal: context.output).text(of: page))
  }
}
