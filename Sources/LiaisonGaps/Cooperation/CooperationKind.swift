public import LiaisonCatalog
public import LiaisonModel

/// `cooperation`: which sectors or levels work together, and what may not pass between them.
public struct CooperationKind: ExpectationKind {
  /// Creates the kind.
  public init() {}

  /// Its page.
  public var page: CatalogPage {
    CatalogPage(
      id: "cooperation",
      summary: "The sectors and levels that must work together do, and what may not pass does not.",
      meaning: """
        Reads cells of a matrix, sector by sector or level by level (`by: tier`). `expect` says what a \
        cell asks. `required` and `desirable`: at least one tie of `families` (cooperation unless \
        written) or of `kinds` from one to the other; one finding a cell without any, a note where it \
        is desirable. `neutral`: nothing, written so that the matrix is whole. `vertical`: each \
        organization of `sectors` has a relation with the next level of its own sector that is there. \
        `prohibited`: no relation of `kinds`, which are all but those of conflict unless \
        written, carries the `content` named; one finding a cell, labelled AMBER+STRICT. A referral, \
        hand-over or escalation that states no content tells of those whom it sends; what is told where \
        information is shared, work done together or feedback given is then a question. Cells \
        stand as `pairs`, from each to several, or as `from` and `to`. A relation without a \
        direction counts both ways; where `families` names cooperation or all, each that counts \
        does, as working together is then enough. To `gives_feedback_to` a referral the other way \
        counts that has feedback. What is not sure is a question. A cell \
        whose sectors are not both recorded asks nothing. Organizations of a narrower sector \
        count to the wider one; a type of service stands for those who provide it.
        """,
      doNotUseWhen: """
        the relations are not listed completely: what is printed is then a list of questions. More \
        ties are not better by themselves: require only what a standard can give a reason for.
        """,
      reference: """
        D. Krackhardt and R. N. Stern, Informal networks and organizational crises, Social Psychology \
        Quarterly 51 (1988) 123–140, doi:10.2307/2786835; prohibited cells: project
        """,
      examples: [
        CatalogPage.Example(
          "As a standard writes it",
          text: """
            - id: work-and-welfare
              kind: cooperation
              expect: required
              families: [referral]
              pairs:
                hotline: [gov.law_enforcement, gov.social_welfare]
                worker.trade_union: [legal.aid_bar]
              severity: warning
              citation: our own plan, 2025
            """),
        CatalogPage.Example(
          "What may not pass",
          text: """
            - id: case-data-to-media
              kind: cooperation
              expect: prohibited
              from: [gov.health, gov.border_immigration]
              to: [media]
              content: [personal, case, location]
              severity: error
              citation: our own plan, 2025
            """),
      ])
  }

  private static let families = [
    "referral", "information", "authority", "resource", "joint", "cooperation", "all",
  ]

  /// Without that nothing can be said.
  public var needs: String {
    """
    two of the sectors or levels that it names are recorded; where it prohibits, one of each side; where it asks for levels of one sector, that sector at two of them
    """
  }

  /// Reads `expect` and what goes with it: see the page.
  public func read(
    _ expectation: Expectation, of standard: Standard
  ) throws(GapError) -> any JudgedExpectation {
    var reader = ExpectationReader(expectation, of: standard)
    let words = ["required", "desirable", "neutral", "vertical", "prohibited"]
    let result: any JudgedExpectation
    var placeholders: [String]?
    switch try reader.choice("expect", of: words) {
    case "prohibited":
      placeholders = ["content", "from", "to"]
      result = ProhibitedExpectation(
        expectation: expectation, from: try reader.required("from"), to: try reader.required("to"),
        kinds: try reader.codes("kinds"), content: try reader.required("content"))
    case "vertical":
      result = VerticalExpectation(
        expectation: expectation, sectors: try reader.required("sectors"))
    case .some(let word):
      if word == "desirable", expectation.severity != .info {
        throw reader.error("what is desirable is a note: `severity` can only be `info`.")
      }
      placeholders = ["tie", "pair", "asked"]
      let wish = CooperationMatrix.Wish(rawValue: word) ?? .neutral
      let dimension = try reader.choice("by", of: ["sector", "tier"]) ?? "sector"
      let families = try reader.texts("families")
      for family in families ?? [] where !Self.families.contains(family) {
        throw reader.error(
          "`families` holds of \(Self.families.joined(separator: ", ")), not `\(family)`.")
      }
      let kinds = try reader.codes("kinds")
      if families != nil, kinds != nil {
        throw reader.error("`families` and `kinds` say the same: write one of them.")
      }
      let ties: CooperationMatrix.Ties
      if let kinds { ties = .kinds(kinds) } else { ties = .families(families ?? ["cooperation"]) }
      result = MatrixExpectation(
        expectation: expectation, wish: wish,
        dimension: CooperationMatrix.Dimension(rawValue: dimension) ?? .sector,
        cells: try cells(&reader),
        ties: ties)
    case nil: throw reader.error("`expect` is not written.")
    }
    if let placeholders {
      try reader.finish(sentenceOf: placeholders)
    } else {
      try reader.finish()
    }
    return result
  }

  /// The cells of `pairs`, or of `from` and `to`, each once.
  private func cells(
    _ reader: inout ExpectationReader
  ) throws(GapError) -> [CooperationMatrix.Cell] {
    var rows = try reader.codeLists("pairs") ?? []
    if rows.isEmpty {
      let from = try reader.required("from")
      let to = try reader.required("to")
      rows = from.map { (key: $0, codes: to) }
    }
    var cells: [CooperationMatrix.Cell] = []
    var seen: Set<CooperationMatrix.Cell> = []
    for row in rows {
      for column in row.codes {
        let cell = CooperationMatrix.Cell(from: row.key, to: column)
        guard seen.insert(cell).inserted else {
          throw reader.error("the cell from `\(row.key)` to `\(column)` stands twice.")
        }
        guard seen.count <= 10_000 else { throw reader.error("it has over 10,000 cells.") }
        cells.append(cell)
      }
    }
    return cells
  }
}
