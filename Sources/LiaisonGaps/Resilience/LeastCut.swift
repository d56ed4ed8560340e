import LiaisonModel

/// The fewest organizations, with their units, whose closure leaves no way to a need: by Menger's
/// theorem, how many ways to it share no organization.
///
/// Some organization of any way must be in every cut: the organizations of one way are tried in turn,
/// and so on with those of the next, to a depth that the caller bounds.
///
/// Reference: K. Menger, Zur allgemeinen Kurventheorie, Fundamenta Mathematicae 10 (1927) 96–115,
/// doi:10.4064/fm-10-1-96-115.
struct LeastCut {
  let table: PathwayTable
  let local: LocalReferrals
  let ends: [LocalReferrals.End]
  let profile: Int

  /// Whether there is a way at all.
  var hasWay: Bool { local.way(ends, profile: profile, table, without: []) != nil }

  /// How many families people may arrive at first, and how many provide what they need.
  var terminals: (entries: Int, providers: Int) {
    let masks = table.arcs.masks
    let network = table.network
    func admits(_ mask: Int) -> Bool {
      masks.answer(mask, profile: profile) != .no
    }
    let entries = local.entries.filter { admits($0.profile) }
      .map { network.family(of: local.organizations[$0.place]) }
    let providers = ends.filter { $0.isOwn && admits($0.profile) }
      .map { network.family(of: network.services[$0.service].organization) }
    return (Set(entries).count, Set(providers).count)
  }

  /// A cut of the fewest families, of at most `limit` of them, by id: of several the first in the order of
  /// ids; nil where every cut is larger.
  ///
  /// - Complexity: O(length of a way ^ `limit` × arcs of the area) time.
  func families(atMost limit: Int) -> [Int]? {
    for size in 0...max(0, limit) {
      if let cut = cut(without: [], left: size) { return cut }
    }
    return nil
  }

  /// The first cut of so many families more. All branches are taken: which way is tried first, of several
  /// as short, then decides nothing. The depth is `left`, which a standard bounds by `DisjointKind.most`.
  private func cut(without closed: [Int], left: Int) -> [Int]? {
    let network = table.network
    let out = Set(network.withUnits(closed))
    guard let way = local.way(ends, profile: profile, table, without: out) else {
      return network.byID(closed)
    }
    guard left > 0 else { return nil }
    let cuts = network.byID(Set(way.map { network.family(of: $0) })).compactMap {
      cut(without: closed + [$0], left: left - 1)
    }
    return cuts.min { one, other in
      idsPrecede(
        one.map { network.organizations[$0].id }, other.map { network.organizations[$0].id })
    }
  }
}
