import LiaisonGaps
import LiaisonModel

/// Chapter 3: who is missing, and who is there.
extension Report {
  var missingChapter: [ReportBlock] {
    let found = folds(.missing)
    var blocks: [ReportBlock] = [.heading(level: 2, "3 Who is missing")]
    blocks.append(
      found.isEmpty
        ? nothingFound(
          in: "presence",
          all: "Every sector that the standard asks for is recorded where it asks for it.",
          none: "The standard asks for no sector that could be judged in this network.")
        : .list(items(found), numbered: false))
    if let table = presence { blocks.append(.table(table)) }
    return blocks
  }

  /// How many organizations of each sector serve each district.
  private var presence: ReportTable? {
    let leaves = network.areas.indices.filter { network.areas[$0].isLeaf }
    let present = network.organizations.indices.filter {
      network.organizations[$0].parent == nil
        && network.organizations[$0].validity.answer(on: date) != .no
    }
    let vocabulary = network.vocabulary
    let known = vocabulary.terms(.sectors).map(\.code)
    let own = Set(present.compactMap { network.organizations[$0].sector })
    let sectors =
      known.filter { own.contains($0) } + own.filter { !known.contains($0) }.sorted()
    guard !leaves.isEmpty, leaves.count <= 24, !sectors.isEmpty else { return nil }
    let rows: [[ReportCell]] = sectors.map { sector in
      let own = present.filter { network.organizations[$0].sector == sector }
      let cells = leaves.map { leaf -> ReportCell in
        let answers = own.map { organization in
          network.organizations[organization].scope.areas.map {
            network.answer(of: $0, toArea: leaf)
          } ?? .unknown
        }
        let serving = answers.count { $0 == .yes }
        let unknown = answers.count { $0 == .unknown }
        let near = own.count { isNear($0, leaf) }
        var parts: [String] = []
        if serving > 0 || near > 0 { parts.append("\(serving)") }
        if unknown > 0 { parts.append("\(unknown)?") }
        if near > 0 { parts.append("(\(near))") }
        return parts.isEmpty
          ? ReportCell("–", .faint) : ReportCell(parts.joined(separator: " "))
      }
      let name = Wording.capitalized(vocabulary.name(of: sector, in: .sectors))
      return [ReportCell(name)] + cells + [ReportCell(Wording.number(own.count))]
    }
    return ReportTable(
      caption:
        "Who is there: organizations by sector, each counted once with its units, how many serve each \(areaWord(1)), and in brackets "
        + "how many have an office in it; with ? those that do not state whom they serve",
      columns: ["Sector"] + leaves.map { network.areas[$0].name } + ["In all"], rows: rows,
      numeric: Set(1...(leaves.count + 1)))
  }

  /// Whether an organization or a unit of it stands in an area.
  private func isNear(_ organization: Int, _ area: Int) -> Bool {
    var open = [organization]
    var seen: Set<Int> = [organization]
    while let index = open.popLast() {
      let place = network.organizations[index]
      if let located = place.locatedIn, network.areas[located].chain.contains(area) { return true }
      for unit in place.units where seen.insert(unit).inserted { open.append(unit) }
    }
    return false
  }
}
