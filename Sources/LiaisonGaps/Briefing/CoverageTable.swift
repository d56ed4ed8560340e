import LiaisonModel

/// The cube of coverage as a table: services and groups down, areas across.
public struct CoverageTable: Sendable, Equatable {
  /// A service for groups that are provided for alike.
  public struct Row: Sendable, Equatable {
    /// "emergency shelter".
    public var service: String
    /// "women and girls".
    public var groups: String
    /// A cell an area: see `CoverageCube.words`; empty where nothing is asked.
    public var cells: [String]
  }

  /// What stands above it.
  public static let title = "What is provided, and for whom"
  /// How a table is read.
  ///
  /// - Parameter isListed: whether all services are listed, so that where none is recorded there is a hole.
  public static func legend(isListed: Bool) -> String {
    "How many organizations provide a service, by area and group; 1–3: one does, and up to three may. "
      + "Thin: one alone. Unknown: none for certain. "
      + (isListed
        ? "Hole: none in operation is recorded."
        : "Where none is recorded somebody may all the same: a question, as not all are listed.")
  }
  /// How to read it.
  public let legend: String
  /// The areas, by name.
  public let areas: [String]
  /// The rows.
  public let rows: [Row]

  /// The table of a report; nil where it asks for no coverage.
  public init?(_ report: GapReport) {
    guard let cube = report.coverage else { return nil }
    let network = report.pathways.network
    legend = Self.legend(isListed: cube.isListed)
    areas = cube.areas.map { network.areas[$0].name }
    rows = cube.rows.map { row in
      Row(
        service: network.vocabulary.name(ofService: row.service),
        groups: network.vocabulary.words(forGroups: row.groups),
        cells: row.counts.map { $0.map(cube.words) ?? "" })
    }
  }

  /// For a terminal: as many areas beside each other as fit, the others below.
  ///
  /// - Parameter parts: how many tables below each other are shown; nil is all.
  func lines(width: Int, parts: Int?) -> [String] {
    let (kind, heads) = heads
    let widths = areas.indices.map { column in
      max(heads[column].count, rows.map { $0.cells[column].count }.max() ?? 0) + 2
    }
    let labels = rows.map { row in
      row.groups == "anyone" ? (indent: "", text: row.service) : (indent: "  ", text: row.groups)
    }
    let widest = labels.map { $0.indent.count + $0.text.count }.max() ?? 0
    let label = min(max(widest, kind.count), 36)
    var lines: [String] = []
    var shown = 0
    var part = 0
    while shown < areas.count, part < parts ?? .max {
      var columns = shown..<(shown + 1)
      var used = label + widths[shown]
      while columns.upperBound < areas.count, used + 2 + widths[columns.upperBound] <= width {
        used += widths[columns.upperBound]
        columns = shown..<(columns.upperBound + 1)
      }
      if part > 0 { lines.append("") }
      lines.append(Self.line(kind, label, columns.map { (heads[$0], widths[$0]) }))
      var service = ""
      for (row, (indent, text)) in zip(rows, labels) {
        if !indent.isEmpty, row.service != service { lines.append("  \(row.service)") }
        service = row.service
        let head = GapBriefing.hanging(indent, indent + "  ", text, width: label)
        lines += head.dropLast().map { "  \($0)" }
        lines.append(
          Self.line(head.last ?? "", label, columns.map { (row.cells[$0], widths[$0]) }))
      }
      shown = columns.upperBound
      part += 1
    }
    if shown < areas.count {
      lines.append("  … and \(Wording.counted(areas.count - shown, "more area")) (--all)")
    }
    return lines
  }

  /// "District", and "East", "West", where all areas end in that word.
  private var heads: (kind: String, names: [String]) {
    guard areas.count > 1, let kind = areas.first?.split(separator: " ").last.map(String.init),
      areas.allSatisfy({ $0.hasSuffix(" \(kind)") })
    else { return ("", areas) }
    return (kind, areas.map { String($0.dropLast(kind.count + 1)) })
  }

  private static func line(_ head: String, _ label: Int, _ cells: [(String, Int)]) -> String {
    var line = "  " + head + String(repeating: " ", count: max(0, label - head.count))
    for (text, width) in cells { line += String(repeating: " ", count: width - text.count) + text }
    while line.last == " " { line.removeLast() }
    return line
  }
}
