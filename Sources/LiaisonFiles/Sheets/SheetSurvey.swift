import LiaisonModel

/// What a sheet was taken for, and where it begins.
struct SheetLayout {
  enum Shape {
    /// Names on both axes.
    case matrix
    /// A row a relation, with these columns.
    case list(SheetListColumns, hasHeading: Bool)
  }

  var shape: Shape
  /// The first row that counts: the heading, where there is one.
  var start: Int
}

/// A look at all of a sheet before any of it is read: which row is its heading, and whether it is surely
/// a matrix or a list.
///
/// A sheet that could be read in two ways is refused: what is read wrongly looks like a finding.
struct SheetSurvey {
  let rows: [[CSVCell]]
  let kinds: RelationWords
  let hasDecimalComma: Bool
  /// How many columns hold something.
  let width: Int

  /// How many rows may stand above a heading.
  static let depth = 20

  init(_ rows: [[CSVCell]], kinds: RelationWords, hasDecimalComma: Bool) {
    self.rows = rows
    self.kinds = kinds
    self.hasDecimalComma = hasDecimalComma
    width =
      rows.map { row in (row.lastIndex { !SheetImport.isBlank($0) } ?? -1) + 1 }.max() ?? 0
  }

  /// What the sheet is.
  ///
  /// - Throws: what is in the way of being sure.
  /// - Complexity: O(cells).
  func layout() throws(SheetObstacle) -> SheetLayout {
    let filled = rows.compactMap { row in row.first { !SheetImport.isBlank($0) } }
    let first = filled.first?.place ?? .none
    guard width >= 2 else {
      throw SheetObstacle(
        "all of this sheet stands in one column", at: first,
        hint: "save it with a comma, a semicolon or a tab between the cells")
    }
    guard filled.count >= 2 else {
      throw SheetObstacle(
        "this sheet is one row, and nothing stands below it", at: first, hint: Self.advice)
    }
    if let list = try headedList() { return list }
    let best = heading(beside: 0)
    if let second = heading(beside: 1), second.common >= 2, second.common > best?.common ?? 0,
      axes(second.row, nameColumn: 1).isMarked
    {
      throw SheetObstacle(
        "taken for a matrix, but the names of its rows stand in the second column",
        at: firstCell(below: second.row, column: 0)?.place ?? first,
        hint: "delete what stands before the names, so that they are the first column")
    }
    let start = rows.firstIndex { $0.count { !SheetImport.isBlank($0) } >= 2 } ?? 0
    let isCornered =
      best.map { best in
        best.common >= 2 && rows[best.row].first.map(SheetImport.isBlank) ?? false
      } ?? false
    if isNarrowList(from: start), !isCornered { return try bareList(from: start) }
    if let best {
      let axes = axes(best.row)
      if axes.isMarked || best.common >= 2 {
        return try matrix(axes, from: best.row, common: best.common)
      }
    }
    let axes = axes(start)
    if axes.isMarked { return try matrix(axes, from: start, common: 0) }
    throw SheetObstacle(
      "this sheet is neither a matrix nor a list: no name of this row stands in the first column "
        + "too, and it heads no columns from and to", at: CSVTable.place(of: rows[start]),
      hint: Self.advice)
  }

  static let advice =
    "put the names into the first row and the first column, or name columns from,to,kind"

  // MARK: Matrix

  /// The row whose names stand most often in a column below it, beside which its names begin.
  private func heading(beside column: Int) -> (row: Int, common: Int)? {
    var last: [String: Int] = [:]
    for (index, row) in rows.enumerated() where row.indices.contains(column) {
      if let key = name(row[column]) { last[key] = index }
    }
    var best: (row: Int, common: Int)?
    for (index, row) in rows.prefix(Self.depth).enumerated() {
      var common: Set<String> = []
      for cell in row.dropFirst(column + 1) {
        if let key = name(cell), last[key] ?? -1 > index { common.insert(key) }
      }
      if common.count > best?.common ?? 0 { best = (index, common.count) }
    }
    return best
  }

  private func axes(_ row: Int, nameColumn: Int = 0) -> SheetAxes {
    SheetAxes(rows[row...], nameColumn: nameColumn, hasDecimalComma: hasDecimalComma)
  }

  /// The key of a cell that may name an organization; nil for a mark or a total. Numbers may be names.
  private func name(_ cell: CSVCell) -> String? {
    switch SheetMark(cell.text, hasDecimalComma: hasDecimalComma) {
    case nil, .number: SheetNames.key(cell)
    default: nil
    }
  }

  private func firstCell(below row: Int, column: Int) -> CSVCell? {
    for row in rows[(row + 1)...] where row.indices.contains(column) {
      if !SheetImport.isBlank(row[column]) { return row[column] }
    }
    return nil
  }

  /// A matrix, if nothing speaks against it.
  ///
  /// - Parameter common: how many names stand on both axes.
  private func matrix(
    _ axes: SheetAxes, from start: Int, common: Int
  ) throws(SheetObstacle) -> SheetLayout {
    let taken = "taken for a matrix of who refers to whom, but "
    let isDirected = axes.heading.first.map { SheetHeading.saysDirection($0.text) } ?? false
    if let corner = axes.heading.first, let key = name(corner), axes.rowKeys.contains(key) {
      throw SheetObstacle(
        taken + "its heading begins with \(Quoted(corner.text)), which is a row too: its columns "
          + "stand one cell too far to the left", at: corner.place,
        hint: "put an empty cell before it, above the names of the rows")
    }
    if let cell = axes.markAsName {
      throw SheetObstacle(
        taken + "marks stand in its first column, where the names of the rows should be",
        at: cell.place,
        hint: "put the name of each row before its marks, and an empty cell into the corner")
    }
    if let cell = axes.secondHeading {
      throw SheetObstacle(
        taken
          + "its heading stands over two rows: \(Quoted(cell.text)) below it is no mark",
        at: cell.place, hint: "make it one row, with the name of an organization over each column")
    }
    if let cell = axes.firstText, axes.texts > axes.marks {
      throw SheetObstacle(
        taken
          + "\(Quoted(cell.text)) is no mark, as \(axes.texts) of the \(axes.texts + axes.marks) "
          + "cells that hold something are none", at: cell.place,
        hint: "write x, ?, no, or a number from 1 to 4 for how strong it is")
    }
    guard common * 2 >= axes.shorter || isDirected else {
      let place = axes.firstForeign ?? axes.heading.first
      let named = place.map { Quoted($0.text).description } ?? "a column"
      throw SheetObstacle(
        taken
          + "\(named) and \(common == 0 ? "all" : "most") other columns are no row: they may be "
          + "services or places, not organizations", at: place?.place ?? .none,
        hint:
          "give each organization a row and a column, or write `from \\ to` into the corner where "
          + "the rows refer to others than themselves; else make a list with columns from,to,kind")
    }
    return SheetLayout(shape: .matrix, start: start)
  }

  // MARK: List

  /// A list whose columns from and to have their names in one of the first rows; nil where none has.
  private func headedList() throws(SheetObstacle) -> SheetLayout? {
    for (index, header) in rows.prefix(Self.depth).enumerated() {
      guard let columns = SheetListColumns(header) else { continue }
      let below = rows[(index + 1)...].first { $0.contains { !SheetImport.isBlank($0) } }
      guard let below else {
        throw SheetObstacle(
          "taken for a list, but no row stands below its heading",
          at: CSVTable.place(of: header), hint: "write a row for each relation")
      }
      func isNamed(_ column: Int) -> Bool {
        below.indices.contains(column) && !SheetImport.isBlank(below[column])
      }
      let stray = below.indices.first { column in
        isNamed(column) && (column >= header.count || SheetImport.isBlank(header[column]))
      }
      if let stray, !isNamed(columns.from) || !isNamed(columns.to) {
        throw SheetObstacle(
          "taken for a list, but its heading stands over two rows: \(Quoted(below[stray].text)) has "
            + "no name above it, and the row lacks one of its two organizations",
          at: below[stray].place,
          hint: "make the heading one row: from,to,kind, or the names of a matrix alone")
      }
      return SheetLayout(shape: .list(columns, hasHeading: true), start: index)
    }
    return nil
  }

  /// Whether at most three columns hold something, and the second no mark.
  private func isNarrowList(from start: Int) -> Bool {
    width <= 3
      && rows[start...].allSatisfy { row in
        guard row.count > 1, !SheetImport.isBlank(row[1]) else { return true }
        return mark(row[1]) == nil
      }
  }

  private func mark(_ cell: CSVCell) -> SheetMark? {
    SheetMark(cell.text, hasDecimalComma: hasDecimalComma)
  }

  /// A list without a heading, of two or three columns: only what can be nothing else.
  ///
  /// Either most of its third column are kinds of relations, or its third column holds marks, its first
  /// row names somebody who stands in another row, so that it is no heading, and somebody stands in both
  /// columns, so that both hold organizations.
  private func bareList(from start: Int) throws(SheetObstacle) -> SheetLayout {
    let body = rows[start...].filter { $0.contains { !SheetImport.isBlank($0) } }
    func obstacle(_ text: String, _ cell: CSVCell?) -> SheetObstacle {
      SheetObstacle(
        "taken for a list without a heading, but " + text,
        at: cell?.place ?? CSVTable.place(of: rows[start]),
        hint:
          "name its columns from,to,kind where each row is a relation; a list of contacts is no network"
      )
    }
    func cell(_ row: [CSVCell], _ column: Int) -> CSVCell? {
      row.indices.contains(column) && !SheetImport.isBlank(row[column]) ? row[column] : nil
    }
    if let wrong = body.compactMap({ cell($0, 0) }).first(where: { mark($0) != nil }) {
      throw obstacle("\(Quoted(wrong.text)) stands where an organization should", wrong)
    }
    let thirds = body.compactMap { cell($0, 2) }
    let layout = SheetLayout(
      shape: .list(SheetListColumns(count: width), hasHeading: false), start: start)
    let isKind = thirds.map { kinds.code($0.text) != nil }
    let first = body.first.flatMap { cell($0, 2) }
    let startsWithKind = first.map { kinds.code($0.text) != nil } ?? false
    if startsWithKind, isKind.count(where: { $0 }) * 2 > thirds.count { return layout }
    if let first, !startsWithKind, mark(first) == nil {
      throw obstacle("\(Quoted(first.text)) is neither a kind of relation nor a mark", first)
    }
    let odd = thirds.filter { kinds.code($0.text) == nil && mark($0) == nil }
    if let wrong = odd.first, odd.count * 2 > thirds.count {
      throw obstacle("\(Quoted(wrong.text)) is neither a kind of relation nor a mark", wrong)
    }
    let sides = (0...1).map { column in
      body.map { row in cell(row, column).flatMap { SheetNames.key($0) } }
    }
    let others = Set(sides.flatMap { $0.dropFirst() }.compactMap { $0 })
    let own = sides.compactMap { $0.first ?? nil }
    guard own.contains(where: { others.contains($0) }) else {
      throw obstacle(
        "no other row names whom the first one does: it may be a heading",
        body.first.flatMap { cell($0, 0) })
    }
    guard !Set(sides[0].compactMap { $0 }).isDisjoint(with: sides[1].compactMap { $0 }) else {
      throw obstacle(
        "nobody stands in both of its columns: the second may hold persons, places or services",
        body.first.flatMap { cell($0, 1) })
    }
    return layout
  }
}
