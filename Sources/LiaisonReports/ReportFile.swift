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
    ReportFile.pages(of: blocks(), title: title, label: label)
  }
}

extension ReportFile {
  /// `report.md` and `report.html` of the same blocks.
  static func pages(
    of blocks: [ReportBlock], title: String, label: TrafficLight
  ) -> [ReportFile] {
    let frame = HTMLWriter.Frame(title: title, label: label)
    return [
      ReportFile(
        "report.md", Array(MarkdownWriter().write(blocks, label: label.label).utf8)),
      ReportFile("report.html", Array(HTMLWriter().write(blocks, in: frame).utf8)),
    ]
  }
}
