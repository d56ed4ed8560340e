/// Who says that a relation holds.
public struct EvidenceEntry: Sendable, Equatable {
  /// The relation, where the entry does not stand inside it.
  public var relation: Field<RelationReference> = .absent
  /// The source.
  public var source: Field<String> = .absent
  /// `survey`, `document`, `interview`, `observation`.
  public var kind: Field<Code> = .absent
  /// When it was said.
  public var date: Field<CalendarDate> = .absent
  /// `from`, `to`, `both` or `third`.
  public var reporter: Field<Code> = .absent
  /// What was said.
  public var answer: Field<Answer> = .absent
  /// 0 to 1.
  public var confidence: Field<Double> = .absent
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
