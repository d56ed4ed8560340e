/// A figure: drawn, or where it could not be drawn, in words.
public struct ReportFigure: Sendable, Equatable {
  /// The id of its view, which names its files: `pathway`.
  public var id: String
  /// The SVG itself, which the page holds inline; nil where it is not drawn.
  public var svg: InlineSVG?
  /// What it says, in a line.
  public var title: String
  /// How to read it, under it; empty where there is nothing to read.
  public var caption: String
  /// What it shows, for those who do not see it: a sentence each.
  public var alternative: [String]
  /// The relations that it draws, one each.
  public var relations: [String]

  /// Creates a figure.
  public init(
    id: String, svg: InlineSVG?, title: String, caption: String, alternative: [String],
    relations: [String] = []
  ) {
    self.id = id
    self.svg = svg
    self.title = title
    self.caption = caption
    self.alternative = alternative
    self.relations = relations
  }

  /// The name of its SVG beside the report.
  public var file: String { "\(id).svg" }

  /// The chapter that tells figures in words; none where there are no figures.
  ///
  /// - Parameter told: what stands in place of a sentence that the report has told in full. A relation that one
  ///   figure has told is not told again of the next.
  static func words(
    of figures: [ReportFigure], chapter: Int, told: [String: String] = [:]
  ) -> [ReportBlock] {
    if figures.isEmpty { return [] }
    var blocks: [ReportBlock] = [.heading(level: 2, "\(chapter) The figures in words")]
    var earlier: [String: String] = [:]
    for var figure in figures {
      let heading = "\(figure.title) (\(figure.svg == nil ? "not drawn" : figure.file))"
      figure.alternative = figure.alternative.map { told[$0] ?? $0 }
      var said: Set<String> = []
      figure.alternative = figure.alternative.filter { said.insert($0).inserted }
      let known = figure.relations.compactMap { earlier[$0] }
      let own = figure.relations
      figure.relations = own.filter { earlier[$0] == nil }
      for relation in own where earlier[relation] == nil { earlier[relation] = figure.title }
      var words = figure.wordBlocks
      if let first = known.first {
        words.append(.paragraph("Its other relations stand above, under “\(first)”."))
      }
      blocks.append(
        .section(.words(figure: figure.id), [.heading(level: 3, heading)] + words))
    }
    return blocks
  }

  /// The most points of a list that stand open.
  private static let openLimit = 8

  /// What it says, then the rest as a list, then its relations: long lists are folded.
  private var wordBlocks: [ReportBlock] {
    // The first sentence is the title, which stands above.
    let told = alternative.first == "\(title)." ? alternative.dropFirst() : alternative[...]
    var blocks: [ReportBlock] = told.prefix(1).map { .paragraph($0) }
    func add(_ one: String, _ many: String, _ lines: [String]) {
      if lines.isEmpty { return }
      let title = lines.count == 1 ? one : "\(many) (\(Wording.number(lines.count)))"
      let list = ReportBlock.list(lines.map { ReportItem($0) }, numbered: false)
      if lines.count <= Self.openLimit {
        blocks += [.paragraph("\(title):"), list]
      } else {
        blocks.append(.section(.folded(title: title), [list]))
      }
    }
    let rest = Array(told.dropFirst())
    add("What it shows", "What it shows", rest)
    add("One relation", "Relations", relations.map { Wording.sentence($0) })
    return blocks
  }
}
