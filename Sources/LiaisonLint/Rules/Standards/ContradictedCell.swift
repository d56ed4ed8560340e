public import LiaisonCatalog
public import LiaisonModel

/// STD009: a cell of the cooperation matrix that two expectations ask about differently, or alike.
public struct ContradictedCell: StandardRule {
  /// Creates the rule.
  public init() {}

  /// A warning.
  public var severity: Severity { .warning }

  /// Its page.
  public var page: CatalogPage {
    CatalogPage(
      id: "STD009",
      summary:
        "Two expectations ask about one cell of the cooperation matrix.",
      meaning: """
        A pair of sectors that is neutral in one expectation and required or desirable in another, \
        required and desirable for the same ties, or required through a kind of relation that a third \
        says may not carry anything, is told two things; one that is asked twice alike gives each finding \
        twice. The same pair may well be required for two kinds of ties. Told where the second of the two \
        stands in the file that is linted.
        """,
      reference: "Liaison's format, DESIGN §5; SEMANTICS §7",
      examples: [
        CatalogPage.Example(
          "Required here, neutral in what is extended",
          text: """
            liaison_standard: 1
            id: ours
            title: Ours
            extends: four-pillars
            expectations:
              - id: hotline-and-unions
                kind: cooperation
                expect: required
                pairs: {hotline: [worker.trade_union]}
                severity: warning
                citation: our plan
            """,
          outcome: """
            Expectation `hotline-and-unions` makes the pair from `hotline` to `worker.trade_union` required, \
            which `cooperation-neutral` makes neutral.
            """),
        CatalogPage.Example(
          "A pair of one's own",
          text: """
            liaison_standard: 1
            id: ours
            title: Ours
            extends: four-pillars
            expectations:
              - id: unions-and-inspectors
                kind: cooperation
                expect: required
                pairs: {worker.trade_union: [gov.labour_inspection]}
                severity: warning
                citation: our plan
            """),
      ])
  }

  /// One finding a pair of expectations and cell.
  public func findings(in context: StandardContext) -> [Finding] {
    guard let standard = context.standard else { return [] }
    let own = Set(context.written.map(\.id))
    var asked: [MatrixCell: [CellWish]] = [:]
    var findings: [Finding] = []
    for expectation in standard.expectations where expectation.kind == "cooperation" {
      // What the kind refuses is told by STD007.
      guard context.kinds.refusal(expectation, standard) == nil,
        let wish = CellWish(expectation)
      else { continue }
      for cell in wish.cells {
        // An inherited expectation that is changed here can be the first of the two.
        for other in asked[cell] ?? []
        where own.contains(expectation.id) || own.contains(other.expectation) {
          guard let quarrel = wish.quarrel(with: other, over: cell) else { continue }
          findings.append(
            Finding(
              rule: page.id, severity: severity,
              key: [expectation.id, other.expectation, cell.from, cell.to],
              place: own.contains(expectation.id) ? wish.place : other.place, sentence: quarrel))
        }
        asked[cell, default: []].append(wish)
      }
    }
    return findings
  }
}

/// A cell: from a row to a column, of sectors or of levels.
private struct MatrixCell: Hashable {
  var dimension: String
  var from: String
  var to: String
}

/// What one expectation asks of its cells.
private struct CellWish {
  let expectation: String
  let place: Place
  let wish: String
  /// The families or kinds of relation that count, sorted.
  let ties: [String]
  let namesKinds: Bool
  let cells: [MatrixCell]

  /// Nil where the expectation has no cells.
  init?(_ asked: Expectation) {
    func texts(_ key: String) -> [String]? {
      guard let node = asked.parameters.first(where: { $0.key == key })?.node else { return nil }
      return (node.elements ?? [node]).compactMap(\.scalar)
    }
    guard let wish = texts("expect")?.first, wish != "vertical" else { return nil }
    expectation = asked.id
    place = asked.origin.place
    self.wish = wish
    namesKinds = texts("kinds") != nil
    ties = (texts("kinds") ?? texts("families") ?? ["cooperation"]).sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
    let dimension = texts("by")?.first ?? "sector"
    var rows: [(String, [String])] = []
    if let pairs = asked.parameters.first(where: { $0.key == "pairs" })?.node.members {
      rows = pairs.map { ($0.key, ($0.node.elements ?? [$0.node]).compactMap(\.scalar)) }
    } else {
      rows = (texts("from") ?? []).map { ($0, texts("to") ?? []) }
    }
    cells = rows.flatMap { row in
      row.1.map { MatrixCell(dimension: dimension, from: row.0, to: $0) }
    }
  }

  /// What two wishes of one cell have against each other, in a sentence; nil where they go together.
  func quarrel(with other: CellWish, over cell: MatrixCell) -> String? {
    let pair = "the pair from `\(cell.from)` to `\(cell.to)`"
    if wish == "prohibited" || other.wish == "prohibited" {
      if wish == other.wish {
        return ties == other.ties
          ? "Expectations `\(other.expectation)` and `\(expectation)` both prohibit \(pair)." : nil
      }
      let (asking, forbidding) = wish == "prohibited" ? (other, self) : (self, other)
      guard asking.wish == "required", asking.namesKinds,
        asking.ties.allSatisfy({ forbidding.ties.contains($0) })
      else { return nil }
      return "Expectation `\(asking.expectation)` requires of \(pair) a kind of relation on which "
        + "`\(forbidding.expectation)` forbids what it would carry."
    }
    if wish == other.wish {
      guard ties == other.ties || wish == "neutral" else { return nil }
      return "Expectations `\(other.expectation)` and `\(expectation)` ask the same of \(pair)."
    }
    guard wish == "neutral" || other.wish == "neutral" || ties == other.ties else { return nil }
    return "Expectation `\(expectation)` makes \(pair) \(wish), which `\(other.expectation)` makes "
      + "\(other.wish)."
  }
}
