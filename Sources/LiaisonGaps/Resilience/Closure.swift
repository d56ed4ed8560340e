public import LiaisonModel

/// What goes at once in a trial: organizations that close, and services that stop.
public struct Closure: Hashable, Sendable {
  /// The indices of the organizations that close, in order; units are named as well.
  public var organizations: [Int]
  /// The indices of the services that stop where their organization goes on, in order.
  public var services: [Int]

  /// Creates a closure.
  public init(organizations: [Int], services: [Int] = []) {
    self.organizations = organizations.sorted()
    self.services = services.sorted()
  }

  /// The closure of organizations and all their units, which count as one (SEMANTICS §7).
  public init(closing heads: [Int], in network: StakeholderNetwork) {
    self.init(organizations: network.withUnits(heads))
  }
}

/// What a closure costs.
public struct ClosureLoss: Sendable, Equatable {
  /// The pathways of people met elsewhere, certain or possible, that would be none.
  public var pathways = 0
  /// The pathways that start at what closes.
  public var own = 0
  /// The needs that would have no way left from any entry point, though they have one.
  public var needs = 0
}

extension StakeholderNetwork {
  /// Organizations with their units, and the units of these, in order.
  func withUnits(_ heads: [Int]) -> [Int] {
    var all = Set(heads)
    var queue = heads
    while let head = queue.popLast() {
      for unit in organizations[head].units where all.insert(unit).inserted { queue.append(unit) }
    }
    return all.sorted()
  }
}
