import LiaisonGaps
import LiaisonModel
import Testing

@Suite("Presence, worked by hand")
struct PresenceKindTests {
  func findings(
    _ organizations: String, relations: String = "", boundary: String = "boundary: {rule: all}",
    _ more: String = "", severity: String = "warning"
  ) throws -> (findings: [Finding], questions: [Finding]) {
    let report = try Written.report(
      """
      liaison: 1
      title: Two districts
      \(boundary)
      areas:
        - {id: land, name: The Land, level: province}
        - {id: east, name: East District, level: district, within: land}
        - {id: west, name: West District, level: district, within: land}
      organizations:
        - {id: police, name: Police, sector: gov.law_enforcement, areas: [land]}
      \(organizations)
      \(relations)
      """,
      """
      - id: unions
        kind: presence
        sectors: [worker.trade_union]
        level: district
        areas: [west]
        severity: \(severity)
        citation: ours
      \(more)
      """)
    return (report.findings, report.questions)
  }

  @Test("Nobody of the sector: absent")
  func absent() throws {
    let found = try findings("").findings
    #expect(found.map(\.sentence) == ["No trade union is recorded in West District."])
    #expect(found.first?.severity == .warning)
    #expect(found.first?.key == ["worker.trade_union", "west"])
  }

  @Test(
    "How a sector that is not there can come there differs by who can bring it",
    arguments: [
      ("gov.labour_inspection", "Ask whose task it is in West District, and have a labour "),
      ("worker.trade_union", "Ask the workers' federations who organizes workers in West "),
      ("employer.association", "Ask the chambers and associations who speaks for employers in "),
      ("private.recruitment", "Ask the employers' associations which recruitment business in "),
      ("media", "Find a media organization that is read or heard in West "),
      ("academia", "Ask a university or research institute to take part in West "),
      ("cso.survivor_led", "Ask survivors, through those whom they trust, whether and how "),
      ("donor", "Ask a donor whether its work can reach West District."),
      ("legal.aid_bar", "Find out who does the work of a legal aid body or bar in West "),
    ])
  func remedies(_ sector: String, _ start: String) throws {
    let report = try Written.report(
      """
      liaison: 1
      title: One district
      boundary: {rule: all}
      areas: [{id: west, name: West District, level: district}]
      organizations: [{id: police, name: Police, sector: gov.law_enforcement, areas: [west]}]
      """,
      "- {id: p, kind: presence, sectors: [\(sector)], level: district, severity: error, citation: ours}"
    )
    let finding = try #require(report.findings.first)
    #expect(finding.suggestion?.hasPrefix(start) == true, "\(finding.suggestion ?? "none")")
  }

  @Test("Nobody recorded, but the network does not say that it lists everybody: a question")
  func open() throws {
    let (found, questions) = try findings("", boundary: "")
    #expect(found.isEmpty)
    #expect(
      questions.map(\.sentence) == ["Is there a trade union in West District? None is recorded."])
  }

  @Test(
    "Where no area of the level is declared, it is asked of the areas that are, and never missed")
  func outline() throws {
    let report = try Written.report(
      """
      liaison: 1
      title: A land
      boundary: {rule: all}
      areas: [{id: land, name: The Land, level: country}]
      organizations: [{id: police, name: Police, sector: gov.law_enforcement, areas: [land]}]
      """,
      """
      - id: unions
        kind: presence
        sectors: [worker.trade_union, gov.law_enforcement]
        level: district
        severity: warning
        citation: ours
      """)
    #expect(report.findings.isEmpty)
    #expect(
      report.questions.map(\.sentence) == ["Is there a trade union in The Land? None is recorded."])
    #expect(report.scope.judged == ["unions"])
    #expect(report.scorecard.map(\.count) == [1] && report.scorecard.map(\.upper) == [2])
  }

  @Test(
    "A union that serves the whole land from elsewhere is remote: a note, or by office a finding")
  func remote() throws {
    let union =
      "  - {id: u, name: Workers' Federation, sector: worker.trade_union, areas: [land], located_in: east}"
    let note = try findings(union).findings
    #expect(
      note.map(\.sentence) == [
        "No trade union is recorded with an office in West District: the Workers' Federation serves it "
          + "from elsewhere."
      ])
    #expect(note.first?.severity == .info)
    #expect(try findings(union, "  by: office").findings.first?.severity == .warning)
  }

  @Test(
    "An office or a unit there, or a catchment of that area, makes it present",
    arguments: [
      "  - {id: u, name: Union, sector: worker.trade_union, areas: [land], located_in: west}",
      "  - {id: u, name: Union, sector: worker.trade_union, areas: [west]}",
      "  - {id: u, name: Union, sector: worker.trade_union, areas: [land]}\n  - {id: v, name: Union West, parent: u, areas: [west]}",
      "  - {id: u, name: Union, sector: worker.trade_union, areas: [any], located_in: west}",
      "  - {id: u, name: Union, sector: worker.trade_union, areas: [land], located_in: east, services: [{id: s, type: legal_counsel}]}\nsites: [{id: desk, of: u/s, located_in: west}]",
      "  - {id: u, name: Union, sector: worker.trade_union, areas: [land], located_in: east}\n  - {id: v, name: Branch, parent: u, located_in: east}\nsites: [{id: desk, of: v, located_in: west, tlp: RED}]",
    ])
  func present(_ organizations: String) throws {
    #expect(try findings(organizations, "  by: office").findings.isEmpty)
  }

  @Test(
    "A site elsewhere, or of a service that has ended, is no office there; of one that may be, it is asked",
    arguments: [
      ("", "east", 1, 0), (", status: ended", "west", 1, 0), (", status: dormant", "west", 0, 1),
    ])
  func sites(_ status: String, _ area: String, _ found: Int, _ asked: Int) throws {
    let (findings, questions) = try findings(
      """
        - {id: u, name: Union, sector: worker.trade_union, areas: [land], located_in: east, services: [{id: s, type: legal_counsel\(status)}]}
      sites: [{id: desk, of: u/s, located_in: \(area)}]
      """, "  by: office")
    #expect(findings.count == found && questions.count == asked)
  }

  @Test("A unit there that does not operate is named, in the finding and in the question")
  func closedUnit() throws {
    let unit =
      "\n  - {id: v, name: Union West, parent: u, areas: [west], located_in: west, status: suspended}"
    let remote = try findings(
      "  - {id: u, name: Workers' Federation, sector: worker.trade_union, areas: [land], located_in: east}"
        + unit, "  by: office")
    #expect(
      remote.findings.map(\.sentence) == [
        "No trade union in operation is recorded with an office in West District: Union West is "
          + "recorded as suspended and the Workers' Federation serves it from elsewhere."
      ])
    let open = try findings(
      "  - {id: u, name: Workers' Federation, sector: worker.trade_union, areas: [land]}" + unit,
      "  by: office")
    #expect(open.findings.isEmpty)
    #expect(
      open.questions.map(\.sentence) == [
        "Does the Workers' Federation serve West District from an office there? Where it is located is not "
          + "recorded, and no other trade union in operation is recorded with an office there: Union West "
          + "is recorded as suspended."
      ])
  }

  @Test("A union whose catchment is another district does not serve this one")
  func elsewhere() throws {
    let found = try findings(
      "  - {id: u, name: Union, sector: worker.trade_union, areas: [east], located_in: west}")
    #expect(found.findings.map(\.sentence) == ["No trade union is recorded in West District."])
  }

  @Test("A union without a relation of the families asked for is there in name only")
  func token() throws {
    let union = "  - {id: u, name: Dockers' Union, sector: worker.trade_union, areas: [west]}"
    let families = "  families: [cooperation]"
    #expect(
      try findings(union, families).findings.map(\.sentence) == [
        "The Dockers' Union is recorded in West District as trade union, but no relation of "
          + "cooperation with anybody."
      ])
    let tie = "relations: [{from: police, to: u, kind: shares_information_with}]"
    #expect(try findings(union, relations: tie, families).findings.isEmpty)
    let body = """
      bodies: [{id: c, name: Committee}]
      relations: [{from: u, to: c, kind: member_of}]
      """
    // Sitting on one committee is never cooperation.
    #expect(try findings(union, relations: body, families).findings.count == 1)
    // Where information and joint work are not listed completely, it is a question.
    let partly = "boundary: {rule: all, complete: [organizations, referral]}"
    let asked = try findings(union, boundary: partly, families)
    #expect(asked.findings.isEmpty)
    #expect(
      asked.questions.map(\.sentence) == [
        "With whom does the Dockers' Union work in West District? No relation of cooperation is "
          + "recorded."
      ])
  }

  @Test("A catchment that nobody states is asked about")
  func unknown() throws {
    let found = try findings("  - {id: u, name: Dockers' Union, sector: worker.trade_union}")
    #expect(found.findings.isEmpty)
    #expect(
      found.questions.map(\.sentence) == [
        "Does the Dockers' Union serve West District? No other trade union is recorded there."
      ])
  }

  @Test(
    "What cannot be read is refused with the expectation's id and the key",
    arguments: [
      ("  by: town", "`by` is one of office, not `town`."),
      ("  famlies: [referral]", "the key `famlies` is not one of the kind `presence`"),
      ("  families: [friendship]", "not `friendship`."),
    ])
  func refused(_ more: String, _ part: String) throws {
    do {
      _ = try findings("", more)
      Issue.record("It was read.")
    } catch let error as GapError {
      #expect(error.code == .badExpectation)
      #expect(error.message.hasPrefix("Expectation `unions` of standard `ours`:"))
      #expect(error.message.contains(part), "\(error.message)")
    }
  }

  @Test("Where somebody may have an office, or a tie, that nobody has is a question")
  func doubtful() throws {
    let unions = """
        - {id: u, name: Workers' Federation, sector: worker.trade_union, areas: [land], located_in: east}
        - {id: d, name: Dockers' Union, sector: worker.trade_union, areas: [west=unknown], located_in: west}
      """
    let remote = try findings(unions, "  by: office")
    #expect(remote.findings.isEmpty)
    #expect(
      remote.questions.map(\.sentence) == [
        "Does the Dockers' Union serve West District from an office there? No other trade union is "
          + "recorded with one."
      ])
    let tie = "relations: [{from: d, to: police, kind: works_with}]"
    let token = try findings(unions, relations: tie, "  families: [joint]")
    #expect(token.findings.isEmpty)
    #expect(
      token.questions.map(\.sentence) == [
        "Does the Dockers' Union serve West District and work with others? A relation of joint work "
          + "that is sure is recorded of no trade union there."
      ])
  }

  @Test(
    "Who serves a district, and of whom nobody says where it is located, may have an office there")
  func placeless() throws {
    let union = "  - {id: u, name: Workers' Federation, sector: worker.trade_union, areas: [land]}"
    let asked = try findings(union, "  by: office")
    #expect(asked.findings.isEmpty)
    #expect(
      asked.questions.map(\.sentence) == [
        "Does the Workers' Federation serve West District from an office there? Where it is located is "
          + "not recorded, and no other trade union is recorded with an office there."
      ])
    // Where no office is asked for, from where it serves is nobody's question.
    #expect(try findings(union).findings.isEmpty)
    #expect(try findings(union).questions.isEmpty)
    // A unit elsewhere says nothing of where its organization is located.
    let unit = "\n  - {id: v, name: Federation East, parent: u, areas: [east], located_in: east}"
    #expect(try findings(union + unit, "  by: office").questions == asked.questions)
    let located = union.replacing("areas: [land]", with: "areas: [land], located_in: east")
    #expect(try findings(located + unit, "  by: office").findings.count == 1)
    // Of a unit that may serve the district it is open too.
    let mobile = "\n  - {id: v, name: Mobile Team, parent: u, areas: [land]}"
    #expect(
      try findings(located + mobile, "  by: office").questions.map(\.sentence) == [
        "Do the Workers' Federation or the Mobile Team serve West District from an office there? No "
          + "other trade union is recorded with one."
      ])
  }

  @Test("Where it is not known whether an office still operates, that is asked")
  func idle() throws {
    let union = """
        - {id: d, name: Dockers' Union, sector: worker.trade_union, areas: [west], status: dormant}
      """
    let asked = try findings(union)
    #expect(asked.findings.isEmpty)
    #expect(
      asked.questions.map(\.sentence) == [
        "Is the Dockers' Union in operation? It is recorded as dormant. No other trade union is recorded in "
          + "West District."
      ])
    let far =
      "  - {id: u, name: Workers' Federation, sector: worker.trade_union, areas: [land], located_in: east}\n"
    #expect(
      try findings(far + union, "  by: office").questions.map(\.sentence) == [
        "Is the Dockers' Union in operation? It is recorded as dormant. No other trade union is recorded with "
          + "an office in West District."
      ])
    let ties = """
      relations:
        - {from: d, to: police, kind: works_with}
      """
    #expect(
      try findings(far + union, relations: ties, "  families: [joint]").questions.map(\.sentence)
        == [
          "Is the Dockers' Union in operation? It is recorded as dormant. A relation of joint work that is "
            + "sure is recorded of no trade union in West District."
        ])
  }

  @Test("Who is recorded and does not operate is named")
  func closed() throws {
    let union = """
        - {id: d, name: Dockers' Union, sector: worker.trade_union, areas: [west], status: suspended}
      """
    #expect(
      try findings(union).findings.map(\.sentence) == [
        "No trade union in operation is recorded in West District: the Dockers' Union is recorded as "
          + "suspended."
      ])
    #expect(
      try findings(union, boundary: "").questions.map(\.sentence) == [
        "Is there a trade union in West District? None in operation is recorded: the Dockers' Union is "
          + "recorded as suspended."
      ])
    #expect(
      try findings(union, "  sentence: \"Workers of {area} have no {sector}.\"").findings.map(
        \.sentence)
        == [
          "Workers of West District have no trade union. The Dockers' Union is recorded as suspended."
        ])
    let ended = union.replacing("status: suspended", with: "valid_until: 2024-12-31")
    #expect(try findings(ended).findings.map(\.id) == findings("").findings.map(\.id))
  }
}
