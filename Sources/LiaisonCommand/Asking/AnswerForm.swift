import LiaisonFiles
import LiaisonGaps
import LiaisonModel

/// The answer form of a confirmation sheet: a CSV table with a row a point and empty columns for the
/// answer and a remark.
enum AnswerForm {
  private static let columns = [
    "table", "id", "asks", "codes", "question", "recorded", "answer", "remark",
  ]

  /// The form of a sheet, with nothing answered.
  static func csv(_ sheet: ConfirmationSheet) -> [UInt8] {
    var rows: [[String]] = []
    func add(_ point: ConfirmationPoint, _ question: String) {
      let codes = point.key.codes.map(\.text).joined(separator: ";")
      rows.append([
        point.key.table.rawValue, point.key.id, point.key.matter.rawValue, codes, question,
        point.recorded, "", "",
      ])
    }
    for question in sheet.questions {
      for point in question.points {
        add(
          point,
          question.points.count > 1 ? "\(question.text) – \(point.statement)" : question.text)
      }
    }
    for point in sheet.parts.flatMap(\.points) { add(point, point.statement) }
    return CSVWriter().bytes(header: columns, rows: rows)
  }

  /// A form that came back: its answers, and where each stands.
  struct Returned {
    var answers: [ConfirmationAnswers.Answered]
    private var places: [Place]
    private var sources: SourceSet
    private var path: String

    /// Reads a form.
    ///
    /// - Throws: what reading a file throws; `badData` (65) at a row that is none of a form.
    init(path: String) throws(FileError) {
      let file = try InputFile.read(path)
      var sources = SourceSet()
      let table = CSVReader.read(
        bytes: file.bytes, file: sources.add(path: file.path, bytes: file.bytes))
      func refusal(_ message: String, _ place: Place) -> FileError {
        FileError(.badData, message, path: file.path, location: sources.location(of: place))
      }
      if let problem = table.problems.first { throw refusal(problem.message, problem.place) }
      var positions: [String: Int] = [:]
      for name in ["table", "id", "asks", "codes", "answer"] {
        guard let position = table.column(name) else {
          throw refusal("An answer form has a column `\(name)`.", CSVTable.place(of: table.header))
        }
        positions[name] = position
      }
      positions["remark"] = table.column("remark")
      answers = []
      places = []
      for row in table.rows {
        func text(_ name: String) -> String {
          guard let position = positions[name], row.indices.contains(position) else { return "" }
          return row[position].text.trimmed
        }
        guard let table = NetworkPatch.Table(rawValue: text("table")),
          let matter = ConfirmationPoint.Matter(rawValue: text("asks")), !text("id").isEmpty
        else {
          throw refusal(
            "This is no row of an answer form: the columns `table`, `id` and `asks` stay as they are.",
            CSVTable.place(of: row))
        }
        let codes = text("codes").split(separator: ";").map { Code(String($0).trimmed) }
        answers.append(
          ConfirmationAnswers.Answered(
            .init(table, text("id"), matter, codes), text("answer"), remark: text("remark")))
        places.append(CSVTable.place(of: row))
      }
      self.sources = sources
      self.path = file.path
    }

    /// An answer that cannot be taken down, at its row.
    func error(_ refusal: ConfirmationAnswers.Refusal) -> FileError {
      let place = places.indices.contains(refusal.position) ? places[refusal.position] : .none
      return FileError(
        .badData, refusal.message, path: path, location: sources.location(of: place))
    }
  }
}

extension String {
  /// Without white space at its ends.
  fileprivate var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
