public import LiaisonModel

/// What a rule gets: the document, the words it may use, the day, the thresholds, and indices that
/// are made once for all rules.
public struct LintContext: Sendable {
  let index: LintIndex

  init(
    _ document: NetworkDocument, vocabulary: Vocabulary, asOf: CalendarDate?,
    configuration: LintConfiguration
  ) {
    index = LintIndex(
      document, vocabulary: vocabulary, asOf: asOf, configuration: configuration)
  }

  /// The document.
  public var document: NetworkDocument { _read { yield index.document } }
  /// The shipped vocabulary and what the document adds.
  public var vocabulary: Vocabulary { _read { yield index.vocabulary } }
  /// The day to judge at; nil keeps the rules about dates silent.
  public var asOf: CalendarDate? { index.asOf }
  /// Thresholds.
  public var configuration: LintConfiguration { _read { yield index.configuration } }

  var areas: IDTable { _read { yield index.declared.areas } }
  var organizations: IDTable { _read { yield index.declared.organizations } }
  var bodies: IDTable { _read { yield index.declared.bodies } }
  var agreements: IDTable { _read { yield index.declared.agreements } }
  var activities: IDTable { _read { yield index.declared.activities } }
  var services: [DeclaredIDs.ServicePosition] { _read { yield index.declared.services } }
  var serviceIDs: IDTable { _read { yield index.declared.serviceIDs } }
  var ends: [(from: EndReference, to: EndReference)] { _read { yield index.ends } }
  var words: VocabularyIndex { _read { yield index.words } }

  /// What a reference at an end of a relation names.
  func end(_ text: String?) -> EndReference { index.declared.end(text) }

  /// A service's entry.
  func service(_ number: Int) -> ServiceEntry {
    let service = services[number]
    if service.isNested, let owner = service.organization {
      return document.organizations[owner].services[service.position]
    }
    return document.orphanServices[service.position]
  }

  /// What makes a relation this one and no other: its id, else from, kind and to.
  public func key(ofRelation number: Int) -> String {
    if let id = document.relations[number].id.value { return id }
    let from = document.relations[number].from.value ?? ""
    let kind = document.relations[number].kind.value?.text ?? ""
    return "\(from) \(kind) \(document.relations[number].to.value ?? "")"
  }

  /// Whether rows of these kinds are listed completely, so that what is not there is missing; else it
  /// is a question (SEMANTICS §4).
  public func rowsAreClosed(_ kinds: [Code]) -> Bool {
    guard let boundary = document.header.boundary.value else { return false }
    guard let complete = boundary.complete.value else { return true }
    return kinds.allSatisfy { complete.contains($0) }
  }
}
