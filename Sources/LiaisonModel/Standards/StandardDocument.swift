/// A standard as its file says it, nothing judged yet; lint works here.
public struct StandardDocument: SchemaEntry, Equatable {
  /// `liaison_standard`.
  public var version: Field<Int> = .absent
  /// The id.
  public var id: Field<String> = .absent
  /// The title.
  public var title: Field<String> = .absent
  /// The title in other languages.
  public var titles: [LocalName] = []
  /// The guidance it puts into expectations.
  public var source: Field<String> = .absent
  /// A remark.
  public var note: Field<String> = .absent
  /// The standard that it builds on: a shipped one's id, or the path of a file beside it.
  public var extends: Field<String> = .absent
  /// The service types it asks for.
  public var services: Field<[Code]> = .absent
  /// What it changes of inherited expectations.
  public var overrides: [ExpectationEntry] = []
  /// Which inherited expectations it leaves out, and why.
  public var drops: [DropEntry] = []
  /// What it expects by itself.
  public var expectations: [ExpectationEntry] = []
  /// Keys we lack.
  public var unknown: [UnknownMember] = []
  /// Where it stands.
  public var origin = Origin()

  /// An empty document.
  public init() {}

  /// Keys of a standard.
  public static let schema = Schema<StandardDocument>(
    "standard",
    fields: [
      .field("liaison_standard", \.version, .whole(1...1, "the version, 1"), "the version, 1"),
      .field("id", \.id, .id, "the id"),
      .field("title", \.title, .text, "the title"),
      .names("title_", \.titles, "the title in another language"),
      .field("source", \.source, .text, "the guidance it puts into expectations"),
      .field("note", \.note, .text, "a remark"),
      .field(
        "extends", \.extends, .text,
        "the standard it builds on: a shipped one's id, or a file beside it"),
      .field("services", \.services, .codes, "the service types it asks for"),
      .entries("override", \.overrides, "what it changes of inherited expectations, by id"),
      .entries("drop", \.drops, "which inherited expectations it leaves out, and why"),
      .entries("expectations", \.expectations, "what it expects by itself"),
    ],
    label: { $0.id.value })
}

/// An expectation as its file says it; under `override`, only what differs from the inherited one.
public struct ExpectationEntry: SchemaEntry, Equatable {
  /// The id.
  public var id: Field<String> = .absent
  /// The kind.
  public var kind: Field<Code> = .absent
  /// The severity, as written.
  public var severity: Field<Code> = .absent
  /// The sentence of a finding.
  public var sentence: Field<String> = .absent
  /// What it rests on.
  public var citation: Field<String> = .absent
  /// The other keys, which its kind decodes.
  public var parameters: [SourceNode.Member] = []
  /// None: other keys are parameters.
  public var unknown: [UnknownMember] = []
  /// Where it stands.
  public var origin = Origin()

  /// An empty entry.
  public init() {}

  /// Keys of an expectation.
  public static let schema = Schema<ExpectationEntry>(
    "expectation",
    fields: [
      .field("id", \.id, .id, "the id, unique in the standard"),
      .field("kind", \.kind, .code, "presence, coverage, pathway, redundancy, feedback, …"),
      .field("severity", \.severity, .code, "error, warning or info"),
      .field("sentence", \.sentence, .text, "the sentence of a finding"),
      .field("citation", \.citation, .text, "what it rests on"),
    ],
    label: { $0.id.value }, others: \ExpectationEntry.parameters)
}

/// An inherited expectation that is left out.
public struct DropEntry: SchemaEntry, Equatable {
  /// The inherited expectation's id.
  public var id: Field<String> = .absent
  /// Why it is not asked here.
  public var reason: Field<String> = .absent
  /// Keys we lack.
  public var unknown: [UnknownMember] = []
  /// Where it stands.
  public var origin = Origin()

  /// An empty entry.
  public init() {}

  /// Keys of an expectation that is dropped.
  public static let schema = Schema<DropEntry>(
    "dropped expectation",
    fields: [
      .field("id", \.id, .id, "the id of the inherited expectation"),
      .field("reason", \.reason, .text, "why it is not asked here"),
    ],
    label: { $0.id.value })
}
