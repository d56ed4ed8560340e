public import LiaisonCatalog
public import LiaisonModel

/// `presence`
public struct PresenceKind: ExpectationKind {
  /// Creates the kind.
  public init() {}

  /// Its page.
  public var page: CatalogPage { CatalogPage(id: "presence", summary: "", meaning: "") }

  /// Reads an expectation.
  public func read(
    _ expectation: Expectation, of standard: Standard
  ) throws(GapError) -> any JudgedExpectation { PresenceExpectation() }
}

struct PresenceExpectation: JudgedExpectation {
  var order: CauseOrder { .presence }
  var services: [Code] { [] }
  func judge(_ judgement: inout Judgement) throws(GapError) {}
}
