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
}
