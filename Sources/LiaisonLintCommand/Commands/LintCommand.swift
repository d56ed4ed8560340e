public import ArgumentParser
import LiaisonFiles
import LiaisonLint
import LiaisonModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// `lint`: judges the files that networks are written in.
public struct LintCommand: ToolCommand {
  /// Its name and help.
  public static let configuration = CommandConfiguration(
    commandName: "lint", abstract: "Judge the files that networks are written in.",
    discussion: """
      A path is a YAML file, a folder with network.yaml and its tables, or a folder that holds such. \
      A patch among them is judged by itself and, where networks are named with it (lint NETWORK PATCH), by \
      whether it fits one of them: each id that the nearest does not have is told at its place; a standard \
      (`liaison_standard: 1`) by itself, with what it extends. \
      Findings go to standard output, one a line; what was found in all to standard error.

      Exit codes: 0 nothing at or above the fail level; 1 findings; 65 a file cannot be read as what it \
      is; 66 a path leads nowhere.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, sarif, github
  }

  enum Level: String, ExpressibleByArgument, CaseIterable {
    case error, warning, info

    var severity: Severity {
      switch self {
      case .error: .error
      case .warning: .warning
      case .info: .info
      }
    }
  }

  @Argument(help: "Networks, or folders that hold them.")
  var paths: [String]

  @Option(help: "How findings are printed.")
  var format: Format = .text

  @Option(help: "The least severity that makes the exit code 1.")
  var failOn: Level = .error

  @Flag(help: "Count warnings as errors.")
  var strict = false

  @Option(
    help: ArgumentHelp(
      "The day to judge at, instead of the network's own as_of.", valueName: "YYYY-MM-DD"),
    transform: LintCommand.date)
  var asOf: CalendarDate?

  @Option(help: ArgumentHelp("Run this rule only; may be repeated.", valueName: "id"))
  var rule: [String] = []

  @Option(help: ArgumentHelp("Do not run this rule; may be repeated.", valueName: "id"))
  var disable: [String] = []

  @Option(help: "The most findings that are printed.")
  var limit = 1000

  @Flag(name: .shortAndLong, help: "Say nothing on standard error.")
  var quiet = false

  @Flag(help: "Print absolute paths.")
  var absolutePaths = false

  @Option(
    help: ArgumentHelp(
      "A file to write anew where there are warnings, so that a build lints again.",
      valueName: "file"))
  var pending: String?

  @Option(
    help: ArgumentHelp(
      "A Swift file to write where linting succeeds, for a build that needs an output.",
      valueName: "file"))
  var stamp: String?

  /// Creates the command.
  public init() {}

  /// Refuses a limit below 0.
  public func validate() throws {
    if limit < 0 { throw ValidationError("--limit is a number of findings, 0 or more.") }
  }

  /// Lints all networks of the paths.
  public func run(in context: ToolContext) throws {
    let engine = LintEngine(
      rules: context.catalog[Rules.self], configuration: try configuration(context))
    let discovery = NetworkDiscovery(paths)
    var failures = discovery.failures
    var report = FindingReport(
      limit: limit, workingFolder: absolutePaths ? Self.workingFolder() : nil)
    var documents: [NetworkDocument] = []
    var words = Vocabulary.shipped
    var read = (networks: 0, lists: 0, patches: 0, standards: 0)
    for path in discovery.networks {
      do throws(FileError) {
        let document = try NetworkReader.read(path: path)
        if document.isPlainEdgeList { read.lists += 1 } else { read.networks += 1 }
        if !discovery.patches.isEmpty { documents.append(document) }
        let vocabulary = Vocabulary.shipped.extended(by: document.vocabulary)
        if !discovery.standards.isEmpty { words = words.extended(by: document.vocabulary) }
        report.add(
          engine.lint(document, vocabulary: vocabulary, asOf: asOf), sources: document.sources)
      } catch {
        failures.append(error)
      }
    }
    for path in discovery.patches {
      do throws(FileError) {
        let file = try InputFile.read(path)
        read.patches += 1
        let patch = PatchReader.patch(yaml: file.bytes, path: file.path)
        report.add(
          engine.lint(patch, fitting: documents, vocabulary: .shipped), sources: patch.sources)
      } catch {
        failures.append(error)
      }
    }
    let kinds = KnownKinds(context.catalog[ExpectationShelf.self])
    for path in discovery.standards {
      do throws(FileError) {
        let standard = try StandardReader.result(path: path, within: discovery.folders)
        read.standards += 1
        report.add(
          engine.lint(standard, kinds: kinds, vocabulary: words), sources: standard.sources)
      } catch {
        failures.append(error)
      }
    }
    try print(report, engine, context)
    for failure in failures { context.say(failure) }
    // Of what could not be read nothing is said.
    if !quiet, failures.isEmpty || read != (0, 0, 0, 0) {
      context.say("\(report.summary) in \(Self.words(read)).")
    }
    if report.count(.warning) > 0, let pending {
      try AtomicOutput.write(Array("\(report.count(.warning))\n".utf8), to: pending)
    }
    if let failure = failures.first { throw ExitCode(failure.exitCode) }
    if report.holdsUnreadable { throw ExitCode(65) }
    if let greatest = report.greatest, greatest >= failOn.severity { throw ExitCode(1) }
    if let stamp { try AtomicOutput.write(Array("// Linted by liaison.\n".utf8), to: stamp) }
  }

  /// What was linted: "2 networks, 1 patch and 1 standard".
  private static func words(
    _ read: (networks: Int, lists: Int, patches: Int, standards: Int)
  ) -> String {
    let (networks, lists, patches, standards) = read
    var parts: [String] = []
    if networks > 0 || standards == 0 && lists == 0 {
      parts.append("\(networks) network\(networks == 1 ? "" : "s")")
    }
    if lists > 0 { parts.append("\(lists) edge list\(lists == 1 ? "" : "s")") }
    if patches > 0 { parts.append("\(patches) patch\(patches == 1 ? "" : "es")") }
    if standards > 0 { parts.append("\(standards) standard\(standards == 1 ? "" : "s")") }
    let last = parts.removeLast()
    return parts.isEmpty ? last : "\(parts.joined(separator: ", ")) and \(last)"
  }

  private func configuration(_ context: ToolContext) throws -> LintConfiguration {
    let ids = Set(context.catalog[Rules.self].map(\.id))
    for id in rule + disable where !ids.contains(id) {
      throw ValidationError(
        "There is no rule “\(id)”. `\(context.toolName) list rules` prints them.")
    }
    return LintConfiguration(only: Set(rule), disabled: Set(disable), isStrict: strict)
  }

  private func print(
    _ report: FindingReport, _ engine: LintEngine, _ context: ToolContext
  ) throws {
    switch format {
    case .text:
      try context.write(
        report.text { word, severity in
          switch severity {
          case .error: context.output.styled(word, .error)
          case .warning: context.output.styled(word, .warning)
          case .info: context.output.styled(word, .info)
          }
        })
    case .json: try context.write(report.json().bytes())
    case .github: try context.write(report.github())
    case .sarif:
      let rules = engine.rules.filter { engine.configuration.runs($0.id) }
      let log = report.sarif(
        tool: context.toolName, version: ToolVersion.current,
        rules: rules.map { FindingReport.Rule(page: $0.page, severity: $0.severity) }
      ) { path in
        (try? InputFile.read(path))?.bytes
      }
      try context.write(log.bytes())
    }
  }

  @Sendable private static func date(_ text: String) throws -> CalendarDate {
    guard let date = CalendarDate(text) else {
      throw ValidationError("--as-of is a day of the calendar, such as 2025-06-30.")
    }
    return date
  }

  private static func workingFolder() -> String? {
    guard let path = getcwd(nil, 0) else { return nil }
    defer { free(path) }
    return String(cString: path)
  }
}
