/// An activity of an action plan.
public struct ActivityEntry: Sendable, Equatable {
  /// The id.
  public var id: Field<String> = .absent
  /// The title.
  public var title: Field<String> = .absent
  /// The title in other languages.
  public var titles: [LocalName] = []
  /// Who leads.
  public var leads: Field<[String]> = .absent
  /// Who supports.
  public var supports: Field<[String]> = .absent
  /// Activities that must come first.
  public var dependsOn: Field<[String]> = .absent
  /// When it is due.
  public var due: Field<CalendarDate> = .absent
  /// Its status.
  public var status: Field<Code> = .absent
  /// Its pillar.
  public var pillar: Field<Code> = .absent
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
