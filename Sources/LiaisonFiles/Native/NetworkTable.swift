/// The tables of a network's folder, in the order in which they are read and written.
public enum NetworkTable: String, Sendable, CaseIterable {
  case areas, organizations, caseloads, services, sites, bodies, agreements, parties, relations
  case evidence, activities

  /// The file's name.
  public var fileName: String { rawValue + ".csv" }
  /// The column that every row has.
  var firstColumn: String {
    switch self {
    case .caseloads, .services: "organization"
    case .parties: "agreement"
    case .evidence: "relation"
    default: "id"
    }
  }
  /// The name of the file that holds the header and what stands in no table.
  public static let headerFileName = "network.yaml"
}
