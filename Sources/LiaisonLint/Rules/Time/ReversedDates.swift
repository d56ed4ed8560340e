public import LiaisonCatalog
public import LiaisonModel

/// TIM001: an end before its beginning.
public struct ReversedDates: DocumentRule {
  /// Creates the rule.
  public init() {}

  /// An error.
  public var severity: Severity { .error }

  /// What an entry says is judged wherever it stands.
  public var judgesEntriesAlone: Bool { true }

  /// Its page.
  public var page: CatalogPage {
    CatalogPage(
      id: "TIM001", summary: "`valid_until` is before `valid_from`.",
      meaning: """
        Such a thing would hold on no day at all. Most often day and month, or two years, were swapped. \
        Both days are included, so the two may be equal.
        """,
      reference: "SEMANTICS §3",
      examples: [
        .init(
          "Swapped years",
          text: """
            liaison: 1
            as_of: 2025-06-30
            organizations: [{id: a, name: Union}, {id: b, name: Inspectorate}]
            agreements:
              - {id: mou-1, type: mou, parties: [a, b], valid_from: 2025-01-01, valid_until: 2022-12-31}
            """,
          outcome:
            "The agreement “mou-1” ends on 2022-12-31, before it begins on 2025-01-01. Mend one of the two dates."
        ),
        .init(
          "One day",
          text: """
            liaison: 1
            as_of: 2025-06-30
            organizations: [{id: a, name: Union, valid_from: 2025-01-01, valid_until: 2025-01-01}]
            """),
      ])
  }

  /// One finding for each pair of dates in the wrong order.
  public func findings(in context: LintContext) -> [Finding] {
    let document = context.document
    var findings: [Finding] = []
    func check(_ validity: ValidityEntry, _ table: String, _ key: String, _ name: () -> String) {
      guard case .value(let from, let fromPlace) = validity.from,
        case .value(let until, let place) = validity.until, until < from
      else { return }
      findings.append(
        Finding(
          rule: "TIM001", severity: severity, key: [table, key], place: place,
          related: [.init(fromPlace, "where it begins")],
          subjects: .elements(key.isEmpty ? [] : [key]),
          sentence: "\(capitalized(name())) ends on \(until), before it begins on \(from). "
            + "Mend one of the two dates."))
    }
    for index in document.organizations.indices {
      check(
        document.organizations[index].validity, "organizations", context.organizations.ids[index]
      ) { context.name(ofOrganization: index) }
    }
    for index in context.services.indices {
      check(context.service(index).validity, "services", context.serviceIDs.ids[index]) {
        context.name(ofService: index)
      }
    }
    for index in document.bodies.indices {
      check(document.bodies[index].validity, "bodies", context.bodies.ids[index]) {
        context.name(ofBody: index)
      }
    }
    for index in document.agreements.indices {
      check(document.agreements[index].validity, "agreements", context.agreements.ids[index]) {
        context.name(ofAgreement: index)
      }
    }
    for index in document.relations.indices
    where !document.relations[index].validity.until.isAbsent {
      check(document.relations[index].validity, "relations", context.key(ofRelation: index)) {
        "the relation \(context.name(ofRelation: index))"
      }
    }
    return findings
  }

  private func capitalized(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}
