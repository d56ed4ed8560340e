extension StandardDocument {
  /// The standard that the document says, on the standard that it extends.
  ///
  /// Expectations are inherited in the order of the base, each as `override` changes it and without
  /// those of `drop`; then come the document's own. A key that an override writes stands for the
  /// inherited one, an empty value takes a parameter back, and the kind stays. `source` and `services`
  /// are inherited where they are not written.
  ///
  /// - Parameters:
  ///   - base: what `extends` names; nil where it names nothing, or what cannot be had.
  ///   - problems: what is wrong is added here, all of it errors, in the order of the file's parts.
  /// - Returns: the standard; nil where anything is wrong.
  /// - Complexity: O(size of both), expected.
  public func standard(on base: Standard?, _ problems: inout [Finding]) -> Standard? {
    let (draft, wrong) = assembled(on: base)
    problems += wrong
    return wrong.isEmpty && id.value != nil && title.value != nil ? draft : nil
  }

  /// What can be read of the standard, whatever is wrong with it: lint judges that, so that one slip does not
  /// hide the next.
  ///
  /// - Parameter base: what `extends` names; nil where it names nothing, or what cannot be had.
  /// - Complexity: O(size of both), expected.
  public func draft(on base: Standard?) -> Standard { assembled(on: base).draft }

  private func assembled(on base: Standard?) -> (draft: Standard, problems: [Finding]) {
    var assembly = StandardAssembly(self, base)
    assembly.readHeader()
    let inherited = assembly.inherited()
    let own = assembly.added()
    let draft = Standard(
      id: id.value ?? "", title: title.value ?? "", source: source.value ?? base?.source ?? "",
      services: services.value ?? base?.services ?? [], expectations: inherited + own,
      bases: base.map { [Standard.Base(id: $0.id, title: $0.title)] + $0.bases } ?? [])
    return (draft, assembly.problems)
  }
}

/// Puts a standard together and notes what is in the way.
private struct StandardAssembly {
  let document: StandardDocument
  let base: Standard?
  var problems: [Finding] = []

  init(_ document: StandardDocument, _ base: Standard?) {
    self.document = document
    self.base = base
  }

  /// Whether the base cannot be had: that is told, and what is said of its expectations is not judged.
  private var lacksBase: Bool { base == nil && !document.extends.isAbsent }

  private mutating func tell(
    _ rule: String, _ key: [String], _ place: Place, _ sentence: String, suggestion: String? = nil
  ) {
    problems.append(
      Finding(
        rule: rule, severity: .error, key: key, place: place, sentence: sentence,
        suggestion: suggestion))
  }

  mutating func readHeader() {
    let whole = document.origin.place
    if document.version.isAbsent {
      tell(
        ReadingRule.value, ["version"], whole,
        "The file does not begin with `liaison_standard: 1`.")
    }
    if document.id.isAbsent {
      tell(ReadingRule.value, ["id"], whole, "The standard has no `id`.")
    }
    if document.title.isAbsent {
      tell(ReadingRule.value, ["title"], whole, "The standard has no `title`.")
    }
    if document.expectations.isEmpty, document.extends.isAbsent {
      tell(
        ReadingRule.value, ["expectations"], whole,
        "The standard has no `expectations` and extends none.")
    }
  }

  /// The expectations of the base, changed and without those that are dropped.
  mutating func inherited() -> [Expectation] {
    var changes: [String: ExpectationEntry] = [:]
    let kinds = Dictionary(
      (base?.expectations ?? []).map { ($0.id, $0.kind) }, uniquingKeysWith: { first, _ in first })
    var near = NearestMatch(base?.expectations.map(\.id) ?? [])
    for (position, entry) in document.overrides.enumerated() {
      let place = entry.id.place ?? entry.origin.place
      guard let id = entry.id.value else {
        tell(
          ReadingRule.value, ["override", String(position)], entry.origin.place,
          "Override number \(position + 1) has no `id`.")
        continue
      }
      if lacksBase { continue }
      guard let kept = kinds[id] else {
        tellNothing("override", "changes", id, place, &near)
        continue
      }
      if changes.updateValue(entry, forKey: id) != nil {
        tell(StandardProblem.change, ["override", id], place, "`\(id)` is overridden twice.")
      }
      if let kind = entry.kind.value, kind.text != kept {
        tell(
          StandardProblem.change, ["override", id, "kind"], entry.kind.place ?? place,
          "The override of `\(id)` writes another kind; an override keeps the kind.",
          suggestion: "Drop `\(id)` and add an expectation of your own.")
      }
    }
    let dropped = drops(Set(kinds.keys), changes, &near)
    var result: [Expectation] = []
    for expectation in base?.expectations ?? [] where !dropped.contains(expectation.id) {
      result.append(changes[expectation.id].map { changed(expectation, $0) } ?? expectation)
    }
    return result
  }

  /// Says that an entry speaks of an expectation that is not inherited.
  private mutating func tellNothing(
    _ part: String, _ verb: String, _ id: String, _ place: Place, _ near: inout NearestMatch
  ) {
    guard let base else {
      return tell(
        StandardProblem.change, [part, id], place,
        "`\(part)` \(verb) `\(id)`, but the standard extends none.",
        suggestion: "Write `extends:` with the standard that has it.")
    }
    let question = near.nearest(to: id).map { " Did you mean `\($0)`?" } ?? ""
    tell(
      StandardProblem.change, [part, id], place,
      "`\(part)` \(verb) `\(id)`, which `\(base.id)` does not have.\(question)")
  }

  private mutating func drops(
    _ known: Set<String>, _ changes: [String: ExpectationEntry], _ near: inout NearestMatch
  ) -> Set<String> {
    var dropped: Set<String> = []
    for (position, entry) in document.drops.enumerated() {
      let place = entry.id.place ?? entry.origin.place
      guard let id = entry.id.value else {
        tell(
          ReadingRule.value, ["drop", String(position)], entry.origin.place,
          "Drop number \(position + 1) has no `id`.")
        continue
      }
      if entry.reason.value == nil {
        tell(
          StandardProblem.change, ["drop", id, "reason"], place,
          "`drop` leaves out `\(id)` without a `reason`.",
          suggestion: "Say why it is not asked here; a reader of the standard will want to know.")
      }
      if lacksBase { continue }
      guard known.contains(id) else {
        tellNothing("drop", "leaves out", id, place, &near)
        continue
      }
      if !dropped.insert(id).inserted {
        tell(StandardProblem.change, ["drop", id], place, "`\(id)` is dropped twice.")
      }
      if changes[id] != nil {
        tell(
          StandardProblem.change, ["drop", id, "override"], place,
          "`\(id)` is both overridden and dropped.")
      }
    }
    return dropped
  }

  /// An inherited expectation as an override changes it.
  private mutating func changed(_ inherited: Expectation, _ entry: ExpectationEntry) -> Expectation
  {
    var result = inherited
    result.origin = entry.origin
    if let severity = severity(of: entry, inherited.id) { result.severity = severity }
    if let citation = entry.citation.value {
      result.citation = citation
      if citation.isBlank { tellUncited("`\(inherited.id)`", entry) }
    }
    if let sentence = entry.sentence.value { result.sentence = sentence }
    let written = Set(entry.parameters.map(\.key))
    result.parameters.removeAll { written.contains($0.key) }
    result.parameters += entry.parameters.filter { $0.node.content != .null }
    return result
  }

  /// The document's own expectations.
  mutating func added() -> [Expectation] {
    var seen = Set(base?.expectations.map(\.id) ?? [])
    let inherited = seen
    var result: [Expectation] = []
    for (position, entry) in document.expectations.enumerated() {
      let name = entry.id.value.map { "`\($0)`" } ?? "number \(position + 1)"
      let missing = [
        ("id", entry.id.isAbsent), ("kind", entry.kind.isAbsent),
        ("severity", entry.severity.isAbsent),
      ].filter(\.1).map { "`\($0.0)`" }
      if !missing.isEmpty {
        tell(
          ReadingRule.value, ["expectation", name, "missing"], entry.origin.place,
          "Expectation \(name) has no \(missing.joined(separator: " and no ")).")
      }
      let citation = entry.citation.value ?? ""
      // One that cannot be read has been told.
      if citation.isBlank, entry.citation.isAbsent || entry.citation.value != nil {
        tellUncited(name, entry)
      }
      let severity = severity(of: entry, entry.id.value ?? "")
      if let id = entry.id.value, !seen.insert(id).inserted {
        tellTwice(id, isInherited: inherited.contains(id), entry.id.place ?? entry.origin.place)
      }
      if let id = entry.id.value, let kind = entry.kind.value, let severity {
        result.append(
          Expectation(
            id: id, kind: kind.text, severity: severity, citation: citation,
            sentence: entry.sentence.value, parameters: entry.parameters, origin: entry.origin))
      }
    }
    return result
  }

  private mutating func tellUncited(_ name: String, _ entry: ExpectationEntry) {
    tell(
      StandardProblem.citation, ["expectation", name, "citation"],
      entry.id.place ?? entry.origin.place, "Expectation \(name) has no `citation`.",
      suggestion:
        "Name the law, plan or guidance that asks for it, or say that it is your own judgement.")
  }

  private mutating func tellTwice(_ id: String, isInherited: Bool, _ place: Place) {
    guard isInherited, let base else {
      return tell(
        StandardProblem.identity, ["expectation", id], place,
        "Two expectations have the id `\(id)`.")
    }
    tell(
      StandardProblem.identity, ["expectation", id], place,
      "Expectation `\(id)` has the id of one that is inherited from `\(base.id)`.",
      suggestion: "Write it under `override:` to change that one, or give it an id of its own.")
  }

  private mutating func severity(of entry: ExpectationEntry, _ id: String) -> Severity? {
    guard case .value(let code, let place) = entry.severity else { return nil }
    if let severity = Severity(code: code.text) { return severity }
    var near = NearestMatch(Severity.allCases.map(\.code))
    let question = near.nearest(to: code.text).map { " Did you mean `\($0)`?" } ?? ""
    let owner = document.id.value.map { " of standard `\($0)`" } ?? ""
    tell(
      StandardProblem.severity, ["expectation", id, "severity"], place,
      "`severity` of expectation `\(id)`\(owner) is \(Quoted(code.text)); expected error, warning or "
        + "info.\(question)")
    return nil
  }
}

extension String {
  /// Whether nothing but white space is in it.
  fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
