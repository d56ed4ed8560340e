public import LiaisonModel

/// What is recorded about the way from an entry point to a service: one row of the table of
/// SEMANTICS §4.
public enum PathwayStatus: UInt8, Sendable, CaseIterable, Comparable {
  /// The need does not arise at this entry point; in no denominator.
  case notApplicable
  /// No organization anywhere is recorded to provide it.
  case noProvider
  /// Every hop of some path says yes.
  case reached
  /// Some path holds if what is not known turns out to be yes.
  case assumed
  /// No path is recorded, but an organization on the way did not answer, or it is not known whether
  /// the need arises here.
  case unclear
  /// No path is recorded, and everybody on the way answered.
  case missing

  /// The word of the JSON: `not_applicable`, `no_provider`, `reached`, …
  public var code: String {
    switch self {
    case .notApplicable: "not_applicable"
    case .noProvider: "no_provider"
    case .reached: "reached"
    case .assumed: "assumed"
    case .unclear: "unclear"
    case .missing: "missing"
    }
  }

  /// The order of the table.
  public static func < (left: PathwayStatus, right: PathwayStatus) -> Bool {
    left.rawValue < right.rawValue
  }

  /// The row of the table of SEMANTICS §4.
  ///
  /// - Parameters:
  ///   - entry: whether the need arises at the entry point.
  ///   - provider: the best answer of any provider anywhere.
  ///   - certainPath: whether there is a path over hops that say yes.
  ///   - possiblePath: whether there is one over hops that say yes or unknown.
  ///   - silentReached: whether an organization that did not answer is among those reached.
  public init(
    entry: Answer, provider: Answer, certainPath: Bool, possiblePath: Bool, silentReached: Bool
  ) {
    switch (entry, provider) {
    case (.no, _): self = .notApplicable
    case (_, .no): self = .noProvider
    case (.yes, _) where certainPath: self = .reached
    case (_, _) where possiblePath: self = .assumed
    case (.unknown, _): self = .unclear
    default: self = silentReached ? .unclear : .missing
    }
  }
}
