import LiaisonGaps
import LiaisonModel
import Testing

/// What a report says of one thing: whether it is a finding or a question, and how much it weighs.
struct Told: Hashable, CustomStringConvertible {
  var isFinding: Bool
  var cells: Int
  var value: Double?

  static func finding(_ cells: Int, _ value: Double? = nil) -> Told {
    Told(isFinding: true, cells: cells, value: value)
  }

  static func question(_ cells: Int = 0, _ value: Double? = nil) -> Told {
    Told(isFinding: false, cells: cells, value: value)
  }

  var description: String {
    "\(isFinding ? "finding" : "question")(\(cells)\(value.map { ", \($0)" } ?? ""))"
  }

  /// What a report says by one rule, by key.
  static func by(_ rule: String, in report: GapReport) -> [[String]: Told] {
    var told: [[String]: Told] = [:]
    for finding in report.findings + report.questions where finding.rule == rule {
      told[finding.key] = Told(
        isFinding: finding.kind == .finding, cells: finding.cells, value: finding.value)
    }
    return told
  }
}

extension Told {
  /// Expects a report to say by one rule what was worked out, and nothing else.
  static func expect(
    _ expected: [[String]: Told], by rule: String, in report: GapReport, _ context: String,
    at place: Testing.SourceLocation = #_sourceLocation
  ) {
    let told = by(rule, in: report)
    #expect(
      told == expected, "\(context): \(told.differences(from: expected))", sourceLocation: place)
  }
}

extension [[String]: Told] {
  /// In what another judgement differs: each key with what is told and what was expected.
  func differences(from expected: Self) -> String {
    Set(keys).union(expected.keys).filter { self[$0] != expected[$0] }.map { key in
      let told = self[key].map { "\($0)" } ?? "nothing"
      return "\(key): \(told), not \(expected[key].map { "\($0)" } ?? "nothing")"
    }.sorted().joined(separator: "; ")
  }
}

/// A figure: how many are certain, of how many, and how many there may be.
struct Figure: Hashable {
  var count = 0
  var total = 0
  var upper = 0

  init() {}

  init?(_ id: String, in report: GapReport) {
    guard let line = report.scorecard.first(where: { $0.id == id }) else { return nil }
    (count, total, upper) = (line.count, line.total, line.upper)
  }
}
