import ArgumentParser
public import LiaisonFiles
public import LiaisonGaps
import LiaisonLint
public import LiaisonModel

extension ToolContext {
  /// Reads a network and resolves it.
  ///
  /// - Throws: what reading throws; exit code 65 where the document does not resolve, after saying
  ///   why on standard error, a line a cause.
  public func network(at path: String) throws -> StakeholderNetwork {
    try resolve(NetworkReader.read(path: path))
  }

  /// Resolves a document with the shipped vocabulary and what the document adds.
  public func resolve(_ document: NetworkDocument) throws -> StakeholderNetwork {
    let network: StakeholderNetwork
    do {
      network = try NetworkResolver.resolve(
        document, vocabulary: .shipped.extended(by: document.vocabulary))
    } catch {
      throw refusal(of: document, error.problems)
    }
    tellRemarks(on: document)
    tellUnread(of: document)
    return network
  }

  /// Says on standard error what was noticed in a plain edge list that is read all the same: it is not
  /// linted, and nothing else would say so. Of a network `lint` does.
  public func tellRemarks(on document: NetworkDocument) {
    guard document.isPlainEdgeList else { return }
    tell(document.problems.filter { $0.severity != .error }, in: document.sources)
  }

  /// Says remarks on standard error, each with its place.
  public func tell(_ remarks: [Finding], in sources: SourceSet) {
    for remark in remarks.prefix(20) {
      let place = sources.location(of: remark.place).map { $0.text + ": " } ?? ""
      let isWarning = remark.severity == .warning
      let word = diagnostics.styled(isWarning ? "warning" : "remark", isWarning ? .warning : .info)
      say("\(place)\(word): \(remark.sentence)")
    }
    if remarks.count > 20 { say("and \((remarks.count - 20).grouped) more") }
  }

  /// Says once how many columns or keys of a network are not read: what stands there changes nothing, and
  /// `lint` alone says of each which it is.
  private func tellUnread(of document: NetworkDocument) {
    guard !document.isPlainEdgeList else { return }
    let unread = document.problems.filter {
      $0.rule == ReadingRule.key && $0.severity != .error
    }
    guard let first = unread.first, let place = document.sources.location(of: first.place) else {
      return
    }
    // A key of YAML stands in each entry anew: it counts once.
    let names = Set(
      unread.map { finding -> [String] in
        let key = finding.key
        return key.indices.filter { $0.isMultiple(of: 2) || key[0] == "table" }.map { key[$0] }
      })
    let isTable = unread.allSatisfy {
      document.sources.location(of: $0.place)?.path.lowercased().hasSuffix(".csv") ?? false
    }
    let noun = isTable ? "column" : "key"
    let words =
      names.count == 1
      ? "1 \(noun) is not read, and what stands there changes nothing"
      : "\(names.count.grouped) \(noun)s are not read, and what stands there changes nothing"
    sayOnce(
      "\(place.text): \(diagnostics.styled("remark", .info)): \(words); "
        + "`\(toolName) lint` says which")
  }

  /// Refuses an edge list where a date is needed: it has no header that could hold one.
  ///
  /// - Parameters:
  ///   - document: what is to be judged.
  ///   - path: where it is.
  ///   - takesDate: whether the command takes --as-of.
  /// - Throws: `GapError` with `missingDate`.
  public func refuseUndated(
    _ document: NetworkDocument, at path: String, takesDate: Bool
  ) throws(GapError) {
    guard document.isPlainEdgeList else { return }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
    let way = takesDate ? "give --as-of, or make" : "make"
    throw GapError(
      .missingDate,
      "\(path.onOneLine) is an edge list, which has no date: \(way) a network of it, `\(toolName) convert "
        + "\(path.onOneLine) -o \(stem.onOneLine).yaml`, and write `as_of: YYYY-MM-DD` in its header."
    )
  }

  /// Ends the command with exit 65 where a part of the document could not be read.
  public func requireReadable(_ document: NetworkDocument) throws {
    let errors = document.problems.filter { $0.severity == .error }
    if !errors.isEmpty { throw refusal(of: document, errors) }
  }

  /// Says why a document cannot be used, in the words of `lint`, and what else that finds.
  private func refusal(of document: NetworkDocument, _ causes: [Finding]) -> ExitCode {
    let found = document.isPlainEdgeList ? [] : lintFindings(of: document)
    let problems = Self.inWordsOfLint(causes, found)
    var hints: Set<String> = []
    for problem in problems.prefix(20) {
      let place = document.sources.location(of: problem.place).map { $0.text + ": " } ?? ""
      say(
        "\(place)\(diagnostics.styled("error", .error)): \(problem.sentence) [\(problem.rule)]")
      if let hint = problem.suggestion, hints.insert(hint).inserted { say("hint: \(hint)") }
    }
    if problems.count > 20 {
      let rest = "and \((problems.count - 20).grouped) more"
      say(document.isPlainEdgeList ? rest : "\(rest); `\(toolName) lint` shows all")
    } else {
      let told = Set(problems.map(\.id))
      let others = found.count { !told.contains($0.id) }
      if others > 0 {
        say("hint: `\(toolName) lint` finds \(others.grouped) more in the same files")
      }
    }
    return ExitCode(65)
  }

  private func lintFindings(of document: NetworkDocument) -> [Finding] {
    LintEngine(rules: catalog[Rules.self]).lint(
      document, vocabulary: .shipped.extended(by: document.vocabulary))
  }

  /// Causes as `lint` tells the same: it says what may have been meant. One that it does not tell stays.
  private static func inWordsOfLint(_ causes: [Finding], _ found: [Finding]) -> [Finding] {
    struct Spot: Hashable {
      var rule: String
      var place: Place
    }
    let told = Dictionary(grouping: found.filter { $0.severity == .error }) {
      Spot(rule: $0.rule, place: $0.place)
    }
    var spots: Set<Spot> = []
    var problems: [Finding] = []
    for cause in causes {
      let spot = Spot(rule: cause.rule, place: cause.place)
      guard let same = told[spot] else {
        problems.append(cause)
        continue
      }
      if spots.insert(spot).inserted { problems += same }
    }
    return problems
  }

  /// An organization of the command line, by its id.
  ///
  /// - Throws: `ValidationError` for an id that the network does not have, with those of the
  ///   organizations whose names hold what was written, or with the nearest id.
  public func organization(_ id: String, of network: StakeholderNetwork) throws -> Int {
    if let index = network.organization(id) { return index }
    let key = LabelFold.key(id)
    let named = network.organizations.filter {
      !key.isEmpty && LabelFold.key($0.name).contains(key)
    }.prefix(3).map { "“\($0.id)” (\(Quoted($0.name)))" }
    var meant = named.joined(separator: " or ")
    if meant.isEmpty {
      var match = NearestMatch(network.organizations.map(\.id))
      meant = match.nearest(to: id).map { "“\($0)”" } ?? ""
    }
    let hint = meant.isEmpty ? "" : " Did you mean \(meant)?"
    throw ValidationError("The network has no organization \(Quoted(id)).\(hint)")
  }

  /// A date of the command line.
  public func date(_ text: String?) throws -> CalendarDate? {
    guard let text else { return nil }
    guard let date = CalendarDate(text) else {
      throw ValidationError(
        "\(Quoted(text)) is not a date; expected \(CalendarDate.expectation(for: text)).")
    }
    return date
  }

  /// Writes a result to a file, whole or not at all, or to standard output where none is named.
  public func deliver(_ bytes: [UInt8], to path: String?) throws {
    try deliver(to: path) { $0(bytes) }
  }

  /// Delivers what is made as it is written, piece by piece.
  public func deliver(to path: String?, _ content: @escaping AtomicOutput.Content) throws {
    try AtomicOutput.write(to: path ?? "-", content)
  }
}
