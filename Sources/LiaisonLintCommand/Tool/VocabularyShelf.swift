public import LiaisonCatalog
import LiaisonFiles
import LiaisonModel

/// A table of the shipped vocabulary that people choose codes from, under the name that it has in the
/// vocabulary's file.
public enum VocabularyTable: String, Sendable, CaseIterable {
  case sectors, services, relations, groups, cases, statuses, tiers, levels, feedback, formality
  case content
  case agreementTypes = "agreement_types"
  case activityStatuses = "activity_statuses"
  case evidenceKinds = "evidence_kinds"
  case reporters
  case capacityUnits = "capacity_units"
  case redact, languages

  /// Code and name of each word, and `any` where that stands for all of them.
  var words: [(code: Code, name: String)] {
    let vocabulary = Vocabulary.shipped
    let terms: [Term] =
      switch self {
      case .services: vocabulary.services.map(\.term)
      case .relations: vocabulary.relations.map(\.term)
      default: Vocabulary.List(rawValue: rawValue).map(vocabulary.terms) ?? []
      }
    return terms.map { ($0.code, $0.name) } + (takesAny ? [(.any, "all of them")] : [])
  }

  /// Whether the scopes that these codes stand in may say `any`.
  private var takesAny: Bool { self == .groups || self == .cases }

  /// What the table's codes say.
  var subject: String {
    switch self {
    case .sectors: "What an organization is"
    case .services: "What a service offers: its type"
    case .relations: "How two ends are related: the kind"
    case .groups: "Whom a scope admits"
    case .cases: "Which forms of exploitation a scope admits"
    case .statuses: "In which state a thing is"
    case .tiers: "At which tier of government an organization or body works"
    case .levels: "What an area is"
    case .feedback: "Whether feedback comes back on a referral"
    case .formality: "On what a relation rests"
    case .content: "What passes along a relation"
    case .agreementTypes: "What an agreement is: its type"
    case .activityStatuses: "In which state an activity is"
    case .evidenceKinds: "How something came to be known"
    case .reporters: "Who says it: an end of the relation, both, or a third"
    case .capacityUnits: "In what a service's room is counted"
    case .redact: "What a lower audience sees in place of a thing"
    case .languages: "Languages by their tags; any other tag of BCP 47 will do too"
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
      summary: "\(table.subject): \(words.count) codes, printed by `list \(table.rawValue)`.",
      meaning: words.map { "\($0.code) (\($0.name))" }.joined(separator: "; ") + ".",
      reference: "a network may add codes of its own under `vocabulary:`")
  }
}
