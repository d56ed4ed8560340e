public import LiaisonDiagrams
import LiaisonGraph
public import LiaisonLint
public import LiaisonLintCommand
import LiaisonModel

extension Catalog {
  /// Everything that is shipped. Each kind of thing has its `Shelf`, added here in one line.
  public static var shipped: Catalog {
    Catalog.lint
      .adding(Measures.shipped, to: MeasureShelf.self)
      .adding(Layer.Name.allCases, to: LayerShelf.self)
      .adding(DiagramViews.shipped, to: ViewShelf.self)
      .adding(LibraryPages.shipped, to: LibraryShelf.self)
  }

  /// A catalog with rules of one's own.
  public func adding(rules: [any LintRule]) -> Catalog { adding(rules, to: Rules.self) }
  /// A catalog with views of one's own.
  public func adding(views: [any DiagramView]) -> Catalog { adding(views, to: ViewShelf.self) }
}
