extension NetworkPatch {
  /// Reads the map of a patch file; what cannot be read is among `problems`, every one an error, as a
  /// misspelt key would silently change nothing.
  ///
  /// - Complexity: O(size).
  public static func decode(_ root: SourceNode, sources: SourceSet) -> NetworkPatch {
    var patch = NetworkPatch()
    patch.sources = sources
    var decoder = EntryDecoder()
    guard let header = PatchEntry.schema.decode(root, &decoder) else {
      patch.problems = decoder.findings
      return patch
    }
    if header.version.isAbsent {
      decoder.within("liaison_patch") {
        $0.tell(
          ReadingRule.value, .error, at: root.place,
          "is not written; a patch begins with `liaison_patch: 1`")
      }
    }
    patch.title = header.title.value
    patch.note = header.note.value
    patch.asOf = header.asOf.value
    var seen: Set<String> = []
    for part in header.parts where seen.insert(part.key).inserted {
      decoder.within(part.key) { decoder in
        switch part.key {
        case "add": patch.readAdditions(part.node, &decoder)
        case "change": patch.readChanges(part.node, &decoder)
        case "remove": patch.readRemovals(part.node, &decoder)
        default:
          decoder.tellUnknown(part, among: header.parts, known: [])
        }
      }
    }
    patch.problems = (decoder.findings + patch.additions.problems).map { finding in
      var finding = finding
      finding.severity = .error
      return finding
    }
    patch.additions.problems = []
    return patch
  }

  private mutating func readAdditions(_ node: SourceNode, _ decoder: inout EntryDecoder) {
    var builder = DocumentBuilder()
    builder.read(tables: node)
    additions = builder.finish()
  }

  /// The members of a part, by table; those of other keys are told.
  private static func tables(
    _ node: SourceNode, _ decoder: inout EntryDecoder,
    _ body: (Table, SourceNode, inout EntryDecoder) -> Void
  ) {
    if case .null = node.content { return }
    guard let members = node.members else {
      _ = decoder.refuse(
        node, expects: "tables, such as `relations:`", reason: nil, isSensitive: false)
      return
    }
    for member in members {
      decoder.within(member.key) { decoder in
        guard let table = Table(rawValue: member.key) else {
          let tables = Table.allCases.map(\.rawValue)
          decoder.tellUnknown(member, among: members, known: tables)
          return
        }
        if case .null = member.node.content { return }
        body(table, member.node, &decoder)
      }
    }
  }

  private mutating func readChanges(_ node: SourceNode, _ decoder: inout EntryDecoder) {
    var found: [Change] = []
    Self.tables(node, &decoder) { table, node, decoder in
      guard let elements = node.elements else {
        _ = decoder.refuse(
          node, expects: "a list of entries, each after a dash", reason: nil, isSensitive: false)
        return
      }
      for element in elements {
        guard let members = element.members,
          let key = members.first(where: { $0.key == "id" })?.node.scalar
        else {
          decoder.tell(
            ReadingRule.value, .error, at: element.place,
            "needs `id`, the \(table.noun) that it changes\(Self.keyHint(table))")
          continue
        }
        let change = Change(
          table, key, members.filter { $0.key != "id" }, origin: Origin(element.place))
        change.check(&decoder)
        found.append(change)
      }
    }
    changes = found
  }

  private static func keyHint(_ table: Table) -> String {
    switch table {
    case .services: ", as organization/service"
    case .relations: ", by its id or as “from kind to”"
    default: ""
    }
  }

  private mutating func readRemovals(_ node: SourceNode, _ decoder: inout EntryDecoder) {
    var found: [Removal] = []
    Self.tables(node, &decoder) { table, node, decoder in
      for element in node.elements ?? [node] {
        guard let key = element.scalar else {
          _ = decoder.refuse(
            element, expects: "the id of \(Schema<AreaEntry>.article(table.noun))", reason: nil,
            isSensitive: false)
          continue
        }
        found.append(Removal(table, key, origin: Origin(element.place)))
      }
    }
    removals = found
  }

  /// The patch as one map; reading it back gives an equal patch.
  public func encoded() -> SourceNode {
    var entry = PatchEntry()
    entry.version = .of(1)
    entry.title = title.map { .of($0) } ?? .absent
    entry.note = note.map { .of($0) } ?? .absent
    entry.asOf = asOf.map { .of($0) } ?? .absent
    var members = PatchEntry.schema.members(entry)
    func add(_ key: String, _ parts: [SourceNode.Member]) {
      if parts.isEmpty { return }
      members.append(SourceNode.Member(key: key, node: SourceNode(.map(parts))))
    }
    var tables = additions
    tables.header = HeaderEntry()
    add("add", tables.encoded().members ?? [])
    add(
      "change",
      Self.byTable(changes, \.table) { change in
        SourceNode(
          .map([SourceNode.Member(key: "id", node: .text(change.key))] + change.members))
      })
    add("remove", Self.byTable(removals, \.table) { .text($0.key) })
    return SourceNode(.map(members))
  }

  private static func byTable<Item>(
    _ items: [Item], _ table: KeyPath<Item, Table>, _ node: (Item) -> SourceNode
  ) -> [SourceNode.Member] {
    Table.allCases.compactMap { name in
      let own = items.filter { $0[keyPath: table] == name }
      if own.isEmpty { return nil }
      return SourceNode.Member(key: name.rawValue, node: SourceNode(.list(own.map(node))))
    }
  }
}

extension NetworkPatch.Change {
  /// Tells what of its values cannot be read.
  fileprivate func check(_ decoder: inout EntryDecoder) {
    func check<Entry: SchemaEntry>(_: Entry.Type) {
      _ = Entry.schema.decode(members, place: origin.place, &decoder)
    }
    switch table {
    case .areas: check(AreaEntry.self)
    case .organizations: check(OrganizationEntry.self)
    case .services: check(ServiceEntry.self)
    case .sites: check(SiteEntry.self)
    case .bodies: check(BodyEntry.self)
    case .agreements: check(AgreementEntry.self)
    case .relations: check(RelationEntry.self)
    case .activities: check(ActivityEntry.self)
    }
  }
}

/// The top of a patch file.
private struct PatchEntry: SchemaEntry {
  var version: Field<Int> = .absent
  var title: Field<String> = .absent
  var note: Field<String> = .absent
  var asOf: Field<CalendarDate> = .absent
  var parts: [SourceNode.Member] = []
  var unknown: [UnknownMember] = []
  var origin = Origin()

  static let schema = Schema<PatchEntry>(
    "patch",
    fields: [
      .field("liaison_patch", \.version, .whole(1...1, "the version, 1"), "the version, 1"),
      .field("title", \.title, .text, "what it is about"),
      .field("note", \.note, .text, "a remark"),
      .field("as_of", \.asOf, .date, "the day at which the changed network is judged"),
    ],
    others: \PatchEntry.parts)
}
