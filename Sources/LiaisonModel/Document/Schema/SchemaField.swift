/// One key of an entry: how it is called, what it means, how it is read and written.
public struct SchemaField<Entry: SchemaEntry>: Sendable {
  /// The key in YAML and the column in tables, snake_case. For localized names, the part before
  /// the language tag: `name_`.
  public let key: String
  /// What it means, in a line.
  public let doc: String
  /// With whom the value may be shared at most, whatever the entry's own label says: `clear` leaves
  /// it to that label; a shelter's address is `red`.
  public let tlp: TrafficLight
  /// How it stands in a cell.
  public let form: CellForm
  /// Whether the key is a prefix to which a language tag is added.
  public let isLocalized: Bool
  /// Whether its value is never shown in a diagnostic.
  public let isSensitive: Bool
  /// Reads the value of a member into an entry; false leaves the member among the unknown ones.
  let read: @Sendable (SourceNode.Member, inout Entry, inout EntryDecoder) -> Bool
  /// Sorts names by their language tags.
  var sort: @Sendable (inout Entry) -> Void = { _ in }
  /// Writes the members of an entry: none where the value is absent.
  let write: @Sendable (Entry, inout [SourceNode.Member]) -> Void

  init(
    key: String, doc: String, tlp: TrafficLight, form: CellForm, isLocalized: Bool,
    isSensitive: Bool,
    read: @escaping @Sendable (SourceNode.Member, inout Entry, inout EntryDecoder) -> Bool,
    write: @escaping @Sendable (Entry, inout [SourceNode.Member]) -> Void
  ) {
    self.key = key
    self.doc = doc
    self.tlp = tlp
    self.form = form
    self.isLocalized = isLocalized
    self.isSensitive = isSensitive
    self.read = read
    self.write = write
  }

  /// A key that holds one value.
  public static func field<Value>(
    _ key: String, _ path: any WritableKeyPath<Entry, Field<Value>> & Sendable,
    _ codec: FieldCodec<Value>, tlp: TrafficLight = .clear, _ doc: String
  ) -> SchemaField {
    let isSensitive = tlp == .red || key == "note"
    return SchemaField(
      key: key, doc: doc, tlp: tlp, form: codec.form, isLocalized: false, isSensitive: isSensitive
    ) { member, entry, decoder in
      let node = member.node
      if case .null = node.content { return true }
      entry[keyPath: path] = decoder.within(key) { decoder in
        switch codec.read(node, &decoder) {
        case .value(let value): return .value(value, node.place)
        case .refused(let reason):
          let text = decoder.refuse(
            node, expects: node.scalar.flatMap(codec.expectation) ?? codec.expects, reason: reason,
            isSensitive: isSensitive)
          return .broken(node, reason: text)
        }
      }
      return true
    } write: { entry, members in
      switch entry[keyPath: path] {
      case .absent: break
      case .value(let value, _):
        members.append(SourceNode.Member(key: key, node: codec.write(value)))
      case .broken(let node, _): members.append(SourceNode.Member(key: key, node: node))
      }
    }
  }

  /// The keys `name_<tag>`: a text in another language.
  public static func names(
    _ prefix: String, _ path: any WritableKeyPath<Entry, [LocalName]> & Sendable, _ doc: String
  ) -> SchemaField {
    var field = SchemaField(
      key: prefix, doc: doc, tlp: .clear, form: .scalar, isLocalized: true, isSensitive: false
    ) { member, entry, decoder in
      if case .null = member.node.content { return true }
      guard let text = member.node.scalar else {
        _ = decoder.within(member.key) {
          $0.refuse(member.node, expects: "text", reason: nil, isSensitive: false)
        }
        return false
      }
      let tag = String(member.key.dropFirst(prefix.count))
      entry[keyPath: path].append(
        LocalName(tag: tag, text: text, origin: Origin(member.node.place)))
      return true
    } write: { entry, members in
      for name in entry[keyPath: path] {
        members.append(SourceNode.Member(key: prefix + name.tag, node: .text(name.text)))
      }
    }
    field.sort = { entry in
      guard entry[keyPath: path].count > 1 else { return }
      entry[keyPath: path].sort { Schema<Entry>.precedes($0.tag, $1.tag) }
    }
    return field
  }

  /// A key that holds a list of entries of another kind.
  public static func entries<Inner: SchemaEntry>(
    _ key: String, _ path: any WritableKeyPath<Entry, [Inner]> & Sendable, _ doc: String
  ) -> SchemaField {
    SchemaField(
      key: key, doc: doc, tlp: .clear, form: .entries, isLocalized: false, isSensitive: false
    ) { member, entry, decoder in
      if case .null = member.node.content { return true }
      let inner: [Inner]? = decoder.within(key) { Inner.schema.list(member.node, &$0) }
      guard let inner else { return false }
      entry[keyPath: path] = inner
      return true
    } write: { entry, members in
      let inner = entry[keyPath: path]
      if inner.isEmpty { return }
      members.append(
        SourceNode.Member(key: key, node: SourceNode(.list(inner.map { Inner.schema.node($0) }))))
    }
  }
}
