import LiaisonModel

/// Words for layers, and what they are made of.
enum LayerWords {
  /// What a tie of a layer is called.
  static func tie(_ layer: Layer.Name) -> String {
    switch layer {
    case .referral: "referral"
    case .information: "sharing of information"
    case .authority: "relation of authority"
    case .resource: "support"
    case .cooperation: "cooperation"
    case .all, .membership, .negative: "relation"
    }
  }
}

extension Layer.Name {
  /// The families that a layer is made of, as a boundary's `complete` names them.
  var familyCodes: [Code] { families.map { Code($0.rawValue) } }
}

extension Judgement {
  /// Whether everything that a layer is made of is listed completely.
  func lists(_ layer: Layer.Name) -> Bool {
    isComplete("organizations") && layer.familyCodes.allSatisfy { isComplete($0) }
  }
}
