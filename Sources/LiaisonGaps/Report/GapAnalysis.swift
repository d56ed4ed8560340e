import LiaisonCatalog
import LiaisonGraph
public import LiaisonModel

/// Gap analysis: a network judged against a standard (SEMANTICS §2–§7).
public enum GapAnalysis {
  /// What can be chosen.
  public struct Options: Sendable {
    /// The kinds of expectation that are known; a foreign package adds its own.
    public var kinds: [any ExpectationKind]
    /// Whether the network is judged a second time without weak evidence, to say which findings hold.
    public var testsSurvival: Bool
    /// Whether expectations tell of everything that they ask about, fulfilled or not.
    public var givesAccounts: Bool

    /// The shipped kinds, unless others are given; judged once; without accounts.
    public init(
      kinds: [any ExpectationKind] = ExpectationKinds.shipped, testsSurvival: Bool = false,
      givesAccounts: Bool = false
    ) {
      self.kinds = kinds
      self.testsSurvival = testsSurvival
      self.givesAccounts = givesAccounts
    }
  }

  /// Judges a network as it was known on a day: evidence, answers and capacities of later days do not
  /// count (``StakeholderNetwork/known(on:)``).
  ///
  /// - Parameters:
  ///   - network: the network, unredacted.
  ///   - standard: what it is compared with.
  ///   - asOf: the date; the header's `as_of` where it is nil.
  ///   - options: the kinds of expectation.
  /// - Throws: `GapError`: without a date, and where the standard cannot be read.
  public static func run(
    _ network: StakeholderNetwork, against standard: Standard, asOf: CalendarDate? = nil,
    options: Options = Options()
  ) throws(GapError) -> GapReport {
    let date = try date(of: network, asOf: asOf)
    let later = network.knownOnlyLater(than: date)
    let network = later.isEmpty ? network : network.known(on: date)
    guard options.testsSurvival else {
      var report = try judge(network, against: standard, on: date, options)
      report.later = later
      return report
    }
    let weak = WeakEvidence(network, on: date)
    let networks =
      [network] + (weak.relations.isEmpty ? [] : [network.without(relations: weak.relations)])
    // Neither judgement needs the other.
    let results = inParallel(networks.count, threads: nil) { index in
      Result { () throws(GapError) in
        try judge(networks[index], against: standard, on: date, options)
      }
    }
    var report = try results[0].get()
    report.later = later
    report.survival = Survival(
      of: report, without: try results.dropFirst().first?.get(), weak)
    return report
  }

  private static func judge(
    _ network: StakeholderNetwork, against standard: Standard, on date: CalendarDate,
    _ options: Options
  ) throws(GapError) -> GapReport {
    let expectations = try read(standard, kinds: options.kinds)
    let services =
      (standard.services.isEmpty ? network.services.map(\.type) : standard.services)
      + expectations.flatMap(\.services)
    var judgement = Judgement(
      network, standard, date, services: services, givesAccounts: options.givesAccounts)
    judgement.expectations = zip(standard.expectations, expectations).map {
      GapReport.Asked(id: $0.id, kind: $0.kind, question: $1.question)
    }
    for order in CauseOrder.allCases {
      for expectation in expectations where expectation.order == order {
        judgement.questionsAsked.insert(expectation.question)
        try expectation.judge(&judgement)
      }
    }
    return judgement.report()
  }

  /// The day on which a network is judged: the one given, else its header's `as_of`.
  ///
  /// - Throws: `GapError` with `missingDate` where there is neither.
  public static func date(
    of network: StakeholderNetwork, asOf: CalendarDate? = nil
  ) throws(GapError) -> CalendarDate {
    if let date = asOf ?? network.header.asOf { return date }
    throw GapError(
      .missingDate,
      "Gaps are judged on a date: write `as_of: YYYY-MM-DD` in the network's header, "
        + "or give --as-of.")
  }

  /// Reads the expectations of a standard.
  private static func read(
    _ standard: Standard, kinds: [any ExpectationKind]
  ) throws(GapError) -> [any JudgedExpectation] {
    let known = kinds.map(\.page.id)
    let unknown = standard.expectations.filter { !known.contains($0.kind) }
    if !unknown.isEmpty {
      let names = unknown.map { "`\($0.id)` (\($0.kind))" }.joined(separator: ", ")
      throw GapError(
        .unknownKind,
        "Standard `\(standard.id)` asks for a kind that is not known yet: \(names). Known kinds: "
          + known.joined(separator: ", ") + ".")
    }
    var expectations: [any JudgedExpectation] = []
    for expectation in standard.expectations {
      guard let kind = kinds.first(where: { $0.page.id == expectation.kind }) else { continue }
      expectations.append(try kind.read(expectation, of: standard))
    }
    return expectations
  }
}
