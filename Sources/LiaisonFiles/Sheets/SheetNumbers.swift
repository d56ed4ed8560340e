import LiaisonModel

/// The numbers in a sheet's cells, and what they are taken for.
///
/// How strong a tie is, its intensity, is a whole number from 1 to 4 (SEMANTICS §6). One scale is taken
/// for all of a sheet: where a single number is on none, such as a count of referrals, all are kept as
/// they stand, so that none is read as less than it is.
public struct SheetNumbers: Sendable, Equatable {
  /// What numbers are recorded as.
  public enum Meaning: String, Sendable {
    /// Nothing: each is 1, and marks that there is a relation.
    case mark
    /// How strong a tie is: all are whole numbers from 1 to 4.
    case intensity
    /// The number that the sheet gives, of which no analysis makes use.
    case weight
  }

  /// How many there are.
  public private(set) var count = 0
  /// The least and the greatest; nil where there is none.
  public private(set) var range: ClosedRange<Double>?
  /// Those that are no intensity, each with its place; the first five.
  public private(set) var odd: [SheetReport.Unread] = []
  /// How many are no intensity.
  public private(set) var oddCount = 0

  /// What they are recorded as.
  public var meaning: Meaning {
    guard let range, range.upperBound > 1 || oddCount > 0 else { return .mark }
    return oddCount > 0 ? .weight : .intensity
  }

  /// Takes note of a cell, where its mark is a number.
  mutating func note(_ mark: SheetMark?, of cell: CSVCell, in sources: SourceSet) {
    guard case .number(let number)? = mark else { return }
    count += 1
    let known = range ?? number...number
    range = min(known.lowerBound, number)...max(known.upperBound, number)
    if [1, 2, 3, 4].contains(number) { return }
    oddCount += 1
    guard odd.count < 5 else { return }
    odd.append(
      SheetReport.Unread(
        place: sources.location(of: cell.place)?.text ?? "", text: DecimalNumber.text(number)))
  }

  /// What they were taken for, as lines for a terminal; none where they are marks.
  var lines: [String] {
    guard let range, meaning != .mark else { return [] }
    let scale = "from 1 (awareness) to 4 (integration)"
    let all = count == 1 ? "1 number is" : "\(count) numbers are"
    if meaning == .intensity { return ["\(all) recorded as `intensity`, \(scale)."] }
    let ends = [range.lowerBound, range.upperBound].map { DecimalNumber.text($0) }
    let span = ends[0] == ends[1] ? ends[0] : "from \(ends[0]) to \(ends[1])"
    var lines = [
      "\(count == 1 ? "1 number" : "\(count) numbers"), \(span). How strong a tie is, its `intensity`, is a",
      "whole number \(scale). Not on that scale:",
    ]
    lines += odd.map { "  \($0.place): \($0.text)" }
    if oddCount > odd.count { lines.append("  and \(oddCount - odd.count) more") }
    lines += [
      "So each number is kept as `weight`; the measures of a network use `intensity` alone.",
      "If strength is meant, write all of them on that scale and import again.",
    ]
    return lines
  }
}
