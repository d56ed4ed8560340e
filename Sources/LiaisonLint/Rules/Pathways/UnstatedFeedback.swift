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
        says it too. Where no referral of a network says it, nobody has been asked yet, and that is said \
        once. Not said is not the same as none: it is left out of the share of referrals with \
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
          "Not said of any of several",
          text: """
            liaison: 1
            organizations: [{id: a, name: Labour Inspectorate}, {id: b, name: Provincial Police}]
            relations:
              - {from: a, to: b, kind: refers_to}
              - {from: b, to: a, kind: refers_to}
            """,
          outcome:
            "None of the 2 referrals says whether feedback comes back. Write `feedback: none`, `ad_hoc` or `systematic`."
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

  /// One finding for each referral in force without a value; one for all where none has a value.
  public func findings(in context: LintContext) -> [Finding] {
    let back = context.feedbackPairs()
    let relations = context.document.relations
    var unstated: [Int] = []
    var count = 0
    for index in relations.indices {
      guard relations[index].kind.value == "refers_to",
        context.isInForce(relations[index].validity)
      else { continue }
      count += 1
      guard relations[index].feedback.isAbsent else { continue }
      let ends = context.ends[index]
      if let from = ends.from.organization, let to = ends.to.organization,
        back[OrganizationPair(from: to, to: from)] != nil
      {
        continue
      }
      unstated.append(index)
    }
    let remedy = "Write `feedback: none`, `ad_hoc` or `systematic`."
    if let first = unstated.first, count > 1, unstated.count == count {
      return [
        Finding(
          rule: "PWY005", severity: severity, key: ["relations"],
          place: relations[first].origin.place,
          sentence: "None of the \(count) referrals says whether feedback comes back. \(remedy)")
      ]
    }
    return unstated.map { index in
      Finding(
        rule: "PWY005", severity: severity, key: ["relations", context.key(ofRelation: index)],
        place: relations[index].origin.place,
        subjects: .elements(
          [relations[index].from.value, relations[index].to.value].compactMap(\.self)),
        sentence: "\(context.name(ofRelation: index)) does not say whether feedback comes back. "
          + remedy)
    }
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
