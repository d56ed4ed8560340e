import LiaisonModel

/// What the rows of a list say, before it is recorded.
///
/// Rows of one relation and one scope must agree on whether it is there; rows that differ in anything else
/// are relations of their own, and only those that say the same to the letter are one.
struct SheetListRows {
  /// What is said of one relation of one scope.
  struct Subject {
    var reference: RelationReference
    var from: Int
    var to: Int
    var claims = SheetClaims()
  }

  private(set) var subjects: [Subject] = []
  /// The relations to be recorded, each with its subject.
  private(set) var relations: [(entry: RelationEntry, subject: Int)] = []

  private let columns: [String]
  private var index: [[String]: Int] = [:]
  private var seen: Set<[String]> = []

  /// The keys by which a relation is another's: whom it is for, on what it rests and when.
  private static let scope: Set<String> = [
    "areas", "groups", "cases", "services", "onward", "agreement", "status", "valid_from",
    "valid_until",
  ]

  /// - Parameter columns: the keys of the other columns.
  init(columns: [String]) { self.columns = columns }

  /// Adds what a row says; false where another row says the same.
  ///
  /// - Parameter cells: the cells of the other columns.
  /// - Complexity: O(cells) in the mean.
  mutating func add(
    _ relation: RelationEntry, from: Int, to: Int, _ answer: Answer, said cell: CSVCell,
    _ cells: [CSVCell]
  ) -> Bool {
    let kind = relation.kind.value?.text ?? ""
    var scope = [String(from), kind, String(to)]
    var whole = scope + [relation.intensity.value.map { "\($0)" } ?? ""]
    whole.append(relation.weight.value.map { DecimalNumber.text($0) } ?? "")
    for (column, cell) in zip(columns, cells) {
      let text = ListCell.trimmed(cell.text)
      whole.append(text)
      if Self.scope.contains(column) { scope.append(text) }
    }
    let subject = index[scope] ?? subjects.count
    if subject == subjects.count {
      index[scope] = subject
      let reference = RelationReference(
        from: relation.from.value, kind: relation.kind.value, to: relation.to.value)
      subjects.append(Subject(reference: reference, from: from, to: to))
    }
    subjects[subject].claims.add(cell, answer)
    guard answer != .no else { return true }
    guard seen.insert(whole).inserted else { return false }
    relations.append((relation, subject))
    return true
  }
}
