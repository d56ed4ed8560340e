/// A table: a header row and rows of as many cells. The first cell of a row is its head.
public struct ReportTable: Sendable, Equatable {
  /// What the table shows.
  public var caption: String
  /// The heads of the columns.
  public var columns: [String]
  /// The cells, row by row.
  public var rows: [[ReportCell]]
  /// The columns that hold numbers, which stand at the right.
  public var numeric: Set<Int>
  /// Whether it is a matrix: many narrow columns, whose heads stand upright.
  public var isMatrix: Bool

  /// Creates a table.
  public init(
    caption: String, columns: [String], rows: [[ReportCell]], numeric: Set<Int> = [],
    isMatrix: Bool = false
  ) {
    self.caption = caption
    self.columns = columns
    self.rows = rows
    self.numeric = numeric
    self.isMatrix = isMatrix
  }
}

/// A cell of a table.
public struct ReportCell: Sendable, Equatable, ExpressibleByStringInterpolation {
  /// How much of what could be is there; the text says it too, never colour alone.
  public enum Tone: String, Sendable {
    /// Nothing is said.
    case plain
    /// All of it.
    case all
    /// A part of it; set in bold.
    case part
    /// None of it; set in bold.
    case none
    /// Does not apply.
    case faint

    /// Whether the cell asks for attention.
    var isStrong: Bool { self == .part || self == .none }
  }

  /// What stands in it.
  public var text: String
  /// How much is there.
  public var tone: Tone

  /// Creates a cell.
  public init(_ text: String, _ tone: Tone = .plain) {
    self.text = text
    self.tone = tone
  }

  /// A cell of a literal.
  public init(stringLiteral text: String) { self.init(text) }
}
