import LiaisonGaps
import LiaisonModel
import LiaisonTestSupport
import Testing

@Suite("Who is there, by every completion of what is not known")
struct PresenceBruteForceTests {
  enum Grade { case absent, remote, token, present }

  /// What an expectation asks.
  struct Asked {
    var id: String
    var sectors: [Code]
    var level: String
    var families: [String]
    var byOffice: Bool

    var text: String {
      "- {id: \(id), kind: presence, sectors: [\(sectors.map(\.text).joined(separator: ", "))], "
        + "level: \(level), "
        + (families.isEmpty ? "" : "families: [\(families.joined(separator: ", "))], ")
        + (byOffice ? "by: office, " : "") + "severity: warning, citation: ours}"
    }
  }

  static let asked = [
    Asked(id: "a", sectors: ["gov", "ngo"], level: "district", families: [], byOffice: true),
    Asked(
      id: "b", sectors: ["gov.health", "ngo"], level: "district", families: ["cooperation"],
      byOffice: false),
    Asked(id: "c", sectors: ["gov"], level: "province", families: ["resource"], byOffice: true),
  ]

  /// Whether an area lies in another, or is it.
  static func lies(_ area: String, in other: String) -> Bool { area == other || other == "land" }

  /// The grade of SEMANTICS §7 in a network of which everything is known but where those are located of
  /// whom nothing says it: in every area that they serve, or in none.
  static func grade(
    _ world: PlainNetwork, _ sector: Code, _ area: String, _ families: [String], isEverywhere: Bool
  ) -> Grade {
    func listed(_ place: Int) -> [String] {
      (world.places[place].scope.areas.value?.terms ?? []).filter { $0.answer == .yes }
        .map(\.code.text)
    }
    func serves(_ place: Int) -> Bool {
      world.admits(world.places[place].scope.areas, area: area) ?? true
        || listed(place).contains { $0 != "any" && lies($0, in: area) }
    }
    let serving = world.places.indices.filter { place in
      let own = world.places[place]
      return own.isInForce && own.sector.map { sector.covers($0) } ?? false && serves(place)
    }
    if serving.isEmpty { return .absent }
    let kinds = Set(families.flatMap(PlainNetwork.families(ofLayer:)))
    let takesPart = world.links.contains { link in
      let ends = [link.from, link.to].compactMap { $0?.place }
      return link.isInForce && ends.allSatisfy { world.places[$0].isInForce }
        && PlainNetwork.family(ofKind: link.kind).map(kinds.contains) ?? false
        && ends.contains { serving.contains($0) }
    }
    if !families.isEmpty, !takesPart { return .token }
    func stands(_ place: Int) -> Bool {
      let located = world.document.organizations[place].locatedIn.value
      return located.map { lies($0, in: area) } ?? (isEverywhere && serves(place))
        || listed(place).contains { $0 != "any" && lies($0, in: area) }
        || world.document.sites.contains { site in
          let own = world.places[place]
          let of = (site.of.value ?? "").split(separator: "/").map(String.init)
          return of.first == own.id && lies(site.locatedIn.value ?? "", in: area)
            && (of.count == 1 || own.services.contains { $0.id == of[1] && $0.isInForce })
        }
        || world.places.indices.contains {
          world.places[$0].parent == place && world.places[$0].isInForce && stands($0)
        }
    }
    return serving.contains(where: stands) ? .present : .remote
  }

  /// A few sites of organizations and services, in either district.
  static func addSites(_ document: inout NetworkDocument, _ seed: Int) {
    var random = SeededRandom(seed: UInt64(seed) &+ 12_000)
    for (index, place) in document.organizations.enumerated() where random.chance(0.2) {
      var site = SiteEntry()
      site.id = .of("site\(index)")
      let id = place.id.value ?? ""
      let service = place.services.last?.id.value
      site.of = .of(service.map { "\(id)/\($0)" } ?? id)
      site.locatedIn = .of(TownNetwork.areas[random.below(2)])
      document.sites.append(site)
    }
  }

  @Test("A finding is what every completion says, a doubt is a question", arguments: 0..<4)
  func presence(_ block: Int) throws {
    let standard = try Written.standard(Self.asked.map(\.text).joined(separator: "\n"))
    var met: [Grade: Int] = [:]
    var tried = 0
    for seed in (block * 80)..<(block * 80 + 80) {
      var town = TownNetwork(seed: UInt64(seed) &+ 11_000)
      Self.addSites(&town.document, seed)
      let completion = Completion(town.document)
      guard completion.count <= 4 else { continue }
      tried += 1
      let worlds = completion.all
      let report = try town.report(standard)
      for asked in Self.asked {
        var told = Told.by("ours/\(asked.id)", in: report)
        var figure = Figure()
        for sector in asked.sectors {
          for area in asked.level == "province" ? ["land"] : TownNetwork.areas {
            let grades = worlds.flatMap { world in
              [true, false].map {
                Self.grade(world, sector, area, asked.families, isEverywhere: $0)
              }
            }
            let fine: [Grade] = asked.byOffice ? [.present] : [.present, .remote]
            let key = [sector.text, area]
            let lists = worlds[0].lists(["organizations"])
            let listsTies = asked.families.allSatisfy { worlds[0].lists(layer: $0) }
            figure.total += 1
            if grades.allSatisfy(fine.contains) { figure.count += 1 }
            var isOpen = grades.contains(where: fine.contains)
            var expected: [[String]: Told] = [:]
            switch (Set(grades).count, grades[0]) {
            case (1, .absent):
              expected[key] = lists ? .finding(1) : .question()
              isOpen = !lists
            case (1, .remote):
              expected[key + ["remote"]] = lists ? .finding(1) : .question()
              isOpen = !asked.byOffice || !lists
            case (1, .token):
              expected[key + ["token"]] = lists && listsTies ? .finding(1) : .question()
              isOpen = !(lists && listsTies)
            case (1, .present): break
            default:
              if grades.contains(.absent) { expected[key] = .question() }
              if Set(grades) == [.remote, .present], asked.byOffice {
                expected[key + ["remote"]] = .question()
              }
              isOpen = true
            }
            if isOpen { figure.upper += 1 }
            for grade in Set(grades) { met[grade, default: 0] += 1 }
            for tail in [[], ["remote"], ["token"]] {
              let own = told.removeValue(forKey: key + tail)
              // Where it is open who takes part, nothing need be asked, and nothing may be found.
              if Set(grades).count > 1, expected[key + tail] == nil, own?.isFinding != true {
                continue
              }
              #expect(
                own == expected[key + tail], "seed \(seed), \(asked.id), \(key + tail): \(grades)")
            }
          }
        }
        #expect(told.isEmpty, "seed \(seed)")
        #expect(
          Figure("presence/\(asked.id)", in: report) == figure, "seed \(seed), \(asked.id)")
      }
    }
    #expect(tried >= 50)
    #expect(met.count == 4, "\(met)")
  }
}
