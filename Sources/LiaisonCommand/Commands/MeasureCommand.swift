import ArgumentParser
public import LiaisonCatalog
import LiaisonFiles
public import LiaisonGraph
public import LiaisonLintCommand
import LiaisonModel

/// `measure`: the figures of a network's layer, or of a plain edge list.
struct MeasureCommand: ToolCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, csv, json }

  static let configuration = CommandConfiguration(
    commandName: "measure",
    abstract: "Measure a network: degree, betweenness, closeness, cut points and more.",
    discussion: """
      Reads a network and measures one of its layers, or a plain edge list
      (source,target[,weight]). `liaison list measures` names the measures and
      `liaison explain betweenness` says what one means and when not to use it.
      Where more than a fifth of those asked stayed silent nobody is ranked: the
      figures are given in the order of the file, and the tool says so.

      JSON has the form {"graph": {…}, "node": {"measure": {"id": value}},
      "edge": {"measure": [["from", "to", value]]}, "value": {"measure": number},
      "sets": {"measure": [ids]}, "skipped": {"measure": "why"}}; null is undefined.

      CSV is one table, kind,measure,from,to,value,reason, with a row a figure: kind
      graph, node (from) or edge (from, to). Of sets, such as components, a row sets
      says how many there are, and rows member which node (from) is in which (value).
      A row skipped says why a figure is not given. An empty value is undefined.
      """)

  private static let layers = Layer.Name.allCases.map(\.rawValue).joined(separator: ", ")

  @Argument(help: "A network (YAML file or folder), or an edge list (CSV).")
  var network: String

  @Option(
    help: "The layer of a network: \(Self.layers).")
  var layer = "all"

  @Option(help: "The measures, separated by commas, or all.")
  var measures = "degree,betweenness,harmonic,core,components,articulation,density,reciprocity"

  @Option(help: "text, csv or json.")
  var format: Format = .text

  @Option(help: "The date at which relations are in force; the network's own where it is left out.")
  var asOf: String?

  @Option(help: "A table of an edge list's nodes (CSV with a column id).")
  var nodes: String?

  @Flag(help: "The edge list's edges have a direction.")
  var directed = false

  @Option(
    help: "The column of the node table (--nodes) that groups nodes, for measures between groups.")
  var group: String?

  @Option(name: .shortAndLong, help: "Where to write; standard output where it is left out.")
  var output: String?

  func run(in context: ToolContext) throws {
    let chosen = try self.chosen(from: context.catalog[MeasureShelf.self])
    guard let layer = Layer.Name(rawValue: layer) else {
      throw ValidationError("There is no layer “\(layer)”. Layers: \(Self.layers).")
    }
    let subject = try MeasuredGraph(self, layer: layer, in: context)
    let (result, summaries) = try figures(of: subject, chosen, in: context)
    let table = MeasureTable(subject: subject, result: result, summaries: summaries)
    let bytes: [UInt8]
    switch format {
    case .text: bytes = Array(table.text.utf8)
    case .csv: bytes = table.csv
    case .json: bytes = table.json.bytes()
    }
    try context.deliver(bytes, to: output)
    if let refusal = subject.refusal, format != .text { context.say("warning: \(refusal)") }
  }

  /// Measures, and shows on a terminal how far it is; with what the figures of each key say.
  private func figures(
    of subject: MeasuredGraph, _ chosen: [any Measure], in context: ToolContext
  ) throws -> (result: MeasureResult, summaries: [String: String]) {
    var result = MeasureResult()
    var summaries: [String: String] = [:]
    for (index, measure) in chosen.enumerated() {
      let line = "\(measure.id), \(index + 1) of \(chosen.count) measures"
      let own = try LongRun.watch(line, in: context) { progress in
        try measure.compute(
          subject.graph, MeasureOptions(groups: subject.groups, progress: progress))
      }
      for key in own.nodeColumns.map(\.key) + own.pairColumns.map(\.key) {
        summaries[key] = measure.page.summary
      }
      result.append(own)
    }
    return (result, summaries)
  }

  /// The measures that the option names.
  private func chosen(from shelf: [any Measure]) throws -> [any Measure] {
    if measures == "all" { return shelf }
    let words = measures.split(separator: ",").map { $0.filter { $0 != " " } }
    guard !words.isEmpty else { throw ValidationError("--measures names no measure.") }
    return try words.map { id in
      if let measure = shelf.first(where: { $0.id == id }) { return measure }
      throw ValidationError(
        "There is no measure “\(id)”. Measures: \(shelf.map(\.id).joined(separator: ", ")).")
    }
  }
}

/// The shelf of measures.
public enum MeasureShelf: Shelf {
  /// The word of `liaison list`.
  public static let name = "measures"
  /// A measure's page.
  public static func page(of element: any Measure) -> CatalogPage { element.page }
}
