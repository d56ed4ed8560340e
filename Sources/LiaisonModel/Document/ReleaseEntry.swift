/// A finding released to a lower audience, in fixed words.
public struct ReleaseEntry: Sendable, Equatable {
  /// The finding's id.
  public var finding: Field<String> = .absent
  /// The audience.
  public var tlp: Field<TrafficLight> = .absent
  /// The words.
  public var sentence: Field<String> = .absent
  /// By which role.
  public var byRole: Field<String> = .absent
  /// When.
  public var date: Field<CalendarDate> = .absent
  /// Keys we lack: linted, written back.
  public var unknown: [UnknownMember] = []
  /// Where the entry stands.
  public var origin: Origin = Origin()

  /// An empty entry.
  public init() {}
}
