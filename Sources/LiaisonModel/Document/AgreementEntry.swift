/// An agreement between organizations.
public struct AgreementEntry: Sendable, Equatable {
  /// The id.
  public var id: Field<String> = .absent
  /// `mou`, `sop`, `protocol`, `contract`, `law`, …
  public var type: Field<Code> = .absent
  /// The name.
  public var name: Field<String> = .absent
  /// Names in other languages.
  public var names: [LocalName] = []
  /// The organizations that signed.
  public var parties: Field<[String]> = .absent
  /// What it governs, where not said by relations.
  public var governs: Field<[String]> = .absent
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
