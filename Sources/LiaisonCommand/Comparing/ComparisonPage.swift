import LiaisonFiles
import LiaisonGaps
import LiaisonModel

/// A comparison in words: one page for a terminal, a document, and JSON.
struct ComparisonPage: Page {
  var comparison: NetworkComparison
  /// "What would be: a referral to the refuge", "What changed: …".
  var title: String
  /// What was done to the network, a line each.
  var told: [String] = []
  /// Whether what is different in the files is told: a patch has said it already.
  var tellsStructure: Bool
  /// The most findings of a state and names of a table; nil is all.
  var limit: Int?

  private var after: GapReport { comparison.after.report }

  /// The label of what is said: the higher of the two.
  private var label: TrafficLight {
    max(comparison.before.network.gapLabel, comparison.after.network.gapLabel)
  }

  private var subtitle: String {
    let dates = [comparison.before.report.asOf, after.asOf]
    let when = dates[0] == dates[1] ? "\(dates[0])" : "\(dates[0]) → \(dates[1])"
    let judged = "Judged on \(when) against \(after.standardName)."
    let later = [comparison.before.report, after].map(\.later.sentence)
    if later[0] == later[1] { return [judged, later[0]].compactMap(\.self).joined(separator: " ") }
    let told = zip(["Before: ", "After: "], later).compactMap { state, sentence in
      sentence.map { state + $0 }
    }
    return ([judged] + told).joined(separator: " ")
  }

  /// The parts, each a heading with its lines.
  private var parts: [(heading: String, lines: [(mark: String, text: String)])] {
    var parts: [(String, [(String, String)])] = []
    if !told.isEmpty { parts.append(("What is tried", told.map { ("", $0) })) }
    func add(_ heading: String, _ figures: [NetworkComparison.Figure]) {
      let moved = figures.filter(\.hasMoved)
      let lines = moved.map { ("", Self.sentence($0)) }
      parts.append((heading, moved.isEmpty ? [("", "No headline figure moves.")] : lines))
    }
    let inForce = comparison.measures.organizations
    var among = "the \(inForce.grouped) organizations in force in both"
    if let common = comparison.common {
      let count = common.organizations.grouped
      add("Like with like: figures over the \(count) organizations that both list", common.figures)
      if common.organizations == inForce { among = "these \(count) organizations" }
      parts.append(("Referrals among \(among)", measures))
      // What is the same in both sets is said once.
      let other = comparison.figures.filter { $0.hasMoved && !common.figures.contains($0) }
      if !other.isEmpty {
        add("All that each lists, those in only one of the two included", other)
      }
    } else {
      add("Figures", comparison.figures)
      parts.append(("Referrals among \(among)", measures))
    }
    let headings: [(NetworkComparison.Part, heading: String)] = [
      (.nature(.lost), "Lost: worse than before"),
      (.nature(.newlyKnown), "Newly known: a question before"),
      (.nature(.newcomer), "Newcomers: about what was not there before"),
      (.state(.eased), "Eased"), (.state(.closed), "Closed"),
      (.ending(.asked), "Become a question, or in part"),
      (.ending(.moot), "Told no more: what it speaks of is gone, or another finding tells of it"),
      (.grown, "Grown only as more people get that far"),
    ]
    for (part, heading) in headings {
      let folds = comparison.folds(part)
      let count = folds.reduce(0) { $0 + $1.parts.count }
      if count > 0 { parts.append(("\(heading) (\(count.grouped))", lines(folds))) }
    }
    let new = comparison.questions.new
    if !new.isEmpty { parts.append(("New questions (\(new.count.grouped))", lines(of: new))) }
    parts.append(("The rest", [("", rest)]))
    if tellsStructure { parts.append(("What is different in the files", structure)) }
    return parts
  }

  private func lines(_ folds: [FindingFold]) -> [(String, String)] {
    let shown = limit.map { folds.prefix($0) } ?? folds[...]
    let entriesByID = Dictionary(
      comparison.ledger.entries.flatMap { entry in
        [entry.after, entry.before].compactMap(\.self).map { ($0.id, entry) }
      },
      uniquingKeysWith: { first, _ in first })
    var lines = shown.map { fold -> (String, String) in
      let entries = fold.parts.compactMap { entriesByID[$0.id] }
      var text = fold.finding.sentence
      if entries.contains(where: { $0.state == .worsened || $0.state == .eased }) {
        text += comparison.before.report.moved(to: after, entries).map { " (\($0))" } ?? ""
      }
      return (fold.finding.severity.word, text)
    }
    if folds.count > shown.count {
      lines.append(("", "… and \((folds.count - shown.count).grouped) more"))
    }
    return lines
  }

  /// The new questions, those that decide most first.
  private func lines(of questions: [Finding]) -> [(String, String)] {
    let folds = after.folded(questions)
    let shown = limit == nil ? folds[...] : folds.prefix(3)
    var lines = shown.map { ("", $0.finding.sentence) }
    if folds.count > shown.count {
      lines.append(("", "… and \((folds.count - shown.count).grouped) more"))
    }
    return lines
  }

  private var rest: String {
    let ledger = comparison.ledger
    func count(_ number: Int, _ noun: String) -> String {
      "\(number.grouped) \(noun)\(number == 1 ? "" : "s")"
    }
    let grown = comparison.grown.count
    func mended(_ state: GapLedger.State) -> Int {
      ledger.entries(state).count { $0.before.flatMap { comparison.endings[$0.id] } == .mended }
    }
    func ended(_ ending: ChangeEnding) -> Int { comparison.endings.values.count { $0 == ending } }
    let moved = [
      (ledger.entries(.opened).count, "opened"),
      (ledger.entries(.worsened).count - grown, "worsened"), (grown, "grown"),
      (mended(.eased), "eased"), (mended(.closed), "closed"),
      (ended(.asked), "become a question"), (ended(.moot), "told no more"),
    ].filter { $0.0 > 0 || !["grown", "become a question", "told no more"].contains($0.1) }
      .map { "\($0.0.grouped) \($0.1)" }
    var text =
      "Of the findings \(moved.joined(separator: ", ")), "
      + "\(ledger.entries(.persisting).count.grouped) as before"
    let accepted = ledger.entries(.accepted).count
    if accepted > 0 { text += ", \(accepted.grouped) accepted" }
    let (new, answered) = comparison.questions
    return text + "; \(count(new.count, "new question")), \(count(answered, "question")) settled."
  }

  private var structure: [(String, String)] {
    let (tables, header) = (comparison.structure.tables, comparison.structure.header)
    var lines = tables.flatMap { table -> [(String, String)] in
      let many = table.noun.hasSuffix("y") ? table.noun.dropLast() + "ies" : table.noun + "s"
      return [("more", table.added), ("fewer", table.removed), ("changed", table.changed)]
        .filter { !$0.1.isEmpty }.map { word, names in
          let most = limit ?? names.count
          let shown = names.prefix(most).joined(separator: "; ")
          let more = names.count > most ? "; and \((names.count - most).grouped) more" : ""
          let noun = names.count == 1 ? table.noun : String(many)
          let what = word == "changed" ? Self.fields(of: table) : ""
          return ("", "\(names.count.grouped) \(noun) \(word)\(what): \(shown)\(more)")
        }
    }
    if !header.isEmpty {
      lines.append(
        ("", "changed in the header: \(header.map(FieldWords.word).joined(separator: ", "))"))
    }
    if comparison.structure.changesSites {
      lines.append(("", "sites; which is not said here, as they may be labelled more strictly"))
    }
    return lines.isEmpty ? [("", "Nothing.")] : lines
  }

  /// " (answer date of 35, label of 2)"; of a single one " (label)".
  private static func fields(of table: StructuralChange.Table) -> String {
    let words = table.fields.map { field in
      FieldWords.word(field.key) + (table.changed.count == 1 ? "" : " of \(field.count.grouped)")
    }
    return words.isEmpty ? "" : " (\(words.joined(separator: ", ")))"
  }

  private var measures: [(String, String)] {
    let turnover = comparison.measures.turnover
    let moved = comparison.measures.lines.filter {
      Self.number($0.before) != Self.number($0.after)
    }
    return moved.map { line in
      ("", "\(line.label): \(Self.number(line.before)) → \(Self.number(line.after))")
    } + [
      (
        "",
        "\(turnover.changed.grouped) of \(turnover.all.grouped) referrals stand in only one of the two"
      )
    ]
  }

  private static func number(_ value: Double?) -> String {
    guard let value else { return "–" }
    if let whole = Int(exactly: value) { return whole.grouped }
    let thousandths = Int((value * 1000).rounded())
    let digits = String(thousandths % 1000)
    return (thousandths / 1000).grouped + "." + String(repeating: "0", count: 3 - digits.count)
      + digits
  }

  private static func sentence(_ figure: NetworkComparison.Figure) -> String {
    func count(_ line: ScorecardLine?) -> String {
      guard let line else { return "–" }
      let upper = line.upper > line.count ? " (up to \(line.upper.grouped))" : ""
      return "\(line.count.grouped) of \(line.total.grouped)\(upper)"
    }
    return "\(figure.label): \(count(figure.before)) → \(count(figure.after))"
  }

  // MARK: Forms

  /// For a terminal of 80 columns.
  func text(styled: (String, GapBriefing.Style) -> String) -> String {
    var lines = GapBriefing.hanging("", "", title, width: 80).map { styled($0, .heading) }
    lines += GapBriefing.hanging("", "", subtitle, width: 80)
    lines += [label.label]
    for sentence in comparison.summary {
      lines += [""] + GapBriefing.hanging("", "", sentence, width: 80)
    }
    for part in parts {
      lines += ["", styled(part.heading, .heading)]
      for line in part.lines {
        let severity = Severity.allCases.first { $0.word == line.mark }
        let indent = severity == nil ? 2 : 13
        let blank = String(repeating: " ", count: indent)
        var text = GapBriefing.hanging(blank, blank, line.text, width: 80)
        if let severity, let first = text.first {
          let gap = String(repeating: " ", count: indent - 2 - line.mark.count)
          text[0] = "  " + styled(line.mark, .severity(severity)) + gap + first.dropFirst(indent)
        }
        lines += text
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// For a document.
  func markdown() -> String {
    var lines = [
      "# \(GapBriefing.escaped(title))", "", GapBriefing.escaped(subtitle), "",
      "**\(label.label)**",
    ]
    for sentence in comparison.summary { lines += ["", GapBriefing.escaped(sentence)] }
    for part in parts {
      lines += ["", "## \(GapBriefing.escaped(part.heading))", ""]
      for line in part.lines {
        let lead = line.mark.isEmpty ? "" : "**\(line.mark)** "
        lines.append("- \(lead)\(GapBriefing.escaped(line.text))")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// As JSON, in a form that stays: keys are added, never renamed or removed.
  ///
  /// `ledger` holds every finding of either network once, with its `state`, how many cells it had
  /// before and has after and which value, where it has one, whether it has more only as more people get that far, the `nature` of what has
  /// opened or otherwise worsened: `lost`, `newly_known` or `newcomer`, and the `ending` of what has closed or
  /// eased: `mended`, `asked` or `moot`; a finding has the form of `lint --format json`. `is_worse` is whether the
  /// summary says of anything that it got worse. `common` holds the figures over the organizations that both list,
  /// where either lists others besides.
  func json() -> JSONValue {
    func side(_ side: NetworkComparison.Side) -> JSONValue {
      .object([
        .init("title", .string(side.network.header.title)),
        .init("as_of", .string(side.report.asOf.description)),
      ])
    }
    func line(_ line: ScorecardLine?) -> JSONValue {
      guard let line else { return .null }
      return .object([
        .init("count", .int(line.count)), .init("total", .int(line.total)),
        .init("upper", .int(line.upper)),
      ])
    }
    func json(_ figures: [NetworkComparison.Figure]) -> JSONValue {
      .array(
        figures.map { figure in
          .object([
            .init("id", .string(figure.id)), .init("label", .string(figure.label)),
            .init("before", line(figure.before)), .init("after", line(figure.after)),
          ])
        })
    }
    let ledger = comparison.ledger.entries.map { entry -> JSONValue in
      var items = FindingReport(limit: .max)
      let isGone = entry.after == nil
      items.add(
        entry.finding.map { [$0] } ?? [],
        sources: (isGone ? comparison.before : comparison.after).network.sources)
      return .object([
        .init("state", .string(entry.state.rawValue)),
        .init("cells_before", entry.before.map { .int($0.cells) } ?? .null),
        .init("cells_after", entry.after.map { .int($0.cells) } ?? .null),
        .init("value_before", entry.before?.value.map { .number($0) } ?? .null),
        .init("value_after", entry.after?.value.map { .number($0) } ?? .null),
        .init(
          "grows_with_pathways",
          .bool(entry.finding.map { comparison.grown.contains($0.id) } ?? false)),
        .init(
          "nature",
          .optional(entry.after.flatMap { comparison.natures[$0.id]?.rawValue })),
        .init(
          "ending",
          .optional(entry.before.flatMap { comparison.endings[$0.id]?.rawValue })),
        .init("finding", items.items.first.map(FindingReport.json) ?? .null),
      ])
    }
    var members: [JSONValue.Member] = [
      .init("liaison_comparison", 1), .init("title", .string(title)),
      .init("tlp", .string(label.code)),
      .init("before", side(comparison.before)), .init("after", side(comparison.after)),
      .init("standard", .string(after.standard)), .init("summary", .strings(comparison.summary)),
      .init("figures", json(comparison.figures)),
      .init("ledger", .array(ledger)),
      .init(
        "questions",
        .object([
          .init("new", .int(comparison.questions.new.count)),
          .init("settled", .int(comparison.questions.answered)),
        ])),
      .init("is_worse", .bool(comparison.isWorse)),
    ]
    if let common = comparison.common {
      members.append(
        .init(
          "common",
          .object([
            .init("organizations", .int(common.organizations)),
            .init("figures", json(common.figures)),
          ])))
    }
    if !told.isEmpty { members.append(.init("tried", .strings(told))) }
    members.append(
      .init(
        "structure",
        .object(
          comparison.structure.tables.map { table in
            .init(
              table.noun,
              .object([
                .init("added", .strings(table.added)), .init("removed", .strings(table.removed)),
                .init("changed", .strings(table.changed)),
                .init(
                  "fields", .object(table.fields.map { .init($0.key, .int($0.count)) })),
              ]))
          })))
    members.append(.init("header_changed", .strings(comparison.structure.header)))
    members.append(
      .init(
        "measures",
        .array(
          comparison.measures.lines.map { line in
            .object([
              .init("id", .string(line.id)), .init("label", .string(line.label)),
              .init("before", line.before.map { .number($0) } ?? .null),
              .init("after", line.after.map { .number($0) } ?? .null),
            ])
          })))
    return .object(members)
  }
}
