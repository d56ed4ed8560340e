import LiaisonModel

/// What the cells or rows of a sheet say of one relation.
struct SheetClaims {
  /// One of them.
  struct Claim {
    /// The cell that says it, or the row.
    var cell: CSVCell
    /// Whether there is the relation.
    var answer: Answer
  }

  /// What is said, in the order of the sheet.
  private(set) var all: [Claim] = []

  /// The answer of those that know of the relation: not known, where two of them differ.
  var answer: Answer {
    guard let first = all.first else { return .unknown }
    return all.allSatisfy { $0.answer == first.answer } ? first.answer : .unknown
  }

  /// The first two that differ; nil where all say the same.
  var contradiction: (first: Claim, second: Claim)? {
    guard let first = all.first, let second = all.first(where: { $0.answer != first.answer }) else {
      return nil
    }
    return (first, second)
  }

  mutating func add(_ cell: CSVCell, _ answer: Answer) {
    all.append(Claim(cell: cell, answer: answer))
  }
}

extension SheetImport {
  /// Tells that two cells differ on one relation.
  mutating func tellContradiction(_ claims: SheetClaims, _ from: Int, _ to: Int) {
    guard let pair = claims.contradiction else { return }
    report.contradictions.append(
      SheetReport.Unread(
        place: place(pair.first.cell.place),
        text: "\(said(pair.first)) here, \(said(pair.second)) at \(place(pair.second.cell.place)): "
          + "from \(Quoted(names.name(from))) to \(Quoted(names.name(to)))"))
  }

  private func said(_ claim: SheetClaims.Claim) -> String {
    Self.isBlank(claim.cell) ? "a relation" : Quoted(ListCell.trimmed(claim.cell.text)).description
  }
}
