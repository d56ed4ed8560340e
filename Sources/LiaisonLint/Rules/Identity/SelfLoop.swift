public import LiaisonCatalog
public import LiaisonModel

/// REF006: something that leads back to itself.
public struct SelfLoop: DocumentRule {
  /// Creates the rule.
  public init() {}

  /// A warning; an error for areas, units and bodies within themselves.
  public var severity: Severity { .warning }

  /// Its page.
  public var page: CatalogPage {
    CatalogPage(
      id: "REF006",
      summary: "A relation leads back to where it starts, or a thing lies within itself.",
      meaning: """
        A relation from an organization to itself or to its own service says nothing: that an \
        organization passes people on inside itself is `units_refer`. It is left out of every measure. \
        An area within itself, a unit of itself or a circle of these has no top, so that nothing can be \
        inherited: that is an error. So is a branch of more than \(Nesting.limit) levels, which no \
        hierarchy of offices has.
        """,
      reference: "SEMANTICS §1 and §6",
      examples: [
        .init(
          "A referral to itself",
          text: """
            liaison: 1
            organizations: [{id: police, name: Provincial Police}]
            relations:
              - {from: police, to: police, kind: refers_to, feedback: none}
            """,
          outcome:
            "Provincial Police has a relation `refers_to` to itself. Take it out, or name the unit that is meant."
        ),
        .init(
          "Areas in a circle",
          text: """
            liaison: 1
            areas:
              - {id: north, name: North, within: south}
              - {id: south, name: South, within: north}
            """,
          outcome: "North lies within itself (north → south → north). Mend one `within`."),
        .init(
          "A unit and its parent",
          text: """
            liaison: 1
            organizations:
              - {id: police, name: Provincial Police}
              - {id: station, name: Station North, parent: police}
            relations:
              - {from: station, to: police, kind: escalates_to}
            """),
      ])
  }

  /// One finding for each relation to itself, each circle and each branch that lies too deep.
  public func findings(in context: LintContext) -> [Finding] {
    let document = context.document
    var findings: [Finding] = []
    for index in document.relations.indices {
      let ends = context.ends[index]
      guard let from = ends.from.organization, from == ends.to.organization else { continue }
      let entry = document.relations[index]
      let kind = entry.kind.value.map { " \(context.word($0, .relations))" } ?? ""
      findings.append(
        Finding(
          rule: "REF006", severity: severity, key: ["relations", context.key(ofRelation: index)],
          place: entry.to.place ?? entry.origin.place,
          subjects: .elements([entry.from.value].compactMap(\.self)),
          sentence: "\(context.name(ofOrganization: from)) has a relation\(kind) to itself. "
            + "Take it out, or name the unit that is meant."))
    }
    circles(
      document.areas.map { ($0.id.value, $0.name, $0.within) }, context.areas, "areas", "within",
      "lies within itself", context, &findings)
    circles(
      document.organizations.map { ($0.id.value, $0.name, $0.parent) }, context.organizations,
      "organizations", "parent", "is a unit of itself", context, &findings)
    circles(
      document.bodies.map { ($0.id.value, $0.name, $0.parent) }, context.bodies, "bodies",
      "parent", "stands above itself", context, &findings)
    return findings
  }

  /// Circles of a table's upward references; each entry has at most one, so each circle is walked
  /// once.
  private func circles(
    _ entries: [(id: String?, name: Field<String>, up: Field<String>)], _ table: IDTable,
    _ tableName: String, _ field: String, _ phrase: String, _ context: LintContext,
    _ findings: inout [Finding]
  ) {
    let up = entries.map { entry in entry.up.value.flatMap { table.position($0) } }
    for index in Nesting(above: up).tooDeep {
      let id = entries[index].id ?? ""
      let name = entries[index].name.value.map { context.plain($0) } ?? context.quoted(id)
      findings.append(
        Finding(
          rule: "REF006", severity: .error, key: [tableName, id, "depth"],
          place: entries[index].up.place ?? .none, subjects: .elements([id]),
          sentence:
            "\(name) lies more than \(Nesting.limit) levels deep. Mend one `\(field)` above it."))
    }
    // 0: not seen; else the number of the walk that saw it first.
    var seen = [Int](repeating: 0, count: entries.count)
    for start in entries.indices where seen[start] == 0 {
      var path: [Int] = []
      var current: Int? = start
      while let index = current, seen[index] == 0 {
        seen[index] = start + 1
        path.append(index)
        current = up[index]
      }
      guard let end = current, seen[end] == start + 1, let first = path.firstIndex(of: end) else {
        continue
      }
      let circle = Array(path[first...])
      let ids = circle.map { entries[$0].id ?? "" }
      var shown = Array(ids.prefix(6))
      if ids.count > 6 { shown.append("…") }
      shown.append(ids[0])
      let name = entries[end].name.value.map { context.plain($0) } ?? context.quoted(ids[0])
      findings.append(
        Finding(
          rule: "REF006", severity: .error, key: [tableName] + ids.sorted(),
          place: entries[end].up.place ?? .none, subjects: .elements(ids),
          sentence:
            "\(name) \(phrase) (\(shown.map { context.plain($0) }.joined(separator: " → "))). Mend one `\(field)`."
        ))
    }
  }
}
