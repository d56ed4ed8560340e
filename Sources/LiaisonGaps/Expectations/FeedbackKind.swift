public import LiaisonCatalog
public import LiaisonModel

/// `feedback`
public struct FeedbackKind: ExpectationKind {
  /// Creates the kind.
  public init() {}

  /// Its page.
  public var page: CatalogPage { CatalogPage(id: "feedback", summary: "", meaning: "") }

  /// Reads an expectation.
  public func read(
    _ expectation: Expectation, of standard: Standard
  ) throws(GapError) -> any JudgedExpectation { FeedbackExpectation() }
}

struct FeedbackExpectation: JudgedExpectation {
  var order: CauseOrder { .relations }
  var services: [Code] { [] }
  func judge(_ judgement: inout Judgement) throws(GapError) {}
}
