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

  /// A row or a column: who stands at its head, and what it holds.
  private struct Line {
    /// What it is, and what the other axis is made of: `row`, `column`.
    let kind: String
    let other: String
    /// What it is called where nobody stands at its head.
    let label: String
    let head: CSVCell?
    let filled: [CSVCell]
    /// Whether nothing is lost with it.
    let isVoid: Bool
    /// Where it is, if nobody stands at its head.
    let place: Place
  }

  /// The organization of a line of one axis; nil where it is left out, which is told.
  ///
  /// - Parameters:
  ///   - others: the names of the other axis.
  ///   - first: where each organization stood first on this one.
  private mutating func owner(
    of line: Line, _ others: Set<String>, _ first: inout [Int: CSVCell]
  ) -> Int? {
    if line.isVoid || line.head.map({ SheetNames.isTotal($0.text) }) ?? false {
      report.leftOut += 1
      return nil
    }
    let count = Self.counted(line.filled.count, "filled cell")
    guard let head = line.head, let key = SheetNames.key(head) else {
      tellStray(line.place, line.filled.count, "\(line.label) has no name: \(count) left out")
      return nil
    }
    guard others.contains(key) || line.filled.contains(where: { mark($0) != nil }) else {
      let what =
        line.filled.isEmpty
        ? "heads an empty \(line.kind) and no \(line.other)"
        : "heads no \(line.other), and no mark: \(count) left out"
      tellStray(head.place, max(1, line.filled.count), "\(Quoted(head.text)) \(what)")
      return nil
    }
    guard let position = names.position(head) else { return nil }
    tellDouble(head, position, line.kind, &first)
    return position
  }

  /// The rows that are an organization's.
  private mutating func matrixRows(
    _ rows: ArraySlice<[CSVCell]>, _ header: [CSVCell]
  ) -> [(row: [CSVCell], position: Int)] {
    let columns = Set(header.dropFirst().compactMap { SheetNames.key($0) })
    var starts: [(row: [CSVCell], position: Int)] = []
    var first: [Int: CSVCell] = [:]
    for row in rows {
      let filled = row.dropFirst().filter { !Self.isBlank($0) }
      let line = Line(
        kind: "row", other: "column", label: "the row", head: row.first, filled: filled,
        isVoid: filled.isEmpty && row.first.map(Self.isBlank) ?? true,
        place: filled.first?.place ?? CSVTable.place(of: row))
      if let position = owner(of: line, columns, &first) { starts.append((row, position)) }
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
      let head = header.indices.contains(column) ? header[column] : nil
      let filled = starts.compactMap { start in
        start.row.indices.contains(column) && !Self.isBlank(start.row[column])
          ? start.row[column] : nil
      }
      let line = Line(
        kind: "column", other: "row", label: "column \(column + 1)", head: head, filled: filled,
        isVoid: filled.isEmpty && head.flatMap { SheetNames.key($0) } == nil,
        place: head?.place ?? filled.first?.place ?? .none)
      if let position = owner(of: line, rows, &first) { ends.append((column, position)) }
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
