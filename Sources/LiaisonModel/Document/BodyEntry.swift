/// A committee or task force: membership is a relation to it.
public struct BodyEntry: Sendable, Equatable {
  /// The id.
  public var id: Field<String> = .absent
  /// The name.
  public var name: Field<String> = .absent
  /// Names in other languages.
  public var names: [LocalName] = []
  /// `national`, `provincial`, `district`, …
  public var tier: Field<Code> = .absent
  /// The areas it sits for.
  public var areas: Field<[String]> = .absent
  /// The body above it.
  public var parent: Field<String> = .absent
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
