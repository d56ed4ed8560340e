/// The plans of a scene that may fit, the best first.
enum ScenePlans {
  /// - Complexity: O(steps of the ladder × size of the scene).
  static func all(_ scene: Scene) -> [any ScenePlan] {
    let frame = SlideComposer.frame(of: scene)
    let hasLocal = scene.nodes.contains { $0.localName != nil }
    var plans: [any ScenePlan] = []
    for choice in TypeChoice.ladder(hasLocal: hasLocal) {
      let plan: (any ScenePlan)? =
        switch scene.arrangement {
        case .stages: StagePlan(scene, in: frame, choice)
        case .panels: PanelPlan(scene, in: frame, choice)
        case .springs: SpringPlan(scene, in: frame, choice)
        }
      if let plan { plans.append(plan) }
    }
    return plans
  }
}
