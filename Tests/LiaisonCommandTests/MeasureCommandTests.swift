import Foundation
import LiaisonTestSupport
import Testing

@testable import LiaisonCommand

@Suite("liaison measure")
struct MeasureCommandTests {
  func measure(_ arguments: [String]) throws -> ToolRun {
    try ToolRun.run(ToolRun.built("liaison"), ["measure"] + arguments, in: Checkout.root.path)
  }

  func json(_ bytes: [UInt8]) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }

  @Test("The Medici stand between the most families, as Padgett and Ansell's data has it")
  func florence() throws {
    let run = try measure([
      "graphs/edge-lists/edges.csv", "--measures", "betweenness,degree", "--format", "json",
    ])
    #expect(run.status == 0)
    let node = try #require(try json(run.outputBytes)["node"] as? [String: [String: Double]])
    #expect(node["betweenness.unweighted.raw"]?["medici"] == 47.5)
    let names = try #require(node["degree.all"] ?? node["degree"]).filter { $0.value == 6 }.map(
      \.key)
    #expect(names == ["medici"])
  }

  @Test("A weight that a measure has no meaning for is an error with its row where it is asked for")
  func weights() throws {
    let folder = try TemporaryFolder()
    let list = try folder.write("source,target,weight\na,b,2\nb,c,0\n", to: "z.csv")
    let named = try measure([list, "--measures", "closeness"])
    #expect(named.status == 65)
    #expect(named.errors.contains("z.csv:3:5: error: the tie of “b” and “c” weighs 0"))
    #expect(named.errors.contains("`--measures closeness.unweighted` takes each tie alike"))
    #expect(named.output.isEmpty)
    let plain = try measure([list, "--measures", "closeness.unweighted"])
    #expect(plain.status == 0)
    let all = try measure([list, "--measures", "all"])
    #expect(all.status == 0)
    #expect(all.output.contains("closeness.cost: the tie of “b” and “c” weighs 0"))
    // Where nothing is named it is left out too, and the help says so of both.
    let usual = try measure([list])
    #expect(usual.status == 0 && usual.errors.isEmpty)
    #expect(usual.output.contains("betweenness.inverse: the tie of “b” and “c” weighs 0"))
    let help = try measure(["--help"]).output.split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    for words in [
      "is an error, exit 65, where the measure or the key is named; with all, or without --measures, "
        + "the figure is left out",
      "inverse takes a weight for the strength of a tie, cost for its length",
    ] { #expect(help.contains(words), "\(words)") }
  }

  @Test("On paths each row is judged, and a sum with another hides none; strengths are added first")
  func weightsOfRows() throws {
    let folder = try TemporaryFolder()
    let list = try folder.write("source,target,weight\na,b,2\nb,c,1\nb,a,-1\n", to: "z.csv")
    let run = try measure([list, "--measures", "betweenness.cost.raw"])
    #expect(run.status == 65 && run.output.isEmpty)
    #expect(
      run.errors.contains("z.csv:4:5: error: the tie of “b” and “a” weighs -1"), "\(run.errors)")
    // Strengths are added first, so that one row may take away what another gives; a tie below zero has none.
    #expect(try measure([list, "--measures", "eigenvector"]).status == 0)
    let below = try folder.write("source,target,weight\na,b,-2\nb,c,1\nb,a,1\n", to: "b.csv")
    let vector = try measure([below, "--measures", "eigenvector"])
    #expect(vector.status == 65)
    #expect(vector.errors.contains("`--measures eigenvector.unweighted`"), "\(vector.errors)")
  }

  @Test("The heading counts edges as size does, and says which rows are no edge of their own")
  func rows() throws {
    let folder = try TemporaryFolder()
    let list = try folder.write(
      "source,target,weight\na,b,2\nb,a,1\nb,c,1\nb,c,4\nd,d,1\n", to: "rows.csv")
    let run = try measure([list, "--measures", "size,components,density"])
    let lines = run.output.split(separator: "\n").map(String.init)
    #expect(lines[1] == "4 nodes, 2 edges, undirected (--directed: arcs from source to target)")
    let told = lines[2...4].joined(separator: " ")
    #expect(
      told.hasPrefix(
        "5 rows: 2 repeat a pair of nodes, 1 the other way round (--directed keeps those apart); "
          + "their weights are added, as strengths and as lengths; 1 joins a node to itself."),
      "\(told)")
    #expect(run.output.contains("(isolates): d (but to itself)"))
    let report = try json(
      try measure([list, "--measures", "size", "--format", "json"]).outputBytes)
    let graph = try #require(report["graph"] as? [String: Any])
    #expect(graph["m"] as? Int == 2)
    #expect((graph["remarks"] as? [String])?.first?.hasPrefix("5 rows: 2 repeat") == true)
    let plain = try measure(["graphs/edge-lists/edges.csv", "--measures", "size"])
    #expect(!plain.output.contains("rows:"))
  }

  @Test("A weight under another name is told on standard error and in JSON")
  func unreadColumn() throws {
    let folder = try TemporaryFolder()
    let list = try folder.write("source,target,strength\na,b,2\nb,c,1\n", to: "s.csv")
    let run = try measure([list, "--measures", "size", "--format", "json"])
    #expect(run.status == 0)
    let words =
      "The column “strength” is not read: every tie weighs the same. Weights are read from a column "
      + "called `weight`."
    #expect(run.errors.hasSuffix("s.csv:1:15: warning: \(words)\n"), "\(run.errors)")
    let graph = try #require(try json(run.outputBytes)["graph"] as? [String: Any])
    #expect(graph["remarks"] as? [String] == [words])
  }

  @Test("NA without quotes is no group, which is told; in quotes it is one")
  func missingGroups() throws {
    let folder = try TemporaryFolder()
    let list = try folder.write("source,target\na,b\nb,c\n", to: "edges.csv")
    let nodes = try folder.write(
      "id,country\na,NA\nb,\"NA\"\nc,ZA\n", to: "nodes.csv")
    let run = try measure([
      list, "--nodes", nodes, "--group", "country", "--measures", "groups", "--format", "csv",
    ])
    #expect(run.status == 0)
    #expect(
      run.errors == "remark: 1 node has NA in the column “country”, which is read as nothing "
        + "recorded; where NA is a group, write it in quotes: \"NA\".\n")
    #expect(run.output.contains("NA->ZA"))
  }

  @Test("Small figures keep two digits that are not zero")
  func smallFigures() throws {
    let folder = try TemporaryFolder()
    let nodes = try folder.write(
      "id\n" + (0..<150).map { "n\($0)\n" }.joined(), to: "nodes.csv")
    let list = try folder.write("source,target\nn0,n1\n", to: "edges.csv")
    let run = try measure([list, "--nodes", nodes, "--measures", "density"])
    // 1 of 150 × 149 ÷ 2 pairs.
    #expect(run.output.contains("density  0.000089"), "\(run.output)")
  }

  @Test("Weights of a network are strengths: its text has inverse, and cost where it is named")
  func readings() throws {
    let network = ["graphs/samundar", "--measures", "betweenness,eccentricity"]
    let text = try measure(network).output
    #expect(text.contains("(betweenness.inverse.raw)") && !text.contains("(betweenness.cost"))
    #expect(!text.contains("read both ways"))
    let note = text.split(separator: "\n").suffix(2).joined(separator: " ")
    #expect(
      note == "Not shown, as a weight here is a strength and no length: betweenness.cost, "
        + "eccentricity.cost (--measures betweenness.cost, or --format csv).", "\(note)")
    let named = try measure(["graphs/samundar", "--measures", "betweenness.cost"]).output
    #expect(named.contains("(betweenness.cost.raw)") && !named.contains("Not shown"))
    #expect(
      try measure(network + ["--format", "csv"]).output.contains("node,betweenness.cost.raw,"))
  }

  @Test(
    "Weights of an edge list may be either: inverse comes first, and the text says when each fits")
  func readingsOfLists() throws {
    let folder = try TemporaryFolder()
    let list = try folder.write("source,target,weight\na,b,2\nb,c,3\n", to: "edges.csv")
    let text = try measure([list, "--measures", "betweenness"]).output
    let keys = text.split(separator: "\n").compactMap { $0.split(separator: "(").last }
      .filter { $0.hasSuffix(".raw)") }
    #expect(
      keys == [
        "betweenness.unweighted.raw)", "betweenness.inverse.raw)", "betweenness.cost.raw)",
      ])
    #expect(
      text.split(separator: "\n")[2...3].joined(separator: " ")
        == "Its weights are read both ways: inverse fits strengths, such as cases or meetings; cost "
        + "fits lengths, such as days or kilometres.")
    let plain = try measure([list, "--measures", "betweenness.unweighted"]).output
    #expect(!plain.contains("read both ways"))
  }

  @Test("A list that cannot be read is one error with its place and what to do, and no echo of it")
  func unreadable() throws {
    let folder = try TemporaryFolder()
    func errors(_ bytes: [UInt8]) throws -> [String] {
      let path = folder.path("edges.csv")
      try Data(bytes).write(to: URL(filePath: path))
      let run = try measure([path])
      #expect(run.status == 65 && run.output.isEmpty)
      return run.errors.replacing(folder.path("edges.csv"), with: "edges.csv")
        .split(separator: "\n").map(String.init)
    }
    #expect(
      try errors(Array("source,target\na,Caf".utf8) + [0xE9, 0x0A, 0xE8, 0x2C, 0x62, 0x0A]) == [
        "edges.csv:2:6: error: The file is not UTF-8 but looks like Latin-1, Windows-1252 or the "
          + "like: here is the byte 0xE9. [SYN001]", "hint: save it as “CSV UTF-8”",
      ])
    #expect(
      try errors([0xFF, 0xFE] + Array("s\0o\0".utf8)) == [
        "edges.csv:1:1: error: The file is UTF-16, not UTF-8. [SYN001]",
        "hint: save it as “CSV UTF-8”",
      ])
    #expect(
      try errors(Array("source,target\na,b\n\"b,c\n".utf8)) == [
        "edges.csv:3:1: error: The quote that opens here is not closed. [SYN001]",
        "hint: close it; a quote inside a quoted cell is written twice",
      ])
    #expect(
      try errors(Array("source,target,weight\na,b,heavy\n".utf8)).count == 1)
    // The other commands that read a list, and a network that does not resolve, say it alike.
    for command in ["draw", "convert"] {
      let run = try ToolRun.run(
        ToolRun.built("liaison"),
        [
          command, folder.path("edges.csv"), "-o",
          folder.path("out.\(command == "draw" ? "dot" : "yaml")"),
        ])
      #expect(run.status == 65)
      #expect(run.errors.split(separator: "\n").count == 1, "\(command): \(run.errors)")
    }
    let network = try folder.write(
      "liaison: 1\ntitle: T\norganizations: [{id: a, name: A}]\n"
        + "relations: [{from: a, to: z, kind: refers_to}]\n", to: "network.yaml")
    let run = try measure([network])
    #expect(run.status == 65)
    #expect(run.errors.split(separator: "\n").filter { $0.contains("error:") }.count == 1)
    #expect(run.errors.contains("network.yaml:4:"))
  }

  @Test(
    "What is read all the same is told on standard error: a second header, other nodes, no ties")
  func remarks() throws {
    let folder = try TemporaryFolder()
    let list = try folder.write("source,target\na,b\nsource,target\nb,z\n", to: "edges.csv")
    let nodes = try folder.write("id\na\nb\nc\n", to: "nodes.csv")
    let run = try measure([list, "--nodes", nodes, "--measures", "size", "--format", "csv"])
    #expect(run.status == 0 && run.output.contains("graph,n,,,4,"))
    let lines = run.errors.split(separator: "\n").map {
      $0.split(separator: "/").last.map(String.init) ?? ""
    }
    #expect(
      lines == [
        "edges.csv:3:1: warning: The file repeats its header here; the row is left out.",
        "edges.csv:4:3: warning: The file names the node “z”, which the table of nodes lacks; it has "
          + "no name or group.",
        "nodes.csv:4:1: remark: The file names the node “c”, which is in no tie; it counts as a node "
          + "without ties.",
      ])
    let empty = try folder.write("source,target\n", to: "empty.csv")
    let none = try measure([empty, "--measures", "size"])
    #expect(none.status == 0)
    #expect(
      none.errors.hasSuffix(
        "empty.csv:1:1: warning: The list has a header and no rows: there are no ties.\n"))
  }

  @Test("A key that a known measure does not give is told the nearest that it gives")
  func unknownKey() throws {
    let list = "graphs/edge-lists/edges.csv"
    let run = try measure([list, "--measures", "betweenness.foo"])
    #expect(run.status == 64)
    #expect(
      run.errors.contains(
        "Did you mean “betweenness.unweighted.raw” or “betweenness.unweighted.norm”?"),
      "\(run.errors)")
    let slip = try measure([list, "--measures", "betweenness.unweighted.rwa"])
    #expect(slip.errors.contains("Did you mean “betweenness.unweighted.raw”?"), "\(slip.errors)")
  }

  @Test("A share is shown with a decimal while it is small, as a percent of a long run is minutes")
  func shares() {
    #expect(
      [0, 0.0049, 0.0999, 0.1, 0.426, 1].map(LongRun.share) == [
        "0.0 %", "0.4 %", "9.9 %", "10 %", "42 %", "100 %",
      ])
  }

  @Test("Measures are named by id or key, in any case; a slip is told the nearest name")
  func names() throws {
    let list = "graphs/edge-lists/edges.csv"
    let keys = try measure([
      list, "--measures", "BETWEENNESS.unweighted.raw,constraint", "--format", "json",
    ])
    #expect(keys.status == 0, "\(keys.errors)")
    let node = try #require(try json(keys.outputBytes)["node"] as? [String: Any])
    #expect(Set(node.keys).isSuperset(of: ["betweenness.unweighted.raw"]))
    #expect(!node.keys.contains { $0.hasPrefix("betweenness.unweighted.norm") })
    #expect(node.keys.contains { $0.hasPrefix("constraint") })
    for (names, words) in [
      ("betwenness", "Did you mean “betweenness”?"), ("all,degree", "all is every measure"),
      ("degree,,core", "before or after a comma"), ("", "names nothing"),
    ] {
      let run = try measure([list, "--measures", names])
      #expect(run.status == 64)
      #expect(run.errors.contains(words), "\(names): \(run.errors)")
    }
    for option in ["--layer", "--as-of"] {
      let run = try measure([list, option, option == "--layer" ? "referral" : "2025-01-01"])
      #expect(run.status == 64)
      #expect(run.errors.contains("\(option): of a network only"))
    }
  }

  @Test("Every case of the oracle gives the oracle's figures through the command")
  func oracle() throws {
    guard let oracle = Checkout.shared("oracle") else {
      print("skipped: ../shared/oracle is absent")
      return
    }
    // A few cases of each shape; the library's tests compare all of them.
    let cases = ["s14-karate", "s19-multi-loop-u", "s20-multi-loop-d", "r02-n12-dw", "s25-float"]
    let folder = try TemporaryFolder()
    for name in cases {
      let files = "\(oracle)/cases/\(name)"
      let expected = try json(Array(Data(contentsOf: URL(filePath: "\(files).expected.json"))))
      let graph = try #require(expected["graph"] as? [String: Any])
      let directed = graph["directed"] as? Bool == true ? ["--directed"] : []
      let run = try measure(
        ["\(files).edges.csv", "--nodes", "\(files).nodes.csv"] + directed + [
          "--format", "json", "--measures",
          "degree,strength,harmonic,betweenness,eigenvector,pagerank,core,components,"
            + "articulation,reciprocity,density,centralization",
        ])
      #expect(run.status == 0, "\(name): \(run.errors)")
      let actual = try folder.write(run.output, to: "\(name).json")
      let compared = try ToolRun.run(
        "python3", ["\(oracle)/compare.py", "\(files).expected.json", actual, "--missing", "ok"])
      #expect(compared.status == 0, "\(name): \(compared.output)")
    }
  }

  @Test("Where too many stayed silent nobody is ranked: the figures stand in the order of the file")
  func silence() throws {
    let folder = try TemporaryFolder()
    func network(_ answered: String) -> String {
      """
      liaison: 1
      title: Silence
      as_of: 2025-06-30
      organizations:
        - {id: a, name: Ark, sector: media, answered: \(answered)}
        - {id: b, name: Bow, sector: media, answered: 2025-06-01}
        - {id: c, name: Crew, sector: media, answered: 2025-06-01}
      relations:
        - {from: a, to: c, kind: refers_to}
        - {from: b, to: c, kind: refers_to}

      """
    }
    let silent = try folder.write(network("no"), to: "silent.yaml")
    let words = "Nobody is ranked: 1 of the 3 organizations asked stayed silent"
    let text = try measure([silent, "--measures", "degree"])
    #expect(text.status == 0 && text.errors.isEmpty)
    #expect(
      text.output.replacing("\n", with: " ").components(separatedBy: words).count == 2,
      "\(text.output)")
    #expect(text.output.contains("  Ark   1\n  Bow   1\n  Crew  2\n"), "\(text.output)")
    let csv = try measure([silent, "--measures", "degree", "--format", "csv"])
    #expect(csv.errors.contains("warning: \(words)") && !csv.output.contains("ranked"))
    let all = try folder.write(network("2025-06-01"), to: "all.yaml")
    let ranked = try measure([all, "--measures", "degree"])
    #expect(ranked.output.contains("  Crew  2\n  Ark   1\n  Bow   1\n"), "\(ranked.output)")
    #expect(!ranked.output.contains("Nobody is ranked"))
  }

  @Test("A terminal shows at which measure a run is, and at the end nothing of it")
  func progress() throws {
    let spawn = "import pty, sys; sys.exit(pty.spawn(sys.argv[1:]) >> 8)"
    let run = try ToolRun.run(
      "python3",
      [
        "-c", spawn, ToolRun.built("liaison"), "measure",
        Checkout.path("graphs/edge-lists/edges.csv"), "--measures", "degree,core",
      ], environment: ["TERM": "xterm"])
    #expect(run.status == 0)
    let erase = "\r\u{1B}[2K"
    #expect(
      run.output.hasPrefix(
        erase + "degree, 1 of 2 measures" + erase + erase + "core, 2 of 2 measures" + erase),
      "\(run.output)")
  }

  @Test("A long run shows what share is done, and ^C ends it soon and leaves no line behind")
  func interrupted() throws {
    let folder = try TemporaryFolder()
    let rows = (0..<900).flatMap { [($0, ($0 + 1) % 900), ($0, ($0 * 7 + 3) % 900)] }
    let path = try folder.write(
      "source,target\n" + rows.map { "n\($0),n\($1)\n" }.joined(), to: "edges.csv")
    let run = try ToolRun.run(
      "python3",
      [
        "-c", Self.pressing, "1 of 1 measures, ", ToolRun.built("liaison"), "measure", path,
        "--measures", "keyplayer", "-o", folder.path("figures.txt"),
      ], environment: ["TERM": "xterm"], limit: 120)
    #expect(run.output.hasPrefix("signal 2, soon True, cleared True\n"), "\(run.output)")
    #expect(!FileManager.default.fileExists(atPath: folder.path("figures.txt")))
  }

  @Test(
    "^C ends a run between blocks of nodes, and one all the same that comes to no such point",
    arguments: ["triads", "positions"])
  func interruptedForGood(measure: String) throws {
    let folder = try TemporaryFolder()
    let rows = (0..<300).flatMap { a in (0..<a).map { "n\(a),n\($0)\n" } }
    let path = try folder.write("source,target\n" + rows.joined(), to: "edges.csv")
    let run = try ToolRun.run(
      "python3",
      [
        "-c", Self.pressing, "1 of 1 measures", ToolRun.built("liaison"), "measure", path,
        "--measures", measure,
      ], environment: ["TERM": "xterm"], limit: 120)
    #expect(run.output.hasPrefix("signal 2, soon True, cleared True\n"), "\(run.output)")
  }

  /// Runs a program on a terminal of its own, presses ^C when it shows some words, and says how it ended.
  /// A test's thread blocks signals, and a program started by it would too.
  private static let pressing = """
    import os, pty, signal, sys, time
    signal.pthread_sigmask(signal.SIG_SETMASK, set())
    process, terminal = pty.fork()
    if process == 0: os.execv(sys.argv[2], sys.argv[2:])
    text = b""
    def read():
        try: return os.read(terminal, 4096)
        except OSError: return b""
    while sys.argv[1].encode() not in text:
        more = read()
        if not more: break
        text += more
    pressed = time.time()
    os.write(terminal, b"\\x03")
    while more := read(): text += more
    _, status = os.waitpid(process, 0)
    cleared = text.endswith(b"\\r\\x1b[2K")
    soon = time.time() - pressed < 4
    print(f"signal {os.WTERMSIG(status)}, soon {soon}, cleared {cleared}")
    print(text[-200:])
    """

  @Test("A layer of a network is measured, and CSV holds every node")
  func layer() throws {
    let run = try measure([
      "graphs/islamabad-2022.yaml", "--layer", "cooperation", "--measures", "degree",
      "--format", "csv",
    ])
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("kind,measure,from,to,value,reason\n"))
    #expect(run.output.contains("node,degree.all,unodc,,"))
  }

  @Test("The text says in plain words what each figure is, and names its key behind them")
  func words() throws {
    let network = try measure([
      "graphs/islamabad-2022.yaml", "--measures", "degree,components,density,harmonic",
    ])
    let lines = network.output.split(separator: "\n").map(String.init)
    #expect(
      lines[1...3].joined(separator: " ")
        == "8 organizations, 8 ties, directed; what joins both alike is a tie each way; "
        + "6 of the ties are not certain, and counted like the others; every tie counts 1, as no "
        + "intensity is recorded",
      "\(network.output)")
    for words in [
      "In-degree: ties that lead to it (degree.in)",
      "Out-degree: ties that lead from it (degree.out)",
      "Neighbours: others to whom it is tied, each counted once (neighbours)",
      "Isolates: without any tie (isolates): UNODC Country Office Pakistan, Police, "
        + "National Commission on the Rights of Children",
      "  1 organization: Police",
    ] { #expect(lines.contains(words), "\(words) in \(network.output)") }
    #expect(
      lines.contains {
        $0.hasPrefix("  density") && $0.hasSuffix("share of the possible ties that are there")
      })
    #expect(
      lines.contains {
        $0.hasPrefix(
          "Harmonic closeness, which copes with networks in several pieces (each tie alike, ")
          && $0.hasSuffix("(harmonic.unweighted.norm.in)")
      })
    let list = try measure(["graphs/edge-lists/edges.csv", "--measures", "components"])
    #expect(list.output.contains("15 nodes, 20 edges, undirected"))
    #expect(list.output.contains("  15 nodes: "))
  }

  @Test("Of constraint the ten least are shown, since brokers have least; of its like too")
  func lowestFirst() throws {
    let folder = try TemporaryFolder()
    let rows = (1...12).map { "hub,n\($0)\n" }
    let path = try folder.write("source,target\n" + rows.joined() + "n1,n2\n", to: "edges.csv")
    let run = try measure([path, "--measures", "structural_holes,eccentricity"])
    let lines = run.output.split(separator: "\n").map(String.init)
    func first(_ key: String) -> (heading: String, line: String)? {
      guard let index = lines.firstIndex(where: { $0.contains("(\(key))") }) else { return nil }
      return (lines[index], lines[index + 1])
    }
    for key in ["constraint.unweighted", "eccentricity.unweighted.all"] {
      let shown = try #require(first(key), "\(key) in \(run.output)")
      #expect(shown.heading.hasSuffix("(\(key)), lowest first"))
      #expect(shown.line.hasPrefix("  hub  "), "\(shown)")
    }
    let size = try #require(first("effective_size.unweighted"))
    #expect(
      size.heading
        == "Effective size: its contacts less those who repeat each other (each tie alike) "
        + "(effective_size.unweighted)")
    #expect(size.line.hasPrefix("  hub  "))
  }

  @Test("CSV keeps the sets, empty ones among them, and says of each figure why it is not given")
  func setsAndReasons() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("source,target\na,b\nb,c\nc,a\nd,e\n", to: "edges.csv")
    let run = try measure([
      path, "--measures", "components,articulation,brokerage", "--format", "csv",
    ])
    #expect(run.status == 0 && run.errors == "")
    let lines = run.output.split(separator: "\n").map(String.init)
    #expect(
      lines.filter { $0.contains("components.weak,") } == [
        "sets,components.weak,,,2,", "member,components.weak,a,,1,", "member,components.weak,b,,1,",
        "member,components.weak,c,,1,", "member,components.weak,d,,2,",
        "member,components.weak,e,,2,",
      ])
    #expect(lines.contains("sets,articulation,,,0,") && lines.contains("sets,isolates,,,0,"))
    #expect(lines.contains("sets,bridges,,,1,") && lines.contains("member,bridges,e,,1,"))
    #expect(
      lines.contains {
        $0.hasPrefix("skipped,brokerage,,,,") && $0.contains("`--nodes FILE --group COLUMN`")
      })
    #expect(lines.contains("skipped,components.strong,,,,ties have no direction"))
    #expect(
      lines.allSatisfy { $0.hasPrefix("skipped,brokerage") || $0.filter { $0 == "," }.count == 5 })
  }

  @Test("A group that no table of nodes holds is an error, not a figure left out in silence")
  func groupWithoutTable() throws {
    let folder = try TemporaryFolder()
    let edges = try folder.write("source,target\na,b\nb,c\n", to: "edges.csv")
    let nodes = try folder.write("id,side\na,x\nb,y\nc,x\n", to: "nodes.csv")
    let alone = try measure([edges, "--measures", "groups", "--group", "side"])
    #expect(alone.status == 64 && alone.output == "")
    #expect(alone.errors.contains("“side”") && alone.errors.contains("--nodes"))
    let wrong = try measure([
      edges, "--nodes", nodes, "--measures", "groups", "--group", "sides",
    ])
    #expect(wrong.status == 64 && wrong.errors.contains("“sides”"))
    let right = try measure([edges, "--nodes", nodes, "--measures", "groups", "--group", "side"])
    #expect(right.status == 0 && right.output.contains("mixing.x->y"))
  }

  @Test("A node whose group is left empty is in no group, and such nodes are counted")
  func groupsInPart() throws {
    let folder = try TemporaryFolder()
    let edges = try folder.write("source,target\na,b\nb,c\nc,d\nd,a\n", to: "edges.csv")
    let nodes = try folder.write("id,side\na,x\nb,y\nc,x\nd,\n", to: "nodes.csv")
    let run = try measure([
      edges, "--nodes", nodes, "--group", "side", "--measures", "groups",
    ])
    #expect(run.status == 0)
    // Of a – b – c both ties lead out; with d as a group of its own there would be four.
    #expect(run.output.contains("  mixing.x->y  2  ties of “x” to “y”\n"))
    #expect(!run.output.contains("mixing.->"))
    #expect(run.output.contains("  d  undefined\n"))
    #expect(
      run.output.contains(
        "Given in part:\n  ei_index: 1 node has no group; it is left out, with its ties\n"))
    let csv = try measure([
      edges, "--nodes", nodes, "--group", "side", "--measures", "groups", "--format", "csv",
    ])
    #expect(csv.output.contains("\nnode,ei_index.node,d,,,\n"))
    let reason = "1 node has no group; it is left out, with its ties"
    #expect(
      csv.output.contains("\npartly,ei_index,,,,\"\(reason)\"\n"), "\(csv.output.suffix(400))")
    #expect(!csv.output.contains("\nskipped,"))
    let given = try json(
      try measure([
        edges, "--nodes", nodes, "--group", "side", "--measures", "groups,order", "--format",
        "json",
      ]).outputBytes)
    #expect((given["partly"] as? [String: String])?["ei_index"] == reason)
    #expect((given["skipped"] as? [String: String])?["is_dag"] == "ties have no direction")
    #expect((given["skipped"] as? [String: String])?["ei_index"] == nil)
  }

  @Test("strength adds weights of either sign, as its page and the help say; shares refuse them")
  func signedWeights() throws {
    let folder = try TemporaryFolder()
    let list = try folder.write("source,target,weight\na,b,-2\nb,c,3\n", to: "edges.csv")
    let run = try measure([list, "--measures", "strength", "--format", "csv"])
    #expect(run.status == 0 && run.output.contains("node,strength.all,b,,1,"), "\(run.errors)")
    for name in ["pagerank", "eigenvector", "communities", "structural_holes", "closeness.cost"] {
      let refused = try measure([list, "--measures", name])
      #expect(refused.status == 65, "\(name)")
      #expect(refused.errors.contains("edges.csv:2:5: error: the tie of “a” and “b” weighs -2"))
    }
    let help = try measure(["--help"]).output.split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    #expect(help.contains("strength adds weights of either sign"))
  }

  @Test("A measure that is named and not given because of the size is an error that says the limit")
  func sizes() throws {
    let folder = try TemporaryFolder()
    func path(_ n: Int) throws -> String {
      let rows = (1..<n).map { "n\($0 - 1),n\($0)\n" }
      return try folder.write("source,target\n" + rows.joined(), to: "path-\(n).csv")
    }
    let long = try path(501)
    let named = try measure([long, "--measures", "degree,Connectivity"])
    #expect(named.status == 65 && named.output.isEmpty)
    #expect(named.errors.contains("error: connectivity is not given: more than 500 nodes"))
    #expect(named.errors.contains("hint: `--any-size` computes it all the same"))
    let key = try measure([long, "--measures", "position.concor"])
    #expect(key.status == 65 && key.errors.contains("position.concor is not given"))
    let any = try measure([long, "--measures", "connectivity", "--any-size", "--format", "csv"])
    #expect(any.status == 0 && any.output.contains("graph,node_connectivity,,,1,"))
    // Of sixty nodes each is tried alone, each two, and not each three.
    let sixty = try path(60)
    let one = try measure([sixty, "--measures", "keyplayer.neg.F.k1,keyplayer.pos.DR.k2"])
    #expect(one.status == 0 && one.output.contains("keyplayer.neg.F.k1"), "\(one.errors)")
    let three = try measure([sixty, "--measures", "keyplayer.neg.F.k3"])
    #expect(
      three.status == 65
        && three.errors.contains(
          "keyplayer.neg.F.k3 is not given: more than 10,000 sets to try; "
            + "keyplayer.greedy.neg.F.k3 is the best found"),
      "\(three.errors)")
    let all = try json(
      try measure([sixty, "--measures", "keyplayer", "--format", "json"]).outputBytes)
    let skipped = try #require(all["skipped"] as? [String: String])
    #expect(skipped.keys.filter { $0.hasSuffix(".k3") }.count == 4, "\(skipped)")
    #expect((all["value"] as? [String: Double])?["keyplayer.greedy.pos.DR.k3"] != nil)
  }

  @Test("A key of other networks is refused with the reason, spelled as it was asked for")
  func otherKeys() throws {
    let folder = try TemporaryFolder()
    let list = try folder.write("source,target,weight\na,b,2\nb,c,3\n", to: "edges.csv")
    let bare = try folder.write("source,target\na,b\nb,c\n", to: "bare.csv")
    for (arguments, words) in [
      (
        [list, "--directed", "--measures", "Closeness.cost.raw.all"],
        "closeness gives nothing under “Closeness.cost.raw.all” here, as with weights a directed "
          + "network has out and in alone."
      ),
      (
        [list, "--measures", "harmonic.inverse.norm.in"],
        "“harmonic.inverse.norm.in” here, as ties have no direction."
      ),
      (
        [bare, "--measures", "pagerank.weighted"],
        "“pagerank.weighted” here, as ties have no weights."
      ),
    ] {
      let run = try measure(arguments)
      #expect(run.status == 64 && run.errors.contains(words), "\(run.errors)")
    }
  }

  @Test("Figures of arcs are written with an arrow, those of pairs and of ties without one")
  func arrows() throws {
    let folder = try TemporaryFolder()
    let list = try folder.write("source,target\na,b\nb,c\na,c\n", to: "edges.csv")
    let arcs = try measure([
      list, "--directed", "--measures", "edge_betweenness,dominators,order,positions",
    ]).output
    for line in ["  a → b  1\n", "  b → c  1\n", "  a → c  1\n"] {
      #expect(arcs.contains(line), "\(arcs)")
    }
    let reduced = arcs.components(separatedBy: "(transitive_reduction)").last
    #expect(reduced?.contains("a → b") == true && reduced?.contains("a → c") == false)
    let ties = try measure([list, "--measures", "edge_betweenness"]).output
    #expect(ties.contains("a – b") && !ties.contains("→"))
  }

  @Test("Communities are shown by their sizes and members; a seed and a resolution may be given")
  func communities() throws {
    let folder = try TemporaryFolder()
    let list = try folder.write(
      "source,target\nz,x\nx,y\ny,z\nz,p\np,q\nq,r\nr,p\nr,s\ns,p\ns,q\n", to: "edges.csv")
    let run = try measure([list, "--measures", "communities"])
    #expect(
      run.output.contains(
        "Communities (by Leiden, each tie alike) (community.leiden.unweighted): 2, each with its "
          + "number, size and members\n  1: 4 nodes: p, q, r, s\n  0: 3 nodes: z, x, y\n"),
      "\(run.output)")
    #expect(!run.output.contains("lowest first"))
    let fine = try measure([list, "--measures", "communities", "--resolution", "4", "--seed", "7"])
    #expect(
      fine.status == 0 && !fine.output.contains("(community.leiden.unweighted): 2,"),
      "\(fine.output)")
    let unused = try measure([list, "--measures", "degree", "--seed", "7"])
    #expect(unused.status == 64 && unused.errors.contains("--seed is for communities, which"))
    for wrong in ["0", "-1", "nan", "inf", "1e300", "1000001"] {
      let refused = try measure([list, "--measures", "communities", "--resolution=\(wrong)"])
      #expect(refused.status == 64, "\(wrong)")
      #expect(
        refused.errors.contains("--resolution is a number above 0, at most 1,000,000, not"),
        "\(wrong)")
    }
  }

  /// A ring of four in groups whose names are hard to write.
  private func ring(_ groups: [String], in folder: TemporaryFolder) throws -> [String] {
    let edges = try folder.write("source,target\na,b\nb,c\nc,d\nd,a\n", to: "edges.csv")
    let rows = zip(["a", "b", "c", "d"], groups).map {
      "\($0),\"\($1.replacing("\"", with: "\"\""))\"\n"
    }
    let nodes = try folder.write("id,side\n" + rows.joined(), to: "nodes.csv")
    return [edges, "--nodes", nodes, "--group", "side"]
  }

  @Test("Figures of groups are named whatever spaces, commas and arrows the names have")
  func groupNames() throws {
    let folder = try TemporaryFolder()
    let list = try ring(["labour office", "a, b", "a->b", "labour office"], in: folder)
    func keys(_ measures: [String]) throws -> [String] {
      let run = try measure(list + measures.flatMap { ["--measures", $0] } + ["--format", "json"])
      #expect(run.status == 0, "\(run.errors)")
      let values = try json(run.outputBytes)["value"] as? [String: Any]
      return try #require(values).keys.sorted()
    }
    #expect(try keys([" ei_index.group.labour office "]) == ["ei_index.group.labour office"])
    #expect(
      try keys(["ei_index.group.a\\, b, ei_index.group.labour office"])
        == ["ei_index.group.a, b", "ei_index.group.labour office"])
    // Repeated, and the arrow of a name behind a backslash.
    #expect(
      try keys(["ei_index.group.a\\, b", #"mixing.a, b"#.replacing(",", with: "\\,") + #"->a\->b"#])
        == ["ei_index.group.a, b", #"mixing.a, b->a\->b"#])
    let slip = try measure(list + ["--measures", "ei_index.group.labouroffice"])
    #expect(slip.status == 64)
    #expect(slip.errors.contains("Did you mean “ei_index.group.labour office”?"), "\(slip.errors)")
  }

  @Test("JSON holds each key once, and all that is said of a figure that is not given")
  func uniqueKeys() throws {
    let folder = try TemporaryFolder()
    func members(_ list: [String], of section: String) throws -> [String: Any] {
      let run = try measure(list + ["--measures", "groups", "--format", "json"])
      #expect(run.status == 0, "\(run.errors)")
      let members = try #require(try json(run.outputBytes)[section] as? [String: Any])
      // Foundation keeps one of two equal keys; the text holds both.
      let start = try #require(run.output.range(of: "\"\(section)\""))
      for key in members.keys {
        let quoted = "\"" + key.replacing("\\", with: "\\\\") + "\":"
        #expect(run.output[start.lowerBound...].ranges(of: quoted).count == 1, "\(key)")
      }
      return members
    }
    let arrows = try ring(["x", "y->z", "x->y", "z"], in: folder)
    #expect(try members(arrows, of: "value").keys.count { $0.hasPrefix("mixing.") } == 16)
    // More than 200 groups, and one who is in none: two notices of one key.
    let count = 202
    let edges = try folder.write(
      "source,target\n" + (1..<count).map { "n0,n\($0)\n" }.joined(), to: "star.csv")
    let nodes = try folder.write(
      "id,side\nn0,\n" + (1..<count).map { "n\($0),g\($0)\n" }.joined(), to: "star-nodes.csv")
    let skipped = try members([edges, "--nodes", nodes, "--group", "side"], of: "skipped")
    #expect(
      skipped["mixing"] as? String
        == "1 node has no group; it is left out, with its ties; more than 200 groups")
  }

  @Test("A group whose name holds a line break takes one line of the text")
  func brokenNames() throws {
    let folder = try TemporaryFolder()
    let list = try ring(["north\nside", "south", "south", "north\nside"], in: folder)
    for measures in ["groups", "two_mode", "all"] {
      let run = try measure(list + ["--measures", measures])
      #expect(run.status == 0, "\(run.errors)")
      #expect(!run.output.split(separator: "\n").contains { $0.hasPrefix("side") })
    }
    let text = try measure(list + ["--measures", "groups"]).output
    #expect(text.contains("  mixing.north side->south "), "\(text)")
  }

  @Test("Figures of given nodes and of more steps are asked for by --from and --steps")
  func fromAndSteps() throws {
    let list = "graphs/edge-lists/edges.csv"
    let run = try measure([
      list, "--measures", "betweenness.unweighted.from,pagerank,reach", "--from",
      "medici, strozzi,medici", "--steps", "4", "--format", "json",
    ])
    #expect(run.status == 0, "\(run.errors)")
    let node = try #require(try json(run.outputBytes)["node"] as? [String: [String: Double]])
    #expect(node.keys.filter { $0.hasPrefix("betweenness") } == ["betweenness.unweighted.from"])
    let rank = try #require(node["pagerank.unweighted.from"])
    #expect(abs(rank.values.reduce(0, +) - 1) < 1e-9)
    #expect(rank != node["pagerank.unweighted"])
    let reach = try #require(node["reach.4step.all"])
    let three = try #require(node["reach.3step.all"])
    #expect(reach.allSatisfy { $0.value >= three[$0.key] ?? 99 } && reach != three)
    for (arguments, words) in [
      (["--from", "medicci"], "Did you mean “medici”?"),
      (["--from", "medici", "--measures", "degree"], "--from is for betweenness and pagerank"),
      (["--steps", "4"], "--steps is for reach"),
      (["--steps", "0", "--measures", "reach"], "--steps: 0 is no number from 1 on"),
    ] {
      let refused = try measure([list] + arguments)
      #expect(refused.status == 64 && refused.output.isEmpty)
      #expect(refused.errors.contains(words), "\(arguments): \(refused.errors)")
    }
    let text = try measure([list, "--from", "medici", "--measures", "betweenness.unweighted.from"])
    #expect(text.output.contains("paths from the nodes given alone"), "\(text.output)")
  }

  @Test("Two ids that only look alike are two nodes, and no edge is lost")
  func lookAlikes() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      "source,target\ncaf\u{E9},b\ncafe\u{301},c\n", to: "edges.csv")
    let run = try measure([path, "--measures", "size", "--format", "json"])
    let graph = try #require(try json(run.outputBytes)["graph"] as? [String: Any])
    #expect(graph["n"] as? Int == 4 && graph["m"] as? Int == 2)
  }

  @Test("An unknown measure, layer or date is a usage error that names what there is")
  func usage() throws {
    let network = "graphs/islamabad-2022.yaml"
    let measure = try measure([network, "--measures", "betweeness"])
    #expect(measure.status == 64 && measure.errors.contains("betweenness"))
    let layer = try self.measure([network, "--layer", "referal"])
    #expect(layer.status == 64 && layer.errors.contains("referral"))
    #expect(try self.measure([network, "--as-of", "2025-02-30"]).status == 64)
    #expect(try self.measure([network, "--measures", ","]).status == 64)
    let lists = try self.measure([network, "--directed", "--group", "x"])
    #expect(lists.status == 64 && lists.errors.contains("--directed, --group"))
    #expect(try self.measure(["nowhere.yaml"]).status == 66)
  }

  @Test("A long table is written piece by piece: a row a figure, to a file as to standard output")
  func longTable() throws {
    let folder = try TemporaryFolder()
    let edges = (0..<6_000).map { "node \($0),=node \(($0 * 7 + 1) % 6_000)\n" }.joined()
    let list = try folder.write("source,target\n" + edges, to: "ring.csv")
    let file = folder.path("figures.csv")
    let arguments = ["measure", list, "--measures", "degree,core,components", "--format", "csv"]
    let run = try ToolRun.run(ToolRun.built("liaison"), arguments)
    #expect(run.status == 0 && run.output.utf8.count > 500_000)
    #expect(try ToolRun.run(ToolRun.built("liaison"), arguments + ["-o", file]).status == 0)
    #expect(try String(contentsOfFile: file, encoding: .utf8) == run.output)
    let json = try ToolRun.run(ToolRun.built("liaison"), arguments.dropLast() + ["json"])
    let figures = try #require(
      JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    let nodes = try #require(figures["node"] as? [String: [String: Double]])
    let rows = run.output.split(separator: "\n").filter { $0.hasPrefix("node,") }
    #expect(rows.count == nodes.values.reduce(0) { $0 + $1.count })
    let last = try #require(rows.last { $0.contains(",degree.all,") })
    #expect(last.hasSuffix(",,\(Int(nodes["degree.all"]?["=node 0"] ?? -1)),"), "\(last)")
    #expect(last.contains("\"'=node "))
  }
}
