import LiaisonFiles
import LiaisonGaps
import LiaisonModel

/// The released sentences, for those who may not read the gaps.
///
/// ```json
/// {"liaison_released": 1, "as_of": "2025-06-30", "tlp": "GREEN", "sentences": ["…"]}
/// ```
struct ReleasePage {
  var sentences: [String]
  var date: CalendarDate
  var audience: TrafficLight

  private static let title = "What was found, in released words"
  private static let note =
    "Each sentence was released by itself, in fixed words. Nothing else is told here."
  private var subtitle: String { "As of \(date)" }

  func text(_ styled: (String, GapBriefing.Style) -> String) -> String {
    var lines = [styled(Self.title, .heading), subtitle, audience.label, ""]
    for sentence in sentences {
      lines += GapBriefing.hanging("  * ", "    ", sentence, width: 80)
    }
    return (lines + [""] + GapBriefing.hanging("", "", Self.note, width: 80)).joined(
      separator: "\n")
      + "\n"
  }

  func markdown() -> String {
    let lines = sentences.map { "- \(GapBriefing.escaped($0))" }
    return
      (["# \(Self.title)", "", subtitle, "", "**\(audience.label)**", ""] + lines + ["", Self.note])
      .joined(separator: "\n") + "\n"
  }

  var json: [UInt8] {
    JSONValue.object([
      .init("liaison_released", 1), .init("as_of", .string(date.description)),
      .init("tlp", .string(audience.code)), .init("sentences", .strings(sentences)),
    ]).bytes()
  }
}
