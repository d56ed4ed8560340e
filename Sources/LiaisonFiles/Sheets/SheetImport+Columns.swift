import LiaisonModel

/// What becomes of the columns of a list that are neither an end nor a kind nor a mark.
extension SheetImport {
  /// The columns of a list, with those whose heading all but names a key of a relation, such as `Group`.
  ///
  /// They are read as that key, where everything below can be and no other column is; else they are left out and
  /// told: what is kept under such a name is an error of the network that is written.
  mutating func settled(
    _ columns: SheetListColumns, _ rows: ArraySlice<[CSVCell]>
  ) -> SheetListColumns {
    let known = RelationEntry.schema.keys
    var settled = columns
    for (column, name) in columns.others where !known.contains(name.text) {
      guard let key = KeyInOtherWords.nearest(to: name.text, among: known) else { continue }
      let cells = rows.compactMap { row in
        row.indices.contains(column) && !Self.isBlank(row[column]) ? row[column] : nil
      }
      let isTaken =
        ["from", "to", "kind"].contains(key) || settled.others.contains { $0.name.text == key }
      let wrong = cells.first { !isReadable($0, as: key) }
      guard isTaken || wrong != nil else {
        settled.name(column, key)
        report.headings.append((key, name.text))
        continue
      }
      settled.leaveOut(column)
      let reason =
        isTaken ? "which stands beside it" : wrong.map { "of which \(Quoted($0.text)) is no value" }
      tellStray(
        name.place, cells.count,
        "\(Quoted(name.text)) may mean the column `\(key)`, \(reason ?? ""): "
          + "\(Self.counted(cells.count, "filled cell")) left out; call it something else to keep it"
      )
    }
    return settled
  }

  /// Whether a cell is a value of a key of relations, and names nothing that a sheet cannot declare.
  private func isReadable(_ cell: CSVCell, as key: String) -> Bool {
    if ["areas", "agreement", "evidence", "id"].contains(key) { return false }
    let columns = TableColumns([CSVCell(key)]) { RelationEntry.schema.form($0) }
    var isRefused = false
    let members = columns.members(of: [cell]) { _, _, _ in isRefused = true }
    var decoder = EntryDecoder()
    _ = RelationEntry.schema.decode(members, place: cell.place, &decoder, number: 1)
    let isWrong = decoder.findings.contains { $0.severity == .error }
    return !isRefused && !isWrong && members.allSatisfy { unknownCode(in: $0) == nil }
  }

  /// The first text of a member that is no code of its key; nil where all are, or the key holds no codes.
  func unknownCode(in member: SourceNode.Member) -> String? {
    let codes: [Code]
    switch member.key {
    case "services": codes = vocabulary.services.map(\.term.code)
    case "groups": codes = vocabulary.terms(.groups).map(\.code)
    case "cases": codes = vocabulary.terms(.cases).map(\.code)
    case "content": codes = vocabulary.terms(.content).map(\.code)
    case "feedback": codes = vocabulary.terms(.feedback).map(\.code)
    case "formality": codes = vocabulary.terms(.formality).map(\.code)
    case "status": codes = vocabulary.terms(.statuses).map(\.code)
    default: return nil
    }
    let texts: [String]
    switch member.node.content {
    case .list(let elements): texts = elements.compactMap { $0.scalar }
    default: texts = member.node.scalar.map { [$0] } ?? []
    }
    return texts.first { text in
      let code = Code(String(text.prefix { $0 != "=" }))
      return code != .any && !codes.contains { code.covers($0) }
    }
  }
}
