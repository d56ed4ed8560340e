public import LiaisonCatalog
public import LiaisonModel

/// TIM003: an agreement that runs out soon.
public struct ExpiringAgreement: DocumentRule {
  /// Creates the rule.
  public init() {}

  /// An info.
  public var severity: Severity { .info }

  /// Its page.
  public var page: CatalogPage {
    CatalogPage(
      id: "TIM003", summary: "An agreement expires within 90 days.",
      meaning: """
        Renewing takes months where several departments must sign. The sentence says how many relations \
        rest on the agreement, so that the planner sees which to begin with.
        """,
      reference: "DOMAIN G13",
      examples: [
        .init(
          "Three weeks left",
          text: """
            liaison: 1
            as_of: 2025-06-30
            organizations: [{id: a, name: Labour Inspectorate}, {id: b, name: Provincial Police}]
            agreements:
              - {id: mou-8, type: mou, parties: [a, b], valid_until: 2025-07-21}
            relations:
              - {from: a, to: b, kind: refers_to, feedback: none, agreement: mou-8}
            """,
          outcome:
            "The agreement “mou-8” expires in 21 days, on 2025-07-21; 1 relation rests on it. Begin to renew it."
        ),
        .init(
          "A year left",
          text: """
            liaison: 1
            as_of: 2025-06-30
            organizations: [{id: a, name: Labour Inspectorate}, {id: b, name: Provincial Police}]
            agreements:
              - {id: mou-8, type: mou, parties: [a, b], valid_until: 2026-06-30}
            """),
      ])
  }

  /// One finding for each agreement that ends soon.
  public func findings(in context: LintContext) -> [Finding] {
    guard let asOf = context.asOf else { return [] }
    let resting = context.relationsByAgreement()
    var findings: [Finding] = []
    for (index, entry) in context.document.agreements.enumerated() {
      guard case .value(let until, let place) = entry.validity.until,
        context.isInForce(entry.validity)
      else { continue }
      let left = until.days - asOf.days
      guard left >= 0, left <= context.configuration.expiryDays else { continue }
      let when = left == 0 ? "today" : left == 1 ? "tomorrow" : "in \(left) days"
      let count = resting[index].count
      let weight =
        count == 0
        ? "no relation rests on it"
        : "\(Wording.count(count, "relation")) \(count == 1 ? "rests" : "rest") on it"
      let name = context.name(ofAgreement: index)
      findings.append(
        Finding(
          rule: "TIM003", severity: severity, key: ["agreements", context.agreements.ids[index]],
          place: place, subjects: .organizations(entry.parties.value ?? []), value: Double(left),
          threshold: Double(context.configuration.expiryDays),
          sentence:
            "\(name.prefix(1).uppercased() + name.dropFirst()) expires \(when), on \(until); \(weight). Begin to renew it."
        ))
    }
    return findings
  }
}
