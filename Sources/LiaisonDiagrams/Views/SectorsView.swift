public import LiaisonCatalog
public import LiaisonModel

/// Who is there, by sector, and which sectors work together.
public struct SectorsView: DiagramView {
  /// Creates the view.
  public init() {}

  public var page: CatalogPage {
    CatalogPage(
      id: "sectors", summary: "who is there, by sector, and which sectors work together",
      meaning: """
        Each panel is a sector, with its organizations in rows. A line between two panels says \
        that organizations of the two cooperate: refer people, exchange information or work \
        jointly. Its thickness is in proportion to the relations that are recorded; it is dashed \
        where none of them is certain. More lines are not better in themselves: `gaps` says which \
        of them people need. Of more than 50 lines only the largest are drawn; the legend says how \
        many are not, and below which number. Where the names do not fit, each panel says how many organizations it stands for.
        """,
      doNotUseWhen: """
        you want to see which two organizations cooperate; use `network`, or `measure` for the \
        list.
        """,
      reference: "Krackhardt and Stern, Informal Networks and Organizational Crises, 1988",
      examples: [
        CatalogPage.Example(
          "Sectors as a slide", text: "liaison draw graphs/samundar --view sectors -o sectors.svg",
          outcome: "an SVG of 960 × 540")
      ])
  }

  public func makeScene(_ network: StakeholderNetwork, _ context: DiagramContext) -> Scene {
    let members = SceneMembers(network, context)
    let layer = context.layer ?? .cooperation
    let count = members.organizations.count
    // Sectors in the order of the groups, then of their codes.
    let sectors = Set(members.organizations.indices.map { members.sector(of: $0) }).sorted {
      let (a, b) = (SectorGroup($0), SectorGroup($1))
      if a != b { return a.rawValue < b.rawValue }
      return ($0?.text ?? "") < ($1?.text ?? "")
    }
    var clusterOf: [Code?: Int] = [:]
    for (index, sector) in sectors.enumerated() { clusterOf[sector] = index }
    let vocabulary = network.vocabulary
    var scene = Scene(view: id, arrangement: .panels, of: network, members)
    scene.tlp = members.label(layer)
    for sector in sectors {
      let group = SectorGroup(sector)
      scene.clusters.append(
        Scene.Cluster(
          title: SceneMembers.heading(of: sector, vocabulary),
          style: Scene.NodeStyle(
            fill: group.color.tint(0.14), line: group.color.shade(0.85),
            text: group.color.shade(0.42), lineWidth: 1, mark: group.mark,
            markColor: group.color.shade(0.62))))
    }
    for member in 0..<count {
      var node = members.node(member, cluster: clusterOf[members.sector(of: member)])
      if context.detail == .sectors {
        let own = members.organizations[member].count
        node.name = Scene.count(own, "organization")
      }
      let panel = scene.clusters[node.cluster ?? 0].style
      node.style.fill = panel.fill
      node.style.line = panel.fill
      node.style.mark = .none
      node.style.lineWidth = 0
      scene.nodes.append(node)
    }
    let ties = Self.ties(members, layer, panel: clusterOf)
    let scale = FlowScale(ties.map(\.count))
    let words = ties.map { tie in
      "\(scene.clusters[tie.first].title) and \(scene.clusters[tie.second].title): "
        + Scene.count(tie.count, "relation") + Self.doubt(tie)
    }
    for (tie, description) in zip(ties, words) where scale.shows(tie.count) {
      var edge = Scene.Edge(
        tie.first, tie.second, weight: Double(tie.count),
        role: tie.certain == 0 ? .uncertain : scale.role(of: tie.count),
        arrows: .none, description: description)
      edge.width = scale.width(of: tie.count)
      scene.edges.append(edge)
    }
    if let note = scale.note(of: "sectors") { scene.notes.append("\(note).") }
    scene.title =
      network.audience == nil ? Self.title(scene, ties) : "Which sectors work with which"
    scene.parts = [
      network.header.title,
      Scene.count(members.organizationCount, "organization")
        + (sectors == [nil]
          ? ", of no sector stated" : " in " + Scene.count(sectors.count, "sector")),
      Self.phrase(layer),
    ]
    scene.addGroupLegend(sectors)
    scene.legend += scale.legend("relation", between: "sectors")
    scene.addEdgeLegend([(.uncertain, "not certain")])
    // A panel of a sector that is folded says itself how many it stands for.
    if context.detail != .sectors { scene.addFoldLegend(members) }
    scene.textAlternative = Self.words(scene)
    scene.relationWords = words
    return scene
  }

  /// What joins two sectors, by the index of their panels.
  private struct PanelTie {
    var first: Int
    var second: Int
    /// How many relations are recorded between the two.
    var count: Int
    /// How many of them are certain.
    var certain: Int
  }

  /// ", 1 of them not certain": nothing where all are.
  private static func doubt(_ tie: PanelTie) -> String {
    let open = tie.count - tie.certain
    if open == 0 { return "" }
    return open == tie.count ? ", not certain" : ", \(open) of them not certain"
  }

  /// Every two sectors with relations, those with the most first.
  private static func ties(
    _ members: SceneMembers, _ layer: Layer.Name, panel: [Code?: Int]
  ) -> [PanelTie] {
    var counts: [[Int]: (all: Int, certain: Int)] = [:]
    for tie in members.ties(layer) {
      guard let a = panel[members.sector(of: tie.first)],
        let b = panel[members.sector(of: tie.second)], a != b
      else { continue }
      counts[[min(a, b), max(a, b)], default: (0, 0)].all += tie.count
      counts[[min(a, b), max(a, b)], default: (0, 0)].certain += tie.certain
    }
    return counts.map {
      PanelTie(
        first: $0.key[0], second: $0.key[1], count: $0.value.all, certain: $0.value.certain)
    }
    .sorted { ($1.count, $0.first, $0.second) < ($0.count, $1.first, $1.second) }
  }

  /// Which sector is tied to the most others: for certain, and perhaps to more.
  private static func title(_ scene: Scene, _ ties: [PanelTie]) -> String {
    if ties.isEmpty { return "No ties between sectors are recorded" }
    var partners = Array(repeating: (certain: 0, all: 0), count: scene.clusters.count)
    for tie in ties {
      for panel in [tie.first, tie.second] {
        partners[panel].all += 1
        if tie.certain > 0 { partners[panel].certain += 1 }
      }
    }
    let most = partners.indices.max { left, right in
      let (a, b) = (partners[left], partners[right])
      return (a.certain, a.all, right) < (b.certain, b.all, left)
    }
    guard let most, partners[most].certain > 0 else {
      return "No tie between sectors is certain"
    }
    let (certain, all) = partners[most]
    return "\(scene.clusters[most].title): tied to \(certain) of \(scene.clusters.count - 1) "
      + "other sectors" + (all > certain ? ", perhaps to \(all)" : "")
  }

  static func phrase(_ layer: Layer.Name) -> String {
    switch layer {
    case .referral: "referral"
    case .information: "exchange of information"
    case .authority: "authority"
    case .resource: "resources"
    case .cooperation: "referral, information and joint work"
    case .membership: "membership"
    case .all: "all relations"
    case .negative: "negative relations"
    }
  }

  private static func words(_ scene: Scene) -> [String] {
    var sentences = ["\(scene.title).", "\(scene.subtitle)."]
    for (index, cluster) in scene.clusters.enumerated() {
      let names = scene.nodes.filter { $0.cluster == index }.map { LabelText.clean($0.name) }
      sentences.append("\(cluster.title): \(Scene.listed(names, limit: 40, separator: ", ")).")
    }
    return sentences
  }
}
