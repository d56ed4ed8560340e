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
    var pairs: [(words: String, count: Int)] = []
    for index in relations {
      guard let pair = pair(index) else { continue }
      if let known = pairs.firstIndex(where: { $0.words == pair }) {
        pairs[known].count += 1
      } else {
        pairs.append((pair, 1))
      }
    }
    // What is left out is counted in relations, as the whole is.
    let shown = pairs.count > 4 ? pairs.prefix(3) : pairs[...]
    var names = shown.map { $0.count == 1 ? $0.words : "\($0.words) (\(Wording.number($0.count)))" }
    let others = pairs.dropFirst(shown.count).reduce(0) { $0 + $1.count }
    if others > 0 { names.append(Wording.count(others, "other")) }
    let whom = names.isEmpty ? "" : ", \(Wording.list(names))"
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
