import LiaisonFiles
import LiaisonModel
import LiaisonTestSupport
import Testing

@testable import LiaisonGaps

@Suite("What is recommended")
struct RecommendationTests {
  /// A standard that asks for pathways alone.
  private static var standard: Standard {
    Standard(
      id: "s", title: "S", source: "",
      expectations: [
        Expectation(
          id: "p", kind: "pathway", severity: .warning, citation: "",
          parameters: [list("services", RandomNetwork.services.map(\.text))])
      ])
  }

  private static func list(_ key: String, _ texts: [String]) -> SourceNode.Member {
    SourceNode.Member(key: key, node: SourceNode(.list(texts.map { .text($0) })))
  }

  @Test("No single relation from any organization to a provider does more", arguments: 0..<16)
  func bestRelation(_ seed: Int) throws {
    let document = RandomNetwork(seed: UInt64(seed), organizations: 5, relations: 5).document
    // A way to somebody who did not answer makes a question of a finding, but closes nothing.
    guard
      let network = try? NetworkResolver.resolve(document, vocabulary: RandomNetwork.vocabulary),
      !network.organizations.contains(where: { $0.response == .silent })
    else { return }
    let standard = Self.standard
    let report = try GapAnalysis.run(network, against: standard)
    let trial = ActionTrial(document, report, standard, ExpectationKinds.shipped)
    let ids = network.organizations.map(\.id)
    let providers = ids.indices.filter { owner in
      network.services.contains {
        $0.organization == owner && RandomNetwork.services.contains($0.type)
      }
    }.map { ids[$0] }
    let sets = ids.flatMap { from in
      providers.filter { $0 != from }.map { [RecommendedAction.relation(from: from, to: $0)] }
    }
    let least = trial.outcomes(sets).compactMap { $0?.weight }.min() ?? trial.before
    let recommendation = Recommendation(for: document, report, against: standard, count: 1)
    let judged = try #require(trial.judged(recommendation.steps.map(\.action)))
    #expect(trial.weight(of: judged) <= least, "seed \(seed)")
    #expect(recommendation.method == .each)
  }

  @Test("The same, whatever the order of the lines", arguments: 0..<5)
  func order(_ seed: Int) throws {
    let document = RandomNetwork(seed: UInt64(seed), organizations: 5, relations: 6).document
    var turned = document
    turned.relations.reverse()
    turned.organizations.reverse()
    func actions(_ document: NetworkDocument) throws -> [RecommendedAction] {
      let network = try NetworkResolver.resolve(document, vocabulary: RandomNetwork.vocabulary)
      return Recommendation(
        for: document, try GapAnalysis.run(network, against: Self.standard),
        against: Self.standard, count: 2
      ).steps.map(\.action)
    }
    guard (try? NetworkResolver.resolve(document, vocabulary: RandomNetwork.vocabulary)) != nil
    else { return }
    #expect(try actions(document) == actions(turned))
  }

  @Test("At most two new relations into one organization, nothing widened twice")
  func allowed() {
    let into = ["a", "b", "c"].map { RecommendedAction.relation(from: $0, to: "x") }
    #expect(Recommendation.isAllowed(Array(into.prefix(2))))
    #expect(!Recommendation.isAllowed(into))
    let wider = RecommendedAction.Widening(areas: nil, groups: .any, cases: nil, added: ["adult"])
    let more = RecommendedAction.Widening(areas: .any, groups: nil, cases: nil, added: ["east"])
    #expect(
      !Recommendation.isAllowed([
        .widerRelation(key: "r", wider), .widerRelation(key: "r", more),
      ]))
  }

  @Test("Samundar: a referral to the refuge closes seven findings, and the patch shows it")
  func samundar() throws {
    let document = try NetworkReader.read(path: Checkout.path("graphs/samundar"))
    let standard = try #require(ShippedData.standard("four-pillars"))
    let report = try GapAnalysis.run(Written.samundar(), against: standard)
    let recommendation = Recommendation(
      for: document, report, against: standard, count: 1, signer: "mens-refuge")
    let step = try #require(recommendation.steps.first)
    // Of all who could refer to it the one at which the ways stop.
    #expect(step.action == .relation(from: "police", to: "mens-refuge"))
    #expect(step.alternatives.contains("rights-commission"))
    #expect(step.closed.count == 7 && step.opened.isEmpty)
    let words = RecommendationWords(recommendation, on: report)
    let item = try #require(words.items.first)
    #expect(item.action == "Agree a referral from Provincial Police to the Men's Refuge.")
    #expect(
      item.effect
        == "It closes four urgent and three important findings and eases one note. Two other findings grow, "
        + "as more people get that far.")
    #expect(
      item.moves == [
        "pathways reached 1,744 → 1,751 of 1,848",
        "pathways to emergency shelter reached 114 → 121 of 189",
      ])
    #expect(item.place == "What puts it here: 7 pathways in four urgent findings.")
    #expect(item.choice.hasPrefix("The path stops at Provincial Police. So would a referral from "))
    let missing = step.closed.filter { report.isMissingPathway($0) }
    #expect(missing.count == 4)
    #expect(
      missing.allSatisfy { $0.sentence.hasSuffix("would close this and three other findings.") })
    #expect(
      item.signing
        == "To sign: Provincial Police and the Men's Refuge, a referral protocol. "
        + "It says whom it is for and what may be passed on about a person.")
    #expect(item.parties == ["police", "mens-refuge"])
    let again = PatchReader.patch(yaml: PatchReader.yaml(recommendation.patch), path: "p.yaml")
    #expect(again.problems.isEmpty && again == recommendation.patch)
  }

  @Test(
    "Samundar: what is urgent stands first, then what is important; each counts as its patch alone does"
  )
  func samundarOrder() throws {
    let (document, standard, report, recommendation) = try Written.samundarRecommendation.get()
    #expect(
      recommendation.steps.map(\.action.order.first) == ["3", "0", "4", "0"],
      "\(recommendation.steps.map(\.action))")
    #expect(recommendation.unclosed.isEmpty)
    let items = RecommendationWords(recommendation, on: report).items
    #expect(
      items.map(\.place) == [
        "What puts it here: 32 pathways in one urgent finding.",
        "What puts it here: 7 pathways in four urgent findings.",
        "What puts it here: one urgent finding.",
        "What puts it here: 149 pathways in one important finding.",
      ])
    #expect(
      items[2].action
        == "End that case data pass from the Coast Civil Hospital to Samundar Television.")
    #expect(items[2].signing == "The Coast Civil Hospital can decide it alone.")
    #expect(
      items[0].choice.contains("“A place for boys” (pap-2.2): the Child Protection Bureau leads it")
    )
    for (step, item) in zip(recommendation.steps, items) {
      let patch = ActionTrial.patch([step.action], in: report.pathways.network)
      let yaml = PatchReader.patch(yaml: PatchReader.yaml(patch), path: "p.yaml")
      let after = try GapAnalysis.run(
        Written.resolve(yaml.applied(to: document).document), against: standard)
      let ledger = GapLedger(
        before: report.findings, after: after.findings, accepted: after.accepted)
      let alone = try #require(step.alone)
      #expect(
        Set(alone.closed.map(\.id)) == Set(ledger.entries(.closed).compactMap(\.finding).map(\.id)))
      for line in report.headlines {
        let new = after.headlines.first { $0.id == line.id } ?? line
        let told = "\(new.count.grouped) of \(new.total.grouped)"
        let isTold =
          item.text.contains("\(line.label) \(line.count.grouped) ") && item.text.contains(told)
        #expect(isTold == (line.count != new.count), "\(item.action): \(line.label)")
      }
    }
  }

  @Test(
    "Where a network is too large, actions rank by all that they are known to close, as the first steps of gaps do"
  )
  func ranked() throws {
    let districts = (0..<400).map { "  - {id: d\($0), name: D\($0), within: land}" }
    let posts = (0..<8).map {
      "  - {id: e\($0), name: Post \($0), areas: [land], entry_point: true}"
    }
    // The last two pass people on to an annex, from which nothing leads on: the way stops there.
    let referrals =
      (0..<8).map { "  - {from: e\($0), to: hub, kind: refers_to}" }
      + (6..<8).map { "  - {from: e\($0), to: desk, kind: refers_to}" }
    let (document, report, standard) = try Written.judged(
      """
      liaison: 1
      title: Large
      as_of: 2025-06-30
      boundary: {rule: all}
      assume: {areas: any, groups: any, cases: any}
      areas:
        - {id: land, name: Land}
      \(districts.joined(separator: "\n"))
      organizations:
      \(posts.joined(separator: "\n"))
        - {id: hub, name: Hub}
        - {id: desk, name: Desk}
        - {id: annex, name: Annex}
        - {id: clinic, name: Clinic, services: [{id: s, type: shelter.emergency}, {id: l, type: legal_counsel}, {id: c, type: case_management}, {id: h, type: hotline}]}
      relations:
      \(referrals.joined(separator: "\n"))
        - {from: desk, to: annex, kind: refers_to}
      """,
      "- {id: ways, kind: pathway, services: [shelter.emergency, legal_counsel, case_management, hotline], severity: error, citation: o}"
    )
    #expect(!report.isSmallEnoughToTry)
    let known = NextSteps(of: report, count: 3)
    let recommendation = Recommendation(for: document, report, against: standard, count: 3)
    #expect(recommendation.method == .ranked && recommendation.considered > 0)
    #expect(recommendation.steps.map(\.action) == known.steps.compactMap(\.action))
    let first = try #require(recommendation.steps.first)
    #expect(first.action == .relation(from: "hub", to: "clinic"))
    let closed = report.closed(by: .init(from: "hub", to: "clinic"))
    #expect(Set(first.closed.map(\.id)) == Set(closed) && closed.count == 8 * 4)
    // The findings whose own way stops elsewhere are among them: what is closed is counted once.
    #expect(report.findings.count { $0.missing?.from == "hub" } < closed.count)
    #expect(
      recommendation.steps.count == 1
        && first.gain == 9 * report.findings.reduce(0) { $0 + $1.cells })
    #expect(
      Recommendation(for: document, report, against: standard, count: 3, signer: "annex").steps
        .allSatisfy { $0.action.order.contains("annex") })
    let words = RecommendationWords(recommendation, on: report)
    #expect(words.method.contains("too large to judge it again for any"))
  }

  @Test("A shelter for adults is not asked to take in children, nor one for men to take in women")
  func doNoHarm() throws {
    let standard = try #require(ShippedData.standard("four-pillars"))
    let report = try GapAnalysis.run(Written.samundar(), against: standard)
    let actions = ActionCandidates(report, standard).actions
    #expect(!actions.isEmpty)
    for case .widerService("mens-refuge", _, let widening) in actions {
      #expect(!widening.added.contains { $0.text.hasPrefix("child") })
    }
  }

  /// A town of which everything is listed, with a helpline where people arrive first.
  private static let helpline = """
    liaison: 1
    title: Helpline
    as_of: 2025-06-30
    boundary: {rule: all}
    assume: {areas: any, groups: any, cases: any}
    areas: [{id: coast, name: Coast}]
    organizations:
      - {id: line, name: Helpline, sector: hotline, entry_point: true}
    """

  @Test(
    "A shelter for women is not asked to house men, whatever else it admits; a mixed one is asked for others",
    arguments: [
      ("adult.female, adult.other", false), ("adult.female, adult.other=unknown", false),
      ("adult.female, child.male, child.female", false), ("adult.female, adult.male", true),
    ])
  func housing(groups: String, isAsked: Bool) throws {
    let (_, report, standard) = try Written.judged(
      """
      \(Self.helpline)
        - id: house
          name: Women's House
          services: [{id: beds, type: shelter.emergency, groups: [\(groups)]}]
      relations: [{from: line, to: house, kind: refers_to}]
      """,
      "- {id: ways, kind: pathway, services: [shelter.emergency], severity: error, citation: ours}")
    let widened = ActionCandidates(report, standard).actions.contains {
      if case .widerService("house", _, let widening) = $0 {
        return widening.added.contains { $0 == "adult.male" || $0 == "adult.other" }
      }
      return false
    }
    #expect(widened == isAsked)
  }

  @Test("A tie between sectors that the standard calls neutral is recommended only on request")
  func neutral() throws {
    let network = """
      \(Self.helpline)
        - id: court
          name: Court Office
          sector: gov.prosecution
          services: [{id: counsel, type: legal_counsel}]
      """
    let (_, report, standard) = try Written.judged(
      network,
      """
      - {id: ways, kind: pathway, services: [legal_counsel], severity: error, citation: ours}
      - {id: apart, kind: cooperation, expect: neutral, from: [hotline], to: [gov.prosecution], severity: info, citation: ours}
      """)
    let referral = RecommendedAction.relation(from: "line", to: "court")
    #expect(!ActionCandidates(report, standard).actions.contains(referral))
    #expect(ActionCandidates(report, standard, takesNeutral: true).actions == [referral])
  }

  @Test(
    "A tie that the standard prohibits is not widened either; one it asks for is, though neutral")
  func widening() throws {
    let network = """
      liaison: 1
      title: Widening
      as_of: 2025-06-30
      boundary: {rule: all}
      assume: {areas: any, cases: any}
      areas: [{id: coast, name: Coast}]
      organizations:
        - {id: police, name: Police, sector: gov.law_enforcement, groups: [any], entry_point: true}
        - id: channel
          name: Channel
          sector: media
          groups: [any]
          services: [{id: counsel, type: legal_counsel, groups: [any]}]
      relations:
        - {id: r1, from: police, to: channel, kind: refers_to, groups: [adult], feedback: systematic}
      """
    let ways =
      "- {id: ways, kind: pathway, services: [legal_counsel], severity: error, citation: o}"
    func kinds(_ more: String) throws -> Set<String> {
      let (_, report, standard) = try Written.judged(network, "\(ways)\n\(more)")
      return Set(ActionCandidates(report, standard).actions.map { $0.order[0] })
    }
    let cell = "from: [gov.law_enforcement], to: [media], severity: info, citation: o}"
    let prohibited =
      "- {id: no, kind: cooperation, expect: prohibited, kinds: [refers_to], content: [personal], "
      + cell
    let neutral = "- {id: apart, kind: cooperation, expect: neutral, \(cell)"
    let required = "- {id: must, kind: cooperation, expect: required, \(cell)"
    #expect(try kinds("").contains("1"))
    #expect(try !kinds(prohibited).contains("1"))
    #expect(try !kinds(neutral).contains("1"))
    #expect(try kinds("\(neutral)\n\(required)").contains("1"))
  }

  @Test("A tie that the standard prohibits is never recommended")
  func prohibited() throws {
    var standard = try #require(ShippedData.standard("four-pillars"))
    let report = try GapAnalysis.run(Written.samundar(), against: standard)
    let refuge = RecommendedAction.relation(from: "police", to: "mens-refuge")
    #expect(ActionCandidates(report, standard).actions.contains(refuge))
    let sectors = ["police", "mens-refuge"].map { id in
      report.pathways.network.organizations.first { $0.id == id }?.sector?.text ?? ""
    }
    standard.expectations.append(
      Expectation(
        id: "no", kind: "cooperation", severity: .error, citation: "",
        parameters: [
          SourceNode.Member(key: "expect", node: .text("prohibited")),
          Self.list("from", [sectors[0]]), Self.list("to", [sectors[1]]),
          Self.list("kinds", ["refers_to"]), Self.list("content", ["personal"]),
        ]))
    #expect(!ActionCandidates(report, standard).actions.contains(refuge))
  }

  /// Nobody takes in boys; the refuge is for women, and a home of its sector takes in nobody yet.
  private static let boys = """
    liaison: 1
    title: Boys
    as_of: 2025-06-30
    boundary: {rule: all}
    assume: {areas: any, cases: any}
    areas: [{id: coast, name: Coast}]
    organizations:
      - {id: police, name: Police, sector: gov.law_enforcement, groups: [any], entry_point: {groups: [child.male]}}
      - id: refuge
        name: Refuge
        sector: ngo.specialised
        groups: [any]
        services: [{id: beds, type: shelter.emergency, groups: [adult.female]}]
      - {id: home, name: Home, sector: ngo.specialised, groups: [any]}
    """
  private static let ways =
    "- {id: ways, kind: pathway, services: [shelter.emergency], groups: [child.male], severity: error, citation: o}"

  @Test("A service that nobody refers to closes nothing: it comes with its referral, as one action")
  func linkedProvider() throws {
    let (document, report, standard) = try Written.judged(Self.boys, Self.ways)
    let recommendation = Recommendation(for: document, report, against: standard, count: 3)
    let step = try #require(recommendation.steps.first)
    #expect(
      step.action
        == .provider(
          organization: "home", type: "shelter.emergency", groups: ["child.male"], areas: ["coast"],
          from: "police"))
    #expect(recommendation.steps.count == 1 && step.closed.count == 1 && step.opened.isEmpty)
    #expect(recommendation.unclosed.isEmpty)
    let item = try #require(RecommendationWords(recommendation, on: report).items.first)
    #expect(item.action.hasSuffix("could be set up at the Home, and Police could refer to it."))
    // It is put forward, never told as agreed.
    #expect(item.choice.hasPrefix("The Home is only put forward: the Refuge, of the same sector "))
    #expect(item.choice.contains("offers it to others") && !item.choice.contains("could as well"))
    #expect(item.parties == ["police", "home"])
    // The patch holds both parts, and closes the finding.
    #expect(
      recommendation.patch.additions.relations.map(\.to.value) == ["home/new-shelter-emergency"])
    let after = try recommendation.patch.applied(to: document).document
    #expect(try GapAnalysis.run(Written.resolve(after), against: standard).findings.isEmpty)
  }

  @Test("Who would refer to a new service is somebody whom people reach for certain, where one is")
  func certainSender() throws {
    // Whether the aid group takes in boys is not known; the desk does.
    let network =
      Self.boys + """

          - {id: aid, name: Aid, groups: [child.male=unknown]}
          - {id: desk, name: Desk, groups: [any]}
        relations:
          - {from: police, to: aid, kind: refers_to}
          - {from: police, to: desk, kind: refers_to}
        """
    let (_, report, standard) = try Written.judged(network, Self.ways)
    let senders = ActionCandidates(report, standard).actions.compactMap { action -> String? in
      if case .provider(_, _, _, _, let from) = action { from } else { nil }
    }
    #expect(Set(senders) == ["police", "desk"])
  }

  @Test("What only becomes a question ranks behind what closes for certain, and is told apart")
  func questions() throws {
    let network = """
      \(Self.helpline)
        - {id: beds, name: Beds, services: [{id: s, type: shelter.emergency, groups: [adult=unknown, child=unknown]}]}
        - {id: inn, name: Inn, services: [{id: s, type: shelter.emergency, groups: [adult.female]}]}
      """
    let (document, report, standard) = try Written.judged(
      network,
      "- {id: ways, kind: pathway, services: [shelter.emergency], severity: error, citation: ours}")
    #expect(report.findings.map(\.cells).reduce(0, +) == 6)
    // To the house of which nothing is sure six pathways would be a question; to the inn one is there.
    let recommendation = Recommendation(for: document, report, against: standard, count: 2)
    #expect(
      recommendation.steps.map(\.action) == [
        .relation(from: "line", to: "inn"), .relation(from: "line", to: "beds"),
      ])
    let items = RecommendationWords(recommendation, on: report).items
    #expect(items[0].place == "What puts it here: 1 pathway in one urgent finding.")
    #expect(items[1].effect == "It turns one urgent finding into a question.")
    #expect(items[1].place == "What puts it here: a question in place of one urgent finding.")
  }

  @Test("What is accepted is quiet: nothing is recommended for its sake, nor told to close")
  func accepted() throws {
    let network = """
      \(Self.helpline)
        - id: house
          name: House
          services:
            - {id: s, type: shelter.emergency, groups: [adult.female]}
            - {id: l, type: legal_counsel, groups: [adult.female]}
      """
    let expectations =
      "- {id: beds, kind: pathway, services: [shelter.emergency], groups: [adult.female], "
      + "severity: error, citation: o}\n"
      + "- {id: law, kind: pathway, services: [legal_counsel], groups: [adult.female], "
      + "severity: warning, citation: o}"
    func accepting(_ findings: [Finding]) -> String {
      let entries = findings.map { "{finding: \($0.id), reason: r, by_role: b}" }
      return "\(network)\naccepted: [\(entries.joined(separator: ", "))]"
    }
    let open = try Written.judged(network, expectations).1.findings
    let urgent = open.filter { $0.severity == .error }
    let (document, report, standard) = try Written.judged(accepting(urgent), expectations)
    #expect(report.accepted.count == 1 && report.findings.count == 1)
    let recommendation = Recommendation(for: document, report, against: standard, count: 1)
    let step = try #require(recommendation.steps.first)
    #expect(step.closed.map(\.severity) == [.warning] && step.gain == 3)
    #expect(
      RecommendationWords(recommendation, on: report).items[0].effect
        == "It closes one important finding.")
    // Where all is accepted, nothing is left to do.
    let (quiet, none, _) = try Written.judged(accepting(open), expectations)
    #expect(Recommendation(for: quiet, none, against: standard, count: 1).considered == 0)
  }

  @Test("A service is set up for what it is needed for, not for what its referral does besides")
  func purpose() throws {
    let network =
      Self.boys + "\n  - {id: hostel, name: Hostel, sector: ngo.specialised, groups: [any]}"
    let expectations = "\(Self.ways)\n- {id: c, kind: connection, severity: warning, citation: o}"
    let (document, report, standard) = try Written.judged(network, expectations)
    let recommendation = Recommendation(for: document, report, against: standard, count: 3)
    // Once boys are housed, a second shelter would only join the other home to somebody.
    let providers = recommendation.steps.filter { step in
      if case .provider = step.action { true } else { false }
    }
    #expect(providers.count == 1 && recommendation.steps.first?.action == providers[0].action)
  }

  @Test("What only earlier actions would open is counted and not quoted; no sentence is empty")
  func words() throws {
    let (_, report, _) = try Written.judged(Self.boys, Self.ways)
    let words = NeedWords(network: report.pathways.network, needs: report.pathways.needs)
    let action = RecommendedAction.relation(from: "police", to: "home")
    func item(_ closed: [Finding]) -> RecommendationWords.Item {
      RecommendationWords.item(
        .init(action: action, closed: closed, eased: [], opened: [], worsened: [], gain: 3), report,
        words)
    }
    #expect(item([]).effect == "It makes ways shorter, or surer, that those before it open.")
    var later = try #require(report.findings.first)
    later.key = ["later"]
    #expect(item([later]).closes.isEmpty)
    #expect(
      item([later]).effect.contains("(which would come of the actions before it)"),
      "\(item([later]).effect)")
    #expect(item(report.findings).closes == report.findings.map(\.sentence))
  }

  @Test("An error that no action closes for a gain is named, with the reason")
  func unclosed() throws {
    func unclosed(_ network: String, _ more: String = "") throws -> [UnclosedFinding] {
      let (document, report, standard) = try Written.judged(network, "\(Self.ways)\n\(more)")
      let recommendation = Recommendation(for: document, report, against: standard, count: 1)
      let words = RecommendationWords(recommendation, on: report)
      #expect(words.unclosed.count == recommendation.unclosed.count)
      #expect(words.unclosed.allSatisfy { $0.reason.hasSuffix(".") })
      return recommendation.unclosed
    }
    // Where the referral that it needs is prohibited, the service alone only moves the gap.
    let prohibited =
      "- {id: no, kind: cooperation, expect: prohibited, kinds: [refers_to], content: [personal], "
      + "from: [gov.law_enforcement], to: [ngo.specialised], severity: info, citation: o}"
    #expect(
      try unclosed(Self.boys, prohibited).map(\.reason) == [
        .outweighed(
          .provider(
            organization: "home", type: "shelter.emergency", groups: ["child.male"],
            areas: ["coast"]))
      ])
    // Where nobody could set it up, nothing bears on it.
    let without = Self.boys.replacing(
      "\n  - {id: home, name: Home, sector: ngo.specialised, groups: [any]}", with: "")
    #expect(try unclosed(without).map(\.reason) == [.untouched])
  }

  @Test("What else a prohibited relation carries goes on; one that carries nothing else ends")
  func ending() throws {
    func ended(_ content: String) throws -> NetworkPatch {
      let (document, report, standard) = try Written.judged(
        """
        liaison: 1
        title: Press
        as_of: 2025-06-30
        boundary: {rule: all}
        organizations:
          - {id: clinic, name: Clinic, sector: gov.health}
          - {id: channel, name: Channel, sector: media}
        relations:
          - {id: r1, from: clinic, to: channel, kind: shares_information_with, content: [\(content)]}
        """,
        "- {id: no, kind: cooperation, expect: prohibited, content: [personal, case], from: [gov.health], "
          + "to: [media], severity: error, citation: o}")
      let recommendation = Recommendation(for: document, report, against: standard, count: 1)
      #expect(recommendation.steps.map(\.closed.count) == [1])
      let after = try recommendation.patch.applied(to: document).document
      #expect(try GapAnalysis.run(Written.resolve(after), against: standard).findings.isEmpty)
      return recommendation.patch
    }
    #expect(try ended("case").changes.map { $0.members.map(\.key) } == [["status"]])
    #expect(try ended("case, aggregate").changes.map { $0.members.map(\.key) } == [["content"]])
  }
}
