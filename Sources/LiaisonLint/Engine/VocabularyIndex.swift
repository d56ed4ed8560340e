import LiaisonModel

/// The vocabulary by code, made once, so that looking up 60,000 relations' words costs no search.
struct VocabularyIndex: Sendable {
  /// The words of one list.
  struct Words: Sendable {
    /// The codes in use, in the order of the data file.
    var codes: [Code] = []
    /// Codes that are no longer used, with what to write instead.
    var replacements: [Code: DeprecatedTerm] = [:]
    /// Codes in use, and every prefix of one: `gov` of `gov.health`.
    var known: Set<Code> = []
    var prefixes: Set<Code> = []

    mutating func add(_ term: Term) {
      guard known.insert(term.code).inserted else { return }
      codes.append(term.code)
      var text = term.code.text[...]
      while let dot = text.utf8.lastIndex(of: UInt8(ascii: ".")) {
        text = text[..<dot]
        prefixes.insert(Code(String(text)))
      }
    }
  }

  private var lists: [Vocabulary.List: Words] = [:]
  let services: Words
  let relations: Words
  let kinds: [Code: RelationKind]

  init(_ vocabulary: Vocabulary) {
    func replacements(_ table: String) -> [Code: DeprecatedTerm] {
      var terms: [Code: DeprecatedTerm] = [:]
      for term in vocabulary.deprecated where term.table == table { terms[term.code] = term }
      return terms
    }
    for list in Vocabulary.List.allCases {
      var words = Words()
      for term in vocabulary.terms(list) { words.add(term) }
      words.replacements = replacements(list.rawValue)
      lists[list] = words
    }
    var services = Words()
    for service in vocabulary.services { services.add(service.term) }
    services.replacements = replacements("services")
    self.services = services
    var relations = Words()
    var kinds: [Code: RelationKind] = [:]
    for kind in vocabulary.relations {
      relations.add(kind.term)
      if kinds[kind.term.code] == nil { kinds[kind.term.code] = kind }
    }
    relations.replacements = replacements("relations")
    self.relations = relations
    self.kinds = kinds
  }

  func words(_ table: WordTable) -> Words {
    switch table {
    case .list(let list): lists[list] ?? Words()
    case .services: services
    case .relations: relations
    }
  }
}

/// The table of the vocabulary that a code is looked up in.
enum WordTable: Sendable, Hashable {
  case list(Vocabulary.List)
  case services
  case relations

  /// Its name in the vocabulary, which `liaison list` takes: `sectors`, `agreement_types`.
  var name: String {
    switch self {
    case .services: "services"
    case .relations: "relations"
    case .list(let list): list.rawValue
    }
  }

  /// What a code of it is called in a sentence.
  var singular: String {
    switch self {
    case .services: "service type"
    case .relations: "kind of relation"
    case .list(let list):
      switch list {
      case .sectors: "sector"
      case .groups: "group of people"
      case .cases: "case"
      case .tiers: "tier"
      case .levels: "level of area"
      case .statuses: "status"
      case .feedback: "kind of feedback"
      case .formality: "degree of formality"
      case .content: "kind of content"
      case .redact: "way of redacting"
      case .agreementTypes: "type of agreement"
      case .evidenceKinds: "kind of evidence"
      case .reporters: "reporter"
      case .capacityUnits: "unit of capacity"
      case .conditions: "condition"
      case .bodyTypes: "type of body"
      case .activityStatuses: "status of an activity"
      case .languages: "language"
      }
    }
  }
}
