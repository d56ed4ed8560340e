public import LiaisonModel

/// One thing that an organization can answer about itself: a row of its answer form.
public struct ConfirmationPoint: Sendable, Equatable {
  /// What is asked about an entry.
  public enum Matter: String, Sendable, CaseIterable {
    /// Whether it holds, or is in operation.
    case holds
    /// Whether it takes in an area, a group, a kind of case.
    case areas, groups, cases
    /// Whether people from an area, of a group, of a kind of case arrive there first.
    case entryAreas = "entry_areas"
    case entryGroups = "entry_groups"
    case entryCases = "entry_cases"
    /// Whether people who need some services are passed on along it.
    case passesOn = "passes_on"
    /// Whether it and its units pass people on to each other.
    case unitsRefer = "units_refer"
    /// To whom it refers people that is not recorded: organizations, not yes or no.
    case refersTo = "refers_to"
    /// Which services it offers that are not recorded: their types, not yes or no.
    case offers
    /// Whether those who refer along it hear back: a word of the vocabulary's `feedback`.
    case feedback
    /// What only words can answer.
    case inWords = "in_words"
  }

  /// What makes it this point and no other.
  public struct Key: Sendable, Hashable {
    /// The table of the entry.
    public var table: NetworkPatch.Table
    /// What names the entry, as in a patch.
    public var id: String
    /// What is asked.
    public var matter: Matter
    /// The codes asked about; empty where the matter has none.
    public var codes: [Code]

    /// Creates a key.
    public init(_ table: NetworkPatch.Table, _ id: String, _ matter: Matter, _ codes: [Code] = []) {
      self.table = table
      self.id = id
      self.matter = matter
      self.codes = codes
    }
  }

  /// What makes it this point and no other.
  public var key: Key
  /// What can be right or not, in a sentence or a few words.
  public var statement: String
  /// What is recorded about it; empty where nothing is.
  public var recorded: String

  /// Creates a point.
  public init(_ key: Key, _ statement: String, recorded: String = "") {
    self.key = key
    self.statement = statement
    self.recorded = recorded
  }
}
