import LiaisonGraph
public import LiaisonLint
public import LiaisonLintCommand

extension Catalog {
  /// Everything that is shipped. Each kind of thing has its `Shelf`, added here in one line.
  public static var shipped: Catalog {
    Catalog.lint
      .adding(Measures.shipped, to: MeasureShelf.self)
  }

  /// A catalog with rules of one's own.
  public func adding(rules: [any LintRule]) -> Catalog { adding(rules, to: Rules.self) }
}
