import LiaisonModel

/// Which of many lines that stand for several relations each a slide shows, the largest, and how
/// thick they are.
struct FlowScale {
  /// The most relations that a line stands for.
  let most: Int
  /// The fewest that one of those drawn stands for.
  let least: Int
  /// How many are not drawn, having fewer.
  let omitted: Int

  /// More lines than can be followed on one slide.
  private static let mostLines = 50

  /// Chooses among lines by the relations that they stand for: of those that are alike all are drawn,
  /// or none, and at least those of the most.
  init(_ counts: [Int]) {
    let ranked = counts.sorted(by: >)
    most = ranked.first ?? 0
    guard ranked.count > Self.mostLines else {
      least = ranked.last ?? 0
      omitted = 0
      return
    }
    let next = ranked[Self.mostLines]
    let bound = ranked.last { $0 > next } ?? next
    least = bound
    omitted = ranked.count { $0 < bound }
  }

  /// Whether a line is drawn.
  func shows(_ count: Int) -> Bool { count >= least }

  /// How thick a line is, in points: in proportion to the relations that it stands for.
  func width(of count: Int) -> Double {
    let thickest = min(1 + Double(most) / 2, 5)
    return max(thickest * Double(count) / Double(max(most, 1)), 0.75)
  }

  /// Dark where there are more than a third of the most.
  func role(of count: Int) -> Scene.EdgeRole { count * 3 > most ? .main : .secondary }

  /// What the lines mean, in numbers.
  ///
  /// - Parameters:
  ///   - noun: what a line stands for: “relation”.
  ///   - ends: what it joins: “sectors”.
  func legend(_ noun: String, between ends: String) -> [Scene.LegendEntry] {
    if most == 0 { return [] }
    var entries: [Scene.LegendEntry] = [
      .width(
        width(of: most), role(of: most),
        "\(Scene.count(most, noun)) between two \(ends), the most there are")
    ]
    if least < most {
      entries.append(.width(width(of: least), role(of: least), Scene.count(least, noun)))
    }
    if let note = note(of: ends) { entries.append(.words(note)) }
    return entries
  }

  /// What is not drawn, if anything.
  func note(of ends: String) -> String? {
    guard omitted > 0 else { return nil }
    let pairs = omitted == 1 ? "1 pair" : "\(omitted.grouped) pairs"
    return "\(pairs) of \(ends) with fewer than \(least.grouped) not shown"
  }
}
