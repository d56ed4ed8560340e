extension HeaderEntry: SchemaEntry {
  /// Keys of the header.
  public static let schema = Schema<HeaderEntry>(
    "header",
    fields: [
      .field(
        "liaison", \.version, .whole(1...1, "the format's version, 1"), "the format's version"),
      .field("title", \.title, .text, "the network's title"),
      .names("title_", \.titles, "the title in another language: title_ur"),
      .field("as_of", \.asOf, .date, "the date at which the network is judged"),
      .field("tlp", \.tlp, .trafficLight, "the label of whatever carries none"),
      .field(
        "labels", \.labels, .part("a map such as {title: GREEN, source: CLEAR}"),
        "with whom the title, the source and the boundary may be shared, where not as `tlp` says"),
      .field("standard", \.standard, .reference, "what `liaison gaps` compares with by default"),
      .field(
        "boundary", \.boundary, .part("a map such as {rule: members of the committee}"),
        "by which rule members were found, and what is listed completely"),
      .assume,
      .field("custodian", \.custodian, .text, tlp: .amber, "the role that keeps the file"),
      .field("licence", \.licence, .text, "the licence of the data"),
      .field("source", \.source, .text, "where the data comes from"),
      .field("note", \.note, .text, tlp: .amber, "a remark"),
    ])
}

extension SchemaField where Entry == HeaderEntry {
  /// `assume: {areas, groups, cases}`; another key in it makes the whole unreadable.
  fileprivate static var assume: SchemaField {
    SchemaField(
      key: "assume", doc: "what an unstated scope is taken for: {cases: any}", tlp: .clear,
      form: .entries, isLocalized: false, isSensitive: false
    ) { member, entry, decoder in
      if case .null = member.node.content { return true }
      let known = ["areas", "groups", "cases"]
      return decoder.within("assume") { decoder in
        guard let members = member.node.members,
          members.allSatisfy({ known.contains($0.key) })
        else {
          _ = decoder.refuse(
            member.node, expects: "a map of areas, groups, cases, such as {cases: any}",
            reason: nil, isSensitive: false)
          return false
        }
        let part = EntryPointEntry.schema.decode(members, place: member.node.place, &decoder)
        entry.assume = part.scope
        return true
      }
    } write: { entry, members in
      var part = EntryPointEntry()
      part.scope = entry.assume
      let inner = EntryPointEntry.schema.members(part)
      if !inner.isEmpty {
        members.append(SourceNode.Member(key: "assume", node: SourceNode(.map(inner))))
      }
    }
  }
}
