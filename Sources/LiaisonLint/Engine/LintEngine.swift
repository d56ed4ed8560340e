import LiaisonGraph
public import LiaisonModel

/// Runs rules over a document.
public struct LintEngine: Sendable {
  /// The rules, in the order of their list.
  public var rules: [any LintRule]
  /// What is asked for.
  public var configuration: LintConfiguration

  /// Creates an engine.
  public init(
    rules: [any LintRule] = LintEngine.shippedRules,
    configuration: LintConfiguration = LintConfiguration()
  ) {
    self.rules = rules
    self.configuration = configuration
  }

  /// Lints a document: what its readers found and what the rules find.
  ///
  /// Rules over networks are run where the document resolves. Findings that the document accepts
  /// (`accepted:`, not past its `until`) are left out, but never what readers found.
  ///
  /// - Parameters:
  ///   - document: the document.
  ///   - vocabulary: the shipped vocabulary merged with what the document adds.
  ///   - asOf: the day to judge at; nil is the document's own `as_of`. No clock is read.
  /// - Returns: findings in the order of file, place, rule, id.
  /// - Complexity: O(n log n) in the size of the document, expected, but for the search for what an
  ///   unknown id may have meant, which is bounded.
  public func lint(
    _ document: NetworkDocument, vocabulary: Vocabulary, asOf: CalendarDate? = nil
  ) -> [Finding] {
    let context = LintContext(
      document, vocabulary: vocabulary, asOf: asOf ?? document.header.asOf.value,
      configuration: configuration)
    let accepted = Self.accepted(in: document, on: context.asOf)
    // A small network is judged before threads would have started.
    let isLarge = document.relations.count + document.organizations.count > 2_000
    let threads = isLarge ? nil : 1
    let judges = rules.filter(configuration.runs).map(\.check)
    let parts = inParallel(judges.count + 1, threads: threads) { number -> Part in
      guard number > 0 else {
        return .network(
          Result { () throws(NetworkResolver.Failure) in
            try NetworkResolver.resolve(document, vocabulary: vocabulary)
          })
      }
      guard case .document(let judge) = judges[number - 1] else { return .findings([]) }
      return .findings(judge(context))
    }
    var findings: [Finding] = []
    var resolution: Result<StakeholderNetwork, NetworkResolver.Failure>?
    for part in parts {
      switch part {
      case .network(let result): resolution = result
      case .findings(let found): findings += found
      }
    }
    if case .success(let network) = resolution {
      let found = inParallel(judges.count, threads: threads) { number -> [Finding] in
        guard case .network(let judge) = judges[number] else { return [] }
        return judge(network, context)
      }
      for found in found { findings += found }
    }
    // An error is not accepted: without mending it nothing can be judged, or somebody is exposed.
    findings.removeAll { $0.severity != .error && accepted.contains($0.id) }
    // A needed key that is missing is known to the resolver alone.
    if case .failure(let failure) = resolution {
      let told = Set(document.problems.map(\.id))
      findings += failure.problems.filter {
        $0.rule == ReadingRule.value && !told.contains($0.id)
      }
    }
    for problem in document.problems
    where configuration.runs(problem.rule) || problem.severity == .error {
      findings.append(problem)
    }
    return finished(findings)
  }

  /// What is done beside the rest.
  private enum Part: Sendable {
    case network(Result<StakeholderNetwork, NetworkResolver.Failure>)
    case findings([Finding])
  }

  /// Findings without what may be personal data, as severe as is asked for, in order.
  func finished(_ found: [Finding]) -> [Finding] {
    var findings = found
    Self.withhold(in: &findings)
    if configuration.isStrict {
      for index in findings.indices where findings[index].severity == .warning {
        findings[index].severity = .error
      }
    }
    return Self.sorted(findings)
  }

  /// Takes ids that may be personal data out of what reporters print beside sentences.
  private static func withhold(in findings: inout [Finding]) {
    guard findings.contains(where: { $0.rule == "PRT002" }) else { return }
    for index in findings.indices {
      findings[index].subjects.removeAll { !PersonalData.kinds(in: $0.id).isEmpty }
      if let fix = findings[index].fix, !PersonalData.kinds(in: fix.replacement).isEmpty {
        findings[index].fix = nil
      }
    }
  }

  /// The ids of the findings that a document accepts on a day.
  private static func accepted(
    in document: NetworkDocument, on date: CalendarDate?
  ) -> Set<String> {
    var ids: Set<String> = []
    for entry in document.accepted {
      if let until = entry.until.value, let date, date > until { continue }
      if let id = entry.finding.value { ids.insert(id) }
    }
    return ids
  }

  /// Findings by file, place, rule, id and sentence, each once.
  private static func sorted(_ findings: [Finding]) -> [Finding] {
    let keyed = findings.map { ($0.place.sortKey, $0.rule, $0.id, $0) }
    let ordered = keyed.sorted { left, right in
      if left.0 != right.0 { return left.0 < right.0 }
      if left.1 != right.1 { return left.1 < right.1 }
      if left.2 != right.2 { return left.2 < right.2 }
      return left.3.sentence.utf8.lexicographicallyPrecedes(right.3.sentence.utf8)
    }
    var result: [Finding] = []
    result.reserveCapacity(ordered.count)
    for (index, item) in ordered.enumerated() {
      if index > 0, ordered[index - 1].0 == item.0, ordered[index - 1].2 == item.2,
        ordered[index - 1].3.sentence == item.3.sentence
      {
        continue
      }
      result.append(item.3)
    }
    return result
  }
}

extension Place {
  /// File, then offset or row and column, packed so that they compare in file order.
  fileprivate var sortKey: UInt64 {
    let offset: UInt64 =
      switch spot {
      case .bytes(let range): UInt64(range.lowerBound)
      case .cell(let row, let column): UInt64(row) << 16 | UInt64(column)
      case .whole: 0
      }
    return UInt64(file) << 48 | min(offset, 0xFFFF_FFFF_FFFF)
  }
}
