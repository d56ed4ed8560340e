import LiaisonModel

/// A part of a report, free of any format: Markdown and HTML are written from the same blocks.
public enum ReportBlock: Sendable, Equatable {
  /// A heading; 1 is the report's title.
  case heading(level: Int, String)
  /// A paragraph.
  case paragraph(String)
  /// A paragraph that says what matters most, set larger.
  case lede(String)
  /// A list of points.
  case list([ReportItem], numbered: Bool)
  /// A table.
  case table(ReportTable)
  /// A figure, drawn or in words.
  case figure(ReportFigure)
  /// A box that stands out: its title and its lines.
  case box(title: String, [ReportBlock])
  /// Blocks that belong together.
  case section(ReportSection, [ReportBlock])

  /// Whether it is a box.
  var isBox: Bool {
    if case .box = self { true } else { false }
  }
}

/// What holds the blocks of a section together.
public enum ReportSection: Sendable, Equatable {
  /// The one page that is read if nothing else is; the contents follow it.
  case first
  /// Columns side by side where there is room; each block is one.
  case columns
  /// What is drawn wide: a page of its own, turned, at the end, where it is printed.
  case wide
  /// What is opened by who wants it; its title always stands. Printed, it stands open.
  case folded(title: String)
  /// The figure in words, where its figure leads.
  case words(figure: String)
}

/// A point of a list: a sentence and what belongs to it.
public struct ReportItem: Sendable, Equatable {
  /// How it is marked, where it is a finding.
  public enum Mark: String, Sendable {
    case error, warning, info, question

    /// The word that stands for it: how much it matters to the people served.
    var word: String {
      switch self {
      case .error: Severity.error.word
      case .warning: Severity.warning.word
      case .info: Severity.info.word
      case .question: "question"
      }
    }
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
