/// Puts a document together from what the files of a network hold.
///
/// Give it the header's map, then the tables beside it, then `finish`.
public struct DocumentBuilder: Sendable {
  private var document = NetworkDocument()
  private var decoder = EntryDecoder()
  private var syntax: [Finding] = []

  /// An empty document.
  public init() {}

  /// The files; readers enter each before they read it.
  public var sources: SourceSet {
    get { document.sources }
    _modify { yield &document.sources }
  }

  /// Adds what a reader could not read.
  public mutating func add(problem: Finding) { syntax.append(problem) }

  /// Reads the map of a network: the header, the tables in it, the rest.
  ///
  /// - Complexity: O(size).
  public mutating func read(_ root: SourceNode) {
    guard let members = root.members else {
      decoder.tell(
        ReadingRule.syntax, .error, at: root.place,
        "holds \(root.elements != nil ? "a list" : "no keys") where a network should stand; "
          + "it begins with `liaison: 1`, an edge list with `source,target`")
      return
    }
    var header: [SourceNode.Member] = []
    var seen: [String] = []
    for member in members {
      guard let table = Table(rawValue: member.key) else {
        header.append(member)
        continue
      }
      if seen.contains(member.key) { continue }
      seen.append(member.key)
      if case .null = member.node.content { continue }
      if table == .vocabulary {
        document.vocabulary = member.node
        var vocabulary = Vocabulary()
        decoder.within(member.key) { vocabulary.add(member.node, &$0) }
        continue
      }
      if !read(table, member.node) {
        document.unknown.append(
          UnknownMember(key: member.key, node: member.node, origin: Origin(member.keyPlace)))
      }
    }
    document.header = HeaderEntry.schema.decode(
      header, place: root.place, &decoder, beside: Table.allCases.map(\.rawValue))
    document.unknown += document.header.unknown
    document.header.unknown = []
    if document.header.version.isAbsent { tellMissingVersion(root.place) }
  }

  /// Reads a map of tables alone, as a patch adds them; other keys are told as unknown.
  ///
  /// - Complexity: O(size).
  mutating func read(tables node: SourceNode) {
    if case .null = node.content { return }
    guard let members = node.members else {
      _ = decoder.refuse(
        node, expects: "tables, such as `relations:`", reason: nil, isSensitive: false)
      return
    }
    for member in members {
      guard let table = Table(rawValue: member.key), table != .vocabulary else {
        let tables = Table.allCases.filter { $0 != .vocabulary }.map(\.rawValue)
        decoder.within(member.key) { $0.tellUnknown(member, among: members, known: tables) }
        continue
      }
      if case .null = member.node.content { continue }
      _ = read(table, member.node)
    }
  }

  /// Says that no file says `liaison: 1`.
  private mutating func tellMissingVersion(_ place: Place) {
    decoder.within("liaison") {
      $0.tell(
        ReadingRule.value, .warning, at: place,
        "is not written; a network begins with `liaison: 1`, the version of its format",
        suggestion: "Begin the file with `liaison: 1`.")
    }
  }

  /// Says that a folder of tables has no header.
  public mutating func tellMissingHeader(_ path: String) {
    let file = sources.add(path: path, lineStarts: [])
    tellMissingVersion(Place(file: file, spot: .whole))
  }

  /// The keys of the top level that are not the header's.
  private enum Table: String, CaseIterable {
    case vocabulary, areas, organizations, services, sites, bodies, agreements, relations, evidence
    case activities, accepted, release
  }

  private mutating func read(_ table: Table, _ node: SourceNode) -> Bool {
    switch table {
    case .vocabulary: true
    case .areas: read(node, table, \.areas)
    case .organizations: read(node, table, \.organizations)
    case .services: read(node, table, \.orphanServices)
    case .sites: read(node, table, \.sites)
    case .bodies: read(node, table, \.bodies)
    case .agreements: read(node, table, \.agreements)
    case .relations: read(node, table, \.relations)
    case .evidence: read(node, table, \.orphanEvidence)
    case .activities: read(node, table, \.activities)
    case .accepted: read(node, table, \.accepted)
    case .release: read(node, table, \.releases)
    }
  }

  private mutating func read<Entry: SchemaEntry>(
    _ node: SourceNode, _ table: Table, _ path: WritableKeyPath<NetworkDocument, [Entry]>
  ) -> Bool {
    let entries = decoder.within(table.rawValue) { Entry.schema.list(node, &$0) }
    guard let entries else { return false }
    document[keyPath: path] += entries
    return true
  }

  /// Changes the document and tells what is wrong: for tables.
  public mutating func edit(_ body: (inout NetworkDocument, inout EntryDecoder) -> Void) {
    body(&document, &decoder)
  }

  /// The document: services and evidence that name their owner now stand in it.
  ///
  /// - Complexity: O(entries).
  public mutating func finish() -> NetworkDocument {
    document.adoptOrphans()
    document.problems = syntax + decoder.findings
    return document
  }
}
