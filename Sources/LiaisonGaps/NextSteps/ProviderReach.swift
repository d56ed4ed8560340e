import LiaisonModel

/// What a provider would do about needs that nobody provides for: who would reach it.
struct ProviderReach {
  private let table: PathwayTable
  private var sets: ReachedSets
  private var certain: ReachedSets
  /// Those through whom every way to something passes already: more should not rest on them.
  private let fragile: Set<Int>

  init?(_ report: GapReport) {
    table = report.pathways
    guard !table.needs.services.isEmpty else { return nil }
    sets = ReachedSets(table)
    certain = ReachedSets(table, atLeast: .yes)
    fragile = Set(
      report.findings.filter { report.kind(of: $0) == "redundancy" }.flatMap(\.subjects)
        .compactMap(\.organization).compactMap { report.pathways.network.organization($0) })
  }

  /// What a provider would do about one finding.
  struct Effect {
    /// How many of its pathways would be there, certain or possible.
    var cells = 0
    /// How many of them for certain.
    var certain = 0
    /// How many hops their ways have, together, that are beyond the third, or at a provider of whom it is not
    /// known whether it serves them, or through whom every way to something passes already.
    var detours = 0
  }

  /// How many of the pathways that a finding counts would be there: of people who reach the one that refers to
  /// a new service (what nobody refers to is not counted on), or the organization whose service is opened to
  /// them, over steps that say yes or unknown.
  ///
  /// - Complexity: O(entry points × needs × organizations reached).
  mutating func cells(of finding: Finding, closedBy action: RecommendedAction) -> Effect {
    let network = table.network
    let place: Int?
    let provider: Int?
    switch action {
    case .provider(let organization, _, _, _, .some(let from)):
      provider = network.organization(organization)
      place = network.organization(from)
    case .widerService(let organization, _, _):
      provider = network.organization(organization)
      place = provider
    default: return Effect()
    }
    guard let place, let provider, let needs = finding.needs, let type = needs.service,
      let service = table.needs.services.firstIndex(of: type)
    else { return Effect() }
    var effect = Effect()
    let last = place == provider ? 0 : 1
    let profiles = table.profiles(of: needs)
    for area in table.areas(of: needs) {
      for profile in profiles {
        var cell = PathwayTable.Cell(entry: 0, service: service, area: area, profile: profile)
        let scope = network.organizations[provider].scope
        let answer = network.answer(relation: nil, target: scope, to: table.need(of: cell))
        guard answer != .no else { continue }
        for entry in table.statuses.takers[area] {
          cell.entry = entry
          guard table.status(of: cell) == .noProvider else { continue }
          let set = sets.members(of: cell)
          guard let position = set.organizations.firstIndex(of: place) else { continue }
          let isCertain =
            answer == .yes
            && table.arcs.arrival(entry: entry, area: area, profile: profile) == .yes
            && certain.members(of: cell).organizations.contains(place)
          effect.cells += 1
          if isCertain { effect.certain += 1 }
          let detour = max(0, set.hops[position] + last - ActionTrial.freeHops)
          effect.detours += min(
            detour + (isCertain ? 0 : 1) + (fragile.contains(provider) ? 1 : 0),
            finding.severity.weight - 1)
        }
      }
    }
    effect.cells = min(effect.cells, finding.cells)
    effect.certain = min(effect.certain, effect.cells)
    return effect
  }
}

extension PathwayTable {
  /// The positions of the areas that a finding names; all where it names none.
  func areas(of named: Finding.Needs) -> [Int] {
    needs.areas.indices.filter {
      named.areas.isEmpty || named.areas.contains(network.areas[needs.areas[$0]].id)
    }
  }

  /// The profiles of the groups that a finding names; all where it names none.
  func profiles(of named: Finding.Needs) -> [Int] {
    (0..<needs.profileCount).filter {
      named.groups.isEmpty || named.groups.contains(needs.group(ofProfile: $0))
    }
  }
}
