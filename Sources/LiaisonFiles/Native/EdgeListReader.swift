import LiaisonModel

/// Reads plain edge lists, anybody's: `source,target[,weight…]`, with or without a table of nodes.
///
/// Ids are kept byte for byte. Relations have no kind, so that they stand in the layer `all` alone.
/// Other columns are kept among the unknown keys, as nothing says what they mean, and that they are not read
/// is told. A comma is the decimal mark of weights where semicolons or tabs stand between cells. A row that repeats the
/// header, as where files were put together, is left out with a warning; a table of nodes and a list that do
/// not name the same nodes are read, and told.
struct EdgeListReader {
  private var builder = DocumentBuilder()
  /// The nodes by the bytes of their ids: Swift calls the two spellings of "é" equal.
  private var known: Set<[UInt8]> = []
  /// The file that is read.
  private var file: UInt16 = 0
  private let limits: InputLimits
  /// Ids with a space at an end, which are told together where there are many.
  private var spaced: [(key: String, row: Int, cell: CSVCell)] = []

  /// Reads an edge list, and a table of nodes where there is one.
  static func read(
    _ edges: InputFile, nodes: InputFile?, limits: InputLimits
  ) throws(FileError) -> NetworkDocument {
    var reader = EdgeListReader(limits: limits)
    var hasTable = false
    if let nodes { hasTable = try reader.read(nodes: nodes) }
    try reader.read(edges: edges, hasTable: hasTable)
    reader.builder.edit { document, _ in
      document.isPlainEdgeList = true
      let name = edges.path.split(separator: "/").last.map(String.init) ?? edges.path
      document.header.title = .of(name)
    }
    return reader.builder.finish()
  }

  private init(limits: InputLimits) { self.limits = limits }

  private mutating func table(_ input: InputFile) -> CSVTable {
    file = builder.sources.add(path: input.path, bytes: input.bytes)
    let csv = CSVReader.read(bytes: input.bytes, file: file, limits: limits)
    for finding in csv.problems.numberedFindings(path: input.path) { builder.add(problem: finding) }
    return csv
  }

  /// The first column that is called by one of the names, letter case apart.
  static func column(_ csv: CSVTable, _ names: [String]) -> Int? {
    for name in names {
      let found = csv.header.firstIndex { ListCell.trimmed($0.text).lowercased() == name }
      if let found { return found }
    }
    return nil
  }

  /// Reads the table of nodes.
  ///
  /// - Returns: whether it could be read; the document's problems say why not.
  private mutating func read(nodes input: InputFile) throws(FileError) -> Bool {
    let csv = table(input)
    if csv.isUnread { return false }
    guard let id = Self.column(csv, ["id", "node", "name", "label"]) else {
      throw FileError(
        .badData, Self.noHeader(csv, "this table of nodes has no column `id`"),
        location: SourceLocation(path: input.path, line: 1, column: 1),
        hint: "begin it with id,label")
    }
    let name = Self.column(csv, ["label", "name"]).flatMap { $0 == id ? nil : $0 }
    let sector = Self.column(csv, ["sector"])
    let columns = csv.header.enumerated().map { index, cell in
      NodeColumn(
        heading: ListCell.trimmed(cell.text),
        content: index == id ? .id : index == name ? .name : index == sector ? .sector : .other)
    }
    builder.edit { document, _ in document.nodeColumns = columns }
    for (index, row) in csv.rows.enumerated() where !tellsHeaderAgain(row, of: csv) {
      guard let key = text(row, id, "id", input.path, index, of: csv.header.count) else { continue }
      guard known.insert(Array(key.utf8)).inserted else {
        builder.edit { _, decoder in
          decoder.tell(
            "id", in: Self.name(input.path), row: index + 1, at: row[id].place,
            "names a node that stands in the table already")
        }
        continue
      }
      var entry = OrganizationEntry()
      entry.id = .value(key, row[id].place)
      entry.origin = Origin(CSVTable.place(of: row))
      for (column, cell) in row.enumerated() where column < csv.header.count && column != id {
        if cell.text.isEmpty { continue }
        if column == name {
          entry.name = .value(cell.text, cell.place)
        } else if column == sector, Identifier.isNative(cell.text), !cell.isMissingMark {
          entry.sector = .value(Code(cell.text), cell.place)
        } else {
          entry.unknown.append(Self.member(csv.header[column], cell))
        }
      }
      builder.edit { document, _ in document.organizations.append(entry) }
    }
    tellSpaced(in: input.path)
    return true
  }

  private mutating func read(edges input: InputFile, hasTable: Bool) throws(FileError) {
    let csv = table(input)
    if csv.isUnread { return }
    guard let source = Self.column(csv, ["source", "from"]),
      let target = Self.column(csv, ["target", "to"])
    else {
      throw FileError(
        .badData,
        Self.noHeader(
          csv, "this is no edge list: its first row does not name the columns source and target"),
        location: SourceLocation(path: input.path, line: 1, column: 1),
        hint: Self.way(of: csv, path: input.path))
    }
    let weight = Self.column(csv, ["weight"])
    if let unread = Self.unread(csv, but: [source, target], weight: weight) {
      builder.add(problem: unread)
    }
    let hasWeights = csv.rows.contains { row in
      weight.map { $0 < row.count && !row[$0].text.isEmpty } ?? false
    }
    var lacking: [CSVCell] = []
    var tied: Set<[UInt8]> = []
    for (index, row) in csv.rows.enumerated() where !tellsHeaderAgain(row, of: csv) {
      guard let from = text(row, source, "source", input.path, index, of: csv.header.count),
        let to = text(row, target, "target", input.path, index, of: csv.header.count)
      else { continue }
      var entry = RelationEntry()
      entry.from = .value(from, row[source].place)
      entry.to = .value(to, row[target].place)
      entry.origin = Origin(CSVTable.place(of: row))
      for (column, cell) in row.enumerated() where column < csv.header.count {
        if column == weight, hasWeights, cell.text.isEmpty {
          tellNoWeight(cell, input.path, index)
          continue
        }
        if column == source || column == target || cell.text.isEmpty { continue }
        if column == weight {
          entry.weight = read(weight: cell, input.path, index, delimiter: csv.delimiter)
        } else {
          entry.unknown.append(Self.member(csv.header[column], cell))
        }
      }
      for (end, column) in [(from, source), (to, target)] {
        let bytes = Array(end.utf8)
        if hasTable { tied.insert(bytes) }
        guard known.insert(bytes).inserted else { continue }
        var node = OrganizationEntry()
        node.id = .value(end, row[column].place)
        node.origin = Origin(row[column].place)
        builder.edit { document, _ in document.organizations.append(node) }
        if hasTable { lacking.append(row[column]) }
      }
      builder.edit { document, _ in document.relations.append(entry) }
    }
    tellSpaced(in: input.path)
    tell(lacking: lacking)
    if !hasTable { tellLookAlikes() }
    if csv.rows.isEmpty, csv.problems.isEmpty {
      tellNoTies(input)
    } else if hasTable {
      tellUntied(beside: tied)
    }
  }

  /// Whether a row repeats the header, letter case apart, which it then says.
  private mutating func tellsHeaderAgain(_ row: [CSVCell], of csv: CSVTable) -> Bool {
    guard
      row.elementsEqual(csv.header, by: { $0.text == $1.text })
        || row.elementsEqual(csv.header, by: { $0.text.lowercased() == $1.text.lowercased() })
    else { return false }
    builder.edit { _, decoder in
      decoder.tell(
        ReadingRule.value, .warning, at: CSVTable.place(of: row),
        "repeats its header here; the row is left out")
    }
    return true
  }

  /// Says which ends of ties the table of nodes lacks.
  private mutating func tell(lacking cells: [CSVCell]) {
    guard let first = cells.first else { return }
    builder.edit { document, decoder in
      let lacking = Set(cells.map { Array($0.text.utf8) })
      var near = NearestMatch(
        document.organizations.compactMap(\.id.value).filter { !lacking.contains(Array($0.utf8)) })
      let meant = cells.prefix(3).compactMap { cell in
        near.nearest(to: cell.text).map { (Quoted(cell.text).description, Quoted($0).description) }
      }
      var words =
        cells.count == 1
        ? "names the node \(Quoted(first.text)), which the table of nodes lacks; it has no name or group"
        : "names \(cells.count.grouped) nodes that the table of nodes lacks, and which have no name or "
          + "group: \(Self.shown(cells.map(\.text)))"
      if cells.count == 1, let other = meant.first?.1 {
        words += "; perhaps \(other) is meant"
      } else if !meant.isEmpty {
        words +=
          "; perhaps \(meant.map { "\($0.0) is to be \($0.1)" }.joined(separator: ", "))"
      }
      decoder.tell(ReadingRule.value, .warning, at: first.place, words)
    }
  }

  /// Says which ids look alike: nobody wrote down in a table of nodes that they are two.
  private mutating func tellLookAlikes() {
    builder.edit { document, decoder in
      let nodes = document.organizations
      let groups = LookAlikeIDs.groups(of: nodes.map { $0.id.value ?? "" })
      guard let first = groups.first else { return }
      let shown = groups.prefix(3).map { group in
        group.map { index in
          let place = nodes[index].id.place.flatMap { document.sources.location(of: $0) }
          let spot = place.map { " (\($0.line):\($0.column))" } ?? ""
          return "\(Quoted(nodes[index].id.value ?? ""))\(spot)"
        }.joined(separator: " and ")
      }.joined(separator: "; ")
      let more = groups.count > 3 ? "; and \((groups.count - 3).grouped) more" : ""
      decoder.tell(
        ReadingRule.value, .warning,
        at: nodes[first[1]].id.place ?? nodes[first[1]].origin.place,
        "has ids that look alike and are nodes of their own: \(shown)\(more); write them alike where "
          + "one is meant")
    }
  }

  /// Says which ids have a space at an end: each where they are few, else how many and where the first are.
  private mutating func tellSpaced(in path: String) {
    let found = spaced
    spaced = []
    guard let first = found.first else { return }
    builder.edit { document, decoder in
      guard found.count > 3 else {
        for (key, row, cell) in found {
          let plain = Quoted(ListCell.trimmed(cell.text))
          decoder.tell(
            key, in: Self.name(path), row: row, at: cell.place,
            "is \(Quoted(cell.text)), with a space before or after it; take the space away, so that the "
              + "node is not another than \(plain)")
        }
        return
      }
      let shown = found.prefix(3).map { item in
        let place = document.sources.location(of: item.cell.place)
        let spot = place.map { " (\($0.line):\($0.column))" } ?? ""
        return "\(Quoted(item.cell.text))\(spot)"
      }.joined(separator: ", ")
      decoder.tell(
        ReadingRule.value, .error, at: first.cell.place,
        "has \(found.count.grouped) ids with a space before or after them: \(shown) and "
          + "\((found.count - 3).grouped) more; take the spaces away, so that none is another node than "
          + "the same without")
    }
  }

  /// Says which nodes of the table are in no tie: they are nodes all the same, and change what is counted
  /// over all.
  private mutating func tellUntied(beside tied: Set<[UInt8]>) {
    builder.edit { document, decoder in
      let alone = document.organizations.filter { entry in
        entry.id.value.map { !tied.contains(Array($0.utf8)) } ?? false
      }
      guard let first = alone.first else { return }
      let ids = alone.map { $0.id.value ?? "" }
      let words =
        alone.count == 1
        ? "names the node \(Quoted(ids[0])), which is in no tie; it counts as a node without ties"
        : "names \(alone.count.grouped) nodes that are in no tie, and count as nodes without ties: "
          + Self.shown(ids)
      decoder.tell(ReadingRule.value, .info, at: first.id.place ?? first.origin.place, words)
    }
  }

  private mutating func tellNoTies(_ input: InputFile) {
    builder.add(
      problem: Finding(
        rule: ReadingRule.value, severity: .warning, key: ["rows", Self.name(input.path)],
        place: Place(file: file, spot: .whole),
        sentence: "The list has a header and no rows: there are no ties."))
  }

  /// Up to three names, and how many there are besides.
  private static func shown(_ names: [String]) -> String {
    let shown = names.prefix(3).map { Quoted($0).description }.joined(separator: ", ")
    return names.count > 3 ? "\(shown) and \((names.count - 3).grouped) more" : shown
  }

  /// The number that a cell holds as a weight; nil where it holds none.
  ///
  /// A comma is a decimal mark where semicolons or tabs stand between cells: so spreadsheets write numbers in
  /// countries whose decimal mark it is.
  static func weight(_ text: String, delimiter: UInt8) -> Double? {
    let text = ListCell.trimmed(text)
    if let value = DecimalNumber.double(text) { return value }
    guard delimiter != UInt8(ascii: ",") else { return nil }
    return DecimalNumber.pointed(text).flatMap { DecimalNumber.double($0) }
  }

  /// What is said of columns that are not read: a warning where weights may stand in one of them, as none is
  /// called `weight`; nil where all are read.
  static func unread(_ csv: CSVTable, but ends: [Int], weight: Int?) -> Finding? {
    let others = csv.header.indices.filter {
      !ends.contains($0) && $0 != weight && !ListCell.trimmed(csv.header[$0].text).isEmpty
    }
    guard let first = others.first else { return nil }
    let names = shown(others.map { csv.header[$0].text })
    let hasWeights = weight != nil
    var sentence =
      others.count == 1 ? "The column \(names) is not read" : "The columns \(names) are not read"
    sentence +=
      hasWeights
      ? "." : ": every tie weighs the same. Weights are read from a column called `weight`."
    return Finding(
      rule: ReadingRule.key, severity: hasWeights ? .info : .warning,
      key: ["columns"] + others.map { csv.header[$0].text }, place: csv.header[first].place,
      sentence: sentence)
  }

  private mutating func read(
    weight cell: CSVCell, _ path: String, _ index: Int, delimiter: UInt8
  ) -> Field<Double> {
    if let value = Self.weight(cell.text, delimiter: delimiter) {
      return .value(value, cell.place)
    }
    let reason =
      "is \(Quoted(cell.text)); "
      + (WeightAdvice.advice(on: cell.text, delimiter: delimiter)
        ?? "expected a number such as 3 or 0.5")
    builder.edit { _, decoder in
      decoder.tell("weight", in: Self.name(path), row: index + 1, at: cell.place, reason)
    }
    return .broken(cell.node, reason: reason)
  }

  /// A weight that is not written is not 1, where others are.
  private mutating func tellNoWeight(_ cell: CSVCell, _ path: String, _ index: Int) {
    builder.edit { _, decoder in
      decoder.tell(
        "weight", in: Self.name(path), row: index + 1, at: cell.place,
        "is empty, and others are not; write it, or leave the column out")
    }
  }

  private mutating func text(
    _ row: [CSVCell], _ column: Int, _ key: String, _ path: String, _ index: Int,
    of columnCount: Int
  ) -> String? {
    let cell = column < row.count ? row[column] : nil
    if let cell, Identifier.isVisible(cell.text) { return cell.text }
    // Of a row that is too short its length has been told.
    guard row.count == columnCount else { return nil }
    let words: String
    if let cell, !ListCell.trimmed(cell.text).isEmpty {
      if Identifier.isVisible(ListCell.trimmed(cell.text)) {
        spaced.append((key, index + 1, cell))
        return nil
      }
      words =
        "is \(Quoted(cell.text)); expected a text of at most 256 bytes without control characters"
    } else {
      words = "names no node"
    }
    builder.edit { _, decoder in
      decoder.tell(
        key, in: Self.name(path), row: index + 1, at: cell?.place ?? CSVTable.place(of: row), words)
    }
    return nil
  }

  private static func noHeader(_ csv: CSVTable, _ words: String) -> String {
    csv.header.isEmpty && csv.rows.isEmpty ? "the file is empty" : words
  }

  /// What to do with a sheet whose first row names no ends.
  private static func way(of csv: CSVTable, path: String) -> String {
    let cells = csv.header.map { ListCell.trimmed($0.text) }
    let file = path.onOneLine
    if cells.count > 2, cells[0].isEmpty {
      return
        "a matrix becomes a network by `liaison init NETWORK --from \(file)`; measure that, or, where "
        + "its weights are to count, `liaison measure NETWORK/relations.csv --directed`"
    }
    let others =
      "for a matrix or a list of a planner's own use `liaison init NETWORK --from \(file)`"
    // Cells of data hold numbers, or nothing.
    let areHeadings = !cells.contains { $0.isEmpty || $0.contains(where: \.isNumber) }
    guard (2...3).contains(cells.count), areHeadings else {
      return "begin it with source,target or source,target,weight; \(others)"
    }
    let weight = cells.count == 3 ? " and \(Quoted(cells[2])) to weight" : ""
    return
      "rename \(Quoted(cells[0])) and \(Quoted(cells[1])) to source,target\(weight), or put "
      + "source,target above them if they are nodes; of two kinds, as organizations and events, also say "
      + "which node is which, in a table: --nodes FILE --group COLUMN; \(others)"
  }

  /// Whether a text begins as an edge list does: its first line names the columns of both ends.
  static func isBegun(by bytes: [UInt8], limits: InputLimits) -> Bool {
    let line = bytes.prefix(4_096).prefix { $0 != 0x0A && $0 != 0x0D }
    let csv = CSVReader.read(bytes: Array(line), limits: limits)
    return column(csv, ["source", "from"]) != nil && column(csv, ["target", "to"]) != nil
  }

  private static func name(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  private static func member(_ header: CSVCell, _ cell: CSVCell) -> UnknownMember {
    UnknownMember(key: header.text, node: cell.node, origin: Origin(header.place))
  }
}
