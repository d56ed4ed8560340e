/// The rules that reading a document enforces by itself.
public enum ReadingRule {
  /// A part of a file that cannot be read: not YAML, not CSV, not UTF-8, over a limit.
  public static let syntax = "SYN001"
  /// A value that cannot be read.
  public static let value = "DOC001"
  /// A key that is not known.
  public static let key = "DOC002"
  /// A term that is no longer used.
  public static let deprecated = "VOC002"
}

/// What decoding has to say, collected while entries are read.
///
/// Each problem knows its field; the entries around it add their names as they are finished, so that
/// a sentence says `tlp` of service `shelter` of organization `dar`.
public struct EntryDecoder: Sendable {
  private struct Remark: Sendable {
    var rule: String
    var severity: Severity
    var place: Place
    var field: String
    var text: String
    var suggestion: String?
    var fix: Finding.Fix?
    var key: [String]
    var owners: [String]
    var subjects: [String]
  }

  private var remarks: [Remark] = []
  private var path: [String] = []
  private var toldKeys: Set<Place> = []
  /// The lists of known keys that have been told: each is told once.
  private var toldKnown: Set<[String]> = []
  private var counts = (errors: 0, others: 0)

  /// How many errors, and how many warnings, are told; the others are counted in one line.
  static let limit = 10_000

  /// A decoder with nothing to say.
  public init() {}

  /// A decoder that knows what this one has told, and has said nothing.
  var listener: EntryDecoder {
    var copy = self
    copy.remarks = []
    // Past its limit a decoder counts and remembers nothing: one that listens must hear it all the same.
    copy.counts = (0, 0)
    return copy
  }

  /// Whether it has said nothing.
  var isSilent: Bool { remarks.isEmpty }

  /// Says something of the field that is being read.
  public mutating func tell(
    _ rule: String, _ severity: Severity, at place: Place, _ text: String,
    suggestion: String? = nil, replacement: String? = nil
  ) {
    if severity == .error { counts.errors += 1 } else { counts.others += 1 }
    guard (severity == .error ? counts.errors : counts.others) <= Self.limit else { return }
    let field = path.joined(separator: ".")
    remarks.append(
      Remark(
        rule: rule, severity: severity, place: place, field: field, text: text,
        suggestion: suggestion, fix: replacement.map { Finding.Fix(place, replacement: $0) },
        key: [field], owners: [], subjects: []))
  }

  /// Says that a value cannot be read, and gives the reason.
  mutating func refuse(
    _ node: SourceNode, expects: String, reason: String?, isSensitive: Bool
  ) -> String {
    let text: String
    if let reason {
      text = reason
    } else if let scalar = node.scalar {
      text =
        isSensitive
        ? "cannot be read; expected \(expects)"
        : "is \(Quoted(scalar)); expected \(expects)\(Self.joined(scalar, expects))"
    } else {
      let found = node.elements != nil ? "a list" : node.members != nil ? "a map" : "empty"
      text = "is \(found); expected \(expects)"
    }
    tell(ReadingRule.value, .error, at: node.place, text)
    return text
  }

  /// "; write `_` for a space, as in `refers_to`" where a code is expected and several words are written.
  ///
  /// What is written is not said again: it may be somebody's name.
  private static func joined(_ text: String, _ expects: String) -> String {
    let words = text.split(separator: " ")
    return expects.hasPrefix("a code:") && words.count > 1
      && Identifier.isNative(words.joined(separator: "_"))
      ? "; write `_` for a space, as in `refers_to`" : ""
  }

  /// Says that a key is not known; which are, where none is near and that is not said yet.
  ///
  /// It is an error where a key is near that the entry does not have itself: what was meant for that key
  /// would not be read, and all would be judged as if nothing were written. Any other is a warning.
  ///
  /// - Parameters:
  ///   - members: what stands in the same entry.
  ///   - known: the keys that it may have.
  mutating func tellUnknown(
    _ member: SourceNode.Member, among members: [SourceNode.Member], known: [String]
  ) {
    // The key of a column stands once and is read in each row.
    if member.keyPlace != .none, !toldKeys.insert(member.keyPlace).inserted { return }
    let near = KeyInOtherWords.nearest(to: member.key, among: known)
    let isMissed = near.map { near in !members.contains { $0.key == near } } ?? false
    let question = near.map { "; did you mean `\($0)`?" } ?? ""
    tell(
      ReadingRule.key, isMissed ? .error : .warning, at: member.keyPlace,
      "is not a key that Liaison knows\(question)",
      suggestion: near.map { "Write `\($0)`." } ?? choice(of: known), replacement: near)
  }

  /// "Known here are `id` and `name`."; nil where that has been told.
  private mutating func choice(of known: [String]) -> String? {
    guard let last = known.last, toldKnown.insert(known).inserted else { return nil }
    let first = known.dropLast().map { "`\($0)`" }.joined(separator: ", ")
    return first.isEmpty ? "Known here is `\(last)`." : "Known here are \(first) and `\(last)`."
  }

  /// Says that a column of a table is not known: an error where one is near that the table does not have,
  /// since every row would be judged without it; else a warning.
  ///
  /// - Parameters:
  ///   - key: the column.
  ///   - place: where its heading stands.
  ///   - file: the table's file name.
  ///   - columns: all columns of the table.
  ///   - known: the columns that the table may have.
  public mutating func tellUnknownColumn(
    _ key: String, at place: Place, in file: String, among columns: [String], known: [String]
  ) {
    toldKeys.insert(place)
    let near = KeyInOtherWords.nearest(to: key, among: known)
    let isMissed = near.map { !columns.contains($0) } ?? false
    let question = near.map { "; did you mean `\($0)`?" } ?? ""
    let choice = near == nil ? choice(of: known) : nil
    within(key) { decoder in
      let start = decoder.remarks.count
      decoder.tell(
        ReadingRule.key, isMissed ? .error : .warning, at: place,
        "is not a column that Liaison knows\(question)",
        suggestion: near.map { "Write `\($0)`." } ?? choice, replacement: near)
      decoder.own(from: start, noun: "table", label: file)
    }
  }

  /// Says that a cell of a table cannot be read.
  ///
  /// - Parameters:
  ///   - key: the column.
  ///   - file: the table's file name.
  ///   - row: the row's number without the header, from 1; people are told the sheet's, which counts
  ///     it.
  ///   - place: the cell.
  ///   - text: what is wrong, as the end of a sentence.
  ///   - isLost: whether what stands there is not kept in the document.
  public mutating func tell(
    _ key: String, in file: String, row: Int, at place: Place, _ text: String, isLost: Bool = false
  ) {
    within(key) { decoder in
      let start = decoder.remarks.count
      decoder.tell(isLost ? ReadingRule.syntax : ReadingRule.value, .error, at: place, text)
      decoder.own(from: start, noun: "row", label: String(row + 1))
      decoder.own(from: start, noun: "table", label: file)
    }
  }

  /// Reads with one more key in the names of fields.
  mutating func within<Result>(_ key: String, _ body: (inout EntryDecoder) -> Result) -> Result {
    path.append(Self.isPlain(key) ? key : Quoted(key).description)
    defer { path.removeLast() }
    return body(&self)
  }

  /// Starts an entry inside a field: its own fields' names start anew.
  mutating func beginEntry() -> (mark: Int, path: [String]) {
    defer { path = [] }
    return (remarks.count, path)
  }

  /// Ends an entry: what was said since belongs to it.
  mutating func endEntry(_ start: (mark: Int, path: [String]), noun: String, label: String) {
    path = start.path
    own(from: start.mark, noun: noun, label: label)
  }

  private mutating func own(from mark: Int, noun: String, label: String) {
    guard remarks.count > mark else { return }
    let owner = Self.isPlain(label) && noun != "table" && noun != "row" ? label : nil
    for index in mark..<remarks.count {
      remarks[index].key.insert(contentsOf: [noun, label], at: 0)
      let name = noun == "row" ? label : Self.name(label)
      remarks[index].owners.append("\(noun) \(name)")
      if let owner { remarks[index].subjects.insert(owner, at: 0) }
    }
  }

  /// Whether a text is an id that may be shown: one of digits can be a number of a person's.
  private static func isPlain(_ text: String) -> Bool {
    Identifier.isNative(text) && PersonalData.kinds(in: text).isEmpty
  }

  /// An id in backticks, `number 3` as it is, anything else quoted.
  private static func name(_ label: String) -> String {
    if isPlain(label) { return "`\(label)`" }
    return label.hasPrefix("number ") ? label : Quoted(label).description
  }

  /// What was said, as findings, in the order in which it was said.
  public var findings: [Finding] {
    var findings = remarks.map { remark in
      let name = remark.field.isEmpty ? "" : "`\(remark.field)`"
      var parts = remark.owners
      if !name.isEmpty { parts.insert(name, at: 0) }
      let subject = parts.isEmpty ? "The file" : parts.joined(separator: " of ")
      let first = subject.prefix(1).uppercased() + subject.dropFirst()
      return Finding(
        rule: remark.rule, severity: remark.severity, key: remark.key, place: remark.place,
        subjects: .elements(remark.subjects),
        sentence: "\(first) \(remark.text)" + (remark.text.hasSuffix("?") ? "" : "."),
        suggestion: remark.suggestion, fix: remark.fix)
    }
    let left = max(0, counts.errors - Self.limit) + max(0, counts.others - Self.limit)
    if left > 0 {
      findings.append(
        Finding(
          rule: ReadingRule.value, severity: .info, key: ["limit"],
          sentence: "\(left) further problems of reading are not shown."))
    }
    return findings
  }
}
