import LiaisonModel
import LiaisonTestSupport
import Testing

@testable import LiaisonGaps

@Suite("What is recommended, by trying every relation there could be")
struct RecommendationBruteForceTests {
  static let standard = Result {
    try Written.standard(
      "- {id: p, kind: pathway, services: [legal_counsel, shelter.emergency], severity: warning, "
        + "citation: ours}")
  }

  static let vocabulary: Vocabulary = {
    var vocabulary = RandomNetwork.vocabulary
    vocabulary.relations.append(
      RelationKind(
        term: Term(code: "hands_over_to", name: "hands over to"), family: .referral,
        isDirected: true, from: [.organization], to: [.organization, .service]))
    return vocabulary
  }()

  /// A network, its report, and what it comes to with some relations more.
  struct Trial {
    let document: NetworkDocument
    let report: GapReport
    let standard: Standard
    let trial: ActionTrial

    init(_ document: NetworkDocument) throws {
      self.document = document
      standard = try RecommendationBruteForceTests.standard.get()
      report = try GapAnalysis.run(Self.network(document), against: standard)
      trial = ActionTrial(document, report, standard, ExpectationKinds.shipped)
    }

    private static func network(_ document: NetworkDocument) throws -> StakeholderNetwork {
      try NetworkResolver.resolve(document, vocabulary: RecommendationBruteForceTests.vocabulary)
    }

    /// The weight that is left with some relations more.
    func weight(_ relations: [RelationEntry]) throws -> FindingWeight {
      var document = document
      document.relations += relations
      return trial.weight(of: try GapAnalysis.run(Self.network(document), against: standard))
    }

    /// The weight that is left with what is recommended.
    func weight(_ recommendation: Recommendation) throws -> FindingWeight {
      trial.weight(of: try #require(trial.judged(recommendation.steps.map(\.action))))
    }

    private func isThere(_ from: OrganizationEntry, _ to: OrganizationEntry) -> Bool {
      document.relations.contains {
        $0.from.value == from.id.value && $0.to.value == to.id.value && $0.kind.value == "refers_to"
      }
    }

    /// Every relation that there could be between two organizations: of every kind of referral, to a
    /// provider and to each of its services. It goes no further: to somebody who would only pass people
    /// on none is recommended, and where a referral is recorded that one is widened (How Liaison decides).
    func relations(_ kinds: [Code]) -> [RelationEntry] {
      let places = document.organizations
      return places.flatMap { from in
        places.filter { $0.id.value != from.id.value && !$0.services.isEmpty && !isThere(from, $0) }
          .flatMap {
            to in
            let ends =
              [to.id.value ?? ""]
              + to.services.map { "\(to.id.value ?? "")/\($0.id.value ?? "")" }
            return kinds.flatMap { kind in
              ends.map { end in
                var entry = RelationEntry()
                entry.id = .of("new \(from.id.value ?? "") \(kind.text) \(end)")
                entry.from = .of(from.id.value ?? "")
                entry.to = .of(end)
                entry.kind = .of(kind)
                entry.onward = .of(.no)
                return entry
              }
            }
          }
      }
    }
  }

  /// A way to somebody who did not answer makes a question of a finding and closes nothing, so that here
  /// everybody has answered.
  static func document(_ seed: UInt64, relations: Int) -> NetworkDocument {
    var document = RandomNetwork(seed: seed, organizations: 4, relations: relations).document
    for index in document.organizations.indices { document.organizations[index].answered = .absent }
    return document
  }

  @Test(
    "No relation of any kind to any provider closes more than the first action", arguments: 0..<30)
  func single(_ seed: Int) throws {
    let trial = try Trial(Self.document(UInt64(seed) &+ 21_000, relations: 4))
    let recommendation = Recommendation(
      for: trial.document, trial.report, against: trial.standard, count: 1)
    let left = try trial.weight(recommendation)
    for relation in trial.relations(["refers_to", "hands_over_to"]) {
      #expect(try left <= trial.weight([relation]), "seed \(seed): \(relation.id.value ?? "")")
    }
  }

  @Test("Where the method is exact, no two relations close more than the two")
  func pairs() throws {
    var exact = 0
    for seed in 0..<40 {
      let trial = try Trial(Self.document(UInt64(seed) &+ 22_000, relations: 2))
      let recommendation = Recommendation(
        for: trial.document, trial.report, against: trial.standard, count: 2)
      guard recommendation.method == .exact else { continue }
      exact += 1
      let left = try trial.weight(recommendation)
      let relations = trial.relations(["refers_to"]).filter {
        !($0.to.value ?? "").contains("/")
      }
      for (position, first) in relations.enumerated() {
        for second in relations.dropFirst(position + 1) {
          #expect(
            try left <= trial.weight([first, second]),
            "seed \(seed): \(first.id.value ?? ""), \(second.id.value ?? "")")
        }
      }
    }
    #expect(exact > 0)
  }
}
