import ArgumentParser
import LiaisonDiagrams
import LiaisonFiles
import LiaisonGaps
import LiaisonGraphviz
import LiaisonLintCommand
import LiaisonModel
import LiaisonReports

/// `report`: the folder that a planner hands on.
struct ReportCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write a report: what a network lacks, how sure that is, what to decide.",
    discussion: """
      Writes a folder: report.html (one page that asks nothing of the network),
      report.md, findings.json, and the figures gaps, pathway, sectors and network.
      The files are put in place together, report.html last.

      For an --audience below the strictest part of the network the report is a
      map: three figures, the scope and the method. It judges nothing, tells only
      the findings that `release:` lets go, in their fixed words, and only goes to
      a folder that holds nothing else (77).

      With --since the scorecard has a column more: what was certain in an earlier
      state and what is now, over the organizations that both list, so that asking
      more people moves no figure. `liaison diff` tells the rest of what changed.

      Without Graphviz the report has its figures in words, and the exit code
      is 69. A network too large for a slide has that figure in words too.
      """)

  @Argument(help: "A network (YAML file or folder).")
  var network: String

  @Option(name: .shortAndLong, help: "The folder to write to; it is made where it is missing.")
  var output: String

  @Option(
    help: "A standard's id or file; may be repeated. The network's own, else four-pillars.")
  var standard: [String] = []

  @Option(help: "The date at which the network is judged; its own where it is left out.")
  var asOf: String?

  @Option(
    help: ArgumentHelp(
      "Who will read it: clear, green, amber, amber+strict or red; all of it where it is left out.",
      valueName: "label"))
  var audience: String?

  @Option(
    help: ArgumentHelp(
      "An earlier state for the scorecard: a file, a folder, or a git revision with a path.",
      valueName: "old"))
  var since: String?

  @Flag(
    help: ArgumentHelp(
      "Ask for what `recommend` would do first, each action tried on the network; takes a few seconds.",
      discussion: "Where it is left out the decisions are the steps that `gaps` prints."))
  var recommend = false

  @Option(help: "The forms of the figures, separated by commas: svg, png, pdf.")
  var format = "svg,png,pdf"

  @Option(help: "Seconds that each layout may take.")
  var timeLimit = 30.0

  @Flag(help: "Give up where the layout fails, rather than draw the plain layout.")
  var noFallback = false

  @Option(help: .hidden)
  var worker: String?

  func validate() throws {
    _ = try GraphvizLimits(timeLimit: timeLimit)
    if recommend, audience != nil {
      throw ValidationError(
        "--recommend tries actions on the whole network, and goes with no --audience.")
    }
  }

  func run(in context: ToolContext) throws {
    let formats = try figureFormats()
    let date = try context.date(asOf)
    try OutputFolder.probe(output)
    let document = try NetworkReader.read(path: network)
    let network = try context.resolve(document)
    let audience = try context.audience(audience)
    if let audience, audience < network.gapLabel {
      guard since == nil else {
        throw ValidationError(
          "--since: figures are compared in a scorecard, and the map for \(audience.label) has none."
        )
      }
      let released = try context.released(
        of: document, network, to: audience, against: standard, on: date)
      return try map(network, released, for: audience, on: date, formats, in: context)
    }
    let before = try since.map { path in
      try EarlierState(path, of: document, for: audience, in: context)
    }
    let kinds = context.catalog[ExpectationShelf.self]
    let judged = try context.standards(standard, of: network).map { chosen in
      let gaps = try GapAnalysis.run(
        network, against: chosen, asOf: date, options: .init(kinds: kinds, testsSurvival: true))
      return Report.Judged(
        standard: chosen, gaps: audience.map { gaps.visible(to: $0) } ?? gaps)
    }
    guard let main = judged.first else { return }
    let recommendation =
      recommend
      ? Recommendation(for: document, main.gaps, against: main.standard, count: 3, kinds: kinds)
      : nil
    let earlier = try before?.compared(
      with: judged.map(\.gaps), against: judged.map(\.standard), kinds: kinds, in: context)
    let figures = try figures(of: network, gaps: judged, on: main.gaps.asOf, formats, in: context)
    let report = Report(
      network, main, others: Array(judged.dropFirst()),
      actions: recommendation.map { RecommendationWords($0, on: main.gaps).items } ?? [],
      since: earlier,
      figures: figures.shown, figureLabel: figures.label,
      tool: "\(context.toolName) \(ToolVersion.current)")
    let findings = GapReportJSON(reports: judged.map(\.gaps), network: network)
    try write(
      figures.files + [ReportFile("findings.json", findings.bytes)] + report.files(), in: context)
    try requireGraphviz(figures, in: context)
  }

  /// The report for an audience that may not read the gaps.
  private func map(
    _ whole: StakeholderNetwork, _ released: [String], for audience: TrafficLight,
    on date: CalendarDate?, _ formats: [FigureFormat], in context: ToolContext
  ) throws {
    guard let date = date ?? whole.header.asOf else {
      throw GapError(.missingDate, "A network is shown on a day: give --as-of.")
    }
    let whole = whole.known(on: date)
    let network = whole.redacted(for: audience, shipped: .shipped)
    context.warnIfNothing(isLeftOf: whole, in: network, for: audience)
    let figures = try figures(of: network, gaps: nil, on: date, formats, in: context)
    let report = MapReport(
      network, for: audience, on: date, figures: figures.shown, released: released,
      tool: "\(context.toolName) \(ToolVersion.current)")
    let files = figures.files + report.files()
    try requireNothingElse(than: files, for: audience)
    try write(files, in: context)
    try requireGraphviz(figures, in: context)
  }

  private func figures(
    of network: StakeholderNetwork, gaps: [Report.Judged]?, on date: CalendarDate,
    _ formats: [FigureFormat], in context: ToolContext
  ) throws -> ReportFigures {
    let renderer = try renderer()
    do throws(DiagramError) {
      let figures = try ReportFigures.draw(
        network, gaps: gaps, on: date, by: renderer, formats: formats)
      for warning in figures.warnings { context.say("warning: \(warning)") }
      return figures
    } catch {
      context.say("error: \(error.message)")
      throw ExitCode(error.exitStatus)
    }
  }

  private func requireGraphviz(_ figures: ReportFigures, in context: ToolContext) throws {
    if figures.lacksGraphviz {
      context.say(
        "error: the figures are in words, as Graphviz is missing: install it (apt-get install "
          + "libgraphviz-dev, or brew install graphviz) and build with the trait Graphviz")
      throw ExitCode(69)
    }
  }

  /// Draws the figures; nil where this build cannot.
  private func renderer() throws -> SlideRenderer? {
    guard GraphvizEngine.isAvailable else { return nil }
    return SlideRenderer(
      engine: GraphvizEngine(isolation: .worker(executable: worker ?? OwnExecutable.path)),
      limits: try GraphvizLimits(timeLimit: timeLimit), fallsBack: !noFallback,
      fonts: try? FontCoverage.installed())
  }

  private func figureFormats() throws -> [FigureFormat] {
    let words = format.split(separator: ",").map { $0.filter { $0 != " " } }
    guard !words.isEmpty else { throw ValidationError("--format names no form.") }
    return try words.map { word in
      guard let format = FigureFormat(rawValue: word) else {
        let forms = FigureFormat.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("There is no form “\(word)”. Forms: \(forms).")
      }
      return format
    }
  }

  // MARK: Writing

  /// Refuses a folder in which files for another audience would be handed on with these.
  private func requireNothingElse(
    than files: [ReportFile], for audience: TrafficLight
  ) throws(FileError) {
    guard DirectoryListing.kind(of: output) == .folder else { return }
    let names = Set(files.map(\.name))
    let others = try DirectoryListing(output).entries.map(\.name).filter { !names.contains($0) }
    guard let other = others.first else { return }
    throw FileError(
      .wouldLeak,
      "holds \(Quoted(other)), which may not be for \(audience.label)", path: output,
      hint: "name a folder of its own, which can be handed on whole")
  }

  private func path(of name: String) -> String {
    output.hasSuffix("/") ? output + name : "\(output)/\(name)"
  }

  /// Puts the files in place as a set, and says which.
  private func write(_ files: [ReportFile], in context: ToolContext) throws {
    try OutputFolder.create(output)
    var set = AtomicOutput()
    for file in files { set.add(file.bytes, to: path(of: file.name)) }
    try set.commit()
    context.say("Written to \(output): \(files.map(\.name).joined(separator: ", "))")
  }
}
