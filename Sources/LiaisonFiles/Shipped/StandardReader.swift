public import LiaisonModel

/// Reads standards: YAML files that begin with `liaison_standard: 1`.
///
/// Every key that is not known is an error, as a misspelt expectation would silently expect nothing.
/// The parameters of an expectation are left to its kind.
public enum StandardReader {
  /// What came of reading.
  public struct Result: Sendable {
    /// The standard; nil where any problem is an error.
    public var standard: Standard?
    /// What is wrong with the file.
    public var problems: [Finding]
    /// The file.
    public var sources: SourceSet
  }

  /// Reads a file.
  ///
  /// - Throws: what reading a file throws; `badData` (65) with the first problem and its place.
  public static func read(
    path: String, limits: InputLimits = .standard
  ) throws(FileError) -> Standard {
    let file = try InputFile.read(path, limits: limits)
    let result = decode(file.bytes, path: file.path, limits: limits)
    if let standard = result.standard { return standard }
    let first = result.problems.first { $0.severity == .error }
    let more = result.problems.count { $0.severity == .error } - 1
    throw FileError(
      .badData,
      "this standard cannot be read: " + (first?.sentence ?? "it is empty")
        + (more > 0 ? " (and \(more) more)" : ""),
      path: file.path, location: first.flatMap { result.sources.location(of: $0.place) })
  }

  /// Reads the bytes of a file.
  ///
  /// - Complexity: O(bytes).
  public static func decode(
    _ bytes: [UInt8], path: String, limits: InputLimits = .standard
  ) -> Result {
    var sources = SourceSet()
    let file = sources.add(path: path, bytes: bytes)
    let yaml = YAMLReader.read(bytes: bytes, file: file, limits: limits)
    var problems = yaml.problems.numberedFindings(path: path)
    var decoder = EntryDecoder()
    var entry: StandardEntry?
    if let root = yaml.root { entry = StandardEntry.schema.decode(root, &decoder) }
    problems += decoder.findings.map { finding in
      var finding = finding
      finding.severity = .error
      return finding
    }
    var standard: Standard?
    if let entry, !problems.contains(where: { $0.severity == .error }) {
      standard = entry.standard(&problems)
    }
    if standard == nil, problems.isEmpty {
      problems.append(
        Finding(
          rule: ReadingRule.syntax, severity: .error, key: ["empty"],
          place: Place(file: file, spot: .whole), sentence: "The file is empty."))
    }
    return Result(standard: standard, problems: problems, sources: sources)
  }
}

/// A standard as its file says it.
private struct StandardEntry: SchemaEntry {
  var version: Field<Int> = .absent
  var id: Field<String> = .absent
  var title: Field<String> = .absent
  var titles: [LocalName] = []
  var source: Field<String> = .absent
  var note: Field<String> = .absent
  var services: Field<[Code]> = .absent
  var expectations: [ExpectationEntry] = []
  var unknown: [UnknownMember] = []
  var origin = Origin()

  static let schema = Schema<StandardEntry>(
    "standard",
    fields: [
      .field("liaison_standard", \.version, .whole(1...1, "the version, 1"), "the version, 1"),
      .field("id", \.id, .id, "the id"),
      .field("title", \.title, .text, "the title"),
      .names("title_", \.titles, "the title in another language"),
      .field("source", \.source, .text, "the guidance it puts into expectations"),
      .field("note", \.note, .text, "a remark"),
      .field("services", \.services, .codes, "the service types it asks for"),
      .entries("expectations", \.expectations, "what it expects"),
    ],
    label: { $0.id.value })

  /// The standard, if nothing is missing; what is missing is told.
  func standard(_ problems: inout [Finding]) -> Standard? {
    func miss(_ what: String, _ key: [String], _ place: Place) {
      problems.append(
        Finding(
          rule: ReadingRule.value, severity: .error, key: key, place: place, sentence: what))
    }
    if version.isAbsent {
      miss("The file does not begin with `liaison_standard: 1`.", ["version"], origin.place)
    }
    if id.isAbsent { miss("The standard has no `id`.", ["id"], origin.place) }
    if title.isAbsent { miss("The standard has no `title`.", ["title"], origin.place) }
    if expectations.isEmpty {
      miss("The standard has no `expectations`.", ["expectations"], origin.place)
    }
    var seen: [String] = []
    var result: [Expectation] = []
    for (position, entry) in expectations.enumerated() {
      let name = entry.id.value.map { "`\($0)`" } ?? "number \(position + 1)"
      guard let id = entry.id.value, let kind = entry.kind.value,
        let severity = entry.severity.value, let citation = entry.citation.value
      else {
        let missing = [
          ("id", entry.id.isAbsent), ("kind", entry.kind.isAbsent),
          ("severity", entry.severity.isAbsent), ("citation", entry.citation.isAbsent),
        ].filter(\.1).map { "`\($0.0)`" }
        miss(
          "Expectation \(name) has no \(missing.joined(separator: " and no ")).",
          ["expectation", name, "missing"], entry.origin.place)
        continue
      }
      if seen.contains(id) {
        miss("Two expectations have the id \(name).", ["expectation", name], entry.origin.place)
      }
      seen.append(id)
      result.append(
        Expectation(
          id: id, kind: kind.text, severity: severity, citation: citation,
          sentence: entry.sentence.value, parameters: entry.parameters, origin: entry.origin))
    }
    guard problems.isEmpty, let id = id.value, let title = title.value else { return nil }
    return Standard(
      id: id, title: title, source: source.value ?? "", services: services.value ?? [],
      expectations: result)
  }
}

/// An expectation as its file says it.
private struct ExpectationEntry: SchemaEntry {
  var id: Field<String> = .absent
  var kind: Field<Code> = .absent
  var severity: Field<Severity> = .absent
  var sentence: Field<String> = .absent
  var citation: Field<String> = .absent
  var parameters: [SourceNode.Member] = []
  var unknown: [UnknownMember] = []
  var origin = Origin()

  static let schema = Schema<ExpectationEntry>(
    "expectation",
    fields: [
      .field("id", \.id, .id, "the id, unique in the standard"),
      .field("kind", \.kind, .code, "presence, coverage, pathway, redundancy, feedback, …"),
      .field("severity", \.severity, .severity, "error, warning or info"),
      .field("sentence", \.sentence, .text, "the sentence of a finding"),
      .field("citation", \.citation, .text, "what it rests on"),
    ],
    label: { $0.id.value }, others: \ExpectationEntry.parameters)
}

extension FieldCodec where Value == Severity {
  fileprivate static let severity = FieldCodec(
    expects: "error, warning or info", form: .scalar
  ) { node, _ in
    node.scalar.flatMap { Severity(code: $0) }.map { .value($0) } ?? .refused(nil)
  } write: {
    .text($0.code)
  }
}
