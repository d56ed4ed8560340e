public import LiaisonCatalog
public import LiaisonLintCommand

/// The shelf of what the library does and no command gives: `explain` says where it is.
public enum LibraryShelf: Shelf {
  /// The word of `liaison list`.
  public static let name = "library"
  /// The page itself.
  public static func page(of element: CatalogPage) -> CatalogPage { element }
}
