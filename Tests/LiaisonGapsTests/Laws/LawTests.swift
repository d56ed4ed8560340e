import LiaisonGaps
import LiaisonGraph
import LiaisonModel
import LiaisonTestSupport
import Testing

@Suite("The laws of SEMANTICS §9, on thousands of made-up networks")
struct LawTests {
  /// A row: an entry point, and a need with a single case, by ids, so that two networks compare.
  struct Row: Hashable {
    var entry: String
    var service: Code
    var area: String
    var group: Code
    var caseCode: Code
  }

  /// From worst to best.
  static func rank(_ status: PathwayStatus) -> Int {
    switch status {
    case .notApplicable: -1
    case .noProvider: 0
    case .missing: 1
    case .unclear: 2
    case .assumed: 3
    case .reached: 4
    }
  }

  /// The status of each entry point and need.
  static func statuses(_ network: StakeholderNetwork) -> [Row: PathwayStatus] {
    let table = PathwayTable(network, services: RandomNetwork.services, on: Written.date)
    var found: [Row: PathwayStatus] = [:]
    for (entry, organization) in table.entries.enumerated() {
      for service in table.needs.services.indices {
        for area in table.needs.areas.indices {
          for profile in 0..<table.needs.profileCount {
            let cell = PathwayTable.Cell(
              entry: entry, service: service, area: area, profile: profile)
            let status = table.status(of: cell)
            let need = table.need(of: cell)
            for code in table.needs.caseClasses[table.needs.caseClass(ofProfile: profile)] {
              let row = Row(
                entry: network.organizations[organization].id, service: need.service,
                area: network.areas[need.area].id, group: need.group, caseCode: code)
              found[row] = status
            }
          }
        }
      }
    }
    return found
  }

  /// Twenty-five seeds of a law, each law with its own: a law's networks are no other's.
  static func seeds(_ block: Int, of law: UInt64) -> [UInt64] {
    (0..<25).map { law &* 1_000_000 &+ UInt64(block * 25 + $0) }
  }

  /// Checks that no row's status goes the wrong way between two networks, both of which resolve.
  func compare(
    _ seed: UInt64, _ before: NetworkDocument, _ after: NetworkDocument,
    _ holds: (Int, Int) -> Bool
  ) throws {
    let old = try NetworkResolver.resolve(before, vocabulary: RandomNetwork.vocabulary)
    let new = try NetworkResolver.resolve(after, vocabulary: RandomNetwork.vocabulary)
    let statuses = Self.statuses(new)
    for (row, status) in Self.statuses(old) {
      guard let other = statuses[row] else { continue }
      #expect(holds(Self.rank(status), Self.rank(other)), "seed \(seed): \(row)")
    }
  }

  @Test("Adding a relation never worsens a row", arguments: 0..<24)
  func addRelation(_ block: Int) throws {
    for seed in Self.seeds(block, of: 1) {
      let big = RandomNetwork(seed: seed, relations: 8).document
      var small = big
      small.relations.remove(at: Int(seed % 8))
      try compare(seed, small, big) { $0 <= $1 }
    }
  }

  @Test("Removing an organization that is no entry point never improves a row", arguments: 0..<20)
  func removeOrganization(_ block: Int) throws {
    var tried = 0
    for seed in Self.seeds(block, of: 2) {
      let before = RandomNetwork(seed: seed, organizations: 6).document
      var random = SeededRandom(seed: seed)
      let ids = before.organizations.filter { place in
        place.entryPoint.isAbsent
          && !before.organizations.contains { $0.parent.value == place.id.value }
      }.compactMap(\.id.value)
      guard let id = ids.randomElement(using: &random) else { continue }
      tried += 1
      var after = before
      after.organizations.removeAll { $0.id.value == id }
      after.relations.removeAll { relation in
        [relation.from.value, relation.to.value].contains {
          $0?.split(separator: "/").first.map(String.init) == id
        }
      }
      try compare(seed, before, after) { $0 >= $1 }
    }
    #expect(tried >= 24)
  }

  @Test("Unknown turned yes never worsens, unknown turned no never improves", arguments: 0..<20)
  func unknowns(_ block: Int) throws {
    var open = 0
    for seed in Self.seeds(block, of: 3) {
      // Marks of scopes, what is dormant, evidence that does not know, units of which nothing is said.
      let before = RandomNetwork(seed: seed, unknowns: 0.4).document
      let completion = Completion(before, keepsEntries: true)
      open += completion.count
      try compare(seed, before, completion.settled(true)) { $0 <= $1 }
      try compare(seed, before, completion.settled(false)) { $0 >= $1 }
    }
    #expect(open >= 100)
  }

  @Test("A key that is not stated never makes a missing pathway", arguments: 0..<20)
  func unstated(_ block: Int) throws {
    var tried = 0
    for seed in Self.seeds(block, of: 4) {
      var made = RandomNetwork(seed: seed).document
      // What the header assumes could say no; here it assumes nothing.
      made.header.assume = ScopeEntry()
      var random = SeededRandom(seed: seed)
      for key in [\ScopeEntry.areas, \.groups, \.cases] {
        var after = made
        let relation = random.below(made.relations.count)
        after.relations[relation].scope[keyPath: key] = .absent
        // What is taken from above is stated all the same: only the organizations at the top, their
        // services and their entry points can state nothing.
        let tops = made.organizations.indices.filter { made.organizations[$0].parent.isAbsent }
        let place = tops[random.below(tops.count)]
        after.organizations[place].scope[keyPath: key] = .absent
        for service in after.organizations[place].services.indices where random.chance(0.5) {
          after.organizations[place].services[service].scope[keyPath: key] = .absent
        }
        if var point = after.organizations[place].entryPoint.value {
          point.scope[keyPath: key] = .absent
          after.organizations[place].entryPoint = .of(point)
        }
        if after != made { tried += 1 }
        try compare(seed, made, after) { before, after in after != 1 || before <= 1 }
      }
    }
    #expect(tried >= 50)
  }

  @Test("Renaming ids changes names only", arguments: 0..<12)
  func renaming(_ block: Int) throws {
    for seed in Self.seeds(block, of: 5) {
      let before = RandomNetwork(seed: seed).document
      func backwards(_ id: String) -> String { "x\(9 - (Int(id.dropFirst()) ?? 0))" }
      let after = Self.renamed(before, backwards)
      let old = try NetworkResolver.resolve(before, vocabulary: RandomNetwork.vocabulary)
      let new = Self.statuses(
        try NetworkResolver.resolve(after, vocabulary: RandomNetwork.vocabulary))
      for (row, status) in Self.statuses(old) {
        var other = row
        other.entry = backwards(row.entry)
        #expect(new[other] == status, "seed \(seed): \(row)")
      }
    }
  }

  /// Ids decide between equals, so that what is told is compared under names of the same order.
  @Test("Renaming ids changes names only in findings, questions and figures", arguments: 0..<3)
  func renamingFindings(_ block: Int) throws {
    for seed in Self.seeds(block, of: 6) {
      let before = TownNetwork(seed: seed).document
      let after = Self.renamed(before) { "n\($0.dropFirst())" }
      let old = try Self.told(before)
      let new = try Self.told(after).map { $0.replacing(/\bn([0-9])/) { "o\($0.output.1)" } }
      #expect(old == new, "seed \(seed): \(Self.difference(old, new))")
    }
  }

  /// The document with other ids for its organizations.
  static func renamed(_ document: NetworkDocument, _ name: (String) -> String) -> NetworkDocument {
    func renamed(_ id: Field<String>) -> Field<String> {
      guard let id = id.value, id.first == "o" else { return id }
      let parts = id.split(separator: "/", maxSplits: 1)
      return .of(name(String(parts[0])) + (parts.count > 1 ? "/\(parts[1])" : ""))
    }
    func renamed(_ ids: Field<[String]>) -> Field<[String]> {
      ids.value.map { .of($0.map(name)) } ?? .absent
    }
    var document = document
    for index in document.organizations.indices {
      document.organizations[index].id = renamed(document.organizations[index].id)
      document.organizations[index].parent = renamed(document.organizations[index].parent)
    }
    for index in document.relations.indices {
      document.relations[index].from = renamed(document.relations[index].from)
      document.relations[index].to = renamed(document.relations[index].to)
    }
    for index in document.agreements.indices {
      document.agreements[index].parties = renamed(document.agreements[index].parties)
    }
    for index in document.activities.indices {
      document.activities[index].leads = renamed(document.activities[index].leads)
      document.activities[index].supports = renamed(document.activities[index].supports)
    }
    return document
  }

  @Test("Parallel relations, split or merged, change no status", arguments: 0..<16)
  func splitting(_ block: Int) throws {
    for seed in Self.seeds(block, of: 7) {
      let merged = RandomNetwork(seed: seed).document
      try compare(seed, merged, Self.split(merged, seed)) { $0 == $1 }
    }
  }

  /// The document with each relation written twice: once for each group where it names several.
  static func split(_ document: NetworkDocument, _ seed: UInt64) -> NetworkDocument {
    var document = document
    var random = SeededRandom(seed: seed)
    for index in document.relations.indices {
      var twin = document.relations[index]
      twin.id = .of("twin\(index)")
      if let groups = twin.scope.groups.value?.terms, groups.count > 1,
        groups.allSatisfy({ $0.answer != .no && $0.code != .any })
      {
        document.relations[index].scope.groups = .of(ScopeList([groups[0]]))
        twin.scope.groups = .of(ScopeList(Array(groups.dropFirst())))
      } else if let intensity = twin.intensity.value {
        twin.intensity = .of(1 + random.below(intensity))
      }
      document.relations.append(twin)
    }
    document.relations.shuffle(using: &random)
    return document
  }

  @Test("Parallel relations, split or merged, change no measure of any layer", arguments: 0..<8)
  func splittingMeasures(_ block: Int) throws {
    var edges = 0
    for seed in Self.seeds(block, of: 8) {
      var merged = TownNetwork(seed: seed, relations: 12).document
      var random = SeededRandom(seed: seed)
      for index in merged.relations.indices where random.chance(0.6) {
        merged.relations[index].intensity = .of(1 + random.below(4))
      }
      let networks = try [merged, Self.split(merged, seed)].map {
        try NetworkResolver.resolve($0, vocabulary: TownNetwork.vocabulary)
      }
      #expect(networks[0].relations.count < networks[1].relations.count)
      for name in Layer.Name.allCases {
        let layers = networks.map { $0.layer(name, on: Written.date) }
        #expect(layers[0].ids == layers[1].ids && layers[0].nodes == layers[1].nodes)
        #expect(layers[0].graph.edges == layers[1].graph.edges, "seed \(seed), \(name)")
        #expect(layers[0].graph.weights == layers[1].graph.weights, "seed \(seed), \(name)")
        edges += layers[0].graph.edges.count
        guard seed % 50 == 0 else { continue }
        for measure in Measures.shipped {
          let results = layers.map { layer in
            Result { () throws(GraphError) in try measure.compute(layer.graph, MeasureOptions()) }
          }
          #expect(results[0] == results[1], "seed \(seed), \(name): \(measure.id)")
        }
      }
    }
    #expect(edges > 100)
  }

  @Test("The order of lines in a file changes nothing", arguments: 0..<4)
  func order(_ block: Int) throws {
    for seed in Self.seeds(block, of: 9) {
      let before = RandomNetwork(seed: seed, organizations: 6, relations: 9).document
      let after = Self.shuffled(before, seed)
      func briefing(_ document: NetworkDocument) throws -> [String] {
        try Self.told(document, RandomNetwork.vocabulary, Self.standard)
      }
      #expect(try briefing(before) == briefing(after), "seed \(seed)")
    }
  }

  @Test("The order of the lines of every table changes nothing", arguments: 0..<4)
  func orderOfTables(_ block: Int) throws {
    for seed in Self.seeds(block, of: 10) {
      let before = TownNetwork(seed: seed, organizations: 7, relations: 12).document
      let (old, new) = try (Self.told(before), Self.told(Self.shuffled(before, seed)))
      #expect(old == new, "seed \(seed): \(Self.difference(old, new))")
    }
  }

  /// The document with the lines of each table in another order.
  static func shuffled(_ document: NetworkDocument, _ seed: UInt64) -> NetworkDocument {
    var random = SeededRandom(seed: seed &+ 1)
    var document = document
    document.areas.shuffle(using: &random)
    document.organizations.shuffle(using: &random)
    for index in document.organizations.indices {
      document.organizations[index].services.shuffle(using: &random)
      document.organizations[index].caseload.shuffle(using: &random)
    }
    document.sites.shuffle(using: &random)
    document.bodies.shuffle(using: &random)
    document.agreements.shuffle(using: &random)
    document.relations.shuffle(using: &random)
    for index in document.relations.indices {
      document.relations[index].evidence.shuffle(using: &random)
    }
    document.activities.shuffle(using: &random)
    document.accepted.shuffle(using: &random)
    return document
  }

  /// The first line in which two tellings differ.
  static func difference(_ old: [String], _ new: [String]) -> String {
    for (one, other) in zip(old, new) where one != other { return "“\(one)”, “\(other)”" }
    return "\(old.count) lines, \(new.count) lines"
  }

  /// All that is told of a network: figures, findings and questions with their sentences, evidence,
  /// suggestions and ids.
  static func told(
    _ document: NetworkDocument, _ vocabulary: Vocabulary = TownNetwork.vocabulary,
    _ standard: Standard? = nil
  ) throws -> [String] {
    let network = try NetworkResolver.resolve(document, vocabulary: vocabulary)
    let report = try GapAnalysis.run(network, against: standard ?? everything.get())
    var lines = report.scorecard.map { "\($0)" }
    for finding in report.findings + report.questions {
      lines += [finding.rule, finding.severity.code, "\(finding.kind)", "\(finding.cells)"]
      lines += finding.key + finding.subjects.map(\.id) + finding.evidence
      lines += [finding.value.map { "\($0)" } ?? "", finding.sentence, finding.suggestion ?? ""]
    }
    return lines
  }

  /// Everything asked of the made-up services.
  static var standard: Standard {
    let services = SourceNode.Member(
      key: "services", node: SourceNode(.list(RandomNetwork.services.map { .text($0.text) })))
    return Standard(
      id: "s", title: "S", source: "",
      expectations: ["coverage", "pathway", "redundancy"].map {
        Expectation(id: $0, kind: $0, severity: .error, citation: "", parameters: [services])
      } + [Expectation(id: "feedback", kind: "feedback", severity: .info, citation: "")])
  }

  /// An expectation of nearly every kind.
  private static let everything = Result {
    let services = "services: [legal_counsel, shelter.emergency]"
    return try Written.standard(
      """
      - {id: presence, kind: presence, sectors: [gov, ngo], level: district, families: [cooperation], severity: error, citation: o}
      - {id: coverage, kind: coverage, \(services), min: 2, languages: [ur, pa], severity: warning, citation: o}
      - {id: pathway, kind: pathway, \(services), severity: error, citation: o}
      - {id: unconditional, kind: unconditional, \(services), without: [gov.police], severity: error, citation: o}
      - {id: loop, kind: loop, \(services), severity: warning, citation: o}
      - {id: redundancy, kind: redundancy, \(services), severity: warning, citation: o}
      - {id: disjoint, kind: disjoint, \(services), severity: warning, citation: o}
      - {id: dependence, kind: dependence, \(services), severity: warning, citation: o}
      - {id: duplication, kind: duplication, \(services), severity: info, citation: o}
      - {id: feedback, kind: feedback, severity: info, citation: o}
      - {id: ends, kind: dead_end, severity: info, citation: o}
      - {id: connection, kind: connection, severity: warning, citation: o}
      - {id: cohesion, kind: cohesion, min: 1, severity: info, citation: o}
      - {id: brokerage, kind: brokerage, sectors: [gov, ngo, donor], severity: info, citation: o}
      - {id: required, kind: cooperation, expect: required, pairs: {gov: [ngo, donor]}, severity: warning, citation: o}
      - {id: handover, kind: handover, severity: info, citation: o}
      - {id: membership, kind: membership, ask: sector, sectors: [gov, ngo], severity: info, citation: o}
      - {id: plan, kind: plan, max_leads: 1, severity: warning, citation: o}
      - {id: agreement, kind: agreement, severity: warning, citation: o}
      """)
  }
}
