public import LiaisonModel

/// One step between two organizations: a relation of the referral layer, or the step between an
/// organization and its unit, which counts no hop.
public struct Hop: Hashable, Sendable {
  /// The index of the organization it starts from.
  public var source: Int
  /// The index of the organization it leads to.
  public var target: Int
  /// The index of the relation; nil between an organization and its unit.
  public var relation: Int?

  /// Creates a step.
  public init(source: Int, target: Int, relation: Int?) {
    self.source = source
    self.target = target
    self.relation = relation
  }
}

/// The best recorded way from an entry point to a provider (SEMANTICS §4).
public struct Pathway: Sendable, Equatable {
  /// The organizations, from the entry point to the provider's.
  public var organizations: [Int]
  /// The steps between them; one fewer than the organizations.
  public var steps: [Hop]
  /// What each step says.
  public var answers: [Answer]
  /// The service at its end.
  public var service: Int
  /// How many relations it takes; steps between an organization and its unit count none.
  public var hops: Int
  /// How many steps are not known; an entry point of which it is not known counts too.
  public var unknownHops: Int
  /// The least confidence of its relations; nil is *not stated*.
  public var confidence: Double?
  /// The agreements on its way that have expired.
  public var expiredAgreements: [Int]
}

/// Where a missing way stops (SEMANTICS §4).
public enum PathwayStop: Hashable, Sendable {
  /// At a step that says no.
  case hop(Hop)
  /// At a service that people reach and that does not admit them.
  case service(Int)
  /// Nowhere on a relation: none is recorded from one organization to a provider.
  case noRelation(from: Int, to: Int)

  /// The organization at which the way stops; nil only for a service, whose organization the
  /// network knows.
  func organization(in network: StakeholderNetwork) -> Int {
    switch self {
    case .hop(let hop): hop.source
    case .service(let service): network.services[service].organization
    case .noRelation(let from, _): from
    }
  }
}
