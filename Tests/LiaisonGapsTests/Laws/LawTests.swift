import LiaisonGaps
import LiaisonModel
import LiaisonTestSupport
import Testing

@Suite("The laws of SEMANTICS §9, on made-up networks")
struct LawTests {
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

  /// The status of each entry point and need, by ids and single cases, so that two networks compare.
  static func statuses(_ network: StakeholderNetwork) -> [[String]: PathwayStatus] {
    let table = PathwayTable(network, services: RandomNetwork.services, on: Written.date)
    var found: [[String]: PathwayStatus] = [:]
    for (entry, organization) in table.entries.enumerated() {
      for service in table.needs.services.indices {
        for area in table.needs.areas.indices {
          for profile in 0..<table.needs.profileCount {
            let cell = PathwayTable.Cell(
              entry: entry, service: service, area: area, profile: profile)
            let need = table.need(of: cell)
            for code in table.needs.caseClasses[table.needs.caseClass(ofProfile: profile)] {
              let key = [
                network.organizations[organization].id, need.service.text,
                network.areas[need.area].id, need.group.text, code.text,
              ]
              found[key] = table.status(of: cell)
            }
          }
        }
      }
    }
    return found
  }

  /// Checks that no row's status goes the wrong way between two networks.
  func compare(
    _ seed: Int, _ before: NetworkDocument, _ after: NetworkDocument,
    _ holds: (Int, Int) -> Bool
  ) throws {
    guard
      let old = try? NetworkResolver.resolve(before, vocabulary: RandomNetwork.vocabulary),
      let new = try? NetworkResolver.resolve(after, vocabulary: RandomNetwork.vocabulary)
    else { return }
    let statuses = Self.statuses(new)
    for (key, status) in Self.statuses(old) {
      guard let other = statuses[key] else { continue }
      #expect(holds(Self.rank(status), Self.rank(other)), "seed \(seed): \(key)")
    }
  }

  @Test("Adding a relation never worsens a row", arguments: 0..<200)
  func addRelation(_ seed: Int) throws {
    let big = RandomNetwork(seed: UInt64(seed), relations: 8).document
    var small = big
    small.relations.removeLast()
    try compare(seed, small, big) { $0 <= $1 }
  }

  @Test("Removing an organization that is no entry point never improves a row", arguments: 0..<200)
  func removeOrganization(_ seed: Int) throws {
    let before = RandomNetwork(seed: UInt64(seed)).document
    var after = before
    guard
      let last = before.organizations.last(where: { place in
        place.entryPoint.isAbsent
          && !before.organizations.contains { $0.parent.value == place.id.value }
      }), let id = last.id.value
    else { return }
    after.organizations.removeAll { $0.id.value == id }
    after.relations.removeAll { relation in
      [relation.from.value, relation.to.value].contains {
        $0?.split(separator: "/").first.map(String.init) == id
      }
    }
    try compare(seed, before, after) { $0 >= $1 }
  }

  /// The document with the unknown marks of services and relations answered.
  func answered(_ document: NetworkDocument, _ answer: Answer) -> NetworkDocument {
    func settle(_ list: inout Field<ScopeList>) {
      guard case .value(var terms, let place) = list else { return }
      for index in terms.terms.indices where terms.terms[index].answer == .unknown {
        terms.terms[index].answer = answer
      }
      list = .value(terms, place)
    }
    func answerAll(_ scope: inout ScopeEntry) {
      settle(&scope.areas)
      settle(&scope.groups)
      settle(&scope.cases)
    }
    var document = document
    for index in document.relations.indices { answerAll(&document.relations[index].scope) }
    for index in document.organizations.indices {
      for service in document.organizations[index].services.indices {
        answerAll(&document.organizations[index].services[service].scope)
      }
    }
    return document
  }

  @Test("Unknown turned yes never worsens, unknown turned no never improves", arguments: 0..<150)
  func unknowns(_ seed: Int) throws {
    let before = RandomNetwork(seed: UInt64(seed), unknowns: 0.5).document
    try compare(seed, before, answered(before, .yes)) { $0 <= $1 }
    try compare(seed, before, answered(before, .no)) { $0 >= $1 }
  }

  @Test("A relation's key that is not stated never makes a missing pathway", arguments: 0..<200)
  func unstated(_ seed: Int) throws {
    var made = RandomNetwork(seed: UInt64(seed)).document
    // What the header assumes could say no; here it assumes nothing.
    made.header.assume = ScopeEntry()
    for index in made.relations.indices {
      for key in [\ScopeEntry.areas, \.groups, \.cases] {
        var after = made
        after.relations[index].scope[keyPath: key] = .absent
        try compare(seed, made, after) { before, after in after != 1 || before <= 1 }
      }
    }
  }

  @Test("Renaming ids changes names only", arguments: 0..<100)
  func renaming(_ seed: Int) throws {
    let before = RandomNetwork(seed: UInt64(seed)).document
    var after = before
    func renamed(_ id: String?) -> Field<String> {
      guard let id else { return .absent }
      let parts = id.split(separator: "/", maxSplits: 1)
      let tail = parts.count > 1 ? "/\(parts[1])" : ""
      return .of("x\(9 - (Int(parts[0].dropFirst()) ?? 0))\(tail)")
    }
    for index in after.organizations.indices {
      after.organizations[index].id = renamed(before.organizations[index].id.value)
      after.organizations[index].parent = renamed(before.organizations[index].parent.value)
    }
    for index in after.relations.indices {
      after.relations[index].from = renamed(before.relations[index].from.value)
      after.relations[index].to = renamed(before.relations[index].to.value)
    }
    guard let old = try? NetworkResolver.resolve(before, vocabulary: RandomNetwork.vocabulary)
    else { return }
    let new = Self.statuses(
      try NetworkResolver.resolve(after, vocabulary: RandomNetwork.vocabulary))
    for (key, status) in Self.statuses(old) {
      let entry = renamed(key[0]).value ?? ""
      #expect(new[[entry] + key.dropFirst()] == status, "seed \(seed): \(key)")
    }
  }

  @Test("A relation written twice changes nothing", arguments: 0..<100)
  func splitting(_ seed: Int) throws {
    let before = RandomNetwork(seed: UInt64(seed)).document
    var after = before
    for (index, relation) in before.relations.enumerated() {
      var twin = relation
      twin.id = .of("twin\(index)")
      after.relations.append(twin)
    }
    try compare(seed, before, after) { $0 == $1 }
  }

  @Test("The order of lines in a file changes nothing", arguments: 0..<60)
  func order(_ seed: Int) throws {
    let before = RandomNetwork(seed: UInt64(seed), organizations: 6, relations: 9).document
    var random = SeededRandom(seed: UInt64(seed) &+ 1000)
    var after = before
    after.organizations.shuffle(using: &random)
    after.relations.shuffle(using: &random)
    after.areas.shuffle(using: &random)
    func briefing(_ document: NetworkDocument) throws -> [String]? {
      guard
        let network = try? NetworkResolver.resolve(document, vocabulary: RandomNetwork.vocabulary)
      else { return nil }
      let report = try GapAnalysis.run(network, against: Self.standard)
      return [GapBriefing(report, limit: nil).text(ids: true)]
        + report.findings.flatMap { $0.evidence + [$0.suggestion ?? ""] }
    }
    #expect(try briefing(before) == briefing(after), "seed \(seed)")
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
}
