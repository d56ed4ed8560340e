import LiaisonModel

/// Which organizations the recorded pathways rest on: what is lost if one closes, and what is lost
/// only if two close together (DOMAIN G6, Q3).
///
/// Pathways are those that the standard's pathway expectations ask for, certain or possible; all, where
/// it asks for none. An organization closes with its units. What starts at an organization that closes
/// is counted apart: people may turn to another entry point, but nobody knows which.
public struct ClosureRanking: Sendable {
  /// One organization, or two, and what their closure costs.
  public struct Row: Sendable, Equatable {
    /// The indices of the organizations, by id.
    public var organizations: [Int]
    /// What is lost; of two, what neither closure loses alone.
    public var loss: ClosureLoss
  }

  /// All pathways that there are, certain or possible.
  public let pathways: Int
  /// All needs that some entry point has a way to.
  public let needs: Int
  /// The organizations whose closure costs something, those that cut most first: pathways of people
  /// met elsewhere, needs, pathways that start there, id.
  public let rows: [Row]
  /// The pairs that cost something only together, in the same order.
  public let pairs: [Row]
  /// How many organizations there are, units counted with theirs.
  public let organizations: Int
  /// How many of them were tried: all, or those with the most referrals.
  public let tried: Int
  /// How many of them were tried in pairs.
  public let triedInPairs: Int

  /// The most steps that are taken to try organizations one by one.
  static let stepLimit = 4_000_000_000
  /// How many organizations are tried where all would take more steps.
  static let candidateLimit = 200
  /// How many organizations are tried in pairs.
  static let pairLimit = 64

  /// The ranking behind a report.
  ///
  /// - Complexity: as ``ClosureTrial/result(_:naming:)`` for each organization and each pair tried.
  public init(_ report: GapReport) { self.init(report, pairLimit: Self.pairLimit) }

  /// The ranking behind a report, with pairs of so many organizations.
  init(_ report: GapReport, pairLimit: Int) {
    let asked = report.asked
    let table = report.pathways
    self.init(table, pairLimit: pairLimit) { service, area, profile in
      asked.severity == nil
        || asked.asks(service: service, area: area, profile: profile, table.needs)
    }
  }

  init(
    _ table: PathwayTable, pairLimit: Int = Self.pairLimit, stepLimit: Int = Self.stepLimit,
    asks: (_ service: Int, _ area: Int, _ profile: Int) -> Bool
  ) {
    let network = table.network
    let trial = ClosureTrial(table, asks: asks)
    let heads = network.heads(inForceOn: table.date)
    organizations = heads.count
    let busiest = Self.busiest(heads, table)
    let isExact = trial.cost(ofClosing: heads.count) <= stepLimit
    let chosen = isExact ? busiest : Array(busiest.prefix(Self.candidateLimit))
    tried = chosen.count
    let closures = chosen.map { Closure(closing: [$0], in: network) }
    let result = trial.result(closures)
    pathways = result.pathways
    needs = result.needs
    rows = Self.ranked(
      zip(chosen, result.losses).map { Row(organizations: [$0], loss: $1) }, network)
    let inPairs = Array(chosen.prefix(pairLimit))
    triedInPairs = inPairs.count
    let joint = trial.jointLosses(Array(closures.prefix(pairLimit)))
    pairs = Self.ranked(
      joint.map { pair in
        let both = network.byID([inPairs[pair.first], inPairs[pair.second]])
        return Row(organizations: both, loss: pair.loss)
      }, network)
  }

  /// Organizations by the referrals to and from them and their units, the most first, then ids.
  private static func busiest(_ heads: [Int], _ table: PathwayTable) -> [Int] {
    let network = table.network
    let load = heads.map { head in
      network.withUnits([head]).reduce(0) {
        $0 + table.arcs.incoming[$1].count + table.arcs.outgoing[$1].count
      }
    }
    return heads.indices.sorted { left, right in
      if load[left] != load[right] { return load[left] > load[right] }
      return idsPrecede(
        [network.organizations[heads[left]].id], [network.organizations[heads[right]].id])
    }.map { heads[$0] }
  }

  private static func ranked(_ rows: [Row], _ network: StakeholderNetwork) -> [Row] {
    rows.filter { $0.loss != ClosureLoss() }.sorted { left, right in
      let (a, b) = (left.loss, right.loss)
      if a.pathways != b.pathways { return a.pathways > b.pathways }
      if a.needs != b.needs { return a.needs > b.needs }
      if a.own != b.own { return a.own > b.own }
      return idsPrecede(
        left.organizations.map { network.organizations[$0].id },
        right.organizations.map { network.organizations[$0].id })
    }
  }
}
