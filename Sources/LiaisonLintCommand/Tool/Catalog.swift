public import LiaisonCatalog

/// One kind of thing that a catalog holds: rules, measures, views, formats, standards.
///
/// A module that brings a kind of its own declares an empty enum that conforms to this protocol.
public protocol Shelf {
  /// What stands on it.
  associatedtype Element: Sendable
  /// The word of `liaison list`: `rules`, `measures`, `views`.
  static var name: String { get }
  /// The page of an element.
  static func page(of element: Element) -> CatalogPage
  /// The page with what takes some work to find, for who reads it whole; as ``page(of:)`` if not declared.
  static func wholePage(of element: Element) -> CatalogPage
}

extension Shelf {
  /// The page of an element.
  public static func wholePage(of element: Element) -> CatalogPage { page(of: element) }
}

/// Everything that the tool knows by id, handed to each command; there is no registry and no global.
///
/// Ids are looked up over all shelves, in the order in which the shelves were first filled.
public struct Catalog: Sendable {
  private struct Contents: Sendable {
    var shelf: ObjectIdentifier
    var name: String
    /// An array of the shelf's elements.
    var elements: any Sendable
    var pages: @Sendable (any Sendable) -> [CatalogPage]
    /// The whole page of the element at a place.
    var wholePage: @Sendable (any Sendable, Int) -> CatalogPage?
  }

  private var contents: [Contents] = []

  /// An empty catalog.
  public init() {}

  /// What stands on a shelf, in the order in which it was added.
  public subscript<S: Shelf>(_: S.Type) -> [S.Element] {
    let found = contents.first { $0.shelf == ObjectIdentifier(S.self) }
    return found?.elements as? [S.Element] ?? []
  }

  /// Adds things to a shelf.
  public mutating func add<S: Shelf>(_ elements: [S.Element], to shelf: S.Type) {
    if let index = contents.firstIndex(where: { $0.shelf == ObjectIdentifier(S.self) }) {
      contents[index].elements = self[shelf] + elements
      return
    }
    contents.append(
      Contents(
        shelf: ObjectIdentifier(S.self), name: S.name, elements: elements,
        pages: { ($0 as? [S.Element] ?? []).map { S.page(of: $0) } },
        wholePage: { elements, place in
          (elements as? [S.Element]).map { S.wholePage(of: $0[place]) }
        }))
  }

  /// A catalog with more things on a shelf.
  public func adding<S: Shelf>(_ elements: [S.Element], to shelf: S.Type) -> Catalog {
    var copy = self
    copy.add(elements, to: shelf)
    return copy
  }

  /// The words that `list` takes.
  public var shelfNames: [String] { contents.map(\.name) }

  /// The pages of a shelf by its word; nil where there is no such shelf.
  public func pages(onShelf name: String) -> [CatalogPage]? {
    contents.first { $0.name == name }.map { $0.pages($0.elements) }
  }

  /// The whole pages of an id, one a shelf on which something has it; where none has, those that differ in
  /// letter case alone; else the page of what gives figures under it, such as `constraint.unweighted`; else
  /// those of what the field calls so, such as `cutpoint`.
  public func pages(_ id: String) -> [CatalogPage] {
    let all = contents.flatMap { shelf in
      shelf.pages(shelf.elements).enumerated().map { (page: $1, shelf: shelf, place: $0) }
    }
    var found = all.filter { $0.page.id == id }
    if found.isEmpty { found = all.filter { $0.page.id.lowercased() == id.lowercased() } }
    if found.isEmpty, let length = all.compactMap({ $0.page.keyLength(in: id) }).max() {
      found = all.filter { $0.page.keyLength(in: id) == length }
    }
    if found.isEmpty { found = all.filter { $0.page.isCalled(id) } }
    return found.map { $0.shelf.wholePage($0.shelf.elements, $0.place) ?? $0.page }
  }

  /// All ids, shelf by shelf.
  public var ids: [String] { contents.flatMap { $0.pages($0.elements) }.map(\.id) }

  /// All ids, and the keys and terms under which pages are found besides; each once.
  public var names: [String] {
    var seen: Set<String> = []
    let pages = contents.flatMap { $0.pages($0.elements) }
    return (pages.flatMap { [$0.id] + $0.keys } + pages.flatMap(\.terms))
      .filter { seen.insert($0).inserted }
  }
}
