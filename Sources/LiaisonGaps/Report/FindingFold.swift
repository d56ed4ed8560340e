public import LiaisonModel

/// Findings that differ in the group, the area, the service type or one item alone, read as one
/// sentence.
///
/// Each keeps its id, which SEMANTICS §5 fixes; what is folded is only what a person reads.
public struct FindingFold: Sendable, Equatable {
  /// One finding that speaks for all: the words of all, the sum of their cells, the id of the first.
  public var finding: Finding
  /// The findings, the heaviest first.
  public var parts: [Finding]

  /// A finding that stands alone.
  public init(_ finding: Finding) { self.init(finding, parts: [finding]) }

  /// Findings with the one that speaks for them.
  public init(_ finding: Finding, parts: [Finding]) {
    self.finding = finding
    self.parts = parts
  }
}

extension GapReport {
  /// All findings as a figure shows them, in the order of their sections: a service type stands at a
  /// place of its own, so that those of several are not joined, nor are those of several items.
  public var folds: [FindingFold] {
    sections.flatMap { folded($0.findings, acrossServices: false, acrossItems: false) }
  }
}

extension GapReport {
  /// Findings as they are read, the most severe first; those without a pattern stand alone.
  ///
  /// Joined are first those alike in all but the group, then in all but the area, then in all but the
  /// service type or the item, if these are joined at all.
  /// - Complexity: O(n log n).
  public func folded(
    _ findings: [Finding], acrossServices: Bool = true, acrossItems: Bool = true
  ) -> [FindingFold] {
    let words = NeedWords(network: pathways.network, needs: pathways.needs)
    var folds = findings.enumerated().map { Fold($0.offset, $0.element) }
    let dimensions =
      [\Fold.groups, \Fold.areas] + (acrossServices ? [\Fold.services] : [])
      + (acrossItems ? [\Fold.items] : [])
    for dimension in dimensions {
      folds = Self.joined(folds, dimension)
    }
    // Questions are ranked by what they decide, and keep that order.
    if findings.first?.kind == .question {
      return folds.sorted { $0.first < $1.first }.map { $0.fold(words, closes(of: $0)) }
    }
    let ranked = folds.map { fold in
      (
        fold: fold, severity: fold.parts.map(\.1.severity).max() ?? .info,
        cells: fold.parts.reduce(0) { $0 + $1.1.cells }
      )
    }
    return ranked.sorted { left, right in
      if left.severity != right.severity { return left.severity > right.severity }
      if left.cells != right.cells { return left.cells > right.cells }
      return left.fold.first < right.fold.first
    }.map { $0.fold.fold(words, closes(of: $0.fold)) }
  }

  /// What one relation closes of findings read as one, in words.
  private func closes(of fold: Fold) -> String {
    let relation = fold.parts.first?.1.missing
    let all = relation.map { closed(by: $0).count } ?? 0
    return PathwayFindings.closes(fold.parts.count, of: max(all, fold.parts.count))
  }

  private static func joined(
    _ folds: [Fold], _ dimension: WritableKeyPath<Fold, [String]>
  ) -> [Fold] {
    var result: [Fold] = []
    var place: [Fold.Key: Int] = [:]
    for fold in folds {
      guard let pattern = fold.pattern else {
        result.append(fold)
        continue
      }
      var rest = fold
      rest[keyPath: dimension] = []
      let key = Fold.Key(
        rule: fold.parts[0].1.rule, kind: fold.parts[0].1.kind,
        severity: fold.parts[0].1.severity, pattern: pattern,
        groups: fold.isOfEntries ? [] : rest.groups, areas: fold.isOfEntries ? [] : rest.areas,
        services: rest.services, items: rest.items)
      if let known = place[key] {
        result[known].parts += fold.parts
        if fold.isOfEntries { result[known].join(fold) }
        for value in fold[keyPath: dimension]
        where !result[known][keyPath: dimension].contains(value) {
          result[known][keyPath: dimension].append(value)
        }
      } else {
        place[key] = result.count
        result.append(fold)
      }
    }
    return result
  }

  /// Findings on their way to one sentence.
  private struct Fold {
    struct Key: Hashable {
      var rule: String
      var kind: Finding.Kind
      var severity: Severity
      var pattern: Finding.Pattern
      var groups: [String]
      var areas: [String]
      var services: [String]
      var items: [String]
    }

    var parts: [(Int, Finding)]
    var pattern: Finding.Pattern?
    var groups: [String]
    var areas: [String]
    var services: [String]
    var items: [String]

    /// Whether its items are entry points or loops, each with its areas: these are no part of the pattern.
    var isOfEntries: Bool {
      ["{entries}", "{circles}"].contains { pattern?.sentence.contains($0) ?? false }
    }

    /// Takes in the areas and groups of another.
    mutating func join(_ other: Fold) {
      areas += other.areas.filter { !areas.contains($0) }
      groups += other.groups.filter { !groups.contains($0) }
    }

    /// The place of its first finding.
    var first: Int { parts.map(\.0).min() ?? 0 }

    init(_ position: Int, _ finding: Finding) {
      parts = [(position, finding)]
      pattern = finding.pattern
      items = pattern?.item.map { [$0] } ?? []
      pattern?.item = nil
      groups = finding.needs?.groups.map(\.text) ?? []
      areas = finding.needs?.areas ?? []
      services = finding.needs?.service.map { [$0.text] } ?? []
    }

    func fold(_ words: NeedWords, _ closes: String) -> FindingFold {
      let own = parts.sorted { $0.0 < $1.0 }.map(\.1)
      guard own.count > 1, let pattern else { return FindingFold(own[0], parts: own) }
      var finding = own[0]
      let network = words.network
      let codes = words.needs.groups.filter { groups.contains($0.text) }
      let places = words.needs.areas.indices.filter { areas.contains(words.area($0).id) }
      let values = [
        "groups": words.groups(codes), "group": words.persons(codes),
        "areas": words.areas(places), "area": words.areas(places), "anyArea": words.anyArea(places),
        "each": Wording.list(places.map { words.area($0).name }, atMost: 4),
        "service": Wording.list(services.map { words.service(Code($0)) }, "or"),
        "services": Wording.list(services.map { words.service(Code($0)) }, "or"),
        "items": Wording.list(items, atMost: 4),
        "entries": items.count > 7
          ? Wording.list(items.prefix(6) + ["\(items.count - 6) other entry points"], "or")
          : Wording.list(items, "or"),
        "circles": items.count > 5
          ? (items.prefix(4) + ["in \(items.count - 4) other circles"]).joined(separator: "; ")
          : items.joined(separator: "; between "),
        "closes": closes,
      ]
      finding.sentence = SentenceTemplate(text: pattern.sentence).filled(values)
      finding.suggestion = pattern.suggestion.map { SentenceTemplate(text: $0).filled(values) }
      finding.cells = own.reduce(0) { $0 + $1.cells }
      // What several rest on is said once.
      var said: Set<String> = []
      finding.evidence = own.flatMap(\.evidence).filter { said.insert($0).inserted }
      finding.confidence =
        own.contains { $0.confidence == nil } ? nil : own.compactMap(\.confidence).min()
      finding.tlp = own.map(\.tlp).max() ?? finding.tlp
      finding.needs?.groups = codes
      finding.needs?.areas = places.map { network.areas[words.needs.areas[$0]].id }
      finding.needs?.service = services.count == 1 ? services.first.map { Code($0) } : nil
      return FindingFold(finding, parts: own)
    }
  }
}
