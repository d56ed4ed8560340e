import LiaisonFiles
import LiaisonGaps
import LiaisonModel

/// A sheet that came back, as the form in CSV or as JSON: its answers, and where each stands.
struct ReturnedAnswers {
  private(set) var answers: [ConfirmationAnswers.Answered] = []
  private var places: [Place] = []
  private var sources = SourceSet()
  private let path: String

  /// Reads a sheet.
  ///
  /// - Parameters:
  ///   - path: the file; what begins with a brace is JSON.
  ///   - organization: the id of the organization whose answers it should hold, which JSON names.
  /// - Throws: what reading a file throws; `badData` (65) where it is no sheet, or somebody else's.
  init(path: String, of organization: String) throws(FileError) {
    let file = try InputFile.read(path)
    self.path = file.path
    let number = sources.add(path: file.path, bytes: file.bytes)
    let space: [UInt8] = [0x09, 0x0A, 0x0D, 0x20, 0xEF, 0xBB, 0xBF]
    if file.bytes.first(where: { !space.contains($0) }) == UInt8(ascii: "{") {
      try read(json: file.bytes, number, organization)
    } else {
      try read(csv: file.bytes, number)
    }
  }

  /// An answer that cannot be taken down, at its place.
  func error(_ refusal: ConfirmationAnswers.Refusal) -> FileError {
    failure(
      refusal.message, places.indices.contains(refusal.position) ? places[refusal.position] : .none)
  }

  private func failure(_ message: String, _ place: Place) -> FileError {
    FileError(.badData, message, path: path, location: sources.location(of: place))
  }

  private mutating func read(csv bytes: [UInt8], _ file: UInt16) throws(FileError) {
    let table = CSVReader.read(bytes: bytes, file: file)
    if let problem = table.problems.first { throw failure(problem.message, problem.place) }
    var positions: [String: Int] = [:]
    for name in ["table", "id", "asks", "codes", "answer"] {
      guard let position = table.column(name) else {
        throw failure("An answer form has a column `\(name)`.", CSVTable.place(of: table.header))
      }
      positions[name] = position
    }
    positions["remark"] = table.column("remark")
    for row in table.rows {
      func text(_ name: String) -> String {
        guard let position = positions[name], row.indices.contains(position) else { return "" }
        return row[position].text
      }
      let place = CSVTable.place(of: row)
      guard add(text, codes: text("codes").split(separator: ";").map(String.init), place) else {
        throw failure(
          "This is no row of an answer form: the columns `table`, `id` and `asks` stay as they are.",
          place)
      }
    }
  }

  private mutating func read(
    json bytes: [UInt8], _ file: UInt16, _ organization: String
  ) throws(FileError) {
    let result = JSONReader.read(bytes: bytes, file: file)
    if let problem = result.problems.first { throw failure(problem.message, problem.place) }
    guard let root = result.root,
      root.value("liaison_confirmation")?.scalar == String(ConfirmationJSON.version)
    else {
      throw failure(
        "A sheet says `\"liaison_confirmation\": \(ConfirmationJSON.version)`.",
        result.root?.place ?? .none)
    }
    let owner = root.value("organization")?.value("id")
    guard owner?.scalar == organization else {
      throw failure(
        "This sheet is that of \(owner?.scalar.map { Quoted($0).description } ?? "nobody"), not of "
          + "\(Quoted(organization)).", owner?.place ?? root.place)
    }
    let groups = ["questions", "parts"].flatMap { root.value($0)?.elements ?? [] }
    for point in groups.flatMap({ $0.value("points")?.elements ?? [] }) {
      let codes = point.value("codes")?.elements?.compactMap(\.scalar) ?? []
      guard add({ point.value($0)?.scalar ?? "" }, codes: codes, point.place) else {
        throw failure(
          "This is no point of a sheet: `table`, `id` and `asks` stay as they are.", point.place)
      }
    }
  }

  /// Adds one answer; false where what is asked is nothing that a sheet asks.
  private mutating func add(
    _ text: (String) -> String, codes: [String], _ place: Place
  ) -> Bool {
    let id = text("id").trimmed
    guard let table = NetworkPatch.Table(rawValue: text("table").trimmed),
      let matter = ConfirmationPoint.Matter(rawValue: text("asks").trimmed), !id.isEmpty
    else { return false }
    answers.append(
      ConfirmationAnswers.Answered(
        .init(table, id, matter, codes.map { Code($0.trimmed) }), text("answer").trimmed,
        remark: text("remark").trimmed))
    places.append(place)
    return true
  }
}

extension SourceNode {
  /// The value of a key; nil where this is no map, or has none.
  fileprivate func value(_ key: String) -> SourceNode? {
    members?.first { $0.key == key }?.node
  }
}
