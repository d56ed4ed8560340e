import ArgumentParser
import LiaisonFiles
import LiaisonGaps
import LiaisonLintCommand
import LiaisonModel
import LiaisonReports

/// `ask`: one organization's confirmation sheet, and its answers read back.
struct AskCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "ask",
    abstract: "Print what is recorded about an organization, for it to check.",
    discussion: """
      The sheet of an organization and its units: its services, referrals in and \
      out, agreements, committees and activities, who has confirmed what, and \
      first what is not known, the questions on whose answers most depends at the \
      top. Print it (html, markdown), or send the answer form (csv, or json for \
      another program): `answer` takes yes, no or unknown; of feedback systematic, ad_hoc, none or \
      unknown; ids where it asks to whom people are referred; service types where \
      it asks what else is offered.

      With --answers the form comes back and becomes a patch: a yes or no about a \
      relation is evidence of that side, one about a group or an area a mark of \
      the scope, feedback a word on its referral, a type a new service. \
      `liaison what-if` shows what it changes, and with --write puts the \
      changed network in place. Conflicts and other negative ties are never on a \
      sheet, nor what is labelled above the audience.

      Exit codes: 0; 64 no date, or no such organization; 65 the network or the \
      form cannot be read, or do not fit; 66 a path leads nowhere; 77 the audience \
      may not see it; 78 the standard asks for what is not known.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, markdown, html, csv, json }

  @Argument(help: "A network: a YAML file or a folder.")
  var network: String

  @Argument(help: "The id of an organization.")
  var organization: String

  @Option(help: ArgumentHelp("A standard's id or file.", valueName: "id or file"))
  var standard: String?

  @Option(help: ArgumentHelp("The day to judge at.", valueName: "YYYY-MM-DD"))
  var asOf: String?

  @Option(
    help: ArgumentHelp(
      "Who will read it: clear, green, amber, amber+strict or red; the network's own label where it is left out.",
      valueName: "label"))
  var audience: String?

  @Option(help: "text, markdown, html; csv or json: the answer form.")
  var format: Format = .text

  @Option(help: ArgumentHelp("An answer form that came back (CSV or JSON).", valueName: "file"))
  var answers: String?

  @Option(help: ArgumentHelp("The day on which it was answered.", valueName: "YYYY-MM-DD"))
  var answered: String?

  @Option(help: "What evidence names as its source.")
  var source = "Confirmation sheet"

  @Option(name: .shortAndLong, help: "Where to write; standard output where it is left out.")
  var output: String?

  func validate() throws {
    if answers != nil, answered == nil {
      throw ValidationError(
        "The clock is never read: say with --answered on which day it answered.")
    }
  }

  func run(in context: ToolContext) throws {
    let network = try context.network(at: network)
    let index = try context.organization(organization, of: network)
    if let answers, let date = try context.date(answered) {
      return try takeDown(answers, index, network, date, context)
    }
    let label = try context.audience(audience)
    if let label, label < network.confirmationLabel {
      throw FileError(
        .wouldLeak,
        "sheets of this network are \(network.confirmationLabel.label) and cannot be shown to "
          + label.label, path: self.network)
    }
    let chosen = try context.standard(standard, of: network)
    let report = try GapAnalysis.run(
      network, against: chosen, asOf: context.date(asOf),
      options: .init(kinds: context.catalog[ExpectationShelf.self]))
    let sheet = ConfirmationSheet(report, of: index, for: label)
    if sheet.hidden > 0 {
      context.say(
        "note: \(sheet.hidden) of what is recorded is labelled above the audience and left out")
    }
    try context.deliver(bytes(sheet, context), to: output)
  }

  private func bytes(_ sheet: ConfirmationSheet, _ context: ToolContext) -> [UInt8] {
    let page = ConfirmationReport(sheet)
    switch format {
    case .csv: return AnswerForm.csv(sheet)
    case .json: return ConfirmationJSON.bytes(sheet)
    case .text:
      return Array(
        ConfirmationText(sheet: sheet, network: network).text { text, style in
          output == nil ? context.styled(text, style) : text
        }.utf8)
    case .markdown:
      return Array(MarkdownWriter().write(page.blocks(), label: sheet.label.label).utf8)
    case .html:
      let frame = HTMLWriter.Frame(
        title: page.title, label: sheet.label,
        imprint: "Made by \(context.toolName) \(ToolVersion.current).")
      return Array(HTMLWriter().write(page.blocks(), in: frame).utf8)
    }
  }

  /// Writes the answers of a form as a patch, and says what a person has to read.
  private func takeDown(
    _ path: String, _ organization: Int, _ network: StakeholderNetwork, _ date: CalendarDate,
    _ context: ToolContext
  ) throws {
    let form = try ReturnedAnswers(path: path, of: network.organizations[organization].id)
    let taken: ConfirmationAnswers
    do throws(ConfirmationAnswers.Refusal) {
      taken = try ConfirmationAnswers(
        form.answers, of: organization, in: network, on: date, source: source)
    } catch {
      throw form.error(error)
    }
    for remark in taken.remarks { context.say("note: to be read: \(remark)") }
    try context.deliver(PatchReader.yaml(taken.patch), to: output)
  }
}
