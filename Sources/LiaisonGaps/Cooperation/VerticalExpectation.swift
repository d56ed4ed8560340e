import LiaisonModel

/// An expectation that the levels of one sector are joined: district with province, province with
/// nation (DOMAIN §7, vertical pairs).
///
/// Of each sector, the levels at which somebody is recorded are taken in their order; an organization
/// of one level is joined with the next where a relation of any family but conflict is in force
/// between it, or its units, and somebody there, or where it is a unit of somebody there.
struct VerticalExpectation: JudgedExpectation {
  var expectation: Expectation
  var sectors: [Code]

  var order: CauseOrder { .relations }
  var question: GapReport.Question { .together }
  var services: [Code] { [] }

  func judge(_ judgement: inout Judgement) throws(GapError) {
    let network = judgement.network
    let tiers = network.vocabulary.terms(.tiers).map(\.code)
    let ties = network.familyTieAnswers(.all, on: judgement.date)
    let byID = network.byID(network.organizations(inForceOn: judgement.date))
    var figure = ScorecardLine(
      id: "vertical/\(expectation.id)",
      label: "organizations joined with the next level of their sector", count: 0, total: 0,
      upper: 0)
    var isJudged: Set<Int> = []
    for sector in sectors {
      let levels = tiers.map { tier in
        // An organization and its units of one level count as one.
        var families: Set<Int> = []
        return byID.filter { index in
          let place = network.organizations[index]
          return place.tier == tier && (place.sector.map { sector.covers($0) } ?? false)
            && families.insert(network.family(of: index)).inserted
        }
      }.filter { !$0.isEmpty }
      for (upper, all) in zip(levels, levels.dropFirst()) {
        // One that falls under two of the sectors is judged once.
        let lower = all.filter { isJudged.insert($0).inserted }
        figure.total += lower.count
        let above = Set(upper.map { network.family(of: $0) })
        var apart: [Int] = []
        var doubtful: [Int] = []
        for index in lower {
          let own = network.family(of: index)
          let answer: Answer =
            above.contains(own) ? .yes : above.compactMap { ties[FamilyPair(own, $0)] }.max() ?? .no
          let isSilent =
            network.isSilent(family: own) || above.contains { network.isSilent(family: $0) }
          switch answer {
          case .yes:
            figure.count += 1
            figure.upper += 1
          case .no where judgement.lists(.all) && !isSilent: apart.append(index)
          case .no, .unknown:
            figure.upper += 1
            doubtful.append(index)
          }
        }
        if !apart.isEmpty {
          judgement.add(finding(.finding, sector, apart, upper, judgement), to: .together)
        }
        if !doubtful.isEmpty {
          judgement.add(finding(.question, sector, doubtful, upper, judgement), to: .together)
        }
      }
    }
    guard figure.total > 0 else {
      judgement.note(
        notJudged: expectation.id, because: "none of its sectors is recorded at two levels")
      return
    }
    judgement.judged.append(expectation.id)
    judgement.add(figure)
  }

  /// What is said of those of one level who are not joined with the next. Neither is empty.
  private func finding(
    _ kind: Finding.Kind, _ sector: Code, _ lower: [Int], _ upper: [Int], _ judgement: Judgement
  ) -> Finding {
    let network = judgement.network
    let words = NeedWords(network: network, needs: judgement.table.needs)
    func names(_ organizations: [Int]) -> String {
      Wording.list(organizations.map { words.organization($0) }, atMost: 3)
    }
    func tier(_ organizations: [Int]) -> Code { network.organizations[organizations[0]].tier ?? "" }
    let (low, high) = (tier(lower), tier(upper))
    func level(_ code: Code) -> String { network.vocabulary.name(of: code, in: .tiers) }
    let sentence =
      kind == .finding
      ? "No relation is recorded between \(names(lower)), at \(level(low)) level, and "
        + "\(names(upper)), at \(level(high)) level."
      : "\(lower.count == 1 ? "Does" : "Do") \(names(lower)) work with \(names(upper)), of the "
        + "\(level(high)) level? None of it is recorded for certain."
    let members = (lower + upper).map { network.organizations[$0] }
    return Finding(
      rule: "\(judgement.standard.id)/\(expectation.id)", severity: expectation.severity,
      kind: kind,
      key: [sector.text, high.text, low.text] + (kind == .question ? ["question"] : []),
      place: members[0].origin.place, subjects: .organizations(members.map(\.id)),
      cells: kind == .question ? 0 : lower.count, sentence: sentence,
      suggestion: kind == .finding ? "Agree who reports what, and what comes back." : nil,
      citation: expectation.citation, tlp: members.map(\.tlp).reduce(.amber, max))
  }
}
