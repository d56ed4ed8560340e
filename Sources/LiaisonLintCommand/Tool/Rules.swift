public import LiaisonCatalog
import LiaisonFiles
import LiaisonGaps
public import LiaisonLint

/// The shelf of the lint rules.
public enum Rules: Shelf {
  /// `rules`
  public static var name: String { "rules" }
  /// The rule's own page.
  public static func page(of rule: any LintRule) -> CatalogPage { rule.page }
}

extension Catalog {
  /// What the closure of `liaison-lint` knows.
  public static var lint: Catalog {
    Catalog()
      .adding(LintEngine.shippedRules, to: Rules.self)
      .adding(ExpectationKinds.shipped, to: ExpectationShelf.self)
      .adding(ShippedData.standardIDs, to: StandardShelf.self)
      .adding(VocabularyTable.allCases, to: VocabularyShelf.self)
  }
}
