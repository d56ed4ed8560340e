import LiaisonModel

/// What the columns of a table mean: the plan by which rows become entries' members.
///
/// A column is a key; `capacity.maximum` is a key inside a key; `key@json` holds the value of any
/// key as JSON, for what a cell cannot hold.
struct TableColumns: Sendable {
  enum Meaning: Sendable {
    case nothing
    case key(String, CellForm, Place)
    case inside(String, String, CellForm, Place)
    case json(String, Place)
  }

  static let jsonMark = "@json"

  private let meanings: [Meaning]
  private let hasInside: Bool
  /// Whether a comma may be the decimal mark of a number.
  private let hasDecimalComma: Bool

  /// Plans the columns of a header.
  ///
  /// - Parameters:
  ///   - delimiter: what stands between the cells; where it is a semicolon a comma may be a decimal mark.
  ///   - forms: gives the form of a key, nil where it is not known.
  init(
    _ header: [CSVCell], delimiter: UInt8 = UInt8(ascii: ","), forms: (String) -> CellForm?
  ) {
    hasDecimalComma = delimiter == UInt8(ascii: ";")
    var hasInside = false
    meanings = header.map { cell in
      // What stands before the mark of JSON is a key to the byte.
      let name =
        cell.text.hasSuffix(Self.jsonMark) ? cell.text : ListCell.trimmed(cell.text)
      let meaning = Self.meaning(name, cell.place, forms)
      if case .inside = meaning { hasInside = true }
      return meaning
    }
    self.hasInside = hasInside
  }

  private static func meaning(
    _ name: String, _ place: Place, _ forms: (String) -> CellForm?
  ) -> Meaning {
    if name.isEmpty { return .nothing }
    if name.utf8.count > jsonMark.utf8.count, name.hasSuffix(jsonMark) {
      return .json(String(name.dropLast(jsonMark.count)), place)
    }
    if let form = forms(name) {
      if case .structure = form { return .key(name, .scalar, place) }
      return .key(name, form, place)
    }
    if let dot = name.utf8.firstIndex(of: UInt8(ascii: ".")) {
      let outer = String(name[..<dot])
      let inner = String(name[name.utf8.index(after: dot)...])
      if !inner.isEmpty, case .structure(let parts, _)? = forms(outer) {
        return .inside(outer, inner, parts[inner] ?? .scalar, place)
      }
    }
    return .key(name, .scalar, place)
  }

  /// The keys that the columns name, with their places.
  var keys: [(key: String, place: Place)] {
    meanings.compactMap { meaning in
      switch meaning {
      case .nothing: nil
      case .key(let key, _, let place), .json(let key, let place): (key, place)
      case .inside(let key, _, _, let place): (key, place)
      }
    }
  }

  /// The members of a row. Empty cells are absent.
  ///
  /// - Parameter refuse: told of a cell that cannot be read, with its key.
  func members(
    of row: [CSVCell], refuse: (String, Place, String) -> Void
  ) -> [SourceNode.Member] {
    var members: [SourceNode.Member] = []
    members.reserveCapacity(row.count)
    for (cell, meaning) in zip(row, meanings) {
      if cell.text.isEmpty { continue }
      switch meaning {
      case .nothing: continue
      case .key(let key, let form, let place):
        guard let node = self.node(cell, form) else { continue }
        members.append(SourceNode.Member(key: key, keyPlace: place, node: node))
      case .json(let key, let place):
        let result = JSONReader.read(bytes: Array(cell.text.utf8))
        guard let root = result.root, result.problems.isEmpty else {
          refuse(key, cell.place, "is not JSON, as the column `\(Self.jsonMark)` asks")
          continue
        }
        members.append(
          SourceNode.Member(key: key, keyPlace: place, node: root.moved(to: cell.place)))
      case .inside: continue
      }
    }
    if hasInside { addInside(row, to: &members, refuse) }
    return members
  }

  private func addInside(
    _ row: [CSVCell], to members: inout [SourceNode.Member],
    _ refuse: (String, Place, String) -> Void
  ) {
    var groups: [(key: String, place: Place, members: [SourceNode.Member])] = []
    for (cell, meaning) in zip(row, meanings) {
      guard case .inside(let outer, let inner, let form, let place) = meaning,
        let node = self.node(cell, form)
      else { continue }
      let member = SourceNode.Member(key: inner, keyPlace: place, node: node)
      if let index = groups.firstIndex(where: { $0.key == outer }) {
        groups[index].members.append(member)
      } else {
        groups.append((outer, cell.place, [member]))
      }
    }
    for group in groups {
      let map = SourceNode(.map(group.members), place: group.place)
      let member = SourceNode.Member(key: group.key, keyPlace: group.place, node: map)
      guard let index = members.firstIndex(where: { $0.key == group.key }) else {
        members.append(member)
        continue
      }
      // `entry_point` true beside `entry_point.groups`: the columns say which.
      if members[index].node.scalar.flatMap({ Answer(code: $0) }) == .yes {
        members[index] = member
      } else {
        refuse(
          group.key, members[index].node.place,
          "is said twice, in its own column and in `\(group.key).\(group.members[0].key)`")
      }
    }
  }

  private func node(_ cell: CSVCell, _ form: CellForm) -> SourceNode? {
    var text = ListCell.trimmed(cell.text)
    if text.isEmpty { return nil }
    if form == .number, hasDecimalComma { text = DecimalNumber.pointed(text) ?? text }
    guard form == .list else {
      return SourceNode(.scalar(text, quoted: cell.isQuoted), place: cell.place)
    }
    let elements = ListCell.elements(cell.text).map { element in
      SourceNode(.scalar(element, quoted: false), place: cell.place)
    }
    return SourceNode(.list(elements), place: cell.place)
  }
}

extension SourceNode {
  /// The node with every place in it set to one. Its depth is that of a JSON text, which the
  /// reader's limit bounds.
  func moved(to place: Place) -> SourceNode {
    switch content {
    case .null, .scalar: SourceNode(content, place: place)
    case .list(let elements): SourceNode(.list(elements.map { $0.moved(to: place) }), place: place)
    case .map(let members):
      SourceNode(
        .map(
          members.map {
            Member(key: $0.key, keyPlace: place, node: $0.node.moved(to: place))
          }), place: place)
    }
  }
}
