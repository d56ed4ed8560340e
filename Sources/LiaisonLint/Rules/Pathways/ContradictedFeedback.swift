public import LiaisonCatalog
public import LiaisonModel

/// PWY009: a referral that says there is no feedback, beside a relation that gives it.
public struct ContradictedFeedback: DocumentRule {
  /// Creates the rule.
  public init() {}

  /// An error.
  public var severity: Severity { .error }

  /// Its page.
  public var page: CatalogPage {
    CatalogPage(
      id: "PWY009", summary: "A referral says `feedback: none` while feedback is recorded back.",
      meaning: """
        The file says both that nothing comes back and that it does; the share of referrals with feedback \
        would count it either way. Ask both sides and keep one.
        """,
      reference: "SEMANTICS §7, feedback share",
      examples: [
        .init(
          "None, and yet some",
          text: """
            liaison: 1
            organizations: [{id: a, name: Labour Inspectorate}, {id: b, name: Provincial Police}]
            relations:
              - {from: a, to: b, kind: refers_to, feedback: none}
              - {from: b, to: a, kind: gives_feedback_to}
            """,
          outcome:
            "Labour Inspectorate → Provincial Police says `feedback: none`, but Provincial Police → Labour Inspectorate is recorded as `gives_feedback_to`. Keep what is true."
        ),
        .init(
          "Both say that there is",
          text: """
            liaison: 1
            organizations: [{id: a, name: Labour Inspectorate}, {id: b, name: Provincial Police}]
            relations:
              - {from: a, to: b, kind: refers_to, feedback: ad_hoc}
              - {from: b, to: a, kind: gives_feedback_to}
            """),
      ])
  }

  /// One finding for each contradiction.
  public func findings(in context: LintContext) -> [Finding] {
    let back = context.feedbackPairs()
    if back.isEmpty { return [] }
    let relations = context.document.relations
    var findings: [Finding] = []
    for index in relations.indices {
      guard context.isReferral(index),
        case .value("none", let place) = relations[index].feedback,
        context.isInForce(relations[index].validity),
        let from = context.ends[index].from.organization,
        let to = context.ends[index].to.organization,
        let other = back[OrganizationPair(from: to, to: from)]
      else { continue }
      findings.append(
        Finding(
          rule: "PWY009", severity: severity, key: ["relations", context.key(ofRelation: index)],
          place: place, related: [.init(relations[other].origin.place, "the feedback")],
          subjects: .elements(
            [relations[index].from.value, relations[index].to.value].compactMap(\.self)),
          sentence: "\(context.name(ofRelation: index)) says `feedback: none`, but "
            + "\(context.name(ofRelation: other)) is recorded as `gives_feedback_to`. "
            + "Keep what is true."))
    }
    return findings
  }
}
