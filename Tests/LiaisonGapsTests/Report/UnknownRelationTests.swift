import LiaisonFiles
import LiaisonGaps
import LiaisonModel
import LiaisonTestSupport
import Testing

@Suite("A relation that is recorded as not known is a question of its own")
struct UnknownRelationTests {
  private func judged(_ document: NetworkDocument) throws -> GapReport {
    let network = try NetworkResolver.resolve(
      document, vocabulary: .shipped.extended(by: document.vocabulary))
    let standard = try #require(ShippedData.standard("four-pillars"))
    return try GapAnalysis.run(network, against: standard, asOf: CalendarDate("2025-06-30"))
  }

  private func sheet(_ text: String) throws -> NetworkDocument {
    try SheetImport.read(bytes: Array(text.utf8), path: "sheet.csv").document
  }

  private func questions(_ report: GapReport) -> [String] {
    report.questions.filter { $0.rule == "four-pillars/relation" }.map(\.sentence)
  }

  @Test(
    "Each ? of a sheet is asked about, by itself and as one sentence, though no figure rests on it")
  func sheetMarks() throws {
    let report = try judged(
      sheet(",Police,Shelter,Helpline\nPolice,,x,\nShelter,?,,?\nHelpline,x,,\n"))
    #expect(
      questions(report) == [
        "Does the referral from the Shelter to the Helpline hold? It is recorded as not known.",
        "Does the referral from the Shelter to Police hold? It is recorded as not known.",
      ])
    let own = report.questions.filter { $0.rule == "four-pillars/relation" }
    #expect(
      report.folded(own).map(\.finding.sentence) == [
        "Do the referrals hold from the Shelter to the Helpline and the Shelter to Police? They are "
          + "recorded as not known."
      ])
    // Both ends are asked, on a sheet of their own.
    for id in ["police", "shelter"] {
      let place = try #require(report.pathways.network.organization(id))
      let keys = ConfirmationSheet(report, of: place).questions.flatMap(\.points).map(\.key)
      #expect(keys.contains(.init(.relations, "shelter refers_to police", .holds)), "\(id)")
    }
  }

  @Test("The answer of one side settles it, whatever the sheet did not know")
  func settled() throws {
    var document = try sheet(",Police,Shelter\nPolice,,x\nShelter,?,\n")
    for (answer, expected) in [(Answer.yes, Answer.yes), (.no, .no), (.unknown, .unknown)] {
      var said = EvidenceEntry()
      said.reporter = .of("from")
      said.answer = .of(answer)
      let unsure = try #require(document.relations.firstIndex { $0.from.value == "shelter" })
      document.relations[unsure].evidence =
        Array(document.relations[unsure].evidence.prefix(1)) + [said]
      let report = try judged(document)
      #expect(report.pathways.network.relations[unsure].evidenceAnswer == expected)
      #expect(questions(report).isEmpty == (answer != .unknown))
      #expect(
        questions(report).allSatisfy { $0.hasSuffix("hold? Those who were asked do not know.") })
    }
  }

  @Test(
    "A tie of another kind is asked about by its own words; a negative one, or one that ended, never"
  )
  func otherKinds() throws {
    func report(_ kind: String, _ more: String = "") throws -> [String] {
      try questions(
        judged(
          NetworkReader.document(
            yaml: """
              liaison: 1
              organizations: [{id: a, name: Union}, {id: b, name: Helpline}]
              bodies: [{id: c, name: Committee}]
              relations:
                - {from: a, to: \(kind == "member_of" ? "c" : "b"), kind: \(kind)\(more), evidence: [{answer: unknown}]}
              """)))
    }
    #expect(
      try report("shares_information_with") == [
        "Is it so that the Union shares information with the Helpline? It is recorded as not known."
      ])
    #expect(
      try report("member_of") == [
        "Is it so that the Union is a member of the Committee? It is recorded as not known."
      ])
    #expect(try report("distrusts") == [])
    #expect(try report("works_with", ", status: ended") == [])
  }

  @Test("What others report of it, and nobody who was asked, leaves a relation open")
  func thirdParty() throws {
    func sentences(_ reporter: String) throws -> [String] {
      try Written.report(
        """
        liaison: 1
        title: An account
        organizations:
          - {id: a, name: Ark}
          - {id: b, name: Bow}
        relations:
          - {from: a, to: b, kind: works_with, evidence: [{source: s, kind: document, reporter: \(reporter), answer: unknown}]}
        """,
        "- {id: c, kind: connection, layer: cooperation, severity: info, citation: ours}"
      ).questions.map(\.sentence)
    }
    #expect(
      try sentences("third") == [
        "Is it so that Ark works with Bow? What others report of it leaves it open."
      ])
    #expect(
      try sentences("from") == [
        "Is it so that Ark works with Bow? Those who were asked do not know."
      ])
  }
}
