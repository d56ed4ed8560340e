import LiaisonModel

/// Who must work with whom to deliver a plan, and whether they do (SEMANTICS §7, DOMAIN G12).
///
/// An activity asks each of its leads to work with its other leads and its supporters, and with the
/// leads of the activities that it depends on. An organization and its units are one. Left out are
/// activities that are done or cancelled, and organizations that are not in force.
///
/// Reference: M. Cataldo, J. D. Herbsleb and K. M. Carley, Socio-technical congruence, ESEM 2008,
/// 2–11, doi:10.1145/1414004.1414008.
struct PlanCongruence {
  /// Two organizations that must work together.
  struct Pair: Sendable {
    /// The leads of an activity, and with whom they must work: by id where both lead.
    var lead: Int
    var other: Int
    /// The activities that ask for it, by id.
    var activities: [Int]
    /// How sure it is that they do; `no` where nothing that would be it is recorded.
    var tie: Answer
    /// Whether one of the two was asked and stayed silent.
    var isSilent: Bool
    /// Whether an activity asks for it whose organizations are sure to be in force.
    var isSure = false
  }

  /// The activities still to be delivered, by id.
  let activities: [Int]
  /// The pairs, by the first activity that asks for them, then by id.
  private(set) var pairs: [Pair] = []

  /// - Complexity: O(relations + activities log activities + pairs log pairs).
  init(_ network: StakeholderNetwork, _ layer: Layer.Name, on date: CalendarDate) {
    activities = network.activities.indices.filter { network.activities[$0].isOpen }.sorted {
      idsPrecede([network.activities[$0].id], [network.activities[$1].id])
    }
    let ties = network.familyTieAnswers(layer, on: date)
    let isOpen = Set(activities)
    func families(_ organizations: [Int], atLeast least: Answer = .unknown) -> [Int] {
      network.byID(
        Set(
          organizations.filter { network.organizations[$0].validity.answer(on: date) >= least }
            .map { network.family(of: $0) }))
    }
    var known: [FamilyPair: Int] = [:]
    for index in activities {
      let activity = network.activities[index]
      let leads = families(activity.leads)
      let before = activity.dependsOn.filter { isOpen.contains($0) }.flatMap {
        network.activities[$0].leads
      }
      let involved = activity.leads + activity.supports + before
      let others = families(involved)
      let sureLeads = families(activity.leads, atLeast: .yes)
      let sureOthers = families(involved, atLeast: .yes)
      for lead in leads {
        for other in others where other != lead {
          let key = FamilyPair(lead, other)
          let isSure = sureLeads.contains(lead) && sureOthers.contains(other)
          if let position = known[key] {
            if pairs[position].activities.last != index { pairs[position].activities.append(index) }
            pairs[position].isSure = pairs[position].isSure || isSure
            continue
          }
          known[key] = pairs.count
          pairs.append(
            Pair(
              lead: lead, other: other, activities: [index], tie: ties[key] ?? .no,
              isSilent: network.isSilent(family: lead) || network.isSilent(family: other),
              isSure: isSure))
        }
      }
    }
  }

  /// The pairs that an activity asks for.
  func pairs(of activity: Int) -> [Pair] { pairs.filter { $0.activities.contains(activity) } }
}

extension Activity {
  /// Whether it is still to be delivered: it is neither done nor cancelled.
  var isOpen: Bool { status != "done" && status != "cancelled" }
}
