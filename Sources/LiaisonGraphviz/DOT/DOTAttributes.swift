/// A list of attributes as it is written: each value checked, clamped and quoted.
struct DOTAttributes {
  private(set) var text = ""

  /// The list between brackets, or nothing where it is empty.
  var bracketed: String { text.isEmpty ? "" : " [\(text)]" }

  /// Adds a value that is known to be clean but for quotes.
  mutating func add(_ name: String, _ value: String?) {
    guard let value else { return }
    raw(name, DOTText.quoted(value))
  }

  /// Adds a number of points.
  mutating func add(_ name: String, _ value: Double?, in range: ClosedRange<Double>) {
    add(name, value?.dot(in: range))
  }

  /// Adds a length given in points and written in inches; the range is in points.
  mutating func add(_ name: String, inches value: Double?, in range: ClosedRange<Double>) {
    let inches = range.lowerBound / 72...range.upperBound / 72
    add(name, value.flatMap { ($0 / 72).dot(in: inches) })
  }

  mutating func add(_ name: String, _ value: Int?, in range: ClosedRange<Int>) {
    add(name, value.map { String(min(max($0, range.lowerBound), range.upperBound)) })
  }

  mutating func add(_ name: String, _ value: Bool?) {
    add(name, value.map { $0 ? "true" : "false" })
  }

  mutating func add(_ name: String, _ value: DOTColor?) { add(name, value?.description) }

  mutating func add(_ name: String, _ value: DOTStyle) {
    if !value.isEmpty { add(name, value.names.joined(separator: ",")) }
  }

  mutating func add(_ name: String, _ value: GraphvizPlacement.Point?) {
    add(name, value.flatMap(DOTAttributes.point))
  }

  /// Adds what nodes, edges and clusters have in common.
  mutating func addLook(
    _ style: DOTStyle, fill: DOTColor?, line: DOTColor?, text: DOTColor?, _ font: DOTFont?,
    _ fontSize: Double?, _ lineWidth: Double?
  ) {
    add("style", style)
    add("fillcolor", fill)
    add("color", line)
    add("fontcolor", text)
    add("fontname", font?.rawValue)
    add("fontsize", fontSize, in: 4...96)
    add("penwidth", lineWidth, in: 0...50)
  }

  /// Adds a value that is quoted already.
  mutating func raw(_ name: String, _ value: String) {
    if !text.isEmpty { text += " " }
    text += "\(name)=\(value)"
  }

  /// How far from the origin anything may be, in points.
  static let plane = -100_000.0...100_000.0

  /// `x,y`, or `nil` where it is not finite.
  static func point(_ point: GraphvizPlacement.Point) -> String? {
    guard let x = point.x.dot(in: plane), let y = point.y.dot(in: plane) else { return nil }
    return "\(x),\(y)"
  }

  /// An edge's way, or `nil` where it has none or it is not a chain of cubic curves.
  static func way(_ curves: [GraphvizPlacement.Curve]) -> String? {
    var parts: [String] = []
    for curve in curves {
      guard curve.points.count >= 4, curve.points.count % 3 == 1 else { return nil }
      var words: [String] = []
      if let start = curve.start {
        guard let text = point(start) else { return nil }
        words.append("s,\(text)")
      }
      if let end = curve.end {
        guard let text = point(end) else { return nil }
        words.append("e,\(text)")
      }
      for each in curve.points {
        guard let text = point(each) else { return nil }
        words.append(text)
      }
      parts.append(words.joined(separator: " "))
    }
    return parts.isEmpty ? nil : parts.joined(separator: ";")
  }
}
