public import LiaisonCatalog
public import LiaisonModel

/// The referral pathway: stages from left to right, from where people arrive to what helps them.
public struct PathwayView: DiagramView {
  /// Creates the view.
  public init() {}

  public var page: CatalogPage {
    CatalogPage(
      id: "pathway", summary: "who refers people to whom, in stages from left to right",
      meaning: """
        Each box is an organization, each arrow says that people are referred along it. Entry \
        points stand at the left; behind them identification, case work and shelter, support \
        services, and inclusion and justice, by each organization's services. Dark arrows lead \
        onward, grey ones within a stage or back; a dashed arrow is disputed or not certain.
        """,
      doNotUseWhen: """
        you want to know whether one particular person reaches help: arrows do not show whom they \
        admit. Ask `liaison gaps` for that.
        """,
      reference: "OSCE/ODIHR, National Referral Mechanisms Handbook, 2nd edition, 2022",
      examples: [
        CatalogPage.Example(
          "A pathway as a slide",
          text: "liaison draw graphs/samundar --view pathway -o pathway.png",
          outcome: "a PNG of exactly 1920 × 1080 pixels")
      ])
  }

  public func makeScene(_ network: StakeholderNetwork, _ context: DiagramContext) -> Scene {
    let members = SceneMembers(network, context) { PathwayStage($0, in: network).rawValue }
    let layer = context.layer ?? .referral
    let ties = members.ties(layer)
    let count = members.organizations.count
    var isTied = members.tied(layer)
    var stages: [PathwayStage] = []
    for member in 0..<count {
      let own = members.organizations[member].map { PathwayStage($0, in: network) }
      stages.append(
        own.contains(.entry)
          ? .entry : PathwayStage(members.head(of: member), in: network))
    }
    // A unit belongs to the pathway where it or its parent refers.
    for (member, own) in members.organizations.enumerated() where stages[member] == .entry {
      isTied[member] = isTied[member] || own.contains { hasTiedParent($0, members, isTied) }
    }
    let shown = (0..<count).filter { isTied[$0] }
    var nodeOf = Array(repeating: -1, count: count)
    var nodes: [Scene.Node] = []
    for member in shown {
      nodeOf[member] = nodes.count
      nodes.append(members.node(member, stage: stages[member].rawValue))
    }
    let people = shown.reduce(0) { $0 + members.organizations[$1].count }
    let entries = shown.reduce(0) { sum, member in
      sum + members.organizations[member].count { network.organizations[$0].entryPoint != .none }
    }
    let isPart = network.audience != nil
    var scene = Scene(
      view: id, arrangement: .stages,
      of: network, members)
    scene.title = isPart ? "Who refers people to whom" : Self.title(entries: entries, of: people)
    scene.tlp = members.label(layer)
    scene.nodes = nodes
    scene.bands = PathwayStage.allCases.map(\.title)
    let names = members.organizations.indices.map { member in
      nodeOf[member] < 0 ? "" : nodes[nodeOf[member]].name
    }
    // Where no intensity is stated, all count as strong.
    let isGraded = ties.contains { $0.intensity > 1 }
    // Between sectors a line stands for many referrals: the largest are drawn, by their number.
    let scale = context.detail == .sectors ? FlowScale(ties.map(\.count)) : nil
    if let note = scale?.note(of: "boxes") { scene.notes.append("\(note).") }
    let drawn = ties.filter { scale?.shows($0.count) ?? true }
    for tie in drawn {
      // Onward is the direction that counts; what leads both ways is one arrow with two heads.
      let isBackward = tie.back && !tie.ahead
      let (from, to) = isBackward ? (tie.second, tie.first) : (tie.first, tie.second)
      let (low, high) =
        tie.ahead && tie.back && stages[to].rawValue < stages[from].rawValue
        ? (to, from) : (from, to)
      let leadsOn = stages[low].rawValue < stages[high].rawValue
      var edge = Scene.Edge(
        nodeOf[low], nodeOf[high], weight: isGraded ? tie.intensity : 3,
        role: !tie.isCertain ? .uncertain : leadsOn ? .main : .secondary,
        arrows: tie.ahead && tie.back ? .both : .head,
        description: members.describe(tie, names, .refers))
      edge.width = scale?.width(of: tie.count)
      scene.edges.append(edge)
    }
    addUnitTies(members, nodeOf, names, &scene)
    let omitted = members.organizationCount - people
    scene.parts = [
      network.header.title, Scene.count(people, "organization"),
      Scene.count(members.relationCount(layer), "referral"),
    ]
    if omitted > 0, !isPart {
      scene.notes.append(
        omitted == 1
          ? "1 organization takes no part in referral and is not shown."
          : "\(omitted.grouped) organizations take no part in referral and are not shown.")
      scene.parts.append(Scene.notShown(omitted, "in no referral"))
    }
    scene.addGroupLegend(shown.map { members.sector(of: $0) })
    scene.addEdgeLegend([
      (
        .main,
        isGraded && scale == nil ? "refers onward (dark: works closely)" : "refers onward"
      ),
      (.secondary, "within a stage or back"),
      (.uncertain, "not certain"),
      (.unit, "unit of"),
    ])
    scene.legend += scale?.legend("referral", between: "boxes") ?? []
    scene.addFoldLegend(members, byStage: true)
    scene.textAlternative = Self.words(scene)
    scene.relationWords =
      members.describe(drawn, names, .refers)
      + scene.edges.filter { $0.role == .unit }.map(\.description)
    scene.isBlank = ties.isEmpty && !shown.isEmpty
    return scene
  }

  private static func title(entries: Int, of count: Int) -> String {
    if count == 0 { return "No referral is recorded" }
    return switch entries {
    case 0: "Referral pathway: no entry point is recorded"
    case 1: "People enter the pathway through one of \(count.grouped) organizations"
    default: "People enter the pathway through \(entries.grouped) of \(count.grouped) organizations"
    }
  }

  private func hasTiedParent(_ unit: Int, _ members: SceneMembers, _ isTied: [Bool]) -> Bool {
    guard let parent = members.network.organizations[unit].parent,
      let member = members.member[parent]
    else { return false }
    return isTied[member]
  }

  private func addUnitTies(
    _ members: SceneMembers, _ nodeOf: [Int], _ names: [String], _ scene: inout Scene
  ) {
    var joined = Set<[Int]>()
    for edge in scene.edges { joined.insert([min(edge.from, edge.to), max(edge.from, edge.to)]) }
    for (index, place) in members.network.organizations.enumerated() {
      guard let parent = place.parent, let unit = members.member[index],
        let whole = members.member[parent], unit != whole, nodeOf[unit] >= 0, nodeOf[whole] >= 0,
        place.unitsRefer != .no
      else { continue }
      let (from, to) = (nodeOf[unit], nodeOf[whole])
      guard joined.insert([min(from, to), max(from, to)]).inserted else { continue }
      scene.edges.append(
        Scene.Edge(
          from, to, role: .unit, arrows: .none,
          description: members.describe(unit: unit, of: whole, names)))
    }
  }

  /// The figure in words: the stages with their organizations, then the referrals.
  private static func words(_ scene: Scene) -> [String] {
    var sentences = ["\(scene.title).", "\(scene.subtitle)."]
    for stage in PathwayStage.allCases {
      let names = scene.nodes.filter { $0.stage == stage.rawValue }.map {
        LabelText.clean($0.name)
      }
      if names.isEmpty { continue }
      sentences.append("\(stage.title): \(Scene.listed(names, limit: 60, separator: ", ")).")
    }
    return sentences
  }
}
