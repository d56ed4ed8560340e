import LiaisonModel

/// The two axes of what may be a matrix, and what stands between them.
struct SheetAxes {
  /// The row of the columns' names.
  let heading: [CSVCell]
  /// The keys of the names in the rows.
  private(set) var rowKeys: Set<String> = []
  /// How many cells hold a mark, in columns that are a matrix's.
  private(set) var marks = 0
  /// How many hold something else there.
  private(set) var texts = 0
  /// The first of these.
  private(set) var firstText: CSVCell?
  /// The first column that marks stand under and that is no row.
  private(set) var firstForeign: CSVCell?
  /// How many names the shorter axis has, of those that marks stand beside or that stand on both.
  private(set) var shorter = 0
  /// A mark where a row's name should be, if most rows have one there.
  private(set) var markAsName: CSVCell?
  /// What is no mark in the first row below the heading, if that row is no organization's: it has no name,
  /// or one that is no column's, and several texts beside it that are all no marks.
  private(set) var secondHeading: CSVCell?

  /// Whether marks stand between the axes, as many as other texts.
  var isMarked: Bool { marks > 0 && marks >= texts }

  /// Looks at rows of which the first holds the names of the columns.
  ///
  /// - Parameter nameColumn: the column of the rows' names.
  /// - Complexity: O(cells).
  init(_ rows: ArraySlice<[CSVCell]>, nameColumn: Int, hasDecimalComma: Bool) {
    heading = rows.first ?? []
    func mark(_ cell: CSVCell) -> SheetMark? {
      SheetMark(cell.text, hasDecimalComma: hasDecimalComma)
    }
    var named: [(row: [CSVCell], key: String)] = []
    var marksAsNames: [CSVCell] = []
    var nameCount = 0
    for row in rows.dropFirst() {
      let name = row.indices.contains(nameColumn) ? row[nameColumn] : nil
      if let name, !SheetImport.isBlank(name) {
        nameCount += 1
        switch mark(name) {
        case nil, .number: break
        default: marksAsNames.append(name)
        }
      }
      guard let name, let key = SheetNames.key(name) else { continue }
      rowKeys.insert(key)
      named.append((row, key))
    }
    if marksAsNames.count * 2 > nameCount { markAsName = marksAsNames.first }
    var columnKeys: Set<String> = []
    var markedRows: Set<Int> = []
    for (column, cell) in heading.enumerated().dropFirst(nameColumn + 1) {
      guard let key = SheetNames.key(cell) else { continue }
      var own = (marks: 0, texts: 0)
      var text: CSVCell?
      for (index, row) in named.enumerated() where row.row.indices.contains(column) {
        let cell = row.row[column]
        if SheetImport.isBlank(cell) { continue }
        if mark(cell) != nil {
          own.marks += 1
          markedRows.insert(index)
        } else {
          own.texts += 1
          if text == nil { text = cell }
        }
      }
      let isRow = rowKeys.contains(key)
      // A column of remarks belongs to no axis.
      guard own.marks > 0 || isRow else { continue }
      columnKeys.insert(key)
      marks += own.marks
      texts += own.texts
      if firstText == nil { firstText = text }
      if !isRow, firstForeign == nil { firstForeign = cell }
    }
    let rowsHere = named.indices.filter {
      markedRows.contains($0) || columnKeys.contains(named[$0].key)
    }
    shorter = min(columnKeys.count, Set(rowsHere.map { named[$0].key }).count)
    let below = rows.dropFirst().first { $0.contains { !SheetImport.isBlank($0) } } ?? []
    let name = below.indices.contains(nameColumn) ? SheetNames.key(below[nameColumn]) : nil
    let cells = below.dropFirst(nameColumn + 1).filter { !SheetImport.isBlank($0) }
    let texts = cells.filter { mark($0) == nil }
    let isNamed = name.map { columnKeys.contains($0) } ?? false
    if name == nil || !isNamed && texts.count == cells.count && texts.count > 1 {
      secondHeading = texts.first
    }
  }
}
