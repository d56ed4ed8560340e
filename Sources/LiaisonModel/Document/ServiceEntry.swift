/// A service of an organization.
public struct ServiceEntry: Sendable, Equatable {
  /// The organization, where the entry does not stand inside it.
  public var organization: Field<String> = .absent
  /// The id, unique within the organization.
  public var id: Field<String> = .absent
  /// The service type's code.
  public var type: Field<Code> = .absent
  /// The name.
  public var name: Field<String> = .absent
  /// Names in other languages.
  public var names: [LocalName] = []
  /// Whom it serves.
  public var scope: ScopeEntry = ScopeEntry()
  /// How many it takes.
  public var capacity: Field<CapacityEntry> = .absent
  /// Languages offered.
  public var languages: Field<[String]> = .absent
  /// Status and dates.
  public var validity: ValidityEntry = ValidityEntry()
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
