import LiaisonModel

/// A row a relation.
extension SheetImport {
  /// How the rows of a list are read.
  private struct Form {
    let columns: SheetListColumns
    let kinds: RelationWords
    let others: TableColumns
  }

  mutating func readList(
    _ rows: ArraySlice<[CSVCell]>, _ header: [CSVCell], _ columns: SheetListColumns,
    _ kinds: RelationWords
  ) {
    report.shape = .list
    report.columns =
      header.isEmpty ? (columns.kind == nil ? 2 : 3) : header.count { !Self.isBlank($0) }
    report.headings = [("from", columns.from), ("to", columns.to), ("kind", columns.kind)]
      .compactMap {
        name, column in
        column.flatMap { header.indices.contains($0) ? (name, header[$0].text) : nil }
      }
    let columns = settled(columns, rows)
    let others = TableColumns(columns.others.map(\.name)) { RelationEntry.schema.form($0) }
    report.kept = others.keys.map(\.key).filter { RelationEntry.schema.position($0) == nil }
    tellStrayColumns(rows, header, columns)
    for row in rows {
      for column in [columns.number, columns.kind].compactMap({ $0 })
      where row.indices.contains(column) {
        report.numbers.note(mark(row[column]), of: row[column], in: document.sources)
      }
    }
    let form = Form(columns: columns, kinds: kinds, others: others)
    var read = SheetListRows(columns: columns.others.map(\.name.text))
    for row in rows {
      let first = row.first { !Self.isBlank($0) }
      guard let first, !SheetNames.isTotal(first.text) else {
        report.leftOut += 1
        continue
      }
      report.rows += 1
      report.cells += 1
      self.read(row, form, &read)
    }
    record(read)
  }

  /// Tells of columns without a name, and of those that say again what another says.
  private mutating func tellStrayColumns(
    _ rows: ArraySlice<[CSVCell]>, _ header: [CSVCell], _ columns: SheetListColumns
  ) {
    func filled(_ column: Int) -> [CSVCell] {
      rows.compactMap {
        $0.indices.contains(column) && !Self.isBlank($0[column]) ? $0[column] : nil
      }
    }
    let width = max(header.count, rows.map(\.count).max() ?? 0)
    let beyond = header.isEmpty ? [] : Array(header.count..<width)
    for column in columns.nameless + beyond {
      let cells = filled(column)
      guard let first = cells.first else {
        report.leftOut += 1
        continue
      }
      tellStray(
        header.indices.contains(column) ? header[column].place : first.place, cells.count,
        "column \(column + 1) has no name: \(Self.counted(cells.count, "filled cell")) left out")
    }
    for (column, other) in columns.doubled where header.indices.contains(column) {
      let cells = filled(column).count
      if cells == 0 {
        report.leftOut += 1
        continue
      }
      tellStray(
        header[column].place, cells,
        "\(Quoted(header[column].text)) says again what column \(other + 1) says: "
          + "\(Self.counted(cells, "filled cell")) left out")
    }
  }

  private mutating func read(_ row: [CSVCell], _ form: Form, _ read: inout SheetListRows) {
    let columns = form.columns
    func cell(_ column: Int?) -> CSVCell? {
      column.flatMap { row.indices.contains($0) ? row[$0] : nil }
        .flatMap { Self.isBlank($0) ? nil : $0 }
    }
    let place = CSVTable.place(of: row)
    // Both at once: a row that is left out makes nobody known.
    guard let start = cell(columns.from), let end = cell(columns.to), SheetNames.key(start) != nil,
      SheetNames.key(end) != nil, let from = names.position(start), let to = names.position(end)
    else {
      return tellUnread(place, "the row lacks one of the two names")
    }
    var kind = options.kind
    var claim = (answer: Answer.yes, cell: CSVCell("", place: start.place))
    var isKindless = true
    var number = cell(columns.number)
    if let written = cell(columns.kind) {
      if let known = form.kinds.code(written.text) {
        kind = known
        isKindless = false
      } else if let mark = mark(written) {
        // The third column says whether, and not what.
        if mark.answer == nil { skip(mark, written) }
        guard mark != .notApplicable else { return }
        claim = (mark.answer ?? .no, written)
        if case .number = mark { number = number ?? written }
      } else {
        let near = form.kinds.nearest(to: written.text).map { "; did you mean `\($0)`?" } ?? ""
        return tellUnread(written.place, "\(Quoted(written.text)) is no kind of relation\(near)")
      }
    }
    if let written = cell(columns.mark) {
      guard let mark = mark(written) else {
        return tellUnread(written.place, "\(Quoted(written.text)) is no mark")
      }
      if mark.answer == nil, claim.answer != .no { skip(mark, written) }
      guard mark != .notApplicable else { return }
      claim = (claim.answer == .no ? .no : mark.answer ?? .no, written)
    }
    if from == to {
      if claim.answer != .no { report.selves += 1 }
      return
    }
    if isKindless { report.kindless += 1 }
    let others = columns.others(of: row)
    var relation = decode(others, place, form, number: read.relations.count + 1)
    let base = entry(from, to, kind, place)
    (relation.from, relation.to, relation.kind) = (base.from, base.to, base.kind)
    if let number {
      let mark = mark(number)
      if case .number(let value)? = mark {
        put(value, of: number, on: &relation)
      } else if claim.answer != .no, mark == nil || mark == .yes {
        tellUnread(number.place, "\(Quoted(number.text)) is no number", isLost: false)
      }
    }
    let isNew = read.add(
      relation, from: from, to: to, claim.answer, said: claim.cell, others)
    if !isNew { report.repeated += 1 }
  }

  /// The other columns of a row, without what is not understood, of which it tells.
  private mutating func decode(
    _ cells: [CSVCell], _ place: Place, _ form: Form, number: Int
  ) -> RelationEntry {
    var refused: [(key: String, place: Place, text: String)] = []
    var members = form.others.members(of: cells) { refused.append(($0, $1, $2)) }
    members.removeAll { member in
      guard let code = unknownCode(in: member) else { return false }
      refused.append((member.key, member.node.place, "is \(Quoted(code)), which is no code of it"))
      return true
    }
    var decoder = EntryDecoder()
    var relation = RelationEntry.schema.decode(members, place: place, &decoder, number: number)
    for (key, place, text) in refused {
      tellUnread(place, "`\(key)` of relation number \(number) \(text)", isLost: false)
    }
    let wrong = decoder.findings.filter { $0.severity == .error }
    guard !wrong.isEmpty else { return relation }
    for finding in wrong {
      tellUnread(finding.place, "\(finding.sentence) It is left out.", isLost: false)
    }
    let places = Set(wrong.map(\.place))
    members.removeAll { places.contains($0.node.place) }
    var again = EntryDecoder()
    relation = RelationEntry.schema.decode(members, place: place, &again, number: number)
    return relation
  }

  private mutating func record(_ read: SheetListRows) {
    for subject in read.subjects {
      tellContradiction(subject.claims, subject.from, subject.to)
    }
    var ids = Set(read.relations.compactMap(\.entry.id.value))
    var seen: Set<RelationReference> = []
    for (index, item) in read.relations.enumerated() {
      var relation = item.entry
      let subject = read.subjects[item.subject]
      if relation.evidence.isEmpty {
        relation.evidence = [evidence(subject.claims.answer)]
        if subject.claims.answer == .unknown { report.unknown += 1 }
      }
      if !seen.insert(subject.reference).inserted {
        if relation.id.isAbsent {
          var id = "relation-\(index + 1)"
          while !ids.insert(id).inserted { id += "-b" }
          relation.id = .of(id)
        }
        report.doubled.append(
          SheetReport.Unread(
            place: place(relation.origin.place),
            text:
              "from \(Quoted(names.name(subject.from))) to \(Quoted(names.name(subject.to))) there "
              + "is another row, which differs in other columns: both are recorded"))
      }
      document.relations.append(relation)
    }
  }
}
