import LiaisonGraphviz
import LiaisonModel

/// The scenes of one view at each detail, made when they are asked for, without what the fonts
/// cannot draw.
struct SceneSource {
  private let view: any DiagramView
  private let network: StakeholderNetwork
  private let context: DiagramContext
  private let coverage: FontCoverage?
  private var scenes: [SceneDetail: Scene] = [:]
  private var glyphWarnings: [SceneDetail: [String]] = [:]

  init(
    _ view: any DiagramView, _ network: StakeholderNetwork, _ context: DiagramContext,
    _ fonts: FontCoverage?
  ) {
    self.view = view
    self.network = network
    self.context = context
    coverage = fonts ?? (try? FontCoverage.installed())
  }

  /// Refuses a view that has nothing to show.
  mutating func requireContent() throws(DiagramError) {
    let scene = scene(context.detail)
    guard scene.nodes.isEmpty else { return }
    if network.organizations.isEmpty {
      throw DiagramError(
        .nothingToDraw, "The view \(view.id) has nothing to show: no organization is recorded.")
    }
    let layer = context.layer.map { "the layer \($0.rawValue)" } ?? "what it is about"
    let others = ["network", "sectors"].filter { $0 != view.id }.joined(separator: " or ")
    throw DiagramError(
      .nothingToDraw,
      "The view \(view.id) has nothing to show: nothing of \(layer) is recorded. Another view, "
        + "\(others), may show what is.")
  }

  /// What may be tried, the best first.
  mutating func trials() -> [PlanTrial] {
    let scene = scene(context.detail)
    var wantsLocal = false
    if case .with = context.names { wantsLocal = true }
    // Where nobody is a unit there are none to fold.
    let hasUnits = network.organizations.contains { $0.parent != nil }
    let details = view.details.filter {
      $0 == context.detail || $0 > context.detail && (hasUnits || $0 != .units && $0 != .parents)
    }
    return PlanTrial.all(
      details, nodes: scene.nodes.count,
      hasLocal: scene.nodes.contains { $0.localName != nil },
      wantsLocal: wantsLocal, hasStages: scene.arrangement == .stages)
  }

  /// The scene of a detail.
  mutating func scene(_ detail: SceneDetail) -> Scene {
    if let known = scenes[detail] { return known }
    var folded = context
    folded.detail = detail
    var glyphs = GlyphCheck(coverage)
    let scene = glyphs.checked(view.makeScene(network, folded))
    scenes[detail] = scene
    glyphWarnings[detail] = glyphs.warnings
    return scene
  }

  /// Why no trial fits, and what to do.
  mutating func tooDense() -> DiagramError {
    let count = scene(context.detail).nodes.count
    guard view.details.contains(.points) else {
      return DiagramError(
        .tooDense,
        "The network cannot be read on one slide in type of 9 points, not even by sector. Draw "
          + "another layer or another view than \(view.id), or state the sectors of its "
          + "organizations.")
    }
    return DiagramError(
      .tooDense,
      "\(count.grouped) organizations with \(scene(context.detail).edges.count.grouped) ties are more than one slide "
        + "shows: as points it takes up to \(PointPlan.mostNodes.grouped), with up to \(PointPlan.mostEdges.grouped) "
        + "ties. State their sectors (`sector`, in the table of `--nodes` for an edge list) and draw "
        + "`--view sectors`, or draw a part of the network; `liaison measure` lists them all.")
  }

  /// What is to be told where a trial is drawn.
  mutating func warnings(_ trial: PlanTrial) -> [String] {
    var warnings: [String] = []
    let full = scene(context.detail).nodes.count
    let scene = scene(trial.detail)
    if trial.detail != context.detail, scene.nodes.count < full || trial.detail == .points {
      let what =
        switch trial.detail {
        case .organizations: ""
        case .units: "units of one organization are folded into one."
        case .parents: "units are folded into their organizations."
        case .points:
          "each is drawn as a point, and \(scene.nodes.count { $0.isNamed }) of them are named."
        case .sectors: "organizations are folded into their sectors."
        }
      warnings.append(
        "\(full.grouped) organizations are more than one slide shows legibly: \(what)")
    }
    if !trial.choice.local, scene.nodes.contains(where: { $0.localName != nil }) {
      warnings.append("There is no room for the names in the second language.")
    }
    return warnings + (glyphWarnings[trial.detail] ?? []) + scene.notes
  }
}
