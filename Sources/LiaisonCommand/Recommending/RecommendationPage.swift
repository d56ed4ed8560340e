import LiaisonFiles
import LiaisonGaps
import LiaisonLintCommand
import LiaisonModel

/// Recommendations as text for a terminal, a document, and JSON.
struct RecommendationPage: Page {
  let recommendation: Recommendation
  let report: GapReport
  let words: RecommendationWords

  /// How many sentences of what an action closes are shown.
  private static let shown = 3
  private static let unclosedTitle = "What no single action closes"

  init(_ recommendation: Recommendation, _ report: GapReport) {
    self.recommendation = recommendation
    self.report = report
    words = RecommendationWords(recommendation, on: report)
  }

  private var title: String { "What to do first: \(report.title)" }

  private var subtitle: String { report.judged }

  private var label: TrafficLight { report.pathways.network.gapLabel }

  private var nothing: String {
    recommendation.considered == 0
      ? "No action follows from the gaps: there are none, or none that a relation, a scope, a provider "
        + "or an agreement would close."
      : "No action closes more than it opens."
  }

  /// The sentences of what an action closes, and how many are left out.
  private func closes(_ item: RecommendationWords.Item) -> [String] {
    let more = item.closes.count - Self.shown
    return item.closes.prefix(Self.shown) + (more > 0 ? ["… and \(more.grouped) more."] : [])
  }

  // MARK: Forms

  /// For a terminal of 80 columns.
  func text(styled: (String, GapBriefing.Style) -> String) -> String {
    var lines = GapBriefing.hanging("", "", title, width: 80).map { styled($0, .heading) }
    lines += GapBriefing.hanging("", "", subtitle, width: 80) + [label.label]
    if words.items.isEmpty { lines += [""] + GapBriefing.hanging("", "", nothing, width: 80) }
    for (index, item) in words.items.enumerated() {
      lines.append("")
      lines += GapBriefing.hanging("\(index + 1). ", "   ", item.action, width: 80).map {
        styled($0, .heading)
      }
      lines += GapBriefing.hanging("   ", "   ", item.text, width: 80)
      for sentence in closes(item) {
        lines += GapBriefing.hanging("   - ", "     ", sentence, width: 80)
      }
    }
    if !words.unclosed.isEmpty {
      lines += [""] + [styled(Self.unclosedTitle, .heading)]
      for item in words.unclosed {
        lines += GapBriefing.hanging(
          "- ", "  ", "\(item.finding.sentence) \(item.reason)", width: 80)
      }
    }
    lines += [""] + GapBriefing.hanging("", "", words.method, width: 80)
    return lines.joined(separator: "\n") + "\n"
  }

  /// For a document.
  func markdown() -> String {
    var lines = [
      "# \(GapBriefing.escaped(title))", "", GapBriefing.escaped(subtitle), "",
      "**\(label.label)**", "",
    ]
    if words.items.isEmpty { lines += [nothing, ""] }
    for (index, item) in words.items.enumerated() {
      lines.append("\(index + 1). **\(GapBriefing.escaped(item.action))**")
      lines.append("   \(GapBriefing.escaped(item.text))")
      lines += closes(item).map { "   - \(GapBriefing.escaped($0))" }
    }
    if !words.unclosed.isEmpty {
      lines += ["", "## \(Self.unclosedTitle)", ""]
      lines += words.unclosed.map {
        "- \(GapBriefing.escaped("\($0.finding.sentence) \($0.reason)"))"
      }
    }
    lines += ["", GapBriefing.escaped(words.method)]
    return lines.joined(separator: "\n") + "\n"
  }

  /// As JSON, in a form that stays: keys are added, never renamed or removed.
  func json() -> JSONValue {
    .object([
      .init("liaison_recommendation", 1), .init("title", .string(report.title)),
      .init("as_of", .string(report.asOf.description)), .init("tlp", .string(label.code)),
      .init("standard", .string(report.standard)),
      .init("considered", .int(recommendation.considered)),
      .init("method", .string(words.method)), .init("weight", .int(recommendation.weight)),
      .init("actions", RecommendationJSON.actions(words.items)),
      .init(
        "not_closed",
        .array(
          words.unclosed.map {
            .object([
              .init("id", .string($0.finding.id)), .init("sentence", .string($0.finding.sentence)),
              .init("reason", .string($0.reason)),
            ])
          })),
    ])
  }
}
