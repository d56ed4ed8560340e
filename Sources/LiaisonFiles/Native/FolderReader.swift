import LiaisonModel

/// Reads a folder: `network.yaml` for the header, a table a file beside it.
struct FolderReader {
  private var builder = DocumentBuilder()
  private let path: String
  private let limits: InputLimits

  /// Reads the folder.
  static func read(_ path: String, limits: InputLimits) throws(FileError) -> NetworkDocument {
    var reader = FolderReader(path: path, limits: limits)
    try reader.readFiles()
    return reader.builder.finish()
  }

  private init(path: String, limits: InputLimits) {
    self.path = path
    self.limits = limits
  }

  private mutating func readFiles() throws(FileError) {
    let entries = try DirectoryListing(path).entries
    let names = NetworkTable.allCases.map(\.fileName) + [NetworkTable.headerFileName]
    guard entries.contains(where: { names.contains($0.name) }) else {
      throw FileError(
        .noInput, "holds no network: there is no \(NetworkTable.headerFileName) in it", path: path,
        hint: hint(to: entries))
    }
    if let entry = entries.first(where: { $0.name == NetworkTable.headerFileName }) {
      let file = try InputFile.read(entry.path, limits: limits, followingLinks: false)
      builder.read(yaml: file.bytes, path: file.path, limits: limits)
    } else {
      builder.tellMissingHeader(path)
    }
    for table in NetworkTable.allCases {
      guard let entry = entries.first(where: { $0.name == table.fileName }) else { continue }
      let file = try InputFile.read(entry.path, limits: limits, followingLinks: false)
      read(table, file)
    }
    let present = entries.map(\.name)
    for entry in entries where !names.contains(entry.name) { ignore(entry, names, present) }
  }

  /// What to give instead of a folder without a network: an edge list or a network that lies in it.
  private func hint(to entries: [DirectoryListing.Entry]) -> String {
    let list = entries.first { entry in
      guard entry.kind == .file, entry.name.lowercased().hasSuffix(".csv"),
        let file = try? InputFile.read(entry.path, limits: limits, followingLinks: false)
      else { return false }
      return EdgeListReader.isBegun(by: file.bytes, limits: limits)
    }
    guard let list else {
      return "give a network's file or folder; `liaison init` starts one"
    }
    return "\(list.path) in it is an edge list: give that file"
  }

  /// Tells of a file that looks like a part of the network and is none: an error where its name is near
  /// that of a table which the folder does not have, since all would be judged without it.
  private mutating func ignore(
    _ entry: DirectoryListing.Entry, _ names: [String], _ present: [String]
  ) {
    let parts = entry.name.split(separator: ".")
    guard entry.kind == .file, parts.count > 1,
      ["csv", "tsv", "yaml", "yml"].contains(parts[parts.count - 1].lowercased()),
      !entry.name.hasPrefix(".")
    else { return }
    // A standard may lie beside the network that is judged by it.
    if let input = try? InputFile.read(entry.path, limits: limits, followingLinks: false),
      NativeFileKind(input.bytes) == .standard
    {
      return
    }
    var match = NearestMatch(names)
    let near = match.nearest(to: entry.name)
    let file = builder.sources.add(path: entry.path, lineStarts: [])
    builder.add(
      problem: Finding(
        rule: ReadingRule.syntax,
        severity: near.map { present.contains($0) ? Severity.warning : .error } ?? .info,
        key: ["file", entry.name], place: Place(file: file, spot: .whole),
        sentence: "\(Quoted(entry.name)) is no part of the network and is not read"
          + (near.map { "; did you mean `\($0)`?" } ?? ".")))
  }

  private mutating func read(_ table: NetworkTable, _ input: InputFile) {
    let file = builder.sources.add(path: input.path, bytes: input.bytes)
    let csv = CSVReader.read(bytes: input.bytes, file: file, limits: limits)
    for finding in csv.problems.numberedFindings(path: input.path) { builder.add(problem: finding) }
    switch table {
    case .areas: read(csv, table, to: \.areas)
    case .organizations: read(csv, table, to: \.organizations)
    case .services: read(csv, table, to: \.orphanServices)
    case .sites: read(csv, table, to: \.sites)
    case .bodies: read(csv, table, to: \.bodies)
    case .agreements: read(csv, table, to: \.agreements)
    case .relations: read(csv, table, to: \.relations)
    case .evidence: read(csv, table, to: \.orphanEvidence)
    case .activities: read(csv, table, to: \.activities)
    case .caseloads: readCaseloads(csv)
    case .parties: readParties(csv)
    }
  }

  private mutating func read<Entry: SchemaEntry>(
    _ csv: CSVTable, _ table: NetworkTable, to path: WritableKeyPath<NetworkDocument, [Entry]>
  ) {
    let columns = TableColumns(csv.header, delimiter: csv.delimiter) { Entry.schema.form($0) }
    tellUnknown(columns, table, Entry.schema.keys) { Entry.schema.position($0) != nil }
    builder.append(rows: csv.rows.count, to: path) { index, decoder in
      let row = csv.rows[index]
      let members = columns.members(of: row) { key, place, text in
        decoder.tell(key, in: table.fileName, row: index + 1, at: place, text, isLost: true)
      }
      if members.isEmpty { return nil }
      return Entry.schema.decode(
        members, place: CSVTable.place(of: row), &decoder, number: index + 1)
    }
  }

  /// Tells the columns that a table may not have.
  private mutating func tellUnknown(
    _ columns: TableColumns, _ table: NetworkTable, _ known: [String],
    isKnown: (String) -> Bool
  ) {
    let keys = columns.keys
    for (key, place) in keys where !isKnown(key) {
      builder.edit { _, decoder in
        decoder.tellUnknownColumn(
          key, at: place, in: table.fileName, among: keys.map(\.key), known: known)
      }
    }
  }

  /// `organization`, and the keys of a caseload.
  private mutating func readCaseloads(_ csv: CSVTable) {
    let columns = TableColumns(csv.header, delimiter: csv.delimiter) {
      $0 == "organization" ? .scalar : CaseloadEntry.schema.form($0)
    }
    tellUnknown(columns, .caseloads, CaseloadEntry.schema.keys + ["organization"]) {
      $0 == "organization" || CaseloadEntry.schema.position($0) != nil
    }
    builder.edit { document, decoder in
      let owners = document.uniqueOrganizations()
      for (index, row) in csv.rows.enumerated() {
        let file = NetworkTable.caseloads.fileName
        var members = columns.members(of: row) { key, place, text in
          decoder.tell(key, in: file, row: index + 1, at: place, text, isLost: true)
        }
        if members.isEmpty { continue }
        let owner = members.firstIndex { $0.key == "organization" }.map { members.remove(at: $0) }
        guard let id = owner?.node.scalar, let position = owners[id] else {
          decoder.tell(
            "organization", in: file, row: index + 1,
            at: owner?.node.place ?? CSVTable.place(of: row),
            "does not name one organization of the network; the row is left out",
            isLost: true)
          continue
        }
        document.organizations[position].caseload.append(
          CaseloadEntry.schema.decode(
            members, place: CSVTable.place(of: row), &decoder, number: index + 1))
      }
    }
  }

  /// `agreement,party`
  private mutating func readParties(_ csv: CSVTable) {
    let file = NetworkTable.parties.fileName
    let columns = TableColumns(csv.header) { _ in .scalar }
    let known = ["agreement", "party"]
    tellUnknown(columns, .parties, known) { known.contains($0) }
    builder.edit { document, decoder in
      let owners = NetworkDocument.unique(document.agreements.lazy.map(\.id.value))
      var named: [Int: (names: [String], place: Place)] = [:]
      for (index, row) in csv.rows.enumerated() {
        let members = columns.members(of: row) { _, _, _ in }
        if members.isEmpty { continue }
        func cell(_ key: String) -> (text: String?, place: Place) {
          let node = members.first { $0.key == key }?.node
          return (node?.scalar, node?.place ?? CSVTable.place(of: row))
        }
        let agreement = cell("agreement")
        let party = cell("party")
        guard let id = agreement.text, let position = owners[id] else {
          decoder.tell(
            "agreement", in: file, row: index + 1, at: agreement.place,
            "does not name one agreement of the network; the row is left out",
            isLost: true)
          continue
        }
        guard let name = party.text, Identifier.isVisible(name) else {
          decoder.tell(
            "party", in: file, row: index + 1, at: party.place,
            "names nobody; expected the id of an organization", isLost: true)
          continue
        }
        named[position, default: ([], party.place)].names.append(name)
      }
      for (position, parties) in named.sorted(by: { $0.key < $1.key }) {
        switch document.agreements[position].parties {
        case .value(let names, let place):
          document.agreements[position].parties = .value(names + parties.names, place)
        case .absent:
          document.agreements[position].parties = .value(parties.names, parties.place)
        case .broken: break
        }
      }
    }
  }
}
