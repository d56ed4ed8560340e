import LiaisonModel

/// One file of the report's folder.
public struct ReportFile: Sendable, Equatable {
  /// Its name in the folder.
  public var name: String
  /// What it holds.
  public var bytes: [UInt8]

  /// Creates a file.
  public init(_ name: String, _ bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}

extension Report {
  /// The report as files: `report.md` and `report.html`, from the same blocks.
  ///
  /// - Complexity: O(length of the report).
  public func files() -> [ReportFile] {
    let blocks = blocks()
    let frame = HTMLWriter.Frame(title: title, label: label, imprint: "Made by \(tool).")
    return [
      ReportFile(
        "report.md", Array(MarkdownWriter().write(blocks, label: label.label).utf8)),
      ReportFile("report.html", Array(HTMLWriter().write(blocks, in: frame).utf8)),
    ]
  }
}
