public import ArgumentParser
import LiaisonCatalog
import LiaisonFiles
import LiaisonModel

/// `explain`: the pages of one id.
public struct ExplainCommand: ToolCommand {
  /// Its name and help.
  public static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Explain a rule, or whatever else has an id.",
    discussion: """
      An id is one that `list` prints, or that of an expectation of a standard, such as \
      presence-coordinator, which `gaps` names where it was not judged: then it says what the expectation \
      asks, in which words, on what it rests, and what a network must record for it. Where one id is that \
      of several things, each is explained; four-pillars/feedback is the expectation alone. A measure is \
      found under the key of its figures too, and under what the field calls it, such as cutpoint. \
      Several words are one term, such as clustering coefficient; where they are none and each is an id, \
      as in degree betweenness, each is explained.
      """)

  @Argument(
    help: ArgumentHelp(
      "An id that `list` prints, such as REF001, that of an expectation, or a term such as clustering "
        + "coefficient.",
      valueName: "id"))
  var words: [String]

  @Option(
    help: ArgumentHelp(
      "Only the expectations of this standard, by id or file, such as one of your own; may be repeated.",
      valueName: "id or file"))
  var standard: [String] = []

  /// Creates the command.
  public init() {}

  /// Prints the pages, a blank line between them.
  public func run(in context: ToolContext) throws {
    let standards =
      standard.isEmpty
      ? context.catalog[StandardShelf.self].compactMap { ShippedData.standard($0) }
      : try standard.map { try context.standard(named: $0) }
    let asked = standards.flatMap { standard in
      standard.expectations.map { ExpectationPage(of: $0, in: standard, context) }
    }
    let whole = words.joined(separator: " ")
    var pages = self.pages(of: whole, asked, context)
    if pages.isEmpty, words.count > 1 {
      let each = words.map { self.pages(of: $0, asked, context) }
      if each.allSatisfy({ !$0.isEmpty }) { pages = each.flatMap(\.self) }
    }
    guard !pages.isEmpty else {
      if standard.isEmpty, let page = context.catalog.pages(whole).first {
        throw unknown(whole, keyOf: page)
      }
      throw unknown(whole, asked, context)
    }
    let writer = PageText(terminal: context.output)
    try context.write(pages.map(writer.text).joined(separator: "\n"))
  }

  /// The pages of what has an id, or is called so.
  private func pages(
    of id: String, _ asked: [ExpectationPage], _ context: ToolContext
  ) -> [CatalogPage] {
    let found = standard.isEmpty ? context.catalog.pages(id).filter { $0.gives(id) } : []
    return found + asked.filter { $0.isCalled(id) }.map(\.page)
  }

  /// The error for what begins as the keys of a page's figures do, and is none.
  private func unknown(_ id: String, keyOf page: CatalogPage) -> ValidationError {
    let near = NearestMatch.question(id, among: page.figures.flatMap(\.keys))
    return ValidationError(
      "\(page.id) gives no figure “\(id)”.\(near) `explain \(page.id)` says which it gives.")
  }

  private func unknown(
    _ id: String, _ asked: [ExpectationPage], _ context: ToolContext
  ) -> ValidationError {
    let known = (standard.isEmpty ? context.catalog.names : []) + asked.map(\.expectation.id)
    let near = NearestMatch.question(id, among: known)
    guard standard.isEmpty else {
      return ValidationError(
        "No expectation of \(standard.joined(separator: ", ")) has the id “\(id)”.\(near)")
    }
    let lists = context.catalog.shelfNames.map { "`\(context.toolName) list \($0)`" }
    return ValidationError(
      "Nothing has the id “\(id)”.\(near) \(lists.joined(separator: ", ")) print the ids; the "
        + "expectations of a standard of your own are found with --standard.")
  }
}
