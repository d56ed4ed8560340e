public import LiaisonModel

/// What may be told of the gaps to an audience below the network's own label: the findings released one by
/// one, each in the words fixed for it (SEMANTICS §8).
///
/// Nothing else of a finding goes with it: no id, no severity, no place in an order, nor who released it.
public struct ReleasedFindings: Sendable, Equatable {
  /// Why a release may not be used.
  public struct Fault: Sendable, Equatable {
    /// Where the release stands.
    public var origin: Origin
    /// What is wrong with it.
    public var sentence: String
    /// What to do about it.
    public var suggestion: String
  }

  /// The sentences, each once, in the order of their bytes.
  public let sentences: [String]
  /// The releases that may not be used, in the order of the file.
  public let faults: [Fault]

  /// The releases that concern an audience: those made to it or to a lower one, and those that do not say
  /// to whom.
  public static func concerning(
    _ audience: TrafficLight, of entries: [ReleaseEntry]
  ) -> [ReleaseEntry] {
    entries.filter { $0.tlp.value.map { $0 <= audience } ?? true }
  }

  /// What is released to an audience.
  ///
  /// - Parameters:
  ///   - entries: what the network's file releases.
  ///   - audience: who will read it.
  ///   - reports: the network judged as a whole; what none of them finds is not true any more.
  public init(
    _ entries: [ReleaseEntry], to audience: TrafficLight, found reports: [GapReport]
  ) {
    let found = Set(reports.flatMap { $0.findings + $0.accepted }.map(\.id))
    var sentences: Set<String> = []
    var faults: [Fault] = []
    for entry in Self.concerning(audience, of: entries) {
      let missing = Self.missing(in: entry)
      if !missing.isEmpty {
        faults.append(
          Fault(
            origin: entry.origin,
            sentence: "this release does not say \(Wording.list(missing.map { "`\($0)`" }, "nor"))",
            suggestion:
              "a release names the finding, the label it goes to, the sentence, the role that "
              + "answers for it and the date"))
      } else if let finding = entry.finding.value, !found.contains(finding) {
        let standards = Wording.list(reports.map(\.standard), "or")
        let day = reports.first.map { " on \($0.asOf)" } ?? ""
        faults.append(
          Fault(
            origin: entry.origin,
            sentence: "the finding \(Quoted(finding)) that is released here is not found against "
              + "\(standards)\(day)",
            suggestion: "take the release out, or name the standard against which it is found"))
      } else if let sentence = entry.sentence.value {
        sentences.insert(sentence)
      }
    }
    self.sentences = sentences.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    self.faults = faults
  }

  private static func missing(in entry: ReleaseEntry) -> [String] {
    func isBlank(_ field: Field<String>) -> Bool { field.value?.allSatisfy(\.isWhitespace) ?? true }
    return [
      ("finding", isBlank(entry.finding)), ("tlp", entry.tlp.value == nil),
      ("sentence", isBlank(entry.sentence)), ("by_role", isBlank(entry.byRole)),
      ("date", entry.date.value == nil),
    ].filter(\.1).map(\.0)
  }
}
