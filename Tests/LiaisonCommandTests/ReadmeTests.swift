import Foundation
import LiaisonTestSupport
import Testing

/// Every command that README shows is run, in a folder with a copy of `graphs`: those of its `sh`
/// blocks and of its tables.
///
/// The lines that start with `make` and `swift package` are run by `.ci/run` and by the plugins'
/// tests.
@Suite("README", .serialized)
struct ReadmeTests {
  /// The lines of README's `sh` blocks, and the commands of its tables.
  static func commands() throws -> [String] {
    let text = try String(contentsOfFile: Checkout.path("README.md"), encoding: .utf8)
    var commands: [String] = []
    var isShell = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        isShell = line == "```sh"
      } else if isShell, !line.isEmpty {
        commands.append(String(line))
      } else if !isShell, line.hasPrefix("|") {
        commands += line.split(separator: "`").map(String.init).filter { $0.hasPrefix("liaison ") }
      }
    }
    var distinct: [String] = []
    for command in commands where !distinct.contains(command) { distinct.append(command) }
    return distinct
  }

  @Test("Each command of README runs and ends with 0, or with 1 where it finds something")
  func commands() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(
      atPath: Checkout.path("graphs"), toPath: folder.path("graphs"))
    var ran = 0
    // The ten questions are run, and their answers read, by their own tests.
    let told = Set(try TenQuestionsTests.commands().values)
    for command in try Self.commands()
    where command.hasPrefix("liaison ") && !told.contains(command) {
      let words = command.split(separator: " ").dropFirst().map(String.init)
      let run = try ToolRun.run(ToolRun.built("liaison"), words, in: folder.url.path)
      #expect([0, 1].contains(run.status), "\(command): \(run.status) \(run.errors)")
      if let option = words.firstIndex(of: "-o") {
        let path = folder.path(words[option + 1])
        #expect(FileManager.default.fileExists(atPath: path), "\(command) wrote no \(path)")
      }
      ran += 1
    }
    #expect(ran >= 10)
  }

  @Test("The finding that README opens with is what gaps prints")
  func quote() throws {
    func joined(_ text: String) -> String {
      text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    let text = try String(contentsOfFile: Checkout.path("README.md"), encoding: .utf8)
    let blocks = text.components(separatedBy: "```\n")
    let quote = try #require(blocks.dropFirst().first { $0.hasPrefix("No arrangement") })
    let run = try ToolRun.run(
      ToolRun.built("liaison"), ["gaps", Checkout.path("graphs/samundar"), "--all"])
    #expect(joined(run.output).contains(joined(quote)), "\(quote)")
  }

  @Test("What else README shows is made, and run by .ci/run")
  func others() throws {
    let ci = try String(contentsOfFile: Checkout.path(".ci/run"), encoding: .utf8)
    for command in try Self.commands() where !command.hasPrefix("liaison ") {
      #expect(ci.contains(command), "\(command) is run by nothing")
    }
  }

  @Test(
    "An entry without a key that it needs does not lint clean",
    arguments: ["organizations: [{name: X}]", "relations: [{from: a, to: a}]"])
  func missingKeys(_ table: String) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("liaison: 1\ntitle: T\n\(table)\n", to: "n.yaml")
    let run = try ToolRun.run(ToolRun.built("liaison"), ["lint", path])
    #expect(run.status == 1 && run.output.contains("[DOC001]"), "\(run.output)")
  }

  /// The YAML that README shows with a first line.
  static func yaml(_ first: String) throws -> String {
    let text = try String(contentsOfFile: Checkout.path("README.md"), encoding: .utf8)
    let start = try #require(text.range(of: "```yaml\n\(first)\n"))
    let end = try #require(text.range(of: "```", range: start.upperBound..<text.endIndex))
    return "\(first)\n" + text[start.upperBound..<end.lowerBound]
  }

  @Test("The network that README shows lints without an error")
  func network() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Self.yaml("liaison: 1"), to: "network.yaml")
    let run = try ToolRun.run(ToolRun.built("liaison"), ["lint", path])
    #expect(run.status == 0, "\(run.output)")
  }

  @Test("The patch that README shows closes the four findings and that of the agreement it renews")
  func patch() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Self.yaml("liaison_patch: 1"), to: "patch.yaml")
    let run = try ToolRun.run(
      ToolRun.built("liaison"), ["what-if", Checkout.path("graphs/samundar"), path])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("Closed (8)"), "\(run.output)")
    #expect(run.output.contains("Changed agreement “mou-fis-welfare”: `valid_until`."))
  }
}
