public import LiaisonCatalog
public import LiaisonModel

/// PWY005: a referral that does not say whether word comes back.
public struct UnstatedFeedback: DocumentRule {
  /// Creates the rule.
  public init() {}

  /// A warning.
  public var severity: Severity { .warning }

  /// Its page.
  public var page: CatalogPage {
    CatalogPage(
      id: "PWY005", summary: "A referral does not say whether feedback comes back.",
      meaning: """
        Whether the sender learns that the person arrived is the first thing that reviews of referral \
        systems ask. `feedback` is `none`, `ad_hoc` or `systematic`; a relation `gives_feedback_to` back \
        says it too. Not said is not the same as none: it is left out of the share of referrals with \
        feedback. That people are not referred back is never a fault.
        """,
      reference: "UN Women, endVAWnow; MEASURE Evaluation, RSAM toolkit, 2013; DOMAIN G5",
      examples: [
        .init(
          "Not said",
          text: """
            liaison: 1
            organizations: [{id: a, name: Labour Inspectorate}, {id: b, name: Provincial Police}]
            relations:
              - {from: a, to: b, kind: refers_to}
            """,
          outcome:
            "Labour Inspectorate → Provincial Police does not say whether feedback comes back. Write `feedback: none`, `ad_hoc` or `systematic`."
        ),
        .init(
          "Said",
          text: """
            liaison: 1
            organizations: [{id: a, name: Labour Inspectorate}, {id: b, name: Provincial Police}]
            relations:
              - {from: a, to: b, kind: refers_to, feedback: ad_hoc}
            """),
        .init(
          "Said by a relation back",
          text: """
            liaison: 1
            organizations: [{id: a, name: Labour Inspectorate}, {id: b, name: Provincial Police}]
            relations:
              - {from: a, to: b, kind: refers_to}
              - {from: b, to: a, kind: gives_feedback_to}
            """),
      ])
  }

  /// One finding for each referral in force without a value.
  public func findings(in context: LintContext) -> [Finding] {
    let back = context.feedbackPairs()
    let relations = context.document.relations
    var findings: [Finding] = []
    for index in relations.indices {
      guard relations[index].kind.value == "refers_to", relations[index].feedback.isAbsent,
        context.isInForce(relations[index].validity)
      else { continue }
      let ends = context.ends[index]
      if let from = ends.from.organization, let to = ends.to.organization,
        back[OrganizationPair(from: to, to: from)] != nil
      {
        continue
      }
      findings.append(
        Finding(
          rule: "PWY005", severity: severity, key: ["relations", context.key(ofRelation: index)],
          place: relations[index].origin.place,
          subjects: [relations[index].from.value, relations[index].to.value].compactMap(\.self),
          sentence:
            "\(context.name(ofRelation: index)) does not say whether feedback comes back. "
            + "Write `feedback: none`, `ad_hoc` or `systematic`."))
    }
    return findings
  }
}

/// Two organizations, in order.
struct OrganizationPair: Hashable {
  var from: Int
  var to: Int
}

extension LintContext {
  /// The relations `gives_feedback_to` in force, by their organizations; the first of each pair.
  func feedbackPairs() -> [OrganizationPair: Int] {
    var pairs: [OrganizationPair: Int] = [:]
    for index in document.relations.indices
    where document.relations[index].kind.value == "gives_feedback_to" {
      guard isInForce(document.relations[index].validity),
        let from = ends[index].from.organization, let to = ends[index].to.organization
      else { continue }
      let pair = OrganizationPair(from: from, to: to)
      if pairs[pair] == nil { pairs[pair] = index }
    }
    return pairs
  }
}
