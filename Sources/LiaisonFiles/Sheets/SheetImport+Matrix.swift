import LiaisonModel

/// Names on both axes, marks in the cells.
extension SheetImport {
  /// Two organizations in their order.
  private struct Pair: Hashable {
    var from: Int
    var to: Int
  }

  /// The cells of a matrix that name a relation, by the pairs of which they say something.
  private struct Cells {
    var pairs: [Pair] = []
    var claims: [Pair: SheetClaims] = [:]
    var numbers: [Pair: [(value: Double, cell: CSVCell)]] = [:]
  }

  mutating func readMatrix(_ rows: ArraySlice<[CSVCell]>) {
    report.shape = .matrix
    let header = rows.first ?? []
    // Rows first, so that the organizations stand in the order of the first column.
    let starts = matrixRows(rows.dropFirst(), header)
    let ends = matrixColumns(header, starts)
    report.rows = starts.count
    report.columns = ends.count
    let own = Set(starts.map(\.position))
    var told: Set<Int> = []
    report.columnsAlone = ends.map(\.position).filter {
      !own.contains($0) && told.insert($0).inserted
    }
    .map { names.name($0) }
    var cells = Cells()
    for (row, start) in starts {
      for (column, end) in ends {
        report.cells += 1
        guard row.indices.contains(column) else {
          report.blanks += 1
          continue
        }
        read(row[column], start, end, &cells)
      }
    }
    record(cells)
  }

  // MARK: Axes

  /// The rows that are an organization's.
  private mutating func matrixRows(
    _ rows: ArraySlice<[CSVCell]>, _ header: [CSVCell]
  ) -> [(row: [CSVCell], position: Int)] {
    let columns = Set(header.dropFirst().compactMap { SheetNames.key($0) })
    var starts: [(row: [CSVCell], position: Int)] = []
    var first: [Int: CSVCell] = [:]
    for row in rows {
      let filled = row.dropFirst().filter { !Self.isBlank($0) }
      guard let name = row.first, !SheetNames.isTotal(name.text),
        !Self.isBlank(name) || !filled.isEmpty
      else {
        report.leftOut += 1
        continue
      }
      guard let key = SheetNames.key(name) else {
        let count = Self.counted(filled.count, "filled cell")
        tellStray(
          filled.first?.place ?? name.place, filled.count, "the row has no name: \(count) left out")
        continue
      }
      guard columns.contains(key) || filled.contains(where: { mark($0) != nil }) else {
        let what =
          filled.isEmpty
          ? "heads an empty row and no column"
          : "heads no column, and no mark: \(Self.counted(filled.count, "filled cell")) left out"
        tellStray(name.place, max(1, filled.count), "\(Quoted(name.text)) \(what)")
        continue
      }
      guard let position = names.position(name) else { continue }
      tellDouble(name, position, "row", &first)
      starts.append((row, position))
    }
    return starts
  }

  /// The columns that are an organization's.
  private mutating func matrixColumns(
    _ header: [CSVCell], _ starts: [(row: [CSVCell], position: Int)]
  ) -> [(column: Int, position: Int)] {
    let rows = Set(starts.compactMap { $0.row.first.flatMap { SheetNames.key($0) } })
    var ends: [(column: Int, position: Int)] = []
    var first: [Int: CSVCell] = [:]
    let width = max(header.count, starts.map(\.row.count).max() ?? 0)
    for column in stride(from: 1, to: width, by: 1) {
      let cell = header.indices.contains(column) ? header[column] : nil
      let filled = starts.compactMap { start in
        start.row.indices.contains(column) && !Self.isBlank(start.row[column])
          ? start.row[column] : nil
      }
      if let cell, SheetNames.isTotal(cell.text) {
        report.leftOut += 1
        continue
      }
      guard let cell, let key = SheetNames.key(cell) else {
        guard let one = filled.first else {
          report.leftOut += 1
          continue
        }
        let count = Self.counted(filled.count, "filled cell")
        tellStray(
          cell?.place ?? one.place, filled.count,
          "column \(column + 1) has no name: \(count) left out")
        continue
      }
      if !rows.contains(key), !filled.contains(where: { mark($0) != nil }) {
        let what =
          filled.isEmpty
          ? "heads an empty column and no row"
          : "heads no row, and no mark: \(Self.counted(filled.count, "filled cell")) left out"
        tellStray(cell.place, max(1, filled.count), "\(Quoted(cell.text)) \(what)")
        continue
      }
      guard let position = names.position(cell) else { continue }
      tellDouble(cell, position, "column", &first)
      ends.append((column, position))
    }
    return ends
  }

  /// Tells of an organization that has two rows, or two columns.
  private mutating func tellDouble(
    _ cell: CSVCell, _ position: Int, _ what: String, _ first: inout [Int: CSVCell]
  ) {
    guard let known = first[position] else {
      first[position] = cell
      return
    }
    report.doubled.append(
      SheetReport.Unread(
        place: place(cell.place),
        text: "\(Quoted(cell.text)) has a \(what) already, at \(place(known.place)): both are read")
    )
  }

  // MARK: Cells

  private mutating func read(_ cell: CSVCell, _ row: Int, _ column: Int, _ cells: inout Cells) {
    guard let mark = mark(cell) else {
      return tellUnread(cell.place, "\(Quoted(cell.text)) is no mark")
    }
    if row == column {
      report.selves += 1
      return
    }
    report.numbers.note(mark, of: cell, in: document.sources)
    if mark.answer == nil { skip(mark, cell) }
    // What is blank or does not apply says nothing of the relation.
    guard mark != .notApplicable, !Self.isBlank(cell) else { return }
    let pair =
      options.isTransposed ? Pair(from: column, to: row) : Pair(from: row, to: column)
    if cells.claims[pair] == nil { cells.pairs.append(pair) }
    cells.claims[pair, default: SheetClaims()].add(cell, mark.answer ?? .no)
    if case .number(let value) = mark { cells.numbers[pair, default: []].append((value, cell)) }
  }

  private mutating func record(_ cells: Cells) {
    for pair in cells.pairs {
      guard let claims = cells.claims[pair] else { continue }
      let said = claims.all.filter { $0.answer != .no }
      guard let first = said.first else { continue }
      tellContradiction(claims, pair.from, pair.to)
      report.repeated += said.count - 1
      var relation = entry(pair.from, pair.to, options.kind, first.cell.place)
      relation.evidence = [evidence(claims.answer)]
      if claims.answer == .unknown { report.unknown += 1 }
      if let numbers = cells.numbers[pair], let number = numbers.first {
        if let other = numbers.first(where: { $0.value != number.value }) {
          report.contradictions.append(
            SheetReport.Unread(
              place: place(number.cell.place),
              text: "\(Quoted(number.cell.text)) here, \(Quoted(other.cell.text)) at "
                + "\(place(other.cell.place)): neither strength is recorded"))
        } else {
          put(number.value, of: number.cell, on: &relation)
        }
      }
      document.relations.append(relation)
    }
  }
}
