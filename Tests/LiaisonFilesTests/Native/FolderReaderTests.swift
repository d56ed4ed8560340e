import Foundation
import LiaisonFiles
import LiaisonModel
import LiaisonTestSupport
import Testing

@Suite("A folder of tables is a network")
struct FolderReaderTests {
  /// Reads a folder made of files, and gives what it says: `file:line:column rule: sentence`.
  static func read(_ files: [String: String]) throws -> (NetworkDocument, [String]) {
    let folder = try TemporaryFolder()
    for (name, text) in files {
      try Data(text.utf8).write(to: URL(filePath: "\(folder.path)/\(name)"))
    }
    let document = try NetworkReader.read(path: folder.path)
    let problems = document.problems.map { finding in
      let place = document.sources.location(of: finding.place)
      let name = place.map { URL(filePath: $0.path).lastPathComponent } ?? ""
      return
        "\(name):\(place?.line ?? 0):\(place?.column ?? 0) \(finding.rule): \(finding.sentence)"
    }
    return (document, problems)
  }

  @Test("rows become entries, and the rows of small tables go where they belong")
  func tables() throws {
    let (document, problems) = try Self.read([
      "network.yaml": "liaison: 1\nassume: {cases: any}\n",
      "organizations.csv": """
      id,name,areas,groups,entry_point,entry_point.groups,aliases,answered
      police,Police,any, adult ; child=unknown ,,adult,A\\;B;C,no
      labour,"Labour, North",,,true,,,2025-05-03

      """,
      "services.csv": "organization,id,type,capacity.maximum\npolice,desk,hotline,12\n",
      "caseloads.csv": "organization,groups,per_month\nlabour,adult,14\n",
      "agreements.csv": "id,type\nmou,mou\n",
      "parties.csv": "agreement,party\nmou,police\nmou,labour\n",
      "relations.csv": "from,to,kind\nlabour,police,refers_to\n",
      "evidence.csv":
        "relation.from,relation.kind,relation.to,answer\nlabour,refers_to,police,yes\n",
    ])
    #expect(problems == [])
    let police = document.organizations[0]
    #expect(
      police.scope.groups.value == ScopeList([ScopeTerm("adult"), ScopeTerm("child", .unknown)]))
    #expect(police.entryPoint.value?.scope.groups.value == ScopeList([ScopeTerm("adult")]))
    #expect(police.aliases.value == ["A;B", "C"])
    #expect(police.answered.value == .silent)
    #expect(police.services[0].capacity.value?.maximum.value == 12)
    #expect(document.organizations[1].name.value == "Labour, North")
    #expect(document.organizations[1].entryPoint.value?.always.value == true)
    #expect(document.organizations[1].caseload[0].perMonth.value == 14)
    #expect(document.agreements[0].parties.value == ["police", "labour"])
    #expect(document.relations[0].evidence[0].answer.value == .yes)
  }

  @Test("a problem has its file, line and column; an unknown column is told once")
  func places() throws {
    let (document, problems) = try Self.read([
      "network.yaml": "liaison: 1\n",
      "organizations.csv": "id,secotr,tlp,answered\na,media,RED,\nb,media,PINK,maybe\n",
      "caseloads.csv": "organization,per_month\nnobody,3\n",
      "organisations.csv": "id\nx\n",
      "minutes.csv": "a\nb\n", "README.md": "about",
    ])
    #expect(
      problems == [
        "minutes.csv:1:1 SYN001: “minutes.csv” is no part of the network and is not read.",
        "organisations.csv:1:1 SYN001: “organisations.csv” is no part of the network and is not read; did you mean `organizations.csv`?",
        "organizations.csv:1:4 DOC002: `secotr` of table `organizations.csv` is not a column that Liaison knows; did you mean `sector`?",
        "organizations.csv:3:9 DOC001: `tlp` of organization `b` is “PINK”; expected CLEAR, GREEN, AMBER, AMBER+STRICT or RED.",
        "organizations.csv:3:14 DOC001: `answered` of organization `b` is “maybe”; expected the date of the answer, or `no`.",
        "caseloads.csv:2:1 SYN001: `organization` of row 2 of table `caseloads.csv` does not name one organization of the network; the row is left out.",
      ])
    #expect(document.organizations.map { $0.unknown.first?.node.scalar } == ["media", "media"])
  }

  @Test("a slip in a column or a file name is an error where the table lacks the right one")
  func slips() throws {
    func severities(_ files: [String: String]) throws -> [String] {
      let (document, _) = try Self.read(files)
      return document.problems.map { "\($0.severity)" }
    }
    let header = "liaison: 1\n"
    #expect(
      try severities(["network.yaml": header, "services.csv": "organization,id,group\n"])
        == ["error"])
    #expect(
      try severities(["network.yaml": header, "services.csv": "organization,id,group,groups\n"])
        == ["warning"])
    #expect(
      try severities(["network.yaml": header, "services.csv": "organization,id,Comments\n"])
        == ["warning"])
    #expect(
      try severities(["network.yaml": header, "agreements.csv": "id,expires\n"]) == ["error"])
    #expect(try severities(["network.yaml": header, "relation.csv": "from,to\n"]) == ["error"])
    #expect(
      try severities([
        "network.yaml": header, "relation.csv": "from,to\n", "relations.csv": "from,kind,to\n",
      ]) == ["warning"])
  }

  @Test("a comma is the decimal mark of numbers where semicolons stand between the cells alone")
  func decimalComma() throws {
    let (document, problems) = try Self.read([
      "network.yaml": "liaison: 1\n", "organizations.csv": "id;name\na;1,5\n",
      "caseloads.csv": "organization;per_month\na;1,5\n",
    ])
    #expect(problems.isEmpty, "\(problems)")
    #expect(document.organizations[0].name.value == "1,5")
    #expect(document.organizations[0].caseload[0].perMonth.value == 1.5)
    let (_, others) = try Self.read([
      "network.yaml": "liaison: 1\n", "organizations.csv": "id,name\na,A\n",
      "caseloads.csv": "organization,per_month\na,\"1,5\"\n",
    ])
    #expect(others.count == 1)
  }

  @Test("a link in a folder is not followed")
  func link() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/network.yaml", withDestinationPath: "/etc/hostname")
    #expect(throws: FileError.self) { try NetworkReader.read(path: folder.path) }
  }
}
