import LiaisonGraph
import LiaisonModel

/// Who is tied to whom in one layer, an organization and its units as one (DOMAIN G11).
struct Connection {
  /// How an organization stands to the others.
  enum Standing: CaseIterable, Sendable {
    /// Tied to somebody who is no donor.
    case tied
    /// Tied to donors only.
    case donor
    /// In a committee with others, and tied to nobody.
    case meetings
    /// None of these.
    case alone
  }

  /// The organizations at the top of their units that are in force and no donors, by id.
  private(set) var families: [Int] = []
  /// How each of them stands.
  private(set) var standing: [Int: Standing] = [:]
  /// Those of which it is sure that they are tied to somebody who is no donor.
  private(set) var surelyTied: Set<Int> = []
  /// The donors of those tied to donors only, by id.
  private(set) var donors: [Int: [Int]] = [:]
  /// Groups of two and more that have ties with each other only, beside the largest; by id.
  private(set) var fragments: [[Int]] = []

  /// - Complexity: O(organizations log organizations + relations).
  init(_ network: StakeholderNetwork, _ name: Layer.Name, on date: CalendarDate) {
    let ids = network.organizations.map(\.id)
    let tops = Set(network.organizations(inForceOn: date).map { network.family(of: $0) })
    let all = network.byID(tops)
    func isDonor(_ family: Int) -> Bool {
      network.organizations[family].sector.map { sector in
        ["donor", "foundation"].contains { Code($0).covers(sector) }
      } ?? false
    }
    families = all.filter { !isDonor($0) }
    var number: [Int: Int] = [:]
    for (position, family) in families.enumerated() { number[family] = position }
    var ties: [Edge] = []
    var funders: [Int: Set<Int>] = [:]
    for (tie, answer) in network.familyTieAnswers(name, on: date) {
      if let one = number[tie.first], let other = number[tie.second] {
        ties.append(Edge(NodeID(one), NodeID(other)))
        if answer == .yes { surelyTied.formUnion([tie.first, tie.second]) }
      }
    }
    for layer in [name, .resource] {
      for tie in network.familyTies(layer, on: date) {
        for (one, other) in [(tie.first, tie.second), (tie.second, tie.first)]
        where isDonor(other) && !isDonor(one) {
          funders[one, default: []].insert(other)
        }
      }
    }
    let meeting = network.familiesInCommittee(on: date)
    let graph = Graph(
      checked: ties.sorted {
        ($0.source.index, $0.target.index) < ($1.source.index, $1.target.index)
      },
      nodeCount: families.count, directed: false, weights: nil)
    let components = graph.weakComponents().members
    for component in components {
      for node in component {
        let family = families[node.index]
        if component.count > 1 {
          standing[family] = .tied
        } else if let own = funders[family], !own.isEmpty {
          standing[family] = .donor
          donors[family] = own.sorted { idsPrecede([ids[$0]], [ids[$1]]) }
        } else {
          standing[family] = meeting.contains(family) ? .meetings : .alone
        }
      }
    }
    let groups = components.filter { $0.count > 1 }
    let largest = groups.map(\.count).max() ?? 0
    let main = groups.firstIndex { $0.count == largest }
    for (index, group) in groups.enumerated() where index != main {
      fragments.append(group.map { families[$0.index] })
    }
  }
}

extension StakeholderNetwork {
  /// The organizations, each with its units, that sit in a committee with another.
  fileprivate func familiesInCommittee(on date: CalendarDate) -> Set<Int> {
    var members: [Int: Set<Int>] = [:]
    for relation in relations
    where Layer.Name.membership.contains(relation) && standingWithEnds(relation, on: date) != .no {
      guard case .body(let body) = relation.to, let member = organization(of: relation.from),
        bodies[body].validity.answer(on: date) != .no
      else { continue }
      members[body, default: []].insert(family(of: member))
    }
    return members.values.filter { $0.count > 1 }.reduce(into: []) { $0.formUnion($1) }
  }
}
