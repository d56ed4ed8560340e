import LiaisonModel

/// What a patch does, a line each, with names where an id says nothing to a reader.
struct PatchWords {
  let patch: NetworkPatch
  let before: NetworkDocument
  let vocabulary: Vocabulary

  /// The lines of what was done, those of relations by their ends and with the values that change.
  ///
  /// - Parameter told: the lines as they were told: first of what is removed, then of what is changed.
  /// - Complexity: O(size of the document + changes).
  func lines(_ told: [String]) -> [String] {
    var lines = told
    let keys = before.relationKeys()
    let names = Dictionary(
      before.organizations.compactMap { place in place.id.value.map { ($0, place.name.value ?? $0) }
      }
        + before.bodies.compactMap { body in body.id.value.map { ($0, body.name.value ?? $0) } },
      uniquingKeysWith: { first, _ in first })
    func relation(_ key: String) -> RelationEntry? {
      keys.position(ofKey: key).map { before.relations[$0] }
    }
    func phrase(_ relation: RelationEntry) -> String {
      let ends = [relation.from.value, relation.to.value].map { end -> String in
        guard let end else { return "?" }
        return end.split(separator: "/").first.flatMap { names[String($0)] } ?? end
      }
      let kind = relation.kind.value
      let verb = kind.map { vocabulary.relation($0)?.term.phrase ?? FieldWords.word($0.text) }
      return "“\(ends[0]) \(verb ?? "–") \(ends[1])”"
    }
    for (index, removal) in patch.removals.enumerated() where removal.table == .relations {
      guard lines.indices.contains(index), let entry = relation(removal.key) else { continue }
      lines[index] = "Removed \(phrase(entry))."
    }
    for (index, change) in patch.changes.enumerated() where change.table == .relations {
      let line = patch.removals.count + index
      guard lines.indices.contains(line), let entry = relation(change.key) else { continue }
      let old = RelationEntry.schema.members(entry)
      let values = change.members.map { member in
        Self.value(member, old.first { $0.key == member.key }?.node)
      }
      lines[line] = "Changed \(phrase(entry)): \(values.joined(separator: "; "))."
    }
    return lines
  }

  /// "status from “active” to “ended”", as far as the values are single words.
  private static func value(_ member: SourceNode.Member, _ old: SourceNode?) -> String {
    let word = FieldWords.word(member.key)
    switch (old?.scalar, member.node.content) {
    case (let old?, .null): return "\(word) taken away, which was \(Quoted(old))"
    case (_, .null): return "\(word) taken away"
    case (let old?, .scalar(let new, _)): return "\(word) from \(Quoted(old)) to \(Quoted(new))"
    case (nil, .scalar(let new, _)) where old == nil:
      return "\(word) \(Quoted(new)), where none was written"
    case (_, .scalar(let new, _)): return "\(word) \(Quoted(new))"
    case (_, .list), (_, .map): return word
    }
  }
}
