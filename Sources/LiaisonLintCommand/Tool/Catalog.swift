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
      Contents(shelf: ObjectIdentifier(S.self), name: S.name, elements: elements) { elements in
        (elements as? [S.Element] ?? []).map { S.page(of: $0) }
      })
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

  /// The pages of an id, one a shelf on which something has it; where none has, those that differ in
  /// letter case alone; else the page of what gives figures under it, such as `constraint.unweighted`.
  public func pages(_ id: String) -> [CatalogPage] {
    let all = contents.flatMap { $0.pages($0.elements) }
    let own = all.filter { $0.id == id }
    guard own.isEmpty else { return own }
    let called = all.filter { $0.id.lowercased() == id.lowercased() }
    guard called.isEmpty, let length = all.compactMap({ $0.keyLength(in: id) }).max() else {
      return called
    }
    return all.filter { $0.keyLength(in: id) == length }
  }

  /// All ids, shelf by shelf.
  public var ids: [String] { contents.flatMap { $0.pages($0.elements) }.map(\.id) }
}
