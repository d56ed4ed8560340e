public import LiaisonCatalog
public import LiaisonModel

/// PRT001: where people are protected, told to everybody who reads the file.
public struct ExposedSite: DocumentRule {
  /// Creates the rule.
  public init() {}

  /// An error.
  public var severity: Severity { .error }

  /// What an entry says is judged wherever it stands.
  public var judgesEntriesAlone: Bool { true }

  /// Its page.
  public var page: CatalogPage {
    CatalogPage(
      id: "PRT001",
      summary: "A site that is to be redacted carries coordinates or a street address.",
      meaning: """
        Where a shelter stands is for those alone who must know it. A site's place belongs in the file only \
        if the site is public by its own decision and says so with `redact: none`; otherwise the district \
        (`located_in`) is enough for every plan, and the address stays with whoever runs it. A site that \
        says nothing is taken for one to be redacted.
        """,
      reference:
        "OCHA Data Responsibility Guidelines, 2021; Open Referral HSDS, issue 166; 34 USC 12291(b)(2)",
      examples: [
        .init(
          "A shelter on the map",
          text: """
            liaison: 1
            organizations:
              - {id: dar, name: Women's Shelter, services: [{id: beds, type: shelter.emergency}]}
            sites:
              - {id: dar-site, of: dar/beds, redact: drop, latitude: 25.10, longitude: 62.30}
            """,
          outcome:
            "The site “dar-site” is to be redacted, but carries coordinates. Take them out: `located_in` is enough."
        ),
        .init(
          "A public office",
          text: """
            liaison: 1
            organizations: [{id: court, name: District Court}]
            sites:
              - {id: court-house, of: court, redact: none, address: 1 Court Road}
            """),
        .init(
          "Only the district",
          text: """
            liaison: 1
            areas: [{id: north, name: North District}]
            organizations:
              - {id: dar, name: Women's Shelter, services: [{id: beds, type: shelter.emergency}]}
            sites:
              - {id: dar-site, of: dar/beds, redact: drop, located_in: north}
            """),
      ])
  }

  /// Keys that nobody's format has in common but that hold a place all the same.
  private static let keys: Set<String> = [
    "latitude", "longitude", "lat", "lon", "lng", "long", "coordinates", "coords", "gps", "geo",
    "address", "street", "street_address", "location_url", "map", "maps_url", "plus_code",
    "what3words",
  ]

  /// One finding for each such site.
  public func findings(in context: LintContext) -> [Finding] {
    var findings: [Finding] = []
    for site in context.document.sites {
      if site.redact.value == "none" { continue }
      var parts: [(String, Place)] = []
      if let place = [site.latitude.place, site.longitude.place].compactMap(\.self).first {
        parts.append(("coordinates", place))
      }
      if let place = site.address.place { parts.append(("a street address", place)) }
      for member in site.unknown where Self.keys.contains(member.key.lowercased()) {
        parts.append(("its place", member.origin.place))
      }
      guard let first = parts.first else { continue }
      var words: [String] = []
      for part in parts where !words.contains(part.0) { words.append(part.0) }
      let id = site.id.value ?? ""
      let says =
        site.redact.isAbsent
        ? "does not say `redact: none`, so it is to be redacted," : "is to be redacted,"
      findings.append(
        Finding(
          rule: "PRT001", severity: severity, key: ["sites", id], place: first.1,
          related: parts.dropFirst().map { .init($0.1, $0.0) },
          subjects: .elements([site.of.value].compactMap(\.self)),
          sentence: "The site \(context.quoted(id)) \(says) but carries "
            + "\(words.joined(separator: " and ")). Take \(words == ["a street address"] || words == ["its place"] ? "it" : "them") out: "
            + "`located_in` is enough.", tlp: .red))
    }
    return findings
  }
}
