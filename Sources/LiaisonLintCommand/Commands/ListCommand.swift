public import ArgumentParser
import LiaisonCatalog
import LiaisonModel

/// `list`: the ids of a shelf, or the codes of a table of the vocabulary, with one line each.
public struct ListCommand: ToolCommand {
  /// Its name and help.
  public static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the rules, whatever else has an id, and the codes of the vocabulary.",
    discussion: """
      `list vocabulary` prints the tables of the vocabulary, `list sectors` the codes of one of them.
      """)

  @Argument(
    help: ArgumentHelp(
      "What to list: rules, …, or a table of the vocabulary such as sectors; without it, the words that "
        + "can stand here."))
  var what: String?

  /// Creates the command.
  public init() {}

  /// Prints `id  summary`, or `code  name`, a line each.
  public func run(in context: ToolContext) throws {
    let shelves = context.catalog.shelfNames
    guard let what else {
      return try context.write(shelves.map { $0 + "\n" }.joined())
    }
    if let pages = context.catalog.pages(onShelf: what) {
      let rows = pages.map { page in
        (page.id, page.summary + (page.needs.isEmpty ? "" : " Needs \(page.needs)."))
      }
      return try write(rows, context)
    }
    guard let table = context.catalog[VocabularyShelf.self].first(where: { $0.rawValue == what })
    else {
      let near = NearestMatch.question(
        what, among: shelves + context.catalog[VocabularyShelf.self].map(\.rawValue))
      throw ValidationError(
        "There is no list “\(what)”.\(near) Lists: \(shelves.joined(separator: ", ")), and the tables that "
          + "`\(context.toolName) list vocabulary` prints.")
    }
    try write(table.words.map { ($0.code.text, $0.name) }, context)
  }

  /// Writes what is listed in two columns.
  private func write(_ rows: [(id: String, text: String)], _ context: ToolContext) throws {
    let width = rows.map(\.id.count).max() ?? 0
    try context.write(
      rows.map { row in
        let gap = String(repeating: " ", count: width - row.id.count + 2)
        return context.output.styled(row.id, .strong) + gap + row.text + "\n"
      }.joined())
  }
}
