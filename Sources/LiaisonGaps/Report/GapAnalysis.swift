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
    /// Whether missing pathways are told in words, with what closes them, questions asked and figures counted; without,
    /// the findings are there with their cells alone, which takes half as long.
    var isInWords = true

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
    let weak = options.testsSurvival ? WeakEvidence(network, on: date) : nil
    let without = weak.flatMap {
      $0.relations.isEmpty ? nil : network.without(relations: $0.relations)
    }
    let networks = [network] + (without.map { [$0] } ?? [])
    // Neither judgement needs the other; only what the second finds besides is told in words.
    var judgements: [Judgement] = []
    for result in inParallel(
      networks.count, threads: nil,
      { index in
        Result { () throws(GapError) in
          try judge(networks[index], against: standard, on: date, options)
        }
      })
    { judgements.append(try result.get()) }
    var report = judgements[0].report()
    report.later = later
    if let weak {
      let found = judgements.count > 1 ? judgements[1].found(besides: report.foundIDs) : nil
      report.survival = Survival(of: report, without: found, weak)
    }
    return report
  }

  private static func judge(
    _ network: StakeholderNetwork, against standard: Standard, on date: CalendarDate,
    _ options: Options
  ) throws(GapError) -> Judgement {
    let expectations = try read(standard, kinds: options.kinds)
    let services =
      (standard.services.isEmpty ? network.services.map(\.type) : standard.services)
      + expectations.flatMap(\.services)
    var judgement = Judgement(
      network, standard, date, services: services, givesAccounts: options.givesAccounts,
      isInWords: options.isInWords)
    judgement.expectations = zip(standard.expectations, expectations).map {
      GapReport.Asked(id: $0.id, kind: $0.kind, question: $1.question)
    }
    for order in CauseOrder.allCases {
      for expectation in expectations where expectation.order == order {
        judgement.questionsAsked.insert(expectation.question)
        try expectation.judge(&judgement)
      }
    }
    judgement.nonResponseLimit = limit(of: expectations)
    return judgement
  }

  /// The share of silent organizations above which a standard lets nobody be ranked: the least that an
  /// expectation of it states, else ``NonResponse/limit``.
  ///
  /// - Throws: `GapError` where the standard cannot be read.
  public static func nonResponseLimit(
    of standard: Standard, kinds: [any ExpectationKind]
  ) throws(GapError) -> Double {
    limit(of: try read(standard, kinds: kinds))
  }

  private static func limit(of expectations: [any JudgedExpectation]) -> Double {
    expectations.compactMap(\.nonResponseLimit).min() ?? NonResponse.limit
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
