public import LiaisonCatalog
public import LiaisonModel

/// `presence`: in every area somebody of the sectors asked for is there and takes part.
public struct PresenceKind: ExpectationKind {
  /// Creates the kind.
  public init() {}

  /// Its page.
  public var page: CatalogPage {
    CatalogPage(
      id: "presence",
      summary: "In every area of a level, each sector asked for is there and takes part.",
      meaning: """
        A sector is absent where no organization of it serves the area; remote where those that serve \
        it stand elsewhere, without a site or a unit there (info, or a finding with `by: office`); token where \
        none has a relation of the families asked for; else present.
        """,
      doNotUseWhen: """
        the network lists only whom somebody happened to name: without a boundary an absence is a \
        question.
        """,
      reference: """
        ODIHR, National Referral Mechanisms, 2nd ed., 2022; UNODC, Compendium of promising practices \
        on public-private partnerships, 2021
        """,
      examples: [
        CatalogPage.Example(
          "As a standard writes it",
          text: """
            - id: presence-workplace
              kind: presence
              sectors: [worker.trade_union]
              level: district
              severity: warning
              citation: our own plan, 2025
            """)
      ])
  }

  private static let families: [String] = [
    "referral", "information", "authority", "resource", "cooperation", "membership", "joint",
  ]

  /// Without that nothing can be said.
  public var needs: String { "an area of the level that it asks about is declared under `areas:`" }

  /// Reads `sectors`, `level`, `areas`, `families` and `by`.
  public func read(
    _ expectation: Expectation, of standard: Standard
  ) throws(GapError) -> any JudgedExpectation {
    var reader = ExpectationReader(expectation, of: standard)
    let sectors = try reader.required("sectors")
    let level = try reader.text("level").map { Code($0) }
    let areas = try reader.codes("areas")
    let families = try reader.texts("families") ?? []
    for family in families where !Self.families.contains(family) {
      throw reader.error(
        "`families` holds \(Self.families.joined(separator: ", ")), not `\(family)`.")
    }
    let by = try reader.choice("by", of: ["office"])
    try reader.finish(sentenceOf: ["sector", "sectors", "area", "areas"])
    return PresenceExpectation(
      expectation: expectation, sectors: sectors, level: level, areas: areas, families: families,
      byOffice: by == "office")
  }
}

struct PresenceExpectation: JudgedExpectation {
  var expectation: Expectation
  var sectors: [Code]
  var level: Code?
  var areas: [Code]?
  var families: [String]
  var byOffice: Bool

  var order: CauseOrder { .presence }
  var question: GapReport.Question { .missing }
  var services: [Code] { [] }

  func judge(_ judgement: inout Judgement) throws(GapError) {
    let network = judgement.network
    var places = network.areas.indices.filter { isAsked($0, at: level, network) }
    // A map that is not drawn down to the level: whether somebody is there at all is still a question.
    let isOutline = places.isEmpty && !network.areas.contains { $0.level == level }
    if isOutline { places = network.areas.indices.filter { isAsked($0, at: nil, network) } }
    places.sort { idsPrecede([network.areas[$0].id], [network.areas[$1].id]) }
    guard !places.isEmpty else {
      let which = level.map { " of level `\($0)`" } ?? ""
      judgement.note(notJudged: expectation.id, because: "no area\(which) is declared")
      return
    }
    judgement.judged.append(expectation.id)
    var figure = ScorecardLine(
      id: "presence/\(expectation.id)", label: "sectors present where asked for", count: 0,
      total: 0, upper: 0)
    figure.about = judgement.words(forSectors: sectors)
    let offices = Offices(network, on: judgement.date)
    let findings = PresenceFindings(
      judgement: judgement, expectation: expectation, families: families, asksOnly: isOutline,
      offices: offices)
    let participation = network.participation(in: families, on: judgement.date)
    for sector in sectors {
      for area in places {
        let presence = Presence(
          network, sector: sector, area: area, participation: participation, offices,
          on: judgement.date)
        figure.total += 1
        if presence.grade == .present || presence.grade == .remote && !byOffice {
          figure.count += 1
        }
        let finding = findings.finding(presence, byOffice: byOffice)
        if finding == nil || finding?.kind == .question
          || finding?.severity == .info
            && expectation.severity != .info
        {
          figure.upper += 1
        }
        if let finding { judgement.add(finding, to: .missing) }
      }
    }
    judgement.add(figure)
  }

  /// Whether an area is asked about: of a level, or one that holds no other.
  private func isAsked(_ index: Int, at level: Code?, _ network: StakeholderNetwork) -> Bool {
    let area = network.areas[index]
    if let level {
      if area.level != level { return false }
    } else if !area.isLeaf {
      return false
    }
    guard let areas else { return true }
    return areas.contains { code in
      code == .any || area.chain.contains { network.areas[$0].id == code.text }
    }
  }
}
