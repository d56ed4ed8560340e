public import LiaisonCatalog
import LiaisonGaps
import LiaisonGraph
public import LiaisonModel

/// The network itself: what is joined stands together, and a measure decides the size.
public struct NetworkView: DiagramView {
  /// Creates the view.
  public init() {}

  public var page: CatalogPage {
    CatalogPage(
      id: "network", summary: "the relations of one layer, organizations sized by a measure",
      meaning: """
        Organizations that are joined stand near each other. The larger a name, the higher the \
        organization ranks by the measure: with betweenness, the more often it lies on the \
        shortest ways between others. Where there are more than can be named on one slide, up to \
        1,000, each is a point, the larger the higher it ranks, and the highest are named: the \
        figure then shows the shape of the network. In the SVG each point says its name.
        """,
      doNotUseWhen: """
        there are more than about 60 organizations and you want to read who works with whom; use \
        `sectors`, or draw a part. Nearness on the page is not a measurement.
        """,
      reference: "Freeman, Centrality in Social Networks, Social Networks 1 (1979) 215–239",
      examples: [
        CatalogPage.Example(
          "By betweenness", text: "liaison draw graphs/samundar --view network -o network.pdf",
          outcome: "a PDF of 13.33 × 7.5 inches"),
        CatalogPage.Example(
          "An edge list",
          text:
            "liaison draw graphs/edge-lists/edges.csv --nodes graphs/edge-lists/nodes.csv -o network.png",
          outcome: "a PNG of exactly 1920 × 1080 pixels"),
      ])
  }

  public var details: [SceneDetail] { SceneDetail.allCases }

  public func makeScene(_ network: StakeholderNetwork, _ context: DiagramContext) -> Scene {
    let members = SceneMembers(network, context)
    var layer = context.layer ?? .referral
    var isTied = members.tied(layer)
    if context.layer == nil, !isTied.contains(true) {
      layer = .all
      isTied = members.tied(layer)
    }
    let ties = members.ties(layer)
    // A plain edge list: relations without a kind, and without a direction.
    let isPlain = !network.relations.isEmpty && network.relations.allSatisfy(\.kind.text.isEmpty)
    // A measure of a part would be read as one of the whole.
    let isPart = network.audience != nil
    let count = members.organizations.count
    let shown = (0..<count).filter { isTied[$0] }
    // Who is silent distorts who looks central; more than a slide can show are folded, and where all ties
    // are within what is folded nothing is drawn: what is measured is not asked then.
    let refusal = isPart ? nil : NonResponse(network).refusal()
    let values =
      isPart || refusal != nil || shown.count > Self.mostNodes || ties.isEmpty
      ? nil : Self.values(members, layer, context.measure, isPlain: isPlain)
    let arePoints = context.detail == .points
    var scene = Scene(
      view: id, arrangement: arePoints ? .points : .springs, of: network, members)
    scene.tlp = members.label(layer)
    var nodeOf = Array(repeating: -1, count: count)
    let most = shown.map { values?.of[$0] ?? 0 }.max() ?? 0
    for member in shown {
      nodeOf[member] = scene.nodes.count
      var node = members.node(member)
      let share = most > 0 ? max(values?.of[member] ?? 0, 0) / most : 0
      node.scale = 1 + 0.6 * share.squareRoot()
      node.style.lineWidth = 1 + 1.5 * share
      scene.nodes.append(node)
    }
    let sectors = shown.map { members.sector(of: $0) }
    let measure = LabelText.clean(context.measure.id, limit: 40)
    if arePoints {
      scene.makePoints(
        of: sectors, values.map { values in shown.map { values.of[$0] } }, measure)
    }
    let names = (0..<count).map { nodeOf[$0] < 0 ? "" : scene.nodes[nodeOf[$0]].name }
    let scale = context.detail == .sectors ? FlowScale(ties.map(\.count)) : nil
    if let note = scale?.note(of: "sectors") { scene.notes.append("\(note).") }
    let drawn = ties.filter { scale?.shows($0.count) ?? true }
    let verb: Tie.Verb = layer == .referral && !isPlain ? .refers : .isJoined
    for tie in drawn {
      let (from, to) =
        tie.back && !tie.ahead ? (tie.second, tie.first) : (tie.first, tie.second)
      var edge = Scene.Edge(
        nodeOf[from], nodeOf[to], weight: tie.intensity,
        role: tie.isCertain ? .secondary : .uncertain,
        arrows: !layer.isDirected || isPlain || arePoints
          ? .none : tie.ahead && tie.back ? .both : .head,
        description: members.describe(tie, names, verb))
      edge.width = scale?.width(of: tie.count)
      scene.edges.append(edge)
    }
    scene.title = Self.title(
      values?.top.map { members.ownName(network.organizations[$0]) }, measure,
      isCertain: values?.isCertain ?? true)
    let people = shown.reduce(0) { $0 + members.organizations[$1].count }
    let omitted = members.organizationCount - people
    scene.parts = [
      network.header.title, Scene.count(people, "organization"), SectorsView.phrase(layer),
    ]
    if values == nil, !isPart, shown.count <= Self.mostNodes {
      scene.notes.append(
        refusal ?? "The measure \(measure) gives no value to organizations; all are alike.")
    }
    if omitted > 0, !isPart {
      scene.notes.append(
        "\(omitted == 1 ? "1 organization has" : "\(omitted.grouped) organizations have") no relation in "
          + "the layer \(layer.rawValue) and \(omitted == 1 ? "is" : "are") not shown.")
      scene.parts.append(Scene.notShown(omitted, "in no relation"))
    }
    if !arePoints { scene.addGroupLegend(sectors) }
    if values != nil, !arePoints {
      scene.legend.append(
        .size(ofPoints: false, "the larger the name, the higher its \(measure)"))
    }
    let relation =
      arePoints && layer.isDirected && !isPlain ? "a relation, either way" : "a relation"
    scene.addEdgeLegend([(.secondary, relation), (.uncertain, "not certain")])
    scene.legend += scale?.legend("relation", between: "sectors") ?? []
    scene.addFoldLegend(members)
    scene.textAlternative = Self.words(
      scene, values.map { values in shown.map { values.of[$0] } }, measure)
    scene.relationWords = members.describe(drawn, names, verb)
    scene.isBlank = ties.isEmpty && !shown.isEmpty
    return scene
  }

  /// More nodes than any slide shows, even as points.
  private static let mostNodes = PointPlan.mostNodes

  /// The measure's first figure for each member, the greatest of its organizations, the organization
  /// with the highest of all, where it is above 0, and whether the ties that are certain say the same of it;
  /// nil where the measure gives none.
  private static func values(
    _ members: SceneMembers, _ name: Layer.Name, _ measure: any Measure, isPlain: Bool
  ) -> (of: [Double], top: Int?, isCertain: Bool)? {
    let layer = members.network.layer(name, on: members.date)
    guard let all = column(of: measure, over: layer.graph, isPlain: isPlain) else { return nil }
    var values = Array(repeating: 0.0, count: members.organizations.count)
    var top: (node: NodeID, organization: Int, value: Double)?
    for (member, own) in members.organizations.enumerated() {
      for organization in own {
        guard let node = layer.node(ofOrganization: organization),
          let value = all[node], value.isFinite
        else { continue }
        values[member] = max(values[member], value)
        if value > top?.value ?? 0 { top = (node, organization, value) }
      }
    }
    var isCertain = true
    if let top, layer.isCertain.contains(false) {
      let certain = column(of: measure, over: layer.certainGraph, isPlain: isPlain)
      let highest = certain?.values.compactMap { $0 }.filter(\.isFinite).max() ?? 0
      isCertain = highest > 0 && certain?[top.node] == highest
    }
    return (values, top?.organization, isCertain)
  }

  /// The measure's first figure for each node of a graph.
  private static func column(
    of measure: any Measure, over graph: Graph, isPlain: Bool
  ) -> NodeMap<Double?>? {
    var graph = graph
    if isPlain {
      let undirected = try? Graph(
        nodeCount: graph.nodeCount, edges: graph.edges, directed: false, weights: graph.weights)
      graph = undirected ?? graph
    }
    return (try? measure.compute(graph, MeasureOptions(threads: 1)))?.nodeColumns.first?.values
  }

  private static func title(_ top: String?, _ measure: String, isCertain: Bool) -> String {
    guard let top else { return "Who is joined to whom" }
    let name = LabelText.clean(top)
    guard measure == "betweenness" else {
      return "\(name) \(isCertain ? "ranks" : "may rank") first by \(measure)"
    }
    return "\(name) \(isCertain ? "stands" : "may stand") between the others most often"
  }

  private static func words(
    _ scene: Scene, _ values: [Double]?, _ measure: String
  ) -> [String] {
    var sentences = ["\(scene.title).", "\(scene.subtitle)."]
    var ranked = Array(scene.nodes.indices)
    if let values { ranked.sort { (-values[$0], $0) < (-values[$1], $1) } }
    let names = ranked.map { LabelText.clean(scene.nodes[$0].name) }
    sentences.append(
      "\(values == nil ? "Organizations" : "From the highest \(measure)"): "
        + "\(Scene.listed(names, limit: 80, separator: ", ")).")
    return sentences
  }
}
