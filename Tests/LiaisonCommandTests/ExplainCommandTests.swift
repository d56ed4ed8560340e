import Foundation
import LiaisonCatalog
import LiaisonFiles
import LiaisonGraph
import LiaisonModel
import LiaisonTestSupport
import Testing

@testable import LiaisonCommand

/// `liaison explain`, and the expectations that `gaps` names.
@Suite("liaison explain")
struct ExplainCommandTests {
  private func explain(_ arguments: String..., tool: String = "liaison") throws -> ToolRun {
    try ToolRun.run(ToolRun.built(tool), ["explain"] + arguments)
  }

  @Test("Each expectation that a network does not let be judged is explained under its id")
  func notJudged() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "liaison: 1\ntitle: Bare\nas_of: 2025-06-30\norganizations: [{id: a, name: A}]\n",
      to: "bare.yaml")
    let gaps = try ToolRun.run(
      ToolRun.built("liaison"), ["gaps", "bare.yaml"], in: folder.url.path)
    #expect(gaps.output.contains("`liaison explain ID`"))
    let text = gaps.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let sentences = text.components(separatedBy: "Not judged: ").dropFirst()
    let ids = sentences.flatMap { sentence in
      sentence.split(separator: ":")[0].split(whereSeparator: { ", ".contains($0) })
        .map(String.init).filter { $0 != "and" }
    }
    #expect(ids.count > 20)
    for id in ids {
      let page = try explain(id)
      #expect(page.status == 0, "\(id)")
      #expect(page.output.contains("four-pillars/\(id)  "), "\(id)")
    }
  }

  @Test("The page says what is asked, in which words, on what it rests, and what it needs")
  func page() throws {
    let page = try explain("presence-coordinator")
    let text = page.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(text.hasPrefix("four-pillars/presence-coordinator presence, error "))
    #expect(
      page.output.split(separator: "\n").allSatisfy { $0.hasPrefix("    ") || $0.count <= 80 })
    for part in [
      "In every area of a level, each sector asked for is there and takes part. A sector is absent",
      "of the kind `presence`; what it finds is an error.",
      "It is judged where an area of the level that it asks about is declared under `areas:`",
      "sectors: [gov.lead]", "No {sector} is recorded in {area}.",
      "Reference: ODIHR NRM Handbook, 2nd ed. 2022: state and civil society cooperate",
      "liaison gaps NETWORK --about presence-coordinator",
    ] {
      #expect(text.contains(part), "\(part)")
    }
    #expect(!text.contains("is in order"))
  }

  @Test("An id of several things is explained as each of them; with its standard's, as itself")
  func several() throws {
    let both = try explain("feedback")
    #expect(both.output.hasPrefix("feedback  "))
    #expect(both.output.contains("\n\nfour-pillars/feedback  "))
    let own = try explain("four-pillars/feedback")
    #expect(own.output.hasPrefix("four-pillars/feedback  "))
    #expect(!own.output.contains("\nfeedback  "))
    // The table of the vocabulary and the view.
    let sectors = try explain("sectors").output.split(separator: "\n")
    #expect(sectors.filter { $0.hasPrefix("sectors  ") }.count == 2)
  }

  @Test("Several ids are explained one after another, where all of them are ids and no term")
  func ids() throws {
    let both = try explain("degree", "betweenness")
    #expect(both.status == 0, "\(both.errors)")
    let pages = try ["degree", "betweenness"].map { try explain($0).output }
    #expect(both.output == pages.joined(separator: "\n"))
    let slip = try explain("degree", "betwenness")
    #expect(slip.status == 64 && slip.errors.contains("“degree betwenness”"))
  }

  @Test("Part of an id, or of a key, is told up to three that may be meant")
  func parts() throws {
    let part = try explain("edge")
    #expect(part.status == 64)
    #expect(part.errors.contains("Did you mean “edge_betweenness”"), "\(part.errors)")
    let key = try explain("betweenness.foo")
    #expect(key.status == 64)
    #expect(
      key.errors.contains(
        "betweenness gives no figure “betweenness.foo”. Did you mean “betweenness.unweighted.raw”, "
          + "“betweenness.unweighted.norm” or “betweenness.inverse.raw”?"), "\(key.errors)")
    let ids = [
      "betweenness.cost", "mixing.ngo->gov.police", "keyplayer.greedy.neg.F.k2",
      "EI_INDEX.group.ngo",
    ]
    for id in ids {
      #expect(try explain(id).status == 0, "\(id)")
    }
  }

  @Test("A measure is found under the field's other terms, which its page lists")
  func terms() throws {
    for (term, id) in [
      ("cutpoint", "articulation"), ("articulation points", "articulation"),
      ("Homophily", "assortativity"), ("homophily", "groups"), ("E-I", "groups"), ("ei", "groups"),
      ("geodesic", "distances"), ("gatekeeper", "brokerage"),
      ("structural equivalence", "positions"), ("structural_equivalence", "positions"),
      ("concor", "positions"), ("k-core", "core"), ("clustering coefficient", "clustering"),
      ("structural hole", "structural_holes"), ("structural holes", "structural_holes"),
      ("bridge", "articulation"), ("community detection", "communities"),
    ] {
      let run = try explain(term)
      #expect(run.status == 0, "\(term): \(run.errors)")
      #expect("\n\(run.output)".contains("\n\(id)  "), "\(term): \(run.output.prefix(200))")
      #expect(run.output.contains("\nAlso called: "), "\(term)")
    }
    // Words need no quotes.
    #expect(
      try explain("clustering", "coefficient").output == explain("clustering coefficient").output)
    #expect(try explain("clusterng coefficient").errors.contains("“clustering coefficient”"))
  }

  @Test("What no command gives is explained too, with where it is in the library")
  func library() throws {
    for (term, name) in [
      ("condensation", "Graph.condensation"), ("Quotient", "Graph.quotient"),
      ("QAP", "Graph.qapCorrelation"), ("qap correlation", "Graph.qapCorrelation"),
      ("node-disjoint paths", "Graph.disjointPaths"), ("max-flow", "Graph.maximumFlow"),
      ("Dijkstra", "Graph.shortestPaths"), ("BFS", "Graph.breadthFirst"),
      ("yen", "Graph.shortestSimplePaths"), ("reachability", "Graph.reachability"),
      ("Erdős–Rényi", "Graph.erdosRenyi"), ("dendrogram", "PairMatrix.clustered"),
      ("edge_jaccard", "Graph.edgeJaccard"), ("bipartition", "Graph.bipartition"),
      ("all-pairs distances", "Graph.forEachDistanceBlock"),
    ] {
      let run = try explain(term)
      #expect(run.status == 0, "\(term): \(run.errors)")
      #expect(run.output.contains("`\(name)`"), "\(term): \(run.output)")
    }
    // What several measures are for as well is explained as those too.
    #expect(try explain("min-cut").output.contains("edge_connectivity"))
    #expect(try explain("reachability").output.hasPrefix("reach  "))
  }

  @Test("Each function that a page names is in the library, and in its list")
  func libraryNames() throws {
    let folder = Checkout.path("Sources/LiaisonGraph")
    var source = ""
    for case let file as String in try #require(FileManager.default.enumerator(atPath: folder))
    where file.hasSuffix(".swift") {
      source += try String(contentsOfFile: folder + "/" + file, encoding: .utf8)
    }
    let list = try String(
      contentsOfFile: folder + "/LiaisonGraph.docc/LiaisonGraph.md", encoding: .utf8)
    let shapes = ["Graph.path", "Graph.erdosRenyi"]
    var count = 0
    for page in LibraryPages.shipped {
      for match in page.meaning.matches(of: /`(Graph|PairMatrix)\.([A-Za-z]+)`/) {
        count += 1
        #expect(source.contains("func \(match.2)("), "\(match.2)")
        // Of networks made by a rule, and at random, the list names one.
        guard page.id != "generators" || shapes.contains("Graph.\(match.2)") else { continue }
        #expect(list.contains("``\(match.1)/\(match.2)("), "\(match.2)")
      }
    }
    #expect(count > 20)
  }

  @Test(
    "A measure's page has what it means, then the keys of its figures: of nodes, ties, the whole")
  func figures() throws {
    // An expectation and a table of the vocabulary have some of these ids too.
    func paragraphs(_ id: String, _ summary: String) throws -> [String] {
      let paragraphs = try explain(id).output.components(separatedBy: "\n\n").map {
        $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      }
      let start = try #require(paragraphs.firstIndex { $0.hasPrefix("\(id) \(summary)") })
      return Array(paragraphs[start...])
    }
    let brokerage = try paragraphs("brokerage", "How often a node stands")
    #expect(brokerage[1].hasPrefix("Of three organizations"))
    let roles = "coordinator|itinerant|gatekeeper|representative|liaison"
    #expect(
      brokerage[2] == "Of each node: brokerage.total|\(roles), brokerage.expected|z.\(roles)",
      "\(brokerage[2])")
    #expect(brokerage[3] == "Of the whole network: brokerage.total.\(roles)")
    #expect(brokerage[4].hasPrefix("How it is counted:"))
    let groups = try paragraphs("groups", "How ties run")
    #expect(groups[1].hasPrefix("The E-I index"))
    #expect(groups[2] == "Of each node: ei_index.node")
    #expect(
      groups[3] == "Of the whole network: ei_index, ei_index.group.GROUP, mixing.GROUP->GROUP, "
        + "group_density.GROUP->GROUP", "\(groups[3])")
    let edges = try paragraphs("edge_betweenness", "How often a tie")
    #expect(edges[2] == "Of ties and pairs: edge_betweenness.unweighted|inverse|cost.raw|norm")
  }

  /// The pages of the measures, made once: each has the keys that the measure gives for some networks.
  private static let pages = Measures.shipped.map(MeasureShelf.wholePage)

  @Test(
    "The pages of the measures have every key that is given of a network, and none stands on two",
    arguments: [
      "graphs/samundar --layer referral", "graphs/samundar --layer membership",
      "graphs/edge-lists/advice.csv --directed --nodes graphs/edge-lists/managers.csv "
        + "--group department", "graphs/edge-lists/edges.csv",
    ])
  func everyKey(network: String) throws {
    let network = network.split(separator: " ").map(String.init)
    let run = try ToolRun.run(
      ToolRun.built("liaison"), ["measure"] + network + ["--measures", "all", "--format", "csv"],
      in: Checkout.root.path)
    #expect(run.status == 0)
    let rows = run.output.split(separator: "\n").dropFirst().map { $0.split(separator: ",") }
    var keys: Set<String> = []
    for row in rows where row.count > 1 && row[0] != "skipped" && row[0] != "member" {
      keys.insert(String(row[1].filter { $0 != "\"" }))
    }
    #expect(keys.count > 50)
    for key in keys.sorted() {
      // `modularity.group` and the `modularity` of each division stand on pages of their own.
      #expect(Self.pages.filter { $0.gives(key) }.count == 1, "\(key)")
    }
  }

  @Test("The expectations of a standard of one's own are found with --standard, inherited ones too")
  func ownStandard() throws {
    let file = Checkout.path("graphs/kestria/standard.yaml")
    let standard = try StandardReader.read(path: file)
    for id in [standard.expectations.first?.id, standard.expectations.last?.id] {
      let page = try explain(try #require(id), "--standard", file, tool: "liaison-lint")
      #expect(page.status == 0 && page.output.hasPrefix("kestria/\(id ?? "")  "))
    }
    let slip = try explain("presence-cordinator", "--standard", file)
    #expect(slip.status == 64)
    #expect(slip.errors.contains("Did you mean “presence-coordinator”?"))
    #expect(try explain("REF001", "--standard", file).status == 64)
    let unknown = try explain("presence-cordinator")
    #expect(unknown.status == 64 && unknown.errors.contains("presence-coordinator"))
  }
}
