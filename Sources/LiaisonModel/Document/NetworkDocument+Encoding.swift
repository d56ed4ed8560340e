extension NetworkDocument {
  /// The document as one map, in the order of the format; what is absent is left out.
  ///
  /// Reading it back gives an equal document.
  /// - Complexity: O(size).
  public func encoded() -> SourceNode {
    var members = HeaderEntry.schema.members(header)
    if let vocabulary { members.append(SourceNode.Member(key: "vocabulary", node: vocabulary)) }
    func add<Entry: SchemaEntry>(_ key: String, _ entries: [Entry]) {
      if entries.isEmpty { return }
      let node = SourceNode(.list(entries.map { Entry.schema.node($0) }))
      members.append(SourceNode.Member(key: key, node: node))
    }
    add("areas", areas)
    add("organizations", organizations)
    add("services", orphanServices)
    add("sites", sites)
    add("bodies", bodies)
    add("agreements", agreements)
    add("relations", relations)
    add("evidence", orphanEvidence)
    add("activities", activities)
    add("accepted", accepted)
    add("release", releases)
    for member in unknown {
      members.append(SourceNode.Member(key: member.key, node: member.node))
    }
    return SourceNode(.map(members))
  }
}
