public import LiaisonCatalog
public import LiaisonModel

/// REF001: something is named that nobody declared.
public struct UndeclaredReference: DocumentRule {
  /// Creates the rule.
  public init() {}

  /// An error.
  public var severity: Severity { .error }

  /// Its page.
  public var page: CatalogPage {
    CatalogPage(
      id: "REF001", summary: "A relation or entry names something that is not declared.",
      meaning: """
        Each id that is used must be declared in its table: the ends of relations in organizations, \
        their services or bodies, areas in areas, agreements in agreements. Where a declared id is \
        near, it is proposed. Ids are compared byte by byte.
        """,
      reference: "Liaison's format, SEMANTICS §1",
      examples: [
        .init(
          "An id with a slip",
          text: """
            liaison: 1
            organizations:
              - {id: police, name: Provincial Police}
              - {id: inspectorate, name: Labour Inspectorate}
            relations:
              - {from: inspectorate, to: polise, kind: refers_to, feedback: none}
            """,
          outcome:
            "“polise” is not declared as an organization, service or body. Did you mean “police”?"),
        .init(
          "A service that the organization does not have",
          text: """
            liaison: 1
            organizations:
              - {id: police, name: Provincial Police}
              - id: dar
                name: Women's Shelter
                services: [{id: beds, type: shelter.emergency}]
            relations:
              - {from: police, to: dar/bed, kind: refers_to, feedback: none}
            """,
          outcome: "Women's Shelter has no service “bed”. Did you mean “dar/beds”?"),
        .init(
          "Everything is declared",
          text: """
            liaison: 1
            areas: [{id: north, name: North District}]
            organizations:
              - {id: police, name: Provincial Police, areas: [north]}
              - {id: inspectorate, name: Labour Inspectorate}
            relations:
              - {from: inspectorate, to: police, kind: refers_to, feedback: none}
            """),
      ])
  }

  /// One finding for each place where something undeclared is named.
  public func findings(in context: LintContext) -> [Finding] {
    findings(of: context, in: context) + orphans(in: context)
  }

  /// One finding for each place where one document names what another does not declare.
  func findings(of naming: LintContext, in context: LintContext) -> [Finding] {
    var findings: [Finding] = []
    var search = Search(context)
    naming.forEachReference { reference in
      guard !isDeclared(reference, in: context) else { return }
      let suggestion = search.suggestion(for: reference)
      let quoted = context.quoted(reference.text)
      var sentence: String
      if reference.target == .end || reference.target == .provider,
        case .missingService(let owner) = context.end(reference.text),
        let slash = reference.text.utf8.firstIndex(of: UInt8(ascii: "/"))
      {
        let name = String(reference.text[reference.text.utf8.index(after: slash)...])
        sentence =
          "\(context.name(ofOrganization: owner)) has no service \(context.quoted(name))."
      } else {
        sentence =
          "\(quoted) is not declared as \(article(reference.target)) \(reference.target.singular)."
      }
      if let suggestion {
        sentence += " Did you mean \(context.quoted(suggestion))?"
      } else {
        // A scope may also say that it holds everywhere.
        let any = reference.target == .areas && reference.field == "areas"
        sentence +=
          " Declare it, or name one that is\(any ? ", or write “any” for all of them" : "")."
      }
      let fix = suggestion.flatMap { suggestion in
        reference.isAlone ? Finding.Fix(reference.place, replacement: suggestion) : nil
      }
      findings.append(
        Finding(
          rule: "REF001", severity: severity,
          key: [
            reference.subject.table, reference.subject.key, reference.field, reference.text,
          ], place: reference.place, subjects: .elements(reference.subject.ids),
          sentence: sentence, fix: fix))
    }
    return findings
  }

  private func article(_ target: ReferenceTarget) -> String {
    switch target {
    case .bodies: "a"
    default: "an"
    }
  }

  private func isDeclared(_ reference: Reference, in context: LintContext) -> Bool {
    switch reference.target {
    case .areas: return context.areas.position(reference.text) != nil
    case .organizations: return context.organizations.position(reference.text) != nil
    case .bodies: return context.bodies.position(reference.text) != nil
    case .agreements: return context.agreements.position(reference.text) != nil
    case .activities: return context.activities.position(reference.text) != nil
    case .provider, .end:
      // What is declared but may not stand there is REF004's to say.
      switch context.end(reference.text) {
      case .missingService, .undeclared: return false
      default: return true
      }
    }
  }

  /// Evidence about a relation that is not there, or about one of several with ids of their own.
  private func orphans(in context: LintContext) -> [Finding] {
    let orphans = context.document.orphanEvidence
    guard !orphans.isEmpty else { return [] }
    let doubled = context.document.doubledRelations()
    let keys = context.document.relationKeys()
    return orphans.compactMap { entry -> Finding? in
      let relation = entry.relation.value
      if let relation, doubled.contains(relation) { return nil }
      let isOneOfSeveral = relation.flatMap { keys[$0] } != nil
      let text =
        relation?.id
        ?? [relation?.from, relation?.kind?.text, relation?.to].compactMap(\.self)
        .joined(separator: " ")
      return Finding(
        rule: "REF001", severity: severity, key: ["evidence", text],
        place: entry.relation.place ?? entry.origin.place,
        sentence: text.isEmpty
          ? "A piece of evidence names no relation. Say which by its id, or by from, kind and to."
          : isOneOfSeveral
            ? "Several relations \(context.quoted(text)) are declared. "
              + "Name the one that the evidence speaks of by its id."
            : "No relation \(context.quoted(text)) is declared, but evidence speaks of it. "
              + "Name the relation by its id, or by from, kind and to.")
    }
  }
}

/// The searches for what an undeclared id may have meant, one index a target, made when first needed.
private struct Search {
  let context: LintContext
  var indices: [ReferenceTarget: NearestMatch] = [:]
  /// Ids by folded name, so that a name written for an id is understood.
  var byName: [ReferenceTarget: [String: String]] = [:]

  init(_ context: LintContext) { self.context = context }

  mutating func suggestion(for reference: Reference) -> String? {
    let target = reference.target
    if indices[target] == nil {
      indices[target] = NearestMatch(candidates(target))
      byName[target] = names(target)
    }
    if let near = indices[target]?.nearest(to: reference.text), near != reference.text {
      return near
    }
    return byName[target]?[LabelFold.key(reference.text)]
  }

  private func candidates(_ target: ReferenceTarget) -> [String] {
    switch target {
    case .areas: context.areas.ids
    case .organizations: context.organizations.ids
    case .bodies: context.bodies.ids
    case .agreements: context.agreements.ids
    case .activities: context.activities.ids
    case .provider: context.organizations.ids + context.serviceIDs.ids
    case .end: context.organizations.ids + context.bodies.ids + context.serviceIDs.ids
    }
  }

  private func names(_ target: ReferenceTarget) -> [String: String] {
    var names: [String: String] = [:]
    var doubled: Set<String> = []
    func add(_ name: String?, _ id: String?) {
      guard let name, let id, !id.isEmpty else { return }
      let key = LabelFold.key(name)
      if key.isEmpty { return }
      if let other = names[key], other != id { doubled.insert(key) }
      names[key] = id
    }
    if target == .areas {
      for entry in context.document.areas { add(entry.name.value, entry.id.value) }
    }
    if [.organizations, .provider, .end].contains(target) {
      for entry in context.document.organizations {
        add(entry.name.value, entry.id.value)
        for alias in entry.aliases.value ?? [] { add(alias, entry.id.value) }
      }
    }
    if target == .bodies || target == .end {
      for entry in context.document.bodies { add(entry.name.value, entry.id.value) }
    }
    if target == .provider || target == .end {
      for index in context.services.indices {
        add(context.service(index).id.value, context.serviceIDs.ids[index])
      }
    }
    for key in doubled { names[key] = nil }
    return names
  }
}
