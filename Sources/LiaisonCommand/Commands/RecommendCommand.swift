import ArgumentParser
import LiaisonFiles
import LiaisonGaps
import LiaisonLintCommand
import LiaisonModel

/// `recommend`: the few actions that would close most.
struct RecommendCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "recommend",
    abstract: "The few actions that would close most of the gaps, and who would sign them.",
    discussion: """
      Actions come from the gaps: a referral from where a way stops, or round an
      organization that every way passes through; a tie or a hand-over that the
      standard asks for; a way round the police, or to a provider with room; a wider
      scope; an agreement renewed; a provider where none is recorded, with the
      referral that it needs; an end to what the standard prohibits. What closes most
      that is urgent stands first, then what closes most that is important, then most
      of the rest.
      Each is tried by judging the network again, and the urgent findings that
      none of them closes by itself are named, with the reason. Of a large network
      those are tried that promise most, up to 120 for each action recommended and
      fewer above 5,800 rows of pathways (entry points × needs); above 60,000 rows
      none is, and what each is known to close decides, as in gaps; the last line
      says which it was. Ties that the standard prohibits are never recommended,
      those between sectors that it calls neutral only with --neutral, and never
      more than two new referrals into one organization.

      --patch writes the actions as a patch, which what-if takes:

        liaison recommend graphs/samundar -k 3 --patch next.yaml
        liaison what-if graphs/samundar next.yaml

      Exit codes: 0; 64 no date; 65 the network cannot be read; 66 a path leads
      nowhere.
      """)

  @Argument(help: "A network: a YAML file or a folder.")
  var network: String

  @Option(
    name: .customShort("k"), help: ArgumentHelp("How many actions, 1 to 20.", valueName: "N"))
  var count = 3

  @Option(help: ArgumentHelp("A standard's id or file.", valueName: "id or file"))
  var standard: String?

  @Option(help: ArgumentHelp("The day to judge at.", valueName: "YYYY-MM-DD"))
  var asOf: String?

  @Option(
    help: ArgumentHelp("Only what this organization would sign, by id.", valueName: "organization"))
  var signer: String?

  @Flag(help: "Consider relations between sectors that the standard calls neutral too.")
  var neutral = false

  @Option(help: "text, markdown or json.")
  var format: PageFormat = .text

  @Option(name: .shortAndLong, help: "Where to write; standard output where it is left out.")
  var output: String?

  @Option(help: ArgumentHelp("Where to put the actions as a patch.", valueName: "file"))
  var patch: String?

  func validate() throws {
    guard (1...20).contains(count) else {
      throw ValidationError("-k is a whole number from 1 to 20.")
    }
  }

  func run(in context: ToolContext) throws {
    let document = try NetworkReader.read(path: network)
    try context.requireReadable(document)
    let date = try context.date(asOf)
    let network = try context.resolve(document)
    let chosen = try context.standard(standard, of: network)
    if let signer { _ = try context.organization(signer, of: network) }
    let kinds = context.catalog[ExpectationShelf.self]
    let report = try GapAnalysis.run(
      network, against: chosen, asOf: date, options: .init(kinds: kinds))
    let recommendation = Recommendation(
      for: document, report, against: chosen, count: count, signer: signer, kinds: kinds,
      takesNeutral: neutral)
    let page = RecommendationPage(recommendation, report)
    if let patch { try AtomicOutput.write(PatchReader.yaml(recommendation.patch), to: patch) }
    try context.deliver(page, as: format, to: output)
  }
}
