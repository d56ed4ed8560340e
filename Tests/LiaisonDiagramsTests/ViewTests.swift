import LiaisonCatalog
import LiaisonGaps
import LiaisonModel
import Testing

@testable import LiaisonDiagrams

@Suite("Views")
struct ViewTests {
  @Test("A pathway leads from entry points to what helps, without those who refer nobody")
  func pathway() throws {
    let scene = PathwayView().makeScene(
      try Fixtures.network(yaml: Fixtures.province), DiagramContext())
    #expect(scene.nodes.map(\.id) == ["inspectorate", "police", "dar", "refuge"])
    #expect(scene.nodes.map(\.stage) == [0, 1, 2, 2])
    #expect(scene.edges.map(\.role) == [.main, .main, .secondary])
    #expect(scene.edges[1].description == "Provincial Police refers people to the Women's Shelter")
    #expect(scene.notes == ["1 organization takes no part in referral and is not shown."])
    #expect(scene.textAlternative.contains("Entry points: Labour Inspectorate."))
  }

  @Test("Units of one organization are folded under what their names have in common")
  func units() {
    #expect(
      SceneMembers.common(["North Police Station", "Coast Police Station"]) == "Police Station")
    #expect(SceneMembers.common(["تھانہ شمالی", "تھانہ ساحل"]) == "تھانہ")
    #expect(SceneMembers.common(["A", "B"]) == nil)
  }

  @Test("Sectors stand in panels of their own, joined by what their organizations do together")
  func sectors() throws {
    let scene = SectorsView().makeScene(
      try Fixtures.network(yaml: Fixtures.province), DiagramContext())
    #expect(scene.clusters.count == 5)
    #expect(scene.edges.count == 3)
    #expect(scene.edges.allSatisfy { $0.arrows == .none })
  }

  @Test("Who stands between the others is larger")
  func network() throws {
    let scene = NetworkView().makeScene(
      try Fixtures.network(yaml: Fixtures.province), DiagramContext())
    let scales = scene.nodes.map(\.scale)
    #expect(scales[1] > scales[0])
    #expect(scales[1] == 1.6)
    #expect(scales[3] == 1)
    #expect(scene.title == "Provincial Police stands between the others most often")
  }

  @Test("A way that stops is a red arrow with its reason, what is absent a red box")
  func gaps() throws {
    let absent = Finding(
      rule: "x", severity: .error, key: ["y"], sentence: "No trade union is recorded in North.")
    // What lacks a language lacks no service: the box says which.
    var unspoken = Finding(
      rule: "x", severity: .error, key: ["z"],
      needs: Finding.Needs(service: "legal_counsel", groups: ["adult.male"]),
      sentence: "No provider of legal counsel for men is recorded as offering it in Sindhi.")
    unspoken.remark = "no legal counsel in Sindhi"
    let scene = GapsView().makeScene(
      try Fixtures.network(yaml: Fixtures.province),
      DiagramContext(findings: [Fixtures.stop, absent, unspoken].map { FindingFold($0) }))
    #expect(scene.nodes.contains { $0.name == "No legal counsel in Sindhi" && $0.style.isDashed })
    let gap = try #require(scene.edges.first { $0.role == .gap })
    #expect(scene.nodes[gap.from].id == "police")
    #expect(scene.nodes[gap.to].id == "refuge")
    #expect(gap.label == "no way to emergency shelter for men")
    #expect(scene.nodes.contains { $0.name == "No trade union in North" && $0.style.isDashed })
    #expect(scene.textAlternative.joined().contains("an adult man reaches emergency shelter"))
  }

  @Test("A gap that is not everywhere says where; who refers to nobody stands beside the pathway")
  func places() throws {
    let network = try Fixtures.network(
      yaml: Fixtures.province.replacing(
        "  - {id: north, name: North District}",
        with: "  - {id: north, name: North District}\n  - {id: coast, name: Coast District}"))
    func absence(_ areas: [String]) -> Finding {
      Finding(
        rule: "x", severity: .error, key: areas,
        needs: Finding.Needs(service: "legal_counsel", areas: areas, groups: ["adult.male"]),
        sentence: "No provider is recorded.")
    }
    var alone = Finding(
      rule: "x", severity: .warning, key: ["paper"], subjects: .organizations(["paper"]),
      sentence: "Alone.")
    alone.remark = "no relation recorded"
    let scene = GapsView().makeScene(
      network,
      DiagramContext(
        findings: [absence(["coast"]), absence(["coast", "north"]), alone].map { FindingFold($0) }))
    let names = scene.nodes.map(\.name)
    #expect(names.contains("No legal counsel for men in Coast District"))
    #expect(names.contains("No legal counsel for men"))
    let paper = try #require(scene.nodes.first { $0.id == "paper" })
    #expect(scene.bands[paper.stage] == "Beside the pathway")
    let choice = TypeChoice(size: 11, wrap: 20, local: false)
    let plan = try #require(StagePlan(scene, in: SlideComposer.frame(of: scene), choice))
    let texts = SlideComposer.compose(scene, plan.plain()).texts.map(\.text)
    #expect(texts.contains("Beside the pathway"))
    #expect(texts.contains { $0.hasPrefix("1 ") })
    #expect(paper.note == "no relation recorded")
  }

  @Test(
    "Where folding leaves no relation to be seen nothing is drawn, rather than that there is none")
  func blank() throws {
    let network = try Fixtures.network(yaml: Fixtures.province)
    for view in [PathwayView(), NetworkView()] as [any DiagramView] {
      var context = DiagramContext()
      context.detail = .sectors
      #expect(!view.makeScene(network, context).isBlank)
    }
    let alike = try Fixtures.network(
      yaml: Fixtures.province.replacing(/sector: [a-z._]+/, with: "sector: ngo.specialised"))
    var context = DiagramContext()
    context.detail = .sectors
    let scene = NetworkView().makeScene(alike, context)
    #expect(scene.isBlank)
    #expect(scene.subtitle.contains("5 organizations · referral"))
    // In the pathway those of one sector are folded by stage.
    #expect(!PathwayView().makeScene(alike, context).isBlank)
  }

  @Test("Without a boundary no gap is claimed, and what is there is shown for orientation")
  func noBoundary() throws {
    let scene = GapsView().makeScene(
      try Fixtures.network(yaml: Fixtures.province), DiagramContext())
    #expect(scene.title.hasPrefix("No boundary is stated"))
    #expect(scene.nodes.count == 4)
    #expect(scene.edges.allSatisfy { $0.role == .context })
  }

  @Test(
    "Where no gap is found the title says what could be judged and how many questions are open",
    arguments: [
      (false, 2, true, "Nothing could be judged: no boundary is stated, and 2 questions are open"),
      (true, 1, false, "Nothing could be judged: 1 question is open"),
      (true, 0, false, "Nothing could be judged: nothing that is asked about is recorded"),
      (true, 12, true, "No gap is found in what could be judged; 12 questions are open"),
      (true, 0, true, "No gap is found"),
    ])
  func withoutGaps(hasBoundary: Bool, questions: Int, isJudged: Bool, title: String) throws {
    let boundary = hasBoundary ? "boundary: {rule: All in the province}\n" : ""
    var context = DiagramContext()
    context.openQuestions = questions
    context.isAnythingJudged = isJudged
    let scene = GapsView().makeScene(
      try Fixtures.network(
        yaml: Fixtures.province.replacing("title:", with: boundary + "title:")), context)
    #expect(scene.title == title)
    // At the least type of a title it still stands on one line.
    #expect(FontMetrics.width(of: title, size: 17, bold: true) * FontMetrics.tolerance < 780)
  }

  @Test("Each view has a page")
  func pages() {
    #expect(DiagramViews.shipped.map(\.id) == ["pathway", "sectors", "network", "gaps"])
    for view in DiagramViews.shipped {
      #expect(!view.page.meaning.isEmpty)
      #expect(!view.page.examples.isEmpty)
    }
  }
}

@Suite("Remarks of the gaps view")
struct GapRemarkTests {
  @Test("Only what a finding says of one organization stands beside it; other findings are counted")
  func remarks() throws {
    let network = try Fixtures.samundar()
    var donor = Finding(
      rule: "s/dependence", severity: .warning, key: ["nordland-fund"],
      subjects: .organizations(["nordland-fund"]) + .services(["insaf/counsel"]),
      needs: Finding.Needs(service: "shelter.emergency"), sentence: "It alone funds two.")
    donor.remark = "alone funds two services"
    let access = Finding(
      rule: "s/access", severity: .warning, key: ["roshni"], subjects: .organizations(["roshni"]),
      needs: Finding.Needs(service: "shelter.emergency"), sentence: "Only through the police.")
    let scene = GapsView().makeScene(
      network, DiagramContext(findings: [donor, access].map { FindingFold($0) }))
    let notes = scene.nodes.compactMap(\.note)
    #expect(notes == ["alone funds two services"])
    #expect(scene.subtitle.contains("1 more not shown"))
  }

  /// A missing way from the police to somebody.
  private func missing(to target: String, _ service: Code) -> FindingFold {
    var finding = Finding(
      rule: "s/reach", severity: .error, key: ["police", target, service.text],
      subjects: .organizations(["police", target]),
      needs: Finding.Needs(entry: "police", service: service, groups: ["adult.male"]),
      sentence: "No arrangement is recorded.")
    finding.missing = Finding.MissingRelation(from: "police", to: target)
    return FindingFold(finding)
  }

  @Test("Two reasons stand beside their arrows; more are numbers, which the legend explains")
  func numbers() throws {
    let network = try Fixtures.samundar()
    let ways = [
      missing(to: "mens-refuge", "shelter.emergency"), missing(to: "insaf", "legal_counsel"),
      missing(to: "dar-ul-aman", "psychosocial"),
    ]
    let two = GapsView().makeScene(network, DiagramContext(findings: Array(ways.prefix(2))))
    let labels = two.edges.filter { $0.role == .gap }.map(\.label)
    #expect(labels == ["no way to emergency shelter for men", "no way to legal counsel for men"])
    let three = GapsView().makeScene(network, DiagramContext(findings: ways))
    let gaps = three.edges.filter { $0.role == .gap }
    #expect(gaps.map(\.number) == [1, 2, 3] && gaps.allSatisfy { $0.label == nil })
    #expect(three.legend.first == .number(1, "no way to emergency shelter for men"))
    #expect(gaps[2].description.hasSuffix("no way to psychosocial support for men"))
  }

  @Test("A sector that is absent stands where others of it do, and else beside the way")
  func absentSector() throws {
    let network = try Fixtures.samundar()
    func stage(_ sector: Code) -> Int? {
      let absent = Finding(
        rule: "s/presence", severity: .warning, key: [sector.text, "north"],
        sentence: "No office is recorded in North District.")
      let scene = GapsView().makeScene(
        network, DiagramContext(findings: [FindingFold(absent)]))
      return scene.nodes.first { $0.id == "absent-1" }?.stage
    }
    #expect(stage("worker.trade_union") == PathwayStage.entry.rawValue)
    #expect(stage("no.such.sector") == PathwayStage.beside.rawValue)
  }
}

@Suite("What views say of their networks")
struct ViewWordTests {
  @Test("What is folded into sectors is still counted by organization and relation")
  func foldedCounts() throws {
    let network = try Fixtures.network(yaml: Fixtures.province)
    var context = DiagramContext()
    let whole = SectorsView().makeScene(network, context).subtitle
    let ways = PathwayView().makeScene(network, context).parts
    context.detail = .sectors
    #expect(SectorsView().makeScene(network, context).subtitle == whole)
    #expect(whole.contains("5 organizations in "))
    #expect(PathwayView().makeScene(network, context).parts == ways)
    #expect(ways.last == "1 more not shown, in no referral")
  }

  @Test("What is drawn as one is said in the legend, where anything is")
  func folds() throws {
    let network = try Fixtures.network(
      yaml: Fixtures.province.replacing("sector: cso.faith", with: "sector: ngo.specialised"))
    func words(_ view: any DiagramView, _ detail: SceneDetail) -> [String] {
      var context = DiagramContext()
      context.detail = detail
      return view.makeScene(network, context).legend.compactMap { entry in
        if case .words(let text) = entry { text } else { nil }
      }
    }
    #expect(
      words(PathwayView(), .sectors) == [
        "(n): n organizations of one sector at one stage, drawn as one"
      ])
    #expect(words(NetworkView(), .sectors) == ["(n): n organizations of one sector, drawn as one"])
    #expect(words(PathwayView(), .parents).isEmpty)
    #expect(words(PathwayView(), .organizations).isEmpty)
  }

  @Test("The size of a name and a plain line are explained where they mean something")
  func explained() throws {
    let network = try Fixtures.network(yaml: Fixtures.province)
    let legend = NetworkView().makeScene(network, DiagramContext()).legend
    #expect(
      legend.contains(.size(ofPoints: false, "the larger the name, the higher its betweenness")))
    #expect(legend.contains(.edge(.secondary, hasArrow: true, "a relation")))
    #expect(!legend.contains(.words("two heads: both ways")))
    let mutual = try Fixtures.network(
      yaml: Fixtures.province + "\n  - {from: police, to: inspectorate, kind: refers_to}\n")
    for view in [PathwayView(), NetworkView()] as [any DiagramView] {
      #expect(
        view.makeScene(mutual, DiagramContext()).legend.contains(.words("two heads: both ways")))
    }
  }

  @Test("What leads both ways is said of both")
  func both() throws {
    let network = try Fixtures.network(
      yaml: """
        liaison: 1
        title: شہر
        organizations:
          - {id: a, name: Police, entry_point: true}
          - {id: b, name: Shelter, services: [{id: beds, type: shelter}]}
        relations:
          - {from: a, to: b, kind: refers_to}
          - {from: b, to: a, kind: refers_to}
        """)
    let pathway = PathwayView().makeScene(network, DiagramContext())
    #expect(
      pathway.edges.map(\.description) == ["Police and the Shelter refer people to each other"])
    // Two referrals are one arrow, and a title from right to left turns nothing round.
    #expect(
      pathway.subtitle == "\u{200E}شہر\u{200E} · 2 organizations · 2 referrals")
    let referral = NetworkView().makeScene(network, DiagramContext())
    #expect(referral.edges.map(\.description) == pathway.edges.map(\.description))
    var all = DiagramContext()
    all.layer = .all
    let joined = NetworkView().makeScene(network, all)
    #expect(joined.edges.map(\.description) == ["Police and the Shelter are joined to each other"])
  }
}
