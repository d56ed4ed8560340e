public import LiaisonModel

/// Why a part of a file could not be read as it stands.
///
/// Messages hold no value of the file; a key is named only if it is a plain word.
public struct SourceProblem: Sendable, Hashable {
  /// The rule that was broken, such as `yaml-alias`.
  public var ruleID: String
  /// What is wrong, in one line.
  public var message: String
  /// Where.
  public var place: Place
  /// What to do about it.
  public var hint: String?

  /// Creates a problem.
  public init(ruleID: String, message: String, place: Place, hint: String? = nil) {
    self.ruleID = ruleID
    self.message = message
    self.place = place
    self.hint = hint
  }

  /// A key as a message may show it: only if it is a short word with few digits, since a number in
  /// the place of a key may be a person's.
  static func shown(key name: String) -> String {
    var digits = 0
    for byte in name.utf8 {
      switch byte {
      case 0x41...0x5A, 0x61...0x7A, 0x5F, 0x2D, 0x2E: continue
      case 0x30...0x39: digits += 1
      default: return "here"
      }
    }
    return digits <= 4 && (1...40).contains(name.utf8.count) ? "`\(name)`" : "here"
  }
}

/// The ids of the rules that readers enforce.
public enum SourceRule {
  /// Not UTF-8, or another encoding.
  public static let encoding = "encoding"
  /// A control character.
  public static let control = "control-character"
  /// A limit of `InputLimits`.
  public static let limit = "input-limit"
  /// The same key twice in one map.
  public static let duplicateKey = "duplicate-key"
  /// Not YAML.
  public static let yamlSyntax = "yaml-syntax"
  /// A tab where YAML wants spaces.
  public static let yamlTab = "yaml-tab"
  /// Lines that do not stand where their neighbours do.
  public static let yamlIndentation = "yaml-indentation"
  /// `&name`.
  public static let yamlAnchor = "yaml-anchor"
  /// `*name`.
  public static let yamlAlias = "yaml-alias"
  /// `!tag`.
  public static let yamlTag = "yaml-tag"
  /// `<<:`.
  public static let yamlMerge = "yaml-merge"
  /// `? key` or a list or map as a key.
  public static let yamlComplexKey = "yaml-complex-key"
  /// `%YAML`.
  public static let yamlDirective = "yaml-directive"
  /// A second `---`.
  public static let yamlDocuments = "yaml-documents"
  /// Not JSON.
  public static let jsonSyntax = "json-syntax"
  /// Not CSV: quotes.
  public static let csvQuote = "csv-quote"
  /// A row whose number of cells is not the header's.
  public static let csvRagged = "csv-ragged"
  /// A header without a name, or named twice.
  public static let csvHeader = "csv-header"
}
