import LiaisonModel

/// Who offers the services asked for, and the steps that lead in, by service type and area: what may
/// admit nobody from an area is not among them.
struct ServiceOffers {
  /// A service that may admit people of an area.
  struct Offer {
    /// The position of the provider among those of the type.
    var provider: Int
    /// What it says to the area, apart from the profile.
    var answer: Answer
    var profileMask: Int
  }

  /// A last step that people of an area may take.
  struct Step {
    /// The organization it starts from.
    var source: Int
    var arc: Int
    /// The position of the provider among those of the type.
    var provider: Int
    /// What it says to the area, apart from the profile.
    var answer: Answer
    var profileMask: Int
  }

  private let areaCount: Int
  private let offers: [Offer]
  private let offerStart: [Int]
  private let steps: [Step]
  private let stepStart: [Int]
  /// For each organization: the positions of what it provides, as (type, provider).
  private let owned: [(service: Int, provider: Int)]
  private let ownedStart: [Int]

  /// The offers behind the providers of each service type.
  ///
  /// - Complexity: O(areas admitted of the providers and the arcs into them), and sorting these.
  init(_ providers: [[PathwayTable.Provider]], _ arcs: ReferralArcs) {
    areaCount = arcs.needs.areas.count
    var offers: [Offer] = []
    var offerStart = [0]
    var steps: [Step] = []
    var stepStart = [0]
    for own in providers {
      var offersHere = [[Offer]](repeating: [], count: areaCount)
      var stepsHere = [[Step]](repeating: [], count: areaCount)
      for (position, provider) in own.enumerated() {
        arcs.eachArea(of: provider.mask) { area, answer in
          offersHere[area].append(
            Offer(provider: position, answer: answer, profileMask: provider.mask.profile))
        }
        for (arc, mask) in provider.arcs {
          arcs.eachArea(of: mask) { area, answer in
            stepsHere[area].append(
              Step(
                source: arcs.arcs[arc].hop.source, arc: arc, provider: position, answer: answer,
                profileMask: mask.profile))
          }
        }
      }
      for area in 0..<areaCount {
        offers += offersHere[area]
        offerStart.append(offers.count)
        steps += stepsHere[area].sorted { left, right in
          if left.source != right.source { return left.source < right.source }
          return (left.provider, left.arc) < (right.provider, right.arc)
        }
        stepStart.append(steps.count)
      }
    }
    self.offers = offers
    self.offerStart = offerStart
    self.steps = steps
    self.stepStart = stepStart
    let owners = providers.enumerated().flatMap { service, own in
      own.indices.map {
        (
          owner: arcs.network.services[own[$0].service].organization, service: service, provider: $0
        )
      }
    }
    var ownedStart = [Int](repeating: 0, count: arcs.network.organizations.count + 1)
    for place in owners { ownedStart[place.owner + 1] += 1 }
    for place in ownedStart.indices.dropFirst() { ownedStart[place] += ownedStart[place - 1] }
    var next = ownedStart
    var owned = [(service: Int, provider: Int)](repeating: (0, 0), count: owners.count)
    for place in owners {
      owned[next[place.owner]] = (place.service, place.provider)
      next[place.owner] += 1
    }
    self.owned = owned
    self.ownedStart = ownedStart
  }

  /// The services of a type that may admit people of an area, in the order of providers.
  func offers(service: Int, area: Int) -> ArraySlice<Offer> {
    let row = service * areaCount + area
    return offers[offerStart[row]..<offerStart[row + 1]]
  }

  /// The last steps to services of a type that people of an area may take, by the organization that
  /// they start from.
  func steps(service: Int, area: Int) -> ArraySlice<Step> {
    let row = service * areaCount + area
    return steps[stepStart[row]..<stepStart[row + 1]]
  }

  /// Those of them that start from one organization.
  ///
  /// - Complexity: O(log steps).
  func steps(service: Int, area: Int, from organization: Int) -> ArraySlice<Step> {
    let all = steps(service: service, area: area)
    var low = all.startIndex
    var high = all.endIndex
    while low < high {
      let middle = (low + high) / 2
      if all[middle].source < organization { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < all.endIndex, all[end].source == organization { end += 1 }
    return all[low..<end]
  }

  /// What an organization provides, as positions of types and of providers among those of a type.
  func provided(by organization: Int) -> ArraySlice<(service: Int, provider: Int)> {
    owned[ownedStart[organization]..<ownedStart[organization + 1]]
  }

  /// The positions of the providers of a type that an organization has.
  func providers(service: Int, of organization: Int) -> [Int] {
    provided(by: organization).compactMap { $0.service == service ? $0.provider : nil }
  }
}

extension ReferralArcs {
  /// Tells each area to which a mask may say something, and what it says apart from the profile.
  func eachArea(of mask: NeedMask, _ body: (_ area: Int, _ answer: Answer) -> Void) {
    guard mask.cap != .no else { return }
    for slot in masks.areas(mask.area) {
      body(Int(slot), masks.answer(mask.area, area: Int(slot)) & mask.cap)
    }
  }
}
