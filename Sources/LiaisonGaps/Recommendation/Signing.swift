import LiaisonModel

/// Who would sign an action, and what.
struct Signing {
  /// The organizations that sign, by index: a unit's parent signs for it.
  var parties: [Int]
  /// What they sign: "a referral protocol"; nil where one organization decides by itself.
  var paper: String?

  init(_ action: RecommendedAction, in network: StakeholderNetwork, on date: CalendarDate) {
    func heads(_ ids: [String]) -> [Int] {
      var heads: [Int] = []
      for id in ids {
        guard let place = network.organization(id) else { continue }
        let head = network.family(of: place)
        if !heads.contains(head) { heads.append(head) }
      }
      return heads
    }
    /// An agreement in force to which all are parties, by id.
    func common(_ parties: [Int]) -> Agreement? {
      network.agreements.filter { agreement in
        agreement.validity.answer(on: date) == .yes
          && parties.allSatisfy { agreement.parties.contains($0) }
      }.min { idsPrecede([$0.id], [$1.id]) }
    }
    func title(_ agreement: Agreement) -> String { "“\(agreement.name ?? agreement.id)”" }
    switch action {
    case .relation(let from, let to), .provider(let to, _, _, _, .some(let from)):
      parties = heads([from, to])
      if parties.count == 1 {
        paper = nil
      } else if let agreement = common(parties) {
        paper = "an addition to \(title(agreement)), which both have signed"
      } else {
        paper =
          "a referral protocol that says whom it is for and what may be passed on about a person"
      }
    case .widerRelation(let key, _):
      guard let relation = network.relations.first(where: { $0.key == key }) else {
        parties = []
        return
      }
      parties = heads(
        [relation.from, relation.to].compactMap { network.organization(of: $0) }
          .map { network.organizations[$0].id })
      paper =
        relation.agreement.map { "an amendment of \(title(network.agreements[$0]))" }
        ?? "a referral protocol"
    case .widerService(let organization, _, _): parties = heads([organization])
    case .renewal(let id, _):
      let agreement = network.agreements.first { $0.id == id }
      parties = agreement?.parties ?? []
      paper = agreement.map { "the renewal of \(title($0))" }
    case .provider(let organization, _, _, _, nil): parties = heads([organization])
    }
  }
}
