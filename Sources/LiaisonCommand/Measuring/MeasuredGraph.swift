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
      if let group = command.group { throw Self.noGroups(in: group, of: nil) }
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
      try self.init(
        edgeList: document, directed: command.directed, group: command.group, of: command.nodes)
      notices = document.problems.filter { $0.severity != .error }.map(\.sentence)
      if let missing = Self.missing(in: command.group, of: document) {
        context.say("remark: \(missing)")
        notices.append(missing)
      }
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

  /// The nodes of some ids, each once.
  ///
  /// - Throws: `ValidationError` for an id that no node has, with the nearest that one has.
  func nodes(called names: [String]) throws -> [NodeID] {
    var found: [NodeID] = []
    for name in names {
      // As bytes: Swift calls the two spellings of "é" equal.
      guard let index = ids.firstIndex(where: { $0.utf8.elementsEqual(name.utf8) }) else {
        throw ValidationError(
          "--from: no \(noun) has the id “\(name)”.\(NearestMatch.question(name, among: ids))")
      }
      if !found.contains(NodeID(index)) { found.append(NodeID(index)) }
    }
    return found
  }

  /// A layer of a network; a node's group is its organization's sector.
  init(_ layer: Layer, of network: StakeholderNetwork) {
    title = "\(network.header.title), layer \(layer.name.rawValue)"
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
    graph = layer.graph
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
  private init(
    edgeList document: NetworkDocument, directed: Bool, group: String?, of nodes: String?
  ) throws {
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
    groups = Self.groups(of: document, by: group)
    if let group, groups == nil { throw Self.noGroups(in: group, of: nodes) }
  }

  /// The error for a column that holds nothing.
  ///
  /// - Parameter nodes: the path of the table of nodes, where one was given.
  private static func noGroups(in column: String, of nodes: String?) -> ValidationError {
    guard let nodes else {
      return ValidationError(
        "--group: an edge list says nothing of its nodes; give the table of them, with a column "
          + "“\(column)”, by --nodes.")
    }
    return ValidationError(
      "--group: no row of \(Quoted(nodes)) has anything in a column “\(column)”.")
  }

  /// The groups that a column of the node table states; without a name, `sector` where there is one.
  private static func groups(
    of document: NetworkDocument, by column: String?
  ) -> NodeMap<String?>? {
    let values = document.organizations.map { entry -> String? in
      switch column {
      case nil, "sector": entry.sector.value?.text
      case let name:
        entry.unknown.first { $0.key == name && !$0.node.isMissingMark }?.node.scalar
      }
    }
    return values.contains { $0 != nil } ? NodeMap(values) : nil
  }

  /// What is said of nodes that have `NA` where the group stands; nil where none has.
  private static func missing(in column: String?, of document: NetworkDocument) -> String? {
    let name = column ?? "sector"
    let count = document.organizations.count { entry in
      entry.unknown.contains { member in
        (member.key == name || (name == "sector" && member.key.lowercased() == name))
          && member.node.isMissingMark
      }
    }
    guard count > 0 else { return nil }
    return "\(count.grouped) node\(count == 1 ? " has" : "s have") NA in the column "
      + "\(Quoted(name)), which is read as nothing recorded; where NA is a group, write it in quotes: \"NA\"."
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
