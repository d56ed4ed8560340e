public import LiaisonModel

/// The report for an audience below the network's own label: the map, its scope and how it was made.
///
/// It judges nothing. Gaps worked out on a part would be invented, and those of the whole may not be
/// told here but in the words released for them (SEMANTICS §8).
public struct MapReport: Sendable {
  /// The part that the audience may see.
  public let network: StakeholderNetwork
  /// Its figures, drawn or in words.
  public let figures: [ReportFigure]
  /// The sentences released to the audience.
  public let released: [String]
  /// With whom it may be shared.
  public let label: TrafficLight
  /// The tool and its version: `liaison 0.1.0`.
  public let tool: String
  /// The date at which the network is shown.
  public let date: CalendarDate

  /// Creates a report.
  ///
  /// - Parameters:
  ///   - network: the network, redacted for the audience.
  ///   - audience: with whom it may be shared.
  ///   - date: the date at which the network is shown.
  ///   - figures: the figures of the redacted network, drawn or in words.
  ///   - released: the findings released to the audience, in their fixed words.
  ///   - tool: the tool and its version.
  public init(
    _ network: StakeholderNetwork, for audience: TrafficLight, on date: CalendarDate,
    figures: [ReportFigure], released: [String] = [], tool: String
  ) {
    self.network = network
    self.figures = figures
    self.released = released
    self.date = date
    self.tool = tool
    label = audience
  }

  /// The report's title.
  public var title: String {
    network.header.title.isEmpty ? "Stakeholder network" : network.header.title
  }

  /// `report.md` and `report.html`.
  ///
  /// - Complexity: O(length of the report).
  public func files() -> [ReportFile] {
    ReportFile.pages(of: blocks(), title: title, label: label)
  }

  /// The report's blocks.
  ///
  /// - Complexity: O(network).
  public func blocks() -> [ReportBlock] {
    [.section(.first, firstPage)] + mapChapter + scopeChapter + methodChapter
      + ReportFigure.words(of: figures, chapter: 4)
  }

  private static let firstFigure = "sectors"

  private var firstPage: [ReportBlock] {
    var page: [ReportBlock] = [
      .heading(level: 1, title), .paragraph("As of \(date)"),
      .lede(
        "Who is there, and who works with whom: what may be shared as \(label.label). What is not "
          + "shown may exist all the same."),
    ]
    if !released.isEmpty {
      page += [
        .paragraph("What was found, in the words released for it:"),
        .list(released.map { ReportItem($0) }, numbered: false),
      ]
    }
    page += figures.filter { $0.id == Self.firstFigure }.map { .figure($0) }
    return page
  }

  private var mapChapter: [ReportBlock] {
    [.heading(level: 2, "1 The map")]
      + figures.filter { $0.id != Self.firstFigure }.map { .section(.wide, [.figure($0)]) }
  }

  private var scopeChapter: [ReportBlock] {
    func row(_ title: String, _ count: Int) -> [ReportCell] {
      [ReportCell(title), ReportCell(Wording.number(count))]
    }
    let referrals = network.relations.count { Layer.Name.referral.contains($0) }
    var blocks: [ReportBlock] = [
      .heading(level: 2, "2 Scope"),
      .paragraph(
        "Organizations and the arrangements recorded between them. It never speaks of a person whom "
          + "they serve."),
    ]
    if let rule = network.header.boundary?.rule, !rule.isEmpty {
      blocks.append(.paragraph("Who belongs to it: \(Wording.sentence(rule))"))
    }
    blocks.append(
      .table(
        ReportTable(
          caption: "What is shown here", columns: ["What is recorded", "Number"],
          rows: [
            row("Organizations and their units", network.organizations.count),
            row("Services", network.services.count), row("Referral relations", referrals),
            row("All relations", network.relations.count),
            row("Committees and task forces", network.bodies.count),
            row("Agreements", network.agreements.count), row("Areas", network.areas.count),
          ].filter { $0[1] != ReportCell("0") }, numeric: [1])))
    return blocks
  }

  private var methodChapter: [ReportBlock] {
    [
      .heading(level: 2, "3 Method"),
      .list(
        [
          "Each organization, service and relation carries a label of the Traffic Light Protocol "
            + "2.0. Whatever is labelled above \(label.label), and whatever is part of it, was taken "
            + "out before anything was counted or drawn.",
          "An arrow is a recorded arrangement: it says neither how often it is used nor how well.",
          released.isEmpty
            ? "Nothing is found missing here: that is read from the whole network, by those who may see it."
            : "What was found was read from the whole network; each sentence was released by itself. "
              + "Nothing else is found missing here.",
          network.header.source.map { "Source: \(Wording.sentence($0))" },
          "Made by \(tool). The tool reads no clock: the same files give the same report.",
        ].compactMap { $0 }.map { ReportItem($0) }, numbered: false),
    ]
  }
}
