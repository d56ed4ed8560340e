public import LiaisonGraphviz
public import LiaisonModel

/// The forms in which a figure is written.
public enum FigureFormat: String, Sendable, Hashable, CaseIterable {
  /// Our own SVG, which can be heard and put inline.
  case svg
  /// 1920 × 1080 pixels.
  case png
  /// 960 × 540 points: 13.33 × 7.5 inches.
  case pdf
  /// The request to Graphviz, byte for byte; needs no Graphviz.
  case dot
}

/// One file of a figure.
public struct Figure: Sendable, Equatable {
  /// The id of the view.
  public var view: String
  /// Its form.
  public var format: FigureFormat
  /// The file.
  public var bytes: [UInt8]
  /// What the figure says, in a line.
  public var title: String
  /// The figure in words, a sentence each, but for the relations.
  public var textAlternative: [String]
  /// The relations that it draws, in words, one each.
  public var relationWords: [String]
  /// With whom it may be shared.
  public var tlp: TrafficLight
  /// The smallest type on the slide, in points; never below 9.
  public var smallestType: Double
  /// What was left out, folded or replaced, and why; a sentence each.
  public var warnings: [String]
}

/// Draws views as slides: lays out once, writes in several forms.
///
/// Calls block their thread until the figures are there; a renderer holds no state and may be used
/// from several threads at once, so that two figures are drawn side by side. The same input gives
/// the same bytes.
///
/// ```swift
/// let renderer = SlideRenderer(engine: engine)
/// let figures = try renderer.render(PathwayView(), of: network, formats: [.svg, .png])
/// ```
public struct SlideRenderer: Sendable {
  /// Lays out and renders.
  public var engine: GraphvizEngine
  /// What each request to the engine may take.
  public var limits: GraphvizLimits
  /// Whether the plain layout is drawn where the engine fails.
  public var fallsBack: Bool
  /// The characters that can be drawn; nil asks the machine once for each figure.
  public var fonts: FontCoverage?

  /// Creates a renderer.
  public init(
    engine: GraphvizEngine, limits: GraphvizLimits = .standard, fallsBack: Bool = true,
    fonts: FontCoverage? = nil
  ) {
    self.engine = engine
    self.limits = limits
    self.fallsBack = fallsBack
    self.fonts = fonts
  }

  /// A view of a network, in these forms, in this order.
  ///
  /// Text below 9 points is never drawn: where everything does not fit, units are folded into their
  /// organizations, then organizations become points or are folded into their sectors, and a warning
  /// says so.
  ///
  /// - Throws: ``DiagramError``: `tooDense` where even the sectors do not fit, `nothingToDraw` where the
  ///   view has nothing to show, `graphvizMissing`
  ///   for all forms but DOT, `renderingFailed` and `timedOut` where the engine fails and there is
  ///   no plain layout to draw, or the renderer of PNG and PDF fails.
  public func render(
    _ view: any DiagramView, of network: StakeholderNetwork,
    _ context: DiagramContext = DiagramContext(), formats: [FigureFormat]
  ) throws(DiagramError) -> [Figure] {
    var drawn: (slide: Slide, tlp: TrafficLight, warnings: [String])?
    var figures: [Figure] = []
    for format in formats {
      if format == .dot {
        figures.append(try dot(view, of: network, context))
        continue
      }
      if drawn == nil {
        let made = try draw(view, network, context)
        drawn = (made.slide, made.scene.tlp, made.warnings)
      }
      guard let current = drawn else { continue }
      var figure = Figure(
        view: view.id, format: format, bytes: [], title: current.slide.title,
        textAlternative: current.slide.textAlternative,
        relationWords: current.slide.relationWords, tlp: current.tlp,
        smallestType: current.slide.smallestType, warnings: current.warnings)
      switch format {
      case .svg: figure.bytes = SVGWriter.write(current.slide, prefix: Self.prefix(view.id))
      case .png: figure.bytes = try rendered(current.slide, .png, dpi: 144)
      default: figure.bytes = try rendered(current.slide, .pdf, dpi: 72)
      }
      figures.append(figure)
    }
    return figures
  }

  /// The context as it is, then with fewer and fewer findings, the heaviest, for a slide that has no
  /// room for all.
  private static func attempts(_ context: DiagramContext) -> [DiagramContext] {
    let limits = [24, 16, 10, 6, 3].filter { $0 < context.findings.count }
    return [context]
      + limits.map { limit in
        var less = context
        less.findingLimit = limit
        return less
      }
  }

  private func dot(
    _ view: any DiagramView, of network: StakeholderNetwork, _ context: DiagramContext
  ) throws(DiagramError) -> Figure {
    for attempt in Self.attempts(context) {
      if let figure = try dot(attempt, view, network) { return figure }
    }
    var scenes = SceneSource(view, network, context, fonts)
    throw scenes.tooDense()
  }

  /// Nil where it is too dense.
  private func dot(
    _ context: DiagramContext, _ view: any DiagramView, _ network: StakeholderNetwork
  ) throws(DiagramError) -> Figure? {
    var scenes = SceneSource(view, network, context, fonts)
    try scenes.requireContent()
    for trial in scenes.trials() {
      let scene = scenes.scene(trial.detail)
      guard !scene.isBlank, let plan = trial.plan(scene) else { continue }
      let document: DOTDocument
      do throws(GraphvizError) {
        document = try plan.request.encoded()
      } catch {
        throw Self.failure(error)
      }
      return Figure(
        view: view.id, format: .dot, bytes: document.bytes, title: LabelText.clean(scene.title),
        textAlternative: scene.textAlternative, relationWords: scene.relationWords, tlp: scene.tlp,
        smallestType: plan.choice.size,
        warnings: scenes.warnings(trial) + document.warnings)
    }
    return nil
  }

  /// A view with its places, before it is written.
  struct Drawn {
    var scene: Scene
    var placed: PlacedScene
    var warnings: [String]

    init(_ scene: Scene, _ placed: PlacedScene, _ warnings: [String]) {
      self.scene = scene
      self.placed = placed
      self.warnings = warnings
    }

    var slide: Slide { SlideComposer.compose(scene, placed) }
  }

  /// Lays out a view in the most detail that fits.
  func draw(
    _ view: any DiagramView, _ network: StakeholderNetwork, _ context: DiagramContext
  ) throws(DiagramError) -> Drawn {
    for attempt in Self.attempts(context) {
      if let drawn = try draw(attempt, view, network) { return drawn }
    }
    var scenes = SceneSource(view, network, context, fonts)
    throw scenes.tooDense()
  }

  /// Nil where it is too dense.
  private func draw(
    _ context: DiagramContext, _ view: any DiagramView, _ network: StakeholderNetwork
  ) throws(DiagramError) -> Drawn? {
    var scenes = SceneSource(view, network, context, fonts)
    try scenes.requireContent()
    for trial in scenes.trials() {
      let scene = scenes.scene(trial.detail)
      guard !scene.isBlank, let plan = trial.plan(scene) else { continue }
      var warnings = scenes.warnings(trial)
      do throws(GraphvizError) {
        let placed = try plan.placed { (graph, layout) throws(GraphvizError) in
          try engine.place(graph, engine: layout, limits: limits)
        }
        guard let placed else { continue }
        return Drawn(scene, placed, warnings)
      } catch {
        guard fallsBack, error.code != .notInstalled else { throw Self.failure(error) }
        warnings.append("\(error.message) The plain layout is drawn instead.")
        return Drawn(scene, plan.plain(), warnings)
      }
    }
    return nil
  }

  private func rendered(
    _ slide: Slide, _ format: GraphvizFormat, dpi: Int
  ) throws(DiagramError) -> [UInt8] {
    do throws(GraphvizError) {
      let document = try SlideGraph.make(slide).encoded()
      let request = GraphvizRequest(
        dot: document.bytes, engine: .nop2, format: format, dpi: dpi, limits: limits)
      return try engine.render(request).bytes
    } catch {
      throw Self.failure(error)
    }
  }

  /// What a failure of the engine means to those who asked for a figure.
  static func failure(_ error: GraphvizError) -> DiagramError {
    switch error.code {
    case .notInstalled:
      DiagramError(
        .graphvizMissing,
        "\(error.message) Install Graphviz (apt-get install libgraphviz-dev, or brew install "
          + "graphviz) and build with the trait Graphviz. DOT needs none: draw with "
          + "`-o figure.dot`.")
    case .timedOut: DiagramError(.timedOut, error.description)
    default: DiagramError(.renderingFailed, error.description)
    }
  }

  /// What the ids of a view's SVG begin with.
  private static func prefix(_ id: String) -> String {
    var text = "liaison-"
    for byte in id.utf8.prefix(40) {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
        text.unicodeScalars.append(Unicode.Scalar(byte))
      default: text += "-"
      }
    }
    return text
  }
}
