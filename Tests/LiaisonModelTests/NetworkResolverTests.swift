import LiaisonGraph
import LiaisonModel
import Testing

@Suite("Resolving documents")
struct NetworkResolverTests {
  /// The rules of what keeps a document from resolving.
  func causes(_ change: (inout NetworkDocument) -> Void) -> [String] {
    var document = Samples.document()
    change(&document)
    do {
      _ = try Samples.resolve(document)
      return []
    } catch let failure as NetworkResolver.Failure {
      return failure.problems.map(\.rule)
    } catch {
      return ["?"]
    }
  }

  @Test("A sound document resolves")
  func sound() throws {
    let network = try Samples.province()
    #expect(network.organizations.map(\.id) == ["inspectorate", "police", "dar", "police-north"])
    #expect(network.areas.map(\.isLeaf) == [false, true, true])
    #expect(
      network.relations.map(\.key) == ["inspectorate refers_to police", "police refers_to dar"])
    let police = try #require(network.organization("police"))
    #expect(network.organizations[police].units == [3])
  }

  @Test("Undeclared ends, doubled ids, unknown kinds and circles are refused, each with its rule")
  func refused() {
    #expect(causes { $0.relations[0].to = .of("polce") } == ["REF001"])
    #expect(causes { $0.organizations.append($0.organizations[0]) } == ["REF002"])
    #expect(causes { $0.relations[0].kind = .of("refer_to") } == ["VOC001"])
    #expect(causes { $0.relations.append($0.relations[0]) } == ["REF005"])
    #expect(causes { $0.areas[0].within = .of("north") }.contains("REF006"))
    #expect(causes { $0.organizations[1].parent = .of("police-north") }.contains("REF006"))
    #expect(causes { $0.relations[0].from = .absent } == ["DOC001"])
    #expect(causes { $0.organizations[0].id = .absent }.contains("DOC001"))
    #expect(causes { $0.relations[0].kind = .absent } == ["DOC001"])
    #expect(causes { $0.orphanEvidence.append(EvidenceEntry()) } == ["REF001"])
    #expect(
      causes { $0.organizations[0].scope.areas = .of(ScopeList([ScopeTerm("nowhere")])) }
        == ["REF001"])
  }

  @Test("A second relation of the same ends and kind is kept under its own id")
  func secondRelation() throws {
    var document = Samples.document()
    var second = document.relations[0]
    second.id = .of("second")
    document.relations.append(second)
    #expect(try Samples.resolve(document).relations.map(\.key).last == "second")
  }

  @Test("An end may be a service, and a service outside its organization finds it")
  func services() throws {
    var document = Samples.document()
    var legal = ServiceEntry()
    legal.id = .of("legal")
    legal.type = .of("legal_counsel")
    legal.organization = .of("dar")
    document.orphanServices = [legal]
    document.relations[1].to = .of("dar/legal")
    let network = try Samples.resolve(document)
    #expect(network.relations[1].to == .service(1))
    #expect(network.services[1].organization == network.organization("dar"))
    document.relations[1].to = .of("dar/nothing")
    #expect(throws: NetworkResolver.Failure.self) { try Samples.resolve(document) }
  }
}

@Suite("Layers")
struct LayerTests {
  @Test("Parallel relations are one edge with the greatest intensity, and feedback is no arc")
  func collapse() throws {
    var document = Samples.document()
    document.relations[0].intensity = .of(2)
    var again = document.relations[0]
    again.id = .of("again")
    again.intensity = .of(3)
    document.relations.append(again)
    document.relations.append(Samples.relation("police", "gives_feedback_to", "inspectorate"))
    let layer = try Samples.resolve(document).layer(.referral, on: nil)
    #expect(layer.graph.isDirected)
    #expect(layer.graph.edgeCount == 2)
    #expect(layer.graph.weights == [3, 1])
    #expect(layer.ids == ["inspectorate", "police", "dar", "police-north"])
  }

  @Test("Cooperation is undirected and joins referral, information and joint work")
  func cooperation() throws {
    var document = Samples.document()
    document.relations.append(Samples.relation("police", "joint_casework", "inspectorate"))
    document.relations.append(Samples.relation("dar", "shares_information_with", "inspectorate"))
    document.relations.append(Samples.relation("dar", "funds", "police-north"))
    let network = try Samples.resolve(document)
    let cooperation = network.layer(.cooperation, on: nil).graph
    #expect(!cooperation.isDirected && cooperation.edgeCount == 3)
    #expect(network.layer(.resource, on: nil).graph.edgeCount == 1)
    #expect(network.layer(.all, on: nil).graph.edgeCount == 5, "joint work goes both ways")
  }

  @Test("Sitting on one committee joins to the committee, and is never cooperation")
  func membership() throws {
    var document = Samples.document()
    var body = BodyEntry()
    body.id = .of("committee")
    document.bodies = [body]
    document.relations.append(Samples.relation("police", "member_of", "committee"))
    document.relations.append(Samples.relation("dar", "member_of", "committee"))
    let network = try Samples.resolve(document)
    let layer = network.layer(.membership, on: nil)
    #expect(layer.graph.edgeCount == 2)
    #expect(layer.nodes.last == .body(0))
    #expect(network.layer(.cooperation, on: nil).graph.edgeCount == 2)
  }

  @Test("What is not in force at the date is left out")
  func dates() throws {
    var document = Samples.document()
    document.relations[0].validity.until = .of(try #require(CalendarDate("2024-12-31")))
    let network = try Samples.resolve(document)
    #expect(network.layer(.referral, on: CalendarDate("2024-12-31")).graph.edgeCount == 2)
    #expect(network.layer(.referral, on: CalendarDate("2025-01-01")).graph.edgeCount == 1)
  }
}
