/// The label of the Traffic Light Protocol 2.0 (FIRST, 2022): with whom a thing may be shared.
///
/// Ordered from the most open to the most closed.
public enum TrafficLight: UInt8, Sendable, Comparable, CaseIterable {
  case clear, green, amber, amberStrict, red

  /// From open to closed.
  public static func < (left: TrafficLight, right: TrafficLight) -> Bool {
    left.rawValue < right.rawValue
  }

  /// The label without its prefix: `CLEAR`, `GREEN`, `AMBER`, `AMBER+STRICT`, `RED`.
  public var code: String {
    switch self {
    case .clear: "CLEAR"
    case .green: "GREEN"
    case .amber: "AMBER"
    case .amberStrict: "AMBER+STRICT"
    case .red: "RED"
    }
  }

  /// The label as it is printed on a page: `TLP:AMBER`.
  public var label: String { "TLP:\(code)" }

  /// Reads a label of TLP 2.0, in either case, with or without the prefix `TLP:`; the withdrawn
  /// `WHITE` is read by the reader of documents, which reports it.
  public init?(code: String) {
    var text = code.uppercased()
    if text.hasPrefix("TLP:") { text.removeFirst(4) }
    guard let match = Self.allCases.first(where: { $0.code == text }) else { return nil }
    self = match
  }
}
