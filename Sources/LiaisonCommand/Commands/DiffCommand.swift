import ArgumentParser
import LiaisonFiles
import LiaisonGaps
import LiaisonLintCommand
import LiaisonModel

/// `diff`: what changed between two states of a network.
struct DiffCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Compare two states of a network: what got better, what got worse.",
    discussion: """
      Each is a file, a folder, or a git revision with a path in its repository:
      main:graphs/x.yaml, HEAD~1:graphs/samundar. Both are judged against the
      standard of the newer one, each at its own date. Findings are told apart by
      their stable ids; an organization under a new id is the same one where it
      says `formerly: [old-id]`. “Like with like” are the figures and referrals of
      the organizations that stand in both, so that asking more people moves none
      of them; where either lists others, what is different over all that each
      lists stands below.

      Exit codes: 0; 1 where things are worse and --fail-on worse is given; 64 no
      date; 65 one cannot be read; 66 a path or revision leads nowhere; 69 git is
      missing.
      """)

  @Argument(help: "The older state.")
  var old: String

  @Argument(help: "The newer state.")
  var new: String

  @Option(help: ArgumentHelp("A standard's id or file.", valueName: "id or file"))
  var standard: String?

  @Option(
    help: """
      worse: exit code 1 where the page says “Worse”: something is lost, or no longer certain; not for what \
      is only newly known, about newcomers, or grown as more people get that far; never.
      """)
  var failOn: WhatIfCommand.FailLevel = .never

  @OptionGroup var page: ComparisonOptions

  func run(in context: ToolContext) throws {
    var documents = try [old, new].map { path in
      let document = try GitRevision.document(at: path)
      try context.requireReadable(document)
      try context.refuseUndated(document, at: path, takesDate: false)
      return document
    }
    documents[0] = documents[0].renamed(documents[1].renamings(since: documents[0]))
    let networks = try documents.map { try context.resolve($0) }
    for (path, network) in zip([old, new], networks) where network.header.asOf == nil {
      throw GapError(
        .missingDate,
        "Each state is judged at its own date: write `as_of: YYYY-MM-DD` in the header of \(path).")
    }
    let chosen = try context.standard(standard, of: networks[1])
    let kinds = context.catalog[ExpectationShelf.self]
    func judged(_ network: StakeholderNetwork) throws -> GapReport {
      try GapAnalysis.run(network, against: chosen, options: .init(kinds: kinds))
    }
    let sides = try documents.indices.map { index in
      NetworkComparison.Side(
        document: documents[index], network: networks[index],
        report: try judged(networks[index]))
    }
    let common = try CommonBoundary(documents[0], documents[1]).map { common in
      (
        common.organizations, try judged(context.resolve(common.before)),
        try judged(context.resolve(common.after))
      )
    }
    let comparison = try NetworkComparison(sides[0], sides[1], common: common) { document, _ in
      try judged(context.resolve(document))
    }
    try page.deliver(
      ComparisonPage(
        comparison: comparison, title: "What changed: \(networks[1].header.title)",
        tellsStructure: true, limit: page.limit), in: context)
    if failOn == .worse, comparison.isWorse { throw ExitCode(1) }
  }
}
