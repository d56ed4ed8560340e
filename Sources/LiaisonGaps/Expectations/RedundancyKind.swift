public import LiaisonCatalog
public import LiaisonModel

/// `redundancy`
public struct RedundancyKind: ExpectationKind {
  /// Creates the kind.
  public init() {}

  /// Its page.
  public var page: CatalogPage { CatalogPage(id: "redundancy", summary: "", meaning: "") }

  /// Reads an expectation.
  public func read(
    _ expectation: Expectation, of standard: Standard
  ) throws(GapError) -> any JudgedExpectation { RedundancyExpectation() }
}

struct RedundancyExpectation: JudgedExpectation {
  var order: CauseOrder { .resilience }
  var services: [Code] { [] }
  func judge(_ judgement: inout Judgement) throws(GapError) {}
}
