import LiaisonModel

/// Who belongs together and who is tied to whom, read plainly from SEMANTICS §6.
extension PlainNetwork {
  /// The family of a kind of relation; nil for feedback, which is an attribute of referral.
  static func family(ofKind kind: Code) -> String? {
    switch kind {
    case "refers_to", "escalates_to", "hands_over_to", "exchanges_with": "referral"
    case "shares_information_with": "information"
    case "works_with": "joint"
    case "supervises": "authority"
    case "funds": "resource"
    case "member_of": "membership"
    case "conflicts_with": "negative"
    default: nil
    }
  }

  /// The families that a layer is made of.
  static func families(ofLayer layer: String) -> [String] {
    switch layer {
    case "cooperation": ["referral", "information", "joint"]
    case "all": ["referral", "information", "authority", "resource", "joint"]
    default: [layer]
    }
  }

  /// The organization that a place is a unit of, or a unit of a unit of.
  func top(_ place: Int) -> Int {
    var current = place
    while let parent = places[current].parent { current = parent }
    return current
  }

  /// An organization with its units.
  func members(ofTop top: Int) -> [Int] { places.indices.filter { self.top($0) == top } }

  /// Whether an organization or a unit of it did not answer.
  func isSilent(top: Int) -> Bool { members(ofTop: top).contains { places[$0].isSilent } }

  /// The pairs of different organizations, each with its units, that a relation of a layer joins; both
  /// of its ends and itself are in force.
  func ties(_ layer: String) -> Set<Set<Int>> {
    let families = Self.families(ofLayer: layer)
    var pairs: Set<Set<Int>> = []
    for link in links where link.isInForce {
      guard let to = link.to, let family = Self.family(ofKind: link.kind),
        families.contains(family), places[link.from.place].isInForce, places[to.place].isInForce
      else { continue }
      let pair: Set = [top(link.from.place), top(to.place)]
      if pair.count == 2 { pairs.insert(pair) }
    }
    return pairs
  }

  /// Whether all rows of these kinds are listed.
  func lists(_ kinds: [String]) -> Bool {
    guard let boundary = document.header.boundary.value else { return false }
    guard let complete = boundary.complete.value else { return true }
    return kinds.allSatisfy { complete.contains(Code($0)) }
  }

  /// Whether all organizations and all that a layer is made of are listed.
  func lists(layer: String) -> Bool {
    lists(["organizations"] + Self.families(ofLayer: layer))
  }
}
