/// Something that lint or gap analysis has to say, in one plain sentence with names.
///
/// Lint and gap analysis give the same type, so that one set of reporters, baselines and ledgers
/// serves both. Absent data is never a gap: such a thing has the kind `question`.
public struct Finding: Sendable, Equatable {
  /// Whether it is a finding or a question to ask.
  public enum Kind: Sendable, Equatable {
    /// Something is wrong or missing.
    case finding
    /// Something is not known, and its answer would decide cells.
    case question
  }

  /// Another place that the finding speaks of.
  public struct Related: Sendable, Equatable {
    /// The place.
    public var origin: Origin
    /// What stands there, in a few words.
    public var text: String

    /// Creates a related place.
    public init(_ place: Place, _ text: String) {
      origin = Origin(place)
      self.text = text
    }
  }

  /// The needs that a finding of gap analysis folds together, by ids and codes.
  public struct Needs: Sendable, Equatable {
    /// The entry point's id, where one is concerned.
    public var entry: String?
    /// The service type.
    public var service: Code?
    /// Leaf areas, by id.
    public var areas: [String]
    /// Leaf groups.
    public var groups: [Code]
    /// Cases; empty where they are folded into one.
    public var cases: [Code]

    /// Creates a fold of needs.
    public init(
      entry: String? = nil, service: Code? = nil, areas: [String] = [], groups: [Code] = [],
      cases: [Code] = []
    ) {
      self.entry = entry
      self.service = service
      self.areas = areas
      self.groups = groups
      self.cases = cases
    }
  }

  /// A relation that is not recorded and would close a finding, for drawing.
  public struct MissingRelation: Sendable, Hashable {
    /// The id of the organization it would start from: where the way stops.
    public var from: String
    /// The id of the organization it would lead to.
    public var to: String

    /// Creates a missing relation.
    public init(from: String, to: String) {
      self.from = from
      self.to = to
    }
  }

  /// The words of a finding with its group, area, service type or item left open, so that findings
  /// alike in all else read as one sentence.
  public struct Pattern: Sendable, Hashable {
    /// The sentence, with placeholders such as `{groups}`.
    public var sentence: String
    /// The suggestion, with the same placeholders.
    public var suggestion: String?
    /// What stands for `{items}`, in a few words that a list can take; nil where nothing does.
    public var item: String?

    /// Creates a pattern.
    public init(sentence: String, suggestion: String? = nil, item: String? = nil) {
      self.sentence = sentence
      self.suggestion = suggestion
      self.item = item
    }
  }

  /// A change of the source text that mends a lint finding.
  public struct Fix: Sendable, Equatable {
    /// The bytes to replace.
    public var origin: Origin
    /// What to put there.
    public var replacement: String

    /// Creates a fix.
    public init(_ place: Place, replacement: String) {
      origin = Origin(place)
      self.replacement = replacement
    }
  }

  /// The rule or expectation that speaks: `REF001`, `four-pillars/shelter-pathway`.
  public var rule: String
  /// How much it matters.
  public var severity: Severity
  /// Finding or question.
  public var kind: Kind
  /// What makes it this finding and no other: subject ids, field, need or folding key. Never a
  /// value, a place or a threshold.
  public var key: [String]
  /// Where it stands.
  public var origin: Origin
  /// Other places.
  public var related: [Related]
  /// The elements that it speaks of, for drawing and for one organization's sheet.
  public var subjects: [Subject]
  /// The needs it folds, for gap analysis.
  public var needs: Needs?
  /// The one relation that would close it, where there is one.
  public var missing: MissingRelation?
  /// Its words with a part of its needs left open; nil where it stands alone.
  public var pattern: Pattern?
  /// What a figure writes beside the first of its subjects, in a few words: "only way to legal
  /// counsel"; of a finding without subjects, in the box that stands for what is absent. Nil where the
  /// needs or the sentence say it.
  public var remark: String?
  /// How many cells it folds; 1 where it is about no cell.
  public var cells: Int
  /// The value found, where there is one.
  public var value: Double?
  /// The threshold it was held against.
  public var threshold: Double?
  /// How far the value is from the threshold; nil where it has no value or was held against none.
  public var shortfall: Double? {
    guard let value, let threshold else { return nil }
    return abs(threshold - value)
  }
  /// One plain sentence, or two, with names.
  public var sentence: String
  /// What it rests on, line by line: the path and where it stops, the cut, the pair.
  public var evidence: [String]
  /// How sure it is, 0 to 1; nil is *not stated*.
  public var confidence: Double?
  /// The smallest change that closes it, in a sentence.
  public var suggestion: String?
  /// A change of the file that mends it.
  public var fix: Fix?
  /// The guidance or literature it rests on.
  public var citation: String?
  /// With whom it may be shared.
  public var tlp: TrafficLight

  /// Creates a finding.
  public init(
    rule: String, severity: Severity, kind: Kind = .finding, key: [String], place: Place = .none,
    related: [Related] = [], subjects: [Subject] = [], needs: Needs? = nil, cells: Int = 1,
    value: Double? = nil, threshold: Double? = nil, sentence: String, evidence: [String] = [],
    confidence: Double? = nil, suggestion: String? = nil, fix: Fix? = nil,
    citation: String? = nil, tlp: TrafficLight = .amber
  ) {
    self.rule = rule
    self.severity = severity
    self.kind = kind
    self.key = key
    origin = Origin(place)
    self.related = related
    self.subjects = subjects
    self.needs = needs
    self.cells = cells
    self.value = value
    self.threshold = threshold
    self.sentence = sentence
    self.evidence = evidence
    self.confidence = confidence
    self.suggestion = suggestion
    self.fix = fix
    self.citation = citation
    self.tlp = tlp
  }

  /// Where it stands.
  public var place: Place { origin.place }

  /// A stable id: FNV-1a 64 over the rule and the key, each part prefixed by its length, as 16
  /// hexadecimal digits. The same in every run, on every machine.
  ///
  /// Reference: Fowler, Noll, Vo, The FNV Non-Cryptographic Hash Algorithm, IETF draft, 2012.
  public var id: String { Self.id(rule: rule, key: key) }

  /// The id of a rule and a key.
  public static func id(rule: String, key: [String]) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func feed(_ part: String) {
      for byte in "\(part.utf8.count):".utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
      for byte in part.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    }
    feed(rule)
    for part in key { feed(part) }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

extension Finding {
  /// Whether it is read before another: the more severe, then the one of more cells; nil where they are
  /// alike in both.
  public func outranks(_ other: Finding) -> Bool? {
    if severity != other.severity { return severity > other.severity }
    return cells == other.cells ? nil : cells > other.cells
  }
}
