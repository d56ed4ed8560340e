/// An organization, or a unit of one.
public struct OrganizationEntry: Sendable, Equatable {
  /// The id.
  public var id: Field<String> = .absent
  /// The name.
  public var name: Field<String> = .absent
  /// Names in other languages.
  public var names: [LocalName] = []
  /// The ids that it had before: `diff` takes it for the same organization.
  public var formerly: Field<[String]> = .absent
  /// Other spellings.
  public var aliases: Field<[String]> = .absent
  /// The organization that it is a unit of.
  public var parent: Field<String> = .absent
  /// The sector's code.
  public var sector: Field<Code> = .absent
  /// `national`, `provincial`, `district`, …
  public var tier: Field<Code> = .absent
  /// The area in which it stands; never decides eligibility.
  public var locatedIn: Field<String> = .absent
  /// Whom it serves.
  public var scope: ScopeEntry = ScopeEntry()
  /// Whether people arrive here first, and which.
  public var entryPoint: Field<EntryPointEntry> = .absent
  /// Whether the organization and its units pass people on to each other.
  public var unitsRefer: Field<Answer> = .absent
  /// When it answered, or `no`: it was asked and stayed silent.
  public var answered: Field<ResponseEntry> = .absent
  /// Status and dates.
  public var validity: ValidityEntry = ValidityEntry()
  /// People who arrive a month.
  public var caseload: [CaseloadEntry] = []
  /// Languages spoken there.
  public var languages: Field<[String]> = .absent
  /// Its services.
  public var services: [ServiceEntry] = []
  /// When the record was last checked.
  public var assuredDate: Field<CalendarDate> = .absent
  /// How it is redacted.
  public var redact: Field<Code> = .absent
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
