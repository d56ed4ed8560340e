import LiaisonModel

/// Referrals to a provider by which people no longer have to pass through the sectors that an expectation of
/// unconditional access leaves out: from those whom they reach without them, for certain.
struct WaysAround {
  /// For each provider the referral that opens most such ways, by weight; of equals that from nearest to where
  /// people arrive, then the lowest id. The providers to whom most are opened come first.
  private(set) var relations: [AdmissibleTies.Tie] = []

  /// How many are proposed at most.
  static let limit = 6

  /// What a referral opens.
  private struct Gain {
    var weight = 0
    /// The hops to where it starts, over all rows.
    var hops = 0
  }

  /// - Complexity: for each such expectation found wanting, that of its table, and of a search for each row
  ///   that is reached only through those sectors.
  init(_ report: GapReport, _ standard: Standard, _ admissible: AdmissibleTies) {
    let network = report.pathways.network
    var gains: [AdmissibleTies.Tie: Gain] = [:]
    for expectation in standard.expectations where expectation.kind == "unconditional" {
      let isFound = report.findings.contains { $0.rule == "\(standard.id)/\(expectation.id)" }
      guard isFound,
        let read = try? UnconditionalKind().read(expectation, of: standard)
          as? UnconditionalExpectation
      else { continue }
      Self.add(read, report.pathways, to: &gains)
    }
    let ids = network.organizations.map(\.id)
    let best = gains.keys.filter { admissible.isOpen($0.kind, from: $0.from, to: $0.to) }
      .sorted { left, right in
        let (one, other) = (gains[left] ?? Gain(), gains[right] ?? Gain())
        if one.weight != other.weight { return one.weight > other.weight }
        if one.hops != other.hops { return one.hops < other.hops }
        return idsPrecede([ids[left.from], ids[left.to]], [ids[right.from], ids[right.to]])
      }
    var providers: Set<Int> = []
    relations = Array(best.filter { providers.insert($0.to).inserted }.prefix(Self.limit))
  }

  /// Adds what referrals open of one expectation.
  private static func add(
    _ expectation: UnconditionalExpectation, _ table: PathwayTable,
    to gains: inout [AdmissibleTies.Tie: Gain]
  ) {
    let asked = expectation.selection.positions(table)
    let access = UnconditionalAccess(table, asked, without: expectation.without)
    for cell in asked.services.flatMap({ access.rows(ofService: $0).lost }) {
      guard let row = access.inRest(cell) else { continue }
      var search = access.rest.search(row)
      let sources = search.reached(from: table.entries[row.entry], atLeast: .yes)
      let providers = Set(
        access.rest.providers(service: row.service, area: row.area, profile: row.profile)
          .map(\.organization))
      for source in sources where !access.leftOut.contains(source.organization) {
        for provider in providers {
          let tie = AdmissibleTies.Tie(from: source.organization, to: provider, kind: "refers_to")
          gains[tie, default: Gain()].weight += expectation.expectation.severity.weight
          gains[tie, default: Gain()].hops += source.hops
        }
      }
    }
  }
}
