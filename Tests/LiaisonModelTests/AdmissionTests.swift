import LiaisonFiles
import LiaisonModel
import Testing

/// SEMANTICS §3, row by row.
@Suite("Whom a hop admits")
struct AdmissionTests {
  @Test("The table of relation and target, whole")
  func table() {
    let rows: [(Answer?, [Answer])] = [
      // target:   yes, unknown, no, unstated (nothing assumed)
      (.yes, [.yes, .unknown, .no, .yes]),
      (.unknown, [.unknown, .unknown, .no, .unknown]),
      (.no, [.no, .no, .no, .no]),
      (nil, [.yes, .unknown, .no, .unknown]),
    ]
    for (relation, expected) in rows {
      for (target, answer) in zip([Answer.yes, .unknown, .no, nil], expected) {
        #expect(
          StakeholderNetwork.combine(relation: relation, target: target, assume: nil) == answer)
      }
    }
    #expect(StakeholderNetwork.combine(relation: nil, target: nil, assume: .yes) == .yes)
    #expect(StakeholderNetwork.combine(relation: nil, target: nil, assume: .no) == .no)
    #expect(StakeholderNetwork.combine(relation: .yes, target: nil, assume: .no) == .yes)
  }

  @Test(
    "A catchment that lists the province serves its districts, one that lists a district does not serve the province"
  )
  func areas() throws {
    let network = try Samples.province()
    let north = try #require(network.area("north"))
    #expect(network.answer(of: ScopeList([ScopeTerm("samundar")]), toArea: north) == .yes)
    #expect(network.answer(of: ScopeList([ScopeTerm("south")]), toArea: north) == .no)
  }

  @Test("A service takes an unstated dimension from its organization, and that from its parent")
  func inheritance() throws {
    let network = try Samples.province()
    let station = try #require(network.organization("police-north"))
    #expect(network.organizations[station].sector == "gov.law_enforcement")
    #expect(network.organizations[station].scope.groups == .any)
    #expect(
      network.organizations[station].scope.areas == ScopeList([ScopeTerm("north")]),
      "what is stated is kept")
    let shelter = try #require(network.organization("dar"))
    let beds = try #require(network.service(shelter, "shelter"))
    #expect(network.services[beds].scope.areas == ScopeList([ScopeTerm("samundar")]))
  }

  @Test("On the last hop the service decides, on an earlier one the organization")
  func lastHop() throws {
    let network = try Samples.province()
    let need = try Samples.need(network, "shelter.emergency", "adult.male")
    let shelter = try #require(network.organization("dar"))
    let beds = try #require(network.service(shelter, "shelter"))
    let toShelter = try Samples.relation(network, "police refers_to dar")
    #expect(network.answer(ofLastHop: toShelter, into: beds, to: need, on: nil) == .no)
    let woman = try Samples.need(network, "shelter.emergency", "adult.female")
    #expect(network.answer(ofLastHop: toShelter, into: beds, to: woman, on: nil) == .yes)
    #expect(network.answer(ofHop: toShelter, to: need, on: nil) == .yes)
  }

  @Test("The services rule: earlier hops pass by gateways, last hops only for what is listed")
  func services() throws {
    var document = Samples.document()
    document.relations[0].services = .of(["case_management"])
    document.relations[1].services = .of(["legal_counsel"])
    let network = try Samples.resolve(document)
    let need = try Samples.need(network, "shelter.emergency", "adult.female")
    let toPolice = try Samples.relation(network, "inspectorate refers_to police")
    let toShelter = try Samples.relation(network, "police refers_to dar")
    #expect(network.answer(ofHop: toPolice, to: need, on: nil) == .yes, "a gateway passes on")
    #expect(network.answer(ofHop: toShelter, to: need, on: nil) == .unknown, "legal counsel may")
    let dar = try #require(network.organization("dar"))
    let beds = try #require(network.service(dar, "shelter"))
    #expect(network.answer(ofLastHop: toShelter, into: beds, to: need, on: nil) == .no)
  }

  @Test("`onward: no` closes a relation on any hop but the last")
  func onward() throws {
    var document = Samples.document()
    document.relations[1].onward = .of(.no)
    let network = try Samples.resolve(document)
    let need = try Samples.need(network, "shelter.emergency", "adult.female")
    let toShelter = try Samples.relation(network, "police refers_to dar")
    let dar = try #require(network.organization("dar"))
    let beds = try #require(network.service(dar, "shelter"))
    #expect(network.answer(ofHop: toShelter, to: need, on: nil) == .no)
    #expect(network.answer(ofLastHop: toShelter, into: beds, to: need, on: nil) == .yes)
  }

  @Test("Both bounds of a validity are inclusive, and a dormant status is unknown")
  func validity() throws {
    var document = Samples.document()
    document.relations[0].validity.until = .of(try #require(CalendarDate("2025-06-30")))
    document.relations[1].validity.status = .of("dormant")
    let network = try Samples.resolve(document)
    let last = try #require(CalendarDate("2025-06-30"))
    let relation = network.relations[0]
    #expect(relation.standing(on: last) == .yes)
    #expect(relation.standing(on: CalendarDate(days: last.days + 1)) == .no)
    #expect(relation.standing(on: nil) == .yes)
    #expect(network.relations[1].standing(on: last) == .unknown)
  }

  @Test("The newest answer of each side counts, and sides that disagree are unknown")
  func evidence() throws {
    func standing(_ answers: [(String, String, Answer)]) throws -> Relation {
      var document = Samples.document()
      document.relations[0].evidence = try answers.map { side, date, answer in
        var entry = EvidenceEntry()
        entry.reporter = .of(Code(side))
        entry.date = .of(try #require(CalendarDate(date)))
        entry.answer = .of(answer)
        entry.confidence = .of(answer == .yes ? 0.7 : 0.9)
        return entry
      }
      return try Samples.resolve(document).relations[0]
    }
    #expect(try standing([]).evidenceAnswer == .yes)
    #expect(try standing([]).confidence == nil)
    let both = try standing([("from", "2025-01-01", .yes), ("to", "2025-02-01", .yes)])
    #expect(both.evidenceAnswer == .yes && both.isConfirmed && both.confidence == 0.7)
    let apart = try standing([("from", "2025-01-01", .yes), ("to", "2025-02-01", .no)])
    #expect(apart.evidenceAnswer == .unknown && apart.isDisputed)
    let torn = [("from", "2025-01-01", Answer.no), ("from", "2025-01-01", Answer.yes)]
    #expect(try standing(torn).evidenceAnswer == .unknown)
    #expect(try standing(torn.reversed()).evidenceAnswer == .unknown, "whatever the order of lines")
    let changed = try standing([("from", "2025-01-01", .no), ("from", "2025-02-01", .yes)])
    #expect(changed.evidenceAnswer == .yes && !changed.isDisputed && changed.confidence == 0.7)
  }

  @Test("Evidence of a later day is not known yet; where there is no other, nothing is")
  func laterEvidence() throws {
    func entry(_ date: String?, _ answer: Answer) throws -> EvidenceEntry {
      var entry = EvidenceEntry()
      entry.reporter = .of("from")
      entry.date = try date.map { .of(try #require(CalendarDate($0))) } ?? .absent
      entry.answer = .of(answer)
      return entry
    }
    let day = try #require(CalendarDate("2025-06-30"))
    func standing(_ evidence: [EvidenceEntry]) throws -> Answer {
      var document = Samples.document()
      document.relations[0].evidence = evidence
      let network = try Samples.resolve(document)
      let relation = network.known(on: day).relations[0]
      #expect(relation.standing(on: day) == relation.evidenceAnswer)
      #expect(network.relations[0].standing(on: day) == relation.evidenceAnswer)
      return relation.evidenceAnswer
    }
    #expect(try standing([entry("2025-06-30", .yes)]) == .yes, "the day itself counts")
    #expect(try standing([entry("2025-07-01", .yes)]) == .unknown)
    #expect(try standing([entry("2025-07-01", .no)]) == .unknown)
    #expect(try standing([entry("2025-06-01", .yes), entry("2025-07-01", .no)]) == .yes)
    #expect(try standing([entry("2025-07-01", .no), entry(nil, .yes)]) == .yes)
    #expect(try standing([]) == .yes)
  }

  @Test("On a last hop the provider's type is listed or not, however wide the need is")
  func listedType() throws {
    func answer(_ listed: String, _ need: String) throws -> Answer {
      let document = NetworkReader.document(
        yaml: """
          liaison: 1
          as_of: 2025-06-30
          assume: {areas: any, groups: any, cases: any}
          areas: [{id: land, name: Land}]
          organizations:
            - {id: desk, name: Desk, entry_point: true}
            - {id: house, name: House, services: [{id: beds, type: shelter.emergency}]}
          relations: [{from: desk, to: house, kind: refers_to, services: [\(listed)]}]
          """)
      let network = try NetworkResolver.resolve(document, vocabulary: .shipped)
      return network.answer(
        ofLastHop: 0, into: 0,
        to: Need(service: Code(need), area: 0, group: "adult.male", caseCode: "labour"),
        on: network.header.asOf)
    }
    #expect(try answer("shelter.emergency", "shelter") == .yes)
    #expect(try answer("shelter", "shelter.emergency") == .yes)
    #expect(try answer("shelter.long_term", "shelter") == .no)
    #expect(try answer("legal_counsel", "shelter.emergency") == .no)
  }
}
