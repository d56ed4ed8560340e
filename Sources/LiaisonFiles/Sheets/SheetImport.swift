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

  static func isBlank(_ cell: CSVCell) -> Bool { ListCell.trimmed(cell.text).isEmpty }

  private mutating func finish() {
    document.organizations = names.organizations
    report.organizations = names.organizations.count
    report.relations = document.relations.count
    report.merged = names.merged
    report.questions = names.questions()
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
