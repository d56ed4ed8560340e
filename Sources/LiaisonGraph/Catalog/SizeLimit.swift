/// Up to what size something is computed unless ``MeasureOptions/isOfAnySize`` asks for more: its time or
/// memory grows with the square of the size, or faster.
public struct SizeLimit: Sendable, Equatable {
  /// How many there may be.
  public var count: Int
  /// What is counted, as `nodes`.
  public var unit: String
  /// Whether more is computed where any size is asked for.
  public var isLiftable: Bool

  init(_ count: Int, _ unit: String = "nodes", isLiftable: Bool = true) {
    self.count = count
    self.unit = unit
    self.isLiftable = isLiftable
  }

  /// Whether a size is within the limit, or any is.
  func allows(_ size: Int, _ options: MeasureOptions) -> Bool {
    size <= count || isLiftable && options.isOfAnySize
  }

  /// Why something is not given: `more than 1,000 nodes`.
  var exceeded: String { "more than \(SizeLimit.grouped(count)) \(unit)" }

  /// What a page says of the limit.
  var sentence: String { "Given \(words)." }

  /// The limit within a sentence of a page.
  var words: String {
    "up to \(SizeLimit.grouped(count)) \(unit), of more with --any-size alone"
  }

  /// A number in groups of three digits.
  static func grouped(_ number: Int) -> String {
    var text = ""
    for (place, digit) in String(number).reversed().enumerated() {
      if place > 0, place.isMultiple(of: 3), digit != "-" { text.append(",") }
      text.append(digit)
    }
    return String(text.reversed())
  }
}
