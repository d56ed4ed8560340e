/// A part of a report, free of any format: Markdown and HTML are written from the same blocks.
public enum ReportBlock: Sendable, Equatable {
  /// A heading; 1 is the report's title.
  case heading(level: Int, String)
  /// A paragraph.
  case paragraph(String)
  /// A list of points.
  case list([ReportItem], numbered: Bool)
  /// A table.
  case table(ReportTable)
  /// A figure, already drawn.
  case figure(ReportFigure)
  /// A box that stands out: its title and its lines.
  case box(title: String, [String])
}

/// A point of a list: a sentence and what belongs to it.
public struct ReportItem: Sendable, Equatable {
  /// How it is marked, where it is a finding.
  public enum Mark: String, Sendable {
    case error, warning, info, question
  }

  /// The sentence.
  public var text: String
  /// Smaller lines below it: evidence, confidence, suggestion.
  public var details: [String]
  /// How it is marked; the mark is said in words too, never by colour alone.
  public var mark: Mark?

  /// Creates a point.
  public init(_ text: String, details: [String] = [], mark: Mark? = nil) {
    self.text = text
    self.details = details
    self.mark = mark
  }
}

/// A table: a header row and rows of as many cells.
public struct ReportTable: Sendable, Equatable {
  /// What the table shows.
  public var caption: String
  /// The heads of the columns.
  public var columns: [String]
  /// The cells, row by row.
  public var rows: [[String]]
  /// The columns that hold numbers, which stand at the right.
  public var numeric: Set<Int>

  /// Creates a table.
  public init(caption: String, columns: [String], rows: [[String]], numeric: Set<Int> = []) {
    self.caption = caption
    self.columns = columns
    self.rows = rows
    self.numeric = numeric
  }
}

/// A drawn figure.
public struct ReportFigure: Sendable, Equatable {
  /// The file's name beside the report.
  public var file: String
  /// The SVG itself, which the page holds inline.
  public var svg: String
  /// What it shows, under it.
  public var caption: String
  /// What it shows, for those who do not see it.
  public var alternative: String

  /// Creates a figure.
  public init(file: String, svg: String, caption: String, alternative: String) {
    self.file = file
    self.svg = svg
    self.caption = caption
    self.alternative = alternative
  }
}
