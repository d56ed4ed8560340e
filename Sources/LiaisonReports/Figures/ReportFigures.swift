import Dispatch
public import LiaisonDiagrams
import LiaisonGaps
public import LiaisonModel
import Synchronization

/// The four figures of a report, drawn or in words.
public struct ReportFigures: Sendable {
  /// The figures as the report shows them, in its order.
  public var shown: [ReportFigure]
  /// Their files by name, in the order of the figures and of the forms.
  public var files: [ReportFile]
  /// What was left out, folded or replaced, and why a figure is not drawn; a sentence each.
  public var warnings: [String]
  /// The strictest label of a figure.
  public var label: TrafficLight
  /// Whether figures are in words because there is no Graphviz.
  public var lacksGraphviz: Bool

  /// How many figures are drawn at one time: each has a Graphviz process of its own.
  static let atOneTime = 2

  /// The views, the slowest first, so that the two threads end together.
  private static let views: [any DiagramView] = [
    NetworkView(), PathwayView(), SectorsView(), GapsView(),
  ]
  /// The order in which the report shows them.
  private static let order = ["gaps", "pathway", "sectors", "network"]

  /// Draws the figures, two at a time.
  ///
  /// A figure in which a large network cannot be read, and every figure where there is no Graphviz,
  /// is given in words.
  ///
  /// - Parameters:
  ///   - network: the network.
  ///   - judged: what was found, for the figure of gaps; nil leaves that figure out.
  ///   - date: the date at which it is drawn.
  ///   - renderer: lays out and draws; nil gives the figures in words.
  ///   - formats: the forms beside SVG.
  /// - Throws: ``DiagramError`` where the renderer fails.
  public static func draw(
    _ network: StakeholderNetwork, gaps judged: [Report.Judged]?, on date: CalendarDate?,
    by renderer: SlideRenderer?, formats: [FigureFormat]
  ) throws(DiagramError) -> ReportFigures {
    let context = Self.context(judged, on: date)
    let views = Self.views.filter { judged != nil || $0.id != GapsView().id }
    let forms = [.svg] + formats.filter { $0 != .svg }
    let next = Atomic<Int>(0)
    let results = Mutex([Result<[Figure], DiagramError>?](repeating: nil, count: views.count))
    if let renderer {
      DispatchQueue.concurrentPerform(iterations: atOneTime) { _ in
        while true {
          let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
          guard index < views.count else { return }
          let result = Result { () throws(DiagramError) in
            try rendered(views[index], network, context, by: renderer, formats: forms)
          }
          results.withLock { $0[index] = result }
        }
      }
    }
    var figures = ReportFigures(
      shown: [], files: [], warnings: [], label: .clear, lacksGraphviz: renderer == nil)
    let drawn = results.withLock { $0 }
    for id in order {
      guard let index = views.firstIndex(where: { $0.id == id }) else { continue }
      try figures.add(views[index], drawn[index], network, context)
    }
    try figures.requireDistinctIDs()
    return figures
  }

  private static func context(
    _ judged: [Report.Judged]?, on date: CalendarDate?
  ) -> DiagramContext {
    var context = DiagramContext(asOf: date, findings: judged?.flatMap(\.gaps.folds) ?? [])
    context.openQuestions = Report.openQuestions(judged ?? [])
    context.isAnythingJudged = judged?.contains(where: \.gaps.isAnythingJudged) ?? true
    return context
  }

  /// A figure in these forms; where the renderer of other forms fails and it may fall back, as SVG
  /// alone, with a warning.
  private static func rendered(
    _ view: any DiagramView, _ network: StakeholderNetwork, _ context: DiagramContext,
    by renderer: SlideRenderer, formats: [FigureFormat]
  ) throws(DiagramError) -> [Figure] {
    do throws(DiagramError) {
      return try renderer.render(view, of: network, context, formats: formats)
    } catch {
      let others = formats.filter { $0 != .svg }
      guard renderer.fallsBack, !others.isEmpty,
        error.code == .renderingFailed || error.code == .timedOut
      else { throw error }
      var figures = try renderer.render(view, of: network, context, formats: [.svg])
      let names = others.map { $0.rawValue.uppercased() }.joined(separator: " and ")
      for index in figures.indices {
        figures[index].warnings.append(
          "\(names) could not be drawn and \(others.count == 1 ? "is" : "are") left out: "
            + error.message)
      }
      return figures
    }
  }

  private mutating func add(
    _ view: any DiagramView, _ result: Result<[Figure], DiagramError>?,
    _ network: StakeholderNetwork, _ context: DiagramContext
  ) throws(DiagramError) {
    var isEmpty = false
    switch result {
    case .success(let drawn):
      guard let svg = drawn.first(where: { $0.format == .svg }) else { return }
      for figure in drawn {
        files.append(ReportFile("\(view.id).\(figure.format.rawValue)", figure.bytes))
      }
      warnings += svg.warnings.map { "\(view.id): \($0)" }
      label = max(label, svg.tlp)
      shown.append(
        Self.shown(
          view.id, try Self.inline(svg), title: svg.title, words: svg.textAlternative,
          relations: svg.relationWords, of: network))
      return
    case .failure(let error) where error.code == .nothingToDraw: isEmpty = true
    case .failure(let error) where error.code != .tooDense && error.code != .graphvizMissing:
      throw error
    case .failure(let error):
      if error.code == .graphvizMissing { lacksGraphviz = true }
      let warning =
        error.code == .tooDense
        ? "\(view.id): \(error.message) The report has this figure in words." : error.message
      if !warnings.contains(warning) { warnings.append(warning) }
    case nil: break
    }
    let scene = view.makeScene(network, context)
    label = max(label, scene.tlp)
    var figure = Self.shown(
      view.id, nil, title: scene.title, words: scene.textAlternative,
      relations: scene.relationWords, of: network)
    // How to read a figure says nothing where nothing is to be read.
    if isEmpty { figure.caption = "" }
    shown.append(figure)
  }

  private static func inline(_ figure: Figure) throws(DiagramError) -> InlineSVG {
    do throws(SVGRefusal) {
      return try InlineSVG(figure.bytes)
    } catch {
      throw DiagramError(.renderingFailed, "\(figure.view): \(error)")
    }
  }

  private func requireDistinctIDs() throws(DiagramError) {
    do throws(SVGRefusal) {
      try InlineSVG.requireDistinct(shown.compactMap(\.svg))
    } catch {
      throw DiagramError(.renderingFailed, error.description)
    }
  }

  private static func shown(
    _ id: String, _ svg: InlineSVG?, title: String, words: [String], relations: [String],
    of network: StakeholderNetwork
  ) -> ReportFigure {
    let isUnmeasured = id == NetworkView().id && network.audience != nil
    return ReportFigure(
      id: id, svg: svg, title: title,
      caption: isUnmeasured ? captionOfPart : captions[id] ?? title, alternative: words,
      relations: relations)
  }

  /// How to read each figure.
  private static let captions = [
    "gaps":
      "Red and dashed is what is not recorded, with the reason; grey is what is there, for "
      + "orientation.",
    "pathway":
      "From left to right: where people arrive, who identifies them, who takes them in, and where "
      + "support leads. An arrow is a recorded referral.",
    "sectors":
      "Each panel is a sector with its organizations; the thicker a line between two, the more "
      + "relations are recorded between them.",
    "network":
      "Who is joined to whom, by referral where any is recorded. The larger a name or a point, the more often it lies on the shortest "
      + "ways between others; a large one carries much, which makes it both useful and hard to replace.",
  ]
  /// How to read the network of a part, of which nothing is measured.
  private static let captionOfPart = "Who is joined to whom, by referral where any is recorded."
}
