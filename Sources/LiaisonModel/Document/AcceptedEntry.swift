/// A known gap: kept in the ledger, quiet.
public struct AcceptedEntry: Sendable, Equatable {
  /// The finding's id.
  public var finding: Field<String> = .absent
  /// Why it is accepted.
  public var reason: Field<String> = .absent
  /// By which role.
  public var byRole: Field<String> = .absent
  /// Until when.
  public var until: Field<CalendarDate> = .absent
  /// Keys we lack: linted, written back.
  public var unknown: [UnknownMember] = []
  /// Where the entry stands.
  public var origin: Origin = Origin()

  /// An empty entry.
  public init() {}
}
