import LiaisonModel

/// A row a relation.
extension SheetImport {
  mutating func readList(
    _ rows: ArraySlice<[CSVCell]>, _ header: [CSVCell], _ columns: SheetListColumns
  ) {
    report.shape = .list
    report.columns = header.isEmpty ? columns.count : header.count { !Self.isBlank($0) }
    let extra = TableColumns(columns.named(header)) { RelationEntry.schema.form($0) }
    report.kept = extra.keys.map(\.key).filter { RelationEntry.schema.position($0) == nil }
    let kinds = RelationWords(vocabulary)
    for row in rows {
      for column in [columns.number, columns.kind].compactMap({ $0 })
      where row.indices.contains(column) {
        report.numbers.note(row[column], in: document.sources)
      }
    }
    var decoder = EntryDecoder()
    var seen: Set<RelationReference> = []
    for row in rows {
      guard row.contains(where: { !Self.isBlank($0) }) else {
        report.leftOut += 1
        continue
      }
      report.rows += 1
      report.cells += 1
      read(row, columns, kinds, extra, &decoder, &seen)
    }
    for finding in decoder.findings where finding.severity == .error {
      report.addUnread(
        document.sources.location(of: finding.place), finding.sentence, isLost: false)
    }
  }

  private mutating func read(
    _ row: [CSVCell], _ columns: SheetListColumns, _ kinds: RelationWords, _ extra: TableColumns,
    _ decoder: inout EntryDecoder, _ seen: inout Set<RelationReference>
  ) {
    func cell(_ column: Int?) -> CSVCell? {
      column.flatMap { row.indices.contains($0) ? row[$0] : nil }
        .flatMap { Self.isBlank($0) ? nil : $0 }
    }
    let place = CSVTable.place(of: row)
    guard let from = cell(columns.from).flatMap({ names.position($0) }),
      let to = cell(columns.to).flatMap({ names.position($0) })
    else {
      report.addUnread(document.sources.location(of: place), "the row lacks one of the two names")
      return
    }
    var kind = options.kind
    var answer = Answer.yes
    var number = cell(columns.number)
    if let written = cell(columns.kind) {
      if let known = kinds.code(written.text) {
        kind = known
      } else if let mark = SheetMark(written.text) {
        // The third column says whether, and not what.
        guard let said = mark.answer else { return skip(mark, written) }
        answer = said
        if case .number = mark { number = number ?? written }
      } else {
        let near = kinds.nearest(to: written.text).map { "; did you mean `\($0)`?" } ?? ""
        report.addUnread(
          document.sources.location(of: written.place),
          "\(Quoted(written.text)) is no kind of relation\(near)")
        return
      }
    }
    if let written = cell(columns.mark) {
      guard let mark = SheetMark(written.text) else {
        report.addUnread(
          document.sources.location(of: written.place), "\(Quoted(written.text)) is no mark")
        return
      }
      guard let said = mark.answer else { return skip(mark, written) }
      answer = said
    }
    if from == to {
      report.selves += 1
      return
    }
    let members = extra.members(of: columns.extra(row)) { _, _, _ in }
    var relation = RelationEntry.schema.decode(members, place: place, &decoder)
    let base = entry(from, to, kind, place)
    (relation.from, relation.to, relation.kind) = (base.from, base.to, base.kind)
    let key = RelationReference(from: relation.from.value, kind: kind, to: relation.to.value)
    guard seen.insert(key).inserted else {
      report.repeated += 1
      return
    }
    if relation.evidence.isEmpty { relation.evidence = [evidence(answer)] }
    if answer == .unknown { report.unknown += 1 }
    if let number {
      let mark = SheetMark(number.text)
      if case .number(let value)? = mark {
        put(value, of: number, on: &relation)
      } else if mark == nil || mark == .yes {
        report.addUnread(
          document.sources.location(of: number.place), "\(Quoted(number.text)) is no number",
          isLost: false)
      }
    }
    document.relations.append(relation)
  }
}
