import Foundation
import LiaisonTestSupport
import Testing

/// Each command in two processes, whose hash seeds differ, gives the same bytes.
@Suite("Determinism", .serialized)
struct DeterminismTests {
  private static let network = Checkout.path("graphs/samundar")
  private static let draft = Checkout.path("graphs/samundar-draft")

  /// The bytes of a command's output and errors, and of the files that it wrote, by path.
  private static func bytes(_ arguments: [String]) throws -> [String: Data] {
    let folder = try TemporaryFolder()
    let run = try ToolRun.run(ToolCommands.tool, arguments, in: folder.url.path, limit: 120)
    try #require([0, 1].contains(run.status), "\(arguments): \(run.status) \(run.errors)")
    var all = ["<stdout>": Data(run.outputBytes), "<stderr>": Data(run.errors.utf8)]
    for name in ToolCommands.files(in: folder) {
      all[name] = FileManager.default.contents(atPath: folder.path(name))
    }
    return all
  }

  @Test("Two processes give the same bytes")
  func sameBytes() throws {
    var commands: [[String]] = []
    for format in ["text", "json", "sarif", "github"] {
      commands.append(["lint", Self.draft, "--format", format])
    }
    for format in ["text", "json"] {
      commands.append(["measure", Self.network, "--measures", "all", "--format", format])
      commands.append(["gaps", Self.network, "--format", format])
    }
    // The report draws all views in the other formats, and holds the findings as Markdown.
    commands.append(["draw", Self.network, "--view", "sectors", "-o", "x.dot"])
    let names = Set(try ToolCommands.present().map(\.name))
    for rest in [
      ["report", Self.network, "-o", "r"], ["convert", Self.network, "-o", "x.yaml"],
      ["convert", Self.network, "-o", "tables"], ["init", "begun"],
      ["gaps", Checkout.path("graphs/kestria"), "--for", "police"],
      ["gaps", Self.network, "--about", "cooperation"],
      ["gaps", Self.network, "--path", "labour-inspectorate", "--format", "json"],
      ["gaps", Self.network, "--if-closed", "--format", "json"],
      ["gaps", Self.network, "--convenors", "2"], ["ask", Self.network, "police"],
      ["diff", Checkout.path("graphs/samundar-2024"), Self.network, "--format", "json"],
      ["what-if", Self.network, Checkout.path("graphs/patches/refuge.yaml"), "--format", "json"],
      ["recommend", Checkout.path("graphs/kestria"), "-k", "1", "--patch", "x.yaml"],
    ] where names.contains(rest[0]) {
      commands.append(rest)
    }
    let faults = try ToolCommands.each(commands) { arguments in
      let first = try Self.bytes(arguments)
      let second = try Self.bytes(arguments)
      let names = Set(first.keys).union(second.keys).sorted()
      let differing = names.filter { first[$0] != second[$0] }
      if first.values.allSatisfy({ $0.count < 100 }) { return "\(arguments): nothing written" }
      return differing.isEmpty ? nil : "\(arguments): \(differing) differ"
    }
    #expect(faults == [])
  }
}
