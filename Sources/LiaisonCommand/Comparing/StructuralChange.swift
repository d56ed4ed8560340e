import LiaisonModel

/// What is different in the files of two networks, by the names of things; of sites, whose label may be stricter than
/// the page's, whether they are different, and not which.
struct StructuralChange: Equatable {
  /// One table.
  struct Table: Equatable {
    var noun: String
    var added: [String]
    var removed: [String]
    var changed: [String]
    /// How many of those that changed did so in each key, in the order of the keys.
    var fields: [Field] = []
    var isEmpty: Bool { added.isEmpty && removed.isEmpty && changed.isEmpty }
  }

  /// A key in which entries changed.
  struct Field: Equatable {
    var key: String
    var count: Int
  }

  /// The tables in which something is different.
  let tables: [Table]
  /// The keys of the header that are different, the date left out, at which each state is judged.
  let header: [String]
  /// Whether some site is different.
  let changesSites: Bool

  /// Compares two documents, entry by entry; order does not count.
  ///
  /// - Complexity: O(entries).
  init(_ before: NetworkDocument, _ after: NetworkDocument) {
    func name(_ end: String?, _ document: NetworkDocument, _ names: [String: String]) -> String {
      guard let end else { return "?" }
      let parts = end.split(separator: "/").map(String.init)
      guard let owner = parts.first.flatMap({ names[$0] }) else { return end }
      return parts.count > 1 ? "\(owner) (\(parts[1]))" : owner
    }
    func names(_ document: NetworkDocument) -> [String: String] {
      var names: [String: String] = [:]
      for place in document.organizations {
        if let id = place.id.value { names[id] = place.name.value ?? id }
      }
      for body in document.bodies {
        if let id = body.id.value { names[id] = body.name.value ?? id }
      }
      return names
    }
    let oldNames = names(before)
    let newNames = names(after)
    func organizations(_ document: NetworkDocument) -> [Item<OrganizationEntry>] {
      document.organizations.compactMap { place in
        guard let id = place.id.value else { return nil }
        var bare = place
        bare.services = []
        return Item(key: id, name: place.name.value ?? id, entry: bare)
      }
    }
    func services(_ document: NetworkDocument) -> [Item<ServiceEntry>] {
      document.organizations.flatMap { place in
        place.services.compactMap { service in
          guard let owner = place.id.value, let id = service.id.value else { return nil }
          return Item(
            key: "\(owner)/\(id)", name: "\(id) of \(place.name.value ?? owner)", entry: service)
        }
      }
    }
    func relations(
      _ document: NetworkDocument, _ names: [String: String]
    ) -> [Item<RelationEntry>] {
      document.relations.map { relation in
        var bare = relation
        bare.id = .absent
        let kind = relation.kind.value?.text ?? ""
        let from = relation.from.value ?? ""
        let to = relation.to.value ?? ""
        let label =
          "\(name(from, document, names)) → \(name(to, document, names))"
          + (kind == "refers_to" || kind.isEmpty ? "" : " (\(kind))")
        return Item(key: "\(from) \(kind) \(to)", name: label, entry: bare)
      }
    }
    func agreements(_ document: NetworkDocument) -> [Item<AgreementEntry>] {
      document.agreements.compactMap { item in
        item.id.value.map { Item(key: $0, name: item.name.value ?? $0, entry: item) }
      }
    }
    func bodies(_ document: NetworkDocument) -> [Item<BodyEntry>] {
      document.bodies.compactMap { item in
        item.id.value.map { Item(key: $0, name: item.name.value ?? $0, entry: item) }
      }
    }
    func activities(_ document: NetworkDocument) -> [Item<ActivityEntry>] {
      document.activities.compactMap { item in
        item.id.value.map { Item(key: $0, name: item.title.value ?? $0, entry: item) }
      }
    }
    func areas(_ document: NetworkDocument) -> [Item<AreaEntry>] {
      document.areas.compactMap { item in
        item.id.value.map { Item(key: $0, name: item.name.value ?? $0, entry: item) }
      }
    }
    func accepted(_ document: NetworkDocument) -> [Item<AcceptedEntry>] {
      document.accepted.compactMap { item in
        item.finding.value.map { id in
          Item(key: id, name: item.reason.value.map { "\(id) (\($0))" } ?? id, entry: item)
        }
      }
    }
    func releases(_ document: NetworkDocument) -> [Item<ReleaseEntry>] {
      document.releases.compactMap { item in
        item.finding.value.map { Item(key: $0, name: item.sentence.value ?? $0, entry: item) }
      }
    }
    func sites(_ document: NetworkDocument) -> [Item<SiteEntry>] {
      document.sites.compactMap { item in
        item.id.value.map { Item(key: $0, name: $0, entry: item) }
      }
    }
    header = Self.header(before, after)
    changesSites = !Self.table("site", sites(before), sites(after)).isEmpty
    tables = [
      Self.table("area", areas(before), areas(after)),
      Self.table("organization", organizations(before), organizations(after)),
      Self.table("service", services(before), services(after)),
      Self.table("relation", relations(before, oldNames), relations(after, newNames)),
      Self.table("agreement", agreements(before), agreements(after)),
      Self.table("body", bodies(before), bodies(after)),
      Self.table("activity", activities(before), activities(after)),
      Self.table("accepted finding", accepted(before), accepted(after)),
      Self.table("released finding", releases(before), releases(after)),
    ].filter { !$0.isEmpty }
  }

  /// The keys of the header with other values, and `vocabulary` where that is another.
  private static func header(_ before: NetworkDocument, _ after: NetworkDocument) -> [String] {
    var (old, new) = (before.header, after.header)
    old.asOf = .absent
    new.asOf = .absent
    return changedKeys(old, new) + (before.vocabulary == after.vocabulary ? [] : ["vocabulary"])
  }

  /// The keys with other values, in the order of the schema.
  private static func changedKeys<Entry: SchemaEntry>(_ old: Entry, _ new: Entry) -> [String] {
    let members = [old, new].map { Entry.schema.members($0) }
    let values = members.map { side in
      Dictionary(side.map { ($0.key, $0.node) }, uniquingKeysWith: { first, _ in first })
    }
    var keys: [String] = []
    for member in members[1] + members[0]
    where values[0][member.key] != values[1][member.key] && !keys.contains(member.key) {
      keys.append(member.key)
    }
    return keys
  }

  private struct Item<Entry: SchemaEntry> {
    var key: String
    var name: String
    var entry: Entry
  }

  private static func table<Entry: SchemaEntry>(
    _ noun: String, _ before: [Item<Entry>], _ after: [Item<Entry>]
  ) -> Table {
    func grouped(_ items: [Item<Entry>]) -> [String: [Item<Entry>]] {
      Dictionary(grouping: items, by: \.key)
    }
    let old = grouped(before)
    let new = grouped(after)
    var table = Table(noun: noun, added: [], removed: [], changed: [])
    var counts: [String: Int] = [:]
    var seen: Set<String> = []
    for item in after where seen.insert(item.key).inserted {
      let mine = new[item.key] ?? []
      guard let theirs = old[item.key] else {
        table.added += mine.map(\.name)
        continue
      }
      if mine.count > theirs.count {
        table.added += mine.dropFirst(theirs.count).map(\.name)
      } else if mine.count < theirs.count {
        table.removed += theirs.dropFirst(mine.count).map(\.name)
      }
      let others = zip(mine, theirs).filter { $0.entry != $1.entry }
      guard !others.isEmpty else { continue }
      table.changed.append(item.name)
      for key in Set(others.flatMap { changedKeys($1.entry, $0.entry) }) {
        counts[key, default: 0] += 1
      }
    }
    for item in before where seen.insert(item.key).inserted {
      table.removed += (old[item.key] ?? []).map(\.name)
    }
    table.fields = counts.map { Field(key: $0.key, count: $0.value) }.sorted { left, right in
      left.count != right.count ? left.count > right.count : left.key < right.key
    }
    return table
  }
}
