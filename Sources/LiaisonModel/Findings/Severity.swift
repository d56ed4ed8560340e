/// How much a finding matters: `info` < `warning` < `error`.
public enum Severity: UInt8, Sendable, Comparable, CaseIterable {
  case info, warning, error

  /// `info` < `warning` < `error`.
  public static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }

  /// `info`, `warning` or `error`.
  public var code: String {
    switch self {
    case .info: "info"
    case .warning: "warning"
    case .error: "error"
    }
  }

  /// The word in what is written for planners: `urgent`, `important` or `note`, how much it matters to the
  /// people served. Files, options, lint and JSON have the code.
  public var word: String {
    switch self {
    case .info: "note"
    case .warning: "important"
    case .error: "urgent"
    }
  }

  /// Reads `info`, `warning` or `error`.
  public init?(code: String) {
    guard let match = Self.allCases.first(where: { $0.code == code }) else { return nil }
    self = match
  }

  /// The weight of one cell in rankings: 9, 3 or 1 (SEMANTICS §5).
  public var weight: Int {
    switch self {
    case .info: 1
    case .warning: 3
    case .error: 9
    }
  }
}
