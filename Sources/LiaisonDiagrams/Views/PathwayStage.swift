import LiaisonModel

/// The stages of a referral pathway, from left to right.
enum PathwayStage: Int, CaseIterable {
  case entry, identification, protection, support, inclusion
  /// Not on the way: who funds, studies, informs.
  case beside

  var title: String {
    switch self {
    case .entry: "Entry points"
    case .identification: "Identification"
    case .protection: "Case work, shelter"
    case .support: "Support services"
    case .inclusion: "Inclusion, justice"
    case .beside: "Beside the pathway"
    }
  }

  /// The stage of an organization: an entry point stands first; else its first service's pillar
  /// decides, then its sector, then its parent's stage.
  init(_ organization: Int, in network: StakeholderNetwork) {
    var index = organization
    var isOwn = true
    for _ in network.organizations.indices {
      let place = network.organizations[index]
      if isOwn, place.entryPoint != .none {
        self = .entry
        return
      }
      if let stage = Self.stage(
        ofServices: place.services.map { network.services[$0].type }, network)
        ?? Self.stage(ofSector: place.sector)
      {
        self = stage
        return
      }
      guard let parent = place.parent else { break }
      index = parent
      isOwn = false
    }
    self = .protection
  }

  /// The stage of what is offered; nil where no service says it.
  static func stage(
    ofServices types: [Code], _ network: StakeholderNetwork
  ) -> PathwayStage? {
    // The one in the middle of the way speaks for an organization that does several things.
    if types.contains(where: { Self.isProtection($0) }) { return .protection }
    for type in types {
      switch network.vocabulary.service(type)?.pillar {
      case "1": return .identification
      case "2": return .support
      case "3": return .inclusion
      case "4": return type == "complaint_registration" ? .identification : .inclusion
      default: continue
      }
    }
    return nil
  }

  private static func isProtection(_ type: Code) -> Bool {
    let codes: [Code] = ["case_management", "shelter", "guardianship", "safety_planning"]
    return codes.contains { $0.covers(type) }
  }

  /// The stage at which a sector usually stands; nil of one that is no part of the way.
  static func stage(ofSector sector: Code?) -> PathwayStage? {
    guard let sector else { return nil }
    let table: [(PathwayStage, [Code])] = [
      (
        .identification,
        [
          "gov.law_enforcement", "gov.border_immigration", "gov.labour_inspection", "hotline",
        ]
      ),
      (.protection, ["gov.social_welfare", "gov.child_protection", "gov.women_development"]),
      // A union stands by those who are on the way; that it identifies somebody, its services would say.
      (.support, ["gov.health", "legal", "gov.education", "worker"]),
      (.inclusion, ["gov.prosecution", "gov.judiciary", "employer", "private"]),
      (.beside, ["gov.lead"]),
    ]
    for (stage, codes) in table where codes.contains(where: { $0.covers(sector) }) {
      return stage
    }
    return nil
  }
}
