import LiaisonFiles
import LiaisonGaps
import LiaisonModel

/// A confirmation sheet as JSON, in a form that stays: keys are added, never renamed or removed.
///
/// ```json
/// {"liaison_confirmation": 1, "network": "Referral network, …", "as_of": "2025-06-30", "tlp": "AMBER",
///  "organization": {"id": "hunar", "name": "Hunar Skills Centre"}, "facts": ["Sector: …"],
///  "questions": [{"question": "Does the vocational training …", "cells": 25, "points": [
///    {"table": "services", "id": "hunar/training", "asks": "areas", "codes": ["north"],
///     "statement": "People from North District", "takes": "yes_no", "answer": "", "remark": ""}]}],
///  "parts": [{"title": "Services", "points": []}]}
/// ```
///
/// Whoever answers fills in `answer` and `remark`, and leaves the rest as it is; `ask --answers` reads it
/// back.
enum ConfirmationJSON {
  /// The number of the form.
  static let version = 1

  /// The JSON of a sheet, with nothing answered.
  static func bytes(_ sheet: ConfirmationSheet) -> [UInt8] {
    let value = JSONValue.object([
      .init("liaison_confirmation", .int(version)), .init("network", .string(sheet.network)),
      .init("as_of", .string(sheet.asOf.description)), .init("tlp", .string(sheet.label.code)),
      .init(
        "organization",
        .object([.init("id", .string(sheet.organization)), .init("name", .string(sheet.name))])),
      .init("facts", .strings(sheet.facts)),
      .init(
        "questions",
        .array(
          sheet.questions.map { question in
            .object([
              .init("question", .string(question.text)), .init("cells", .int(question.cells)),
              .init("points", .array(question.points.map(point))),
            ])
          })),
      .init(
        "parts",
        .array(
          sheet.parts.map { part in
            .object([
              .init("title", .string(part.title)), .init("points", .array(part.points.map(point))),
            ])
          })),
    ])
    return value.bytes()
  }

  private static func point(_ point: ConfirmationPoint) -> JSONValue {
    .object(leavingOutNil: [
      "table": .string(point.key.table.rawValue), "id": .string(point.key.id),
      "asks": .string(point.key.matter.rawValue),
      "codes": .strings(point.key.codes.map(\.text)), "statement": .string(point.statement),
      "recorded": point.recorded.isEmpty ? nil : .string(point.recorded),
      "takes": .string(takes(point.key.matter)), "answer": "", "remark": "",
    ])
  }

  /// What an answer is.
  private static func takes(_ matter: ConfirmationPoint.Matter) -> String {
    switch matter {
    case .refersTo: "organizations"
    case .offers: "services"
    case .feedback: "feedback"
    case .inWords: "words"
    default: "yes_no"
    }
  }
}
