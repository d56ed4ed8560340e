public import LiaisonCatalog
public import LiaisonModel

/// `coverage`: for every area and group somebody provides the services asked for.
public struct CoverageKind: ExpectationKind {
  /// Creates the kind.
  public init() {}

  /// Its page.
  public var page: CatalogPage {
    CatalogPage(
      id: "coverage",
      summary: "For every area and group, enough organizations provide the services asked for.",
      meaning: """
        Counts, for each service, area, group and case, the organizations whose service admits it \
        and is in force. None is a hole; fewer than `min` is thin. It says nothing of whether people \
        get there: that is `pathway`.
        """,
      doNotUseWhen: """
        services are not recorded with whom they admit: an unstated scope is taken from `assume`, \
        else it is a question.
        """,
      reference: """
        OCHA, Who does What Where (3W/4W): gaps and duplications; R. Church and C. ReVelle, The \
        maximal covering location problem, Papers of the Regional Science Association 32 (1974) \
        101–118, doi:10.1007/BF01942293
        """,
      examples: [
        CatalogPage.Example(
          "As a standard writes it",
          text: """
            - id: coverage-support
              kind: coverage
              services: [shelter.emergency]
              min: 1
              severity: error
              citation: our own plan, 2025
            """)
      ])
  }

  /// Without that nothing can be said.
  public var needs: String { "an area that it asks about is declared under `areas:`" }

  /// Reads `services`, `areas`, `groups`, `cases`, `min` and `languages`.
  public func read(
    _ expectation: Expectation, of standard: Standard
  ) throws(GapError) -> any JudgedExpectation {
    var reader = ExpectationReader(expectation, of: standard)
    let selection = try NeedSelection(&reader)
    let minimum = try reader.number("min") ?? 1
    guard let minimum = Int(exactly: minimum), minimum >= 1 else {
      throw reader.error("`min` must be a whole number from 1.")
    }
    let languages = try reader.texts("languages") ?? []
    let tags = languages.compactMap { LanguageTag($0) }
    guard tags.count == languages.count else {
      throw reader.error("`languages` holds language tags such as `ur` or `pa-Arab`.")
    }
    try reader.finish(sentenceOf: ["service", "services", "group", "groups", "area", "areas"])
    return CoverageExpectation(
      expectation: expectation, selection: selection, minimum: minimum, languages: tags)
  }
}

struct CoverageExpectation: JudgedExpectation {
  var expectation: Expectation
  var selection: NeedSelection
  var minimum: Int
  var languages: [LanguageTag]

  var order: CauseOrder { .provider }
  var question: GapReport.Question { .unreachable }
  var services: [Code] { selection.services }

  private struct Thin: Hashable {
    var group: Int
    var providers: [Int]
  }

  func judge(_ judgement: inout Judgement) throws(GapError) {
    let table = judgement.table
    guard let asked = judgement.asked(selection, by: expectation) else { return }
    judgement.pathways.askMeeting(asked, expectation, table.needs)
    judgement.coverageAsked.append((expectation.id, asked))
    let findings = CoverageFindings(judgement, expectation, asked)
    var figure = ScorecardLine(
      id: "coverage/\(expectation.id)", label: "needs with a provider", count: 0, total: 0,
      upper: 0)
    figure.about = judgement.words(forServices: selection.services)
    let people = populations(asked.areas, table)
    for service in asked.services {
      var holes: [Int: [PathwayTable.Cell]] = [:]
      var thin: [Thin: [PathwayTable.Cell]] = [:]
      for area in asked.areas {
        for profile in asked.profiles {
          guard table.isApplicable(area: area, profile: profile) else { continue }
          let providers = table.providers(service: service, area: area, profile: profile)
          let certain = providers.filter { $0.answer == .yes }.count
          figure.total += 1
          if certain >= minimum { figure.count += 1 }
          if let people {
            figure.population.total += people[area] ?? 0
            if certain >= minimum { figure.population.covered += people[area] ?? 0 }
          }
          if providers.count >= minimum || !findings.isComplete { figure.upper += 1 }
          let group = profile / table.needs.caseClasses.count
          if providers.isEmpty {
            holes[group, default: []] += table.applicable(
              service: service, area: area, profile: profile)
          } else if providers.count < minimum {
            let key = Thin(group: group, providers: providers.map(\.organization))
            thin[key, default: []] += table.applicable(
              service: service, area: area, profile: profile)
          } else if certain < minimum {
            judgement.doubts.addProviders(
              service: service, area: area, profile: profile, table, expectation)
          }
        }
      }
      for group in holes.keys.sorted() {
        judgement.explain(holes[group] ?? [])
        judgement.add(
          findings.hole(service: service, group: group, holes[group] ?? []), to: .unreachable)
      }
      let keys = thin.keys.sorted { left, right in
        left.group != right.group
          ? left.group < right.group : left.providers.lexicographicallyPrecedes(right.providers)
      }
      for key in keys {
        judgement.add(
          findings.thin(
            service: service, group: key.group, thin[key] ?? [], providers: key.providers,
            minimum: minimum), to: .unreachable)
      }
    }
    judgement.add(figure)
    if !languages.isEmpty {
      CoverageLanguages(expectation: expectation, languages: languages, asked: asked)
        .judge(&judgement)
    }
  }

  /// The people of each area asked about; nil unless every one states them.
  private func populations(_ areas: [Int], _ table: PathwayTable) -> [Int: Int]? {
    var people: [Int: Int] = [:]
    for area in areas {
      guard let count = table.network.areas[table.needs.areas[area]].population else { return nil }
      people[area] = count
    }
    return people
  }
}

extension PathwayTable {
  /// Whether needs of an area and profile arise at some entry point; at once where there is none.
  func isApplicable(area: Int, profile: Int) -> Bool {
    entries.isEmpty
      || arcs.entries.contains { arcs.answer($0.mask, area: area, profile: profile) != .no }
  }

  /// The rows of a need at the entry points to which it applies; where there is no entry point at
  /// all, one row that stands for the need.
  func applicable(service: Int, area: Int, profile: Int) -> [Cell] {
    if entries.isEmpty { return [Cell(entry: 0, service: service, area: area, profile: profile)] }
    return entries.indices.compactMap { entry in
      let cell = Cell(entry: entry, service: service, area: area, profile: profile)
      return statuses.status(of: cell) == .notApplicable ? nil : cell
    }
  }

  /// The organizations that provide or may provide what a need asks for, by id, with their best
  /// answer.
  func providers(
    service: Int, area: Int, profile: Int
  ) -> [(organization: Int, answer: Answer)] {
    var found: [(organization: Int, answer: Answer)] = []
    for offer in offers.offers(service: service, area: area) {
      let answer = offer.answer & arcs.masks.answer(offer.profileMask, profile: profile)
      guard answer != .no else { continue }
      let owner = network.services[providers[service][offer.provider].service].organization
      if let last = found.indices.last, found[last].organization == owner {
        found[last].answer = max(found[last].answer, answer)
      } else {
        found.append((owner, answer))
      }
    }
    return found
  }
}
