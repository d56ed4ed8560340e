/// Makes a resolved network of a document, or says why it cannot.
///
/// Every reference is found and every scope inherited. What lint reports as an error at the same
/// place keeps the document from resolving: an undeclared or doubled id, an unknown relation kind,
/// a cycle of parents or areas, an entry without what it cannot do without.
public struct NetworkResolver {
  /// Why a document cannot be resolved.
  public struct Failure: Error, Sendable {
    /// One finding a cause, in file order.
    public var problems: [Finding]
  }

  /// Resolves a document.
  ///
  /// - Parameters:
  ///   - document: the document; its readers' errors are causes too.
  ///   - vocabulary: the shipped vocabulary merged with what the document adds.
  /// - Throws: `Failure`, with every cause.
  /// - Complexity: O(size of the document), expected.
  public static func resolve(
    _ document: NetworkDocument, vocabulary: Vocabulary
  ) throws(Failure) -> StakeholderNetwork {
    var resolver = NetworkResolver(document, vocabulary)
    resolver.resolveAreas()
    resolver.resolveOrganizations()
    resolver.resolveServices()
    resolver.resolveSites()
    resolver.resolveBodies()
    resolver.resolveAgreements()
    resolver.resolveRelations()
    resolver.resolveActivities()
    resolver.resolveAccepted()
    let doubled = document.doubledRelations()
    for entry in document.orphanEvidence
    where !(entry.relation.value.map { doubled.contains($0) } ?? false) {
      resolver.refuse(
        "REF001", entry.relation.place ?? entry.origin.place, key: ["evidence"],
        "A piece of evidence names no one relation of the network.")
    }
    guard resolver.problems.isEmpty else { throw Failure(problems: resolver.problems) }
    return resolver.network
  }

  let document: NetworkDocument
  let vocabulary: Vocabulary
  var network: StakeholderNetwork
  var problems: [Finding]
  var serviceOf: [Int: [String: Int]] = [:]
  var bodyIndex: [String: Int] = [:]
  var agreementIndex: [String: Int] = [:]
  var kinds: [Code: RelationKind] = [:]

  private init(_ document: NetworkDocument, _ vocabulary: Vocabulary) {
    self.document = document
    self.vocabulary = vocabulary
    problems = document.problems.filter { $0.severity == .error }
    for kind in vocabulary.relations { kinds[kind.term.code] = kind }
    let header = document.header
    let tlp = header.tlp.value ?? .amber
    let labels = header.labels.value
    network = StakeholderNetwork(
      header: NetworkHeader(
        title: header.title.value?.onOneLine ?? "", titles: Self.lines(header.titles),
        asOf: header.asOf.value,
        tlp: tlp, standard: header.standard.value,
        standardPlace: header.standard.place,
        boundary: header.boundary.value.map {
          Boundary(rule: $0.rule.value?.onOneLine, complete: $0.complete.value)
        },
        assume: Scope(header.assume), source: header.source.value?.onOneLine,
        custodian: Self.line(header.custodian),
        labels: HeaderLabels(
          title: labels?.title.value ?? tlp, source: labels?.source.value ?? tlp,
          boundary: labels?.boundary.value ?? tlp)),
      vocabulary: vocabulary, areas: [], organizations: [], services: [], sites: [], bodies: [],
      agreements: [], relations: [], activities: [], accepted: [], sources: document.sources)
  }

  // MARK: Shared

  /// A text that sentences will hold; nil where nothing of it is to be seen.
  ///
  /// Sentences are filled in at names in braces: braces of its own are shown as parentheses.
  static func line(_ field: Field<String>) -> String? {
    field.value.map { line($0) }.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
  }
  private static func line(_ text: String) -> String {
    let line = text.onOneLine
    guard line.utf8.contains(where: { $0 == 0x7B || $0 == 0x7D }) else { return line }
    return String(line.map { $0 == "{" ? "(" : $0 == "}" ? ")" : $0 })
  }
  static func lines(_ names: [LocalName]) -> [LocalName] {
    names.map { LocalName(tag: $0.tag, text: line($0.text), origin: $0.origin) }
  }

  /// Notes a cause.
  mutating func refuse(_ rule: String, _ place: Place, key: [String], _ sentence: String) {
    problems.append(
      Finding(rule: rule, severity: .error, key: key, place: place, sentence: sentence))
  }

  /// An id as a sentence may show it.
  func shown(_ id: String) -> String {
    let quoted = Quoted(id).description
    return quoted.hasPrefix("“") ? "`\(quoted.dropFirst().dropLast())`" : quoted
  }

  /// The text of a field that an entry cannot do without; an empty text notes a cause.
  mutating func require(
    _ field: Field<String>, _ name: String, of table: String, origin: Origin
  ) -> String {
    switch field {
    case .value(let text, _): return text
    case .absent:
      refuse("DOC001", origin.place, key: [table, name], "An entry of \(table) has no `\(name)`.")
    case .broken: break
    }
    return ""
  }

  /// Whether an id may be entered into an index; a doubled one notes a cause.
  mutating func isNew(
    _ id: String, taken: Bool, _ name: String, at place: Place
  ) -> Bool {
    if taken {
      refuse(
        "REF002", place, key: [name, id],
        "The id \(shown(id)) stands twice in \(name); each id belongs to one entry.")
    }
    return !taken && !id.isEmpty
  }

  /// The index of a reference; an undeclared one notes a cause.
  mutating func find(
    _ field: Field<String>, in table: [String: Int], _ name: String, by subject: String
  ) -> Int? {
    guard case .value(let id, let place) = field else { return nil }
    if let index = table[id] { return index }
    refuse("REF001", place, key: [subject, id], "\(shown(id)) is not declared in \(name).")
    return nil
  }

  /// The indices of a list of references.
  mutating func find(
    all field: Field<[String]>, in table: [String: Int], _ name: String, by subject: String
  ) -> [Int] {
    guard case .value(let ids, let place) = field else { return [] }
    return ids.compactMap { find(.value($0, place), in: table, name, by: subject) }
  }

  /// Status and dates.
  func validity(_ entry: ValidityEntry) -> Validity {
    let status = entry.status.value
    return Validity(
      status: status,
      statusAnswer: status.map { vocabulary.statusAnswers[$0] ?? .unknown } ?? .yes,
      from: entry.from.value, until: entry.until.value)
  }

  /// The label of an entry, or the network's.
  func label(_ field: Field<TrafficLight>) -> TrafficLight { field.value ?? network.header.tlp }

  /// The scope of an entry, with its areas checked.
  mutating func scope(_ entry: ScopeEntry, by subject: String) -> Scope {
    if case .value(let list, let place) = entry.areas {
      for term in list.terms where term.code != .any {
        _ = find(.value(term.code.text, place), in: network.areaIndex, "areas", by: subject)
      }
    }
    return Scope(entry)
  }
}

extension Scope {
  /// What an entry writes; what is absent or broken is unstated.
  init(_ entry: ScopeEntry) {
    self.init(areas: entry.areas.value, groups: entry.groups.value, cases: entry.cases.value)
  }

  /// The scope with each unstated dimension taken from another.
  func inheriting(_ other: Scope) -> Scope {
    Scope(
      areas: areas ?? other.areas, groups: groups ?? other.groups, cases: cases ?? other.cases)
  }
}
