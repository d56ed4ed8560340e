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
  /// The numbers of the row as a bar, for those who see it; they stand beside it as text.
  public var bar: ReportBar?

  /// Creates a cell.
  public init(_ text: String, _ tone: Tone = .plain) {
    self.text = text
    self.tone = tone
  }

  /// Creates a cell that holds a bar.
  public init(bar: ReportBar?) {
    text = ""
    tone = .plain
    self.bar = bar
  }

  /// A cell of a literal.
  public init(stringLiteral text: String) { self.init(text) }
}

/// A share as a bar: what is certain, what may be, and the whole.
public struct ReportBar: Sendable, Equatable {
  /// What is certain, in thousandths of the whole.
  public var certain: Int
  /// What may be, in thousandths of the whole, from `certain` on.
  public var possible: Int

  /// Creates a bar of counts.
  public init(certain: Int, possible: Int, of whole: Int) {
    let whole = max(whole, 1)
    self.certain = min(max(certain, 0), whole) * 1000 / whole
    self.possible = min(max(possible, certain, 0), whole) * 1000 / whole
  }
}
