import LiaisonModel

/// A document as the files of a folder.
///
/// What stands inside an entry and cannot be told of by its owner's id (services of an organization
/// whose id stands twice) goes into the owner's row, as JSON.
struct FolderTables {
  /// The bytes of `network.yaml`.
  let header: [UInt8]
  /// The tables that have rows, in their order.
  let tables: [(table: NetworkTable, bytes: [UInt8])]

  /// - Parameter isBegun: whether columns and comments wait for what the network lacks.
  init(_ document: NetworkDocument, isBegun: Bool = false) {
    var rest = document
    var tables: [(NetworkTable, TableWriter)] = []
    func add<Entry: SchemaEntry>(_ table: NetworkTable, _ entries: [Entry]) {
      var writer = TableWriter()
      for entry in entries { writer.append(entry) }
      tables.append((table, writer))
    }
    add(.areas, document.areas)
    Self.addOrganizations(document, to: &tables)
    add(.sites, document.sites)
    add(.bodies, document.bodies)
    Self.addAgreements(document, to: &tables)
    Self.addRelations(document, to: &tables)
    add(.activities, document.activities)
    rest.areas = []
    rest.organizations = []
    rest.orphanServices = []
    rest.sites = []
    rest.bodies = []
    rest.agreements = []
    rest.relations = []
    rest.orphanEvidence = []
    rest.activities = []
    let comments = isBegun ? BegunNetwork.comments(.folder) : ""
    header = Array(comments.utf8) + YAMLWriter.write(rest.encoded())
    if isBegun { Self.addWaiting(to: &tables) }
    self.tables = NetworkTable.allCases.compactMap { table in
      tables.first { $0.0 == table && !$0.1.isEmpty }.map { (table, $0.1.bytes()) }
    }
  }

  private static func addWaiting(to tables: inout [(NetworkTable, TableWriter)]) {
    for (table, keys) in BegunNetwork.columns {
      guard let index = tables.firstIndex(where: { $0.0 == table }) else { continue }
      switch table {
      case .areas: tables[index].1.wait(for: keys, of: AreaEntry.self)
      case .organizations: tables[index].1.wait(for: keys, of: OrganizationEntry.self)
      default: tables[index].1.wait(for: keys, of: ServiceEntry.self)
      }
    }
  }

  private static func addOrganizations(
    _ document: NetworkDocument, to tables: inout [(NetworkTable, TableWriter)]
  ) {
    var organizations = TableWriter()
    var services = TableWriter()
    var caseloads = TableWriter(owners: ["organization"])
    let owners = document.uniqueOrganizations()
    for entry in document.organizations {
      guard let id = entry.id.value, owners[id] != nil, ListCell.isTrimmed(id) else {
        organizations.append(entry)
        continue
      }
      let hasOwner = entry.services.contains { !$0.organization.isAbsent }
      organizations.append(entry, leavingOut: hasOwner ? ["caseload"] : ["caseload", "services"])
      for load in entry.caseload { caseloads.append(load, owner: [("organization", id)]) }
      if hasOwner { continue }
      for var service in entry.services {
        service.organization = .of(id)
        services.append(service)
      }
    }
    for service in document.orphanServices { services.append(service) }
    tables += [
      (.organizations, organizations), (.services, services), (.caseloads, caseloads),
    ]
  }

  private static func addAgreements(
    _ document: NetworkDocument, to tables: inout [(NetworkTable, TableWriter)]
  ) {
    var agreements = TableWriter()
    var parties = TableWriter()
    let owners = NetworkDocument.unique(document.agreements.lazy.map(\.id.value))
    for entry in document.agreements {
      guard let id = entry.id.value, owners[id] != nil, let names = entry.parties.value,
        !names.isEmpty
      else {
        agreements.append(entry)
        continue
      }
      agreements.append(entry, leavingOut: ["parties"])
      for name in names { parties.append(PartyRow(agreement: .of(id), party: .of(name))) }
    }
    tables += [(.agreements, agreements), (.parties, parties)]
  }

  private static func addRelations(
    _ document: NetworkDocument, to tables: inout [(NetworkTable, TableWriter)]
  ) {
    var relations = TableWriter()
    var evidence = TableWriter()
    let keys = document.relationKeys()
    for (position, entry) in document.relations.enumerated() {
      let reference = Self.reference(to: entry)
      guard let reference, keys[reference] == position,
        entry.evidence.allSatisfy({ $0.relation.isAbsent })
      else {
        relations.append(entry)
        continue
      }
      relations.append(entry, leavingOut: ["evidence"])
      for var piece in entry.evidence {
        piece.relation = .of(reference)
        evidence.append(piece)
      }
    }
    for piece in document.orphanEvidence { evidence.append(piece) }
    tables += [(.relations, relations), (.evidence, evidence)]
  }

  private static func reference(to entry: RelationEntry) -> RelationReference? {
    if let id = entry.id.value { return RelationReference(id: id) }
    guard entry.id.isAbsent, let from = entry.from.value, let kind = entry.kind.value,
      let to = entry.to.value
    else { return nil }
    return RelationReference(from: from, kind: kind, to: to)
  }
}

/// A row of `parties.csv`.
private struct PartyRow: SchemaEntry {
  var agreement: Field<String> = .absent
  var party: Field<String> = .absent
  var unknown: [UnknownMember] = []
  var origin = Origin()

  init() {}

  init(agreement: Field<String>, party: Field<String>) {
    self.agreement = agreement
    self.party = party
  }

  static let schema = Schema<PartyRow>(
    "party",
    fields: [
      .field("agreement", \.agreement, .reference, "the agreement"),
      .field("party", \.party, .reference, "the organization"),
    ])
}
