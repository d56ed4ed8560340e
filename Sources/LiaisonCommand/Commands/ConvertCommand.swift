import ArgumentParser
import LiaisonFiles
import LiaisonLintCommand
import LiaisonModel

/// `convert`: the same network in the other form.
struct ConvertCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Write a network as one YAML file or as a folder of tables.",
    discussion: """
      The same network, in values, order and unknown keys; comments and quoting are
      not carried over. A plain edge list becomes a network with ids made of its
      names. Its edges join both ends alike, unless --directed says that they lead from
      source to target; an edge that joins a pair anew has an id of its own, and a
      column whose name means something else in a network is kept as `edge_` or
      `node_` and that name. Weights are kept and no longer measured, as the measures
      of a network use `intensity` alone. What cannot be read as a value is written as it stands; a file of which
      a part cannot be read at all is refused.
      """)

  @Argument(help: "A network (YAML file or folder), an edge list (CSV), or - for YAML from a pipe.")
  var network: String

  @Option(
    name: .shortAndLong,
    help: "Where to write: a file that ends in .yaml, else a folder; standard output is YAML.")
  var output = "-"

  @Option(help: "A table of an edge list's nodes (CSV with a column id).")
  var nodes: String?

  @Flag(help: "The edge list's edges have a direction.")
  var directed = false

  @Flag(help: "Write over what is there.")
  var force = false

  func run(in context: ToolContext) throws {
    if !force { try NetworkForm.requireVacant(output) }
    let document = try NetworkReader.read(path: network, nodes: nodes)
    try requireWhole(document, in: context)
    context.tellRemarks(on: document)
    let conversion = EdgeListConversion(document, isDirected: directed)
    if document.isPlainEdgeList { tell(conversion, in: context) }
    try NetworkWriter.write(conversion.document, to: output, as: NetworkForm.of(output))
    if AtomicOutput.isStandardOutput(output) { return }
    context.say("Written to \(output).")
    tellStandard(of: document, in: context)
  }

  /// Says what was assumed of an edge list.
  private func tell(_ conversion: EdgeListConversion, in context: ToolContext) {
    let relations = conversion.document.relations
    if !directed, !relations.isEmpty {
      context.say(
        "Each edge is taken to join its ends both ways; if it leads from source to target, say --directed."
      )
    }
    let repeated = conversion.repeated
    if repeated > 0 {
      let (joins, has) = repeated == 1 ? ("edge joins", "has") : ("edges join", "have")
      context.say(
        "\(repeated) \(joins) two that an earlier one joins\(directed ? " the same way" : ""), and \(has) an id "
          + "for that.")
    }
    for (column, key) in conversion.renamed {
      context.say(
        "The column \(Quoted(column)) is kept as `\(key)`, so that it is not taken for a key of a network."
      )
    }
    if relations.contains(where: { !$0.weight.isAbsent }) {
      context.say(
        "Each weight is kept as `weight`; the measures of a network use `intensity` alone.")
    }
  }

  /// Says that the standard's file which the network names does not lie beside what was written.
  private func tellStandard(of document: NetworkDocument, in context: ToolContext) {
    guard let name = document.header.standard.value, StandardReader.isPath(name) else { return }
    let header = NetworkForm.of(output) == .folder ? output + "/network.yaml" : output
    let folder = header.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    let path = (folder + [name[...]]).joined(separator: "/")
    guard DirectoryListing.kind(of: path) == nil else { return }
    context.say(
      "The network names the standard “\(name)”, a file that is not beside it: copy it there, or write another."
    )
  }

  /// Ends with exit 65 where a part of a file was not read, since it would be lost.
  private func requireWhole(_ document: NetworkDocument, in context: ToolContext) throws {
    let errors = document.problems.filter { $0.severity == .error }
    let isWhole = !errors.contains { $0.rule == ReadingRule.syntax } && !document.isPlainEdgeList
    if !errors.isEmpty, !isWhole { return try context.requireReadable(document) }
    for problem in errors.prefix(20) {
      let place = document.sources.location(of: problem.place).map { $0.text + ": " } ?? ""
      context.say(
        "\(place)warning: \(problem.sentence) It is written as it stands. [\(problem.rule)]")
    }
    if errors.count > 20 { context.say("and \(errors.count - 20) more") }
  }
}
