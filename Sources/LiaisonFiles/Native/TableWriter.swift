import LiaisonModel

/// Puts entries into a table: one column a key, keys inside keys as `capacity.maximum`, and
/// `key@json` for what a cell cannot hold.
struct TableWriter {
  /// A column and where it goes: by the schema's order, unknown keys after it, JSON last.
  private struct Column {
    var name: String
    var rank: Int
    var part: Int
  }

  private enum Rank {
    static let owner = -1
    static let unknown = 1_000
    static let json = 2_000
  }

  private var columns: [Column] = []
  /// By bytes: Swift calls two keys equal that differ in how an accent is written.
  private var index: [[UInt8]: Int] = [:]
  private var rows: [[(column: Int, text: String)]] = []
  /// Columns that a row's owner stands in, which no unknown key may take.
  private let owners: [String]

  init(owners: [String] = []) { self.owners = owners }

  /// Whether there is nothing to write.
  var isEmpty: Bool { rows.isEmpty && columns.isEmpty }

  /// Adds an entry as a row.
  ///
  /// - Complexity: O(members).
  mutating func append<Entry: SchemaEntry>(
    _ entry: Entry, owner: [(key: String, text: String)] = [], leavingOut: [String] = []
  ) {
    var row: [(column: Int, text: String)] = []
    for (key, text) in owner { row.append((column(key, Rank.owner, 0), text)) }
    let schema = Entry.schema
    for member in schema.members(entry) where !leavingOut.contains(member.key) {
      let position = schema.position(member.key)
      if let position, let form = schema.form(member.key) {
        if add(member, rank: position, form: form, to: &row) { continue }
      } else if isPlain(member.key, schema), let text = Self.cell(member.node) {
        row.append((column(member.key, Rank.unknown, 0), text))
        continue
      }
      let name = member.key + TableColumns.jsonMark
      row.append((column(name, Rank.json, 0), JSONValue(member.node).text(pretty: false)))
    }
    // A row with nothing in it would not be read back.
    if row.isEmpty { row.append((column("id" + TableColumns.jsonMark, Rank.json, 0), "null")) }
    rows.append(row)
  }

  /// Adds columns that stay empty where no row fills them.
  mutating func wait<Entry: SchemaEntry>(for keys: [String], of _: Entry.Type) {
    for key in keys { _ = column(key, Entry.schema.position(key) ?? Rank.unknown, 0) }
  }

  private mutating func add(
    _ member: SourceNode.Member, rank: Int, form: CellForm,
    to row: inout [(column: Int, text: String)]
  ) -> Bool {
    switch form {
    case .scalar, .number:
      guard let text = Self.cell(member.node) else { return false }
      row.append((column(member.key, rank, 0), text))
    case .list:
      guard let text = Self.list(member.node) else { return false }
      row.append((column(member.key, rank, 0), text))
    case .entries: return false
    case .structure(let parts, let orScalar):
      if orScalar, let text = Self.cell(member.node) {
        row.append((column(member.key, rank, 0), text))
        return true
      }
      guard let inner = member.node.members, !inner.isEmpty else { return false }
      var cells: [(String, String)] = []
      for part in inner {
        let text =
          parts[part.key] == .list ? Self.list(part.node) : Self.cell(part.node)
        guard let text, Self.isColumnName(part.key) else { return false }
        cells.append(("\(member.key).\(part.key)", text))
      }
      for (part, (name, text)) in cells.enumerated() {
        row.append((column(name, rank, part + 1), text))
      }
    }
    return true
  }

  private mutating func column(_ name: String, _ rank: Int, _ part: Int) -> Int {
    let key = Array(name.utf8)
    if let known = index[key] { return known }
    index[key] = columns.count
    columns.append(Column(name: name, rank: rank, part: part))
    return columns.count - 1
  }

  /// Whether an unknown key can be a column's name and is read back as itself.
  private func isPlain<Entry>(_ key: String, _ schema: Schema<Entry>) -> Bool {
    guard Self.isColumnName(key), !owners.contains(key) else { return false }
    guard let dot = key.utf8.firstIndex(of: UInt8(ascii: ".")) else { return true }
    if case .structure? = schema.form(String(key[..<dot])) { return false }
    return true
  }

  private static func isColumnName(_ key: String) -> Bool {
    !key.isEmpty && ListCell.isTrimmed(key) && !key.hasSuffix(TableColumns.jsonMark)
      && !key.utf8.contains(0x0A) && !key.utf8.contains(0x0D)
  }

  /// The cell of a scalar; nil where it would not be read back.
  private static func cell(_ node: SourceNode) -> String? {
    guard let text = node.scalar, !text.isEmpty, ListCell.isTrimmed(text) else { return nil }
    return text
  }

  private static func list(_ node: SourceNode) -> String? {
    guard let elements = node.elements else { return nil }
    var texts: [String] = []
    for element in elements {
      guard let text = element.scalar else { return nil }
      texts.append(text)
    }
    return ListCell.text(texts)
  }

  /// The table as CSV.
  func bytes() -> [UInt8] {
    let order = columns.indices.sorted { left, right in
      let a = columns[left]
      let b = columns[right]
      if a.rank != b.rank { return a.rank < b.rank }
      if a.part != b.part { return a.part < b.part }
      return a.rank >= Rank.unknown || a.name != b.name
        ? (a.name.utf8.lexicographicallyPrecedes(b.name.utf8)) : left < right
    }
    var place = Array(repeating: 0, count: columns.count)
    for (position, column) in order.enumerated() { place[column] = position }
    let numeric = ["latitude", "longitude", "weight"].compactMap {
      index[Array($0.utf8)].map { place[$0] }
    }
    let writer = CSVWriter(numericColumns: Set(numeric))
    var output: [UInt8] = []
    writer.append(order.map { columns[$0].name }, to: &output)
    var cells = Array(repeating: "", count: columns.count)
    for row in rows {
      for (column, text) in row { cells[place[column]] = text }
      writer.append(cells, to: &output)
      for (column, _) in row { cells[place[column]] = "" }
    }
    return output
  }
}

extension JSONValue {
  /// A node as JSON; every scalar is a string. The depth is that of what a reader read.
  init(_ node: SourceNode) {
    switch node.content {
    case .null: self = .null
    case .scalar(let text, _): self = .string(text)
    case .list(let elements): self = .array(elements.map { JSONValue($0) })
    case .map(let members):
      self = .object(members.map { JSONValue.Member($0.key, JSONValue($0.node)) })
    }
  }
}
