public import LiaisonModel

/// A plain edge list as a network of the native format, and what was assumed for that.
///
/// Ids are made of its own ids or names; each relation is of the kind `linked_to`, which the network adds to the
/// vocabulary, as it does the sectors that only the list knows. What is written has no error of its own making:
/// an edge that joins a pair anew has an id, and a column whose name means something else in a network, or all
/// but does, is kept under another.
public struct EdgeListConversion: Sendable {
  /// The network.
  public private(set) var document: NetworkDocument
  /// How many edges join a pair that an earlier one joins, without a direction also the other way round.
  public private(set) var repeated = 0
  /// The columns kept under another name, each with that name.
  public private(set) var renamed: [(column: String, key: String)] = []

  /// Makes the network.
  ///
  /// - Parameters:
  ///   - document: a plain edge list; any other network is left as it is.
  ///   - isDirected: whether edges have a direction.
  /// - Complexity: O(size).
  public init(_ document: NetworkDocument, isDirected: Bool) {
    self.document = document
    guard document.isPlainEdgeList else { return }
    self.document.isPlainEdgeList = false
    self.document.header.version = .of(1)
    joinNatively(isDirected: isDirected)
    keepColumns()
    addVocabulary(isDirected: isDirected)
  }

  /// Gives nodes and ends ids of the format, and edges a kind.
  private mutating func joinNatively(isDirected: Bool) {
    var ids = NativeIDs(prefix: "node")
    // By bytes: Swift calls two ids equal that differ in how an accent is written.
    var map: [[UInt8]: String] = [:]
    for index in document.organizations.indices {
      guard let old = document.organizations[index].id.value else { continue }
      let new = ids.id(for: old)
      map[Array(old.utf8)] = new
      document.organizations[index].id = .of(new)
      if document.organizations[index].name.isAbsent {
        document.organizations[index].name = .of(old)
      }
    }
    var seen: Set<[String]> = []
    for index in document.relations.indices {
      let ends = [document.relations[index].from, document.relations[index].to].map {
        $0.value.flatMap { map[Array($0.utf8)] } ?? ""
      }
      document.relations[index].from = .of(ends[0])
      document.relations[index].to = .of(ends[1])
      document.relations[index].kind = .of("linked_to")
      if !seen.insert(isDirected ? ends : ends.sorted()).inserted {
        document.relations[index].id = .of("edge-\(index + 1)")
        repeated += 1
      }
    }
  }

  /// Keeps apart from the keys of the format the columns that an edge list has for itself.
  private mutating func keepColumns() {
    var nodes = ColumnNames(prefix: "node", known: OrganizationEntry.schema.keys)
    for index in document.organizations.indices {
      for position in document.organizations[index].unknown.indices {
        nodes.rename(&document.organizations[index].unknown[position].key)
      }
    }
    var edges = ColumnNames(prefix: "edge", known: RelationEntry.schema.keys)
    for index in document.relations.indices {
      for position in document.relations[index].unknown.indices {
        edges.rename(&document.relations[index].unknown[position].key)
      }
    }
    renamed = nodes.renamed + edges.renamed
  }

  private mutating func addVocabulary(isDirected: Bool) {
    let kind: [SourceNode.Member] = [
      .init(key: "name", node: .text("link")), .init(key: "phrase", node: .text("is linked to")),
      .init(key: "family", node: .text("joint")),
      .init(key: "directed", node: .text(isDirected ? "yes" : "no")),
    ]
    var tables = [
      SourceNode.Member(
        key: "relations",
        node: SourceNode(.map([.init(key: "linked_to", node: SourceNode(.map(kind)))])))
    ]
    let shipped = Vocabulary.shipped.terms(.sectors).map(\.code)
    var added: Set<Code> = []
    var sectors: [SourceNode.Member] = []
    for entry in document.organizations {
      guard let code = entry.sector.value, !shipped.contains(where: code.covers),
        added.insert(code).inserted
      else { continue }
      let name = SourceNode.Member(key: "name", node: .text(code.text))
      sectors.append(.init(key: code.text, node: SourceNode(.map([name]))))
    }
    if !sectors.isEmpty {
      tables.append(.init(key: "sectors", node: SourceNode(.map(sectors))))
    }
    document.vocabulary = SourceNode(.map(tables))
  }
}

/// The names under which a network keeps the columns of a list: their own, unless that is a key of the format or
/// is taken for one.
private struct ColumnNames {
  let prefix: String
  let known: [String]
  private(set) var renamed: [(column: String, key: String)] = []
  private var names: [String: String] = [:]

  init(prefix: String, known: [String]) {
    self.prefix = prefix
    self.known = known
  }

  mutating func rename(_ key: inout String) {
    if let name = names[key] {
      key = name
      return
    }
    // `capacity.maximum` is a key inside a key.
    let outer = String(key.prefix { $0 != "." })
    var name = key
    if known.contains(outer) || KeyInOtherWords.nearest(to: key, among: known) != nil {
      name = "\(prefix)_\(key)"
      renamed.append((key, name))
    }
    names[key] = name
    key = name
  }
}

extension NetworkDocument {
  /// A plain edge list as a network of the native format; see ``EdgeListConversion``.
  ///
  /// - Parameter isDirected: whether edges have a direction.
  /// - Complexity: O(size).
  public func nativized(isDirected: Bool) -> NetworkDocument {
    EdgeListConversion(self, isDirected: isDirected).document
  }
}
