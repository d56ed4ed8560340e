extension AreaEntry: SchemaEntry {
  /// Keys of an area.
  public static let schema = Schema<AreaEntry>(
    "area",
    fields: [
      .field("id", \.id, .id, "the id"),
      .field("name", \.name, .text, "the name"),
      .names("name_", \.names, "the name in another language: name_ur"),
      .field("level", \.level, .code, "country, province, district, …"),
      .field("within", \.within, .reference, "the area around it"),
      .field(
        "population", \.population, .whole(0...20_000_000_000, "a whole number such as 410000"),
        "people living there"),
      .field("code", \.code, .text, "P-code or ISO 3166-2"),
    ] + .common(\.tlp, \.note),
    label: { $0.id.value })
}

extension OrganizationEntry: SchemaEntry {
  /// Keys of an organization.
  public static let schema = Schema<OrganizationEntry>(
    "organization",
    fields: [
      .field("id", \.id, .id, "the id"),
      .field("parent", \.parent, .reference, "the organization that it is a unit of"),
      .field("name", \.name, .text, "the name"),
      .names("name_", \.names, "the name in another language: name_ur"),
      .field("aliases", \.aliases, .texts, "other spellings"),
      .field("formerly", \.formerly, .references, "the ids that it had before"),
      .field("sector", \.sector, .code, "the sector: gov.labour_inspection"),
      .field("tier", \.tier, .code, "national, provincial, district, …"),
      .field("located_in", \.locatedIn, .reference, "where it stands; never decides eligibility"),
    ] + .scope(\.scope.areas, \.scope.groups, \.scope.cases) + [
      .field(
        "entry_point", \.entryPoint, .entryPoint,
        "whether people arrive here first: true, or which: {groups: [adult]}"),
      .field(
        "units_refer", \.unitsRefer, .answer,
        "whether it and its units pass people on to each other"),
      .field("answered", \.answered, .response, "when it answered, or `no`: it stayed silent"),
    ] + .validity(\.validity.status, \.validity.from, \.validity.until) + [
      .entries("caseload", \.caseload, "people who arrive a month, by scope"),
      .field("languages", \.languages, .texts, "languages spoken there"),
      .field("assured_date", \.assuredDate, .date, "when the record was last checked"),
      .field("redact", \.redact, .code, "none, coarsen_area, mask_label or drop"),
    ] + .common(\.tlp, \.note) + [
      .entries("services", \.services, "what it offers")
    ],
    label: { $0.id.value })
}

extension ServiceEntry: SchemaEntry {
  /// Keys of a service.
  public static let schema = Schema<ServiceEntry>(
    "service",
    fields: [
      .field(
        "organization", \.organization, .reference,
        "who offers it, where it does not stand inside the organization"),
      .field("id", \.id, .id, "the id, unique in its organization"),
      .field("type", \.type, .code, "the service type: shelter.emergency"),
      .field("name", \.name, .text, "the name"),
      .names("name_", \.names, "the name in another language: name_ur"),
    ] + .scope(\.scope.areas, \.scope.groups, \.scope.cases) + [
      .field(
        "capacity", \.capacity, .part("a map such as {unit: beds, maximum: 24}"),
        "how many it takes"),
      .field("languages", \.languages, .texts, "languages offered"),
    ] + .validity(\.validity.status, \.validity.from, \.validity.until)
      + .common(\.tlp, \.note),
    label: { $0.id.value })
}

extension SiteEntry: SchemaEntry {
  /// Keys of a site.
  public static let schema = Schema<SiteEntry>(
    "site",
    fields: [
      .field("id", \.id, .id, "the id"),
      .field("of", \.of, .reference, "organization/service, or an organization"),
      .field("name", \.name, .text, tlp: .amber, "the name"),
      .names("name_", \.names, "the name in another language: name_ur"),
      .field("located_in", \.locatedIn, .reference, tlp: .amber, "the area in which it stands"),
      .field(
        "latitude", \.latitude, .number(-90...90, "degrees from -90 to 90"), tlp: .red,
        "degrees north"),
      .field(
        "longitude", \.longitude, .number(-180...180, "degrees from -180 to 180"), tlp: .red,
        "degrees east"),
      .field("address", \.address, .text, tlp: .red, "a street address"),
      .field("phone", \.phone, .text, tlp: .red, "a telephone number"),
      .field("contact", \.contact, .text, tlp: .red, "whom to contact, by role"),
      .field("redact", \.redact, .code, "none, coarsen_area, mask_label or drop"),
    ] + .common(\.tlp, \.note),
    label: { $0.id.value })
}

extension BodyEntry: SchemaEntry {
  /// Keys of a body.
  public static let schema = Schema<BodyEntry>(
    "body",
    fields: [
      .field("id", \.id, .id, "the id"),
      .field("parent", \.parent, .reference, "the body above it"),
      .field("name", \.name, .text, "the name"),
      .names("name_", \.names, "the name in another language: name_ur"),
      .field("tier", \.tier, .code, "national, provincial, district, …"),
      .field("areas", \.areas, .references, "the areas it sits for"),
    ] + .validity(\.validity.status, \.validity.from, \.validity.until)
      + .common(\.tlp, \.note),
    label: { $0.id.value })
}

extension AgreementEntry: SchemaEntry {
  /// Keys of an agreement.
  public static let schema = Schema<AgreementEntry>(
    "agreement",
    fields: [
      .field("id", \.id, .id, "the id"),
      .field("type", \.type, .code, "mou, sop, protocol, contract, law, …"),
      .field("name", \.name, .text, "the name"),
      .names("name_", \.names, "the name in another language: name_ur"),
      .field("parties", \.parties, .references, "the organizations that signed"),
      .field("governs", \.governs, .texts, "what it governs, where relations do not say so"),
    ] + .validity(\.validity.status, \.validity.from, \.validity.until)
      + .common(\.tlp, \.note),
    label: { $0.id.value })
}

extension ActivityEntry: SchemaEntry {
  /// Keys of an activity.
  public static let schema = Schema<ActivityEntry>(
    "activity",
    fields: [
      .field("id", \.id, .id, "the id"),
      .field("title", \.title, .text, "the title"),
      .names("title_", \.titles, "the title in another language: title_ur"),
      .field("pillar", \.pillar, .code, "its pillar"),
      .field("leads", \.leads, .references, "who leads"),
      .field("supports", \.supports, .references, "who supports"),
      .field("depends_on", \.dependsOn, .references, "activities that must come first"),
      .field("due", \.due, .date, "when it is due"),
      .field("status", \.status, .code, "planned, ongoing, delayed, done, cancelled"),
    ] + .common(\.tlp, \.note),
    label: { $0.id.value })
}

extension AcceptedEntry: SchemaEntry {
  /// Keys of a known gap.
  public static let schema = Schema<AcceptedEntry>(
    "accepted gap",
    fields: [
      .field("finding", \.finding, .text, "the finding's id"),
      .field("reason", \.reason, .text, "why it is accepted"),
      .field("by_role", \.byRole, .text, "by which role"),
      .field("until", \.until, .date, "until when"),
    ],
    label: { $0.finding.value })
}

extension ReleaseEntry: SchemaEntry {
  /// Keys of a release.
  public static let schema = Schema<ReleaseEntry>(
    "release",
    fields: [
      .field("finding", \.finding, .text, "the finding's id"),
      .field("tlp", \.tlp, .trafficLight, "the audience"),
      .field("sentence", \.sentence, .text, "the words"),
      .field("by_role", \.byRole, .text, "by which role"),
      .field("date", \.date, .date, "when"),
    ],
    label: { $0.finding.value })
}
