/// A figure: drawn, or where it could not be drawn, in words.
public struct ReportFigure: Sendable, Equatable {
  /// The id of its view, which names its files: `pathway`.
  public var id: String
  /// The SVG itself, which the page holds inline; nil where it is not drawn.
  public var svg: InlineSVG?
  /// What it says, in a line.
  public var title: String
  /// How to read it, under it.
  public var caption: String
  /// What it shows, for those who do not see it: a sentence each.
  public var alternative: [String]

  /// Creates a figure.
  public init(
    id: String, svg: InlineSVG?, title: String, caption: String, alternative: [String]
  ) {
    self.id = id
    self.svg = svg
    self.title = title
    self.caption = caption
    self.alternative = alternative
  }

  /// The name of its SVG beside the report.
  public var file: String { "\(id).svg" }

  /// The chapter that tells figures in words; none where there are no figures.
  static func words(of figures: [ReportFigure], chapter: Int) -> [ReportBlock] {
    if figures.isEmpty { return [] }
    return [.heading(level: 2, "\(chapter) The figures in words")]
      + figures.map { figure in
        .section(
          .words(figure: figure.id),
          [.heading(level: 3, "\(figure.title) (\(figure.file))")]
            + figure.alternative.map { .paragraph($0) })
      }
  }
}
