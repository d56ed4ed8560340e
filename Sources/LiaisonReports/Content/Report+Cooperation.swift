import LiaisonGaps
import LiaisonModel

/// Chapter 6: who works with whom.
extension Report {
  var cooperationChapter: [ReportBlock] {
    var blocks: [ReportBlock] = [
      .heading(level: 2, "6 Who works with whom"),
      .paragraph(
        "Referral, exchange of information and joint work count here as working together; sitting "
          + "on one committee does not. More relations are not better by themselves: what counts "
          + "is whether a person gets where they need to go."),
    ]
    let found = folds(.together)
    if !found.isEmpty { blocks.append(.list(items(found), numbered: false)) }
    if let table = sectorPairs { blocks.append(.table(table)) }
    for id in ["sectors", "network"] where id != firstFigure {
      if let figure = figure(id) { blocks.append(.section(.wide, [.figure(figure)])) }
    }
    return blocks
  }

  /// The pairs of sectors with the most relations between them.
  private var sectorPairs: ReportTable? {
    var counts: [[Code]: Int] = [:]
    var agreed: [[Code]: Int] = [:]
    for relation in network.relations
    where Layer.Name.cooperation.contains(relation) && relation.validity.answer(on: date) != .no {
      guard let from = network.organization(of: relation.from),
        let to = network.organization(of: relation.to),
        let first = network.organizations[from].sector,
        let second = network.organizations[to].sector, first != second
      else { continue }
      let pair = [min(first, second), max(first, second)]
      counts[pair, default: 0] += 1
      if relation.agreement != nil { agreed[pair, default: 0] += 1 }
    }
    let pairs = counts.keys.sorted {
      let (a, b) = (counts[$0] ?? 0, counts[$1] ?? 0)
      return a != b ? a > b : $0.lexicographicallyPrecedes($1)
    }
    guard !pairs.isEmpty else { return nil }
    func name(_ code: Code) -> String {
      Wording.capitalized(network.vocabulary.name(of: code, in: .sectors))
    }
    return ReportTable(
      caption: "The pairs of sectors with the most recorded relations"
        + (pairs.count > 10 ? ", ten of \(Wording.number(pairs.count))" : ""),
      columns: ["Sector", "Sector", "Relations", "Under an agreement"],
      rows: pairs.prefix(10).map { pair in
        [
          ReportCell(name(pair[0])), ReportCell(name(pair[1])),
          ReportCell(Wording.number(counts[pair] ?? 0)),
          ReportCell(Wording.number(agreed[pair] ?? 0)),
        ]
      }, numeric: [2, 3])
  }
}
