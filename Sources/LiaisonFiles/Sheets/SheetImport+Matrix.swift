import LiaisonModel

/// Names on both axes, marks in the cells.
extension SheetImport {
  /// Whether at least half of the cells that hold something hold a mark, and it is no list of from, to and
  /// a mark: the second column of that holds names alone.
  static func looksLikeMatrix(_ rows: [[CSVCell]]) -> Bool {
    let second = rows.dropFirst().flatMap { $0.dropFirst().prefix(1) }.filter { !isBlank($0) }
    let isNarrow = rows.allSatisfy { $0.count <= 3 }
    if isNarrow, !second.isEmpty, second.allSatisfy({ SheetMark($0.text) == nil }) { return false }
    var filled = 0
    var marks = 0
    for row in rows.dropFirst() {
      for cell in row.dropFirst() where !isBlank(cell) {
        filled += 1
        if SheetMark(cell.text) != nil { marks += 1 }
      }
    }
    return filled > 0 && marks * 2 >= filled
  }

  mutating func readMatrix(_ rows: [[CSVCell]]) {
    report.shape = .matrix
    let header = rows[0]
    // Rows first, so that the organizations stand in the order of the first column.
    var starts: [(row: [CSVCell], position: Int)] = []
    for row in rows.dropFirst() {
      guard let cell = row.first, !Self.isBlank(cell), !SheetNames.isTotal(cell.text),
        let position = names.position(cell)
      else {
        report.leftOut += 1
        continue
      }
      starts.append((row, position))
    }
    var ends: [Int?] = []
    for cell in header.dropFirst() {
      guard !Self.isBlank(cell), !SheetNames.isTotal(cell.text) else {
        report.leftOut += 1
        ends.append(nil)
        continue
      }
      ends.append(names.position(cell))
    }
    report.rows = starts.count
    report.columns = ends.count { $0 != nil }
    // What numbers mean is known when all have been seen.
    for (row, start) in starts {
      for (cell, end) in zip(row.dropFirst(), ends) where end != nil && end != start {
        report.numbers.note(cell, in: document.sources)
      }
    }
    var seen: Set<[Int]> = []
    for (row, start) in starts {
      for (cell, end) in zip(row.dropFirst(), ends) {
        guard let end else { continue }
        report.cells += 1
        read(cell, start, end, &seen)
      }
    }
  }

  private mutating func read(
    _ cell: CSVCell, _ row: Int, _ column: Int, _ seen: inout Set<[Int]>
  ) {
    guard let mark = SheetMark(cell.text) else {
      report.addUnread(
        document.sources.location(of: cell.place), "\(Quoted(cell.text)) is no mark")
      return
    }
    if row == column {
      report.selves += 1
      return
    }
    guard let answer = mark.answer else { return skip(mark, cell) }
    let (from, to) = options.isTransposed ? (column, row) : (row, column)
    guard seen.insert([from, to]).inserted else {
      report.repeated += 1
      return
    }
    var relation = entry(from, to, options.kind, cell.place)
    relation.evidence = [evidence(answer)]
    if case .number(let number) = mark { put(number, of: cell, on: &relation) }
    if answer == .unknown { report.unknown += 1 }
    document.relations.append(relation)
  }
}
