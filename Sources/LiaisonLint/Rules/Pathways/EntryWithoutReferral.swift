public import LiaisonCatalog
public import LiaisonModel

/// PWY003: people arrive where nothing leads on.
public struct EntryWithoutReferral: DocumentRule {
  /// Creates the rule.
  public init() {}

  /// A warning.
  public var severity: Severity { .warning }

  /// Its page.
  public var page: CatalogPage {
    CatalogPage(
      id: "PWY003", summary: "An entry point has no onward referral.",
      meaning: """
        People arrive there first, neither it nor its units offer a service of protection, and no referral \
        leads on from them to others: whoever is identified there reaches nothing. Every first contact must be \
        able to refer. Where the network does not claim to list every referral (`boundary:`), or the \
        organization stayed silent, this is a question to ask.
        """,
      reference: "UN Women, endVAWnow, referral pathways; SEMANTICS §4",
      examples: [
        .init(
          "A hotline without anywhere to send people",
          text: """
            liaison: 1
            as_of: 2025-06-30
            boundary: {rule: members of the committee}
            organizations:
              - {id: hotline, name: Helpline 1099, entry_point: true}
              - {id: police, name: Provincial Police}
            """,
          outcome:
            "Helpline 1099 is an entry point, but no onward referral from it is recorded, and no service of its own. Record to whom it refers people."
        ),
        .init(
          "It and its unit refer to each other only",
          text: """
            liaison: 1
            as_of: 2025-06-30
            boundary: {rule: members of the committee}
            organizations:
              - {id: hotline, name: Helpline 1099}
              - {id: desk, name: Night Desk, parent: hotline, entry_point: true}
            relations:
              - {from: desk, to: hotline, kind: refers_to, feedback: none}
            """,
          outcome:
            "Night Desk is an entry point, but no onward referral from it is recorded, and no service of its own. Record to whom it refers people."
        ),
        .init(
          "It refers",
          text: """
            liaison: 1
            as_of: 2025-06-30
            boundary: {rule: members of the committee}
            organizations:
              - {id: hotline, name: Helpline 1099, entry_point: true}
              - {id: police, name: Provincial Police}
            relations:
              - {from: hotline, to: police, kind: refers_to, feedback: none}
            """),
        .init(
          "It helps by itself",
          text: """
            liaison: 1
            as_of: 2025-06-30
            boundary: {rule: members of the committee}
            organizations:
              - id: dar
                name: Women's Shelter
                entry_point: true
                services: [{id: beds, type: shelter.emergency}]
            """),
      ])
  }

  /// One finding or question for each such entry point.
  public func findings(in context: LintContext) -> [Finding] {
    let arcs = ReferralArcs(context)
    let isClosed = context.rowsAreClosed(["referral"])
    var types: [Code: ServiceType] = [:]
    for type in context.vocabulary.services { types[type.term.code] = type }
    var findings: [Finding] = []
    for index in context.document.organizations.indices {
      let point = context.document.organizations[index].entryPoint
      guard let entry = point.value, entry.always.value != false, !arcs.leadsOn[index],
        context.isInForce(context.document.organizations[index].validity)
      else { continue }
      let helps = arcs.services[index].contains { service in
        guard context.isServiceInForce(service) else { return false }
        // A gateway only opens the way to help; prevention is no help to one who arrives.
        guard let type = context.service(service).type.value.flatMap({ types[$0] }) else {
          return true
        }
        return !type.isGateway && type.pillar != "prevention"
      }
      if helps { continue }
      let isQuestion = !isClosed || context.isSilent(index)
      let own =
        arcs.services[index].isEmpty
        ? "no service of its own" : "no service of protection of its own"
      findings.append(
        Finding(
          rule: "PWY003", severity: isQuestion ? .info : severity,
          kind: isQuestion ? .question : .finding,
          key: ["organizations", context.organizations.ids[index]],
          place: point.place ?? context.document.organizations[index].origin.place,
          subjects: .organizations([context.organizations.ids[index]]),
          sentence: "\(context.name(ofOrganization: index)) is an entry point, but no onward "
            + "referral from it is recorded, and \(own). Record to whom it refers people."))
    }
    return findings
  }
}
