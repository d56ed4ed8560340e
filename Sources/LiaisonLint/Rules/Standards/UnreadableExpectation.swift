public import LiaisonCatalog
public import LiaisonModel

/// STD007: an expectation whose keys its kind does not take.
public struct UnreadableExpectation: StandardRule {
  /// Creates the rule.
  public init() {}

  /// An error.
  public var severity: Severity { .error }

  /// Its page.
  public var page: CatalogPage {
    CatalogPage(
      id: "STD007", summary: "An expectation's keys are not those of its kind.",
      meaning: """
        Each kind takes keys of its own, which its page tells (`liaison explain coverage`), and fills \
        placeholders of its own in a `sentence`. A key or placeholder that it does not know, a key that is \
        missing, or a value of another form is refused by `gaps` too. Judged with inherited keys.
        """,
      reference: "Liaison's format, DESIGN §5",
      examples: [
        CatalogPage.Example(
          "A key of another kind",
          text: """
            liaison_standard: 1
            id: ours
            title: Ours
            extends: four-pillars
            override: [{id: presence-workplace, max_leads: 3}]
            """,
          outcome: """
            Expectation `presence-workplace` of standard `ours`: the key `max_leads` is not one of the kind \
            `presence`, which knows `areas`, `by`, `families`, `level`, `sectors`.
            """),
        CatalogPage.Example(
          "A placeholder of another kind",
          text: """
            liaison_standard: 1
            id: ours
            title: Ours
            extends: four-pillars
            override: [{id: presence-workplace, sentence: "No {sector} is recorded for {group}."}]
            """,
          outcome: """
            Expectation `presence-workplace` of standard `ours`: its `sentence` has {group}, which the kind \
            `presence` does not fill; it fills {area}, {areas}, {sector}, {sectors}.
            """),
        CatalogPage.Example(
          "A key taken back by an empty value: all areas of the level are asked about",
          text: """
            liaison_standard: 1
            id: ours
            title: Ours
            extends: four-pillars
            override: [{id: presence-coordinator, level: country, families: }]
            """),
      ])
  }

  /// At most one finding an expectation.
  public func findings(in context: StandardContext) -> [Finding] {
    guard let standard = context.standard else { return [] }
    let known = Set(context.kinds.ids)
    return context.written.compactMap { expectation in
      guard known.contains(expectation.kind),
        let refusal = context.kinds.refusal(expectation, standard)
      else { return nil }
      return Finding(
        rule: page.id, severity: severity, key: [expectation.id],
        place: expectation.origin.place, sentence: refusal)
    }
  }
}
