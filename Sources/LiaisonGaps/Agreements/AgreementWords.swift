import LiaisonModel

/// Words for agreements and for what rests on them.
struct AgreementWords {
  let network: StakeholderNetwork
  let words: NeedWords

  init(_ table: PathwayTable) {
    network = table.network
    words = NeedWords(network: network, needs: table.needs)
  }

  /// “MoU on people met at the port” (mou-fis-welfare).
  func name(_ index: Int) -> String {
    let agreement = network.agreements[index]
    guard let name = agreement.name, name != agreement.id else { return "“\(agreement.id)”" }
    return "“\(name)” (\(agreement.id))"
  }

  /// "one relation rests on it, from A to B"; "no relation names it".
  func resting(_ relations: [Int]) -> String {
    if relations.isEmpty { return "no relation names it" }
    var pairs: [String] = []
    for index in relations {
      guard let pair = pair(index), !pairs.contains(pair) else { continue }
      pairs.append(pair)
    }
    let whom = pairs.isEmpty ? "" : ", \(Wording.list(pairs, atMost: 3))"
    let verb = relations.count == 1 ? "rests" : "rest"
    return "\(Wording.count(relations.count, "relation")) \(verb) on it\(whom)"
  }

  /// "22 pathways have no other sure way", or nothing.
  func lost(_ pathways: Int) -> String {
    switch pathways {
    case 0: ""
    case 1: "; one pathway has no other sure way"
    default: "; \(Wording.number(pathways)) pathways have no other sure way"
    }
  }

  /// "“MoU …” (mou-7) ended on 2025-03-31, and one relation rests on it, from A to B"; of one that
  /// has not ended, when it does.
  func renewal(_ use: AgreementUse, pathways: Int) -> String {
    let until = network.agreements[use.agreement].validity.until
    let rest = "\(resting(use.relations))\(lost(pathways))."
    if use.hasEnded {
      let isPast = use.daysLeft.map { $0 < 0 } ?? false
      let when =
        until.flatMap { isPast ? "ended on \($0)" : nil } ?? "is recorded as no longer in force"
      return "\(name(use.agreement)) \(when), and \(rest)"
    }
    let left = use.daysLeft ?? 0
    let when = left == 0 ? "today" : "in \(Wording.count(Int(left), "day"))"
    return "\(name(use.agreement)) ends on \(until?.description ?? ""), \(when): \(rest)"
  }

  /// The least label of what is said about an agreement and what rests on it.
  func label(_ use: AgreementUse) -> TrafficLight {
    let all =
      members(of: use.relations).map { network.organizations[$0].tlp }
      + use.relations.map { network.relations[$0].tlp }
    return all.reduce(max(.amber, network.agreements[use.agreement].tlp), max)
  }

  /// "from A to B", or "between A and B" where the relation has no direction; nil where an end is a
  /// body.
  func pair(_ index: Int) -> String? {
    let relation = network.relations[index]
    guard let ends = network.ends(of: relation) else { return nil }
    let (from, to) = (words.organization(ends.from), words.organization(ends.to))
    return relation.isDirected ? "from \(from) to \(to)" : "between \(from) and \(to)"
  }

  /// The ids of the organizations at the ends of relations, each once, in their order.
  func members(of relations: [Int]) -> [Int] {
    var members: [Int] = []
    for index in relations {
      guard let ends = network.ends(of: network.relations[index]) else { continue }
      for end in [ends.from, ends.to] where !members.contains(end) { members.append(end) }
    }
    return members
  }
}
