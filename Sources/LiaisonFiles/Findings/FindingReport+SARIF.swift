public import LiaisonCatalog
public import LiaisonModel

extension FindingReport {
  /// A rule as SARIF describes it.
  public struct Rule: Sendable {
    /// Its page.
    public var page: CatalogPage
    /// How much its findings matter.
    public var severity: Severity

    /// Creates a rule.
    public init(page: CatalogPage, severity: Severity) {
      self.page = page
      self.severity = severity
    }
  }

  /// The findings as SARIF 2.1.0, with the rules' help, fingerprints and fixes.
  ///
  /// Paths are relative URIs to the base `SRCROOT`, absolute ones `file:` URIs. Columns count code
  /// points, as the file says (`columnKind`); where the text is not at hand they count bytes, which is
  /// the same on lines of ASCII.
  ///
  /// Reference: OASIS, Static Analysis Results Interchange Format (SARIF) Version 2.1.0, 2020.
  ///
  /// - Parameters:
  ///   - tool: the tool's name.
  ///   - version: its version.
  ///   - rules: the rules that ran, in their order; rules that only findings name are added.
  ///   - source: the bytes of a file by its path as printed; nil where they are not at hand.
  /// - Complexity: O(findings printed + bytes of the files named).
  public func sarif(
    tool: String, version: String, rules: [Rule],
    source: (_ path: String) -> [UInt8]? = { _ in nil }
  ) -> JSONValue {
    var log = SARIFLog(rules: rules)
    let results = shown.map { log.result($0, source: source) }
    var run: [JSONValue.Member] = [
      .init(
        "tool",
        [
          "driver": .object([
            .init("name", .string(tool)), .init("semanticVersion", .string(version)),
            .init("rules", .array(log.rules.map(SARIFLog.descriptor))),
          ])
        ]),
      .init(
        "originalUriBaseIds",
        ["SRCROOT": ["description": ["text": "The folder in which the tool was run."]]]),
      .init("columnKind", "unicodeCodePoints"),
      .init("results", .array(results)),
    ]
    if omitted > 0 { run.append(.init("properties", ["omitted": .int(omitted)])) }
    return .object([
      .init("$schema", "https://json.schemastore.org/sarif-2.1.0.json"),
      .init("version", "2.1.0"), .init("runs", .array([.object(run)])),
    ])
  }
}

/// The parts of one run, while they are gathered.
private struct SARIFLog {
  var rules: [FindingReport.Rule]
  private var indices: [String: Int] = [:]
  private var texts: [String: SARIFColumns?] = [:]

  init(rules: [FindingReport.Rule]) {
    self.rules = rules
    for (index, rule) in rules.enumerated() { indices[rule.page.id] = index }
  }

  static func descriptor(_ rule: FindingReport.Rule) -> JSONValue {
    let page = rule.page
    var help = page.meaning
    if !page.doNotUseWhen.isEmpty { help += "\n\nDo not use when: \(page.doNotUseWhen)" }
    if !page.reference.isEmpty { help += "\n\nReference: \(page.reference)" }
    return [
      "id": .string(page.id), "shortDescription": ["text": .string(page.summary)],
      "fullDescription": ["text": .string(page.meaning.isEmpty ? page.summary : page.meaning)],
      "help": ["text": .string(help.isEmpty ? page.summary : help)],
      "defaultConfiguration": ["level": .string(level(rule.severity))],
    ]
  }

  mutating func result(
    _ item: FindingReport.Item, source: (String) -> [UInt8]?
  ) -> JSONValue {
    let finding = item.finding
    var members: [JSONValue.Member] = [
      .init("ruleId", .string(finding.rule)), .init("ruleIndex", .int(index(of: finding))),
      .init("level", .string(Self.level(finding.severity))),
      .init("message", ["text": .string(finding.spoken)]),
    ]
    if let span = item.span {
      members.append(
        .init("locations", [["physicalLocation": physical(span, source)]]))
    }
    if !item.related.isEmpty {
      var related: [JSONValue] = []
      for (number, place) in item.related.enumerated() {
        related.append([
          "id": .int(number), "physicalLocation": physical(place.span, source),
          "message": ["text": .string(place.text)],
        ])
      }
      members.append(.init("relatedLocations", .array(related)))
    }
    members.append(.init("partialFingerprints", ["liaisonFinding/v1": .string(finding.id)]))
    if let fix = finding.fix, let span = item.fix {
      members.append(
        .init(
          "fixes",
          [
            [
              "description": ["text": .string("Write \(fix.replacement)")],
              "artifactChanges": [
                [
                  "artifactLocation": Self.artifact(span.start.path),
                  "replacements": [
                    [
                      "deletedRegion": region(span, source),
                      "insertedContent": ["text": .string(fix.replacement)],
                    ]
                  ],
                ]
              ],
            ]
          ]))
    }
    members.append(
      .init(
        "properties",
        [
          "kind": finding.kind == .question ? "question" : "finding",
          "tlp": .string(finding.tlp.code),
        ]))
    return .object(members)
  }

  private mutating func index(of finding: Finding) -> Int {
    if let index = indices[finding.rule] { return index }
    indices[finding.rule] = rules.count
    rules.append(
      FindingReport.Rule(
        page: CatalogPage(id: finding.rule, summary: finding.rule, meaning: ""),
        severity: finding.severity))
    return rules.count - 1
  }

  private static func level(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .info: "note"
    }
  }

  private mutating func physical(
    _ span: FindingReport.Span, _ source: (String) -> [UInt8]?
  ) -> JSONValue {
    ["artifactLocation": Self.artifact(span.start.path), "region": region(span, source)]
  }

  private mutating func region(
    _ span: FindingReport.Span, _ source: (String) -> [UInt8]?
  ) -> JSONValue {
    let path = span.start.path
    if texts[path] == nil { texts[path] = .some(source(path).map(SARIFColumns.init)) }
    let columns = texts[path] ?? nil
    var members: [JSONValue.Member] = [
      .init("startLine", .int(span.start.line)),
      .init("startColumn", .int(columns?.column(span.start) ?? span.start.column)),
    ]
    if span.end.line > span.start.line
      || (span.end.line == span.start.line && span.end.column > span.start.column)
    {
      members.append(.init("endLine", .int(span.end.line)))
      members.append(.init("endColumn", .int(columns?.column(span.end) ?? span.end.column)))
    }
    return .object(members)
  }

  private static func artifact(_ path: String) -> JSONValue {
    let isAbsolute = path.utf8.first == UInt8(ascii: "/")
    var uri = isAbsolute ? "file://" : ""
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
        uri.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let hex = String(byte, radix: 16, uppercase: true)
        uri += byte < 16 ? "%0\(hex)" : "%\(hex)"
      }
    }
    return isAbsolute
      ? ["uri": .string(uri)] : ["uri": .string(uri), "uriBaseId": "SRCROOT"]
  }
}

/// Turns columns of bytes into columns of code points.
private struct SARIFColumns {
  private let bytes: [UInt8]
  private var starts: [Int] = [0]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    for (index, byte) in bytes.enumerated() {
      if byte == 0x0A || (byte == 0x0D && (index + 1 >= bytes.count || bytes[index + 1] != 0x0A)) {
        starts.append(index + 1)
      }
    }
  }

  func column(_ location: SourceLocation) -> Int? {
    guard location.line >= 1, location.line <= starts.count else { return nil }
    let start = starts[location.line - 1]
    let (end, overflow) = start.addingReportingOverflow(location.column - 1)
    guard !overflow, end >= start, end <= bytes.count else { return nil }
    // A code point starts at each byte that does not continue one.
    return 1 + bytes[start..<end].count { $0 & 0xC0 != 0x80 }
  }
}
