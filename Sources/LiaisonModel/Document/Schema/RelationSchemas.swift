extension RelationEntry: SchemaEntry {
  /// Keys of a relation.
  public static let schema = Schema<RelationEntry>(
    "relation",
    fields: [
      .field("id", \.id, .id, "the id, needed where from, kind and to repeat"),
      .field("from", \.from, .reference, "the end it starts from: organization, or with /service"),
      .field("to", \.to, .reference, "the end it leads to: organization, with /service, or body"),
      .field("kind", \.kind, .code, "refers_to, shares_information_with, funds, member_of, …"),
    ] + .scope(\.scope.areas, \.scope.groups, \.scope.cases) + [
      .field("services", \.services, .codes, "the service types for which people are sent"),
      .field("onward", \.onward, .answer, "`no`: people go no further along it than its target"),
      .field("agreement", \.agreement, .reference, "the agreement it rests on"),
      .field("feedback", \.feedback, .code, "none, ad_hoc or systematic"),
      .field("formality", \.formality, .code, "informal, meeting, protocol, mou, contract, law"),
      .field(
        "intensity", \.intensity,
        .whole(
          Layer.intensities,
          "a whole number from \(Layer.intensities.lowerBound) to \(Layer.intensities.upperBound)"),
        "1 awareness, 2 cooperation, 3 coordination, 4 integration"),
      .field("content", \.content, .codes, "what is shared: personal, case, location, aggregate"),
      .field("response_time_hours", \.responseHours, .amount, "hours until the target responds"),
      .field("monthly_volume", \.monthlyVolume, .amount, tlp: .amber, "people a month"),
      .field("weight", \.weight, .finite, "the weight of an edge list's edge"),
    ] + .validity(\.validity.status, \.validity.from, \.validity.until)
      + .common(\.tlp, \.note) + [
        .entries("evidence", \.evidence, "who says so")
      ],
    label: { entry in
      if let id = entry.id.value { return id }
      guard let from = entry.from.value, let to = entry.to.value else { return nil }
      return "\(from) \(entry.kind.value?.text ?? "?") \(to)"
    })
}

extension EvidenceEntry: SchemaEntry {
  /// Keys of a piece of evidence.
  public static let schema = Schema<EvidenceEntry>(
    "evidence",
    fields: [
      .field(
        "relation", \.relation, .relation,
        "the relation, where it does not stand inside it: its id, or {from, kind, to}"),
      .field("source", \.source, .text, "where it was said"),
      .field("kind", \.kind, .code, "survey, document, interview or observation"),
      .field("date", \.date, .date, "when it was said"),
      .field("reporter", \.reporter, .code, "from, to, both or third"),
      .field("answer", \.answer, .answer, "what was said"),
      .field(
        "confidence", \.confidence, .number(0...1, "a number from 0 to 1"),
        "how sure the source is, 0 to 1"),
    ] + .common(\.tlp, \.note),
    label: { _ in nil })
}

extension FieldCodec where Value == RelationReference {
  /// A relation's id, or `{from, kind, to}`.
  static let relation = FieldCodec(
    expects: "a relation's id, or {from: …, kind: …, to: …}",
    form: .structure(["from": .scalar, "kind": .scalar, "to": .scalar], orScalar: true)
  ) { node, _ in
    if let text = node.scalar, Identifier.isVisible(text) {
      return .value(RelationReference(id: text))
    }
    guard let members = node.members, members.count == 3 else { return .refused(nil) }
    var reference = RelationReference()
    for member in members {
      guard let text = member.node.scalar, Identifier.isVisible(text) else { return .refused(nil) }
      switch member.key {
      case "from": reference.from = text
      case "kind": reference.kind = Code(text)
      case "to": reference.to = text
      default: return .refused(nil)
      }
    }
    guard reference.from != nil, reference.kind != nil, reference.to != nil else {
      return .refused(nil)
    }
    return .value(reference)
  } write: { reference in
    if let id = reference.id { return .text(id) }
    var members: [SourceNode.Member] = []
    if let from = reference.from { members.append(.init(key: "from", node: .text(from))) }
    if let kind = reference.kind { members.append(.init(key: "kind", node: .text(kind.text))) }
    if let to = reference.to { members.append(.init(key: "to", node: .text(to))) }
    return SourceNode(.map(members))
  }
}
