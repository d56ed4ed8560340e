import LiaisonModel

/// What a sheet was understood as, and what of it was not: for the person whose sheet it is.
public struct SheetReport: Sendable, Equatable {
  /// The shapes of sheets.
  public enum Shape: String, Sendable {
    /// Names on both axes, marks in the cells.
    case matrix
    /// A row a relation.
    case list
  }

  /// A text that was not understood, and where it stands.
  public struct Unread: Sendable, Equatable {
    /// The place, as `path:line:column`.
    public var place: String
    /// What is wrong.
    public var text: String
  }

  /// Two names that may be one organization.
  public struct Question: Sendable, Equatable {
    /// The name that stands later.
    public var name: String
    /// The names that it is like.
    public var candidates: [String]
  }

  /// What the sheet was taken for.
  public var shape: Shape
  /// The rows that hold data.
  public var rows = 0
  /// The columns that hold data.
  public var columns = 0
  /// The cells that were looked at.
  public var cells = 0
  /// The organizations.
  public var organizations = 0
  /// The relations recorded.
  public var relations = 0
  /// Of these, how many rest on an answer “unknown”.
  public var unknown = 0
  /// Cells that say there is no relation.
  public var noes = 0
  /// Cells that say that it does not apply or was not available.
  public var notApplicable = 0
  /// Cells with nothing in them.
  public var blanks = 0
  /// Cells in which an organization meets itself.
  public var selves = 0
  /// Relations that the sheet says twice.
  public var repeated = 0
  /// Rows and columns left out: titles, totals, empty ones.
  public var leftOut = 0
  /// The numbers, and what they were taken for.
  public var numbers = SheetNumbers()
  /// The columns of a list that mean nothing to Liaison; they are kept as they stand.
  public var kept: [String] = []
  /// Spellings that were taken for one organization, each with the spelling kept.
  public var merged: [(name: String, into: String)] = []
  /// Names that may be one.
  public var questions: [Question] = []
  /// What was not understood; the first hundred.
  public var unread: [Unread] = []
  /// How much was not understood and is lost with it.
  public var unreadCount = 0
  /// How much was not understood of relations that are recorded all the same.
  public var partlyUnread = 0

  init(shape: Shape) { self.shape = shape }

  /// Equal reports.
  public static func == (left: SheetReport, right: SheetReport) -> Bool { left.text == right.text }

  /// - Parameter isLost: whether the row or cell is left out with it.
  mutating func addUnread(_ location: SourceLocation?, _ text: String, isLost: Bool = true) {
    if isLost { unreadCount += 1 } else { partlyUnread += 1 }
    if unread.count < 100 { unread.append(Unread(place: location?.text ?? "", text: text)) }
  }

  /// The report as lines for a terminal.
  public var text: String {
    var lines: [String] = []
    switch shape {
    case .matrix:
      lines.append(
        "Read as a matrix: the organization of a row refers to those marked in its columns\n"
          + "(the other way round: --transpose).")
    case .list: lines.append("Read as a list: a row a relation, from the first name to the second.")
    }
    lines.append("")
    func count(_ number: Int, _ what: String) {
      lines.append(
        "\(String(repeating: " ", count: max(0, 8 - String(number).count)))\(number)  \(what)")
    }
    count(rows, "rows and \(columns) columns with data")
    if leftOut > 0 { count(leftOut, "rows or columns left out: empty, title or total") }
    count(cells, shape == .matrix ? "cells read" : "rows read")
    if shape == .matrix {
      count(blanks, "blank")
      count(noes, "that say no")
      if notApplicable > 0 { count(notApplicable, "that say n/a: nothing is recorded") }
      if selves > 0 { count(selves, "where an organization meets itself, left out") }
    } else {
      if noes > 0 { count(noes, "that say no") }
      if notApplicable > 0 { count(notApplicable, "that say n/a: nothing is recorded") }
      if selves > 0 { count(selves, "that lead from an organization to itself, left out") }
    }
    if repeated > 0 { count(repeated, "that repeat a relation, left out") }
    if unreadCount > 0 { count(unreadCount, "not understood, left out (below)") }
    if partlyUnread > 0 { count(partlyUnread, "not understood in part (below)") }
    count(organizations, "organizations")
    count(
      relations,
      "relations"
        + (unknown > 0 ? ", of which \(unknown) \(unknown == 1 ? "is" : "are") not known" : ""))
    if unknown > 0 {
      lines += ["", "What is not known becomes a question of `liaison gaps` and `liaison ask`."]
    }
    if !numbers.lines.isEmpty { lines += [""] + numbers.lines }
    if !kept.isEmpty {
      lines.append("")
      let names = kept.map { Quoted($0).description }.joined(separator: ", ")
      lines.append("Columns kept as they stand, though Liaison does not know them: \(names)")
    }
    if !merged.isEmpty {
      lines.append("")
      lines.append("Spellings taken for one organization:")
      for pair in merged { lines.append("  \(Quoted(pair.name)) is \(Quoted(pair.into))") }
    }
    if !questions.isEmpty {
      lines.append("")
      lines.append("Is this one organization? They were kept apart:")
      for question in questions {
        let names = question.candidates.map { Quoted($0).description }.joined(separator: ", ")
        lines.append("  \(Quoted(question.name)) and \(names)")
      }
    }
    if !unread.isEmpty {
      lines.append("")
      lines.append("Not understood:")
      for item in unread.prefix(20) { lines.append("  \(item.place): \(item.text)") }
      let rest = unreadCount + partlyUnread - 20
      if rest > 0 { lines.append("  and \(rest) more") }
    }
    lines.append("")
    lines.append(
      "No boundary is set: whether everybody is in the sheet is for you to say, under\n`boundary:`."
    )
    return lines.joined(separator: "\n") + "\n"
  }
}
