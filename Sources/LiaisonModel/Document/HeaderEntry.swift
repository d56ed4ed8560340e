/// The header of a network.
public struct HeaderEntry: Sendable, Equatable {
  /// The format version, `liaison: 1`.
  public var version: Field<Int> = .absent
  /// The network's title.
  public var title: Field<String> = .absent
  /// The title in other languages: `title_<tag>`.
  public var titles: [LocalName] = []
  /// The date at which the network is judged.
  public var asOf: Field<CalendarDate> = .absent
  /// The label of whatever carries none.
  public var tlp: Field<TrafficLight> = .absent
  /// The labels of the header's own words, where they differ from the network's.
  public var labels: Field<HeaderLabelsEntry> = .absent
  /// What `liaison gaps` compares with by default.
  public var standard: Field<String> = .absent
  /// The rule by which the network's members were found.
  public var boundary: Field<BoundaryEntry> = .absent
  /// What an unstated scope is taken for (`assume:`).
  public var assume: ScopeEntry = ScopeEntry()
  /// The role that keeps the file.
  public var custodian: Field<String> = .absent
  /// The licence of the data.
  public var licence: Field<String> = .absent
  /// Where the data comes from; printed under each figure.
  public var source: Field<String> = .absent
  /// A remark.
  public var note: Field<String> = .absent
  /// Keys we lack: linted, written back.
  public var unknown: [UnknownMember] = []
  /// Where the entry stands.
  public var origin: Origin = Origin()

  /// An empty entry.
  public init() {}
}
