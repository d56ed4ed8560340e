import LiaisonModel

/// A table that references lead to.
enum ReferenceTarget: Sendable, Hashable {
  case areas, organizations, bodies, agreements, activities
  /// An organization or one of its services.
  case provider
  /// An organization, one of its services, or a body.
  case end

  /// What a declared element of it is called.
  var singular: String {
    switch self {
    case .areas: "area"
    case .organizations: "organization"
    case .bodies: "body"
    case .agreements: "agreement"
    case .activities: "activity"
    case .provider: "organization or service"
    case .end: "organization, service or body"
    }
  }
}

/// One place where a document names an element by its id.
struct Reference: Sendable {
  var text: String
  var target: ReferenceTarget
  /// The key under which it stands: `to`, `areas`.
  var field: String
  var place: Place
  /// Whether the place is that of this id alone, so that a fix can replace it.
  var isAlone: Bool
  var subject: Subject
}

extension LintContext {
  /// Every reference of the document, in file order within each table.
  func forEachReference(_ body: (Reference) -> Void) {
    for entry in document.areas {
      let subject = Subject("areas", entry.id, entry.origin)
      one(entry.within, .areas, "within", subject, body)
    }
    for entry in document.organizations {
      let subject = Subject("organizations", entry.id, entry.origin)
      one(entry.parent, .organizations, "parent", subject, body)
      one(entry.locatedIn, .areas, "located_in", subject, body)
      areas(entry.scope, subject, body)
      if let point = entry.entryPoint.value { areas(point.scope, subject, body) }
      for load in entry.caseload { areas(load.scope, subject, body) }
    }
    for index in services.indices {
      let entry = service(index)
      let subject = subject(ofService: index, entry)
      if !services[index].isNested {
        one(entry.organization, .organizations, "organization", subject, body)
      }
      areas(entry.scope, subject, body)
    }
    for entry in document.sites {
      let subject = Subject("sites", entry.id, entry.origin)
      one(entry.of, .provider, "of", subject, body)
      one(entry.locatedIn, .areas, "located_in", subject, body)
    }
    for entry in document.bodies {
      let subject = Subject("bodies", entry.id, entry.origin)
      many(entry.areas, .areas, "areas", subject, body)
      one(entry.parent, .bodies, "parent", subject, body)
    }
    for entry in document.agreements {
      many(
        entry.parties, .organizations, "parties", Subject("agreements", entry.id, entry.origin),
        body)
    }
    for entry in document.activities {
      let subject = Subject("activities", entry.id, entry.origin)
      many(entry.leads, .organizations, "leads", subject, body)
      many(entry.supports, .organizations, "supports", subject, body)
      many(entry.dependsOn, .activities, "depends_on", subject, body)
    }
    let header = Subject(table: "header", key: "", ids: [], place: document.header.origin.place)
    areas(document.header.assume, header, body)
    forEachRelationReference(body)
  }

  private func forEachRelationReference(_ body: (Reference) -> Void) {
    for index in document.relations.indices {
      // What is declared is known already; only the rest is worth a subject.
      if ends[index].from.endClass == nil || ends[index].to.endClass == nil {
        let subject = subject(ofRelation: index)
        one(document.relations[index].from, .end, "from", subject, body)
        one(document.relations[index].to, .end, "to", subject, body)
      }
      if !document.relations[index].agreement.isAbsent
        || !document.relations[index].scope.areas.isAbsent
      {
        let subject = subject(ofRelation: index)
        one(document.relations[index].agreement, .agreements, "agreement", subject, body)
        areas(document.relations[index].scope, subject, body)
      }
    }
  }

  /// The subject of a relation.
  func subject(ofRelation index: Int) -> Subject {
    let entry = document.relations[index]
    return Subject(
      table: "relations", key: key(ofRelation: index),
      ids: [entry.from.value, entry.to.value].compactMap(\.self), place: entry.origin.place)
  }

  /// The subject of a service.
  func subject(ofService index: Int, _ entry: ServiceEntry) -> Subject {
    let id = serviceIDs.ids[index]
    return Subject(
      table: "services", key: id.isEmpty ? entry.id.value ?? "" : id, ids: id.isEmpty ? [] : [id],
      place: entry.origin.place)
  }

  private func one(
    _ field: Field<String>, _ target: ReferenceTarget, _ name: String, _ subject: Subject,
    _ body: (Reference) -> Void
  ) {
    guard case .value(let text, let place) = field else { return }
    body(
      Reference(
        text: text, target: target, field: name, place: place, isAlone: true, subject: subject))
  }

  private func many(
    _ field: Field<[String]>, _ target: ReferenceTarget, _ name: String, _ subject: Subject,
    _ body: (Reference) -> Void
  ) {
    guard case .value(let texts, let place) = field else { return }
    for text in texts {
      body(
        Reference(
          text: text, target: target, field: name, place: place, isAlone: false, subject: subject))
    }
  }

  private func areas(_ scope: ScopeEntry, _ subject: Subject, _ body: (Reference) -> Void) {
    guard case .value(let list, let place) = scope.areas else { return }
    for term in list.terms where term.code != .any {
      body(
        Reference(
          text: term.code.text, target: .areas, field: "areas", place: place, isAlone: false,
          subject: subject))
    }
  }
}

extension Subject {
  init(_ table: String, _ id: Field<String>, _ origin: Origin) {
    self.init(
      table: table, key: id.value ?? "", ids: id.value.map { [$0] } ?? [], place: origin.place)
  }
}
