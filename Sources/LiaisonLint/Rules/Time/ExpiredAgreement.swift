public import LiaisonCatalog
public import LiaisonModel

/// TIM002: relations that rest on an agreement which has run out.
public struct ExpiredAgreement: DocumentRule {
  /// Creates the rule.
  public init() {}

  /// A warning.
  public var severity: Severity { .warning }

  /// Its page.
  public var page: CatalogPage {
    CatalogPage(
      id: "TIM002", summary: "An agreement has expired while relations still rest on it.",
      meaning: """
        People are still sent, or data shared, under a paper that no longer holds. Practice often goes on, \
        so no path is closed by it, but every finding says that it rests on an expired agreement; the \
        parties should renew it or say that the relation has ended. One finding for each agreement, at the \
        first relation.
        """,
      reference: "UN Women, endVAWnow, memoranda of understanding; Provan et al. 2005; DOMAIN G13",
      examples: [
        .init(
          "An expired memorandum",
          text: """
            liaison: 1
            as_of: 2025-06-30
            organizations: [{id: a, name: Labour Inspectorate}, {id: b, name: Provincial Police}]
            agreements:
              - {id: mou-7, type: mou, parties: [a, b], valid_until: 2025-03-31}
            relations:
              - {from: a, to: b, kind: refers_to, feedback: none, agreement: mou-7}
            """,
          outcome:
            "The agreement “mou-7” expired on 2025-03-31, but 1 relation still rests on it: Labour Inspectorate → Provincial Police. Renew it, or say that the relation has ended."
        ),
        .init(
          "The relation has ended too",
          text: """
            liaison: 1
            as_of: 2025-06-30
            organizations: [{id: a, name: Labour Inspectorate}, {id: b, name: Provincial Police}]
            agreements:
              - {id: mou-7, type: mou, parties: [a, b], valid_until: 2025-03-31}
            relations:
              - {from: a, to: b, kind: refers_to, feedback: none, agreement: mou-7, status: ended}
            """),
        .init(
          "It expires today: the last day counts",
          text: """
            liaison: 1
            as_of: 2025-03-31
            organizations: [{id: a, name: Labour Inspectorate}, {id: b, name: Provincial Police}]
            agreements:
              - {id: mou-7, type: mou, parties: [a, b], valid_until: 2025-03-31}
            relations:
              - {from: a, to: b, kind: refers_to, feedback: none, agreement: mou-7}
            """),
      ])
  }

  /// One finding for each expired agreement that something still rests on.
  public func findings(in context: LintContext) -> [Finding] {
    guard let asOf = context.asOf else { return [] }
    let resting = context.relationsByAgreement()
    var findings: [Finding] = []
    for (index, entry) in context.document.agreements.enumerated() {
      guard case .value(let until, let end) = entry.validity.until, until < asOf,
        let first = resting[index].first
      else { continue }
      let relations = resting[index]
      let names = relations.map { context.name(ofRelation: $0) }
      let count = Wording.count(relations.count, "relation")
      let verb = relations.count == 1 ? "rests" : "rest"
      let ended = relations.count == 1 ? "the relation has" : "the relations have"
      let name = context.name(ofAgreement: index)
      findings.append(
        Finding(
          rule: "TIM002", severity: severity, key: ["agreements", context.agreements.ids[index]],
          place: context.document.relations[first].agreement.place ?? end,
          related: [.init(end, "where it ends")]
            + relations.dropFirst().prefix(5).map {
              .init(context.document.relations[$0].origin.place, "another that rests on it")
            }, subjects: .organizations(entry.parties.value ?? []),
          sentence:
            "\(name.prefix(1).uppercased() + name.dropFirst()) expired on \(until), but \(count) still \(verb) on it: \(Wording.list(names, limit: 3)). Renew it, or say that \(ended) ended."
        ))
    }
    return findings
  }
}

extension LintContext {
  /// The relations in force that rest on each agreement.
  func relationsByAgreement() -> [[Int]] {
    var resting = [[Int]](repeating: [], count: document.agreements.count)
    for index in document.relations.indices {
      guard let id = document.relations[index].agreement.value,
        let agreement = agreements.position(id),
        isInForce(document.relations[index].validity)
      else { continue }
      resting[agreement].append(index)
    }
    return resting
  }

  /// Whether status and dates say yes, or do not say; without a day only the status decides.
  func isInForce(_ validity: ValidityEntry) -> Bool {
    if let status = validity.status.value, vocabulary.statusAnswers[status] == .no { return false }
    guard let asOf else { return true }
    if let from = validity.from.value, asOf < from { return false }
    if let until = validity.until.value, asOf > until { return false }
    return true
  }
}
