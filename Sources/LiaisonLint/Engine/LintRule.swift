public import LiaisonCatalog
public import LiaisonModel

/// A rule of lint: an id, what it means, and examples that are its tests and its page.
///
/// A rule conforms to `DocumentRule` or `NetworkRule`; a type that conforms to this protocol alone is
/// a page for findings that readers make.
public protocol LintRule: Sendable {
  /// Its page. An example's text is a network in YAML; its outcome is the sentences that the rule
  /// says about it, one a line, empty where it stays silent.
  var page: CatalogPage { get }
  /// How much its findings matter as a rule; a single finding may matter more or less.
  var severity: Severity { get }
}

extension LintRule {
  /// The stable id: `REF001`.
  public var id: String { page.id }
}

/// A rule that judges what the files say, broken content included.
public protocol DocumentRule: LintRule {
  /// What it finds, in any order; the engine sorts.
  func findings(in context: LintContext) -> [Finding]
}

/// A rule that judges a resolved network; it is not run where the document does not resolve.
public protocol NetworkRule: LintRule {
  /// What it finds, in any order; the engine sorts.
  func findings(in network: StakeholderNetwork, context: LintContext) -> [Finding]
}
