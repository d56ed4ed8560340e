import LiaisonModel

/// An agreement, and what rests on it on a day (DOMAIN G13).
struct AgreementUse: Sendable {
  /// The index of the agreement.
  let agreement: Int
  /// Whether it is in force.
  let answer: Answer
  /// Whether its last day has passed, or its status says so; one that has not begun has not ended.
  let hasEnded: Bool
  /// Days to its last day, negative where that has passed; nil where none is recorded.
  let daysLeft: Int32?
  /// The relations in force that name it, by key.
  let relations: [Int]

  /// Up to how many days before its end an agreement is to be renewed, unless a standard says otherwise.
  static let renewalDays: Int32 = 90

  /// Whether it may be in force, and its last day comes in so many days at most.
  func ends(within days: Int32) -> Bool {
    answer != .no && (daysLeft.map { (0...days).contains($0) } ?? false)
  }

  /// The agreements of a network, by id.
  ///
  /// - Complexity: O(agreements log agreements + relations log relations).
  static func all(_ network: StakeholderNetwork, on date: CalendarDate) -> [AgreementUse] {
    var resting: [Int: [Int]] = [:]
    for (index, relation) in network.relations.enumerated() {
      guard let agreement = relation.agreement,
        network.standingWithEnds(relation, on: date) != .no
      else { continue }
      resting[agreement, default: []].append(index)
    }
    return network.agreements.indices.sorted {
      idsPrecede([network.agreements[$0].id], [network.agreements[$1].id])
    }.map { index in
      let validity = network.agreements[index].validity
      let answer = validity.answer(on: date)
      let hasBegun = (validity.from.map { $0 <= date } ?? true) && validity.status != "planned"
      return AgreementUse(
        agreement: index, answer: answer, hasEnded: answer == .no && hasBegun,
        daysLeft: validity.until.map { $0.days - date.days },
        relations: (resting[index] ?? []).sorted {
          idsPrecede([network.relations[$0].key], [network.relations[$1].key])
        })
    }
  }
}

extension Judgement {
  /// How many pathways asked for have no other sure way than over the referrals that rest on an agreement.
  ///
  /// - Complexity: that of `lost` the first time.
  mutating func pathways(restingOn agreement: Int) -> Int {
    if let known = carried[agreement] { return known }
    let lost = pathways.lost(from: table, without: agreement, on: date)
    carried[agreement] = lost
    return lost
  }
}

extension PathwayLedger {
  /// How many pathways asked for would have no way without the referrals that rest on an agreement, or,
  /// where they are reached for certain, none that is sure.
  ///
  /// - Complexity: that of `PathwayTable.statuses(without:)`, where a referral rests on it.
  func lost(from table: PathwayTable, without agreement: Int, on date: CalendarDate) -> Int {
    let network = table.network
    let referrals = network.relations.indices.filter { index in
      network.relations[index].agreement == agreement
        && Layer.Name.referral.contains(network.relations[index])
        && network.relations[index].standing(on: date) != .no
    }
    guard !referrals.isEmpty, severity != nil else { return 0 }
    let without = table.statuses(without: Set(referrals))
    return table.cells.count { cell in
      asks(service: cell.service, area: cell.area, profile: cell.profile, table.needs)
        && table.status(of: cell).isWay && without.status(of: cell) > table.status(of: cell)
    }
  }
}
