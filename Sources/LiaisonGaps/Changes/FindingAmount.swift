public import LiaisonModel

/// What a finding of an amount against what is asked says, in figures: "57 of 84".
struct FindingAmount {
  /// "referrals with feedback".
  var label: String
  var count: String
  var total: String
}

extension GapReport {
  /// The amount of a finding of this report that was held against what is asked: referrals with feedback of all that
  /// state it, people a month with room of all who arrive; nil of any other.
  func amount(of finding: Finding) -> FindingAmount? {
    switch kind(of: finding) {
    case "feedback":
      let id = finding.rule.dropFirst(standard.count + 1)
      return scorecard.first { $0.id == "feedback/\(id)" }.map { line in
        FindingAmount(
          label: line.label, count: Wording.grouped(line.count), total: Wording.grouped(line.total))
      }
    case "capacity":
      guard let value = finding.value, let threshold = finding.threshold else { return nil }
      let words = NeedWords(network: pathways.network, needs: pathways.needs)
      let service = finding.needs?.service.map { " for \(words.service($0))" } ?? ""
      return FindingAmount(
        label: "people a month with room\(service)", count: CapacityFindings.people(value),
        total: CapacityFindings.people(threshold))
    default: return nil
    }
  }

  /// What became, in a later state, of the count that a finding gives: "57 of 84 → 51 of 84", "12 → 9 pathways".
  ///
  /// - Parameter entries: entries of the ledger of the two that are read as one, each with both its findings.
  public func moved(to later: GapReport, _ entries: [GapLedger.Entry]) -> String? {
    guard let finding = entries.first?.after else { return nil }
    if entries.count == 1, let old = entries[0].before.flatMap(amount),
      let new = later.amount(of: finding)
    {
      return "\(old.count) of \(old.total) → \(new.count) of \(new.total)"
    }
    let cells = [\GapLedger.Entry.before, \.after].map { side in
      entries.reduce(0) { $0 + ($1[keyPath: side]?.cells ?? 0) }
    }
    let unit = later.unit(of: finding).map { " \(Wording.plural($0))" } ?? ""
    return "\(Wording.grouped(cells[0])) → \(Wording.grouped(cells[1]))\(unit)"
  }
}
