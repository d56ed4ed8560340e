import LiaisonGraph
import LiaisonModel

/// The loops of the referral layer from which nobody reaches a service that is provided elsewhere:
/// strong components of the possible graph of a need with no way on to a provider (SEMANTICS §7).
///
/// All needs of a service type are looked at together. Bits over profiles say, for each organization
/// and area, who is stuck there; organizations that nobody stuck comes from or goes on to are taken
/// away until none is left, which leaves circles and what lies between them. Only there components
/// are sought, once for all profiles to which the same steps say the same.
///
/// Reference: R. Tarjan, Depth-first search and linear graph algorithms, SIAM Journal on Computing 1
/// (1972) 146–160, doi:10.1137/0201010.
struct ReferralLoops {
  /// One loop and the needs, as rows without an entry point, for which it is one.
  struct Loop {
    /// Its organizations, by id.
    var members: [Int]
    var needs: [PathwayTable.Cell]
  }

  let table: PathwayTable
  let service: Int
  let asked: NeedSelection.Positions
  private let areaCount: Int
  private let wordCount: Int
  /// For each organization and area: the profiles stuck there.
  private var stuck: [UInt64]
  /// For each organization and area: the profiles that it serves itself. Who comes round to its door
  /// is in no loop.
  private var served: [UInt64]
  /// Who passes people on and to whom, beside each arc's mask for this service type.
  private let onward: [NeedMask]

  init(_ table: PathwayTable, service: Int, _ asked: NeedSelection.Positions) {
    self.table = table
    self.service = service
    self.asked = asked
    let needs = table.needs
    areaCount = needs.areas.count
    wordCount = needs.wordCount
    onward = table.arcs.arcs.map { table.arcs.onwardMask($0, for: service) }
    let reach = table.reach(ofService: service)
    var profiles = [UInt64](repeating: 0, count: wordCount)
    for profile in asked.profiles { profiles[profile / 64] |= UInt64(1) << UInt64(profile % 64) }
    let masks = table.arcs.masks
    var offered = [UInt64](repeating: 0, count: areaCount * wordCount)
    for provider in table.providers[service] where provider.mask.cap != .no {
      for slot in masks.areas(provider.mask.area) {
        for word in 0..<wordCount {
          offered[Int(slot) * wordCount + word] |=
            masks.possible(provider.mask.profile, word)
        }
      }
    }
    stuck = [UInt64](repeating: 0, count: reach.possible.count)
    for organization in table.network.organizations.indices {
      for area in asked.areas {
        let base = (organization * areaCount + area) * wordCount
        for word in 0..<wordCount {
          stuck[base + word] =
            profiles[word] & offered[area * wordCount + word] & ~reach.possible[base + word]
        }
      }
    }
    served = [UInt64](repeating: 0, count: stuck.count)
    for provider in table.providers[service] where provider.mask.cap != .no {
      let owner = table.network.services[provider.service].organization
      for slot in masks.areas(provider.mask.area) {
        let base = (owner * areaCount + Int(slot)) * wordCount
        for word in 0..<wordCount {
          served[base + word] |= masks.possible(provider.mask.profile, word)
        }
      }
    }
  }

  /// The loops, each once, by the ids of their members.
  ///
  /// - Complexity: O(arcs × areas admitted × words × longest way) for what is stuck, then O(areas ×
  ///   distinct answers × arcs of what is left).
  func loops() -> [Loop] {
    var rest = self
    rest.trim()
    var places: [[Int]] = Array(repeating: [], count: areaCount)
    for organization in table.network.organizations.indices {
      for area in asked.areas {
        let base = (organization * areaCount + area) * wordCount
        if rest.stuck[base..<base + wordCount].contains(where: { $0 != 0 }) {
          places[area].append(organization)
        }
      }
    }
    var needs: [[Int]: [PathwayTable.Cell]] = [:]
    for area in asked.areas where places[area].count > 1 {
      for (members, profiles) in rest.components(area: area, places[area]) {
        needs[members, default: []] += profiles.map {
          PathwayTable.Cell(entry: 0, service: service, area: area, profile: $0)
        }
      }
    }
    let ids = table.network.organizations.map(\.id)
    return needs.map { Loop(members: $0.key, needs: $0.value) }.sorted { left, right in
      idsPrecede(left.members.map { ids[$0] }, right.members.map { ids[$0] })
    }
  }

  /// Takes away who is stuck where nobody stuck comes from or goes on to.
  private mutating func trim() {
    let arcs = table.arcs
    let size = areaCount * wordCount
    var queue = Array(table.network.organizations.indices)
    var isQueued = [Bool](repeating: true, count: queue.count)
    var head = 0
    while head < queue.count {
      let organization = queue[head]
      head += 1
      isQueued[organization] = false
      let base = organization * size
      guard stuck[base..<base + size].contains(where: { $0 != 0 }) else { continue }
      var from = [UInt64](repeating: 0, count: size)
      var to = from
      for index in arcs.incoming[organization] {
        gather(index, at: arcs.arcs[index].hop.source, into: &from)
      }
      for index in arcs.outgoing[organization] {
        gather(index, at: arcs.arcs[index].hop.target, into: &to)
      }
      var changed = false
      for word in 0..<size {
        let now = stuck[base + word] & from[word] & to[word]
        if now != stuck[base + word] {
          stuck[base + word] = now
          changed = true
        }
      }
      guard changed else { continue }
      let neighbours =
        arcs.incoming[organization].map { arcs.arcs[$0].hop.source }
        + arcs.outgoing[organization].map { arcs.arcs[$0].hop.target }
      for next in neighbours where !isQueued[next] {
        isQueued[next] = true
        queue.append(next)
      }
    }
  }

  /// Adds who is stuck at the other end of an arc and may take it.
  private func gather(_ arc: Int, at other: Int, into words: inout [UInt64]) {
    let mask = onward[arc]
    guard mask.cap != .no else { return }
    let masks = table.arcs.masks
    for slot in masks.areas(mask.area) {
      let place = Int(slot) * wordCount
      let base = other * areaCount * wordCount + place
      for word in 0..<wordCount {
        words[place + word] |= stuck[base + word] & masks.possible(mask.profile, word)
      }
    }
  }

  /// The components of one area, with the profiles for which they are one: of two organizations at
  /// least, an organization and its units counting as one.
  private func components(area: Int, _ places: [Int]) -> [(members: [Int], profiles: [Int])] {
    let arcs = table.arcs
    let network = table.network
    var number: [Int: Int] = [:]
    for (position, place) in places.enumerated() { number[place] = position }
    var steps: [(edge: Edge, bits: [UInt64])] = []
    for place in places {
      for index in arcs.outgoing[place] {
        guard let source = number[place], let target = number[arcs.arcs[index].hop.target],
          onward[index].cap != .no,
          arcs.masks.answer(onward[index].area, area: area) != .no
        else { continue }
        let from = (place * areaCount + area) * wordCount
        let to = (arcs.arcs[index].hop.target * areaCount + area) * wordCount
        let bits = (0..<wordCount).map {
          arcs.masks.possible(onward[index].profile, $0) & stuck[from + $0] & stuck[to + $0]
        }
        guard bits.contains(where: { $0 != 0 }) else { continue }
        steps.append((Edge(NodeID(source), NodeID(target)), bits))
      }
    }
    func own(_ place: Int) -> [UInt64] {
      let base = (place * areaCount + area) * wordCount
      return Array(served[base..<base + wordCount])
    }
    var found: [(members: [Int], profiles: [Int])] = []
    for profiles in alike(steps.map(\.bits) + places.map(own)) {
      guard let first = profiles.first else { continue }
      let edges = steps.filter {
        $0.bits[first / 64] & (UInt64(1) << UInt64(first % 64)) != 0
      }.map(\.edge)
      let graph = Graph(checked: edges, nodeCount: places.count, directed: true, weights: nil)
      for component in graph.strongComponents().members where component.count > 1 {
        let members = component.map { places[$0.index] }
        guard Set(members.map { network.family(of: $0) }).count > 1,
          !members.contains(where: { own($0)[first / 64] & (UInt64(1) << UInt64(first % 64)) != 0 })
        else { continue }
        found.append((network.byID(members), profiles))
      }
    }
    return found
  }

  /// The profiles asked about, those together that all steps answer alike.
  private func alike(_ steps: [[UInt64]]) -> [[Int]] {
    var classes = [asked.profiles]
    for bits in Set(steps) {
      classes = classes.flatMap { profiles in
        let parts = [true, false].map { isIn in
          profiles.filter { (bits[$0 / 64] & (UInt64(1) << UInt64($0 % 64)) != 0) == isIn }
        }
        return parts.filter { !$0.isEmpty }
      }
    }
    return classes
  }
}
