import ArgumentParser
public import LiaisonFiles
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
    return network
  }

  /// Says on standard error what was noticed in a plain edge list that is read all the same: it is not
  /// linted, and nothing else would say so. Of a network `lint` does.
  public func tellRemarks(on document: NetworkDocument) {
    guard document.isPlainEdgeList else { return }
    let remarks = document.problems.filter { $0.severity != .error }
    for remark in remarks.prefix(20) {
      let place = document.sources.location(of: remark.place).map { $0.text + ": " } ?? ""
      let isWarning = remark.severity == .warning
      let word = diagnostics.styled(isWarning ? "warning" : "remark", isWarning ? .warning : .info)
      say("\(place)\(word): \(remark.sentence)")
    }
    if remarks.count > 20 { say("and \((remarks.count - 20).grouped) more") }
  }

  /// Ends the command with exit 65 where a part of the document could not be read.
  public func requireReadable(_ document: NetworkDocument) throws {
    let errors = document.problems.filter { $0.severity == .error }
    if !errors.isEmpty { throw refusal(of: document, errors) }
  }

  private func refusal(of document: NetworkDocument, _ problems: [Finding]) -> ExitCode {
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
    }
    return ExitCode(65)
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
      throw ValidationError("“\(text)” is not a date; write YYYY-MM-DD.")
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
