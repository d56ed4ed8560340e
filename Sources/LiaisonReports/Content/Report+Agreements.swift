import LiaisonGaps
import LiaisonModel

/// Chapter 7: agreements that have expired or soon will, and what rests on them; the plan.
extension Report {
  /// How many days ahead an agreement's end is told.
  static let notice: Int32 = 90

  var agreementChapter: [ReportBlock] {
    var blocks: [ReportBlock] = [.heading(level: 2, "7 Agreements and plan")]
    let found = folds(.agreed)
    if !found.isEmpty { blocks.append(.list(items(found), numbered: false)) }
    if network.agreements.isEmpty {
      blocks.append(.paragraph("No agreement is recorded."))
      return blocks
    }
    let ending = network.agreements.indices.filter { index in
      guard let until = network.agreements[index].validity.until else { return false }
      return until.days - date.days <= Self.notice
    }.sorted {
      let (a, b) = (network.agreements[$0], network.agreements[$1])
      let (left, right) = (a.validity.until?.days ?? 0, b.validity.until?.days ?? 0)
      return left != right ? left < right : a.id.utf8.lexicographicallyPrecedes(b.id.utf8)
    }
    if ending.isEmpty {
      blocks.append(
        .paragraph(
          "Of \(Wording.count(network.agreements.count, "agreement")) none is recorded to have "
            + "expired, nor to expire within \(Self.notice) days of \(date)."))
      return blocks
    }
    blocks.append(
      .paragraph(
        "An agreement that has run out closes no pathway here: people may go on working as before. "
          + "But what rests on it rests on habit."))
    blocks.append(
      .table(
        ReportTable(
          caption: "Agreements that have expired, or expire within \(Self.notice) days",
          columns: ["Agreement", "Between", "Ends", "State", "What rests on it"],
          rows: ending.map(row))))
    return blocks
  }

  private func row(_ index: Int) -> [ReportCell] {
    let agreement = network.agreements[index]
    let resting = network.relations.filter {
      $0.agreement == index && $0.validity.answer(on: date) != .no
    }
    let ways = resting.compactMap { relation -> String? in
      guard let from = network.organization(of: relation.from),
        let to = network.organization(of: relation.to)
      else { return nil }
      return "\(network.organizations[from].nameInSentence) to "
        + network.organizations[to].nameInSentence
    }
    let parties = agreement.parties.map { network.organizations[$0].nameInSentence }
    let until = agreement.validity.until
    let hasEnded = until.map { $0 < date } ?? false
    return [
      ReportCell(agreement.name ?? agreement.id),
      ReportCell(
        parties.isEmpty ? "not stated" : Wording.capitalized(Wording.listed(parties, limit: 4))),
      ReportCell(until.map(\.description) ?? ""),
      ReportCell(hasEnded ? "expired" : "expires soon", hasEnded ? .part : .plain),
      ReportCell(
        ways.isEmpty
          ? "no relation"
          : "\(Wording.count(ways.count, "relation")): \(Wording.listed(ways, limit: 4))"),
    ]
  }
}
