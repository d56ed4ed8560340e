import LiaisonGaps
import LiaisonModel

/// Chapter 4: whether people reach help.
extension Report {
  var reachChapter: [ReportBlock] {
    let found = folds(.unreachable)
    var blocks: [ReportBlock] = [
      .heading(level: 2, "4 Can people reach help"),
      .paragraph(
        "A pathway leads from a place of first contact over recorded referrals to a service that "
          + "admits the person. It is complete if every step says yes."),
    ]
    blocks.append(
      found.isEmpty
        ? nothingFound(
          in: "pathways",
          all: "Every pathway that the standard asks for is recorded from end to end.",
          none: "No pathway could be judged: no place of first contact is recorded.")
        : .list(items(found), numbered: false))
    for one in judged {
      guard let matrix = matrix(one) else { continue }
      blocks.append(.table(matrix))
    }
    if let coverage { blocks.append(.table(coverage)) }
    if let figure = figure("pathway") { blocks.append(.section(.wide, [.figure(figure)])) }
    return blocks
  }

  /// How many organizations provide each service, by area and group, of what the first standard asks.
  private var coverage: ReportTable? {
    guard let cube = judged.first?.gaps.coverage, cube.areas.count <= 24 else { return nil }
    let rows: [[ReportCell]] = cube.rows.map { row in
      let cells = row.counts.map { count -> ReportCell in
        guard let count else { return ReportCell("–", .faint) }
        let tone: ReportCell.Tone =
          switch count.state {
          case .present: .all
          case .thin, .unknown: .part
          case .hole: cube.isListed ? .none : .part
          }
        return ReportCell(cube.words(count), tone)
      }
      let service = Wording.capitalized(network.vocabulary.name(ofService: row.service))
      return [
        ReportCell(service), ReportCell(network.vocabulary.words(forGroups: row.groups)),
      ] + cells
    }
    return ReportTable(
      caption: "\(CoverageTable.title). \(CoverageTable.legend(isListed: cube.isListed))",
      columns: ["Service", "For whom"] + cube.areas.map { network.areas[$0].name }, rows: rows,
      numeric: Set(2..<(cube.areas.count + 2)))
  }

  /// For each entry point and service type, how many of the needs that arise there are reached.
  private func matrix(_ one: Judged) -> ReportTable? {
    let table = one.gaps.pathways
    let services = table.needs.services.indices.filter { service in
      let id = "pathways/\(table.needs.services[service].text)"
      return one.gaps.scorecard.contains { $0.id == id }
    }
    guard !services.isEmpty, !table.entries.isEmpty else { return nil }
    var reached: [[Int]: Int] = [:]
    var open: [[Int]: Int] = [:]
    var arising: [[Int]: Int] = [:]
    for cell in table.cells where one.gaps.isAsked(cell) {
      let place = [cell.entry, cell.service]
      arising[place, default: 0] += 1
      switch table.status(of: cell) {
      case .reached: reached[place, default: 0] += 1
      case .assumed, .unclear: open[place, default: 0] += 1
      default: break
      }
    }
    let rows: [[ReportCell]] = table.entries.indices.map { entry in
      let cells = services.map { service -> ReportCell in
        let all = arising[[entry, service]] ?? 0
        if all == 0 { return ReportCell("–", .faint) }
        let count = reached[[entry, service]] ?? 0
        let tone: ReportCell.Tone =
          count == all ? .all : (open[[entry, service]] ?? 0) + count == 0 ? .none : .part
        return ReportCell("\(Wording.number(count))/\(Wording.number(all))", tone)
      }
      return [ReportCell(network.organizations[table.entries[entry]].name)] + cells
    }
    let names = services.map {
      Wording.capitalized(network.vocabulary.name(ofService: table.needs.services[$0]))
    }
    return ReportTable(
      caption:
        "By place of first contact and service: how many of the needs that arise there (an area, a "
        + "group, a class of cases) are reached. Bold: not all of them"
        + (judged.count > 1 ? ". \(one.standard.title)" : ""),
      columns: ["First contact"] + names, rows: rows, isMatrix: true)
  }
}
