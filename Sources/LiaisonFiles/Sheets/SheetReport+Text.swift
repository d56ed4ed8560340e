import LiaisonModel

extension SheetReport {
  /// The report as lines for a terminal.
  public var text: String {
    var lines = [taken, ""] + counts
    if unknown > 0 {
      lines += ["", "What is not known becomes a question of `liaison gaps` and `liaison ask`."]
    }
    if !above.isEmpty {
      let numbers = above.map { "\($0)" }.joined(separator: ", ")
      lines += [
        "", "Above the heading, passed over: line\(above.count == 1 ? "" : "s") \(numbers).",
      ]
    }
    if !numbers.lines.isEmpty { lines += [""] + numbers.lines }
    if !kept.isEmpty {
      lines += [
        "", "Columns kept as they stand, though Liaison does not know them: \(Self.quoted(kept))",
      ]
    }
    lines += Self.section("Left out, though something is written there:", strays)
    lines += Self.section("Named twice:", doubled)
    lines += Self.section(
      "Said in two ways, so recorded as not known:", contradictions)
    if !columnsAlone.isEmpty {
      lines += ["", "In the columns and in no row: \(Self.quoted(columnsAlone))"]
    }
    if !numbered.isEmpty {
      let names = numbered.map { "\(Quoted($0.name)) is \($0.id)" }.joined(separator: ", ")
      lines += ["", "Ids without a word of the name: \(names)"]
    }
    if !merged.isEmpty {
      lines += ["", "Spellings taken for one organization:"]
      lines += merged.map { "  \(Quoted($0.name)) is \(Quoted($0.into))" }
    }
    if !questions.isEmpty {
      lines += ["", "Is this one organization? They were kept apart:"]
      lines += questions.map { "  \(Quoted($0.name)) and \(Self.quoted($0.candidates))" }
    }
    lines += Self.section("Is this more than one organization? It was read as one:", compound)
    if !unread.isEmpty {
      lines += ["", "Not understood:"]
      for item in unread.prefix(20) { lines.append("  \(item.place): \(item.text)") }
      let rest = unreadCount + partlyUnread - 20
      if rest > 0 { lines.append("  and \(rest) more") }
    }
    lines += [
      "",
      "No boundary is set: whether everybody is in the sheet is for you to say, under\n`boundary:`.",
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  /// What the sheet was taken for.
  private var taken: String {
    guard shape == .list else {
      return "Read as a matrix: the organization of a row refers to those marked in its columns\n"
        + "(the other way round: --transpose). Each mark is the relation `\(kind)` (another: --kind)."
    }
    var text = "Read as a list: a row a relation, from the first name to the second."
    if !headings.isEmpty {
      let columns = headings.map { "`\($0.name)` is \(Quoted(Self.line($0.text)))" }
      text += "\nIts columns: \(columns.joined(separator: ", "))."
    }
    if kindless > 0 { text += "\nWhere no kind is written, it is `\(kind)` (another: --kind)." }
    return text
  }

  private var counts: [String] {
    var lines: [String] = []
    func count(_ number: Int, _ what: String, isTold: Bool = true) {
      guard isTold else { return }
      lines.append(
        "\(String(repeating: " ", count: max(0, 8 - String(number).count)))\(number)  \(what)")
    }
    func counted(_ number: Int, _ one: String, _ many: String) {
      count(number, number == 1 ? one : many)
    }
    let isMatrix = shape == .matrix
    counted(
      rows, "row and \(SheetImport.counted(columns, "column")) with data",
      "rows and \(SheetImport.counted(columns, "column")) with data")
    if leftOut > 0 {
      counted(
        leftOut, "row or column left out: empty, title or total",
        "rows or columns left out: empty, title or total")
    }
    if strayCells > 0 {
      counted(
        strayCells, "filled cell outside of them, left out (below)",
        "filled cells outside of them, left out (below)")
    }
    if isMatrix {
      counted(cells, "cell read", "cells read")
      count(blanks, "blank", isTold: blanks > 0)
    } else {
      counted(cells, "row read", "rows read")
    }
    if noes > 0 { counted(noes, "that says no", "that say no") }
    if notApplicable > 0 {
      counted(
        notApplicable, "that says n/a: nothing is recorded", "that say n/a: nothing is recorded")
    }
    if selves > 0 {
      counted(
        selves,
        isMatrix
          ? "where an organization meets itself, left out"
          : "that leads from an organization to itself, left out",
        isMatrix
          ? "where an organization meets itself, left out"
          : "that lead from an organization to itself, left out")
    }
    if repeated > 0 {
      counted(repeated, "that repeats a relation, left out", "that repeat a relation, left out")
    }
    count(unreadCount, "not understood, left out (below)", isTold: unreadCount > 0)
    count(partlyUnread, "not understood in part (below)", isTold: partlyUnread > 0)
    counted(organizations, "organization", "organizations")
    let open = unknown == 0 ? "" : ", of which \(unknown) \(unknown == 1 ? "is" : "are") not known"
    counted(relations, "relation" + open, "relations" + open)
    return lines
  }

  // MARK: Parts

  private static func section(_ title: String, _ items: [Unread]) -> [String] {
    guard !items.isEmpty else { return [] }
    var lines = ["", title]
    lines += items.prefix(20).map { "  \($0.place): \($0.text)" }
    if items.count > 20 { lines.append("  and \(items.count - 20) more") }
    return lines
  }

  private static func quoted(_ texts: [String]) -> String {
    texts.map { Quoted($0).description }.joined(separator: ", ")
  }

  /// A text of several lines as one.
  private static func line(_ text: String) -> String { SheetNames.cleaned(text) }
}
