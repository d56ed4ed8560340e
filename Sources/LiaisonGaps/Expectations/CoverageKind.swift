public import LiaisonCatalog
public import LiaisonModel

/// `coverage`
public struct CoverageKind: ExpectationKind {
  /// Creates the kind.
  public init() {}

  /// Its page.
  public var page: CatalogPage { CatalogPage(id: "coverage", summary: "", meaning: "") }

  /// Reads an expectation.
  public func read(
    _ expectation: Expectation, of standard: Standard
  ) throws(GapError) -> any JudgedExpectation { CoverageExpectation() }
}

struct CoverageExpectation: JudgedExpectation {
  var order: CauseOrder { .provider }
  var services: [Code] { [] }
  func judge(_ judgement: inout Judgement) throws(GapError) {}
}
