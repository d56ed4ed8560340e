import LiaisonModel

/// What pairs of scope lists say to every leaf area, and to every profile, each pair asked once.
///
/// A step of a pathway says to a need the least of what it says to its area and to its profile, so
/// that two small masks hold its answers to all needs. All masks of a kind lie in one row.
struct ScopeMasks {
  private struct Pair: Hashable {
    var relation: ScopeList?
    var target: ScopeList?
  }
  private struct Profiles: Hashable {
    var groups: Pair
    var cases: Pair
  }

  private let network: StakeholderNetwork
  private let needs: NeedSpace
  private let areaCount: Int
  private let wordCount: Int
  /// One answer for each area mask and leaf area.
  private var areaAnswers: [Answer] = []
  /// The areas whose answer is yes or unknown, mask after mask.
  private var possibleAreas: [Int32] = []
  private var areaStart: [Int] = [0]
  /// Bits over profiles, mask after mask: those that get a yes, and those that get yes or unknown.
  private var certainWords: [UInt64] = []
  private var possibleWords: [UInt64] = []
  private var areaIndex: [Pair: Int] = [:]
  private var profileIndex: [Profiles: Int] = [:]

  init(_ network: StakeholderNetwork, _ needs: NeedSpace) {
    self.network = network
    self.needs = needs
    areaCount = needs.areas.count
    wordCount = needs.wordCount
  }

  // MARK: What masks say

  /// What an area mask says to an area.
  func answer(_ areaMask: Int, area: Int) -> Answer { areaAnswers[areaMask * areaCount + area] }

  /// The areas, ascending, to which an area mask says yes or unknown.
  func areas(_ areaMask: Int) -> ArraySlice<Int32> {
    possibleAreas[areaStart[areaMask]..<areaStart[areaMask + 1]]
  }

  /// The profiles to which a profile mask says yes, as bits of one word.
  func certain(_ profileMask: Int, _ word: Int) -> UInt64 {
    certainWords[profileMask * wordCount + word]
  }

  /// The profiles to which a profile mask says yes or unknown, as bits of one word.
  func possible(_ profileMask: Int, _ word: Int) -> UInt64 {
    possibleWords[profileMask * wordCount + word]
  }

  /// What a profile mask says to a profile.
  func answer(_ profileMask: Int, profile: Int) -> Answer {
    let place = profileMask * wordCount + profile >> 6
    let bit = UInt64(1) << UInt64(profile & 63)
    if certainWords[place] & bit != 0 { return .yes }
    return possibleWords[place] & bit != 0 ? .unknown : .no
  }

  // MARK: Making them

  /// The mask of what a relation and its target say to areas.
  mutating func areaMask(relation: Scope?, target: Scope) -> Int {
    let pair = Pair(relation: relation?.areas, target: target.areas)
    if let known = areaIndex[pair] { return known }
    let assume = network.header.assume.areas
    for (position, area) in needs.areas.enumerated() {
      let answer = StakeholderNetwork.combine(
        relation: pair.relation.map { network.answer(of: $0, toArea: area) },
        target: pair.target.map { network.answer(of: $0, toArea: area) },
        assume: assume.map { network.answer(of: $0, toArea: area) })
      areaAnswers.append(answer)
      if answer != .no { possibleAreas.append(Int32(position)) }
    }
    areaStart.append(possibleAreas.count)
    areaIndex[pair] = areaStart.count - 2
    return areaStart.count - 2
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
    let base = certainWords.count
    certainWords += [UInt64](repeating: 0, count: wordCount)
    possibleWords += [UInt64](repeating: 0, count: wordCount)
    for group in groups.indices {
      for caseClass in cases.indices {
        let answer = groups[group] & cases[caseClass]
        let profile = needs.profile(group: group, caseClass: caseClass)
        let bit = UInt64(1) << UInt64(profile % 64)
        if answer != .no { possibleWords[base + profile / 64] |= bit }
        if answer == .yes { certainWords[base + profile / 64] |= bit }
      }
    }
    let index = base / wordCount
    profileIndex[key] = index
    return index
  }
}

/// What one thing says to every need: a mask of areas, a mask of profiles, and the most that
/// everything else about it (status, dates, evidence) lets it say.
struct NeedMask {
  var area: Int
  var profile: Int
  var cap: Answer
}
