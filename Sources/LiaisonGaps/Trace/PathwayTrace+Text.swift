import LiaisonModel

extension PathwayTrace {
  /// The trace for a terminal.
  ///
  /// - Parameters:
  ///   - width: columns.
  ///   - styled: gives a piece its colour; as it is, unless given.
  public func text(
    width: Int = 80,
    styled: (String, GapBriefing.Style) -> String = { text, _ in text }
  ) -> String {
    var lines = GapBriefing.hanging("", "", title, width: width).map { styled($0, .heading) }
    lines += GapBriefing.hanging("", "", basis, width: width)
    if !hops.isEmpty { lines += GapBriefing.hanging("", "", hops, width: width) }
    lines.append(label.label)
    for row in rows {
      let name = network.vocabulary.name(ofService: row.service)
      lines += ["", styled("\(Wording.sentence(name)): \(Self.word(row.status))", .heading)]
      lines += GapBriefing.hanging("  ", "  ", row.sentence, width: width)
      if let best = row.best {
        lines += described(best, "  Way:   ", width, styled)
        for other in row.alternatives { lines += described(other, "  Other: ", width, styled) }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func described(
    _ way: Pathway, _ lead: String, _ width: Int,
    _ styled: (String, GapBriefing.Style) -> String
  ) -> [String] {
    let blank = String(repeating: " ", count: lead.count)
    return GapBriefing.hanging(lead, blank, chain(way), width: width)
      + GapBriefing.hanging(blank, blank, facts(of: way), width: width).map { styled($0, .faint) }
  }

  /// The trace as a part of a document.
  public func markdown() -> String {
    var lines = [
      "# \(GapBriefing.escaped(title))", "",
      GapBriefing.escaped([basis, hops].filter { !$0.isEmpty }.joined(separator: " ")), "",
    ]
    lines.append("**\(label.label)**")
    for row in rows {
      let name = network.vocabulary.name(ofService: row.service)
      let heading = "\(Wording.sentence(name)): \(Self.word(row.status))"
      lines += ["", "## \(GapBriefing.escaped(heading))", "", GapBriefing.escaped(row.sentence)]
      guard let best = row.best else { continue }
      func described(_ way: Pathway) -> String {
        GapBriefing.escaped("\(chain(way)) (\(facts(of: way)))")
      }
      lines += ["", "* Way: \(described(best))"]
      lines += row.alternatives.map { "* Other: \(described($0))" }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// "From the Labour Inspectorate, on 2025-06-30".
  private var title: String {
    "From \(Wording.definite(network.organizations[entry].name)), on \(date)"
  }

  /// What is taken for granted.
  private var basis: String {
    network.header.boundary == nil
      ? "\(network.header.title). It states no boundary: what is not recorded may exist."
      : "\(network.header.title)."
  }

  private static func word(_ status: PathwayStatus) -> String {
    switch status {
    case .notApplicable: "does not arise here"
    case .noProvider: "no provider in operation is recorded"
    case .reached: "reached"
    case .assumed: "reached, if what is not known holds"
    case .unclear: "not known"
    case .missing: "no way is recorded"
    }
  }

  /// What a hop is, where a way is shown.
  private var hops: String {
    let ways = rows.flatMap { [$0.best].compactMap(\.self) + $0.alternatives }
    if ways.allSatisfy(\.steps.isEmpty) { return "" }
    let isOwn = ways.contains { $0.steps.contains { $0.relation == nil } }
    return "Each arrow (→) is one hop: people are referred."
      + (isOwn ? " A dash (–) joins an organization and its unit, and is no hop." : "")
  }

  /// "North Police Station – Provincial Police → Women's Shelter": an arrow for each hop.
  private func chain(_ way: Pathway) -> String {
    let names = way.organizations.map { network.organizations[$0].name }
    return names.first.map { first in
      zip(way.steps, names.dropFirst()).reduce(first) { text, next in
        "\(text) \(next.0.relation == nil ? "–" : "→") \(next.1)"
      }
    } ?? ""
  }

  /// "2 hops, confidence 0.8, 48 hours".
  private func facts(of way: Pathway) -> String {
    var facts = [Wording.counted(way.hops, "hop")]
    if way.unknownHops > 0 {
      facts.append("\(Wording.grouped(way.unknownHops)) of it not known")
    }
    facts.append(way.confidence.map { "confidence \($0)" } ?? "confidence not stated")
    let hours = way.responseHours(in: network)
    if way.hops > 0 {
      facts.append(hours.map { "answers within \(Self.hours($0))" } ?? "response time not stated")
    }
    if !way.expiredAgreements.isEmpty {
      let ids = way.expiredAgreements.map { network.agreements[$0].id }
      facts.append("rests on an expired agreement (\(ids.joined(separator: ", ")))")
    }
    return facts.joined(separator: ", ")
  }

  private static func hours(_ hours: Double) -> String {
    let whole = Int(exactly: hours.rounded()) ?? 0
    return Double(whole) == hours ? Wording.counted(whole, "hour") : "\(hours) hours"
  }
}
