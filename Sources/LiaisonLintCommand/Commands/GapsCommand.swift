public import ArgumentParser
import LiaisonFiles
public import LiaisonGaps
import LiaisonModel

/// `gaps`: judges a network against a standard.
public struct GapsCommand: ToolCommand {
  /// Its name and help.
  public static let configuration = CommandConfiguration(
    commandName: "gaps", abstract: "Judge a network against a standard.",
    discussion: """
      Says who is missing, what cannot be reached and what breaks, beside that what is not known and \
      whom to ask, and how sure all of it is. The standard is the network's own `standard:`, else four-pillars. The date is \
      --as-of, else the network's `as_of:`; without one nothing is judged. With --path it answers one \
      question instead: how people get from an entry point to services, by which other ways, how long \
      it takes, and where it stops. With --for it is one organization's sheet. With --about it says what is found about one topic, such as plan, and \
      beside it what is so of everything that the standard asks about it.

      An --audience reads all of it or nothing: the floor is AMBER, and higher where the network, or any \
      organization, service, relation, agreement, area, body or activity in it, is labelled higher. Below, \
      the refusal (77) names what sets the floor and where it stands.

      Exit codes: 0 nothing at or above the fail level; 1 findings; 64 no date or no such topic; 65 the network \
      or the standard cannot be read; 66 a path leads nowhere; 77 the audience may not see it; 78 the \
      standard asks for what is not known.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, markdown, json }

  enum Level: String, ExpressibleByArgument, CaseIterable {
    case error, warning, info, never

    var severity: Severity? {
      switch self {
      case .error: .error
      case .warning: .warning
      case .info: .info
      case .never: nil
      }
    }
  }

  @Argument(help: "A network: a YAML file or a folder.")
  var network: String

  @Option(
    help: ArgumentHelp(
      "A standard's id (\(ShippedData.standardIDs.joined(separator: ", "))) or file; may be repeated.",
      valueName: "id or file"))
  var standard: [String] = []

  @Option(
    help: ArgumentHelp(
      "The day to judge at, instead of the network's own as_of.", valueName: "YYYY-MM-DD"))
  var asOf: String?

  @Option(
    help: ArgumentHelp(
      "Who will read it: clear, green, amber, amber+strict or red; below the strictest part of the network only what its "
        + "`release:` lets go, in fixed words, else refused.",
      valueName: "label"))
  var audience: String?

  @Option(help: "text, markdown or json.")
  var format: Format = .text

  @Option(
    help: ArgumentHelp(
      "The least severity that makes the exit code 1: error (printed as urgent), warning (important), "
        + "info (note) or never."))
  var failOn: Level = .never

  @Option(name: .shortAndLong, help: "Where to write; standard output where it is left out.")
  var output: String?

  @Option(
    help: ArgumentHelp(
      "Only what is about these, with commas between: a question (missing, unreachable, fragile, "
        + "together, agreed), a kind of expectation, or the id of an expectation, activity, agreement or "
        + "body.",
      valueName: "topics"))
  var about: String?

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp(
      "Only what concerns one organization, by id: its gaps, up to three actions that it would sign, and "
        + "the agreements that it has to renew.", valueName: "organization"))
  var organization: String?

  @Flag(help: "Print every finding, with its id, instead of five a question.")
  var all = false

  @Flag(
    help: "Instead of the briefing: which organization's closure would cut most pathways.")
  var ifClosed = false

  @Option(
    help: ArgumentHelp(
      "Instead of the briefing: so many organizations to choose as convenors, and to protect.",
      valueName: "number"))
  var convenors: Int?

  @OptionGroup(title: "Ways from one entry point") var ways: PathOptions

  /// Creates the command.
  public init() {}

  /// Refuses two questions at once.
  public func validate() throws {
    if organization != nil, about != nil || ifClosed || convenors != nil || ways.path != nil {
      throw ValidationError(
        "--for stands by itself, without --about, --if-closed, --convenors or --path.")
    }
  }

  /// Judges the network against each standard.
  public func run(in context: ToolContext) throws {
    let date = try context.date(asOf)
    let document = try NetworkReader.read(path: self.network)
    if date == nil { try context.refuseUndated(document, at: self.network, takesDate: true) }
    let network = try context.resolve(document)
    if let page = try released(document, network, date, context) {
      return try context.deliver(bytes(of: page, context), to: output)
    }
    let audience = try self.audience(for: network, context)
    if let convenors { return try choose(convenors, network, date, context) }
    if let trace = try ways.trace(network, on: date, context) {
      return try context.deliver(bytes(of: trace, context), to: output)
    }
    let place = try organization.map { try context.organization($0, of: network) }
    var sheets: [OrganizationSheet] = []
    var reports: [GapReport] = []
    for standard in try context.standards(standard, of: network) {
      var report = try GapAnalysis.run(
        network, against: standard, asOf: date,
        options: GapAnalysis.Options(
          kinds: context.catalog[ExpectationShelf.self], testsSurvival: !ifClosed,
          givesAccounts: about != nil || place != nil))
      if let place {
        let sheet = OrganizationSheet(
          of: place, in: document, report, against: standard,
          kinds: context.catalog[ExpectationShelf.self], for: audience)
        sheets.append(sheet)
        reports.append(sheet.report)
        continue
      }
      if let about {
        report = try report.about(about.split(separator: ",").map(String.init))
      }
      reports.append(audience.map { report.visible(to: $0) } ?? report)
    }
    reports = context.settled(reports, of: document)
    let bytes =
      if place != nil {
        self.bytes(of: sheets, network, context)
      } else if ifClosed {
        closures(reports, network, context)
      } else {
        self.bytes(of: reports, network, context)
      }
    try context.deliver(bytes, to: output)
    let greatest = reports.flatMap(\.findings).map(\.severity).max()
    if let level = failOn.severity, let greatest, greatest >= level { throw ExitCode(1) }
  }

  /// What is released to an audience that may not read the gaps, in place of the briefing; nil where
  /// nothing is, or something else is asked.
  private func released(
    _ document: NetworkDocument, _ network: StakeholderNetwork, _ date: CalendarDate?,
    _ context: ToolContext
  ) throws -> ReleasePage? {
    let isBriefing =
      about == nil && organization == nil && convenors == nil && ways.path == nil && !ifClosed
      && !all
      && failOn == .never
    guard isBriefing, let label = try context.audience(audience), label < network.gapLabel else {
      return nil
    }
    let sentences = try context.released(
      of: document, network, to: label, against: standard, on: date)
    guard !sentences.isEmpty, let day = date ?? network.header.asOf else { return nil }
    return ReleasePage(sentences: sentences, date: day, audience: label)
  }

  private func bytes(of page: ReleasePage, _ context: ToolContext) -> [UInt8] {
    switch format {
    case .text: Array(page.text { styled($0, $1, context) }.utf8)
    case .markdown: Array(page.markdown().utf8)
    case .json: page.json
    }
  }

  /// The audience asked for; gap analysis says more than its input, so that none below the network's
  /// own label is served (SEMANTICS §8).
  private func audience(
    for network: StakeholderNetwork, _ context: ToolContext
  ) throws -> TrafficLight? {
    let label = try context.audience(audience)
    try label.map { try context.require($0, seesGapsOf: network, at: self.network) }
    return label
  }

  private func bytes(of trace: PathwayTrace, _ context: ToolContext) -> [UInt8] {
    switch format {
    case .text: Array(trace.text { styled($0, $1, context) }.utf8)
    case .markdown: Array(trace.markdown().utf8)
    case .json: PathwayTraceJSON(trace).bytes
    }
  }

  private func bytes(
    of reports: [GapReport], _ network: StakeholderNetwork, _ context: ToolContext
  ) -> [UInt8] {
    switch format {
    case .json: GapReportJSON(reports: reports, network: network, isWhole: all).bytes
    case .markdown: written(reports.map { GapBriefing($0, limit: all ? nil : 5) }, context)
    case .text:
      written(reports.map { GapBriefing($0, limit: all ? nil : 5) }, context) + next(after: reports)
    }
  }

  /// Where to read on, for who reads the text of a whole briefing.
  private func next(after reports: [GapReport]) -> [UInt8] {
    guard about == nil, reports.contains(where: { !$0.findings.isEmpty }) else { return [] }
    let text = """

      `gaps --all` prints every finding and question with its id, `gaps --about plan`
      (or feedback, cooperation, …) all of one matter, `gaps --for ID` one
      organization's part.

      """
    return Array(text.utf8)
  }

  private func bytes(
    of sheets: [OrganizationSheet], _ network: StakeholderNetwork, _ context: ToolContext
  ) -> [UInt8] {
    switch format {
    case .json: GapReportJSON(sheets: sheets, network: network).bytes
    case .text, .markdown: written(sheets.map { GapBriefing($0, limit: all ? nil : 5) }, context)
    }
  }

  /// Briefings one after another, for a terminal or a document.
  private func written(_ briefings: [GapBriefing], _ context: ToolContext) -> [UInt8] {
    let texts = briefings.map { briefing in
      format == .markdown
        ? briefing.markdown() : briefing.text(ids: all) { styled($0, $1, context) }
    }
    return Array(texts.joined(separator: "\n").utf8)
  }

  /// A piece of text in its colour; in none where it goes to a file.
  private func styled(
    _ text: String, _ style: GapBriefing.Style, _ context: ToolContext
  ) -> String {
    output == nil ? context.styled(text, style) : text
  }

  /// Whom to choose as convenors, and whom to protect, instead of the briefing.
  private func choose(
    _ size: Int, _ network: StakeholderNetwork, _ date: CalendarDate?, _ context: ToolContext
  ) throws {
    _ = try audience(for: network, context)
    guard let date = date ?? network.header.asOf else {
      throw GapError(.missingDate, "Cooperation is looked at on a day: give --as-of.")
    }
    let kinds = context.catalog[ExpectationShelf.self]
    let limits = try context.standards(standard, of: network).map { standard in
      try GapAnalysis.nonResponseLimit(of: standard, kinds: kinds)
    }
    let chosen = Convenors(
      network, on: date, size: size, limit: limits.min() ?? NonResponse.limit)
    let subject = "Who works with whom on \(date)."
    let lines = chosen.sentences(network)
    switch format {
    case .text:
      let text = ([network.header.title, subject, network.gapLabel.label, ""] + lines).flatMap {
        GapBriefing.hanging("", "", $0, width: 80)
      }.map { "\($0)\n" }.joined()
      try context.deliver(Array(text.utf8), to: output)
    case .markdown:
      let text =
        "# \(network.header.title)\n\n\(subject)\n\n**\(network.gapLabel.label)**\n\n"
        + lines.map { "- \($0)\n" }.joined()
      try context.deliver(Array(text.utf8), to: output)
    case .json:
      func ids(_ choice: Convenors.Choice?) -> JSONValue {
        .strings(choice?.organizations.map { network.organizations[$0].id } ?? [])
      }
      let value = JSONValue.object([
        .init("liaison_convenors", 1), .init("network", .string(network.header.title)),
        .init("as_of", .string(date.description)),
        .init("tlp", .string(network.gapLabel.code)), .init("convenors", ids(chosen.convenors)),
        .init("protect", ids(chosen.protect)), .init("sentences", .strings(lines)),
      ])
      try context.deliver(value.bytes(), to: output)
    }
  }

  /// Which closure would cut most, instead of the briefing.
  private func closures(
    _ reports: [GapReport], _ network: StakeholderNetwork, _ context: ToolContext
  ) -> [UInt8] {
    let ranked = reports.map { (report: $0, ranking: ClosureRanking($0)) }
    func briefings() -> [ClosureBriefing] {
      ranked.map { ClosureBriefing($0.report, $0.ranking, limit: all ? nil : 10) }
    }
    switch format {
    case .text:
      return Array(
        briefings().map { $0.text { styled($0, $1, context) } }.joined(separator: "\n").utf8)
    case .markdown: return Array(briefings().map { $0.markdown() }.joined(separator: "\n").utf8)
    case .json: return ClosureJSON(reports: ranked, network: network).bytes
    }
  }
}

extension GapError: ToolFailure {
  /// No place: a standard is named in the message.
  public var place: String? { nil }
  /// Nothing beyond the message.
  public var hint: String? { nil }
  /// 64 without a date or for a topic that nothing is about, else 78.
  public var exitCode: Int32 { [.missingDate, .unknownTopic].contains(code) ? 64 : 78 }
}
