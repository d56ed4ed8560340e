import LiaisonModel

/// Ids of an edge list that a reader takes for one, as `PP` and `pp`, or two sorts of apostrophe.
///
/// Ids are compared byte for byte, so that they are nodes of their own; often one is a slip for the other. The
/// keys are those of ``LabelFold``; where digits are grouped in another way, as in `1.1` and `11`, ids are
/// apart.
enum LookAlikeIDs {
  /// The places of ids that look alike, those of each key in their order, ordered by the first of them.
  ///
  /// - Complexity: O(bytes), expected.
  static func groups(of ids: [String]) -> [[Int]] {
    // An id of small letters and digits is its own key: only beside another does it look like one.
    let marked = ids.indices.filter { !ids[$0].utf8.allSatisfy(isPlain) }
    guard !marked.isEmpty else { return [] }
    var groups: [String: [Int]] = [:]
    for place in marked {
      let key = LabelFold.key(ids[place])
      if !key.isEmpty { groups[digits(of: ids[place]) + key, default: []].append(place) }
    }
    for place in ids.indices where ids[place].utf8.allSatisfy(isPlain) {
      let key = digits(of: ids[place]) + ids[place]
      if groups[key] != nil { groups[key]?.append(place) }
    }
    return groups.values.filter { $0.count > 1 }.map { $0.sorted() }.sorted { $0[0] < $1[0] }
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
    default: false
    }
  }

  /// How the digits of an id are grouped: `2,1.` of `12-a3`.
  private static func digits(of id: String) -> String {
    let runs = id.split { !$0.isNumber }
    return runs.isEmpty ? "" : runs.map { String($0.count) }.joined(separator: ",") + "."
  }
}
