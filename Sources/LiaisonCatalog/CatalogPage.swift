/// The page of one thing that a catalog lists: a lint rule, a measure, a view, a format, a kind of
/// expectation.
///
/// `liaison list` prints `id` and `summary`; `liaison explain ID` prints the whole page. The
/// examples of a page are its tests.
public struct CatalogPage: Sendable, Equatable {
  /// One example of a page.
  public struct Example: Sendable, Equatable {
    /// What the example shows, in a few words.
    public var title: String
    /// The example itself: a network, a command, a small graph.
    public var text: String
    /// What comes of it: for a lint rule the sentence it prints, empty where it stays silent.
    public var outcome: String

    /// Creates an example.
    public init(_ title: String, text: String, outcome: String = "") {
      self.title = title
      self.text = text
      self.outcome = outcome
    }
  }

  /// Keys of figures that say something of the same: of each node, of the whole network.
  public struct Figures: Sendable, Equatable {
    /// What they say something of, as within a sentence: `each node`.
    public var subject: String
    /// The keys, in the order in which they are given.
    public var keys: [String]

    /// Creates a list of keys.
    public init(of subject: String, keys: [String]) {
      self.subject = subject
      self.keys = keys
    }
  }

  /// What stands in a key for the name of a group, which is the network's own.
  public static let group = "GROUP"

  /// The stable id: `REF001`, `betweenness`, `pathway`.
  public var id: String
  /// What it is found under besides its id: the keys of what it gives, or their beginnings up to a dot, as
  /// `constraint` of `constraint.unweighted`.
  public var keys: [String]
  /// What else the field calls it, or what it gives, as `cutpoint`; it is found under each.
  public var terms: [String]
  /// All keys of what it gives, where they are known.
  public var figures: [Figures] = []
  /// One line.
  public var summary: String
  /// What it gives nothing without, as `groups of the nodes`; empty where it needs nothing more.
  public var needs: String
  /// What it means, in plain words.
  public var meaning: String
  /// How it is counted, where others may count otherwise: what is divided by what, what counts once and
  /// what twice, and what the kinds of a figure are. Empty where nothing is counted.
  public var conventions: String
  /// When it misleads; empty where it does not.
  public var doNotUseWhen: String
  /// The literature or guidance that it rests on.
  public var reference: String
  /// Examples, which are tests too.
  public var examples: [Example]

  /// Creates a page.
  public init(
    id: String, keys: [String] = [], terms: [String] = [], summary: String,
    needs: String = "", meaning: String, conventions: String = "",
    doNotUseWhen: String = "", reference: String = "", examples: [Example] = []
  ) {
    self.id = id
    self.keys = keys
    self.terms = terms
    self.summary = summary
    self.needs = needs
    self.meaning = meaning
    self.conventions = conventions
    self.doNotUseWhen = doNotUseWhen
    self.reference = reference
    self.examples = examples
  }

  /// How much of an id is one of the page's keys, letter case apart: the length of the longest key that it
  /// is, or that it begins with before a dot; nil where there is none.
  public func keyLength(in id: String) -> Int? {
    let id = id.lowercased()
    return keys.filter { Self.isKey(id, under: $0.lowercased()) }.map(\.count).max()
  }

  /// Whether the field calls it so: one of its ``terms``; letter case, spaces, hyphens and a plural's s do
  /// not matter.
  public func isCalled(_ term: String) -> Bool {
    let term = Self.plain(term)
    return terms.contains { Self.plain($0) == term }
  }

  private static func plain(_ term: String) -> String {
    let letters = term.lowercased().filter { $0.isLetter || $0.isNumber }
    return letters.hasSuffix("s") ? String(letters.dropLast()) : letters
  }

  /// Whether an id is that of the page, a key of its figures or the beginning of one up to a dot, letter case
  /// apart; of a page whose figures are not known, whatever begins with one of its ``keys``.
  public func gives(_ id: String) -> Bool {
    let id = id.lowercased()
    let all = figures.flatMap(\.keys)
    if id == self.id.lowercased() || all.isEmpty || isCalled(id) { return true }
    return all.contains { key in
      if Self.isKey(key.lowercased(), under: id) { return true }
      // As written: `group` in small letters is a word of keys.
      let parts = key.split(separator: Self.group, omittingEmptySubsequences: false)
      let head = parts[0].lowercased()
      return parts.count > 1 && id.count > head.count && id.hasPrefix(head)
    }
  }

  /// Whether the key of a figure is another, or begins with it before a dot: `degree.in` with `degree`.
  package static func isKey(_ key: String, under other: String) -> Bool {
    key == other || key.hasPrefix(other + ".")
  }
}
