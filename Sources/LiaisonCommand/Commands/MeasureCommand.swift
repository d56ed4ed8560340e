import ArgumentParser
import LiaisonCatalog
import LiaisonFiles
import LiaisonGraph
import LiaisonLintCommand
import LiaisonModel

/// `measure`: the figures of a network's layer, or of a plain edge list.
struct MeasureCommand: ToolCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, csv, sheet, json }

  static let configuration = CommandConfiguration(
    commandName: "measure",
    abstract: "Measure a network: degree, betweenness, closeness, cut points and more.",
    discussion: """
      Reads a network and measures one of its layers, or a plain edge list
      (source,target[,weight]); - is standard input. `liaison list measures` names
      the measures and `liaison explain betweenness` says what one means and when
      not to use it.
      Where more than a fifth of those asked stayed silent nobody is ranked: the
      figures are given in the order of the file, and the tool says so.

      JSON has the form {"graph": {…}, "label": {"id": "name"},
      "node": {"measure": {"id": value}},
      "edge": {"measure": [["from", "to", value]]}, "value": {"measure": number},
      "sets": {"measure": [ids]}, "skipped": {"measure": "why"},
      "partly": {"measure": "why"}}; null is undefined.

      CSV is one table, kind,measure,from,to,value,reason, with a row a figure: kind
      graph, node (from) or edge (from, to). Of sets, such as components, a row sets
      says how many there are, and rows member which node (from) is in which (value).
      A row skipped says why a figure is not given, a row partly what of one is not.
      An empty value is undefined. An id that begins with = + - or @ has an
      apostrophe before it, so that no spreadsheet takes it for a formula; leave it
      out where you read the table.

      sheet is CSV with one row for each node: id, label, group where groups are
      known, then a column for each figure of nodes. Figures of the whole network,
      of ties and of sets are in csv and json alone.

      Weights on paths: inverse takes a weight for the strength of a tie, cost for
      its length. A layer's weight is a strength, so that of a network the text
      shows inverse, and cost only where its key is named; csv and json have both.
      Where no relation of a layer states an intensity, every tie counts 1 and there
      are no weights.
      An edge list's may be either: inverse comes first and fits strengths, such as
      cases or meetings; cost fits lengths, such as days or kilometres.

      A weight that a figure has no meaning for (zero or less on paths, in clustering
      and in structural holes; less than zero in eigenvector, katz, pagerank, hits,
      modularity and communities) is an error, exit 65, where the measure or the key
      is named; with all, or without --measures, the figure is left out, and the
      text under “Not given”, JSON and CSV as skipped, say which tie it is. strength
      adds weights of either sign.

      Measures whose time or memory grows fast are given up to a size that their
      page says. Beyond it one that is named is an error, exit 65, and with all it is
      left out; --any-size computes it all the same: that may take hours, and much
      memory.

      Communities depend on --seed, --resolution and the order of the nodes, which
      is that of the table of nodes, else of the rows: `liaison explain communities`.

      Of an edge list the columns source and target are read (or from and to), and
      weight; standard error names the others. Rows that repeat a pair of nodes are
      one edge, and their weights are added: cases to cases, and days to days. Where
      semicolons or tabs stand between the cells 1,5 is one and a half. NA without
      quotes in the column of groups is nothing recorded.

      The two kinds of two_mode are organizations and bodies of --layer membership;
      of an edge list they are what a column of its table of nodes says:
      --nodes nodes.csv --group kind.

      An edge list without ties is measured, with a warning; so is one whose header
      stands in it again, which is left out. On standard error the tool says which
      nodes the table of nodes lacks, and which of its nodes are in no tie; without
      a table, which ids look alike, such as PP and pp.
      """)

  private static let layers = Layer.Name.allCases.map(\.rawValue).joined(separator: ", ")

  @Argument(help: "A network (YAML file or folder), or an edge list (CSV); - for standard input.")
  var network: String

  @Option(
    help: ArgumentHelp(
      "The layer of a network: \(Self.layers); all where it is left out. `liaison explain referral` says "
        + "what is in one and what a tie weighs."))
  var layer: String?

  @Option(
    help: ArgumentHelp(
      "The measures, separated by commas, by id, by the key of a figure such as "
        + "betweenness.unweighted.raw, or by a term such as betweenness centrality; or all. A comma in a name is written \\,; the option may be "
        + "repeated. \(ChosenMeasure.usual.joined(separator: ", ")) where it is left out."))
  var measures: [String] = []

  @Option(
    help: ArgumentHelp(
      "The ids of nodes, or names that one node has alone, separated by commas, of whose paths alone betweenness counts further "
        + "figures (betweenness.unweighted.from), and at which alone the walks of pagerank start "
        + "(pagerank.unweighted.from).", valueName: "ids"))
  var from: [String] = []

  @Option(
    help: ArgumentHelp(
      "Within how many steps more reach counts: 4 adds reach.4step.", valueName: "k"))
  var steps: Int?

  @Option(help: "text, csv, sheet (a row a node) or json.")
  var format: Format = .text

  @Option(help: "The date at which relations are in force; the network's own where it is left out.")
  var asOf: String?

  @Option(
    help: "A table of an edge list's nodes (CSV with a column id, else node, name or label).")
  var nodes: String?

  @Flag(help: "The edge list's edges have a direction.")
  var directed = false

  @Option(
    help: ArgumentHelp(
      "The column of the node table (--nodes) that groups nodes, in any letter case, for measures "
        + "between groups; sector where it is left out. Who has nothing there is in no group. A network's are its sectors."
    ))
  var group: String?

  @Option(
    help: ArgumentHelp(
      "What the draws of searches for communities start from, a whole number; 1 where it is left out."
    ))
  var seed: UInt64?

  @Option(
    help: ArgumentHelp(
      "The resolution of communities and modularity, above 0, at most 1,000,000: more than 1 for smaller "
        + "communities, less for larger ones; 1 where it is left out."))
  var resolution: Double?

  @Flag(
    help: ArgumentHelp(
      "Compute measures beyond the size that their pages say. It may take hours, and much memory; ^C "
        + "ends it."))
  var anySize = false

  @Option(name: .shortAndLong, help: "Where to write; standard output where it is left out.")
  var output: String?

  func validate() throws {
    if let resolution, !(resolution > 0 && resolution <= Graph.greatestResolution) {
      throw ValidationError(
        "--resolution is a number above 0, at most 1,000,000, not \(resolution).")
    }
  }

  func run(in context: ToolContext) throws {
    let chosen = try ChosenMeasure.chosen(by: measures, from: context.catalog[MeasureShelf.self])
    try requireUse(of: chosen)
    let subject = try MeasuredGraph(self, layer: try layerName(), in: context)
    var options = MeasureOptions(
      groups: subject.groups, steps: steps, isOfAnySize: anySize, seed: seed ?? 1,
      resolution: resolution ?? 1)
    if !from.isEmpty { options.sources = try subject.nodes(called: from.flatMap(NameList.names)) }
    let (result, summaries) = try figures(of: subject, chosen, options, in: context)
    let table = MeasureTable(
      subject: subject, result: result, summaries: summaries, asked: chosen.flatMap(\.keys))
    switch format {
    case .text: try context.deliver(Array(table.text.utf8), to: output)
    case .csv: try context.deliver(to: output, table.writeCSV)
    case .sheet:
      try context.deliver(to: output, table.writeSheet)
      if let remark = table.absentFromSheet { context.say("remark: \(remark)") }
    case .json: try context.deliver(table.json.bytes(), to: output)
    }
    if let refusal = subject.refusal, format != .text { context.say("warning: \(refusal)") }
  }

  /// Measures, and shows on a terminal how far it is; with what the figures of each key say.
  private func figures(
    of subject: MeasuredGraph, _ chosen: [ChosenMeasure], _ options: MeasureOptions,
    in context: ToolContext
  ) throws -> (result: MeasureResult, summaries: [String: String]) {
    var result = MeasureResult()
    var summaries: [String: String] = [:]
    for (index, choice) in chosen.enumerated() {
      let measure = choice.measure
      let line = "\(measure.id), \(index + 1) of \(chosen.count) measures"
      func compute(_ keys: [String]) throws -> MeasureResult {
        try LongRun.watch(line, in: context) { progress in
          var own = options
          // Sectors are no kinds: where two are known they are meant.
          if measure.id == TwoModeMeasure().id { own.groups = subject.kinds ?? own.groups }
          own.keys = keys
          own.progress = progress
          return try measure.compute(subject.graph, own)
        }
      }
      var all = try compute(choice.keys)
      // So that the error for a key that is none can name those that are.
      if !choice.unknownKeys(of: all).isEmpty { all = try compute([]) }
      let wanted = try choice.wanted(of: all, subject.graph)
      let refusal = WeightRefusal(subject: subject, result: wanted)
      if choice.isNamed, let error = try refusal.error() { throw error }
      if choice.isNamed, let error = choice.sizeError(of: wanted, title: subject.title) {
        throw error
      }
      for key in refusal.result.keys { summaries[key] = measure.page.summary }
      result.append(subject.tellingGroups(in: refusal.told))
    }
    return (result, summaries)
  }

  /// - Throws: `ValidationError` for an option that none of the measures takes, or without meaning.
  private func requireUse(of chosen: [ChosenMeasure]) throws {
    func require(_ option: String, takenBy takers: [String]) throws {
      let shipped = Set(Measures.shipped.map(\.id))
      // What a measure of somebody else takes is not known.
      guard
        chosen.contains(where: {
          takers.contains($0.measure.id) || !shipped.contains($0.measure.id)
        })
      else {
        let names = takers.joined(separator: " and ")
        throw ValidationError("\(option) is for \(names), which --measures does not name.")
      }
    }
    if !from.isEmpty { try require("--from", takenBy: ["betweenness", "pagerank"]) }
    if seed != nil { try require("--seed", takenBy: ["communities"]) }
    if resolution != nil { try require("--resolution", takenBy: ["communities", "modularity"]) }
    guard let steps else { return }
    try require("--steps", takenBy: ["reach"])
    guard steps > 0 else { throw ValidationError("--steps: \(steps) is no number from 1 on.") }
  }

  private func layerName() throws -> Layer.Name {
    guard let layer else { return .all }
    if let name = Layer.Name(rawValue: layer.lowercased()) { return name }
    let near = NearestMatch.question(layer, among: Layer.Name.allCases.map(\.rawValue))
    throw ValidationError("There is no layer “\(layer)”.\(near) Layers: \(Self.layers).")
  }
}
