import LiaisonCatalog
import LiaisonFiles
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
    #expect(gap.label == "no way to emergency shelter for men from the Labour Inspectorate")
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

  @Test("More than two reasons, or one amid many lines, are numbers, which the legend explains")
  func numbers() throws {
    let network = try Fixtures.samundar()
    let ways = [
      missing(to: "mens-refuge", "shelter.emergency"), missing(to: "insaf", "legal_counsel"),
      missing(to: "dar-ul-aman", "psychosocial"),
    ]
    let two = GapsView().makeScene(network, DiagramContext(findings: Array(ways.prefix(2))))
    #expect(two.edges.count > 12 && two.edges.filter { $0.role == .gap }.map(\.number) == [1, 2])
    let three = GapsView().makeScene(network, DiagramContext(findings: ways))
    let gaps = three.edges.filter { $0.role == .gap }
    #expect(gaps.map(\.number) == [1, 2, 3] && gaps.allSatisfy { $0.label == nil })
    #expect(
      three.legend.first == .number(1, "no way to emergency shelter for men from Provincial Police")
    )
    #expect(
      gaps[2].description.hasSuffix("no way to psychosocial support for men from Provincial Police")
    )
  }

  @Test("A red arrow says from which entry points there is no way, and where, never more")
  func starts() throws {
    let network = try Fixtures.samundar()
    func label(_ entries: [(String, [String])]) throws -> String? {
      let folds = entries.map { entry, areas in
        var finding = Finding(
          rule: "s/reach", severity: .error, key: [entry],
          subjects: .organizations(["police", "mens-refuge"]),
          needs: Finding.Needs(
            entry: entry, service: "shelter.emergency", areas: areas, groups: ["adult.male"]),
          sentence: "No arrangement is recorded.")
        finding.missing = Finding.MissingRelation(from: "police", to: "mens-refuge")
        return FindingFold(finding)
      }
      let scene = GapsView().makeScene(network, DiagramContext(findings: folds))
      guard case .number(1, let text) = scene.legend.first else { return nil }
      return text
    }
    let what = "no way to emergency shelter for men"
    #expect(
      try label([("roshni", ["north"])]) == "\(what) from the Roshni Helpline in North District")
    #expect(
      try label([("roshni", ["north", "coast", "valley"])]) == "\(what) from the Roshni Helpline")
    #expect(
      try label([("roshni", ["north"]), ("labour-inspectorate", ["north"])])
        == "\(what) from 2 entry points in North District")
    #expect(
      try label([("roshni", ["north"]), ("labour-inspectorate", ["coast"])])
        == "\(what) from 2 entry points, in one area each")
    #expect(
      try label([("roshni", ["north", "coast"]), ("labour-inspectorate", ["coast"])])
        == "\(what) from 2 entry points, in some areas each")
    // Services alike in all else stand together.
    var counsel = missing(to: "mens-refuge", "legal_counsel")
    counsel.finding.missing = Finding.MissingRelation(from: "police", to: "mens-refuge")
    let both = GapsView().makeScene(
      network,
      DiagramContext(findings: [missing(to: "mens-refuge", "shelter.emergency"), counsel]))
    #expect(
      both.legend.first
        == .number(
          1, "no way to emergency shelter and legal counsel for men from Provincial Police"))
  }

  @Test("What is urgent is drawn before what is important, also where it has no remark of its own")
  func urgent() throws {
    let network = try Fixtures.samundar()
    let standard = try #require(ShippedData.standard("four-pillars"))
    let gaps = try GapAnalysis.run(network, against: standard)
    let scene = GapsView().makeScene(network, DiagramContext(findings: gaps.folds))
    let texts = scene.textAlternative
    for fold in gaps.folds where fold.finding.severity == .error {
      #expect(texts.contains(fold.finding.sentence), "\(fold.finding.sentence)")
    }
    let hospital = try #require(scene.nodes.first { $0.id == "hospital-coast" })
    #expect(hospital.note == "prohibited: case data to Samundar Television")
    // A single point of failure of some needs is not called one of all.
    let insaf = try #require(scene.nodes.first { $0.id == "insaf" })
    #expect(insaf.note?.contains("only way to legal counsel for some") == true)
    let bare = Finding(
      rule: "s/x", severity: .error, key: ["a"],
      subjects: .organizations(["police", "insaf", "roshni"]), sentence: "No tie is recorded.")
    let drawn = GapsView().makeScene(network, DiagramContext(findings: [FindingFold(bare)]))
    #expect(drawn.nodes.contains { $0.name == "No tie" && $0.style.isDashed })
  }

  @Test("A union that is no entry point and offers no identification does not stand under it")
  func unions() throws {
    let network = try Fixtures.samundar()
    func stage(_ id: String) throws -> PathwayStage {
      PathwayStage(try #require(network.organization(id)), in: network)
    }
    #expect(try stage("dockers-union") == .support)
    #expect(try stage("workers-federation") == .entry)
    let scene = PathwayView().makeScene(network, DiagramContext())
    let named = scene.textAlternative.first { $0.hasPrefix("Identification:") }
    #expect(named?.contains("Provincial Police") == true)
    #expect(named?.contains("Union") == false && named?.contains("Secretariat") == false)
  }

  @Test("What nobody offers stands in the column of those who would offer it")
  func absentService() throws {
    let network = try Fixtures.samundar()
    for (service, stage) in [
      ("case_management", PathwayStage.protection), ("shelter.emergency", .protection),
      ("legal_counsel", .support), ("formal_identification", .identification),
      ("compensation", .inclusion),
    ] {
      let absent = Finding(
        rule: "s/coverage", severity: .error, key: [service],
        needs: Finding.Needs(service: Code(service), groups: ["adult.male"]), sentence: "None.")
      let scene = GapsView().makeScene(network, DiagramContext(findings: [FindingFold(absent)]))
      #expect(scene.nodes.first { $0.id == "absent-1" }?.stage == stage.rawValue, "\(service)")
    }
  }

  @Test("What is drawn as not certain is said to be, and whom one refers people to is one sentence")
  func uncertainWords() throws {
    let network = try Fixtures.samundar()
    for view in [PathwayView() as any DiagramView, NetworkView()] {
      let scene = view.makeScene(network, DiagramContext())
      let doubtful = scene.edges.filter { $0.role == .uncertain }
      #expect(!doubtful.isEmpty)
      for edge in scene.edges {
        #expect(edge.description.hasSuffix(", not certain") == (edge.role == .uncertain))
      }
      #expect(
        scene.relationWords.contains(
          "The Migrant Resource Centre refers people to the Men's Refuge, not certain"))
      #expect(
        scene.relationWords.contains(
          "The Roshni Helpline refers people to Provincial Police, the Dar-ul-Aman Women's Shelter, the Child "
            + "Protection Bureau, the Migrant Resource Centre, the Insaf Legal Aid Centre and Khair Relief"
        ))
    }
    let units = PathwayView().makeScene(network, DiagramContext()).relationWords
    #expect(
      units.contains("The Port Immigration Checkpost is a unit of the Federal Immigration Service"))
  }

  @Test("A sector that is absent stands at its stage in every network, and else beside the way")
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
    #expect(stage("worker.trade_union") == PathwayStage.support.rawValue)
    #expect(stage("gov.social_welfare") == PathwayStage.protection.rawValue)
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
