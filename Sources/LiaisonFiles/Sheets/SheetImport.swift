public import LiaisonModel

/// A network made of what a planner has on day one: a matrix of who refers to whom with names on
/// both axes, or a list with a row a relation.
///
/// Names become ids; names that differ by case, accents, spaces or the variants of Arabic letters
/// are one organization; names that are merely near are kept apart and asked about. No boundary is
/// set, so that what the sheet does not say stays a question.
public struct SheetImport: Sendable {
  /// How a sheet is to be read.
  public struct Options: Sendable {
    /// The kind of a relation where the sheet names none.
    public var kind: Code
    /// Whether the columns of a matrix refer to its rows.
    public var isTransposed: Bool

    /// Rows refer to columns, and a mark is a referral, unless said otherwise.
    public init(kind: Code = "refers_to", isTransposed: Bool = false) {
      self.kind = kind
      self.isTransposed = isTransposed
    }
  }

  /// The network.
  public private(set) var document = NetworkDocument()
  /// What was understood, and what was not.
  public private(set) var report: SheetReport

  private var names = SheetNames()
  private let options: Options
  private let vocabulary: Vocabulary
  private let source: String

  /// Reads a sheet.
  ///
  /// - Throws: what reading a file throws; `badData` (65) where it is not CSV, or neither a matrix
  ///   nor a list.
  /// - Complexity: O(cells + names²).
  public static func read(
    path: String, vocabulary: Vocabulary = .shipped, options: Options = Options(),
    limits: InputLimits = .standard
  ) throws(FileError) -> SheetImport {
    let file = try InputFile.read(path, limits: limits)
    return try read(
      bytes: file.bytes, path: file.path, vocabulary: vocabulary, options: options, limits: limits)
  }

  /// Reads the bytes of a sheet.
  public static func read(
    bytes: [UInt8], path: String, vocabulary: Vocabulary = .shipped, options: Options = Options(),
    limits: InputLimits = .standard
  ) throws(FileError) -> SheetImport {
    var sources = SourceSet()
    let file = sources.add(path: path, bytes: bytes)
    let csv = CSVReader.read(bytes: bytes, file: file, limits: limits)
    // A sheet has a title above it and columns without a name: only what breaks cells counts.
    let shapes = [SourceRule.csvHeader, SourceRule.csvRagged]
    if let problem = csv.problems.first(where: { !shapes.contains($0.ruleID) }) {
      throw FileError(
        .badData, problem.message, path: path, location: sources.location(of: problem.place),
        hint: problem.hint)
    }
    var rows = [csv.header] + csv.rows
    var leftOut = 0
    while let first = rows.first, first.count(where: { !Self.isBlank($0) }) < 2, rows.count > 1 {
      rows.removeFirst()
      leftOut += 1
    }
    var result = SheetImport(
      path: path, sources: sources, vocabulary: vocabulary, options: options)
    result.report.leftOut = leftOut
    guard let header = rows.first, header.count >= 2, rows.count >= 2 else {
      throw result.neither(path)
    }
    if let columns = SheetListColumns(header) {
      result.readList(rows.dropFirst(), header, columns)
    } else if Self.looksLikeMatrix(rows) {
      result.readMatrix(Array(rows))
    } else if (2...3).contains(header.count) {
      result.readList(rows[...], [], SheetListColumns.unnamed(count: header.count))
    } else {
      throw result.neither(path)
    }
    result.finish()
    return result
  }

  private init(path: String, sources: SourceSet, vocabulary: Vocabulary, options: Options) {
    report = SheetReport(shape: .matrix)
    self.options = options
    self.vocabulary = vocabulary
    source = path.split(separator: "/").last.map(String.init) ?? path
    document.sources = sources
    document.header.version = .of(1)
    document.header.title = .of(
      String(source.split(separator: ".").dropLast().joined(separator: ".")))
    document.header.source = .of(source)
  }

  private func neither(_ path: String) -> FileError {
    FileError(
      .badData, "this sheet is neither a matrix with names on both axes nor a list", path: path,
      hint: "put the names into the first row and the first column, or name columns from,to,kind")
  }

  private static func isBlank(_ cell: CSVCell) -> Bool { ListCell.trimmed(cell.text).isEmpty }

  private mutating func finish() {
    document.organizations = names.organizations
    report.organizations = names.organizations.count
    report.relations = document.relations.count
    report.merged = names.merged
    report.questions = names.questions()
  }

  // MARK: Matrix

  /// Whether at least half of the cells that hold something hold a mark.
  private static func looksLikeMatrix(_ rows: [[CSVCell]]) -> Bool {
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

  private mutating func readMatrix(_ rows: [[CSVCell]]) {
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
    let meaning = Self.meaning(of: starts.map(\.row), columns: ends)
    report.numbers = meaning
    var seen: Set<[Int]> = []
    for (row, start) in starts {
      for (cell, end) in zip(row.dropFirst(), ends) {
        guard let end else { continue }
        report.cells += 1
        read(cell, start, end, meaning, &seen)
      }
    }
  }

  private mutating func read(
    _ cell: CSVCell, _ row: Int, _ column: Int, _ meaning: String?, _ seen: inout Set<[Int]>
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
    if mark == .none {
      if Self.isBlank(cell) { report.blanks += 1 } else { report.noes += 1 }
      return
    }
    let (from, to) = options.isTransposed ? (column, row) : (row, column)
    guard seen.insert([from, to]).inserted else {
      report.repeated += 1
      return
    }
    var relation = entry(from, to, options.kind, cell.place)
    var evidence = EvidenceEntry()
    evidence.source = .of(source)
    evidence.answer = .of(mark == .unknown ? .unknown : .yes)
    relation.evidence = [evidence]
    if case .number(let number) = mark {
      if meaning == "intensity", let whole = Int(exactly: number) {
        relation.intensity = .value(whole, cell.place)
      } else if meaning == "weight" {
        relation.weight = .value(number, cell.place)
      }
    }
    if mark == .unknown { report.unknown += 1 }
    document.relations.append(relation)
  }

  /// What numbers mean: nothing where all are 1; the intensity where all are whole, 1 to 4.
  private static func meaning(of rows: [[CSVCell]], columns: [Int?]) -> String? {
    var numbers: Set<Double> = []
    for row in rows {
      for (cell, column) in zip(row.dropFirst(), columns) where column != nil {
        if case .number(let number)? = SheetMark(cell.text) { numbers.insert(number) }
      }
    }
    if numbers.isSubset(of: [1]) { return nil }
    return numbers.isSubset(of: [1, 2, 3, 4]) ? "intensity" : "weight"
  }

  private func entry(_ from: Int, _ to: Int, _ kind: Code, _ place: Place) -> RelationEntry {
    var entry = RelationEntry()
    entry.from = .value(names.id(from), place)
    entry.to = .value(names.id(to), place)
    entry.kind = .value(kind, place)
    entry.origin = Origin(place)
    return entry
  }

  // MARK: List

  private mutating func readList(
    _ rows: ArraySlice<[CSVCell]>, _ header: [CSVCell], _ columns: SheetListColumns
  ) {
    report.shape = .list
    report.columns = header.isEmpty ? columns.count : header.count { !Self.isBlank($0) }
    let kinds = RelationWords(vocabulary)
    let extra = TableColumns(columns.named(header)) { RelationEntry.schema.form($0) }
    report.kept = extra.keys.map(\.key).filter { RelationEntry.schema.position($0) == nil }
    var decoder = EntryDecoder()
    var seen: Set<RelationReference> = []
    for row in rows {
      guard row.contains(where: { !Self.isBlank($0) }) else {
        report.leftOut += 1
        continue
      }
      report.rows += 1
      report.cells += 1
      let place = CSVTable.place(of: row)
      let ends = [columns.from, columns.to].map { $0 < row.count ? row[$0] : CSVCell("") }
      guard let from = names.position(ends[0]), let to = names.position(ends[1]) else {
        report.addUnread(document.sources.location(of: place), "the row lacks one of the two names")
        continue
      }
      var kind = options.kind
      if let column = columns.kind, column < row.count, !Self.isBlank(row[column]) {
        guard let known = kinds.code(row[column].text) else {
          let near = kinds.nearest(to: row[column].text).map { "; did you mean `\($0)`?" } ?? ""
          report.addUnread(
            document.sources.location(of: row[column].place),
            "\(Quoted(row[column].text)) is no kind of relation\(near)")
          continue
        }
        kind = known
      }
      if from == to {
        report.selves += 1
        continue
      }
      let members = extra.members(of: columns.extra(row)) { _, _, _ in }
      var relation = RelationEntry.schema.decode(members, place: place, &decoder)
      let base = entry(from, to, kind, place)
      (relation.from, relation.to, relation.kind) = (base.from, base.to, base.kind)
      let key = RelationReference(
        from: relation.from.value, kind: kind, to: relation.to.value)
      guard seen.insert(key).inserted else {
        report.repeated += 1
        continue
      }
      if relation.evidence.isEmpty {
        var evidence = EvidenceEntry()
        evidence.source = .of(source)
        evidence.answer = .of(.yes)
        relation.evidence = [evidence]
      }
      document.relations.append(relation)
    }
    for finding in decoder.findings where finding.severity == .error {
      report.addUnread(document.sources.location(of: finding.place), finding.sentence)
    }
  }
}
