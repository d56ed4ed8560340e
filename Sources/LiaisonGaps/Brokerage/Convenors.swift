import LiaisonGraph
public import LiaisonModel

/// Whom to choose as convenors, who together are near to as many as can be, and whom to protect,
/// without whom cooperation falls apart (DOMAIN G10).
public struct Convenors: Sendable {
  /// One choice.
  public struct Choice: Sendable, Equatable {
    /// The organizations, by index, in the order of their ids; the first of the sets that are as good.
    public var organizations: [Int]
    /// The value of the measure, 0 to 1.
    public var value: Double
    /// How many other sets are as good.
    public var others: Int
    /// Whether all sets were tried; else one was built up and improved by swaps.
    public var isExact: Bool
    /// How many of the other organizations work with one of them.
    public var reached: Int
    /// How many parts the others fall into without them.
    public var parts: Int
  }

  /// KPP-POS: Σ 1 / distance from the set, over all, is greatest.
  public let convenors: Choice?
  /// KPP-NEG: the others are fragmented most without the set, distances counting.
  public let protect: Choice?
  /// The organizations that work with anybody, units counted with theirs.
  public let organizations: Int
  /// Why nobody is chosen: too many of those asked stayed silent, or too few organizations.
  public let refusal: String?

  /// Chooses among the organizations of a network.
  ///
  /// - Parameters:
  ///   - network: the network.
  ///   - date: the day.
  ///   - size: how many are chosen.
  ///   - limit: the share of silent organizations above which nobody is.
  /// - Complexity: that of `Graph.keyPlayers`.
  /// - Reference: S. P. Borgatti, Identifying sets of key players in a social network, Computational
  ///   and Mathematical Organization Theory 12 (2006) 21–34, doi:10.1007/s10588-006-7084-x.
  public init(
    _ network: StakeholderNetwork, on date: CalendarDate, size: Int,
    limit: Double = NonResponse.limit
  ) {
    let network = network.known(on: date)
    // Who works with nobody reaches itself alone: to choose it would say nothing.
    let cooperation = CooperationGraph(network, on: date).withoutIsolates()
    let heads = cooperation.heads
    organizations = heads.count
    var refusal = NonResponse(network).refusal(above: limit)
    if refusal == nil, size < 1 || size >= organizations {
      refusal =
        "Nobody is chosen: \(Wording.count(size, "organization")) of "
        + "\(Wording.grouped(organizations)) that work with anybody would be all, or none."
    }
    self.refusal = refusal
    func choice(_ goal: KeyPlayerGoal) -> Choice? {
      guard refusal == nil, let found = try? cooperation.graph.keyPlayers(size: size, goal: goal),
        let set = found.sets.first?.map(\.index)
      else { return nil }
      var near: Set<Int> = []
      for node in set {
        near.formUnion(cooperation.graph.neighbours(of: NodeID(node)).map(\.index))
      }
      return Choice(
        organizations: set.map { heads[$0] }, value: found.value, others: found.sets.count - 1,
        isExact: found.method == .exhaustive, reached: near.subtracting(set).count,
        parts: cooperation.parts(without: Set(set)).count)
    }
    convenors = choice(.distanceReach)
    protect = choice(.distanceFragmentation)
  }

  /// The answer, a sentence each.
  public func sentences(_ network: StakeholderNetwork) -> [String] {
    if let refusal { return [refusal] }
    func names(_ choice: Choice) -> String {
      Wording.list(choice.organizations.map { Wording.definite(network.organizations[$0].name) })
    }
    func how(_ choice: Choice) -> String {
      let method =
        choice.isExact
        ? "all sets were tried"
        : "built up one by one and improved by swaps; it may not be the best"
      let others =
        choice.others == 0 ? "" : "; \(Wording.count(choice.others, "other set")) as good"
      return " (\(method)\(others))"
    }
    var lines: [String] = []
    if let convenors {
      let rest = organizations - convenors.organizations.count
      lines.append(
        "As convenors: \(names(convenors)). \(Wording.grouped(convenors.reached)) of the "
          + "\(Wording.grouped(rest)) others work with one of them\(how(convenors)).")
    }
    if let protect {
      lines.append(
        "To protect: \(names(protect)). Without them those who are left fall into "
          + "\(Wording.count(protect.parts, "part"))\(how(protect)).")
    }
    return lines
  }
}
