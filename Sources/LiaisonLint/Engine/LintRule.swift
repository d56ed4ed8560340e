public import LiaisonCatalog
public import LiaisonModel

/// A rule of lint: an id, what it means, and examples that are its tests and its page.
///
/// A rule conforms to `DocumentRule` or `NetworkRule`, never to this protocol alone.
public protocol LintRule: Sendable {
  /// Its page. An example's text is a network in YAML; its outcome is the sentences that the rule
  /// says about it, one a line, empty where it stays silent.
  var page: CatalogPage { get }
  /// How much its findings matter.
  var severity: Severity { get }
}

extension LintRule {
  /// The stable id: `REF001`.
  public var id: String { page.id }
}
