public import LiaisonCatalog
public import LiaisonModel

/// A rule of lint: an id, what it means, and examples that are its tests and its page.
///
/// A rule conforms to `DocumentRule` or `NetworkRule`; a type that conforms to this protocol alone is
/// a page for findings that readers make.
public protocol LintRule: Sendable {
  /// Its page. An example's text is a network in YAML, or a standard for a rule over standards; its outcome is the sentences that the rule
  /// says about it, one a line, empty where it stays silent.
  var page: CatalogPage { get }
  /// How much its findings matter as a rule; a single finding may matter more or less.
  var severity: Severity { get }
  /// Which kind of rule it is. `DocumentRule` and `NetworkRule` answer it, so that no rule needs to
  /// and the engine needs no cast.
  var check: LintCheck { get }
  /// Whether what it says of an entry holds whatever else the network holds, so that it judges the
  /// entries of a patch too.
  var judgesEntriesAlone: Bool { get }
}

/// What a rule judges, and how.
public enum LintCheck: Sendable {
  /// What the files say.
  case document(@Sendable (LintContext) -> [Finding])
  /// A resolved network.
  case network(@Sendable (StakeholderNetwork, LintContext) -> [Finding])
  /// What a standard's file says.
  case standard(@Sendable (StandardContext) -> [Finding])
  /// Nothing: its findings are made by readers.
  case page
}

extension LintRule {
  /// The stable id: `REF001`.
  public var id: String { page.id }
  /// A page alone.
  public var check: LintCheck { .page }
  /// As most rules, it needs the whole network.
  public var judgesEntriesAlone: Bool { false }
}

/// A rule that judges what the files say, broken content included.
public protocol DocumentRule: LintRule {
  /// What it finds, in any order; the engine sorts.
  func findings(in context: LintContext) -> [Finding]
}

extension DocumentRule {
  /// A rule over documents.
  public var check: LintCheck { .document(findings) }
}

/// A rule that judges standards; see `StandardContext` for what it gets.
public protocol StandardRule: LintRule {
  /// What it finds, in any order; the engine sorts.
  func findings(in context: StandardContext) -> [Finding]
}

extension StandardRule {
  /// A rule over standards.
  public var check: LintCheck { .standard(findings) }
}

/// A rule that judges a resolved network; it is not run where the document does not resolve.
public protocol NetworkRule: LintRule {
  /// What it finds, in any order; the engine sorts.
  func findings(in network: StakeholderNetwork, context: LintContext) -> [Finding]
}

extension NetworkRule {
  /// A rule over networks.
  public var check: LintCheck { .network(findings) }
}
