/// The ways to draw a network that may be tried, from the best to the least that can be read.
///
/// Larger type, both languages, every organization and one column a stage are better; what they are
/// worth against each other is a matter of judgement, written down in `penalty`.
struct PlanTrial {
  var detail: SceneDetail
  var choice: TypeChoice
  /// In points of type: what is lost beside an ideal figure.
  var penalty: Double

  /// The type that a room reads from a projector: a fiftieth of the slide's height. Names are smaller only where
  /// neither folding units nor leaving out a second language makes room.
  static let projected = Slide.height / 50

  /// All trials, the best first.
  static func all(
    _ details: [SceneDetail], nodes: Int, hasLocal: Bool, wantsLocal: Bool, hasStages: Bool
  ) -> [PlanTrial] {
    // A few names are not blown up, many begin smaller.
    let largest = nodes <= 8 ? 16.0 : nodes <= 16 ? 14 : 12
    var trials: [PlanTrial] = []
    for each in details {
      // Where a network can be shown as points, its sectors are the last resort.
      let folded: Double =
        switch each {
        case .organizations: 0
        case .units: 0.5
        case .parents: 3
        case .points: 10
        case .sectors: details.contains(.points) ? 20 : 8
        }
      trials += Self.of(each, folded, largest, hasLocal, wantsLocal, hasStages)
    }
    return trials.enumerated()
      .sorted { ($0.element.penalty, $0.offset) < ($1.element.penalty, $1.offset) }
      .map(\.element)
  }

  private static func of(
    _ detail: SceneDetail, _ folded: Double, _ largest: Double, _ hasLocal: Bool,
    _ wantsLocal: Bool, _ hasStages: Bool
  ) -> [PlanTrial] {
    var trials: [PlanTrial] = []
    // Points leave no room for a second language.
    for local in hasLocal && detail != .points ? [true, false] : [false] {
      for isDouble in hasStages ? [false, true] : [false] {
        for wrap in [20, 30] {
          // Names beside points are to leave the shape to be seen.
          var size = detail == .points ? min(largest, 10) : largest
          while size >= NodeLabel.smallestType {
            // Below a fiftieth of the slide's height the back rows do not read it.
            let small = max(0, Self.projected - size) * 2
            let penalty =
              small + folded + largest - size + (isDouble ? 4 : 0) + (wrap > 20 ? 0.2 : 0)
              + (local || !hasLocal ? 0 : wantsLocal ? 9 : 3.4)
            let choice = TypeChoice(size: size, wrap: wrap, local: local, isDouble: isDouble)
            trials.append(PlanTrial(detail: detail, choice: choice, penalty: penalty))
            size -= 0.5
          }
        }
      }
    }
    return trials
  }

  /// The plan of a scene; nil where it does not fit.
  func plan(_ scene: Scene) -> (any ScenePlan)? {
    let frame = SlideComposer.frame(of: scene)
    switch scene.arrangement {
    case .stages: return StagePlan(scene, in: frame, choice)
    case .panels: return PanelPlan(scene, in: frame, choice)
    case .springs: return SpringPlan(scene, in: frame, choice)
    case .points: return PointPlan(scene, in: frame, choice)
    }
  }
}
