public import LiaisonModel

/// Findings of one or more networks with their places as people read them, ready to be printed.
///
/// The reporters are methods of it: `text`, `json`, `sarif`, `github`. Each prints at most `limit`
/// findings and says how many more there are. The same findings give the same bytes.
public struct FindingReport: Sendable {
  /// A range of a file by lines and columns, both from 1; columns count UTF-8 bytes.
  public struct Span: Sendable, Hashable {
    /// Where it starts.
    public var start: SourceLocation
    /// Where it ends; the last column is not part of it.
    public var end: SourceLocation
  }

  /// One finding and its places.
  public struct Item: Sendable {
    /// The finding.
    public var finding: Finding
    /// Where it stands; nil for what no file holds.
    public var span: Span?
    /// Other places, and what stands there.
    public var related: [(span: Span, text: String)]
    /// The range that the fix replaces.
    public var fix: Span?
  }

  /// The findings, in the order in which they were added.
  public private(set) var items: [Item] = []
  /// The most findings that a reporter prints.
  public var limit: Int
  /// The folder that paths are made absolute with; nil prints them as they were given.
  public var workingFolder: String?

  /// An empty report.
  public init(limit: Int = 1000, workingFolder: String? = nil) {
    self.limit = max(0, limit)
    self.workingFolder = workingFolder
  }

  /// Adds the findings of one network, in their order.
  public mutating func add(_ findings: [Finding], sources: SourceSet) {
    items.reserveCapacity(items.count + findings.count)
    for finding in findings {
      // Places beyond the limit are never printed, so they are not looked up.
      guard items.count < limit else {
        items.append(Item(finding: finding, span: nil, related: [], fix: nil))
        continue
      }
      items.append(
        Item(
          finding: finding, span: span(of: finding.place, in: sources),
          related: finding.related.compactMap { related in
            span(of: related.origin.place, in: sources).map { ($0, related.text) }
          },
          fix: finding.fix.flatMap { span(of: $0.origin.place, in: sources) }))
    }
  }

  /// How many findings have a severity.
  public func count(_ severity: Severity) -> Int {
    items.count { $0.finding.severity == severity }
  }

  /// The greatest severity; nil where nothing was found.
  public var greatest: Severity? { items.map(\.finding.severity).max() }

  /// Whether a file could not be read as what it is: an error of the rule SYN001, of which notes tell
  /// only what beside it was not read.
  public var holdsUnreadable: Bool {
    items.contains { $0.finding.rule == ReadingRule.syntax && $0.finding.severity == .error }
  }

  /// The findings that reporters print.
  var shown: ArraySlice<Item> { items.prefix(limit) }
  /// How many findings reporters do not print.
  var omitted: Int { items.count - shown.count }

  /// `2 errors, 1 warning and 3 infos`, or `no findings`.
  public var summary: String {
    let parts = [Severity.error, .warning, .info].compactMap { severity -> String? in
      let number = count(severity)
      return number == 0 ? nil : "\(number) \(severity.code)\(number == 1 ? "" : "s")"
    }
    guard let last = parts.last else { return "no findings" }
    return parts.count == 1 ? last : parts.dropLast().joined(separator: ", ") + " and " + last
  }

  private func span(of place: Place, in sources: SourceSet) -> Span? {
    guard var start = sources.location(of: place) else { return nil }
    var end = start
    if case .bytes(let range) = place.spot,
      let last = sources.location(
        of: Place(file: place.file, spot: .bytes(range.upperBound..<range.upperBound)))
    {
      end = last
    }
    start.path = printed(start.path)
    end.path = start.path
    return Span(start: start, end: end)
  }

  private func printed(_ path: String) -> String {
    guard let workingFolder, path.utf8.first != UInt8(ascii: "/"), path.utf8.first != 0x3C else {
      return path
    }
    var rest = path[...]
    while rest.hasPrefix("./") { rest = rest.dropFirst(2) }
    if rest == "." { return workingFolder }
    return workingFolder.hasSuffix("/") ? workingFolder + rest : "\(workingFolder)/\(rest)"
  }
}
