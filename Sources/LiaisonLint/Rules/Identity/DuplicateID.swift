public import LiaisonCatalog
public import LiaisonModel

/// REF002: one id for two things.
public struct DuplicateID: DocumentRule {
  /// Creates the rule.
  public init() {}

  /// An error.
  public var severity: Severity { .error }

  /// Its page.
  public var page: CatalogPage {
    CatalogPage(
      id: "REF002", summary: "An id belongs to two entries.",
      meaning: """
        Relations, evidence, accepted findings and snapshots use ids, so each id belongs to one entry \
        of its table; organizations and bodies share one space, and services have their own within \
        their organization. Two ids that look the same but are stored as different bytes (an accent as \
        one character or as two) count as one id written twice: programs differ in whether they are \
        equal.
        """,
      reference: "SEMANTICS §1; Unicode Standard Annex 15",
      examples: [
        .init(
          "Two organizations with one id",
          text: """
            liaison: 1
            organizations:
              - {id: police, name: Provincial Police}
              - {id: police, name: Railway Police}
            """,
          outcome:
            "The id “police” belongs to Provincial Police already; give Railway Police one of its own."
        ),
        .init(
          "One organization entered twice",
          text: """
            liaison: 1
            organizations:
              - {id: home, name: Women's Home}
              - {id: home, name: Women's Home}
            """,
          outcome:
            "The id “home” and the name of Women's Home stand here a second time: keep one entry, or give this one an id of its own."
        ),
        .init(
          "Services of two organizations may share an id",
          text: """
            liaison: 1
            organizations:
              - {id: a, name: Refuge A, services: [{id: beds, type: shelter.emergency}]}
              - {id: b, name: Refuge B, services: [{id: beds, type: shelter.emergency}]}
            """),
      ])
  }

  /// One finding for each entry whose id was declared before.
  public func findings(in context: LintContext) -> [Finding] {
    let document = context.document
    var check = Check(context: context, severity: severity)
    for entry in document.areas { check.add(entry.id, entry.name, entry.origin, "areas") }
    for entry in document.organizations {
      check.add(entry.id, entry.name, entry.origin, "organizations")
      guard entry.services.count > 1 else { continue }
      var services = Check(context: context, severity: severity)
      for service in entry.services {
        services.add(service.id, service.name, service.origin, "\(entry.id.value ?? "")/")
      }
      check.findings += services.findings
    }
    for entry in document.bodies {
      check.add(entry.id, entry.name, entry.origin, "bodies", space: "organizations")
    }
    for entry in document.sites { check.add(entry.id, entry.name, entry.origin, "sites") }
    for entry in document.agreements {
      check.add(entry.id, entry.name, entry.origin, "agreements")
    }
    for entry in document.activities {
      check.add(entry.id, entry.title, entry.origin, "activities")
    }
    for index in document.relations.indices where !document.relations[index].id.isAbsent {
      check.add(
        document.relations[index].id, .absent, document.relations[index].origin, "relations")
    }
    return check.findings
  }

  private struct Check {
    let context: LintContext
    let severity: Severity
    var findings: [Finding] = []
    /// By space, then by id: its bytes, its name, its place.
    var seen: [String: [String: (id: String, name: String?, place: Place)]] = [:]
    var counts: [String: Int] = [:]

    init(context: LintContext, severity: Severity) {
      self.context = context
      self.severity = severity
    }

    mutating func add(
      _ field: Field<String>, _ name: Field<String>, _ origin: Origin, _ table: String,
      space: String? = nil
    ) {
      guard case .value(let id, let place) = field, !id.isEmpty else { return }
      let space = space ?? table
      guard let first = seen[space]?[id] else {
        seen[space, default: [:]][id] = (id, name.value, place)
        return
      }
      let holder = first.name.map { context.plain($0) } ?? "another entry"
      let own = name.value.map { context.plain($0) } ?? "this one"
      let isOneName = first.name.map { LabelFold.key($0) == LabelFold.key(name.value ?? "") }
      let sentence =
        if isOneName ?? false, first.id.utf8.elementsEqual(id.utf8) {
          "The id \(context.quoted(id)) and the name of \(own) stand here a second time: keep one "
            + "entry, or give this one an id of its own."
        } else if first.id.utf8.elementsEqual(id.utf8) {
          "The id \(context.quoted(id)) belongs to \(holder) already; give \(own) one of its own."
        } else {
          "The id \(context.quoted(id)) looks like that of \(holder) but is stored as other bytes; "
            + "write both alike where they are the same, or give \(own) another id."
        }
      // A third entry with the id is a finding of its own.
      let number = counts["\(space) \(id)", default: 2]
      counts["\(space) \(id)"] = number + 1
      findings.append(
        Finding(
          rule: "REF002", severity: severity,
          key: [table, id] + (number > 2 ? [String(number)] : []), place: place,
          related: [.init(first.place, "the first entry with this id")], subjects: .elements([id]),
          sentence: sentence))
    }
  }
}
