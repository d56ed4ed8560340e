public import LiaisonModel

/// The eight families of sectors that a figure tells apart, each by a colour and by a mark.
///
/// Nothing is told by colour alone: every node carries its family's mark, which the legend names.
/// The colours are those of Okabe and Ito, tint 28 % for fills, shade 85 % for borders.
///
/// Reference: Okabe and Ito, Color Universal Design, 2008.
public enum SectorGroup: Int, Sendable, Hashable, CaseIterable {
  case coordination, justice, social, health, labour, civil, voice, international, other

  /// The mark before a node's name.
  public enum Mark: String, Sendable, Hashable, CaseIterable {
    case circle, square, triangle, diamond, inverse, bar, ring, frame, cross, none
  }

  /// The family of a sector.
  public init(_ sector: Code?) {
    guard let sector else {
      self = .other
      return
    }
    for (group, codes) in Self.sectors where codes.contains(where: { $0.covers(sector) }) {
      self = group
      return
    }
    self = Code("gov").covers(sector) ? .coordination : .other
  }

  private static let sectors: [(SectorGroup, [Code])] = [
    (
      .justice,
      [
        "gov.law_enforcement", "gov.border_immigration", "gov.prosecution", "gov.judiciary",
        "legal",
      ]
    ),
    (.social, ["gov.social_welfare", "gov.child_protection", "gov.women_development"]),
    (.health, ["gov.health", "gov.education"]),
    (
      .labour,
      ["gov.labour_inspection", "gov.emigration_employment", "worker", "employer", "private"]
    ),
    (.civil, ["ngo", "cso", "hotline"]),
    (.voice, ["media", "academia"]),
    (.international, ["igo", "donor", "embassy", "foundation"]),
  ]

  /// What the legend calls it.
  public var title: String {
    switch self {
    case .coordination: "Coordination, other government"
    case .justice: "Police, justice, legal aid"
    case .social: "Social and child protection"
    case .health: "Health and education"
    case .labour: "Labour, employers, business"
    case .civil: "NGOs, community, hotlines"
    case .voice: "Media and academia"
    case .international: "UN, donors, embassies"
    case .other: "Sector not stated"
    }
  }

  /// Its colour.
  public var color: Tint {
    switch self {
    case .coordination: Tint(0x0072B2)
    case .justice: Tint(0x56B4E9)
    case .social: Tint(0xE69F00)
    case .health: Tint(0x009E73)
    case .labour: Tint(0xD55E00)
    case .civil: Tint(0xCC79A7)
    case .voice: Tint(0xF0E442)
    case .international: Tint(0x999999)
    case .other: Tint(0xB8C0C7)
    }
  }

  /// Its mark, the second cue.
  public var mark: Mark {
    switch self {
    case .coordination: .square
    case .justice: .triangle
    case .social: .circle
    case .health: .bar
    case .labour: .diamond
    case .civil: .ring
    case .voice: .inverse
    case .international: .frame
    case .other: .none
    }
  }

  /// The style of a node of this family.
  public var style: Scene.NodeStyle {
    Scene.NodeStyle(
      fill: color.tint(0.28), line: color.shade(0.85), text: .ink, lineWidth: 1.25, mark: mark,
      markColor: color.shade(0.62))
  }
}
