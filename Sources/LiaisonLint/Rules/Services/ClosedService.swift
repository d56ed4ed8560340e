public import LiaisonCatalog
public import LiaisonModel

/// SVC001: people are sent where the door is shut.
public struct ClosedService: DocumentRule {
  /// Creates the rule.
  public init() {}

  /// An error.
  public var severity: Severity { .error }

  /// Its page.
  public var page: CatalogPage {
    CatalogPage(
      id: "SVC001", summary: "A referral in force leads to a service that is closed.",
      meaning: """
        The target's status is `inactive`, `defunct` or `temporarily_closed`, or that of its organization, \
        while the referral still holds: whoever follows it stands before a shut door. End or suspend the \
        referral, or name the service that took over.
        """,
      reference: "Open Referral HSDS 3, `service.status`",
      examples: [
        .init(
          "A shelter that closed",
          text: """
            liaison: 1
            as_of: 2025-06-30
            organizations:
              - {id: police, name: Provincial Police}
              - id: dar
                name: Women's Shelter
                services: [{id: beds, type: shelter.emergency, status: temporarily_closed}]
            relations:
              - {from: police, to: dar/beds, kind: refers_to, feedback: none}
            """,
          outcome:
            "Provincial Police refers people to emergency shelter of Women's Shelter, which is temporarily closed. End or suspend the referral, or name another service."
        ),
        .init(
          "The referral is suspended too",
          text: """
            liaison: 1
            as_of: 2025-06-30
            organizations:
              - {id: police, name: Provincial Police}
              - id: dar
                name: Women's Shelter
                services: [{id: beds, type: shelter.emergency, status: temporarily_closed}]
            relations:
              - {from: police, to: dar/beds, kind: refers_to, feedback: none, status: suspended}
            """),
      ])
  }

  private static let closed: Set<Code> = ["inactive", "defunct", "temporarily_closed"]

  /// One finding for each referral in force into something closed.
  public func findings(in context: LintContext) -> [Finding] {
    let document = context.document
    var findings: [Finding] = []
    for index in document.relations.indices where context.isReferral(index) {
      guard context.isInForce(document.relations[index].validity),
        let target = context.ends[index].to.organization
      else { continue }
      let own: (number: Int, status: Code)? =
        if case .service(_, let number) = context.ends[index].to,
          let status = context.service(number).validity.status.value, Self.closed.contains(status)
        {
          (number, status)
        } else {
          nil
        }
      guard let status = own?.status ?? document.organizations[target].validity.status.value,
        Self.closed.contains(status)
      else { continue }
      // Names cost more than all the rest: only where there is something to say.
      let name =
        own.map { context.name(ofService: $0.number) } ?? context.name(ofOrganization: target)
      let id = own.map { context.serviceIDs.ids[$0.number] } ?? context.organizations.ids[target]
      let relation = document.relations[index]
      let from = context.name(ofEnd: context.ends[index].from, written: relation.from.value)
      let word = context.vocabulary.term(status, in: .statuses)?.name ?? status.text
      let phrase = String(word.map { $0 == "_" ? " " : $0 })
      findings.append(
        Finding(
          rule: "SVC001", severity: severity, key: ["relations", context.key(ofRelation: index)],
          place: relation.to.place ?? relation.origin.place, subjects: .elements([id]),
          sentence: "\(from) refers people to \(name), which is \(phrase). "
            + "End or suspend the referral, or name another service."))
    }
    return findings
  }
}
