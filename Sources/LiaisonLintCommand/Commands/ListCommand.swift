public import ArgumentParser
import LiaisonCatalog

/// `list`: the ids of a shelf with one line each.
public struct ListCommand: ToolCommand {
  /// Its name and help.
  public static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the rules, and whatever else has an id.")

  @Argument(help: "What to list: rules, …; without it, the words that can stand here.")
  var what: String?

  /// Creates the command.
  public init() {}

  /// Prints `id  summary`, a line each.
  public func run(in context: ToolContext) throws {
    let shelves = context.catalog.shelfNames
    guard let what else {
      return try context.write(shelves.map { $0 + "\n" }.joined())
    }
    guard let pages = context.catalog.pages(onShelf: what) else {
      throw ValidationError(
        "There is no list “\(what)”. Lists: \(shelves.joined(separator: ", ")).")
    }
    let width = pages.map { $0.id.count }.max() ?? 0
    try context.write(
      pages.map { page in
        let gap = String(repeating: " ", count: width - page.id.count + 2)
        return context.output.styled(page.id, .strong) + gap + page.summary + "\n"
      }.joined())
  }
}
