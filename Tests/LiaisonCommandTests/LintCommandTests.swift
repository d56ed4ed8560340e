import Foundation
import LiaisonTestSupport
import Testing

/// The tool `liaison-lint` as a process.
@Suite("liaison lint", .serialized)
struct LintCommandTests {
  static let sound = """
    liaison: 1
    title: A network
    as_of: 2025-06-30
    organizations:
      - {id: hotline, name: Helpline, sector: hotline, entry_point: true}
      - {id: shelter, name: Shelter, services: [{id: beds, type: shelter.emergency}]}
    relations:
      - {from: hotline, to: shelter, kind: refers_to, feedback: systematic}

    """
  static let broken = sound.replacingOccurrences(of: "to: shelter,", with: "to: sheltre,")
  static let warned = sound.replacingOccurrences(of: ", feedback: systematic", with: "")

  private func lint(
    _ arguments: [String], in folder: TemporaryFolder? = nil, tool: String = "liaison-lint",
    limit: Double = 60
  ) throws -> ToolRun {
    try ToolRun.run(
      ToolRun.built(tool), ["lint"] + arguments, in: folder?.url.path, limit: limit)
  }

  @Test("Nothing found ends with 0, an error with 1, a warning with 0 unless it is to fail")
  func exitCodes() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.sound, to: "sound.yaml")
    try folder.write(Self.broken, to: "broken.yaml")
    try folder.write(Self.warned, to: "warned.yaml")
    let sound = try lint(["sound.yaml"], in: folder)
    #expect(sound.status == 0)
    #expect(sound.output == "")
    #expect(sound.errors == "no findings in 1 network.\n")
    // Of an edge list that much is checked, and it is called what it is.
    let list = try folder.write("source,target\na,b\n", to: "edges.csv")
    let plain = try ToolRun.run(ToolRun.built("liaison"), ["lint", list])
    #expect(plain.status == 0 && plain.errors == "no findings in 1 edge list.\n")
    let loop = try folder.write("source,target\na,a\n", to: "loop.csv")
    #expect(try ToolRun.run(ToolRun.built("liaison"), ["lint", loop]).output.contains("[REF006]"))
    let broken = try lint(["broken.yaml"], in: folder)
    #expect(broken.status == 1)
    #expect(
      broken.output.hasPrefix(
        "broken.yaml:8:25: error: “sheltre” is not declared as an organization, service or body. Did you mean “shelter”? [REF001]\n"
      ))
    #expect(try lint(["warned.yaml"], in: folder).status == 0)
    #expect(try lint(["warned.yaml", "--fail-on", "warning"], in: folder).status == 1)
    let strict = try lint(["warned.yaml", "--strict"], in: folder)
    #expect(strict.status == 1)
    #expect(strict.output.contains(": error: "))
    #expect(try lint(["warned.yaml", "--strict", "--disable", "PWY005"], in: folder).status == 0)
    #expect(try lint(["broken.yaml", "--rule", "PWY005"], in: folder).status == 0)
  }

  @Test("A folder that cannot be listed is told, and what stands after it is read all the same")
  func unlisted() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.broken, to: "a.yaml")
    try folder.write(Self.sound, to: "m/in.yaml")
    try folder.write(Self.broken, to: "z.yaml")
    // A name that is no UTF-8 keeps a folder from being listed, whoever runs the tests.
    let bytes = Array(folder.path("m/x").utf8) + [0xFF, 0]
    let file = bytes.withUnsafeBufferPointer {
      fopen(UnsafeRawPointer($0.baseAddress!).assumingMemoryBound(to: CChar.self), "w")
    }
    if let file { fclose(file) } else { return }
    let run = try lint(["."], in: folder)
    #expect(run.status == 66)
    #expect(
      run.output.contains("a.yaml:8:25: error:") && run.output.contains("z.yaml:8:25: error:"),
      "\(run.output)")
    #expect(run.errors.contains("holds a file whose name is not UTF-8"), "\(run.errors)")
  }

  @Test("Standards are found as files, among networks and beside the header of one, and linted")
  func standards() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.sound, to: "graphs/land/network.yaml")
    let base = "liaison_standard: 1\nid: base\ntitle: B\nexpectations:\n"
    let unions =
      "  - {id: a, kind: presence, sectors: [worker.guild], severity: info, citation: c}\n"
    try folder.write(base + unions, to: "graphs/base.yaml")
    try folder.write(
      "# Ours.\nliaison_standard: 1\nid: land\ntitle: L\nextends: ../base.yaml\n"
        + "override: [{id: b, severity: error}]\n", to: "graphs/land/standard.yaml")
    // A folder that is named holds what may be extended; a file alone holds only its own.
    let whole = try lint(["graphs"], in: folder)
    let told = whole.output.split(separator: "\n").map(String.init)
    #expect(told.count == 2, "\(whole.output)")
    #expect(
      told.first?.hasPrefix(
        "graphs/base.yaml:5:39: warning: Expectation `a` asks for “worker.guild” under `sectors`, "
          + "which is no sector.") == true, "\(whole.output)")
    #expect(
      told.last?.hasPrefix(
        "graphs/land/standard.yaml:6:17: error: `override` changes `b`, which `base` does not have."
      )
        == true, "\(whole.output)")
    #expect(whole.status == 1)
    #expect(whole.errors == "1 error and 1 warning in 1 network and 2 standards.\n")
    let alone = try lint(["graphs/land/standard.yaml"], in: folder)
    #expect(alone.output.contains("standard.yaml:5:10: error: No file “../base.yaml” is found"))
    #expect(alone.output.contains("[STD001]"))
    // A network of the same run may bring the word.
    try folder.write(
      Self.sound + "vocabulary: {sectors: {worker.guild: {name: guild}}}\n", to: "graphs/n.yaml")
    let known = try lint(["graphs/n.yaml", "graphs/base.yaml"], in: folder)
    #expect(known.output == "" && known.status == 0, "\(known.output)")
  }

  @Test("A patch among the networks is linted as one, and by whether it fits")
  func patches() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.sound, to: "graphs/sound.yaml")
    let head = "# A change to try.\nliaison_patch: 1\n"
    try folder.write(head + "remove: {organizations: [shelter]}\n", to: "graphs/fits.yaml")
    let clean = try lint(["graphs"], in: folder)
    #expect(clean.status == 0 && clean.output.isEmpty)
    #expect(clean.errors == "no findings in 1 network and 1 patch.\n")
    try folder.write(head + "remove: {organizations: [sheltre]}\n", to: "graphs/fits.yaml")
    let misfit = try lint(["graphs"], in: folder)
    #expect(misfit.status == 0)
    #expect(misfit.output.hasPrefix("graphs/fits.yaml:3:26: warning: The patch does not fit"))
    #expect(misfit.output.hasSuffix("Did you mean `shelter`? [PAT001]\n"))
    let alone = try lint(["graphs/fits.yaml"], in: folder)
    #expect(alone.output.isEmpty && alone.errors == "no findings in 0 networks and 1 patch.\n")
    try folder.write(head + "remove: {organisations: [shelter]}\n", to: "graphs/fits.yaml")
    let unknown = try lint(["graphs"], in: folder)
    #expect(
      unknown.status == 1 && unknown.output.contains("error: ")
        && unknown.output.contains("[DOC002]"))
  }

  @Test("Usage ends with 64, a broken file with 65, no file with 66")
  func otherCodes() throws {
    let folder = try TemporaryFolder()
    try folder.write("liaison: 1\norganizations: [{id: a\n", to: "syntax.yaml")
    #expect(try lint([], in: folder).status == 64)
    #expect(try lint(["syntax.yaml", "--format", "xml"], in: folder).status == 64)
    #expect(try lint(["syntax.yaml", "--as-of", "2025-02-30"], in: folder).status == 64)
    #expect(try lint(["syntax.yaml", "--rule", "NOPE"], in: folder).status == 64)
    let syntax = try lint(["syntax.yaml"], in: folder)
    #expect(syntax.status == 65)
    #expect(syntax.output.contains("syntax.yaml:"))
    #expect(syntax.output.contains("[SYN001]"))
    let nothing = try lint(["nothing.yaml"], in: folder)
    #expect(nothing.status == 66)
    #expect(nothing.errors.hasPrefix("nothing.yaml: error: "))
  }

  @Test("A folder is searched in byte order; vocabularies and lone tables are passed over")
  func folders() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.warned, to: "graphs/b.yaml")
    try folder.write(Self.warned, to: "graphs/a/deep.yml")
    try folder.write(Self.warned, to: "graphs/.hidden/x.yaml")
    try folder.write("liaison_vocabulary: 1\nid: x\n", to: "graphs/standard.yaml")
    try folder.write("source,target\na,b\n", to: "graphs/edges.csv")
    try folder.write("not: read", to: "graphs/notes.txt")
    try folder.write(Self.warned, to: "graphs/c/network.yaml")
    let run = try lint(["graphs"], in: folder)
    let files = run.output.split(separator: "\n").compactMap { $0.split(separator: ":").first }
    #expect(files == ["graphs/a/deep.yml", "graphs/b.yaml", "graphs/c/network.yaml"])
    #expect(run.errors == "3 warnings in 3 networks.\n")
  }

  @Test("The pending file is written anew where there are warnings, the stamp where all is well")
  func buildFiles() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.warned, to: "x.yaml")
    let options = ["--pending", "pending", "--stamp", "Stamp.swift", "--quiet", "x.yaml"]
    #expect(try lint(options, in: folder).errors == "")
    #expect(FileManager.default.fileExists(atPath: folder.path("pending")))
    #expect(
      try String(contentsOfFile: folder.path("Stamp.swift"), encoding: .utf8).hasPrefix("//"))
    try FileManager.default.removeItem(atPath: folder.path("pending"))
    try FileManager.default.removeItem(atPath: folder.path("Stamp.swift"))
    try folder.write(Self.sound, to: "x.yaml")
    _ = try lint(options, in: folder)
    #expect(!FileManager.default.fileExists(atPath: folder.path("pending")))
    try folder.write(Self.broken, to: "x.yaml")
    try FileManager.default.removeItem(atPath: folder.path("Stamp.swift"))
    #expect(try lint(options, in: folder).status == 1)
    #expect(!FileManager.default.fileExists(atPath: folder.path("Stamp.swift")))
  }

  @Test("Absolute paths are printed where they are asked for")
  func absolutePaths() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.broken, to: "x.yaml")
    let run = try lint(["--absolute-paths", "x.yaml"], in: folder)
    #expect(run.output.hasPrefix("/"))
    #expect(run.output.contains("/x.yaml:8:25: error: "))
  }

  @Test(
    "Two processes give the same bytes", arguments: ["text", "json", "sarif", "github"])
  func sameBytes(_ format: String) throws {
    let draft = Checkout.path("graphs/samundar-draft")
    let first = try lint([draft, "--format", format])
    let second = try lint([draft, "--format", format])
    #expect(first.outputBytes == second.outputBytes)
    #expect(first.outputBytes.count > 1000)
    #expect(first.status == 1)
    if format == "json" || format == "sarif" {
      #expect(throws: Never.self) {
        try JSONSerialization.jsonObject(with: Data(first.outputBytes))
      }
    }
  }

  @Test(
    "The sample networks have no errors, and but for Samundar lint finds nothing in them",
    arguments: [
      "samundar", "samundar-2024", "islamabad-2022.yaml", "kestria", "edge-lists/edges.csv",
    ])
  func samples(_ name: String) throws {
    let run = try lint([Checkout.path("graphs/\(name)")])
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    #expect(run.output.isEmpty != name.hasPrefix("samundar"), "\(run.output)")
  }

  @Test(
    "Samundar's seeded fault of an agreement that has ended is found at the relation that rests on it"
  )
  func seededAgreement() throws {
    let lines = try lint([Checkout.path("graphs/samundar")]).output.split(separator: "\n")
    let found = lines.filter { $0.hasSuffix("[TIM002]") }
    #expect(found.count == 1)
    #expect(found.first?.contains("samundar/relations.csv:39:56: warning: ") == true)
    #expect(
      found.first?.contains("Federal Immigration Service → Social Welfare Department") == true)
  }

  @Test("liaison has lint, list and explain too")
  func bothTools() throws {
    let draft = Checkout.path("graphs/samundar-draft")
    let mine = try lint([draft])
    let theirs = try lint([draft], tool: "liaison")
    #expect(mine.outputBytes == theirs.outputBytes)
  }

  @Test("list rules prints every rule, explain its page")
  func catalog() throws {
    let tool = ToolRun.built("liaison-lint")
    let list = try ToolRun.run(tool, ["list", "rules"])
    #expect(list.status == 0)
    let ids = list.output.split(separator: "\n").compactMap { $0.split(separator: " ").first }
    #expect(ids.count >= 18)
    for id in ids {
      let page = try ToolRun.run(tool, ["explain", String(id)])
      #expect(page.status == 0 && page.output.hasPrefix("\(id)  "))
      #expect(
        page.output.split(separator: "\n").allSatisfy { $0.hasPrefix("    ") || $0.count <= 80 })
    }
    #expect(try ToolRun.run(tool, ["explain", "ref001"]).output.hasPrefix("REF001"))
    #expect(try ToolRun.run(tool, ["explain", "NOPE"]).status == 64)
    #expect(try ToolRun.run(tool, ["list", "nothing"]).status == 64)
  }

  @Test(
    "A file beside the tables is a note; tables without a header and JSON in a folder are linted")
  func forms() throws {
    let folder = try TemporaryFolder()
    try folder.write("liaison: 1\ntitle: T\nas_of: 2025-06-30\n", to: "net/network.yaml")
    try folder.write("id,name\na,A\n", to: "net/organizations.csv")
    try folder.write("x\n", to: "net/survey.csv")
    let beside = try lint(["net"], in: folder)
    #expect(beside.status == 0)
    #expect(beside.output.contains("survey.csv"))
    try folder.write("id,name\na,A\na,B\n", to: "bare/organizations.csv")
    #expect(try lint(["bare"], in: folder).status == 1)
    try folder.write(
      #"{"liaison": 1, "organizations": [{"id": "a"}, {"id": "a"}]}"#, to: "json/a.json")
    try folder.write(#"{"other": 1}"#, to: "json/b.json")
    let json = try lint(["json"], in: folder)
    #expect(json.status == 1)
    #expect(json.errors.contains("1 network"))
    try folder.write("\u{FEFF}liaison_patch: 1\nremove: {organizations: [a]}\n", to: "p/x.yaml")
    #expect(try lint(["p"], in: folder).errors.contains("1 patch"))
  }

  @Test("An unknown code of any table names the command that prints the table's codes")
  func codes() throws {
    let tool = ToolRun.built("liaison-lint")
    let folder = try TemporaryFolder()
    try folder.write(
      """
      liaison: 1
      areas: [{id: n, name: N, level: xxxx}]
      organizations:
        - {id: a, name: A, sector: xxxx, tier: xxxx, status: xxxx, redact: xxxx, languages: [xxxx1], areas: [xxxx]}
        - {id: b, name: B, groups: [xxxx], cases: [xxxx], services: [{id: s, type: xxxx, capacity: {unit: xxxx}}]}
      relations:
        - {from: a, to: b, kind: xxxx, feedback: xxxx, formality: xxxx, content: [any], evidence: [{kind: xxxx, reporter: xxxx}]}
      agreements: [{id: m, type: xxxx, parties: [a]}]
      activities: [{id: p, title: P, status: xxxx}]

      """, to: "odd.yaml")
    let lines = try lint(["odd.yaml"], in: folder).output.split(separator: "\n").map(String.init)
    let tables = Set(
      lines.compactMap { line in
        line.split(separator: "`liaison list ").dropFirst().first?.split(separator: "`").first
          .map(String.init)
      })
    let listed = try ToolRun.run(tool, ["list", "vocabulary"]).output
      .split(separator: "\n").compactMap { $0.split(separator: " ").first.map(String.init) }
    #expect(tables == Set(listed))
    for table in listed {
      let codes = try ToolRun.run(tool, ["list", table])
      #expect(codes.status == 0 && codes.output.split(separator: "\n").count >= 2, "\(table)")
    }
    #expect(lines.filter { $0.hasSuffix("[VOC001]") }.allSatisfy { $0.contains("`liaison list ") })
    let people = lines.filter { $0.contains("group of people") || $0.contains("not a known case") }
    #expect(people.count == 2 && people.allSatisfy { $0.contains("“any” for all of them") })
    #expect(lines.contains { $0.contains("“any” is not a known kind of content.") })
    #expect(lines.contains { $0.contains("or write “any” for all of them. [REF001]") })
  }
}
