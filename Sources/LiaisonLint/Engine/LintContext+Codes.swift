import LiaisonModel

/// One place where a document uses a word of the vocabulary.
struct CodeUse: Sendable {
  var code: Code
  var table: WordTable
  /// The key under which it stands.
  var field: String
  var place: Place
  /// Whether the place is that of this code alone.
  var isAlone: Bool
  /// Whether a code above several others will do: `adult`, `shelter`, `any`.
  var mayCover: Bool
  var subject: Subject
}

extension LintContext {
  /// Every use of a code whose word is not plainly in use: unknown or deprecated ones, in file order
  /// within each table. Subjects are made for those alone, so that a sound document costs little.
  func forEachOddCode(_ body: (CodeUse) -> Void) {
    for entry in document.areas {
      one(entry.level, .list(.levels), "level", body) { Subject("areas", entry.id, entry.origin) }
    }
    for entry in document.organizations {
      let subject = { Subject("organizations", entry.id, entry.origin) }
      one(entry.sector, .list(.sectors), "sector", body, subject)
      one(entry.tier, .list(.tiers), "tier", body, subject)
      one(entry.validity.status, .list(.statuses), "status", body, subject)
      one(entry.redact, .list(.redact), "redact", body, subject)
      people(entry.scope, body, subject)
      if let point = entry.entryPoint.value { people(point.scope, body, subject) }
      for load in entry.caseload { people(load.scope, body, subject) }
    }
    for index in services.indices {
      let entry = service(index)
      let subject = { self.subject(ofService: index, entry) }
      one(entry.type, .services, "type", body, subject)
      one(entry.validity.status, .list(.statuses), "status", body, subject)
      people(entry.scope, body, subject)
      if let capacity = entry.capacity.value {
        one(capacity.unit, .list(.capacityUnits), "unit", body, subject)
      }
    }
    for entry in document.sites {
      one(entry.redact, .list(.redact), "redact", body) {
        Subject("sites", entry.id, entry.origin)
      }
    }
    for entry in document.bodies {
      let subject = { Subject("bodies", entry.id, entry.origin) }
      one(entry.tier, .list(.tiers), "tier", body, subject)
      one(entry.validity.status, .list(.statuses), "status", body, subject)
    }
    for entry in document.agreements {
      let subject = { Subject("agreements", entry.id, entry.origin) }
      one(entry.type, .list(.agreementTypes), "type", body, subject)
      one(entry.validity.status, .list(.statuses), "status", body, subject)
    }
    for entry in document.activities {
      one(entry.status, .list(.activityStatuses), "status", body) {
        Subject("activities", entry.id, entry.origin)
      }
    }
    for index in document.relations.indices { relation(index, body) }
    for entry in document.orphanEvidence {
      evidence(entry, body) { Subject("evidence", entry.source, entry.origin) }
    }
    people(document.header.assume, body) {
      Subject(table: "header", key: "", ids: [], place: document.header.origin.place)
    }
  }

  private func relation(_ index: Int, _ body: (CodeUse) -> Void) {
    let subject = { self.subject(ofRelation: index) }
    one(document.relations[index].kind, .relations, "kind", body, subject)
    one(document.relations[index].validity.status, .list(.statuses), "status", body, subject)
    one(document.relations[index].feedback, .list(.feedback), "feedback", body, subject)
    one(document.relations[index].formality, .list(.formality), "formality", body, subject)
    many(document.relations[index].content, .list(.content), "content", body, subject)
    many(
      document.relations[index].services, .services, "services", mayCover: true, body, subject)
    people(document.relations[index].scope, body, subject)
    for entry in document.relations[index].evidence { evidence(entry, body, subject) }
  }

  private func evidence(
    _ entry: EvidenceEntry, _ body: (CodeUse) -> Void, _ subject: () -> Subject
  ) {
    one(entry.kind, .list(.evidenceKinds), "kind", body, subject)
    one(entry.reporter, .list(.reporters), "reporter", body, subject)
  }

  private func people(
    _ scope: ScopeEntry, _ body: (CodeUse) -> Void, _ subject: () -> Subject
  ) {
    for (field, list, name) in [
      (scope.groups, Vocabulary.List.groups, "groups"), (scope.cases, .cases, "cases"),
    ] {
      guard case .value(let scope, let place) = field else { continue }
      for term in scope.terms where term.code != .any {
        check(
          term.code, .list(list), name, place, isAlone: false, mayCover: true, body,
          subject)
      }
    }
  }

  private func one(
    _ field: Field<Code>, _ table: WordTable, _ name: String, _ body: (CodeUse) -> Void,
    _ subject: () -> Subject
  ) {
    guard case .value(let code, let place) = field, !code.text.isEmpty else { return }
    check(
      code, table, name, place, isAlone: true, mayCover: false, body, subject)
  }

  private func many(
    _ field: Field<[Code]>, _ table: WordTable, _ name: String, mayCover: Bool = false,
    _ body: (CodeUse) -> Void, _ subject: () -> Subject
  ) {
    guard case .value(let codes, let place) = field else { return }
    for code in codes where code != .any || !mayCover {
      check(
        code, table, name, place, isAlone: false, mayCover: mayCover, body, subject)
    }
  }

  private func check(
    _ code: Code, _ table: WordTable, _ field: String, _ place: Place,
    isAlone: Bool, mayCover: Bool, _ body: (CodeUse) -> Void, _ subject: () -> Subject
  ) {
    let words = words.words(table)
    // A vocabulary without the table says nothing about its codes.
    if words.known.isEmpty || words.known.contains(code) { return }
    if mayCover, words.prefixes.contains(code) { return }
    body(
      CodeUse(
        code: code, table: table, field: field, place: place, isAlone: isAlone,
        mayCover: mayCover, subject: subject()))
  }
}
