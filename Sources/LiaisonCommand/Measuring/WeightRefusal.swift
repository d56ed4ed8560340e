import LiaisonFiles
import LiaisonGraph
import LiaisonModel

/// What is said of figures that have no meaning because a tie weighs too little.
struct WeightRefusal {
  var subject: MeasuredGraph
  /// The figures of one measure.
  var result: MeasureResult

  private static let remedy = "leave the tie out, or give it another weight"

  /// The result, which says of each such figure which tie it is and what to do.
  var told: MeasureResult {
    var told = result
    for (index, item) in result.skipped.enumerated() {
      guard let tie = item.tie else { continue }
      told.skipped[index].reason =
        "\(sentence(tie)), and this needs \(tie.needed); \(Self.remedy)"
    }
    return told
  }

  /// The error for figures that somebody named; nil where a weight stands in the way of none.
  ///
  /// - Throws: what reading the edge list again throws, which is done to find the row.
  func error() throws -> FileError? {
    let refused = result.skipped.filter { $0.tie != nil }
    guard let tie = refused.first?.tie else { return nil }
    var keys = refused.prefix(3).map(\.key).joined(separator: ", ")
    if refused.count > 3 { keys += " and \(refused.count - 3) more" }
    let verb = refused.count == 1 ? "needs" : "need"
    var hint = Self.remedy
    // Of eigenvector and eigenvalue the one that was refused, of which a figure of nodes comes first.
    let named = Set(refused.map { $0.key.prefix { $0 != "." } })
    let (own, others) = (
      result.keys.filter { named.contains($0.prefix { $0 != "." }) },
      result.nodeColumns.map(\.key) + result.keys
    )
    for key in own.filter({ key in result.nodeColumns.contains { $0.key == key } }) + own + others {
      let parts = key.split(separator: ".")
      guard let index = parts.firstIndex(of: "unweighted") else { continue }
      let plain = parts[...index].joined(separator: ".")
      hint += "; `--measures \(plain)` takes each tie alike"
      break
    }
    return FileError(
      .badData, "\(sentence(tie)), and \(keys) \(verb) \(tie.needed)", path: subject.title,
      location: try subject.location(of: tie.ends, weighing: tie.weight), hint: hint)
  }

  private func sentence(_ tie: MeasureResult.WeightedTie) -> String {
    let ends = [tie.ends.source, tie.ends.target].map { Quoted(subject.labels[$0.index]) }
    return "the tie of \(ends[0]) and \(ends[1]) weighs \(MeasureTable.exact(tie.weight))"
  }
}
