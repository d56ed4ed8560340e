/// Whether a thing admits a need: `no` < `unknown` < `yes`.
///
/// A chain's answer is the least of its links (`&`), a choice's the greatest of its ways (`|`).
/// There is no conversion to `Bool`: what is not known is never taken for a no.
public enum Answer: UInt8, Sendable, Comparable, CaseIterable {
  case no, unknown, yes

  /// `no` < `unknown` < `yes`.
  public static func < (left: Answer, right: Answer) -> Bool { left.rawValue < right.rawValue }
  /// The least of two.
  public static func & (left: Answer, right: Answer) -> Answer { min(left, right) }
  /// The greatest of two.
  public static func | (left: Answer, right: Answer) -> Answer { max(left, right) }

  /// Reads `yes`, `no` or `unknown` (also `true` and `false`), large or small: spreadsheets write `TRUE`.
  public init?(code: String) {
    guard code.utf8.count <= 7 else { return nil }
    switch code.lowercased() {
    case "yes", "true": self = .yes
    case "no", "false": self = .no
    case "unknown": self = .unknown
    default: return nil
    }
  }

  /// `yes`, `no` or `unknown`.
  public var code: String {
    switch self {
    case .no: "no"
    case .unknown: "unknown"
    case .yes: "yes"
    }
  }
}
