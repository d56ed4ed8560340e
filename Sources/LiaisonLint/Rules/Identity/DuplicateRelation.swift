public import LiaisonCatalog
public import LiaisonModel

/// REF005: one relation written twice.
public struct DuplicateRelation: DocumentRule {
  /// Creates the rule.
  public init() {}

  /// A warning; an error where nothing tells the two apart.
  public var severity: Severity { .warning }

  /// Its page.
  public var page: CatalogPage {
    CatalogPage(
      id: "REF005", summary: "A relation is written twice.",
      meaning: """
        A relation is known by its `id`, else by from, kind and to; a second one of the same three needs \
        an `id`, or evidence and snapshots could not say which they mean: that is an error. Two relations \
        with ids of their own, the same kind, pair, dates, scope and services say the same twice: that \
        is a warning. Relations without a direction are the same both ways.
        """,
      reference: "SEMANTICS §1",
      examples: [
        .init(
          "The same three without an id",
          text: """
            liaison: 1
            organizations: [{id: a, name: Union}, {id: b, name: Inspectorate}]
            relations:
              - {from: a, to: b, kind: refers_to, feedback: none, groups: [adult.male]}
              - {from: a, to: b, kind: refers_to, feedback: none, groups: [adult.female]}
            """,
          outcome:
            "Union → Inspectorate is recorded as `refers_to` a second time: give this one an `id`, or join the two."
        ),
        .init(
          "Two ids that say the same",
          text: """
            liaison: 1
            organizations: [{id: a, name: Union}, {id: b, name: Inspectorate}]
            relations:
              - {id: r1, from: a, to: b, kind: joint_casework}
              - {id: r2, from: b, to: a, kind: joint_casework}
            """,
          outcome:
            "The relations “r1” and “r2” say the same (`joint_casework`, Inspectorate → Union, same dates and scope): keep one."
        ),
        .init(
          "Two groups, two ids",
          text: """
            liaison: 1
            organizations: [{id: a, name: Union}, {id: b, name: Inspectorate}]
            relations:
              - {id: men, from: a, to: b, kind: refers_to, feedback: none, groups: [adult.male]}
              - {id: women, from: a, to: b, kind: refers_to, feedback: none, groups: [adult.female]}
            """),
      ])
  }

  /// One finding for each relation that repeats an earlier one.
  public func findings(in context: LintContext) -> [Finding] {
    let relations = context.document.relations
    var findings: [Finding] = []
    var byTriple: [Triple: Earlier] = [:]
    byTriple.reserveCapacity(relations.count)
    for index in relations.indices {
      guard let kind = relations[index].kind.value, !kind.text.isEmpty,
        var from = relations[index].from.value, var to = relations[index].to.value
      else { continue }
      if context.words.kinds[kind]?.isDirected == false,
        to.utf8.lexicographicallyPrecedes(from.utf8)
      {
        (from, to) = (to, from)
      }
      let triple = Triple(from: from, kind: kind, to: to)
      if let earlier = byTriple[triple] {
        compare(index, earlier, context, &findings)
      }
      byTriple[triple, default: Earlier()].add(index, hasID: relations[index].id.value != nil)
    }
    return findings
  }

  /// Relations alike in both ends and the kind.
  private struct Earlier {
    /// The first without an id.
    var unnamed: Int?
    /// How many have none.
    var unnamedCount = 0
    /// The latest few: comparing with them is enough to say it, as a hundred copies are no hundred
    /// pairs each.
    var latest: [Int] = []

    mutating func add(_ index: Int, hasID: Bool) {
      if !hasID {
        unnamed = unnamed ?? index
        unnamedCount += 1
      }
      if latest.count == 16 { latest.removeFirst() }
      latest.append(index)
    }
  }

  private struct Triple: Hashable {
    var from: String
    var kind: Code
    var to: String
  }

  private func compare(
    _ index: Int, _ earlier: Earlier, _ context: LintContext, _ findings: inout [Finding]
  ) {
    let relations = context.document.relations
    let entry = relations[index]
    let kind = context.word(entry.kind.value ?? "", .relations)
    let name = context.name(ofRelation: index)
    let subjects = [Finding.Subject].elements(
      [entry.from.value, entry.to.value].compactMap(\.self))
    if entry.id.value == nil {
      // One of them may do without an id, whichever comes first.
      guard let other = earlier.unnamed else { return }
      let number = earlier.unnamedCount + 1
      findings.append(
        Finding(
          rule: "REF005", severity: .error,
          key: [context.key(ofRelation: index)] + (number > 2 ? [String(number)] : []),
          place: entry.origin.place,
          related: [.init(relations[other].origin.place, "the first")], subjects: subjects,
          sentence:
            "\(name) is recorded as \(kind) a second time: give this one an `id`, or join the two.")
      )
      return
    }
    for other in earlier.latest {
      let first = relations[other]
      guard let id = first.id.value, first.validity == entry.validity,
        first.scope == entry.scope, first.services == entry.services
      else { continue }
      findings.append(
        Finding(
          rule: "REF005", severity: severity, key: [id, entry.id.value ?? ""],
          place: entry.origin.place, related: [.init(first.origin.place, "the first")],
          subjects: subjects,
          sentence:
            "The relations \(context.quoted(id)) and \(context.quoted(entry.id.value ?? "")) say the same (\(kind), \(name), same dates and scope): keep one."
        ))
      return
    }
  }
}
