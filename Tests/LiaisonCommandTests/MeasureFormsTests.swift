import Foundation
import LiaisonTestSupport
import Testing

@testable import LiaisonCommand

/// What `measure` writes, and how its options are named.
@Suite("liaison measure, its forms")
struct MeasureFormsTests {
  private func measure(_ arguments: [String]) throws -> ToolRun {
    try ToolRun.run(
      ToolRun.built("liaison"), ["measure"] + arguments, in: Checkout.root.path)
  }

  private func json(_ run: ToolRun) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(run.outputBytes)) as? [String: Any])
  }

  @Test("A sheet has a row a node, with its label and group, and says what is not in it")
  func sheet() throws {
    let folder = try TemporaryFolder()
    let list = try folder.write("source,target\na,b\nb,-c\n", to: "edges.csv")
    let nodes = try folder.write(
      "id,label,sector\na,Ark,gov\nb,\"Bow, North\",\n-c,Crew,ngo\n", to: "nodes.csv")
    let run = try measure([
      list, "--nodes", nodes, "--measures", "degree.all,degree.norm,ei_index,density", "--format",
      "sheet",
    ])
    #expect(run.status == 0)
    #expect(
      run.output == """
        id,label,group,degree.all,degree.norm,ei_index.node
        a,Ark,gov,1,0.5,
        b,"Bow, North",,2,1,
        "'-c",Crew,ngo,1,0.5,

        """, "\(run.output)")
    #expect(
      run.errors.contains(
        "remark: not in the sheet, which has figures of nodes alone: "), "\(run.errors)")
    #expect(run.errors.contains("of the whole network; --format csv or json has them."))
    // Negative figures stay numbers.
    let signed = try folder.write("source,target,weight\na,b,-2\n", to: "signed.csv")
    let plain = try measure([signed, "--measures", "strength", "--format", "sheet"])
    #expect(plain.output == "id,label,strength.all\na,a,-2\nb,b,-2\n" && plain.errors.isEmpty)
  }

  @Test("JSON has the labels, and counts without a decimal point, here as in the heading")
  func labels() throws {
    let folder = try TemporaryFolder()
    let list = try folder.write("source,target\na,b\n", to: "edges.csv")
    let nodes = try folder.write("id,label\na,Ark\nb,\n", to: "nodes.csv")
    let run = try measure([list, "--nodes", nodes, "--measures", "size", "--format", "json"])
    #expect(try json(run)["label"] as? [String: String] == ["a": "Ark", "b": "b"])
    #expect(run.output.ranges(of: "\"n\": 2").count == 2, "\(run.output)")
    #expect(!run.output.contains("2.0"))
  }

  @Test("--from takes the name of one node; of several it tells their ids")
  func namesOfNodes() throws {
    let folder = try TemporaryFolder()
    let list = try folder.write("source,target\na,b\nb,c\nc,d\n", to: "edges.csv")
    let nodes = try folder.write(
      "id,label\na,Provincial Police\nb,Court\nc,Court\nd,Press\n", to: "nodes.csv")
    func from(_ name: String) throws -> ToolRun {
      try measure([
        list, "--nodes", nodes, "--measures", "betweenness.unweighted.from", "--from", name,
        "--format", "csv",
      ])
    }
    let named = try from("Provincial Police")
    let byID = try from("a")
    #expect(named.status == 0 && named.output == byID.output, "\(named.errors)")
    let several = try from("Court")
    #expect(several.status == 64)
    #expect(
      several.errors.contains(
        "2 nodes are called “Court”; give the id of the one that is meant: “b”, “c”."),
      "\(several.errors)")
    let slip = try from("Provincial Polic")
    #expect(
      slip.status == 64 && slip.errors.contains("Did you mean “Provincial Police”?"),
      "\(slip.errors)")
  }

  @Test("Text has one minus sign, csv and json the plain one")
  func minus() throws {
    let folder = try TemporaryFolder()
    let list = try folder.write("source,target,weight\na,b,-2.5\nb,c,-3\n", to: "edges.csv")
    let text = try measure([list, "--measures", "strength"]).output
    #expect(
      text.contains("  b  −5.5\n") && text.contains("  c  −3\n") && text.contains("  a  −2.5\n"),
      "\(text)")
    for format in ["csv", "json"] {
      let run = try measure([list, "--measures", "strength", "--format", format])
      #expect(run.output.contains("-5.5") && !run.output.contains("−"))
    }
  }

  @Test("The norm of harmonic closeness is an average, which weights may make greater than 1")
  func harmonic() throws {
    let folder = try TemporaryFolder()
    let list = try folder.write("source,target,weight\na,b,5\n", to: "edges.csv")
    let text = try measure([list, "--measures", "harmonic.inverse.norm"]).output
    #expect(text.contains("on average over the others") && text.contains("  a  5\n"), "\(text)")
    #expect(!text.contains("of the most there can be"))
  }

  @Test("A network without organizations is one line, and no empty tables")
  func nobody() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("liaison: 1\n", to: "network.yaml")
    let run = try measure([path])
    #expect(run.status == 0)
    #expect(
      run.output == "Network without a title, layer all\nno organizations\n", "\(run.output)")
  }

  @Test("Measures are named by what the field calls them too, and a slip of that is told")
  func terms() throws {
    let list = "graphs/edge-lists/edges.csv"
    let run = try measure([list, "--measures", "Betweenness centrality,degree", "--format", "csv"])
    #expect(run.status == 0, "\(run.errors)")
    let plain = try measure([list, "--measures", "betweenness,degree", "--format", "csv"])
    #expect(run.output == plain.output)
    let slip = try measure([list, "--measures", "betweeness centrality"])
    #expect(
      slip.status == 64 && slip.errors.contains("“betweenness centrality”"), "\(slip.errors)")
  }

  @Test("No line of the help is wider than a terminal of 80 columns, nor broken at its end")
  func help() throws {
    let run = try ToolRun.run(
      ToolRun.built("liaison"), ["measure", "--help"], environment: ["COLUMNS": "80"])
    let lines = run.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.allSatisfy { $0.count <= 80 })
    // A word alone on a line that others follow is one that a written line break left over.
    for (line, next) in zip(lines, lines.dropFirst())
    where !line.isEmpty && !next.isEmpty && !line.hasSuffix(":") {
      #expect(line.hasPrefix(" ") || line.contains(" "), "\(line)")
    }
    #expect(run.output.contains("- is standard input"))
  }
}
