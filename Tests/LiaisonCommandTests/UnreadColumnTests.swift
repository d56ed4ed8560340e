import Foundation
import LiaisonTestSupport
import Testing

@Suite("Nothing is judged without a column of which nobody said that it is not read")
struct UnreadColumnTests {
  private func liaison(_ arguments: [String], in folder: TemporaryFolder) throws -> ToolRun {
    try ToolRun.run(ToolRun.built("liaison"), arguments, in: folder.url.path)
  }

  /// Samundar in a folder of its own, with the header of a table changed.
  private func samundar(
    _ table: String, _ change: (String) -> String
  ) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(
      atPath: Checkout.path("graphs/samundar"), toPath: folder.path("n"))
    let text = try String(contentsOfFile: folder.path("n/\(table)"), encoding: .utf8)
    let parts = text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
    _ = try folder.write(change(String(parts[0])) + "\n" + parts[1], to: "n/\(table)")
    return folder
  }

  @Test("A slip in a heading ends each command that judges, at its place, with the right heading")
  func slip() throws {
    let folder = try samundar("services.csv") { $0.replacing(",groups,", with: ",group,") }
    for arguments in [
      ["gaps", "n"], ["recommend", "n"], ["report", "n", "-o", "out"], ["ask", "n", "police"],
      ["draw", "n", "-o", "out.dot"], ["measure", "n"], ["what-if", "n", "n"],
      ["diff", Checkout.path("graphs/samundar"), "n"],
    ] {
      let run = try liaison(arguments, in: folder)
      #expect(run.status == 65 && run.output.isEmpty, "\(arguments)")
      #expect(
        run.errors.contains(
          "n/services.csv:1:35: error: `group` of table `services.csv` is not a column that Liaison "
            + "knows; did you mean `groups`? [DOC002]"), "\(arguments): \(run.errors)")
    }
    #expect(try liaison(["lint", "n"], in: folder).status == 1)
    let relations = try samundar("relations.csv") { $0.replacing(",groups,", with: ",grups,") }
    #expect(try liaison(["gaps", "n"], in: relations).errors.contains("did you mean `groups`?"))
    let organizations = try samundar("organizations.csv") {
      $0.replacing(",sector,", with: ",sectr,")
    }
    let run = try liaison(["gaps", "n"], in: organizations)
    #expect(run.errors.contains("did you mean `sector`?"))
  }

  @Test("Such a network is converted all the same, and the column kept")
  func converted() throws {
    let folder = try samundar("services.csv") { $0.replacing(",groups,", with: ",group,") }
    let run = try liaison(["convert", "n", "-o", "m"], in: folder)
    #expect(run.status == 0 && run.errors.contains("It is written as it stands."))
    let header = try String(contentsOfFile: folder.path("m/services.csv"), encoding: .utf8)
      .prefix { $0 != "\n" && $0 != "\r\n" }
    #expect(header.split(separator: ",").contains("group"))
  }

  @Test("Columns that are near none are counted once, and lint says which")
  func others() throws {
    let folder = try samundar("services.csv") {
      $0.replacing(",name_ur,", with: ",Remarks,").replacing("capacity.updated", with: "Colour")
    }
    for arguments in [["gaps", "n"], ["diff", Checkout.path("graphs/samundar"), "n"]] {
      let run = try liaison(arguments, in: folder)
      #expect(run.status < 2)
      let lines = run.errors.split(separator: "\n").filter { $0.contains("not read") }
      #expect(
        lines.map { $0.replacing("n/services.csv:1:", with: "") } == [
          "27: remark: 2 columns are not read, and what stands there changes nothing; "
            + "`liaison lint` says which"
        ], "\(arguments): \(run.errors)")
    }
    let lint = try liaison(["lint", "n"], in: folder).output
    #expect(lint.contains("`Remarks`") && lint.contains("`Colour`"))
  }

  @Test("What keeps a network from resolving is said by each command as lint says it")
  func asLintSays() throws {
    let folder = try TemporaryFolder()
    _ = try folder.write(
      """
      liaison: 1
      title: T
      as_of: 2025-06-30
      organizations:
        - {id: police, name: Police}
        - {id: home, name: Home, sector: ngo.specialized}
      relations:
        - {from: police, to: hme, kind: refers_to, valid_until: 2025-06-31}
      """, to: "n.yaml")
    let run = try liaison(["gaps", "n.yaml"], in: folder)
    #expect(run.status == 65)
    let told = run.errors.split(separator: "\n").map(String.init)
    let lint = try liaison(["lint", "n.yaml"], in: folder).output.split(separator: "\n")
      .map(String.init)
    let errors = told.filter { $0.contains(" error: ") }
    #expect(errors.count == 2, "\(told)")
    for line in errors { #expect(lint.contains(line), "\(line)") }
    #expect(run.errors.contains("Did you mean “home”?"))
    #expect(told.last?.contains("hint: `liaison lint` finds") == true)
  }

  @Test("A row that stands twice is one finding, whatever is said of it elsewhere")
  func doubled() throws {
    let folder = try TemporaryFolder()
    _ = try folder.write("liaison: 1\ntitle: T\n", to: "n/network.yaml")
    _ = try folder.write(
      "id,name\npolice,Police\nhome,Women's Home\n", to: "n/organizations.csv")
    _ = try folder.write(
      "from,kind,to\npolice,refers_to,home\npolice,refers_to,home\n", to: "n/relations.csv")
    _ = try folder.write(
      "relation.from,relation.kind,relation.to,source\npolice,refers_to,home,survey\n",
      to: "n/evidence.csv")
    func errors() throws -> [String] {
      try liaison(["lint", "n"], in: folder).output.split(separator: "\n").map(String.init)
        .filter { $0.contains("error:") || $0.contains("REF003") }
    }
    let twice = try errors()
    #expect(twice.count == 1 && twice[0].contains("REF005"), "\(twice)")
    let gaps = try liaison(["gaps", "n", "--as-of", "2025-06-30"], in: folder)
    let causes = gaps.errors.split(separator: "\n").filter { $0.contains("error:") }
    #expect(causes.count == 1, "\(gaps.errors)")
    _ = try folder.write("from,kind,to\npolice,refers_to,home\n", to: "n/relations.csv")
    _ = try folder.write(
      "id,name\npolice,Police\nhome,Women's Home\nhome,Women's Home\n",
      to: "n/organizations.csv")
    #expect(
      try errors() == [
        "n/organizations.csv:4:1: error: The id “home” and the name of Women's Home stand here a "
          + "second time: keep one entry, or give this one an id of its own. [REF002]"
      ])
    // Two with ids of their own: evidence by their ends means neither.
    _ = try folder.write("id,name\npolice,Police\nhome,Home\n", to: "n/organizations.csv")
    _ = try folder.write(
      "id,from,kind,to,groups\nr1,police,refers_to,home,adult.male\n"
        + "r2,police,refers_to,home,adult.female\n", to: "n/relations.csv")
    #expect(
      try errors().map { $0.contains("Several relations “police refers_to home” are declared.") }
        == [true])
  }
}
