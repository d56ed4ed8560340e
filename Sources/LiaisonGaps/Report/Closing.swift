import LiaisonModel

/// Which single new relation closes a missing pathway, and which others it closes with it.
///
/// A relation from where the way stops to a provider, with no scope of its own: it closes a row
/// exactly when people of the row reach the one end and the other end serves them or passes them on.
/// That is computed, not estimated: a way over the new relation runs over it once, so that what is
/// reached before and behind it is what was reached without it.
struct Closing {
  /// What one relation closes.
  struct Relation {
    var from: Int
    var to: Int
    /// The positions of the folds that it closes.
    var closes: [Int]
  }

  let table: PathwayTable
  let folds: [PathwayLedger.Fold]

  /// The best closing relation of each fold; nil where no single relation closes it.
  ///
  /// The one that closes most folds, then most rows for certain, then the lowest id.
  ///
  /// - Complexity: O(stops × (arcs + providers × missing rows)).
  func relations() -> [Relation?] {
    var found = [Relation?](repeating: nil, count: folds.count)
    let stops = folds.map { $0.stop.organization(in: table.network) }
    let reach = Dictionary(
      uniqueKeysWithValues: Set(folds.map(\.service)).map { ($0, table.reach(ofService: $0)) })
    for stop in Set(stops).sorted() {
      var toStop = BackwardReach(table.arcs)
      toStop.seedAll(stop)
      toStop.propagate(table.arcs, service: .any)
      var closed: [Int: [Int]] = [:]
      for index in folds.indices where stops[index] == stop {
        var best: (relation: Relation, certain: Int)?
        for provider in providers(of: folds[index]) where provider != stop {
          guard closes(folds[index], from: toStop, to: provider, reach) != nil else { continue }
          let all =
            closed[provider]
            ?? folds.indices.filter { closes(folds[$0], from: toStop, to: provider, reach) != nil }
          closed[provider] = all
          let certain = closes(folds[index], from: toStop, to: provider, reach) ?? 0
          if let best, best.relation.closes.count > all.count { continue }
          if let best, best.relation.closes.count == all.count, best.certain >= certain { continue }
          best = (Relation(from: stop, to: provider, closes: all), certain)
        }
        found[index] = best?.relation
      }
    }
    return found
  }

  /// A few relations from where the way stops that close a fold together; nil where three do not.
  func together(_ fold: PathwayLedger.Fold) -> [Int]? {
    let stop = fold.stop.organization(in: table.network)
    var toStop = BackwardReach(table.arcs)
    toStop.seedAll(stop)
    toStop.propagate(table.arcs, service: .any)
    let reach = [fold.service: table.reach(ofService: fold.service)]
    var open = fold.cells
    var chosen: [Int] = []
    while !open.isEmpty, chosen.count < 3 {
      var best: (provider: Int, rest: [PathwayTable.Cell])?
      for provider in providers(of: fold, all: false) where provider != stop {
        let rest = open.filter { answer($0, from: toStop, to: provider, reach) == .no }
        if rest.count < (best?.rest.count ?? open.count) { best = (provider, rest) }
      }
      guard let best else { return nil }
      chosen.append(best.provider)
      open = best.rest
    }
    return open.isEmpty ? chosen : nil
  }

  /// The providers of a fold's service type, by id: those that admit its first row, unless all are
  /// asked for.
  private func providers(of fold: PathwayLedger.Fold, all: Bool = true) -> [Int] {
    let network = table.network
    let first = fold.cells.first
    var found: Set<Int> = []
    for provider in table.providers[fold.service] {
      if all, let first,
        table.arcs.answer(provider.mask, area: first.area, profile: first.profile) == .no
      {
        continue
      }
      found.insert(network.services[provider.service].organization)
    }
    return found.sorted {
      idsPrecede([network.organizations[$0].id], [network.organizations[$1].id])
    }
  }

  /// How many rows of a fold are closed for certain; nil where some row stays open.
  private func closes(
    _ fold: PathwayLedger.Fold, from toStop: BackwardReach, to provider: Int,
    _ reach: [Int: BackwardReach]
  ) -> Int? {
    var certain = 0
    for cell in fold.cells {
      let answer = answer(cell, from: toStop, to: provider, reach)
      if answer == .no { return nil }
      if answer == .yes { certain += 1 }
    }
    return certain
  }

  /// Whether a row is closed by a relation to a provider.
  private func answer(
    _ cell: PathwayTable.Cell, from toStop: BackwardReach, to organization: Int,
    _ reach: [Int: BackwardReach]
  ) -> Answer {
    let before = toStop.answer(table.entries[cell.entry], cell.area, cell.profile)
    guard before != .no else { return .no }
    var behind = Answer.no
    for provider in table.providers[cell.service]
    where table.network.services[provider.service].organization == organization {
      behind =
        behind | table.arcs.answer(provider.mask, area: cell.area, profile: cell.profile)
    }
    if behind != .yes, let reach = reach[cell.service] {
      let scope = table.arcs.answerOfScope(organization, table.need(of: cell))
      behind = behind | (scope & reach.answer(organization, cell.area, cell.profile))
    }
    return before & behind
  }
}

extension BackwardReach {
  /// What is reached from an organization for one need.
  func answer(_ organization: Int, _ area: Int, _ profile: Int) -> Answer {
    let index = offset(organization, area) + profile / 64
    let bit = UInt64(1) << UInt64(profile % 64)
    if certain[index] & bit != 0 { return .yes }
    return possible[index] & bit != 0 ? .unknown : .no
  }
}

extension ReferralArcs {
  /// What an organization's scope, status and dates say to a need.
  func answerOfScope(_ organization: Int, _ need: Need) -> Answer {
    let place = network.organizations[organization]
    return network.answer(relation: nil, target: place.scope, to: need)
      & place.validity.answer(on: date)
  }
}
