extension FieldCodec where Value: SchemaEntry {
  /// A map with keys of its own.
  static func part(_ expects: String) -> FieldCodec {
    FieldCodec(
      expects: expects,
      form: .structure(Value.schema.cellForms, orScalar: false)
    ) { node, decoder in
      guard let members = node.members else { return .refused(nil) }
      return .value(Value.schema.decode(members, place: node.place, &decoder))
    } write: {
      Value.schema.node($0)
    }
  }
}

extension Schema {
  /// The forms of the keys, for columns.
  var cellForms: [String: CellForm] {
    var forms: [String: CellForm] = [:]
    for field in fields where !field.isLocalized { forms[field.key] = field.form }
    return forms
  }
}

extension BoundaryEntry: SchemaEntry {
  /// Keys of `boundary`.
  public static let schema = Schema<BoundaryEntry>(
    "boundary",
    fields: [
      .field("rule", \.rule, .text, "the rule by which members were found, in words"),
      .field(
        "complete", \.complete, .codes,
        "what is listed completely: organizations, services, referral, …; not written: everything"),
    ])
}

extension HeaderLabelsEntry: SchemaEntry {
  /// Keys of `labels` in the header.
  public static let schema = Schema<HeaderLabelsEntry>(
    "labels",
    fields: [
      .field("title", \.title, .trafficLight, "the label of the title"),
      .field("source", \.source, .trafficLight, "the label of the source"),
      .field("boundary", \.boundary, .trafficLight, "the label of the boundary"),
    ])
}

extension EntryPointEntry: SchemaEntry {
  /// Keys of `entry_point` written as a scope.
  public static let schema = Schema<EntryPointEntry>(
    "entry point", fields: .scope(\.scope.areas, \.scope.groups, \.scope.cases))
}

extension FieldCodec where Value == EntryPointEntry {
  /// `true`, `false`, or a scope.
  static let entryPoint = FieldCodec(
    expects: "`true`, `false`, or a scope such as {groups: [adult]} (in a table, the column "
      + "`entry_point.groups`)",
    form: .structure(EntryPointEntry.schema.cellForms, orScalar: true)
  ) { node, decoder in
    if let members = node.members {
      return .value(EntryPointEntry.schema.decode(members, place: node.place, &decoder))
    }
    guard let text = node.scalar, let answer = Answer(code: text), answer != .unknown else {
      return .refused(nil)
    }
    var entry = EntryPointEntry()
    entry.always = .value(answer == .yes, node.place)
    entry.origin = Origin(node.place)
    return .value(entry)
  } write: { entry in
    if case .value(let always, _) = entry.always { return .text(always ? "true" : "false") }
    return EntryPointEntry.schema.node(entry)
  }
}

extension CapacityEntry: SchemaEntry {
  /// Keys of `capacity`.
  public static let schema = Schema<CapacityEntry>(
    "capacity",
    fields: [
      .field("unit", \.unit, .code, "`beds` or `people_per_month`"),
      .field("maximum", \.maximum, .amount, "the most that it takes"),
      .field("mean_stay_days", \.meanStayDays, .amount, "mean stay in days, for beds"),
      .field("available", \.available, .amount, tlp: .amber, "free now; shown, never used"),
      .field("updated", \.updated, .date, "when that was said"),
    ])
}

extension CaseloadEntry: SchemaEntry {
  /// Keys of one entry of `caseload`.
  public static let schema = Schema<CaseloadEntry>(
    "caseload",
    fields: .scope(\.scope.areas, \.scope.groups, \.scope.cases) + [
      .field("per_month", \.perMonth, .amount, tlp: .amber, "people who arrive a month")
    ],
    label: { _ in nil })
}
