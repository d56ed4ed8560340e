import ArgumentParser
import LiaisonFiles
import LiaisonGaps
import LiaisonLint
import LiaisonLintCommand
import LiaisonModel

/// `what-if`: what a change would open, close and move.
struct WhatIfCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "what-if",
    abstract: "Try a change on a network: what it would open and close.",
    discussion: """
      The change is a patch, a YAML file:

        liaison_patch: 1
        title: A referral to the refuge
        add:
          relations: [{from: police, to: mens-refuge, kind: refers_to}]
        change:
          agreements: [{id: mou-7, valid_until: 2026-12-31}]
          services: [{id: mens-refuge/shelter, capacity: {unit: beds, maximum: 20}}]
        remove:
          organizations: [umeed]

      Entries are written as in the network. `change` names one by its id (a
      service as organization/service, a relation by its id or as “from kind to”)
      and gives some of its keys new values; a key with nothing behind it is taken
      away. With an organization go its units, services and relations. The
      network's own files stay as they are; --write puts the changed network
      elsewhere.

      Exit codes: 0; 1 where it makes things worse and --fail-on worse is given;
      64 no date; 65 the network or the patch cannot be read, or do not fit; 66 a
      path leads nowhere.
      """)

  enum FailLevel: String, ExpressibleByArgument, CaseIterable { case worse, never }

  @Argument(help: "A network: a YAML file or a folder.")
  var network: String

  @Argument(help: "The change: a patch (YAML).")
  var patch: String

  @Option(help: ArgumentHelp("A standard's id or file.", valueName: "id or file"))
  var standard: String?

  @Option(help: ArgumentHelp("The day to judge at.", valueName: "YYYY-MM-DD"))
  var asOf: String?

  @Option(
    help: """
      worse: exit code 1 where the page says “Worse”: something is lost, or no longer certain; not for what \
      is only newly known, about newcomers, or grown as more people get that far; never.
      """)
  var failOn: FailLevel = .never

  @OptionGroup var page: ComparisonOptions

  @Option(help: "Where to put the changed network: a file that ends in .yaml, or a folder.")
  var write: String?

  @Flag(help: "With --write: write over what is there.")
  var force = false

  func run(in context: ToolContext) throws {
    if let write, !force { try NetworkForm.requireVacant(write) }
    let document = try NetworkReader.read(path: network)
    try context.requireReadable(document)
    let date = try context.date(asOf)
    let patch = try PatchReader.read(path: patch)
    let old = try context.resolve(document)
    let (applied, new) = try apply(patch, to: document, context)
    let chosen = try context.standard(standard, of: old)
    let kinds = context.catalog[ExpectationShelf.self]
    let day = date ?? patch.asOf
    func judged(_ network: StakeholderNetwork, _ date: CalendarDate?) throws -> GapReport {
      try GapAnalysis.run(network, against: chosen, asOf: date, options: .init(kinds: kinds))
    }
    let comparison = try NetworkComparison(
      .init(document: document, network: old, report: try judged(old, date)),
      .init(document: applied.document, network: new, report: try judged(new, day))
    ) { try judged(context.resolve($0), $1) }
    if let write {
      try NetworkWriter.write(applied.document, to: write, as: NetworkForm.of(write))
    }
    let title = patch.title.map { "What if: \($0)" } ?? "What if: \(self.patch)"
    try page.deliver(
      ComparisonPage(
        comparison: comparison, title: title,
        told: PatchWords(patch: patch, before: document, vocabulary: old.vocabulary)
          .lines(applied.told) + comparison.before.report.signings(of: patch),
        tellsStructure: false, limit: page.limit), in: context)
    if failOn == .worse, comparison.isWorse { throw ExitCode(1) }
  }
}

extension WhatIfCommand {
  /// The network with the patch. Ends the command with exit 65 where entries of it do not fit: all are told,
  /// each at its place.
  private func apply(
    _ patch: NetworkPatch, to document: NetworkDocument, _ context: ToolContext
  ) throws -> (NetworkPatch.Applied, StakeholderNetwork) {
    do {
      return try LintEngine.apply(patch, to: document, vocabulary: .shipped)
    } catch {
      let most = 20
      for misfit in error.causes.prefix(most) {
        context.say(
          FileError(
            .badData, misfit.sentence, path: self.patch,
            location: patch.sources.location(of: misfit.place)))
      }
      if error.causes.count > most {
        context.say("and \((error.causes.count - most).grouped) more")
      }
      throw ExitCode(65)
    }
  }
}

/// How a comparison is printed.
struct ComparisonOptions: ParsableArguments {
  @Option(help: "text, markdown or json.")
  var format: PageFormat = .text

  @Option(name: .shortAndLong, help: "Where to write; standard output where it is left out.")
  var output: String?

  @Flag(help: "Print everything instead of the ten heaviest of each part.")
  var all = false

  var limit: Int? { all ? nil : 10 }

  func deliver(_ page: ComparisonPage, in context: ToolContext) throws {
    try context.deliver(page, as: format, to: output)
  }
}
