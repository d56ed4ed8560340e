public import LiaisonCatalog
import LiaisonFiles
public import LiaisonGaps
import LiaisonModel

/// The shelf of the kinds of expectation.
public enum ExpectationShelf: Shelf {
  /// `expectations`
  public static var name: String { "expectations" }
  /// The kind's own page.
  public static func page(of kind: any ExpectationKind) -> CatalogPage { kind.page }
}

/// The shelf of the standards: their ids, so that a standard is read only when its page is asked for.
public enum StandardShelf: Shelf {
  /// `standards`
  public static var name: String { "standards" }

  /// A page made of the standard: its source, and each expectation with what it rests on.
  public static func page(of id: String) -> CatalogPage {
    guard let standard = ShippedData.standard(id) else {
      return CatalogPage(id: id, summary: "", meaning: "")
    }
    return CatalogPage(
      id: standard.id, summary: standard.title,
      meaning: "Asks for "
        + standard.expectations.map { "\($0.id) (\($0.kind), \($0.severity.code))" }
        .joined(separator: "; ") + ".",
      reference: standard.source)
  }
}

extension Catalog {
  /// A catalog with kinds of expectation of one's own.
  public func adding(expectations: [any ExpectationKind]) -> Catalog {
    adding(expectations, to: ExpectationShelf.self)
  }
}
