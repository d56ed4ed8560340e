public import LiaisonModel

/// The answer to “which single agency's closure cuts most pathways?”, in words and as a table.
public struct ClosureBriefing: Sendable, Equatable {
  /// A line of the table.
  public struct Line: Sendable, Equatable {
    /// "Insaf Legal Aid Centre", or two names.
    public var name: String
    /// Pathways of people met elsewhere that are lost; of two, only together.
    public var pathways: Int
    /// Needs that no entry point has a way to any more.
    public var needs: Int
    /// Pathways that start there; none for two.
    public var own: Int?
  }

  /// The network's title.
  public var title: String
  /// "Judged on 2025-06-30 against …".
  public var subtitle: String
  /// With whom it may be shared.
  public var label: TrafficLight
  /// The answer in a sentence.
  public var answer: String
  /// The organizations, those that cut most first.
  public var singles: [Line]
  /// The pairs that cut something only together.
  public var pairs: [Line]
  /// How it was counted, a sentence each.
  public var basis: [String]

  /// The briefing of a ranking.
  ///
  /// - Parameters:
  ///   - report: the report.
  ///   - ranking: its ranking.
  ///   - limit: how many organizations are printed; nil prints all. Half as many pairs are.
  public init(_ report: GapReport, _ ranking: ClosureRanking, limit: Int? = 10) {
    title = report.title
    let refusal = report.rankingRefusal
    subtitle = report.judged
    let network = report.pathways.network
    label = network.gapLabel
    func name(_ row: ClosureRanking.Row) -> String {
      Wording.list(row.organizations.map { network.organizations[$0].name })
    }
    let shown = refusal == nil ? ranking.rows.prefix(limit ?? ranking.rows.count) : []
    singles = shown.map {
      Line(name: name($0), pathways: $0.loss.pathways, needs: $0.loss.needs, own: $0.loss.own)
    }
    let both =
      refusal == nil
      ? ranking.pairs.prefix(limit.map { ($0 + 1) / 2 } ?? ranking.pairs.count) : []
    pairs = both.map {
      Line(name: name($0), pathways: $0.loss.pathways, needs: $0.loss.needs, own: nil)
    }
    answer = refusal ?? Self.answer(ranking, report)
    basis = refusal == nil ? Self.basis(ranking, report, shown: shown.count) : []
  }

  /// Whose closure would cut most pathways, and who comes next, in a sentence for a briefing; nil where nobody
  /// is to be ranked, nothing would be cut, or the network is too large to try it beside all else.
  ///
  /// - Complexity: as ``ClosureRanking``, without pairs.
  static func lead(_ report: GapReport) -> String? {
    guard report.isSmallEnoughToTry, report.rankingRefusal == nil else { return nil }
    let ranking = ClosureRanking(report, pairLimit: 0)
    let network = report.pathways.network
    guard let first = ranking.rows.first, first.loss.pathways > 0 else { return nil }
    let next = ranking.rows.filter { row in
      row.loss.pathways > 0 && row.loss.pathways < first.loss.pathways
    }.prefix(2).map { row in
      let name = Wording.list(row.organizations.map { network.organizations[$0].nameInSentence })
      return "\(name) (\(Wording.grouped(row.loss.pathways)))"
    }
    let then =
      next.isEmpty ? "" : " Next \(next.count == 1 ? "comes" : "come") \(Wording.list(next))."
    return answer(ranking, report) + then + " All of them: `liaison gaps --if-closed`."
  }

  private static func answer(_ ranking: ClosureRanking, _ report: GapReport) -> String {
    let network = report.pathways.network
    guard ranking.pathways > 0 else { return "No pathway is recorded that a closure could cut." }
    guard let first = ranking.rows.first, first.loss.pathways > 0 else {
      return "No single closure cuts a pathway of people who are met elsewhere."
    }
    let tied = ranking.rows.filter { $0.loss.pathways == first.loss.pathways }
    let names = tied.flatMap(\.organizations).map {
      Wording.definite(network.organizations[$0].name)
    }
    let each = tied.count > 1 ? " each" : ""
    let most = tied.map(\.loss.needs).max() ?? 0
    let least = tied.map(\.loss.needs).min() ?? 0
    let count = least == most ? Wording.grouped(most) : "up to \(Wording.grouped(most))"
    let needs =
      most == 0
      ? "every need keeps a way from somewhere"
      : "\(count) of \(Wording.counted(ranking.needs, "need")) "
        + "\(most == 1 ? "has" : "have") no way left from anywhere"
    let closure = "the closure of \(Wording.list(names, "or")) would cut most pathways\(each)"
    return "\(Wording.sentence(closure)): \(Wording.grouped(first.loss.pathways)) of "
      + "\(Wording.grouped(ranking.pathways))\(parts(ranking, report)), and \(needs)."
  }

  /// " (the 1,744 reached and 61 that may be)": what is cut from, in the figures of a report.
  private static func parts(_ ranking: ClosureRanking, _ report: GapReport) -> String {
    let sure = report.scorecard.first { $0.id == "pathways" }?.count
    guard let sure, sure < ranking.pathways else { return " that are reached" }
    return " (the \(Wording.grouped(sure)) that are reached and "
      + "\(Wording.grouped(ranking.pathways - sure)) that may be)"
  }

  private static func basis(
    _ ranking: ClosureRanking, _ report: GapReport, shown: Int
  ) -> [String] {
    var lines = [
      "A pathway is an entry point with a need that the standard asks about and a way to it, certain "
        + "or possible. An organization closes with its units and its services.",
      "What starts at the organization itself is counted apart: those people may turn to another "
        + "entry point.",
      "Needs count as lost too where it is the only entry point or the only provider; the figure of `gaps` on "
        + "what no one organization can cut off leaves these out.",
    ]
    if let upper = report.scorecard.first(where: { $0.id == "pathways" })?.upper,
      upper > ranking.pathways
    {
      let more = upper - ranking.pathways
      lines.insert(
        "The \(Wording.grouped(upper)) up to which `gaps` counts are \(Wording.grouped(more)) more: "
          + "\(more == 1 ? "one" : "those") for which no way is recorded, and what is not known may hold one.",
        at: 1)
    }
    if shown < ranking.rows.count {
      lines.append(
        "\(Wording.sentence(Wording.count(ranking.rows.count - shown, "more organization"))) would "
          + "cut something too.")
    }
    lines.append(
      ranking.tried == ranking.organizations
        ? "Every one of \(Wording.counted(ranking.organizations, "organization")) was tried."
        : "Of \(Wording.counted(ranking.organizations, "organization")), the "
          + "\(Wording.grouped(ranking.tried)) with the most referrals were tried.")
    lines.append(
      ranking.triedInPairs == ranking.organizations
        ? "Every pair was tried."
        : "Pairs were tried among the \(Wording.grouped(ranking.triedInPairs)) organizations with the "
          + "most referrals.")
    return lines
  }

  /// The briefing for a terminal.
  public func text(
    width: Int = 80, styled: (String, GapBriefing.Style) -> String = { text, _ in text }
  ) -> String {
    func wrapped(_ text: String, _ lead: String = "") -> [String] {
      GapBriefing.hanging(lead, lead, text, width: width)
    }
    var lines = wrapped(title).map { styled($0, .heading) }
    lines += wrapped(subtitle) + [label.label, ""] + wrapped(answer)
    func add(_ table: [Line], _ heading: String, _ columns: [String]) {
      if table.isEmpty { return }
      lines += ["", styled(heading, .heading)]
      lines.append(
        "  " + styled(columns.map { Self.right($0, 9) }.joined() + "  organization", .faint))
      for line in table {
        let numbers = [line.pathways, line.needs] + (line.own.map { [$0] } ?? [])
        let lead = "  " + numbers.map { Self.right(Wording.grouped($0), 9) }.joined() + "  "
        let blank = String(repeating: " ", count: lead.count)
        lines += GapBriefing.hanging(lead, blank, line.name, width: width)
      }
    }
    add(singles, "If one organization closed", ["pathways", "needs", "own"])
    add(pairs, "What only two closures together would cut", ["pathways", "needs"])
    if !basis.isEmpty { lines += ["", styled("How it was counted", .heading)] }
    for line in basis { lines += wrapped(line, "  ") }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(1, width - text.count)) + text
  }

  /// The briefing as Markdown.
  public func markdown() -> String {
    var lines = [
      "# \(GapBriefing.escaped(title))", "", GapBriefing.escaped(subtitle), "",
      "**\(label.label)**", "",
    ]
    lines.append(GapBriefing.escaped(answer))
    if !singles.isEmpty {
      lines += ["", "## If one organization closed", ""]
      lines += [
        "| Organization | Pathways lost | Needs lost | Start there |", "|---|---:|---:|---:|",
      ]
      for line in singles {
        lines.append(
          "| \(GapBriefing.escaped(line.name)) | \(Wording.grouped(line.pathways)) "
            + "| \(Wording.grouped(line.needs)) | \(Wording.grouped(line.own ?? 0)) |")
      }
    }
    if !pairs.isEmpty {
      lines += ["", "## What only two closures together would cut", ""]
      lines += ["| Organizations | Pathways lost | Needs lost |", "|---|---:|---:|"]
      for line in pairs {
        lines.append(
          "| \(GapBriefing.escaped(line.name)) | \(Wording.grouped(line.pathways)) "
            + "| \(Wording.grouped(line.needs)) |")
      }
    }
    if !basis.isEmpty { lines += ["", "## How it was counted", ""] }
    for line in basis { lines.append("- \(GapBriefing.escaped(line))") }
    return lines.joined(separator: "\n") + "\n"
  }
}
