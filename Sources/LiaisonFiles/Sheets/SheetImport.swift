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
  public internal(set) var document = NetworkDocument()
  /// What was understood, and what was not.
  public internal(set) var report: SheetReport

  var names = SheetNames()
  let options: Options
  let vocabulary: Vocabulary
  /// Whether numbers are written 1,5.
  let hasDecimalComma: Bool
  private let source: String

  /// Reads a sheet.
  ///
  /// Rows above the heading are passed over and told. What could be read in two ways is refused: a heading
  /// over two rows, a matrix without its corner or of which fewer than half of the names stand on both
  /// axes, a list without a heading that may be one of contacts, a sheet in which nothing is a relation.
  ///
  /// - Throws: what reading a file throws; `badData` (65) where it is not CSV, or not surely a matrix or a
  ///   list, with the cell that is in the way.
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
    let rows = ([csv.header] + csv.rows).filter { !$0.isEmpty }
    guard rows.contains(where: { $0.contains { !isBlank($0) } }) else {
      throw FileError(
        .badData, bytes.isEmpty ? "the file is empty" : "the sheet is empty", path: path,
        hint: SheetSurvey.advice)
    }
    var result = SheetImport(
      path: path, sources: sources, vocabulary: vocabulary, options: options,
      hasDecimalComma: csv.delimiter == UInt8(ascii: ";"))
    do throws(SheetObstacle) {
      try result.read(rows)
    } catch {
      throw FileError(
        .badData, error.message, path: path, location: sources.location(of: error.place),
        hint: error.hint)
    }
    return result
  }

  private mutating func read(_ rows: [[CSVCell]]) throws(SheetObstacle) {
    let kinds = RelationWords(vocabulary)
    let layout = try SheetSurvey(rows, kinds: kinds, hasDecimalComma: hasDecimalComma).layout()
    report.leftOut = layout.start
    report.above = rows[..<layout.start].compactMap { row in
      let first = row.first { !Self.isBlank($0) }
      return first.flatMap { document.sources.location(of: $0.place)?.line }
    }
    report.kind = options.kind
    switch layout.shape {
    case .matrix: readMatrix(rows[layout.start...])
    case .list(let columns, let hasHeading):
      let header = hasHeading ? rows[layout.start] : []
      readList(rows[(layout.start + (hasHeading ? 1 : 0))...], header, columns, kinds)
    }
    finish()
    try requireRelations()
  }

  private init(
    path: String, sources: SourceSet, vocabulary: Vocabulary, options: Options,
    hasDecimalComma: Bool
  ) {
    report = SheetReport(shape: .matrix)
    self.options = options
    self.vocabulary = vocabulary
    self.hasDecimalComma = hasDecimalComma
    source = path.split(separator: "/").last.map(String.init) ?? path
    document.sources = sources
    document.header.version = .of(1)
    document.header.title = .of(
      String(source.split(separator: ".").dropLast().joined(separator: ".")))
    document.header.source = .of(source)
  }

  static func isBlank(_ cell: CSVCell) -> Bool { ListCell.trimmed(cell.text).isEmpty }

  private mutating func finish() {
    document.organizations = names.organizations
    report.organizations = names.organizations.count
    report.relations = document.relations.count
    report.merged = names.merged
    report.questions = names.questions()
    report.numbered = names.numbered
    report.compound = names.compound.map { cell in
      SheetReport.Unread(place: place(cell.place), text: Quoted(cell.text).description)
    }
  }

  /// Refuses a sheet of which nothing, or the lesser part, is a relation: it was taken for what it is not.
  private func requireRelations() throws(SheetObstacle) {
    let isList = report.shape == .list
    guard document.relations.isEmpty || isList && report.unreadCount * 2 > report.rows else {
      return
    }
    let taken =
      isList ? "taken for a list, a row a relation" : "taken for a matrix of who refers to whom"
    let first = report.firstLost
    let reason = first.map { ": here " + $0.text } ?? ""
    let found =
      document.relations.isEmpty
      ? "nothing in it is a relation"
      : "\(report.unreadCount) of its \(report.rows) rows are none"
    throw SheetObstacle(
      "\(taken), but \(found)\(reason)", at: first?.place ?? Place(file: 0, spot: .whole),
      hint: isList
        ? "give each row an organization under from and one under to; kinds are those of `liaison list relations`"
        : "mark who refers to whom with an x")
  }

  // MARK: What a cell says

  /// `1 filled cell`, `2 filled cells`.
  static func counted(_ count: Int, _ what: String) -> String {
    "\(count) \(what)\(count == 1 ? "" : "s")"
  }

  func mark(_ cell: CSVCell) -> SheetMark? {
    SheetMark(cell.text, hasDecimalComma: hasDecimalComma)
  }

  /// `path:line:column`.
  func place(_ place: Place) -> String { document.sources.location(of: place)?.text ?? "" }

  /// Tells of what could not be read.
  ///
  /// - Parameter isLost: whether the row or cell is left out with it.
  mutating func tellUnread(_ place: Place, _ text: String, isLost: Bool = true) {
    if isLost, report.firstLost == nil { report.firstLost = (place, text) }
    report.addUnread(self.place(place), text, isLost: isLost)
  }

  /// Tells of filled cells that stand where they mean nothing.
  mutating func tellStray(_ place: Place, _ cells: Int, _ text: String) {
    report.strayCells += cells
    report.strays.append(SheetReport.Unread(place: self.place(place), text: text))
  }

  // MARK: Relations

  /// A relation between two names, before anything else is known of it.
  func entry(_ from: Int, _ to: Int, _ kind: Code, _ place: Place) -> RelationEntry {
    var entry = RelationEntry()
    entry.from = .value(names.id(from), place)
    entry.to = .value(names.id(to), place)
    entry.kind = .value(kind, place)
    entry.origin = Origin(place)
    return entry
  }

  /// What the sheet says of a relation, as evidence.
  func evidence(_ answer: Answer) -> EvidenceEntry {
    var evidence = EvidenceEntry()
    evidence.source = .of(source)
    evidence.answer = .of(answer)
    return evidence
  }

  /// Says of a cell that names no relation why it names none.
  mutating func skip(_ mark: SheetMark, _ cell: CSVCell) {
    switch mark {
    case .notApplicable: report.notApplicable += 1
    case _ where Self.isBlank(cell): report.blanks += 1
    default: report.noes += 1
    }
  }

  /// Gives a relation the number of its cell, as what the sheet's numbers are taken for.
  func put(_ number: Double, of cell: CSVCell, on relation: inout RelationEntry) {
    switch report.numbers.meaning {
    case .mark: break
    case .intensity:
      relation.intensity = Int(exactly: number).map { .value($0, cell.place) } ?? .absent
    case .weight: relation.weight = .value(number, cell.place)
    }
  }
}
