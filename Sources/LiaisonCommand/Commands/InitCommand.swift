import ArgumentParser
import LiaisonFiles
import LiaisonLintCommand
import LiaisonModel

/// `init`: starts a network, from nothing or from a planner's sheet.
struct InitCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Start a network, from nothing or from a sheet.",
    discussion: """
      Without --from, writes a small commented network to begin with.

      With --from, reads a sheet saved as CSV: a matrix of who refers to whom with
      names on both axes (x, ✓, 1, yes; 0, no, -; ? for not known; 2 to 4 for how
      strong), or a list with a row a relation (from,to,kind). Names become ids;
      spellings that differ by case, accents or spaces are one organization, near
      ones are asked about. What was understood and what was left out is told.

      With --standard, writes a shipped standard to make one's own of.
      """)

  @Argument(help: "Where the network is to be: a folder, or a file that ends in .yaml.")
  var path: String

  @Option(help: "A sheet (CSV) to read.")
  var from: String?

  @Option(help: "The kind of a relation where the sheet names none.")
  var kind = "refers_to"

  @Flag(help: "The organizations of a matrix's columns refer to those of its rows.")
  var transpose = false

  @Option(help: "Write this standard instead: \(ShippedData.standardIDs.joined(separator: ", ")).")
  var standard: String?

  func validate() throws {
    if from != nil, standard != nil {
      throw ValidationError("--from and --standard do not go together.")
    }
    if Vocabulary.shipped.relation(Code(kind)) == nil {
      throw ValidationError("“\(kind)” is no kind of relation.")
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
    try context.write(
      sheet.report.text + "\nWrote \(path).\nNext: fill in what the top of \(file) lists, then "
        + "\(context.toolName) lint \(path) and \(context.toolName) gaps \(path)\n")
  }

  private func write(standard id: String, in context: ToolContext) throws {
    guard let text = ShippedData.standardText(id) else {
      throw ValidationError(
        "There is no standard “\(id)”. Standards: "
          + ShippedData.standardIDs.joined(separator: ", ") + ".")
    }
    let isFile = NetworkForm.isYAML(path)
    let file = isFile ? path : NetworkForm.inside(path, "\(id).yaml")
    try requireFree(file)
    if !isFile { try OutputFolder.create(path) }
    try AtomicOutput.write(text, to: file)
    try context.write(
      "Wrote \(file).\nNext: give it an id of its own, and change what it expects.\n")
  }

  private func requireFree(_ file: String) throws(FileError) {
    guard DirectoryListing.kind(of: file) == nil else {
      throw FileError(
        .cannotCreate, "is there already", path: file,
        hint: "give another place; init never writes over a network")
    }
  }
}
