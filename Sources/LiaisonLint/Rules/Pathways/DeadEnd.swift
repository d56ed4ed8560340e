public import LiaisonCatalog
public import LiaisonModel

/// PWY001: people are sent to where nothing of what they need is offered and nothing leads on.
public struct DeadEnd: DocumentRule {
  /// Creates the rule.
  public init() {}

  /// A warning.
  public var severity: Severity { .warning }

  /// Its page.
  public var page: CatalogPage {
    CatalogPage(
      id: "PWY001", summary: "A referral ends where nobody offers what people are sent for.",
      meaning: """
        An organization receives a referral, has stated its services, none of them is what people are sent \
        for, and no referral leads on from it. Where it has stated no services this is a question to ask, \
        and so it is where the network does not claim to list every service and referral \
        (`boundary:`), or where the organization stayed silent.
        """,
      doNotUseWhen: "The network lists only a part of the referrals and says that it lists all.",
      reference: "SEMANTICS §7, dead end; DOMAIN G4",
      examples: [
        .init(
          "Sent for shelter to a legal aid office",
          text: """
            liaison: 1
            as_of: 2025-06-30
            boundary: {rule: members of the committee}
            organizations:
              - {id: police, name: Provincial Police}
              - {id: bar, name: Bar Association, services: [{id: aid, type: legal_counsel}]}
            relations:
              - {from: police, to: bar, kind: refers_to, services: [shelter.emergency], feedback: none}
            """,
          outcome:
            "Provincial Police sends people to Bar Association for emergency shelter; Bar Association records legal counsel only, and no onward referral. Record where they go from there, or what else it offers."
        ),
        .init(
          "Nothing is stated",
          text: """
            liaison: 1
            as_of: 2025-06-30
            boundary: {rule: members of the committee}
            organizations:
              - {id: police, name: Provincial Police}
              - {id: bar, name: Bar Association}
            relations:
              - {from: police, to: bar, kind: refers_to, services: [legal_counsel], feedback: none}
            """,
          outcome:
            "What does Bar Association offer to those whom Provincial Police sends? No service and no onward referral of it is recorded."
        ),
        .init(
          "What they are sent for is offered",
          text: """
            liaison: 1
            as_of: 2025-06-30
            boundary: {rule: members of the committee}
            organizations:
              - {id: police, name: Provincial Police}
              - {id: bar, name: Bar Association, services: [{id: aid, type: legal_counsel}]}
            relations:
              - {from: police, to: bar, kind: refers_to, services: [legal_counsel], feedback: none}
            """),
      ])
  }

  /// One finding or question for each organization at which referrals end.
  public func findings(in context: LintContext) -> [Finding] {
    let arcs = ReferralArcs(context)
    let isClosed = context.rowsAreClosed(["services", "referral"])
    var findings: [Finding] = []
    for index in context.document.organizations.indices {
      guard !arcs.incoming[index].isEmpty, !arcs.leadsOn[index] else { continue }
      if arcs.services[index].isEmpty {
        findings.append(question(index, arcs.incoming[index], context))
        continue
      }
      let offered = arcs.services[index].filter { context.isServiceInForce($0) }
      let unmet = arcs.incoming[index].filter { isUnmet($0, offered, context) }
      guard !unmet.isEmpty else { continue }
      var finding = finding(index, unmet, offered, context)
      if !isClosed || context.isSilent(index) {
        finding.kind = .question
        finding.severity = .info
      }
      findings.append(finding)
    }
    return findings
  }

  /// Whether none of the services offered is what a relation sends people for.
  private func isUnmet(_ relation: Int, _ offered: [Int], _ context: LintContext) -> Bool {
    guard let listed = context.document.relations[relation].services.value, !listed.isEmpty else {
      return false
    }
    func isListed(_ service: Int) -> Bool {
      // A type that cannot be read may be the one.
      guard let type = context.service(service).type.value else { return true }
      return listed.contains { $0.covers(type) }
    }
    if case .service(_, let service) = context.ends[relation].to { return !isListed(service) }
    if case .missingService = context.ends[relation].to { return false }
    return !offered.contains(where: isListed)
  }

  private func senders(
    _ relations: [Int], _ context: LintContext
  ) -> (names: [String], ids: [String]) {
    var names: [String] = []
    var seen: Set<Int> = []
    var ids: [String] = []
    for relation in relations {
      guard let from = context.ends[relation].from.organization, seen.insert(from).inserted
      else { continue }
      ids.append(context.organizations.ids[from])
      names.append(context.name(ofOrganization: from))
    }
    return (names, ids)
  }

  private func finding(
    _ index: Int, _ relations: [Int], _ offered: [Int], _ context: LintContext
  ) -> Finding {
    let name = context.name(ofOrganization: index)
    let id = context.organizations.ids[index]
    let (names, ids) = senders(relations, context)
    let wanted = relations.flatMap { context.document.relations[$0].services.value ?? [] }
    let own = offered.compactMap { context.service($0).type.value }
    let offers = own.isEmpty ? "no service that is open" : "\(types(own, context)) only"
    let verb = names.count == 1 ? "sends" : "send"
    return Finding(
      rule: "PWY001", severity: severity, key: ["organizations", id],
      place: context.document.organizations[index].origin.place,
      related: relations.prefix(5).map {
        .init(context.document.relations[$0].origin.place, "a referral that ends there")
      }, subjects: .organizations(ids + [id]),
      sentence: "\(Wording.list(names, limit: 3)) \(verb) people to \(name) for "
        + "\(types(wanted, context)); \(name) records \(offers), and no onward referral. "
        + "Record where they go from there, or what else it offers.")
  }

  private func question(_ index: Int, _ relations: [Int], _ context: LintContext) -> Finding {
    let name = context.name(ofOrganization: index)
    let id = context.organizations.ids[index]
    let (names, ids) = senders(relations, context)
    let verb = names.count == 1 ? "sends" : "send"
    return Finding(
      rule: "PWY001", severity: .info, kind: .question, key: ["organizations", id, "services"],
      place: context.document.organizations[index].origin.place,
      subjects: .organizations(ids + [id]),
      sentence: "What does \(name) offer to those whom \(Wording.list(names, limit: 3)) \(verb)? "
        + "No service and no onward referral of it is recorded.")
  }

  private func types(_ codes: [Code], _ context: LintContext) -> String {
    var names: [String] = []
    for code in codes {
      let name = context.plain(context.vocabulary.name(ofService: code))
      if !names.contains(name) { names.append(name) }
    }
    return Wording.list(names, limit: 4)
  }
}
