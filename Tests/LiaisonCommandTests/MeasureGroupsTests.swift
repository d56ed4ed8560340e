import Foundation
import LiaisonTestSupport
import Testing

/// Who is in which group, and what is said where nobody is.
@Suite("liaison measure, of groups and kinds")
struct MeasureGroupsTests {
  private func measure(_ arguments: [String]) throws -> ToolRun {
    try ToolRun.run(ToolRun.built("liaison"), ["measure"] + arguments, in: Checkout.root.path)
  }

  private static let network = """
    liaison: 1
    title: Seats
    as_of: 2025-06-30
    organizations:
      - {id: a, name: Ark, sector: media}
      - {id: b, name: Bow, sector: hotline}
      - {id: c, name: Crew, sector: donor}
    bodies: [{id: x, name: Council}]
    relations:
      - {from: a, to: x, kind: member_of}
      - {from: b, to: x, kind: member_of}

    """

  @Test("In the membership layer the two kinds are organizations and bodies")
  func membership() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Self.network, to: "seats.yaml")
    let run = try measure([path, "--layer", "membership", "--measures", "two_mode,groups"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      run.output.contains("\n4 nodes (3 organizations, 1 body), 2 ties, undirected\n"),
      "\(run.output)")
    #expect(run.output.contains("  bipartite.density  0.6667  "))
    #expect(run.output.contains("Two of “organization” that share others"), "\(run.output)")
    #expect(!run.output.contains("Not given"))
    // Groups stay sectors.
    #expect(run.output.contains("mixing.media->body"))
    let other = try measure([path, "--layer", "referral", "--measures", "two_mode"])
    #expect(other.output.contains("two kinds of nodes are in --layer membership"))
  }

  @Test("Where there are no groups the reason says how to give them, of lists and of networks")
  func reasons() throws {
    let folder = try TemporaryFolder()
    let list = try folder.write("source,target\na,b\nb,c\n", to: "edges.csv")
    let nodes = try folder.write("id,kind\na,x\nb,y\nc,x\n", to: "nodes.csv")
    let names = "modularity,brokerage,two_mode"
    let none = try measure([list, "--measures", names])
    for key in ["modularity.group", "brokerage", "bipartite", "projection"] {
      #expect(
        none.output.contains(
          "  \(key): no groups: give a table of nodes and its column of groups, "
            + "`--nodes FILE --group COLUMN`\n"), "\(none.output)")
    }
    let table = try measure([list, "--nodes", nodes, "--measures", names])
    #expect(
      table.output.contains("brokerage: no groups: name the column of groups, `--group COLUMN`"),
      "\(table.output)")
    let given = try measure([list, "--nodes", nodes, "--group", "kind", "--measures", "two_mode"])
    #expect(given.output.contains("bipartite.density  1"), "\(given.output)")
    let bare = try folder.write(
      "liaison: 1\ntitle: T\norganizations: [{id: a, name: A}]\n", to: "bare.yaml")
    let network = try measure([bare, "--measures", "brokerage"])
    #expect(network.output.contains("brokerage: no groups: no organization has a `sector`"))
    let page = try ToolRun.run(ToolRun.built("liaison"), ["explain", "two_mode"]).output
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(page.contains("--nodes nodes.csv --group kind --measures two_mode"))
  }

  @Test("Any column groups nodes, in any letter case; one that is not there is told those that are")
  func columns() throws {
    let folder = try TemporaryFolder()
    let list = try folder.write("source,target\na,b\nb,c\n", to: "edges.csv")
    let nodes = try folder.write(
      "id,name,Sector,staff\na,Ark,civil society,1\nb,Ark,gov,2\nc,Crew,gov,3\n", to: "nodes.csv")
    func groups(_ column: String...) throws -> ToolRun {
      try measure(
        [list, "--nodes", nodes, "--measures", "groups"] + column.flatMap { ["--group", $0] })
    }
    for column in ["Sector", "sector", "SECTOR"] {
      let run = try groups(column)
      #expect(run.status == 0 && run.output.contains("mixing.civil society->gov"), "\(run.errors)")
    }
    // A sector that is no code is a group too where nothing is named.
    #expect(try groups().output.contains("mixing.civil society->gov"))
    #expect(try groups("name").output.contains("mixing.Ark->Crew"))
    #expect(try groups("id").output.contains("mixing.a->b"))
    let slip = try groups("sectr")
    #expect(slip.status == 64)
    #expect(
      slip.errors.contains("has no column “sectr”. Did you mean “Sector”?"), "\(slip.errors)")
    #expect(slip.errors.contains("Its columns: “id”, “name”, “Sector”, “staff”."))
  }

  @Test("A column of numbers that are nearly all different is warned of, and used")
  func scattered() throws {
    let folder = try TemporaryFolder()
    let list = try folder.write("source,target\na,b\nb,c\nd,e\ne,f\n", to: "edges.csv")
    let nodes = try folder.write(
      "id,staff,side\na,521,x\nb,318,x\nc,707,y\nd,12,y\ne,33,y\nf,90,x\n", to: "nodes.csv")
    let run = try measure([
      list, "--nodes", nodes, "--group", "staff", "--measures", "groups", "--format", "json",
    ])
    #expect(run.status == 0)
    #expect(
      run.errors.hasPrefix(
        "warning: the column “staff” has 6 different numbers for 6 nodes: each is a group"),
      "\(run.errors)")
    #expect(run.output.contains("has 6 different numbers"))
    let side = try measure([list, "--nodes", nodes, "--group", "side", "--measures", "groups"])
    #expect(side.errors.isEmpty)
  }

  @Test("In text many pairs of groups without a tie are counted, and csv has them")
  func zeros() throws {
    let folder = try TemporaryFolder()
    let list = try folder.write("source,target\na,b\nb,c\nc,d\n", to: "edges.csv")
    let nodes = try folder.write(
      "id,side\na,gov.border_immigration.coast\nb,media\nc,hotline\nd,donor\n", to: "nodes.csv")
    let arguments = [
      list, "--directed", "--nodes", nodes, "--group", "side", "--measures", "groups",
    ]
    let run = try measure(arguments)
    let lines = run.output.split(separator: "\n").map(String.init)
    #expect(lines.contains("  and 13 of mixing that are 0 (--format csv has all)"), "\(run.output)")
    let shown = lines.filter { $0.hasPrefix("  mixing.") }
    #expect(shown.count == 3)
    // Their figures stand under one another, however long the keys are.
    let places = Set(shown.map { $0.components(separatedBy: "  1  ")[0].count })
    #expect(places.count == 1, "\(shown)")
    let csv = try measure(arguments + ["--format", "csv"])
    #expect(csv.output.split(separator: "\n").count { $0.hasPrefix("graph,mixing.") } == 16)
  }

  @Test("A sheet with other headings is told to rename them, a matrix what becomes of it")
  func otherHeadings() throws {
    let folder = try TemporaryFolder()
    let events = try folder.write("organization,event\na,x\n", to: "seats.csv")
    let run = try measure([events])
    #expect(run.status == 65)
    #expect(
      run.errors.contains("hint: rename “organization” and “event” to source,target"),
      "\(run.errors)")
    #expect(run.errors.contains("--nodes FILE --group COLUMN"))
    let weights = try folder.write("Von;Nach;Gewicht\na;b;1,5\n", to: "de.csv")
    #expect(
      try measure([weights]).errors.contains(
        "rename “Von” and “Nach” to source,target and “Gewicht” to weight"))
    let matrix = try folder.write(",Police,Court\nPolice,,5\nCourt,2,\n", to: "matrix.csv")
    let refused = try measure([matrix])
    #expect(refused.errors.contains("`liaison init NETWORK --from \(matrix)`"), "\(refused.errors)")
    let network = folder.path("imp")
    let made = try ToolRun.run(
      ToolRun.built("liaison"), ["init", network, "--from", matrix])
    #expect(
      made.output.contains(
        "Its weights count in liaison measure \(network)/relations.csv --directed"))
    let text = try measure([network, "--measures", "strength"])
    #expect(
      text.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        .contains("every tie counts 1, as no intensity is recorded"), "\(text.output)")
    let json = try measure([network, "--measures", "size", "--format", "json"])
    #expect(json.output.contains("\"weighted\": false"), "\(json.output)")
    let rows = try measure(["\(network)/relations.csv", "--directed", "--measures", "strength"])
    #expect(rows.status == 0 && rows.output.contains("  court   5\n"), "\(rows.output)")
  }
}
