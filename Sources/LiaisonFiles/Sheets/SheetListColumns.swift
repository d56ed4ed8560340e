import LiaisonModel

/// Which columns of a list say from, to and kind, whether it is so, and how strong it is; and what
/// becomes of the others.
struct SheetListColumns {
  let from: Int
  let to: Int
  let kind: Int?
  /// Whether there is the relation: a mark.
  let mark: Int?
  /// A number: how strong it is, or how much passes.
  let number: Int?
  /// The other columns that have a name, each by the key that a relation has for it, else as it is called.
  private(set) var others: [(column: Int, name: CSVCell)] = []
  /// The columns without a name.
  private(set) var nameless: [Int] = []
  /// The columns that say again what another says, which stands first.
  private(set) var doubled: [(column: Int, first: Int)] = []

  /// The columns of a heading; nil where it does not name from and to.
  init?(_ header: [CSVCell]) {
    guard let from = SheetHeading.from.column(in: header),
      let to = SheetHeading.to.column(in: header), from != to
    else { return nil }
    self.from = from
    self.to = to
    kind = SheetHeading.kind.column(in: header)
    mark = SheetHeading.mark.column(in: header)
    number = SheetHeading.number.column(in: header)
    sortOthers(header)
  }

  /// The columns of a list without a heading.
  init(count: Int) {
    from = 0
    to = 1
    kind = count > 2 ? 2 : nil
    mark = nil
    number = nil
  }

  private mutating func sortOthers(_ header: [CSVCell]) {
    let schema = RelationEntry.schema.keys
    let taken = [from, to, kind, mark, number].compactMap { $0 }
    var first: [[UInt8]: Int] = [Array("from".utf8): from, Array("to".utf8): to]
    if let kind { first[Array("kind".utf8)] = kind }
    for (column, cell) in header.enumerated() where !taken.contains(column) {
      let text = ListCell.trimmed(cell.text)
      let fold = LabelFold.key(text)
      guard !text.isEmpty else {
        nameless.append(column)
        continue
      }
      let key = schema.first { LabelFold.key($0) == fold } ?? text
      if let other = first[Array(key.utf8)] {
        doubled.append((column, other))
        continue
      }
      first[Array(key.utf8)] = column
      others.append((column, CSVCell(key, isQuoted: cell.isQuoted, place: cell.place)))
    }
  }

  /// Calls a column by the key that it is read as.
  mutating func name(_ column: Int, _ key: String) {
    guard let index = others.firstIndex(where: { $0.column == column }) else { return }
    others[index].name = CSVCell(key, place: others[index].name.place)
  }

  /// Leaves a column out.
  mutating func leaveOut(_ column: Int) { others.removeAll { $0.column == column } }

  /// The cells of the other columns that have a name, a cell for each.
  func others(of row: [CSVCell]) -> [CSVCell] {
    others.map { row.indices.contains($0.column) ? row[$0.column] : CSVCell("") }
  }
}
