import Foundation
import LiaisonTestSupport
import Testing

/// Hostile files through every command that takes a network, as processes.
@Suite("Hostile input", .serialized)
struct HostileInputTests {
  private static let generator = Checkout.shared("hostile/make_hostile.py")

  /// Which command meets which file. Lint meets all of them; of the others, who read by the same readers,
  /// each meets every sixteenth, beginning at another one: with `LIAISON_EXHAUSTIVE=1` each meets all.
  private static func runs(
    of commands: [(name: String, arguments: @Sendable (String) -> [String])], over files: [String]
  ) -> [(Int, String)] {
    let stride = ProcessInfo.processInfo.environment["LIAISON_EXHAUSTIVE"] == "1" ? 1 : 16
    return commands.enumerated().flatMap { place, command in
      files.enumerated()
        .filter { command.name == "lint" || $0.offset % stride == place % stride }
        .map { (place, $0.element) }
    }
  }

  /// What is wrong with a command's ending on a file; nil where nothing is.
  private static func complaint(
    _ command: (name: String, arguments: @Sendable (String) -> [String]), _ file: String,
    canary: String? = nil
  ) throws -> String? {
    let folder = try TemporaryFolder()
    let run = try ToolRun.run(
      ToolCommands.tool, command.arguments(file), in: folder.url.path,
      environment: ["SWIFT_BACKTRACE": "enable=no"], limit: 20)
    var faults: [String] = []
    if run.wasSignalled { faults.append("ended by a signal") }
    // `diff` has no date but the networks' own: 64 where one has none; `ask` asks an organization that
    // most of them lack.
    let isUsage = ["diff", "ask"].contains(command.name)
    // A standard that can be read may ask for what is not known: 78.
    let isStandard = command.arguments(file).contains("--standard")
    let statuses: [Int32] = [0, 1, 65, 66] + (isUsage ? [64] : []) + (isStandard ? [78] : [])
    if !statuses.contains(run.status) { faults.append("exit \(run.status)") }
    if run.status != 0, run.output.isEmpty, run.errors.isEmpty { faults.append("silent") }
    let written = ToolCommands.files(in: folder)
    if run.status >= 65, !written.isEmpty { faults.append("left \(written)") }
    let texts =
      [run.output, run.errors]
      + written.map { name in
        String(
          decoding: FileManager.default.contents(atPath: folder.path(name)) ?? Data(),
          as: UTF8.self)
      }
    if let canary, texts.contains(where: { $0.contains(canary) }) { faults.append("a canary") }
    // Nothing that a terminal acts on, or that reorders what stands beside it.
    let isOdd = texts.prefix(2).joined().unicodeScalars.contains { scalar in
      switch scalar.value {
      case 0x0A: false
      case ..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069: true
      default: false
      }
    }
    if isOdd { faults.append("a control character") }
    guard !faults.isEmpty else { return nil }
    return "\(command.name) \(file): \(faults.joined(separator: ", ")) | \(run.errors.prefix(300))"
  }

  @Test(
    "The shared hostile set: every file ends by itself with 0, 1, 65 or 66, and nothing leaks",
    .enabled(if: generator != nil, "no ../shared"))
  func sharedSet() throws {
    let folder = try TemporaryFolder()
    let made = try ToolRun.run("python3", [try #require(Self.generator), folder.url.path])
    try #require(made.status == 0, "\(made.errors)")
    let canary = try String(contentsOfFile: folder.path("canary.txt"), encoding: .utf8)
      .trimmingCharacters(in: .whitespacesAndNewlines)
    try #require(canary.count > 5)
    let before = ToolCommands.files(in: folder)
    let files = before.filter { $0.contains("/") }
    try #require(files.count > 200)
    let commands = try ToolCommands.present()
    let runs = Self.runs(of: commands, over: files.map { folder.path($0) })
    let faults = try ToolCommands.each(runs) { place, file in
      try Self.complaint(commands[place], file, canary: canary)
    }
    #expect(faults == [])
    #expect(ToolCommands.files(in: folder) == before)
  }

  /// Hostile files of our own, there in every checkout.
  private static let own: [(name: String, text: String)] = {
    let head = "liaison: 1\nas_of: 2025-06-30\nstandard: four-pillars\n"
    let chain = (0..<10_000).map { "  - {id: o\($0), parent: o\($0 + 1)}\n" }.joined()
    let areas = (0..<10_000).map { "  - {id: o\($0), within: o\(($0 + 1) % 10_000)}\n" }.joined()
    let long = String(repeating: "9", count: 400)
    return [
      ("nothing.yaml", ""), ("head.yaml", head), ("spaces.csv", "  \n \n"), ("tab.yaml", "\t\t\n"),
      ("nested.yaml", String(repeating: "[", count: 50_000)),
      ("nested.json", String(repeating: "{\"a\":", count: 50_000)),
      ("dashes.yaml", String(repeating: "- ", count: 50_000)),
      ("nul.yaml", head + "title: a\u{0}b\n"), ("control.yaml", head + "title: a\u{1B}[2Jb\n"),
      ("escaped.yaml", head + "title: \"a\\0\\e[2Jb\"\norganizations: [{id: \"a\\e]0;x\\a\"}]\n"),
      ("field.yaml", head + "title: " + String(repeating: "x", count: 3 << 20) + "\n"),
      ("field.csv", "source,target\na," + String(repeating: "x", count: 3 << 20) + "\n"),
      ("doubled.yaml", head + "title: a\ntitle: b\n"),
      ("doubled.json", "{\"liaison\": 1, \"tlp\": \"RED\", \"tlp\": \"CLEAR\"}"),
      ("crlf.yaml", (head + "organizations: [{id: a}]\n").replacing("\n", with: "\r\n")),
      ("bidi.yaml", head + "organizations: [{id: \"a\u{202E}b\"}, {id: \"a\u{200B}b\"}]\n"),
      (
        "lines.yaml",
        """
        liaison: 1
        title: "a\\tb\\rc\\u202ed"
        as_of: 2025-06-30
        boundary: {rule: "x\\ry"}
        areas: [{id: n, name: "N\\rM", level: district}]
        organizations:
          - {id: a, name: "A\\nB", name_ur: "C\\tD", sector: gov.law_enforcement, entry_point: true, areas: [n], groups: [any]}
          - {id: b, name: "\\u2066B\\r", sector: gov.health, areas: [n], groups: [any], note: "x\\ry",
             services: [{id: s, name: "S\\rT", type: shelter.emergency, groups: [adult.female]}]}
        bodies: [{id: c, name: "C\\rD"}]
        agreements: [{id: m, name: "M\\rN", parties: [a, b], valid_until: 2025-01-31}]
        activities: [{id: t, title: "T\\rU", leads: [a], supports: [b]}]
        relations:
          - {from: a, to: b, kind: refers_to, agreement: m, note: "x\\ry", evidence: [{source: "S\\rT", kind: survey, reporter: from, answer: yes, confidence: 0.2}]}
        """
      ),
      ("bidi.csv", "source,target\na\u{202E}b,c\ncafe\u{301},caf\u{E9}\n"),
      ("formula.csv", "source,target\n=cmd|' /C calc'!A0,@SUM(1)\n+1,-1\n"),
      ("quote.csv", "source,target\n\"a,b\n"), ("ragged.csv", "source,target\na\na,b,c,d\n"),
      (
        "numbers.yaml", head + "areas: [{id: a, population: \(long)}, {id: b, population: 1e999}]\n"
      ),
      ("weights.csv", "source,target,weight\na,b,\(long)\nb,c,1e308\nc,a,1e308\na,c,nan\n"),
      ("dates.yaml", "liaison: 1\nas_of: 9999-12-31\nagreements: [{id: a, until: 0001-01-01}]\n"),
      ("alias.yaml", head + "a: &a [x]\nb: [*a, *a]\n"),
      ("tag.yaml", "!!python/object:os.system x"),
      ("list.yaml", "- a\n- b\n"), ("binary.csv", "PK\u{3}\u{4}\u{14}\u{0}"),
      ("units.yaml", head + "organizations:\n" + chain + "  - {id: o10000}\n"),
      ("circle.yaml", head + "areas:\n" + areas),
      ("loops.yaml", head + "bodies: [{id: a, parent: b}, {id: b, parent: a}]\n"),
      ("noareas.yaml", head + "organizations: [{id: a, entry_point: true}, {id: b}]\n"),
      (
        "doubles.yaml", head + "organizations:\n" + String(repeating: "  - {id: a}\n", count: 2_000)
      ),
    ]
  }()

  /// Hostile patches: broken, endless, circular, and such as take away what all rests on.
  private static let patches: [(name: String, text: String)] = {
    let head = "liaison_patch: 1\n"
    let nested = String(repeating: "{add: ", count: 20_000)
    let many = (0..<2_000).map { "    - {id: x\($0), parent: x\($0 + 1)}\n" }.joined()
    let all = ["police", "madadgar", "roshni", "social-welfare", "child-bureau", "insaf"]
    return [
      ("empty", ""), ("head", head), ("scalar", head + "add: x\nchange: 1\nremove: [a]\n"),
      ("version", "liaison_patch: 99999999999999999999\n"), ("deep", head + nested),
      ("doubled", head + "remove: {organizations: [police]}\nremove: {}\n"),
      ("nul", head + "title: \"a\\0b\\e[2J\"\nremove: {organizations: [\"a\\e[2Jb\"]}\n"),
      ("alias", head + "add: &a {organizations: [*a]}\n"),
      ("circle", head + "change: {organizations: [{id: police, parent: police-north}]}\n"),
      ("areas", head + "change: {areas: [{id: samundar, within: north}]}\n"),
      ("depth", head + "add:\n  organizations:\n" + many + "    - {id: x2000}\n"),
      ("gone", head + "remove: {organizations: [\(all.joined(separator: ", "))]}\n"),
      ("ground", head + "remove: {areas: [samundar, north, coast, valley]}\n"),
      ("twice", head + "remove: {organizations: [police, police, police-north]}\n"),
      ("slash", head + "change: {services: [{id: ///, type: x}, {id: police/, type: y}]}\n"),
      ("spaces", head + "remove: {relations: ['a b c', 'police  refers_to', '  ']}\n"),
      (
        "dates", head + "as_of: 0001-01-01\nchange: {agreements: [{id: charter, valid_until: 9}]}\n"
      ),
      ("long", head + "remove: {organizations: [\(String(repeating: "x", count: 1 << 20))]}\n"),
      ("header", head + "add: {title: x, tlp: CLEAR, vocabulary: {sectors: [a]}}\n"),
    ]
  }()

  @Test("Hostile patches end lint and what-if as any file does")
  func hostilePatches() throws {
    let folder = try TemporaryFolder()
    for (name, text) in Self.patches { try folder.write(text, to: "\(name).yaml") }
    let samundar = Checkout.path("graphs/samundar")
    let commands: [(name: String, arguments: @Sendable (String) -> [String])] = [
      ("lint", { ["lint", samundar, $0] }), ("what-if", { ["what-if", samundar, $0] }),
    ]
    var runs: [(Int, String)] = []
    for (name, _) in Self.patches {
      for place in commands.indices { runs.append((place, folder.path("\(name).yaml"))) }
    }
    let faults = try ToolCommands.each(runs) { place, file in
      try Self.complaint(commands[place], file)
    }
    #expect(faults == [])
  }

  @Test("Mutated standards end gaps, init and lint as any file does")
  func hostileStandards() throws {
    let folder = try TemporaryFolder()
    let network = try folder.write(HostileStandards.network, to: "network/network.yaml")
    let files = try HostileStandards.all().enumerated().map { index, bytes in
      let file = "standard-\(index).yaml"
      try Data(bytes).write(to: folder.url.appending(path: file))
      return folder.path(file)
    }
    let commands: [(name: String, arguments: @Sendable (String) -> [String])] = [
      ("gaps", { ["gaps", network, "--standard", $0, "--all"] }),
      // What extends a file lies beside it.
      ("init", { ["init", "\($0)-begun.yaml", "--standard", $0] }), ("lint", { ["lint", $0] }),
    ]
    var runs: [(Int, String)] = []
    for file in files {
      for place in commands.indices { runs.append((place, file)) }
    }
    let faults = try ToolCommands.each(runs) { place, file in
      try Self.complaint(commands[place], file)
    }
    #expect(faults == [])
    // What was begun can be read: it is judged by, or asks for what is not known.
    let begun = files.map { "\($0)-begun.yaml" }.filter {
      FileManager.default.fileExists(atPath: $0)
    }
    #expect(begun.count > 10 && begun.count < files.count)
    let unread = try ToolCommands.each(begun) { file in
      let run = try ToolRun.run(ToolCommands.tool, ["gaps", network, "--standard", file])
      return [0, 78].contains(run.status) ? nil : "\(file): \(run.status) \(run.errors)"
    }
    #expect(unread == [])
  }

  @Test("Hostile files of our own, through every command")
  func ownSet() throws {
    let folder = try TemporaryFolder()
    for (name, text) in Self.own { try folder.write(text, to: name) }
    let invalid: [UInt8] = Array("liaison: 1\ntitle: ".utf8) + [0xFF, 0xC0, 0x80, 0x0A]
    try Data(invalid).write(to: folder.url.appending(path: "utf8.yaml"))
    let commands = try ToolCommands.present()
    let names = Self.own.map(\.name) + ["utf8.yaml", "missing.yaml"]
    let runs = Self.runs(of: commands, over: names.map { folder.path($0) })
    let faults = try ToolCommands.each(runs) { place, file in
      try Self.complaint(commands[place], file)
    }
    #expect(faults == [])
  }

  @Test("A branch of 10,000 units or areas is refused by one error, quickly")
  func deepBranch() throws {
    let folder = try TemporaryFolder()
    let text = try #require(Self.own.first { $0.name == "units.yaml" }?.text)
    try folder.write(text, to: "units.yaml")
    let run = try ToolRun.run(
      ToolCommands.tool, ["gaps", "units.yaml"], in: folder.url.path, limit: 20)
    #expect(run.status == 65)
    #expect(run.errors.contains("The organization `o9936` lies more than 64 levels deep. [REF006]"))
    let lines = run.errors.split(separator: "\n").filter { !$0.hasPrefix("hint: `liaison lint`") }
    #expect(lines.count == 1, "\(run.errors)")
  }
}
