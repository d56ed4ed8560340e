/// An entry of a document that has a schema.
public protocol SchemaEntry: Sendable, Equatable {
  /// An empty entry.
  init()
  /// Keys we lack.
  var unknown: [UnknownMember] { get set }
  /// Where the entry stands.
  var origin: Origin { get set }
  /// Its keys.
  static var schema: Schema<Self> { get }
}

/// The keys of one kind of entry. It drives decoding, both writers, the unknown-key report and the
/// columns of tables.
public struct Schema<Entry: SchemaEntry>: Sendable {
  /// What one entry is called: `organization`.
  public let noun: String
  /// The keys, in the order in which they are written.
  public let fields: [SchemaField<Entry>]
  /// What names an entry in a message: its id, or what takes its place; nil for a part of another
  /// entry, whose keys are named as `capacity.unit`.
  let label: (@Sendable (Entry) -> String?)?
  /// Where members of other keys go undecoded; nil tells them as unknown.
  private let others: (any WritableKeyPath<Entry, [SourceNode.Member]> & Sendable)?
  private let index: [String: Int]
  private let localized: [Int]

  /// Creates a schema.
  ///
  /// - Parameters:
  ///   - noun: what one entry is called.
  ///   - fields: the keys.
  ///   - label: what names an entry in a message; nil for a part of another entry.
  ///   - others: where members of other keys are kept, for entries that leave them to somebody else.
  public init(
    _ noun: String, fields: [SchemaField<Entry>],
    label: (@Sendable (Entry) -> String?)? = nil,
    others: (any WritableKeyPath<Entry, [SourceNode.Member]> & Sendable)? = nil
  ) {
    self.others = others
    self.noun = noun
    self.fields = fields
    self.label = label
    var index: [String: Int] = [:]
    for (position, field) in fields.enumerated() where !field.isLocalized {
      index[field.key] = position
    }
    self.index = index
    localized = fields.indices.filter { fields[$0].isLocalized }
  }

  /// With whom the value of a key may be shared at most, whatever the entry's label says; RED for a
  /// key that is not known.
  public func label(of key: String) -> TrafficLight {
    position(key).map { fields[$0].tlp } ?? .red
  }

  /// The position of the field that reads a key; nil where the key is not known.
  public func position(_ key: String) -> Int? {
    if let position = index[key] { return position }
    return localized.first { position in
      let prefix = fields[position].key
      return key.utf8.starts(with: prefix.utf8)
        && Self.isLanguageTag(key.utf8.dropFirst(prefix.utf8.count))
    }
  }

  /// The form of a key's cell; nil where the key is not known.
  public func form(_ key: String) -> CellForm? { position(key).map { fields[$0].form } }

  /// The keys, without those that carry a language tag.
  public var keys: [String] { fields.filter { !$0.isLocalized }.map(\.key) }

  /// Reads a map; nil where the node is none, which is told.
  public func decode(_ node: SourceNode, _ decoder: inout EntryDecoder, number: Int? = nil)
    -> Entry?
  {
    guard let members = node.members else {
      decoder.tell(
        ReadingRule.syntax, .error, at: node.place,
        "holds \(node.elements != nil ? "a list" : "a text") where \(Self.article(noun)) should "
          + "stand, as `key: value`")
      return nil
    }
    return decode(members, place: node.place, &decoder, number: number)
  }

  /// Reads members. A key that stands twice counts once, the first time; unknown keys and language
  /// tags are kept in the order of their bytes, since the order of keys means nothing.
  ///
  /// - Parameters:
  ///   - number: the entry's number in its table, from 1, its name where it has no id.
  ///   - beside: keys that may stand beside the schema's and are read elsewhere, for those that write
  ///     one of them with a slip.
  /// - Complexity: O(members).
  public func decode(
    _ members: [SourceNode.Member], place: Place, _ decoder: inout EntryDecoder, number: Int? = nil,
    beside: [String] = []
  ) -> Entry {
    var entry = Entry()
    entry.origin = Origin(place)
    let start = label == nil ? nil : decoder.beginEntry()
    var seen = Array(repeating: false, count: fields.count)
    for member in members {
      let position = position(member.key)
      if let position {
        if seen[position], !fields[position].isLocalized { continue }
        seen[position] = true
        if fields[position].read(member, &entry, &decoder) { continue }
      } else if let others {
        entry[keyPath: others].append(member)
        continue
      } else {
        let known = keys + beside
        decoder.within(member.key) { $0.tellUnknown(member, among: members, known: known) }
      }
      entry.unknown.append(
        UnknownMember(key: member.key, node: member.node, origin: Origin(member.keyPlace)))
    }
    if entry.unknown.count > 1 { entry.unknown.sort { Self.precedes($0.key, $1.key) } }
    for field in fields where field.isLocalized { field.sort(&entry) }
    if let start, let label {
      decoder.endEntry(start, noun: noun, label: label(entry) ?? "number \(number ?? 1)")
    }
    return entry
  }

  /// Reads a list of maps; nil where the node is no list, which is told.
  public func list(_ node: SourceNode, _ decoder: inout EntryDecoder) -> [Entry]? {
    guard let elements = node.elements else {
      _ = decoder.refuse(
        node, expects: "a list of entries, each after a dash", reason: nil, isSensitive: false)
      return nil
    }
    var result: [Entry] = []
    result.reserveCapacity(elements.count)
    for (position, element) in elements.enumerated() {
      if let entry = decode(element, &decoder, number: position + 1) { result.append(entry) }
    }
    return result
  }

  /// The members of an entry, in the schema's order, unknown ones last.
  public func members(_ entry: Entry) -> [SourceNode.Member] {
    var members: [SourceNode.Member] = []
    for field in fields { field.write(entry, &members) }
    if let others { members += entry[keyPath: others] }
    for member in entry.unknown {
      members.append(SourceNode.Member(key: member.key, node: member.node))
    }
    return members
  }

  /// An entry as a map.
  public func node(_ entry: Entry) -> SourceNode { SourceNode(.map(members(entry))) }

  static func precedes(_ a: String, _ b: String) -> Bool {
    a.utf8.lexicographicallyPrecedes(b.utf8)
  }

  static func article(_ noun: String) -> String {
    let vowels: [Character] = ["a", "e", "i", "o", "u"]
    return noun.first.map { vowels.contains($0) } ?? false ? "an \(noun)" : "a \(noun)"
  }

  static func isLanguageTag(_ bytes: Substring.UTF8View) -> Bool {
    let parts = bytes.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    return parts.enumerated().allSatisfy { position, part in
      let least = position == 0 ? 2 : 1
      return part.count >= least && part.count <= 8
        && part.allSatisfy { Identifier.isAlphanumeric($0) && (position > 0 || $0 > 0x39) }
    }
  }
}
