import ArgumentParser
public import LiaisonCatalog
public import LiaisonDiagrams
import LiaisonFiles
import LiaisonGaps
import LiaisonGraph
import LiaisonGraphviz
public import LiaisonLintCommand
import LiaisonModel

/// `draw`: a view of a network as a slide.
struct DrawCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "draw",
    abstract: "Draw a network as a slide of 16:9: SVG, PNG, PDF or DOT.",
    discussion: """
      PNG is 1920 × 1080 pixels, PDF 13.33 × 7.5 inches, SVG holds text that can
      be read aloud. DOT is the request to Graphviz and needs no Graphviz.
      Names are 11 points or more, a fiftieth of the slide's height, where folding
      units or leaving out a second language makes room; below 9 points nothing is
      drawn: what does not fit is folded or, in the view network, drawn as points
      of which the highest are named, and the tool says so. `liaison list views`
      names the views.
      """)

  @Argument(help: "A network (YAML file or folder), or a plain edge list (CSV).")
  var network: String

  @Option(
    help: ArgumentHelp(
      "The view: pathway, sectors, network, gaps, or one of your own; where it is left out, pathway, "
        + "or network where no referral is recorded."))
  var view: String?

  @Option(help: "A table of an edge list's nodes (CSV with a column id).")
  var nodes: String?

  @Option(name: .shortAndLong, help: "Where to write; standard output where it is left out.")
  var output: String?

  @Option(help: "svg, png, pdf or dot; else as the output's name ends.")
  var format: String?

  @Option(help: "The layer to draw; the view's own choice where it is left out.")
  var layer: String?

  @Option(help: "The measure that sizes the names of the network view.")
  var measure = "betweenness"

  @Option(help: "The standard whose gaps are drawn: an id, or a file.")
  var standard: String?

  @Option(help: "The date to draw; the network's own where it is left out.")
  var asOf: String?

  @Option(
    help: ArgumentHelp(
      "Who will see it: clear, green, amber, amber+strict or red; else the network's own label. What is "
        + "above it is taken out first. Of the gaps all are drawn, or none.",
      valueName: "label"))
  var audience: String?

  @Option(help: "Names in: both, or a language tag such as en or ur.")
  var lang: String?

  @Option(help: "Seconds that the layout may take.")
  var timeLimit = 30.0

  @Flag(help: "Give up where the layout fails, rather than draw the plain layout.")
  var noFallback = false

  @Option(help: .hidden)
  var worker: String?

  func run(in context: ToolContext) throws {
    let asked = try view.map { try self.view(named: $0, in: context) }
    let format = try figureFormat()
    var drawing = DiagramContext()
    drawing.asOf = try context.date(asOf)
    drawing.layer = try layerName()
    let measures = context.catalog[MeasureShelf.self]
    guard let sizing = measures.first(where: { $0.id == measure }) else {
      throw ValidationError(
        "There is no measure “\(measure)”. Measures: \(measures.map(\.id).joined(separator: ", "))."
      )
    }
    drawing.measure = sizing
    let limits = try GraphvizLimits(timeLimit: timeLimit)
    if let output { try AtomicOutput.probe(output) }
    let audience = try context.audience(audience)
    var shown = try context.resolve(NetworkReader.read(path: network, nodes: nodes))
    let refers = shown.relations.contains { Layer.Name.referral.contains($0) }
    let chosen = try asked ?? self.view(named: refers ? "pathway" : "network", in: context)
    if chosen.id == GapsView().id {
      try audience.map { try context.require($0, seesGapsOf: shown, at: network) }
      let gaps = try gaps(shown, drawing.asOf, in: context)
      drawing.findings = gaps.folds.filter { $0.finding.tlp <= audience ?? .red }
      drawing.openQuestions = gaps.questions.count { $0.tlp <= audience ?? .red }
      drawing.isAnythingJudged = gaps.isAnythingJudged
    } else {
      let date = drawing.asOf ?? shown.header.asOf
      let whole = date.map { shown.known(on: $0) } ?? shown
      let label = audience ?? whole.header.tlp
      shown = whole.redacted(for: label, shipped: .shipped)
      context.warnIfNothing(isLeftOf: whole, in: shown, for: label)
      if audience == nil, let hidden = Self.hidden(of: whole, in: shown) {
        context.say(
          "warning: \(hidden) left out, being labelled above \(label.label): --audience red draws all"
        )
      }
    }
    drawing.audience = audience
    drawing.names = names(in: shown)
    let engine = GraphvizEngine(
      isolation: .worker(executable: worker ?? OwnExecutable.path))
    let renderer = SlideRenderer(engine: engine, limits: limits, fallsBack: !noFallback)
    let figures: [Figure]
    do throws(DiagramError) {
      figures = try renderer.render(chosen, of: shown, drawing, formats: [format])
    } catch {
      context.say("error: \(error.message)")
      throw ExitCode(error.exitStatus)
    }
    for figure in figures {
      for warning in figure.warnings { context.say("warning: \(warning)") }
      try context.deliver(figure.bytes, to: output)
      if let output, !AtomicOutput.isStandardOutput(output) {
        context.say("Written to \(output): \(Self.size(of: figure))")
      }
    }
  }

  /// "2 relations are": what is not in a part; nil where all is.
  private static func hidden(of whole: StakeholderNetwork, in part: StakeholderNetwork) -> String? {
    let counts = [
      (whole.organizations.count - part.organizations.count, "organization"),
      (whole.relations.count - part.relations.count, "relation"),
    ].filter { $0.0 > 0 }
    let words = counts.map { "\($0.grouped) \($1)\($0 == 1 ? "" : "s")" }
    if words.isEmpty { return nil }
    return words.joined(separator: " and ") + (counts.map(\.0) == [1] ? " is" : " are")
  }

  /// How large a figure is: “1920 × 1080 pixels, 143 kB”.
  private static func size(of figure: Figure) -> String {
    let kilobytes = "\(((figure.bytes.count + 999) / 1_000).grouped) kB"
    switch figure.format {
    case .svg: return "960 × 540 points, \(kilobytes)"
    case .png: return "1920 × 1080 pixels, \(kilobytes)"
    case .pdf: return "13.33 × 7.5 inches, \(kilobytes)"
    case .dot: return kilobytes
    }
  }

  /// The form that is asked for: by name, else by the end of the output's name, else SVG.
  private func figureFormat() throws -> FigureFormat {
    let forms = FigureFormat.allCases.map(\.rawValue).joined(separator: ", ")
    var word = format
    if word == nil, let output, !AtomicOutput.isStandardOutput(output) {
      let name = output.split(separator: "/").last ?? ""
      let parts = name.split(separator: ".")
      guard parts.count > 1, let ending = parts.last else {
        throw ValidationError(
          "“\(output)” does not say its form; end it in one of \(forms), or give --format.")
      }
      word = ending.lowercased()
    }
    guard let word else { return .svg }
    guard let found = FigureFormat(rawValue: word) else {
      throw ValidationError("There is no form “\(word)”. Forms: \(forms).")
    }
    return found
  }

  private func view(named name: String, in context: ToolContext) throws -> any DiagramView {
    let views = context.catalog[ViewShelf.self]
    if let view = views.first(where: { $0.id == name }) { return view }
    throw ValidationError(
      "There is no view “\(name)”. Views: \(views.map(\.id).joined(separator: ", ")).")
  }

  private func layerName() throws -> Layer.Name? {
    guard let layer else { return nil }
    guard let name = Layer.Name(rawValue: layer) else {
      let layers = Layer.Name.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("There is no layer “\(layer)”. Layers: \(layers).")
    }
    return name
  }

  /// `both` is the network's own names and those of its other language.
  private func names(in network: StakeholderNetwork) -> NameChoice {
    guard let lang else { return .automatic }
    guard lang == "both" else { return .only(lang) }
    let tags = Set(network.organizations.flatMap { $0.names.map(\.tag) }).sorted()
    return tags.first.map { .with($0) } ?? .automatic
  }

  /// What gap analysis finds, for the view that draws it.
  private func gaps(
    _ network: StakeholderNetwork, _ date: CalendarDate?, in context: ToolContext
  ) throws -> GapReport {
    let chosen = try context.standard(standard, of: network)
    return try GapAnalysis.run(
      network, against: chosen, asOf: date,
      options: .init(kinds: context.catalog[ExpectationShelf.self]))
  }
}

/// The shelf of views.
public enum ViewShelf: Shelf {
  /// The word of `liaison list`.
  public static let name = "views"
  /// A view's page.
  public static func page(of element: any DiagramView) -> CatalogPage { element.page }
}
