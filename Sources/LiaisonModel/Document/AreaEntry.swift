/// An administrative area.
public struct AreaEntry: Sendable, Equatable {
  /// The id.
  public var id: Field<String> = .absent
  /// The name.
  public var name: Field<String> = .absent
  /// Names in other languages.
  public var names: [LocalName] = []
  /// `country`, `province`, `district`, …
  public var level: Field<Code> = .absent
  /// The id of the area around it.
  public var within: Field<String> = .absent
  /// People living there.
  public var population: Field<Int> = .absent
  /// P-code or ISO 3166-2.
  public var code: Field<String> = .absent
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
