import LiaisonModel

/// For each organization, the needs for which people who are there reach something, found for all
/// needs at once: one bit a profile, one row of words an organization and area.
///
/// As paths are monotone, one run over `yes` and one over `yes|unknown` decide over all completions
/// of what is not known (SEMANTICS §4).
struct BackwardReach {
  let areaCount: Int
  let wordCount: Int
  /// Over arcs that say yes.
  private(set) var certain: [UInt64]
  /// Over arcs that say yes or unknown.
  private(set) var possible: [UInt64]
  private var queue: [Int] = []
  private var isQueued: [Bool]
  /// The organizations that were ever queued, and so may hold bits.
  private var touched: [Int] = []
  private var isTouched: [Bool]

  init(_ arcs: ReferralArcs) {
    areaCount = arcs.needs.areas.count
    wordCount = arcs.needs.wordCount
    let size = arcs.network.organizations.count * areaCount * wordCount
    certain = [UInt64](repeating: 0, count: size)
    possible = certain
    isQueued = [Bool](repeating: false, count: arcs.network.organizations.count)
    isTouched = isQueued
  }

  /// Forgets everything that is reached.
  ///
  /// - Complexity: O(organizations that reached something × areas × words).
  mutating func removeAll() {
    for organization in touched {
      isTouched[organization] = false
      for index in offset(organization, 0)..<offset(organization + 1, 0) {
        certain[index] = 0
        possible[index] = 0
      }
    }
    touched.removeAll(keepingCapacity: true)
  }

  /// The place of an organization's words for an area.
  func offset(_ organization: Int, _ area: Int) -> Int {
    (organization * areaCount + area) * wordCount
  }

  /// People at an organization reach what a mask admits.
  mutating func seed(_ organization: Int, _ mask: NeedMask, _ masks: ScopeMasks) {
    guard mask.cap != .no else { return }
    var changed = false
    for slot in masks.areas(mask.area) {
      let base = offset(organization, Int(slot))
      let isCertain = mask.cap == .yes && masks.answer(mask.area, area: Int(slot)) == .yes
      for word in 0..<wordCount {
        let now = possible[base + word] | masks.possible(mask.profile, word)
        if now != possible[base + word] {
          possible[base + word] = now
          changed = true
        }
        guard isCertain else { continue }
        let sure = certain[base + word] | masks.certain(mask.profile, word)
        if sure != certain[base + word] {
          certain[base + word] = sure
          changed = true
        }
      }
    }
    if changed { enqueue(organization) }
  }

  /// People at an organization reach it whatever they need.
  mutating func seedAll(_ organization: Int) {
    for index in offset(organization, 0)..<offset(organization + 1, 0) {
      possible[index] = .max
      certain[index] = .max
    }
    enqueue(organization)
  }

  private mutating func enqueue(_ organization: Int) {
    if !isTouched[organization] {
      isTouched[organization] = true
      touched.append(organization)
    }
    guard !isQueued[organization] else { return }
    isQueued[organization] = true
    queue.append(organization)
  }

  /// Whether anything may be reached from an organization.
  func reachesAny(from organization: Int) -> Bool { isTouched[organization] }

  /// What is reached from an organization for one need.
  func answer(_ organization: Int, _ area: Int, _ profile: Int) -> Answer {
    let index = offset(organization, area) + profile / 64
    let bit = UInt64(1) << UInt64(profile % 64)
    if certain[index] & bit != 0 { return .yes }
    return possible[index] & bit != 0 ? .unknown : .no
  }

  /// Carries what is reached back along the arcs until nothing changes.
  ///
  /// - Parameters:
  ///   - arcs: the arcs.
  ///   - service: the position of the service type that people need; nil for one that no relation
  ///     lists.
  ///   - excluded: relations, by index, along which nobody passes.
  /// - Complexity: O(arcs × areas admitted × words × longest way), in practice near one pass.
  mutating func propagate(_ arcs: ReferralArcs, service: Int?, without excluded: Set<Int> = []) {
    var head = 0
    while head < queue.count {
      let organization = queue[head]
      head += 1
      isQueued[organization] = false
      for index in arcs.incoming[organization] {
        let arc = arcs.arcs[index]
        if !excluded.isEmpty, let relation = arc.hop.relation, excluded.contains(relation) {
          continue
        }
        carry(
          arcs.onwardMask(arc, for: service), from: organization, to: arc.hop.source, arcs.masks)
      }
    }
    queue.removeAll()
  }

  private mutating func carry(
    _ mask: NeedMask, from target: Int, to source: Int, _ masks: ScopeMasks
  ) {
    guard mask.cap != .no else { return }
    var changed = false
    for slot in masks.areas(mask.area) {
      let from = offset(target, Int(slot))
      let to = offset(source, Int(slot))
      let isCertain = mask.cap == .yes && masks.answer(mask.area, area: Int(slot)) == .yes
      for word in 0..<wordCount {
        let now = possible[to + word] | (masks.possible(mask.profile, word) & possible[from + word])
        if now != possible[to + word] {
          possible[to + word] = now
          changed = true
        }
        guard isCertain else { continue }
        let sure = certain[to + word] | (masks.certain(mask.profile, word) & certain[from + word])
        if sure != certain[to + word] {
          certain[to + word] = sure
          changed = true
        }
      }
    }
    if changed { enqueue(source) }
  }
}
