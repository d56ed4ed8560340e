/// Why a patch does not fit a network.
public struct PatchError: Error, Sendable, Equatable, CustomStringConvertible {
  /// One sentence.
  public var message: String
  /// Where in the patch.
  public var origin: Origin

  /// The sentence.
  public var description: String { message }
}

extension NetworkPatch {
  /// A changed document, and what was done to it, a line each.
  public struct Applied: Sendable {
    /// The document.
    public var document: NetworkDocument
    /// "Removed organization `umeed`, with 2 services and 5 relations."
    public var told: [String]
  }

  /// The document with the patch applied: first what is removed, then what is changed, then what is
  /// added. The order of the rest is kept; places of changed entries are those of the originals.
  ///
  /// With an organization go its units, services and sites, and every relation, membership of an
  /// agreement and part in an activity; with a service its relations and sites; with a body its
  /// relations, and the mention of it on bodies below it; with an agreement the mention of it on relations;
  /// with an activity what depends on it.
  ///
  /// - Throws: `PatchError` where it names what is not there, or adds what is: the first.
  /// - Complexity: O(size of the document × entries of the patch).
  public func applied(to document: NetworkDocument) throws(PatchError) -> Applied {
    let (result, misfits) = applying(to: document)
    if let first = misfits.first { throw first }
    return result
  }

  /// The document with all of the patch applied that fits, and what does not: each entry that names what is
  /// not there, or adds what is, in the order in which they are applied.
  ///
  /// - Complexity: O(size of the document × entries of the patch).
  public func applying(
    to document: NetworkDocument
  ) -> (applied: Applied, misfits: [PatchError]) {
    var result = Applied(document: document, told: [])
    var misfits: [PatchError] = []
    func attempt(_ step: () throws(PatchError) -> Void) {
      do throws(PatchError) { try step() } catch { misfits.append(error) }
    }
    var rest = removals[...]
    while let removal = rest.first {
      let run = rest.prefix { $0.table == .relations }
      if run.isEmpty {
        attempt { () throws(PatchError) in try result.remove(removal) }
      } else {
        misfits += result.removeRelations(run)
      }
      rest = rest.dropFirst(max(run.count, 1))
    }
    var keys: [RelationReference: Int]?
    for change in changes {
      if change.table == .relations { keys = keys ?? result.document.relationKeys() }
      attempt { () throws(PatchError) in try result.change(change, keys) }
      if change.members.contains(where: { ["id", "from", "kind", "to"].contains($0.key) }) {
        keys = nil
      }
    }
    misfits += result.add(additions)
    if let asOf { result.document.header.asOf = .of(asOf) }
    return (result, misfits)
  }
}

extension NetworkPatch.Applied {
  // MARK: Finding entries

  private func position(
    _ table: NetworkPatch.Table, _ key: String, _ origin: Origin,
    _ keys: [RelationReference: Int]? = nil
  ) throws(PatchError) -> (entry: Int, service: Int) {
    let found: (Int, Int)?
    switch table {
    case .areas: found = place(document.areas.map(\.id.value), key)
    case .organizations: found = place(document.organizations.map(\.id.value), key)
    case .sites: found = place(document.sites.map(\.id.value), key)
    case .bodies: found = place(document.bodies.map(\.id.value), key)
    case .agreements: found = place(document.agreements.map(\.id.value), key)
    case .activities: found = place(document.activities.map(\.id.value), key)
    case .relations: found = (keys ?? document.relationKeys()).position(ofKey: key).map { ($0, 0) }
    case .services: found = service(key)
    }
    if let found { return found }
    throw missing(table, key, origin)
  }

  private func missing(
    _ table: NetworkPatch.Table, _ key: String, _ origin: Origin
  ) -> PatchError {
    var match = NearestMatch(names(table))
    let near = match.nearest(to: key).map { " Did you mean `\($0)`?" } ?? ""
    return PatchError(
      message: "The network has no \(table.noun) \(Quoted(key)).\(near)", origin: origin)
  }

  /// Removes relations all at once, as each would move those behind it; gives those that are not there.
  ///
  /// - Complexity: O(relations + removals).
  fileprivate mutating func removeRelations(
    _ removals: ArraySlice<NetworkPatch.Removal>
  ) -> [PatchError] {
    let keys = document.relationKeys()
    var gone: Set<Int> = []
    var misfits: [PatchError] = []
    for removal in removals {
      guard let place = keys.position(ofKey: removal.key), gone.insert(place).inserted else {
        misfits.append(missing(removal.table, removal.key, removal.origin))
        continue
      }
      told.append("Removed \(removal.table.noun) \(Quoted(removal.key)).")
    }
    document.relations = document.relations.indices.filter { !gone.contains($0) }.map {
      document.relations[$0]
    }
    return misfits
  }

  private func place(_ ids: [String?], _ key: String) -> (Int, Int)? {
    ids.firstIndex(of: key).map { ($0, 0) }
  }

  private func service(_ key: String) -> (Int, Int)? {
    let parts = key.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2,
      let owner = document.organizations.firstIndex(where: { $0.id.value == parts[0] }),
      let service = document.organizations[owner].services.firstIndex(where: {
        $0.id.value == parts[1]
      })
    else { return nil }
    return (owner, service)
  }

  private func names(_ table: NetworkPatch.Table) -> [String] {
    switch table {
    case .areas: document.areas.compactMap(\.id.value)
    case .organizations: document.organizations.compactMap(\.id.value)
    case .sites: document.sites.compactMap(\.id.value)
    case .bodies: document.bodies.compactMap(\.id.value)
    case .agreements: document.agreements.compactMap(\.id.value)
    case .activities: document.activities.compactMap(\.id.value)
    case .relations: document.relations.compactMap(\.id.value)
    case .services:
      document.organizations.flatMap { place in
        place.services.compactMap { service in
          guard let owner = place.id.value, let id = service.id.value else { return nil }
          return "\(owner)/\(id)"
        }
      }
    }
  }

  // MARK: Changing

  fileprivate mutating func change(
    _ change: NetworkPatch.Change, _ keys: [RelationReference: Int]?
  ) throws(PatchError) {
    let (entry, service) = try position(change.table, change.key, change.origin, keys)
    switch change.table {
    case .areas: Self.edit(&document.areas[entry], change.members)
    case .organizations: Self.edit(&document.organizations[entry], change.members)
    case .services: Self.edit(&document.organizations[entry].services[service], change.members)
    case .sites: Self.edit(&document.sites[entry], change.members)
    case .bodies: Self.edit(&document.bodies[entry], change.members)
    case .agreements: Self.edit(&document.agreements[entry], change.members)
    case .relations: Self.edit(&document.relations[entry], change.members)
    case .activities: Self.edit(&document.activities[entry], change.members)
    }
    let keys = change.members.map { "`\($0.key)`" }.joined(separator: ", ")
    told.append("Changed \(change.table.noun) \(Quoted(change.key)): \(keys).")
  }

  /// Gives some keys of an entry new values.
  private static func edit<Entry: SchemaEntry>(
    _ entry: inout Entry, _ members: [SourceNode.Member]
  ) {
    var silent = EntryDecoder()
    // What is written by the schema has no place of the patch's file any more.
    let values = Entry.schema.members(Entry.schema.decode(members, place: .none, &silent))
    let named = Set(members.map(\.key))
    let kept = Entry.schema.members(entry).filter { !named.contains($0.key) }
    let origin = entry.origin
    entry = Entry.schema.decode(kept + values, place: .none, &silent)
    entry.origin = origin
  }

  // MARK: Adding

  /// Adds entries; gives those that are there already, and services whose organization is not.
  fileprivate mutating func add(_ additions: NetworkDocument) -> [PatchError] {
    var misfits = add(additions.areas, \.areas, "area") { $0.id.value }
    misfits += add(additions.organizations, \.organizations, "organization") { $0.id.value }
    misfits += add(additions.sites, \.sites, "site") { $0.id.value }
    misfits += add(additions.bodies, \.bodies, "body") { $0.id.value }
    misfits += add(additions.agreements, \.agreements, "agreement") { $0.id.value }
    misfits += add(additions.relations, \.relations, "relation") { $0.id.value }
    misfits += add(additions.activities, \.activities, "activity") { $0.id.value }
    misfits += add(additions.orphanServices, \.orphanServices, "service") { _ in nil }
    misfits += add(additions.orphanEvidence, \.orphanEvidence, "piece of evidence") { _ in nil }
    misfits += add(additions.accepted, \.accepted, "accepted finding") { _ in nil }
    document.adoptOrphans()
    for service in additions.orphanServices
    where document.orphanServices.contains(where: { $0 == service }) {
      let origin = service.organization.place.map { Origin($0) } ?? service.origin
      misfits.append(missing(.organizations, service.organization.value ?? "", origin))
    }
    return misfits
  }

  private mutating func add<Entry: SchemaEntry>(
    _ entries: [Entry], _ path: WritableKeyPath<NetworkDocument, [Entry]>, _ noun: String,
    id: (Entry) -> String?
  ) -> [PatchError] {
    if entries.isEmpty { return [] }
    var misfits: [PatchError] = []
    var known = Set(document[keyPath: path].compactMap(id))
    for entry in entries {
      if let id = id(entry), !known.insert(id).inserted {
        misfits.append(
          PatchError(
            message: "The network has \(Schema<Entry>.article(noun)) \(Quoted(id)) already; "
              + "`change:` gives it other values.", origin: entry.origin))
        continue
      }
      var silent = EntryDecoder()
      document[keyPath: path].append(
        Entry.schema.decode(Entry.schema.members(entry), place: .none, &silent))
    }
    let many = noun.hasPrefix("piece") ? "pieces of evidence" : Self.plural(noun)
    told.append("Added \(entries.count) \(entries.count == 1 ? noun : many).")
    return misfits
  }

  private static func plural(_ noun: String) -> String {
    noun.hasSuffix("y") ? noun.dropLast() + "ies" : noun + "s"
  }

  // MARK: Removing

  fileprivate mutating func remove(_ removal: NetworkPatch.Removal) throws(PatchError) {
    let entry = try position(removal.table, removal.key, removal.origin).entry
    let before = sizes
    switch removal.table {
    case .areas: document.areas.remove(at: entry)
    case .sites: document.sites.remove(at: entry)
    case .relations: break  // All at once: `removeRelations`.
    case .organizations, .services, .bodies, .agreements, .activities:
      document = document.removing([removal])
    }
    // What goes with the entry, which is itself not told again.
    let parts = zip(before, sizes).compactMap { was, now -> String? in
      let count = was.count - now.count - (was.table == removal.table ? 1 : 0)
      guard count > 0 else { return nil }
      return "\(count) \(count == 1 ? was.noun : Self.plural(was.noun))"
    }
    let with = parts.isEmpty ? "" : ", with \(parts.joined(separator: ", "))"
    told.append("Removed \(removal.table.noun) \(Quoted(removal.key))\(with).")
  }

  /// How many entries there are of what may go with another.
  private var sizes: [(table: NetworkPatch.Table, noun: String, count: Int)] {
    [
      (.organizations, "unit", document.organizations.count),
      (.services, "service", document.organizations.reduce(0) { $0 + $1.services.count }),
      (.relations, "relation", document.relations.count),
      (.sites, "site", document.sites.count),
    ]
  }
}
