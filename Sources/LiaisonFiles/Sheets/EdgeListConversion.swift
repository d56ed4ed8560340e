public import LiaisonModel

extension NetworkDocument {
  /// A plain edge list as a network of the native format: ids made of its own ids or names, each
  /// relation of the kind `linked_to`, which the document adds to the vocabulary.
  ///
  /// - Parameter isDirected: whether edges have a direction.
  /// - Complexity: O(size).
  public func nativized(isDirected: Bool) -> NetworkDocument {
    guard isPlainEdgeList else { return self }
    var document = self
    document.isPlainEdgeList = false
    document.header.version = .of(1)
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
      if !seen.insert(ends).inserted { document.relations[index].id = .of("edge-\(index + 1)") }
    }
    let kind: [SourceNode.Member] = [
      .init(key: "name", node: .text("link")), .init(key: "phrase", node: .text("is linked to")),
      .init(key: "family", node: .text("joint")),
      .init(key: "directed", node: .text(isDirected ? "yes" : "no")),
    ]
    let relations = SourceNode.Member(
      key: "relations",
      node: SourceNode(.map([.init(key: "linked_to", node: SourceNode(.map(kind)))])))
    document.vocabulary = SourceNode(.map([relations]))
    return document
  }
}
