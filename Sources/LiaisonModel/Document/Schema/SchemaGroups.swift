/// A key path that may cross threads.
public typealias EntryPath<Entry, Value> = any WritableKeyPath<Entry, Value> & Sendable

extension Array {
  /// `areas`, `groups`, `cases`: whom a thing is for.
  static func scope<Entry: SchemaEntry>(
    _ areas: EntryPath<Entry, Field<ScopeList>>, _ groups: EntryPath<Entry, Field<ScopeList>>,
    _ cases: EntryPath<Entry, Field<ScopeList>>
  ) -> [SchemaField<Entry>] where Element == SchemaField<Entry> {
    [
      .field("areas", areas, .scope, "catchment: where the people are found whom it serves"),
      .field("groups", groups, .scope, "the groups of people: adult.female, child.male, …"),
      .field("cases", cases, .scope, "the forms of exploitation: labour, sexual, …"),
    ]
  }

  /// `status`, `valid_from`, `valid_until`.
  static func validity<Entry: SchemaEntry>(
    _ status: EntryPath<Entry, Field<Code>>, _ from: EntryPath<Entry, Field<CalendarDate>>,
    _ until: EntryPath<Entry, Field<CalendarDate>>
  ) -> [SchemaField<Entry>] where Element == SchemaField<Entry> {
    [
      .field("status", status, .code, "active, planned, suspended, ended, dormant, …"),
      .field("valid_from", from, .date, "the first day"),
      .field("valid_until", until, .date, "the last day"),
    ]
  }

  /// `tlp`, `note`: what every entry may carry.
  static func common<Entry: SchemaEntry>(
    _ tlp: EntryPath<Entry, Field<TrafficLight>>, _ note: EntryPath<Entry, Field<String>>
  ) -> [SchemaField<Entry>] where Element == SchemaField<Entry> {
    [
      .field("tlp", tlp, .trafficLight, "with whom it may be shared"),
      .field("note", note, .text, tlp: .amber, "a remark"),
    ]
  }
}
