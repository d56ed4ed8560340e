import ArgumentParser
import LiaisonFiles
import LiaisonLintCommand
import LiaisonModel

/// `init`: starts a network, from nothing or from a planner's sheet.
struct InitCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Start a network, from nothing or from a sheet; or a standard.",
    discussion: """
      Without --from, writes a small commented network to begin with.

      With --from, reads a sheet saved as CSV: a matrix of who refers to whom with
      the same names on both axes, or a list with a row a relation, whose columns
      are headed from,to,kind, also in Urdu, Arabic or Persian. A mark is x, ✓, 1
      or yes; 0, no or - says no; ? is not known, and becomes a question of `gaps`
      and `ask`; n/a says nothing. Where two cells differ on one relation, it is
      not known. Numbers from 1 to 4 are how strong a tie is, its intensity; where
      one of them is another, all are kept as weights, which the measures of a
      network do not use. Names become ids; spellings that differ by case, accents
      or spaces are one organization, near ones are asked about. What was
      understood and what was left out is told, with places and counts.

      Rows above the heading are passed over. A sheet that could be read in two
      ways is refused (exit 65) with the cell that is in the way, and nothing is
      written: a heading over two rows, a matrix without its corner or whose
      names differ on its axes (write from\\to into the corner where that is
      meant), a list without a heading that may be one of contacts.

      With --standard, writes a commented standard that extends the one named and
      asks the same until it is changed.
      """)

  @Argument(help: "Where it is to be: a folder, or a file that ends in .yaml.")
  var path: String

  @Option(help: "A sheet (CSV) to read.")
  var from: String?

  @Option(help: "The kind of a relation where the sheet names none.")
  var kind = "refers_to"

  @Flag(help: "The organizations of a matrix's columns refer to those of its rows.")
  var transpose = false

  @Option(
    help: ArgumentHelp(
      "Start a standard instead that extends this one: "
        + "\(ShippedData.standardIDs.joined(separator: ", ")), or a file beside it.",
      valueName: "standard"))
  var standard: String?

  func validate() throws {
    if from != nil, standard != nil {
      throw ValidationError("--from and --standard do not go together.")
    }
    if Vocabulary.shipped.relation(Code(kind)) == nil {
      throw ValidationError(
        "“\(kind)” is no kind of relation; `liaison list relations` prints the kinds.")
    }
  }

  func run(in context: ToolContext) throws {
    if let standard { return try write(standard: standard, in: context) }
    let isFile = NetworkForm.isYAML(path)
    let file = isFile ? path : NetworkForm.inside(path, NetworkTable.headerFileName)
    try requireFree(file)
    guard let from else {
      if !isFile { try OutputFolder.create(path) }
      try AtomicOutput.write(Array(StarterNetwork.text.utf8), to: file)
      return try context.write("Wrote \(file).\nNext: \(context.toolName) lint \(path)\n")
    }
    let sheet = try SheetImport.read(
      path: from,
      options: SheetImport.Options(kind: Code(kind), isTransposed: transpose))
    for table in NetworkTable.allCases where !isFile {
      try requireFree(NetworkForm.inside(path, table.fileName))
    }
    try NetworkWriter.write(sheet.document, to: path, as: isFile ? .yaml : .folder, isBegun: true)
    let relations = NetworkForm.inside(path, NetworkTable.relations.fileName)
    let weights =
      sheet.report.numbers.meaning == .weight && !isFile
      ? "Its weights count in \(context.toolName) measure \(relations) --directed\n" : ""
    try context.write(
      sheet.report.text + "\nWrote \(path).\nNext: fill in what the top of \(file) lists, then "
        + "\(context.toolName) lint \(path) and \(context.toolName) gaps \(path)\n" + weights)
  }

  private func write(standard name: String, in context: ToolContext) throws {
    let base = try context.standard(named: name)
    let isFile = NetworkForm.isYAML(path)
    let file = isFile ? path : NetworkForm.inside(path, "standard.yaml")
    try requireFree(file)
    if !isFile { try OutputFolder.create(path) }
    var reference = name
    if ShippedData.standard(name) == nil {
      guard let beside = StandardReader.reference(to: name, from: file) else {
        throw FileError(
          .cannotCreate,
          "a standard extends a file in its own folder or below it, and \(name) is not",
          path: file, hint: "copy it there first, or write the new one beside it")
      }
      reference = beside
    }
    let text = StandardStarter.text(
      extending: base, as: reference, name: isFile ? Self.stem(path) : Self.stem(path + ".yaml"))
    try AtomicOutput.write(text, to: file)
    try context.write(
      "Wrote \(file), which extends \(base.id).\nNext: change it, \(context.toolName) lint \(file), and "
        + "\(context.toolName) gaps NETWORK --standard \(file)\n")
  }

  /// The last part of a path without its ending: `my-standard`.
  private static func stem(_ path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
  }

  private func requireFree(_ file: String) throws(FileError) {
    guard DirectoryListing.kind(of: file) == nil else {
      throw FileError(
        .cannotCreate, "is there already", path: file,
        hint: "give another place; init never writes over a network")
    }
  }
}
