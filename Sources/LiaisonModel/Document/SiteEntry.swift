/// A place where a service is delivered: the first thing to be redacted.
public struct SiteEntry: Sendable, Equatable {
  /// The id.
  public var id: Field<String> = .absent
  /// `organization/service`, or an organization.
  public var of: Field<String> = .absent
  /// The name.
  public var name: Field<String> = .absent
  /// Names in other languages.
  public var names: [LocalName] = []
  /// The area in which it stands.
  public var locatedIn: Field<String> = .absent
  /// Degrees north.
  public var latitude: Field<Double> = .absent
  /// Degrees east.
  public var longitude: Field<Double> = .absent
  /// A street address.
  public var address: Field<String> = .absent
  /// A telephone number.
  public var phone: Field<String> = .absent
  /// Whom to contact, by role.
  public var contact: Field<String> = .absent
  /// `none`, `coarsen_area`, `mask_label` or `drop`.
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
