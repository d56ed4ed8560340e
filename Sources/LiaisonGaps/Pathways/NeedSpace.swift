public import LiaisonModel

/// The needs that a network is asked about: service types × leaf areas × leaf groups × case classes
/// (SEMANTICS §2).
///
/// Cases that every scope answers alike form one class and one need. A *profile* is a leaf group
/// with a case class.
public struct NeedSpace: Sendable {
  /// The service types asked about, by code.
  public let services: [Code]
  /// The indices of the leaf areas, by id.
  public let areas: [Int]
  /// The leaf groups, in the vocabulary's order.
  public let groups: [Code]
  /// The classes of cases, each in the vocabulary's order; one class where nothing tells them apart.
  public let caseClasses: [[Code]]

  /// The case that a class is asked with.
  let representatives: [Code]

  /// The needs of a network.
  ///
  /// - Parameters:
  ///   - network: the network.
  ///   - services: the service types asked about.
  /// - Complexity: O(scopes × cases).
  public init(_ network: StakeholderNetwork, services: [Code]) {
    self.services = Array(Set(services)).sorted()
    areas = network.areas.indices.filter { network.areas[$0].isLeaf }.sorted {
      idsPrecede([network.areas[$0].id], [network.areas[$1].id])
    }
    groups = network.vocabulary.leafGroups
    let codes = network.vocabulary.terms(.cases).map(\.code).filter { $0 != .any }
    let leaves = codes.filter { code in !codes.contains { $0 != code && code.covers($0) } }
    let lists = Self.caseLists(of: network)
    var classes: [[Code]] = []
    var classOf: [[Answer]: Int] = [:]
    for code in leaves {
      let signature = lists.map { $0.answer(for: code) }
      if let known = classOf[signature] {
        classes[known].append(code)
      } else {
        classOf[signature] = classes.count
        classes.append([code])
      }
    }
    if classes.isEmpty { classes = [[]] }
    caseClasses = classes
    let isUniform = lists.allSatisfy { list in
      guard let first = classes[0].first else { return true }
      return list.answer(for: .any) == list.answer(for: first)
    }
    representatives =
      classes.count == 1 && isUniform ? [.any] : classes.map { $0.first ?? .any }
  }

  /// Every list of cases that is written where it can decide a pathway.
  private static func caseLists(of network: StakeholderNetwork) -> [ScopeList] {
    var lists: [ScopeList] = []
    var seen: Set<ScopeList> = []
    func add(_ scope: Scope) {
      if let list = scope.cases, seen.insert(list).inserted { lists.append(list) }
    }
    add(network.header.assume)
    for organization in network.organizations {
      add(organization.scope)
      if case .scope(let scope) = organization.entryPoint { add(scope) }
    }
    for service in network.services { add(service.scope) }
    for relation in network.relations where Layer.Name.referral.contains(relation) {
      add(relation.scope)
    }
    return lists
  }

  /// How many profiles there are.
  public var profileCount: Int { groups.count * caseClasses.count }

  /// The words of a set of profiles.
  var wordCount: Int { max(1, (profileCount + 63) / 64) }

  /// The need at a place: positions in `services`, `areas`, and a profile.
  public func need(service: Int, area: Int, profile: Int) -> Need {
    Need(
      service: services[service], area: areas[area], group: group(ofProfile: profile),
      caseCode: representatives[caseClass(ofProfile: profile)])
  }

  /// The group of a profile.
  public func group(ofProfile profile: Int) -> Code { groups[profile / caseClasses.count] }

  /// The position of a profile's class in `caseClasses`.
  public func caseClass(ofProfile profile: Int) -> Int { profile % caseClasses.count }

  /// The profile of a group and a case class.
  public func profile(group: Int, caseClass: Int) -> Int { group * caseClasses.count + caseClass }

  /// The place of a need; nil where it is not asked about.
  func place(of need: Need) -> (service: Int, area: Int, profile: Int)? {
    guard let service = services.firstIndex(of: need.service),
      let area = areas.firstIndex(of: need.area), let group = groups.firstIndex(of: need.group),
      let caseClass = need.caseCode == .any && caseClasses.count == 1
        ? 0 : caseClasses.firstIndex(where: { $0.contains(need.caseCode) })
    else { return nil }
    return (service, area, profile(group: group, caseClass: caseClass))
  }
}
