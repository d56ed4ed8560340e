public import LiaisonCatalog
public import LiaisonModel

/// A kind of expectation: what a standard can ask of a network.
///
/// A kind decodes an expectation's parameters and gives a value that judges. Adding one touches one
/// new file and one line of `ExpectationKinds.shipped`; a foreign package adds its own by
/// `GapAnalysis.Options(kinds:)`.
public protocol ExpectationKind: Sendable {
  /// The page of the catalog; its id is the `kind` of an expectation.
  var page: CatalogPage { get }

  /// What a network must record for an expectation of the kind to be judged, as the end of "It is judged
  /// where …"; empty for a kind that is judged of every network.
  var needs: String { get }

  /// Reads an expectation.
  ///
  /// - Throws: `GapError` with `badExpectation`, naming the expectation and the key.
  func read(
    _ expectation: Expectation, of standard: Standard
  ) throws(GapError) -> any JudgedExpectation
}

extension ExpectationKind {
  /// Judged of every network, unless a kind says otherwise.
  public var needs: String { "" }
}

/// An expectation whose parameters have been read.
public protocol JudgedExpectation: Sendable {
  /// When it is judged.
  var order: CauseOrder { get }
  /// The question that its findings answer.
  var question: GapReport.Question { get }
  /// The service types that it names.
  var services: [Code] { get }
  /// The share of silent organizations above which nobody is ranked, where it states one.
  var nonResponseLimit: Double? { get }
  /// Adds its findings, questions and figures.
  func judge(_ judgement: inout Judgement) throws(GapError)
}

extension JudgedExpectation {
  /// None stated.
  public var nonResponseLimit: Double? { nil }
}

/// The order in which causes are looked for; what an earlier cause explains makes no later finding
/// (SEMANTICS §5).
public enum CauseOrder: Int, Sendable, CaseIterable, Comparable {
  /// Who is there.
  case presence
  /// No provider.
  case provider
  /// No entry point, and missing pathways.
  case pathway
  /// Resilience.
  case resilience
  /// What is asked of relations.
  case relations
  /// What is asked of agreements, when it is known which relations a standard prohibits.
  case agreements

  /// Earlier is less.
  public static func < (left: CauseOrder, right: CauseOrder) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// The shipped kinds.
public enum ExpectationKinds {
  /// In the order of `liaison list expectations`.
  public static var shipped: [any ExpectationKind] {
    [
      PresenceKind(), CoverageKind(), PathwayKind(), RedundancyKind(), DependenceKind(),
      FeedbackKind(), LoopKind(), DeadEndKind(), DuplicationKind(), UnconditionalKind(),
      CohesionKind(), BrokerageKind(), DisjointKind(),
      CapacityKind(), ConnectionKind(), CooperationKind(), PlanKind(),
      AgreementKind(), HandoverKind(), MembershipKind(),
    ]
  }
}
