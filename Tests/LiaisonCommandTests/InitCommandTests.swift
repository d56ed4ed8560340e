import Foundation
import LiaisonTestSupport
import Testing

@Suite("liaison init and liaison convert", .serialized)
struct InitCommandTests {
  private func liaison(_ arguments: [String], input: [UInt8]? = nil) throws -> ToolRun {
    try ToolRun.run(ToolRun.built("liaison"), arguments, input: input, limit: 60)
  }

  @Test("a network begun with init lints without a finding, and init never writes over one")
  func starter() throws {
    let folder = try TemporaryFolder()
    let net = folder.path("a/net")
    #expect(try liaison(["init", net]).status == 0)
    let lint = try liaison(["lint", net])
    #expect(lint.status == 0 && lint.output.isEmpty, "\(lint.output)")
    let file = net + "/network.yaml"
    let before = try Data(contentsOf: URL(filePath: file))
    let again = try liaison(["init", net])
    #expect(again.status == 73 && again.errors.contains("is there already"))
    #expect(try Data(contentsOf: URL(filePath: file)) == before)
  }

  @Test("a planner's matrix becomes a network, with counts of what was understood")
  func sheet() throws {
    let folder = try TemporaryFolder()
    let sheet = try folder.write(
      ",Police,Dar-ul-Aman,Labour\nPolice,,x,?\nDar ul Amaan,x,maybe,\n", to: "who.csv")
    let net = folder.path("net")
    let run = try liaison(["init", net, "--from", sheet])
    #expect(run.status == 0)
    #expect(run.output.contains("       3  relations, of which 1 is not known"), "\(run.output)")
    #expect(run.output.contains("“Dar-ul-Aman” and “Dar ul Amaan”"), "\(run.output)")
    #expect(run.output.contains("who.csv:3:16: “maybe” is no mark"), "\(run.output)")
    #expect(try liaison(["lint", net]).status == 0)
    #expect(try liaison(["measure", net]).status == 0)
    let gaps = try liaison(["gaps", net, "--as-of", "2025-06-30"]).output
    #expect(gaps.contains("Does the referral from Police to Labour hold?"), "\(gaps)")
    let ask = try liaison(["ask", net, "labour", "--as-of", "2025-06-30"]).output
    #expect(ask.contains("Does the referral from Police to Labour hold?"), "\(ask)")
    #expect(try liaison(["init", folder.path("x"), "--from", "none.csv"]).status == 66)
    #expect(try liaison(["init", folder.path("x"), "--from", sheet, "--kind", "x"]).status == 64)
  }

  @Test("a sheet that may be two things is refused with one error, and nothing is written")
  func refused() throws {
    let folder = try TemporaryFolder()
    let sheet = try folder.write("Police,Shelter\nPolice,,x\nShelter,x,\n", to: "who.csv")
    let net = folder.path("net")
    let run = try liaison(["init", net, "--from", sheet])
    #expect(run.status == 65 && run.output.isEmpty)
    #expect(run.errors.contains("who.csv:1:1: "), "\(run.errors)")
    #expect(run.errors.contains("put an empty cell before it"), "\(run.errors)")
    #expect(run.errors.split(separator: "\n").count == 2, "\(run.errors)")
    #expect(!FileManager.default.fileExists(atPath: net))
  }

  @Test("weights are kept and no longer measured: init and convert say so")
  func weights() throws {
    let folder = try TemporaryFolder()
    let sentence = "the measures of a network use `intensity` alone."
    let sheet = try folder.write(",Police,Shelter\nPolice,,12\nShelter,3,\n", to: "who.csv")
    #expect(
      try liaison(["init", folder.path("net"), "--from", sheet]).output.contains(sentence))
    let edges = try folder.write("source,target,weight\na,b,9\n", to: "edges.csv")
    let converted = try liaison(["convert", edges])
    #expect(converted.status == 0 && converted.output.contains("weight: 9"))
    #expect(converted.errors.hasSuffix("Each weight is kept as `weight`; \(sentence)\n"))
    let plain = try folder.write("source,target\na,b\n", to: "plain.csv")
    #expect(try liaison(["convert", plain, "--directed"]).errors.isEmpty)
  }

  @Test(
    "What convert makes of an edge list is in order for lint, and what was assumed is said",
    arguments: ["net", "net.yaml"])
  func assumed(output: String) throws {
    let folder = try TemporaryFolder()
    let edges = try folder.write(
      "source,target,Group,status\na,b,1,old\nb,a,2,new\nb,a,3,new\n", to: "edges.csv")
    let nodes = try folder.write(
      "id,label,sector,tier\na,Ay,north,1\nb,Bee,south,2\n", to: "nodes.csv")
    let net = folder.path(output)
    let run = try liaison(["convert", edges, "--nodes", nodes, "-o", net])
    #expect(run.status == 0)
    let lines = run.errors.split(separator: "\n").map(String.init)
    #expect(
      lines.suffix(6).dropLast() == [
        "Each edge is taken to join its ends both ways; if it leads from source to target, say --directed.",
        "2 edges join two that an earlier one joins, and have an id for that.",
        "The column “tier” is kept as `node_tier`, so that it is not taken for a key of a network.",
        "The column “Group” is kept as `edge_Group`, so that it is not taken for a key of a network.",
        "The column “status” is kept as `edge_status`, so that it is not taken for a key of a network.",
      ], "\(run.errors)")
    let lint = try liaison(["lint", net])
    #expect(lint.status == 0 && !lint.output.contains("error:"), "\(lint.output)")
    let directed = try liaison(["convert", edges, "--directed", "-o", folder.path("d.yaml")])
    #expect(directed.errors.contains("1 edge joins two that an earlier one joins the same way"))
    #expect(!directed.errors.contains("both ways"))
    #expect(try !liaison(["lint", folder.path("d.yaml")]).output.contains("error:"))
  }

  @Test("A column whose heading all but names a key is read as it, or left out and told")
  func nearColumns() throws {
    let folder = try TemporaryFolder()
    let sheet = try folder.write(
      """
      from,to,kind,Group,Service,Notes,groups
      Police,Shelter,refers_to,women,legal_counsel,by phone,
      Police,Clinic,refers_to,men,health.emergency;psychosocial,,men
      """, to: "who.csv")
    let net = folder.path("net")
    let run = try liaison(["init", net, "--from", sheet])
    #expect(run.status == 0)
    #expect(
      run.output.contains("`services` is “Service”, `note` is “Notes”."), "\(run.output)")
    #expect(
      run.output.contains(
        "who.csv:3:60: `groups` of relation number 2 is “men”, which is no code of it"),
      "\(run.output)")
    let table = try String(contentsOfFile: net + "/relations.csv", encoding: .utf8)
    #expect(table.contains("police,clinic,refers_to,\"health.emergency;psychosocial\""), "\(table)")
    #expect(
      run.output.contains(
        "who.csv:1:14: “Group” may mean the column `groups`, which stands beside it: 2 filled cells left out"
      ),
      "\(run.output)")
    let alone = try folder.write(
      "from,to,Group\nPolice,Shelter,women\nPolice,Clinic,\n", to: "alone.csv")
    let told = try liaison(["init", folder.path("other"), "--from", alone])
    #expect(
      told.output.contains(
        "alone.csv:1:9: “Group” may mean the column `groups`, of which “women” is no value: 1 filled cell "
          + "left out; call it something else to keep it"), "\(told.output)")
    #expect(told.output.contains("       1  filled cell outside of them, left out (below)"))
    for made in [net, folder.path("other")] {
      #expect(try !liaison(["lint", made]).output.contains("error:"), "\(made)")
    }
  }

  @Test(
    "a standard of one's own extends another, is in order, and asks the same until it is changed")
  func standard() throws {
    let folder = try TemporaryFolder()
    let samundar = Checkout.path("graphs/samundar")
    let first = folder.path("national.yaml")
    #expect(try liaison(["init", first, "--standard", "partnership"]).status == 0)
    let own = folder.path("district.yaml")
    #expect(try liaison(["init", own, "--standard", first]).status == 0)
    let text = try String(contentsOfFile: own, encoding: .utf8)
    #expect(text.contains("\nextends: national.yaml\n") && text.contains("\nid: district\n"))
    #expect(text.contains("# - id: presence-unions\n#   kind: presence\n"))
    let lint = try liaison(["lint", first, own])
    #expect(lint.status == 0 && lint.output.isEmpty, "\(lint.output)\(lint.errors)")
    #expect(lint.errors == "no findings in 2 standards.\n")
    var said: [[String]] = []
    for standard in ["partnership", own] {
      let run = try liaison(["gaps", samundar, "--standard", standard, "--format", "json"])
      let told = run.output.matches(of: /"(?:severity|sentence|suggestion)": ?".*"/)
      said.append(told.map { String($0.output) })
    }
    #expect(said[0] == said[1] && said[0].count > 30)
    let briefing = try liaison(["gaps", samundar, "--standard", own]).output
      .replacing("\n", with: " ")
    #expect(briefing.contains("(district), which extends “"), "\(briefing.prefix(400))")
    #expect(briefing.contains("(national) and “") && briefing.contains("(partnership)."))
    // What is shown in comments works when the marks are taken off.
    let keys = ["override:", "drop:", "expectations:", "  "]
    let shown = text.split(separator: "\n", omittingEmptySubsequences: false)
      .prefix { !$0.hasPrefix("# What is inherited") }
      .map { line in
        let isShown = keys.contains { line.hasPrefix("# " + $0) }
        return isShown ? line.dropFirst(2) : line
      }
    let changed = try folder.write(
      shown.joined(separator: "\n").replacing("id: district", with: "id: changed"),
      to: "changed.yaml")
    let judged = try liaison(["lint", changed])
    #expect(judged.status == 0 && judged.output.isEmpty, "\(judged.output)")
    let gaps = try liaison(["gaps", samundar, "--standard", changed, "--format", "json"])
    #expect(gaps.status == 0 && gaps.output.contains("changed/unions-in-each-district"))
    // It never leads out of its folder.
    let outside = try liaison(["init", folder.path("sub/x.yaml"), "--standard", first])
    #expect(outside.status == 73 && outside.errors.contains("in its own folder or below"))
    #expect(try liaison(["init", folder.path("y.yaml"), "--standard", "none"]).status == 64)
  }

  @Test("converted to a file and back, a network is the same bytes")
  func convert() throws {
    let folder = try TemporaryFolder()
    let first = folder.path("first.yaml")
    let middle = folder.path("middle")
    let last = folder.path("last.yaml")
    #expect(try liaison(["convert", Checkout.path("graphs/samundar"), "-o", first]).status == 0)
    #expect(try liaison(["convert", first, "-o", middle]).status == 0)
    #expect(try liaison(["convert", middle, "-o", last]).status == 0)
    let bytes = try Data(contentsOf: URL(filePath: first))
    #expect(try Data(contentsOf: URL(filePath: last)) == bytes)
    #expect(try liaison(["convert", "-"], input: Array(bytes)).outputBytes == Array(bytes))
    #expect(try liaison(["convert", first, "-o", last]).status == 73)
    #expect(try liaison(["convert", first, "-o", middle]).status == 73)
    #expect(try liaison(["convert", first, "-o", middle, "--force"]).status == 0)
    #expect(try liaison(["convert", middle, "-o", middle]).status == 73)
    let patch = Checkout.path("graphs/patches/refuge.yaml")
    let whatIf = ["what-if", Checkout.path("graphs/samundar"), patch, "--write", middle]
    #expect(try liaison(whatIf).status == 73)
    #expect(try liaison(whatIf + ["--force"]).status == 0)
  }

  @Test("convert says where it wrote, and that a standard's file does not lie beside it")
  func told() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("k.yaml")
    let run = try liaison(["convert", Checkout.path("graphs/kestria"), "-o", path])
    #expect(run.status == 0 && run.output.isEmpty)
    #expect(
      run.errors == """
        Written to \(path).
        The network names the standard “standard.yaml”, a file that is not beside it: copy it there, or write another.

        """)
    let other = folder.path("s.yaml")
    #expect(
      try liaison(["convert", Checkout.path("graphs/samundar"), "-o", other]).errors
        == "Written to \(other).\n")
  }

  @Test("a network of which a part cannot be read is not converted: it would be lost")
  func broken() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("liaison: 1\norganizations:\n  - {id: a\n", to: "n.yaml")
    let run = try liaison(["convert", file, "-o", folder.path("out")])
    #expect(run.status == 65 && run.errors.contains("n.yaml:"))
    #expect(!FileManager.default.fileExists(atPath: folder.path("out")))
    let odd = try folder.write("liaison: 1\ntlp: PURPLE\n", to: "odd.yaml")
    let kept = try liaison(["convert", odd])
    #expect(kept.status == 0 && kept.output.contains("tlp: PURPLE"))
    #expect(kept.errors.contains("It is written as it stands."))
  }
}
