public import LiaisonCatalog
import LiaisonFiles
import LiaisonModel

/// A table of the shipped vocabulary that people choose codes from.
public enum VocabularyTable: String, Sendable, CaseIterable {
  case sectors, services, relations, groups, cases, statuses

  /// Code and name of each word.
  var words: [(code: Code, name: String)] {
    let vocabulary = Vocabulary.shipped
    let terms: [Term] =
      switch self {
      case .sectors: vocabulary.terms(.sectors)
      case .services: vocabulary.services.map(\.term)
      case .relations: vocabulary.relations.map(\.term)
      case .groups: vocabulary.terms(.groups)
      case .cases: vocabulary.terms(.cases)
      case .statuses: vocabulary.terms(.statuses)
      }
    return terms.map { ($0.code, $0.name) }
  }

  /// What the table's codes say.
  var subject: String {
    switch self {
    case .sectors: "What an organization is"
    case .services: "What a service offers: its type"
    case .relations: "How two ends are related: the kind"
    case .groups: "Whom a scope admits"
    case .cases: "Which forms of exploitation a scope admits"
    case .statuses: "In which state a thing is"
    }
  }
}

/// The shelf of the vocabulary: a page a table, with every code and what it is called.
public enum VocabularyShelf: Shelf {
  /// `vocabulary`
  public static var name: String { "vocabulary" }

  /// The page of a table.
  public static func page(of table: VocabularyTable) -> CatalogPage {
    let words = table.words
    return CatalogPage(
      id: table.rawValue,
      summary: "\(table.subject): \(words.count) codes, told by `explain \(table.rawValue)`.",
      meaning: words.map { "\($0.code) (\($0.name))" }.joined(separator: "; ") + ".",
      reference: "a network may add codes of its own under `vocabulary:`")
  }
}
