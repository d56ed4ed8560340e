/// What the files of one network say: every value with its place, nothing judged yet.
///
/// It can hold broken content; lint works here. Tables keep file order. `sources`, `comments`,
/// `problems` and every origin are left out of `==`.
public struct NetworkDocument: Sendable, Equatable {
  /// The header: title, date, label, boundary.
  public var header: HeaderEntry
  /// Codes that the document adds to the vocabulary, as written under `vocabulary:`.
  public var vocabulary: SourceNode?
  /// Administrative areas.
  public var areas: [AreaEntry]
  /// Organizations and their units, with their services.
  public var organizations: [OrganizationEntry]
  /// Services whose organization is not in the document (rows of a table, or `services:` at the top).
  public var orphanServices: [ServiceEntry]
  /// Places where services are delivered.
  public var sites: [SiteEntry]
  /// Committees and task forces.
  public var bodies: [BodyEntry]
  /// Agreements.
  public var agreements: [AgreementEntry]
  /// Relations, with their evidence.
  public var relations: [RelationEntry]
  /// Evidence whose relation is not in the document.
  public var orphanEvidence: [EvidenceEntry]
  /// Activities of an action plan.
  public var activities: [ActivityEntry]
  /// Known gaps.
  public var accepted: [AcceptedEntry]
  /// Findings released to a lower audience.
  public var releases: [ReleaseEntry]
  /// Keys of the top level that we do not know.
  public var unknown: [UnknownMember]
  /// Whether the document came from a plain edge list: its relations have no kind. Left out of `==`.
  public var isPlainEdgeList = false
  /// The columns of the table of nodes that was read with a plain edge list; empty where there is none. Left
  /// out of `==`.
  public var nodeColumns: [NodeColumn] = []
  /// Comments of the files, for the rules about personal data; they are no content.
  public var comments: [SourceComment]
  /// The files.
  public var sources: SourceSet
  /// What the readers could not read: syntax, unreadable values, unknown keys.
  public var problems: [Finding]

  /// An empty document.
  public init() {
    header = HeaderEntry()
    vocabulary = nil
    areas = []
    organizations = []
    orphanServices = []
    sites = []
    bodies = []
    agreements = []
    relations = []
    orphanEvidence = []
    activities = []
    accepted = []
    releases = []
    unknown = []
    comments = []
    sources = SourceSet()
    problems = []
  }

  /// Equal content; sources, problems and places do not count.
  public static func == (left: NetworkDocument, right: NetworkDocument) -> Bool {
    left.header == right.header && left.vocabulary == right.vocabulary
      && left.areas == right.areas && left.organizations == right.organizations
      && left.orphanServices == right.orphanServices && left.sites == right.sites
      && left.bodies == right.bodies && left.agreements == right.agreements
      && left.relations == right.relations && left.orphanEvidence == right.orphanEvidence
      && left.activities == right.activities && left.accepted == right.accepted
      && left.releases == right.releases && left.unknown == right.unknown
  }
}

/// A comment of a file.
public struct SourceComment: Sendable {
  /// The comment, from its `#` to the end of the line.
  public var text: String
  /// Where it stands.
  public var place: Place

  /// Creates a comment.
  public init(text: String, place: Place) {
    self.text = text
    self.place = place
  }
}

/// A key that the schema lacks: linted, and written back.
public struct UnknownMember: Sendable, Equatable {
  /// The key.
  public var key: String
  /// The value.
  public var node: SourceNode
  /// Where the key stands.
  public var origin: Origin

  /// Creates a member.
  public init(key: String, node: SourceNode, origin: Origin = Origin()) {
    self.key = key
    self.node = node
    self.origin = origin
  }
}
