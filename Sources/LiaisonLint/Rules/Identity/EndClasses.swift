public import LiaisonCatalog
public import LiaisonModel

/// REF004: a kind of relation between things that it cannot join.
public struct EndClasses: DocumentRule {
  /// Creates the rule.
  public init() {}

  /// An error.
  public var severity: Severity { .error }

  /// Its page.
  public var page: CatalogPage {
    CatalogPage(
      id: "REF004", summary: "A kind of relation is not allowed between these ends.",
      meaning: """
        Each kind says what may stand at its ends: one refers people to an organization or to one of \
        its services, one is a member of a body. A relation to a committee that is not membership would \
        make it look as if the committee did the work. `liaison list` shows no kind that joins sites, \
        areas or agreements: those have keys of their own.
        """,
      reference: "The vocabulary's `relations`; DOMAIN §1.6",
      examples: [
        .init(
          "A referral to a committee",
          text: """
            liaison: 1
            organizations: [{id: police, name: Provincial Police}]
            bodies: [{id: committee, name: Provincial Committee}]
            relations:
              - {from: police, to: committee, kind: refers_to, feedback: none}
            """,
          outcome:
            "`refers_to` leads to an organization or a service; Provincial Committee is a body. Name the organization that is meant, or choose another kind."
        ),
        .init(
          "Membership of a committee",
          text: """
            liaison: 1
            organizations: [{id: police, name: Provincial Police}]
            bodies: [{id: committee, name: Provincial Committee}]
            relations:
              - {from: police, to: committee, kind: member_of}
            """),
      ])
  }

  /// One finding for each end that its kind does not allow.
  public func findings(in context: LintContext) -> [Finding] {
    var findings: [Finding] = []
    for index in context.document.relations.indices {
      let kind = context.document.relations[index].kind.value.flatMap { context.words.kinds[$0] }
      let ends = context.ends[index]
      check(ends.from, "from", index, kind, context, &findings)
      check(ends.to, "to", index, kind, context, &findings)
    }
    for site in context.document.sites {
      guard case .value(let text, let place) = site.of else { continue }
      let what: String
      switch context.end(text) {
      case .body: what = "a body"
      case .other(let name): what = name
      default: continue
      }
      findings.append(
        Finding(
          rule: "REF004", severity: severity, key: ["sites", site.id.value ?? "", "of"],
          place: place,
          sentence: "A site is where an organization or a service works; "
            + "\(context.quoted(text)) is \(what)."))
    }
    return findings
  }

  private func check(
    _ end: EndReference, _ side: String, _ index: Int, _ kind: RelationKind?,
    _ context: LintContext, _ findings: inout [Finding]
  ) {
    let entry = context.document.relations[index]
    let field = side == "from" ? entry.from : entry.to
    let sentence: String
    if case .other(let what) = end {
      let named = context.quoted(field.value ?? "")
      sentence =
        "\(named) is \(what), which cannot stand at an end of a relation. Name an organization, a service or a body."
    } else if let kind, let found = end.endClass {
      let allowed = side == "from" ? kind.from : kind.to
      if allowed.isEmpty || allowed.contains(found) { return }
      let verb = side == "from" ? "starts from" : "leads to"
      let name = context.name(ofEnd: end, written: field.value)
      sentence =
        "\(context.word(kind.term.code, .relations)) \(verb) \(allowed.map(phrase).joined(separator: " or ")); \(name) is \(phrase(found)). Name the \(word(allowed)) that is meant, or choose another kind."
    } else {
      return
    }
    findings.append(
      Finding(
        rule: "REF004", severity: severity,
        key: ["relations", context.key(ofRelation: index), side],
        place: field.place ?? entry.origin.place,
        related: entry.kind.place.map { [.init($0, "the kind")] } ?? [],
        subjects: .elements([entry.from.value, entry.to.value].compactMap(\.self)),
        sentence: sentence))
  }

  private func phrase(_ end: EndClass) -> String {
    switch end {
    case .organization: "an organization"
    case .service: "a service"
    case .body: "a body"
    }
  }

  private func word(_ allowed: [EndClass]) -> String {
    allowed.contains(.organization) ? "organization" : allowed.first?.rawValue ?? "end"
  }
}
