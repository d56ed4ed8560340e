public import LiaisonCatalog
public import LiaisonModel

/// `pathway`
public struct PathwayKind: ExpectationKind {
  /// Creates the kind.
  public init() {}

  /// Its page.
  public var page: CatalogPage { CatalogPage(id: "pathway", summary: "", meaning: "") }

  /// Reads an expectation.
  public func read(
    _ expectation: Expectation, of standard: Standard
  ) throws(GapError) -> any JudgedExpectation { PathwayExpectation() }
}

struct PathwayExpectation: JudgedExpectation {
  var order: CauseOrder { .pathway }
  var services: [Code] { [] }
  func judge(_ judgement: inout Judgement) throws(GapError) {}
}
