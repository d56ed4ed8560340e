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

  init(_ arcs: ReferralArcs) {
    areaCount = arcs.needs.areas.count
    wordCount = arcs.needs.wordCount
    let size = arcs.network.organizations.count * areaCount * wordCount
    certain = [UInt64](repeating: 0, count: size)
    possible = certain
    isQueued = [Bool](repeating: false, count: arcs.network.organizations.count)
  }

  /// The place of an organization's words for an area.
  func offset(_ organization: Int, _ area: Int) -> Int {
    (organization * areaCount + area) * wordCount
  }

  /// People at an organization reach what a mask admits.
  mutating func seed(_ organization: Int, _ mask: NeedMask, _ masks: ScopeMasks) {
    guard mask.cap != .no else { return }
    let areas = masks.areas[mask.area]
    let profiles = masks.profiles[mask.profile]
    var changed = false
    for slot in areas.possible {
      let base = offset(organization, Int(slot))
      let isCertain = mask.cap == .yes && areas.answers[Int(slot)] == .yes
      for word in 0..<wordCount {
        let now = possible[base + word] | profiles.possible[word]
        if now != possible[base + word] {
          possible[base + word] = now
          changed = true
        }
        guard isCertain else { continue }
        let sure = certain[base + word] | profiles.certain[word]
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
    guard !isQueued[organization] else { return }
    isQueued[organization] = true
    queue.append(organization)
  }

  /// Carries what is reached back along the arcs until nothing changes.
  ///
  /// - Complexity: O(arcs × areas admitted × words × longest way), in practice near one pass.
  mutating func propagate(_ arcs: ReferralArcs, service: Code) {
    var head = 0
    while head < queue.count {
      let organization = queue[head]
      head += 1
      isQueued[organization] = false
      for index in arcs.incoming[organization] {
        let arc = arcs.arcs[index]
        carry(arcs.onwardMask(arc, for: service), from: organization, to: arc.hop.source, arcs)
      }
    }
    queue.removeAll()
  }

  private mutating func carry(
    _ mask: NeedMask, from target: Int, to source: Int, _ arcs: ReferralArcs
  ) {
    guard mask.cap != .no else { return }
    let areas = arcs.masks.areas[mask.area]
    let profiles = arcs.masks.profiles[mask.profile]
    var changed = false
    for slot in areas.possible {
      let from = offset(target, Int(slot))
      let to = offset(source, Int(slot))
      let isCertain = mask.cap == .yes && areas.answers[Int(slot)] == .yes
      for word in 0..<wordCount {
        let now = possible[to + word] | (profiles.possible[word] & possible[from + word])
        if now != possible[to + word] {
          possible[to + word] = now
          changed = true
        }
        guard isCertain else { continue }
        let sure = certain[to + word] | (profiles.certain[word] & certain[from + word])
        if sure != certain[to + word] {
          certain[to + word] = sure
          changed = true
        }
      }
    }
    if changed { enqueue(source) }
  }
}
