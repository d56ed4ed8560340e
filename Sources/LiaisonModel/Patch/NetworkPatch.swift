/// A change to a network: entries to add, to change and to remove, as a planner writes it to ask what
/// would be if.
///
/// ```yaml
/// liaison_patch: 1
/// title: A referral to the refuge
/// add:
///   relations: [{from: police, to: mens-refuge, kind: refers_to}]
/// change:
///   agreements: [{id: mou-7, valid_until: 2026-12-31}]
/// remove:
///   organizations: [umeed]
/// ```
public struct NetworkPatch: Sendable, Equatable {
  /// The tables whose entries can be changed and removed.
  public enum Table: String, Sendable, CaseIterable {
    case areas, organizations, services, sites, bodies, agreements, relations, activities

    /// What one entry is called.
    public var noun: String {
      switch self {
      case .areas: "area"
      case .organizations: "organization"
      case .services: "service"
      case .sites: "site"
      case .bodies: "body"
      case .agreements: "agreement"
      case .relations: "relation"
      case .activities: "activity"
      }
    }
  }

  /// New values for some keys of one entry; a key with nothing behind it is taken away.
  public struct Change: Sendable, Equatable {
    /// The table.
    public var table: Table
    /// What names the entry: its id; `organization/service`; a relation's id or `from kind to`.
    public var key: String
    /// The keys and their values.
    public var members: [SourceNode.Member]
    /// Where it stands.
    public var origin: Origin

    /// Creates a change.
    public init(
      _ table: Table, _ key: String, _ members: [SourceNode.Member], origin: Origin = Origin()
    ) {
      self.table = table
      self.key = key
      self.members = members
      self.origin = origin
    }
  }

  /// An entry to remove.
  public struct Removal: Sendable, Equatable {
    /// The table.
    public var table: Table
    /// What names the entry.
    public var key: String
    /// Where it stands.
    public var origin: Origin

    /// Creates a removal.
    public init(_ table: Table, _ key: String, origin: Origin = Origin()) {
      self.table = table
      self.key = key
      self.origin = origin
    }
  }

  /// What the patch is about.
  public var title: String?
  /// A remark.
  public var note: String?
  /// The day at which the changed network is judged; its own where nil.
  public var asOf: CalendarDate?
  /// Entries to add, in tables of their own; the header counts for nothing.
  public var additions = NetworkDocument()
  /// Entries to change, in the order written.
  public var changes: [Change] = []
  /// Entries to remove.
  public var removals: [Removal] = []
  /// The file; left out of `==`.
  public var sources = SourceSet()
  /// What could not be read; left out of `==`.
  public var problems: [Finding] = []

  /// An empty patch.
  public init() {}

  /// Equal content, wherever it stands.
  public static func == (left: NetworkPatch, right: NetworkPatch) -> Bool {
    left.title == right.title && left.note == right.note && left.asOf == right.asOf
      && left.additions == right.additions && left.changes == right.changes
      && left.removals == right.removals
  }
}
