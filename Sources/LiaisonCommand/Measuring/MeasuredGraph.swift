import ArgumentParser
import LiaisonFiles
import LiaisonGaps
import LiaisonGraph
import LiaisonLintCommand
import LiaisonModel

/// The graph that `measure` measures, with the ids and groups of its nodes.
struct MeasuredGraph {
  var title: String
  var graph: Graph
  var ids: [String]
  /// What a person calls the nodes: their names, else their ids.
  var labels: [String]
  /// The group of each node; `nil` for one of which no group is recorded.
  var groups: NodeMap<String?>?
  /// The kind of each node where there are two: organizations and bodies.
  var kinds: NodeMap<String?>?
  /// What a node is called.
  var noun = "node"
  /// Whether it is a plain edge list.
  var isList = true
  /// How its ties are counted and how sure they are, where that is not plain.
  var remarks: [String] = []
  /// What was said of the file that is read all the same.
  var notices: [String] = []
  /// How many of its ties are not certain.
  var uncertainCount = 0
  /// Why nobody is ranked, where too many of those asked stayed silent.
  var refusal: String?
  /// What to do where no node has a group.
  private(set) var wayToGroups =
    "give a table of nodes and its column of groups, `--nodes FILE --group COLUMN`"

  /// The edge list as it was read, where its rows have places.
  private var list: NetworkDocument?
  /// The path of the edge list, where it was read without places.
  private var path: String?

  /// Reads the network or the edge list that a command names.
  init(_ command: MeasureCommand, layer: Layer.Name, in context: ToolContext) throws {
    let name = command.network.lowercased()
    if command.nodes == nil, name.hasSuffix(".csv") || name.hasSuffix(".tsv"),
      let table = EdgeTable.read(try InputFile.read(command.network))
    {
      try Self.refuseOfNetworks(command)
      if let group = command.group { throw Self.noTable(for: group) }
      try self.init(edgeTable: table, title: command.network, directed: command.directed)
      if let unread = table.unread {
        var sources = SourceSet()
        _ = sources.add(path: command.network, lineStarts: [])
        context.tell([unread], in: sources)
        notices.append(unread.sentence)
      }
      return
    }
    let document = try NetworkReader.read(path: command.network, nodes: command.nodes)
    if document.isPlainEdgeList {
      try Self.refuseOfNetworks(command)
      try context.requireReadable(document)
      context.tellRemarks(on: document)
      let column = try Self.groupColumn(command.group, of: document, nodes: command.nodes)
      try self.init(edgeList: document, directed: command.directed, group: column)
      if let column, command.group != nil, groups == nil {
        throw ValidationError(
          "--group: no row of \(Quoted(command.nodes ?? "")) has anything in the column "
            + "\(Quoted(column.heading)).")
      }
      notices = document.problems.filter { $0.severity != .error }.map(\.sentence)
      if let column, let missing = Self.missing(in: column, of: document) {
        context.say("remark: \(missing)")
        notices.append(missing)
      }
      if let column, let scattered = scattered(by: column) {
        context.say("warning: \(scattered)")
        notices.append(scattered)
      }
      wayToGroups =
        command.nodes == nil
        ? "give a table of nodes and its column of groups, `--nodes FILE --group COLUMN`"
        : "name the column of groups, `--group COLUMN`"
    } else {
      let ofLists = [
        command.directed ? "--directed" : nil, command.group.map { _ in "--group" },
      ].compactMap { $0 }
      guard ofLists.isEmpty else {
        throw ValidationError(
          "\(ofLists.joined(separator: ", ")): of a plain edge list only, and this is a network.")
      }
      let network = try context.resolve(document)
      let date = try context.date(command.asOf) ?? network.header.asOf
      self.init(
        network.layer(layer, on: date), of: date.map { network.known(on: $0) } ?? network)
    }
  }

  private static func refuseOfNetworks(_ command: MeasureCommand) throws {
    let ofNetworks = [
      command.layer.map { _ in "--layer" }, command.asOf.map { _ in "--as-of" },
    ].compactMap { $0 }
    guard ofNetworks.isEmpty else {
      throw ValidationError(
        "\(ofNetworks.joined(separator: ", ")): of a network only, and this is a plain edge list.")
    }
  }

  /// Where the weight of a tie stands, or one of its rows where it has none or several; nil for a network.
  ///
  /// - Throws: what reading an edge list again throws, which was read without places.
  func location(of tie: Edge, weighing weight: Double) throws -> SourceLocation? {
    guard isList, let list = try list ?? path.map({ path in try NetworkReader.read(path: path) })
    else { return nil }
    let ends = [tie.source, tie.target].map { Array(ids[$0.index].utf8) }
    let rows = list.relations.filter { relation in
      let row = [relation.from, relation.to].map { Array(($0.value ?? "").utf8) }
      return row == ends || row == ends.reversed()
    }
    let row = rows.first { ($0.weight.value ?? 1) == weight } ?? rows.first
    return row.flatMap { list.sources.location(of: $0.weight.place ?? $0.origin.place) }
  }

  /// The nodes of some ids, or of labels that one node has alone, each once.
  ///
  /// - Throws: `ValidationError` for what is no node's, with the nearest id or label, and for the label of
  ///   several, with their ids.
  func nodes(called names: [String]) throws -> [NodeID] {
    var found: [NodeID] = []
    for name in names {
      // As bytes: Swift calls the two spellings of "é" equal.
      let labelled = labels.indices.filter { labels[$0].utf8.elementsEqual(name.utf8) }
      guard
        let index = ids.firstIndex(where: { $0.utf8.elementsEqual(name.utf8) })
          ?? (labelled.count == 1 ? labelled[0] : nil)
      else {
        guard labelled.isEmpty else {
          let shown = labelled.prefix(5).map { "“\(ids[$0])”" }.joined(separator: ", ")
          let rest = labelled.count > 5 ? " and \((labelled.count - 5).grouped) more" : ""
          throw ValidationError(
            "--from: \(labelled.count.grouped) \(noun)s are called “\(name)”; give the id of the one "
              + "that is meant: \(shown)\(rest).")
        }
        let near = NearestMatch.question(name, among: ids + labels)
        throw ValidationError("--from: no \(noun) has the id or name “\(name)”.\(near)")
      }
      if !found.contains(NodeID(index)) { found.append(NodeID(index)) }
    }
    return found
  }

  /// A layer of a network; a node's group is its organization's sector.
  init(_ layer: Layer, of network: StakeholderNetwork) {
    let name = network.header.title.isEmpty ? "Network without a title" : network.header.title
    title = "\(name), layer \(layer.name.rawValue)"
    refusal = NonResponse(network).refusal()
    isList = false
    if layer.name == .all { remarks.append("what joins both alike is a tie each way") }
    uncertainCount = layer.isCertain.count { !$0 }
    if uncertainCount > 0 {
      let verb = uncertainCount == 1 ? "is" : "are"
      remarks.append(
        "\(uncertainCount.grouped) of the ties \(verb) not certain, and counted like the others")
    }
    noun = layer.name == .membership ? "node" : "organization"
    if layer.statesIntensity || layer.graph.edgeCount == 0 {
      graph = layer.graph
    } else {
      graph = Self.unweighted(layer.graph)
      // A seat has no strength that might have been recorded.
      if layer.name != .membership {
        remarks.append("every tie counts 1, as no intensity is recorded")
      }
    }
    wayToGroups = "no organization has a `sector`"
    ids = layer.ids
    labels = layer.nodes.map { node in
      switch node {
      case .organization(let index): network.organizations[index].name
      case .body(let index): network.bodies[index].name
      }
    }
    groups = NodeMap(
      layer.nodes.map { node in
        switch node {
        case .organization(let index): network.organizations[index].sector?.text
        case .body: "body"
        }
      })
    guard layer.name == .membership else { return }
    kinds = NodeMap(
      layer.nodes.map { node in
        if case .body = node { "body" } else { "organization" }
      })
  }

  /// A layer's graph of which every tie weighs the same.
  private static func unweighted(_ graph: Graph) -> Graph {
    let plain = try? Graph(
      nodeCount: graph.nodeCount, edges: graph.edges, directed: graph.isDirected)
    return plain ?? graph
  }

  /// A result which says, where figures are not given for want of groups, how to give them.
  func tellingGroups(in result: MeasureResult) -> MeasureResult {
    var told = result
    for index in told.skipped.indices
    where told.skipped[index].reason == MeasureResult.Skipped.noGroups {
      told.skipped[index].reason += ": \(wayToGroups)"
    }
    guard !isList, kinds == nil else { return told }
    for index in told.skipped.indices where told.skipped[index].key == "bipartite" {
      told.skipped[index].reason += "; two kinds of nodes are in --layer membership"
    }
    return told
  }

  /// How many nodes of each kind there are, where there are two kinds.
  var kindCounts: (organizations: Int, bodies: Int)? {
    kinds.map { kinds in
      let bodies = kinds.values.count { $0 == "body" }
      return (kinds.count - bodies, bodies)
    }
  }

  /// A plain edge list in which nothing is wrong, without a table of its nodes.
  private init(edgeTable table: EdgeTable, title path: String, directed: Bool) throws {
    title = path.split(separator: "/").last.map(String.init) ?? path
    self.path = path
    ids = table.ids
    labels = ids
    var edges: [Edge] = []
    edges.reserveCapacity(table.sources.count)
    for (source, target) in zip(table.sources, table.targets) {
      edges.append(Edge(NodeID(rawValue: source), NodeID(rawValue: target)))
    }
    graph = try Graph(
      nodeCount: ids.count, edges: edges, directed: directed, weights: table.weights)
  }

  /// A plain edge list: parallel edges and self-loops are kept, as each measure's convention says
  /// what becomes of them.
  private init(edgeList document: NetworkDocument, directed: Bool, group: NodeColumn?) throws {
    title = document.header.title.value ?? ""
    list = document
    // Ids are compared as bytes: Swift calls the two spellings of "é" equal.
    var index: [[UInt8]: Int] = [:]
    let ids = document.organizations.map { $0.id.value ?? "" }
    for (position, id) in ids.enumerated() { index[Array(id.utf8)] = position }
    var edges: [Edge] = []
    var weights: [Double] = []
    var isWeighted = false
    for relation in document.relations {
      guard let from = relation.from.value.flatMap({ index[Array($0.utf8)] }),
        let to = relation.to.value.flatMap({ index[Array($0.utf8)] })
      else { continue }
      edges.append(Edge(from, to))
      weights.append(relation.weight.value ?? 1)
      if relation.weight.value != nil { isWeighted = true }
    }
    self.ids = ids
    labels = document.organizations.map { ($0.name.value ?? $0.id.value ?? "").onOneLine }
    graph = try Graph(
      nodeCount: ids.count, edges: edges, directed: directed, weights: isWeighted ? weights : nil)
    if let group {
      let values = document.organizations.map { Self.text(of: $0, in: group) }
      groups = values.contains { $0 != nil } ? NodeMap(values) : nil
    }
  }

  /// The column of the table of nodes whose texts are the groups: the one named, as it is written or letter
  /// case apart, else `sector`; nil where none is named and there is no such.
  ///
  /// - Throws: `ValidationError` for one that the table lacks, with those that it has.
  private static func groupColumn(
    _ name: String?, of document: NetworkDocument, nodes: String?
  ) throws -> NodeColumn? {
    let columns = document.nodeColumns
    guard let name else { return columns.first { $0.content == .sector } }
    guard let nodes else { throw noTable(for: name) }
    if let column = columns.first(where: { $0.heading == name })
      ?? columns.first(where: { $0.heading.lowercased() == name.lowercased() })
    {
      return column
    }
    let headings = columns.map(\.heading).filter { !$0.isEmpty }
    let near = NearestMatch.question(name, among: headings)
    let shown = headings.map { Quoted($0).description }.joined(separator: ", ")
    throw ValidationError(
      "--group: \(Quoted(nodes)) has no column \(Quoted(name)).\(near) Its columns: \(shown).")
  }

  /// The error for a column of a table of nodes that was not given.
  private static func noTable(for column: String) -> ValidationError {
    ValidationError(
      "--group: an edge list says nothing of its nodes; give the table of them, with a column "
        + "“\(column)”, by --nodes.")
  }

  /// What a row of the table of nodes has in a column; nil where that is nothing, or `NA` without quotes.
  private static func text(of entry: OrganizationEntry, in column: NodeColumn) -> String? {
    let own: String? =
      switch column.content {
      case .id: entry.id.value
      case .name: entry.name.value
      case .sector: entry.sector.value?.text
      case .other: nil
      }
    return own ?? member(of: entry, in: column).flatMap { $0.isMissingMark ? nil : $0.scalar }
  }

  private static func member(of entry: OrganizationEntry, in column: NodeColumn) -> SourceNode? {
    entry.unknown.first { member in
      member.key == column.heading || member.key.lowercased() == column.heading.lowercased()
    }?.node
  }

  /// What is said of nodes that have `NA` where the group stands; nil where none has.
  private static func missing(in column: NodeColumn, of document: NetworkDocument) -> String? {
    let count = document.organizations.count { entry in
      member(of: entry, in: column)?.isMissingMark ?? false
    }
    guard count > 0 else { return nil }
    return "\(count.grouped) node\(count == 1 ? " has" : "s have") NA in the column "
      + "\(Quoted(column.heading)), which is read as nothing recorded; where NA is a group, write it in "
      + "quotes: \"NA\"."
  }

  /// What is said of groups of which there are nearly as many as nodes; nil where they are fewer, or the nodes
  /// too few to tell.
  private func scattered(by column: NodeColumn) -> String? {
    let texts = groups?.values.compactMap(\.self) ?? []
    let count = Set(texts).count
    guard texts.count >= 6, count * 5 > texts.count * 4 else { return nil }
    let isNumeric = texts.allSatisfy { DecimalNumber.double($0) != nil }
    return "the column \(Quoted(column.heading)) has \(count.grouped) different "
      + "\(isNumeric ? "numbers" : "texts") for \(texts.count.grouped) nodes: each is a group, and hardly "
      + "two nodes are in one; a column of kinds or sectors is meant here."
  }

  /// How the rows of an edge list become its edges, where each is not simply one: what repeats a pair, what
  /// joins a node to itself.
  var rows: String? {
    guard isList, !graph.isSimple else { return nil }
    func of(_ count: Int, _ one: String, _ several: String) -> String {
      "\(count.grouped) \(count == 1 ? one : several)"
    }
    var parts: [String] = []
    if graph.parallelCount > 0 {
      var words = of(graph.parallelCount, "repeats", "repeat") + " a pair of nodes"
      if reversedCount > 0 {
        words += ", \(reversedCount.grouped) the other way round (--directed keeps those apart)"
      }
      if graph.isWeighted { words += "; their weights are added, as strengths and as lengths" }
      parts.append(words)
    }
    if graph.loopCount > 0 {
      parts.append(of(graph.loopCount, "joins", "join") + " a node to itself")
    }
    return of(graph.edgeCount, "row", "rows") + ": " + parts.joined(separator: "; ") + "."
  }

  /// How many rows of an undirected list repeat a pair in the other order alone.
  private var reversedCount: Int {
    guard !graph.isDirected,
      let arcs = try? Graph(nodeCount: graph.nodeCount, edges: graph.edges, directed: true)
    else { return 0 }
    return graph.parallelCount - arcs.parallelCount
  }
}
