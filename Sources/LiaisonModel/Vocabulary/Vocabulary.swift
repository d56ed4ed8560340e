/// A word of the vocabulary: a code and what it is called.
public struct Term: Sendable, Equatable {
  /// The code.
  public var code: Code
  /// What it is called inside a sentence: "emergency shelter", "labour inspection".
  public var name: String
  /// The name of several: "labour inspectorates"; nil where the name serves.
  public var plural: String?
  /// The name in other languages.
  public var names: [LocalName]
  /// The form that a sentence needs beside the name: "an adult man" for `adult.male`, "in forced
  /// labour" for `labour`; nil where the name serves.
  public var phrase: String?
  /// The colour in which figures draw it, `#rrggbb`; nil where they choose.
  public var color: String?

  /// Creates a word.
  public init(
    code: Code, name: String, plural: String? = nil, names: [LocalName] = [],
    phrase: String? = nil, color: String? = nil
  ) {
    self.code = code
    self.name = name
    self.plural = plural
    self.names = names
    self.phrase = phrase
    self.color = color
  }
}

/// A code that is no longer used.
public struct DeprecatedTerm: Sendable, Equatable {
  /// The table it stood in: `sectors`, `services`, `relations`, `tlp`, …
  public var table: String
  /// The code.
  public var code: Code
  /// What to write instead.
  public var replacement: Code
  /// Why, where that is said.
  public var reason: String?

  /// Creates a deprecated term.
  public init(table: String, code: Code, replacement: Code, reason: String? = nil) {
    self.table = table
    self.code = code
    self.replacement = replacement
    self.reason = reason
  }
}

/// A service type of the vocabulary.
public struct ServiceType: Sendable, Equatable {
  /// Code and name.
  public var term: Term
  /// `1` to `4` of the four pillars, or `prevention`.
  public var pillar: String
  /// Whether people pass through it on their way to any other service (SEMANTICS §3).
  public var isGateway: Bool

  /// Creates a service type.
  public init(term: Term, pillar: String, isGateway: Bool) {
    self.term = term
    self.pillar = pillar
    self.isGateway = isGateway
  }
}

/// The families of relation kinds (DOMAIN §1.6).
public enum RelationFamily: String, Sendable, CaseIterable {
  case referral, information, authority, resource, membership, joint, negative
  /// Agreement, provision and plan kinds, which the format writes as tables of their own.
  case other
}

/// What can stand at an end of a relation.
public enum EndClass: String, Sendable, CaseIterable {
  case organization, service, body
}

/// A kind of relation.
public struct RelationKind: Sendable, Equatable {
  /// Code and name.
  public var term: Term
  /// Its family, which decides its layers.
  public var family: RelationFamily
  /// Whether it has a direction.
  public var isDirected: Bool
  /// What may stand at its start.
  public var from: [EndClass]
  /// What may stand at its end.
  public var to: [EndClass]
  /// The label of such relations, where the vocabulary gives one.
  public var tlp: TrafficLight?

  /// Creates a kind.
  public init(
    term: Term, family: RelationFamily, isDirected: Bool, from: [EndClass], to: [EndClass],
    tlp: TrafficLight? = nil
  ) {
    self.tlp = tlp
    self.term = term
    self.family = family
    self.isDirected = isDirected
    self.from = from
    self.to = to
  }
}

/// The controlled vocabulary: the shipped data file and what a document adds to it.
public struct Vocabulary: Sendable, Equatable {
  /// The plain lists, by the key under which the data file has them.
  public enum List: String, Sendable, CaseIterable {
    case sectors, groups, cases, tiers, levels, statuses, feedback, formality, content, redact
    case agreementTypes = "agreement_types"
    case evidenceKinds = "evidence_kinds"
    case reporters
    case capacityUnits = "capacity_units"
    case conditions
    case bodyTypes = "body_types"
    case activityStatuses = "activity_statuses"
    case languages
  }

  /// Plain lists of words, in the order of the data file.
  public var lists: [List: [Term]]
  /// Service types, in the order of the data file.
  public var services: [ServiceType]
  /// Relation kinds, in the order of the data file.
  public var relations: [RelationKind]
  /// What each status answers: `active` yes, `ended` no, `dormant` unknown.
  public var statusAnswers: [Code: Answer]
  /// Codes that are no longer used; they stand in no list.
  public var deprecated: [DeprecatedTerm]

  /// An empty vocabulary.
  public init() {
    lists = [:]
    services = []
    relations = []
    statusAnswers = [:]
    deprecated = []
  }

  /// The words of a list.
  public func terms(_ list: List) -> [Term] { lists[list] ?? [] }
  /// The word of a code in a list.
  public func term(_ code: Code, in list: List) -> Term? {
    terms(list).first { $0.code == code }
  }
  /// The service type of a code.
  public func service(_ code: Code) -> ServiceType? { services.first { $0.term.code == code } }
  /// The relation kind of a code.
  public func relation(_ code: Code) -> RelationKind? { relations.first { $0.term.code == code } }
  /// The leaf groups: those with no group below them.
  public var leafGroups: [Code] {
    let all = terms(.groups).map(\.code).filter { $0 != .any }
    return all.filter { code in !all.contains { $0 != code && code.covers($0) } }
  }
  /// What a service type is called in a sentence; the code where it has no name.
  public func name(ofService code: Code) -> String { service(code)?.term.name ?? code.text }
  /// What a word is called in a sentence; of a code that only has words below it their names, "specialised NGO
  /// or national NGO"; the code where it has no name.
  public func name(of code: Code, in list: List) -> String {
    term(code, in: list)?.name ?? joined(below: code, in: list, "or") { $0.name } ?? code.text
  }
  /// What several are called: "labour inspectorates"; of a code that only has words below it what those are;
  /// the name or code where it has no plural.
  public func plural(of code: Code, in list: List) -> String {
    if let term = term(code, in: list) { return term.plural ?? term.name }
    return joined(below: code, in: list, "and") { $0.plural ?? $0.name } ?? code.text
  }
  /// What the words below a code are called, in the order of the list, a last word that all have once: "specialised,
  /// national and international NGOs"; nil where there are none.
  private func joined(
    below code: Code, in list: List, _ word: String, _ name: (Term) -> String
  ) -> String? {
    let names = terms(list).filter { code.covers($0.code) }.map { name($0).split(separator: " ") }
    guard let last = names.last else { return nil }
    let isShared = names.allSatisfy { $0.count > 1 && $0.last == last.last }
    let parts = names.dropLast().map { (isShared ? $0.dropLast() : $0).joined(separator: " ") }
    let end = last.joined(separator: " ")
    return parts.isEmpty ? end : "\(parts.joined(separator: ", ")) \(word) \(end)"
  }
  /// The phrase of a word: "an adult man"; its name or code where it has none.
  public func phrase(of code: Code, in list: List) -> String {
    guard let term = term(code, in: list) else { return code.text }
    return term.phrase ?? term.name
  }
}
