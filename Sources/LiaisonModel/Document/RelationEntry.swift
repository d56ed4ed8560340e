/// A relation between two ends.
public struct RelationEntry: Sendable, Equatable {
  /// The id, needed where from, kind and to repeat.
  public var id: Field<String> = .absent
  /// The end it starts from: an organization or `organization/service`.
  public var from: Field<String> = .absent
  /// The end it leads to: an organization, `organization/service` or a body.
  public var to: Field<String> = .absent
  /// The relation's kind.
  public var kind: Field<Code> = .absent
  /// Whom it is for.
  public var scope: ScopeEntry = ScopeEntry()
  /// The service types for which people are sent.
  public var services: Field<[Code]> = .absent
  /// `no`: people go no further along it than its target.
  public var onward: Field<Answer> = .absent
  /// The agreement it rests on.
  public var agreement: Field<String> = .absent
  /// `none`, `ad_hoc` or `systematic`.
  public var feedback: Field<Code> = .absent
  /// `informal` … `law`.
  public var formality: Field<Code> = .absent
  /// 1 awareness, 2 cooperation, 3 coordination, 4 integration.
  public var intensity: Field<Int> = .absent
  /// What is shared: `personal`, `case`, `location`, `aggregate`, …
  public var content: Field<[Code]> = .absent
  /// Hours until the target responds.
  public var responseHours: Field<Double> = .absent
  /// People a month.
  public var monthlyVolume: Field<Double> = .absent
  /// The weight of an edge list's edge.
  public var weight: Field<Double> = .absent
  /// Status and dates.
  public var validity: ValidityEntry = ValidityEntry()
  /// Who says so.
  public var evidence: [EvidenceEntry] = []
  /// The label.
  public var tlp: Field<TrafficLight> = .absent
  /// A remark.
  public var note: Field<String> = .absent
  /// Keys we lack: linted, written back.
  public var unknown: [UnknownMember] = []
  /// Where the entry stands.
  public var origin: Origin = Origin()

  /// An empty entry.
  public init() {}
}
