public import LiaisonFiles
public import LiaisonGaps
import LiaisonModel

/// Recommended actions as JSON, in a form that stays: keys are added, never renamed or removed.
///
/// ```json
/// [{"action": "Agree a referral from …", "gain": 120, "closes": ["59da…"], "asks": [], "eases": [], "opens": [],
///   "worsens": [], "grows": [], "signed_by": ["police", "mens-refuge"], "signing": "To sign: …",
///   "alternatives": ["rights-commission"], "place": "What puts it here: …", "choice": "The path stops at …"}]
/// ```
///
/// `closes` holds what is found no more, `asks` those of it in whose place a question comes. Findings are named by
/// their ids; those that sign by theirs.
public enum RecommendationJSON {
  /// The actions, in order.
  public static func actions(_ items: [RecommendationWords.Item]) -> JSONValue {
    .array(
      items.map { item in
        .object([
          .init("action", .string(item.action)), .init("gain", .int(item.step.gain)),
          .init("closes", .strings(item.step.closed.map(\.id))),
          .init("asks", .strings(item.step.unsettled.map(\.id))),
          .init("eases", .strings(item.step.eased.map(\.id))),
          .init("opens", .strings(item.step.opened.map(\.id))),
          .init("worsens", .strings(item.step.worsened.map(\.id))),
          .init("grows", .strings(item.step.grown.map(\.id))),
          .init("signed_by", .strings(item.parties)), .init("signing", .string(item.signing)),
          .init("alternatives", .strings(item.step.alternatives)),
          .init("place", .string(item.place)), .init("choice", .string(item.choice)),
        ])
      })
  }
}
