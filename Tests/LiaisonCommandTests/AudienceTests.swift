import Foundation
import LiaisonFiles
import LiaisonModel
import LiaisonTestSupport
import Testing

/// `--audience`: nothing that is withheld leaves the tool, in whatever form.
@Suite("Audiences", .serialized)
struct AudienceTests {
  static let tool = ToolRun.built("liaison")

  /// Two organizations that the network's own label shows, and one that it does not.
  static let small = """
    liaison: 1
    title: T
    as_of: 2025-06-30
    tlp: GREEN
    organizations:
      - {id: a, name: Alpha}
      - {id: b, name: Beta}
      - {id: c, name: Gamma, tlp: RED}
    relations:
      - {from: a, to: b, kind: refers_to}
      - {from: b, to: c, kind: refers_to}
    """

  /// Samundar with a mark in everything that GREEN may not see: in its id, its names and its note, in
  /// each note, piece of evidence, caseload and word of the header.
  private static func marked() throws -> (document: NetworkDocument, marks: Int) {
    var document = try NetworkReader.read(path: Checkout.path("graphs/samundar"))
    var count = 0
    func mark() -> String {
      count += 1
      return "zqmark\(count)"
    }
    var renamed: [String: String] = [:]
    func isWithheld(_ label: Field<TrafficLight>) -> Bool { (label.value ?? .amber) > .green }
    for index in document.organizations.indices {
      let entry = document.organizations[index]
      let owner = entry.id.value ?? ""
      document.organizations[index].note = .of(mark())
      if isWithheld(entry.tlp) {
        renamed[owner] = mark()
        document.organizations[index].id = .of(renamed[owner] ?? "")
        document.organizations[index].name = .of(mark())
        document.organizations[index].names = entry.names.map {
          LocalName(tag: $0.tag, text: mark())
        }
      }
      for position in entry.services.indices {
        document.organizations[index].services[position].note = .of(mark())
        guard isWithheld(entry.services[position].tlp) else { continue }
        let old = entry.services[position].id.value ?? ""
        let new = mark()
        renamed["\(owner)/\(old)"] = "\(renamed[owner] ?? owner)/\(new)"
        document.organizations[index].services[position].id = .of(new)
        document.organizations[index].services[position].name = .of(mark())
      }
    }
    func renew(_ field: inout Field<String>) {
      guard let old = field.value else { return }
      if let new = renamed[old] { field = .of(new) }
    }
    func renew(_ field: inout Field<[String]>) {
      guard let old = field.value else { return }
      field = .of(old.map { renamed[$0] ?? $0 })
    }
    for index in document.organizations.indices { renew(&document.organizations[index].parent) }
    for index in document.sites.indices {
      renew(&document.sites[index].of)
      document.sites[index].name = .of(mark())
    }
    for index in document.agreements.indices {
      renew(&document.agreements[index].parties)
      document.agreements[index].name = .of(mark())
    }
    for index in document.bodies.indices { document.bodies[index].name = .of(mark()) }
    for index in document.activities.indices {
      renew(&document.activities[index].leads)
      renew(&document.activities[index].supports)
      document.activities[index].title = .of(mark())
    }
    for index in document.relations.indices {
      renew(&document.relations[index].from)
      renew(&document.relations[index].to)
      document.relations[index].note = .of(mark())
      for item in document.relations[index].evidence.indices {
        document.relations[index].evidence[item].source = .of(mark())
      }
    }
    document.header.custodian = .of(mark())
    document.header.note = .of(mark())
    document.header.boundary = .absent
    return (document, count)
  }

  /// What stands in a file: its bytes, and for a PDF its words.
  private static func words(_ path: String) throws -> [String] {
    let bytes = try Data(contentsOf: URL(filePath: path))
    var texts = [String(decoding: bytes, as: UTF8.self)]
    if path.hasSuffix(".pdf") { texts.append(try ToolRun.run("pdftotext", [path, "-"]).output) }
    return texts
  }

  /// Draws each view and writes the report for GREEN, with its figures in every form.
  private static func write(_ document: NetworkDocument, to folder: TemporaryFolder) throws {
    try NetworkWriter.write(document, to: folder.path("network"), as: .folder)
    for view in ["pathway", "sectors", "network"] {
      let run = try ToolRun.run(
        tool,
        [
          "draw", folder.path("network"), "--view", view, "--audience", "green", "-o",
          folder.path("\(view).dot"),
        ])
      #expect(run.status == 0, "\(run.errors)")
      #expect(!run.errors.contains("zqmark"))
    }
    let run = try ToolRun.run(
      tool, ["report", folder.path("network"), "--audience", "green", "-o", folder.path("report")])
    #expect(run.status == 0, "\(run.errors)")
  }

  @Test("No id, name, note or evidence of what is withheld occurs in any file that is written")
  func leaks() throws {
    let (document, marks) = try Self.marked()
    #expect(marks > 300)
    let folder = try TemporaryFolder()
    try Self.write(document, to: folder)
    let files = ToolCommands.files(in: folder).filter {
      !$0.hasPrefix("network/") && $0.contains(".")
    }
    #expect(files.count == 3 + 3 * 3 + 2, "\(files)")
    for file in files {
      for text in try Self.words(folder.path(file)) {
        #expect(!text.contains("zqmark"), "\(file)")
      }
    }
    // The search finds what is there.
    let whole = try ToolRun.run(Self.tool, ["draw", folder.path("network"), "--format", "dot"])
    #expect(whole.output.contains("zqmark"))
    // The withheld part is not felt either: the real Samundar gives the same bytes.
    var open = try NetworkReader.read(path: Checkout.path("graphs/samundar"))
    open.header.boundary = .absent
    let other = try TemporaryFolder()
    try Self.write(open, to: other)
    for file in files {
      #expect(
        try Data(contentsOf: URL(filePath: folder.path(file)))
          == Data(contentsOf: URL(filePath: other.path(file))), "\(file)")
    }
  }

  @Test("What may be shown is worth showing, and says that it is a part")
  func picture() throws {
    let run = try ToolRun.run(
      Self.tool,
      ["draw", Checkout.path("graphs/samundar"), "--view", "sectors", "--audience", "green"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("TLP:GREEN") && !run.output.contains("AMBER"))
    #expect(run.output.contains("Madadgar Helpline") && run.output.contains("Labour Inspectorate"))
    #expect(run.output.contains("a part: what may be shared as TLP:GREEN"))
    #expect(run.output.contains("Referral network, Province of Samundar"))
    for withheld in ["Dar-ul-Aman", "Refuge", "Khwaja", "Nordland", "دارالامان"] {
      #expect(!run.output.contains(withheld), "\(withheld)")
    }
  }

  @Test("Without an audience a picture is what the network's own label lets be seen")
  func ownLabel() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Self.small, to: "n.yaml")
    let own = try ToolRun.run(Self.tool, ["draw", path, "--view", "network"])
    #expect(own.output.contains("Beta") && !own.output.contains("Gamma"))
    #expect(own.output.contains("TLP:GREEN") && !own.output.contains("a part"))
    let red = try ToolRun.run(Self.tool, ["draw", path, "--view", "network", "--audience", "red"])
    #expect(red.output.contains("Gamma") && red.output.contains("TLP:RED"))
  }

  @Test(
    "Gaps are drawn for those who may read them",
    arguments: [("green", 77), ("amber", 77), ("amber+strict", 0), ("pink", 64)])
  func gaps(_ label: String, _ status: Int32) throws {
    let run = try ToolRun.run(
      Self.tool,
      ["draw", Checkout.path("graphs/samundar"), "--view", "gaps", "--audience", label])
    #expect(run.status == status, "\(run.errors)")
    #expect(run.output.isEmpty == (status != 0))
  }

  @Test("What has been said of a relation bears its own label, whatever that of the relation is")
  func evidence() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      """
      liaison: 1
      title: T
      as_of: 2025-06-30
      tlp: AMBER
      boundary: {rule: all}
      assume: {cases: any, groups: any, areas: any}
      areas: [{id: d, name: D | *x*, level: district}]
      organizations:
        - {id: hot, name: "Hot|line <b>", sector: hotline, entry_point: true}
        - {id: ws, name: Shelter, sector: ngo.national, services: [{id: s, type: shelter.emergency}]}
      relations:
        - id: r1
          from: hot
          to: ws
          kind: refers_to
          evidence:
            - {source: survey, kind: survey, date: 2025-01-01, reporter: from, answer: yes}
            - {source: talk, kind: interview, date: 2025-02-01, reporter: third, answer: no, tlp: RED}
      """, to: "n.yaml")
    let refused = try ToolRun.run(Self.tool, ["gaps", path, "--audience", "amber"])
    #expect(refused.status == 77 && refused.output.isEmpty)
    #expect(refused.errors.contains("n.yaml:18:9: error: "), "\(refused.errors)")
    #expect(refused.errors.contains("evidence of the relation “r1” is TLP:RED"))
    #expect(try ToolRun.run(Self.tool, ["gaps", path]).output.contains("TLP:RED"))
    let sheet = try ToolRun.run(Self.tool, ["ask", path, "ws", "--audience", "amber"])
    #expect(sheet.status == 0 && !sheet.output.contains("leaves it open"), "\(sheet.output)")
    let way = try ToolRun.run(
      Self.tool, ["gaps", path, "--path", "hot", "--format", "markdown"])
    #expect(way.output.contains("Hot\\|line &lt;b&gt; → Shelter"), "\(way.output)\(way.errors)")
    #expect(!way.output.contains("<b>"))
  }

  @Test("For a lower audience the report is a map, and goes to no folder that holds anything else")
  func report() throws {
    let folder = try TemporaryFolder()
    let samundar = Checkout.path("graphs/samundar")
    let out = folder.path("out")
    let arguments = ["report", samundar, "-o", out, "--audience", "green", "--format", "svg"]
    let run = try ToolRun.run(Self.tool, arguments)
    #expect(run.status == 0, "\(run.errors)")
    let names = ["network.svg", "pathway.svg", "report.html", "report.md", "sectors.svg"]
    #expect(try FileManager.default.contentsOfDirectory(atPath: out).sorted() == names)
    let text = try String(contentsOfFile: folder.path("out/report.md"), encoding: .utf8)
    #expect(text.hasPrefix("**TLP:GREEN**"))
    #expect(text.contains("2 Scope") && text.contains("3 Method"))
    for word in ["gap", "No arrangement", "finding"] {
      #expect(!text.replacing("found missing", with: "").contains(word), "\(word)")
    }
    #expect(try ToolRun.run(Self.tool, arguments).status == 0)
    try folder.write("{}", to: "out/findings.json")
    let refused = try ToolRun.run(Self.tool, arguments)
    #expect(refused.status == 77)
    #expect(refused.errors.contains("findings.json"))
    let whole = try ToolRun.run(
      Self.tool,
      [
        "report", try folder.write(Self.small, to: "n.yaml"), "-o", folder.path("b"), "--audience",
        "red", "--format", "svg",
      ])
    #expect(whole.status == 0)
    #expect(FileManager.default.fileExists(atPath: folder.path("b/findings.json")))
  }

  @Test(
    "What says more than its input carries the label that its reader must have, in every form",
    arguments: [
      "gaps N --path labour-inspectorate --service shelter.emergency", "gaps N --if-closed",
      "gaps N --convenors 3", "recommend N -k 1 --signer mens-refuge", "diff N N",
      "what-if N P", "gaps N", "gaps N --for police", "ask N police",
    ])
  func labels(_ line: String) throws {
    let words = line.split(separator: " ").map { word in
      switch word {
      case "N": Checkout.path("graphs/samundar")
      case "P": Checkout.path("graphs/patches/refuge.yaml")
      default: String(word)
      }
    }
    // A sheet of one organization names nothing that is labelled higher.
    let isSheet = line.hasSuffix("police")
    let label = isSheet ? "AMBER" : "AMBER+STRICT"
    let text = try ToolRun.run(Self.tool, words)
    #expect(text.status == 0, "\(text.errors)")
    let lines = text.output.split(separator: "\n").prefix(5).map { $0.split(separator: " ").last }
    #expect(lines.contains("TLP:\(label)"), "\(text.output.prefix(400))")
    let markdown = try ToolRun.run(Self.tool, words + ["--format", "markdown"])
    #expect(
      markdown.output.split(separator: "\n").prefix(4).contains("**TLP:\(label)**"),
      "\(markdown.output.prefix(400))")
    if words[0] == "gaps", line == "gaps N" || isSheet { return }
    let json = try ToolRun.run(Self.tool, words + ["--format", "json"])
    let root = try #require(
      JSONSerialization.jsonObject(with: Data(json.outputBytes)) as? [String: Any])
    #expect(root["tlp"] as? String == label, "\(json.output.prefix(300))")
  }
}
