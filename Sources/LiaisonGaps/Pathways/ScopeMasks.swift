import LiaisonModel

/// What pairs of scope lists say to every leaf area, and to every profile, each pair asked once.
///
/// A step of a pathway says to a need the least of what it says to its area and to its profile, so
/// that two small masks hold its answers to all needs.
struct ScopeMasks {
  /// One answer for each leaf area.
  struct AreaMask {
    var answers: [Answer]
    /// The positions whose answer is yes or unknown.
    var possible: [Int32]
  }

  /// Bits over profiles: those that get a yes, and those that get yes or unknown.
  struct ProfileMask {
    var certain: [UInt64]
    var possible: [UInt64]
  }

  private struct Pair: Hashable {
    var relation: ScopeList?
    var target: ScopeList?
  }
  private struct Profiles: Hashable {
    var groups: Pair
    var cases: Pair
  }

  let network: StakeholderNetwork
  let needs: NeedSpace
  private(set) var areas: [AreaMask] = []
  private(set) var profiles: [ProfileMask] = []
  private var areaIndex: [Pair: Int] = [:]
  private var profileIndex: [Profiles: Int] = [:]

  init(_ network: StakeholderNetwork, _ needs: NeedSpace) {
    self.network = network
    self.needs = needs
  }

  /// The mask of what a relation and its target say to areas.
  mutating func areaMask(relation: Scope?, target: Scope) -> Int {
    let pair = Pair(relation: relation?.areas, target: target.areas)
    if let known = areaIndex[pair] { return known }
    let assume = network.header.assume.areas
    let answers = needs.areas.map { area in
      StakeholderNetwork.combine(
        relation: pair.relation.map { network.answer(of: $0, toArea: area) },
        target: pair.target.map { network.answer(of: $0, toArea: area) },
        assume: assume.map { network.answer(of: $0, toArea: area) })
    }
    let possible = answers.indices.filter { answers[$0] != .no }.map { Int32($0) }
    areas.append(AreaMask(answers: answers, possible: possible))
    areaIndex[pair] = areas.count - 1
    return areas.count - 1
  }

  /// The mask of what a relation and its target say to groups and cases.
  mutating func profileMask(relation: Scope?, target: Scope) -> Int {
    let key = Profiles(
      groups: Pair(relation: relation?.groups, target: target.groups),
      cases: Pair(relation: relation?.cases, target: target.cases))
    if let known = profileIndex[key] { return known }
    func answers(_ codes: [Code], _ pair: Pair, _ assume: ScopeList?) -> [Answer] {
      codes.map { code in
        StakeholderNetwork.combine(
          relation: pair.relation?.answer(for: code), target: pair.target?.answer(for: code),
          assume: assume?.answer(for: code))
      }
    }
    let groups = answers(needs.groups, key.groups, network.header.assume.groups)
    let cases = answers(needs.representatives, key.cases, network.header.assume.cases)
    var mask = ProfileMask(
      certain: [UInt64](repeating: 0, count: needs.wordCount),
      possible: [UInt64](repeating: 0, count: needs.wordCount))
    for group in groups.indices {
      for caseClass in cases.indices {
        let answer = groups[group] & cases[caseClass]
        let profile = needs.profile(group: group, caseClass: caseClass)
        let bit = UInt64(1) << UInt64(profile % 64)
        if answer != .no { mask.possible[profile / 64] |= bit }
        if answer == .yes { mask.certain[profile / 64] |= bit }
      }
    }
    profiles.append(mask)
    profileIndex[key] = profiles.count - 1
    return profiles.count - 1
  }
}

/// What one thing says to every need: a mask of areas, a mask of profiles, and the most that
/// everything else about it (status, dates, evidence) lets it say.
struct NeedMask {
  var area: Int
  var profile: Int
  var cap: Answer
}
