/// The number on an edge, as on the edge so in the legend.
enum EdgeNumber {
  /// The box that it fills around a point.
  static func box(at center: SlidePoint) -> SlideBox {
    SlideBox(center: center, width: 14, height: 14)
  }

  /// What is drawn of it in its box.
  static func items(_ number: Int, in box: SlideBox) -> [Slide.Item] {
    [
      .rectangle(Slide.Rectangle(box: box, fill: .white, line: .gap, lineWidth: 1.25)),
      .text(
        Slide.Text(
          text: String(number), at: box.center, size: NodeLabel.smallestType, isBold: true,
          color: .gapText)),
    ]
  }
}

/// A label beside an edge: its lines, measured.
struct LabelLines {
  let lines: [String]
  let size: Double
  let width: Double
  let height: Double

  /// Breaks a label for a type size.
  init(_ label: String, size: Double) {
    self.size = size
    lines = LabelText.balanced(LabelText.clean(label), width: 22, lines: 5)
    let widest = lines.map { FontMetrics.width(of: $0, size: size) }.max() ?? 0
    width = widest * FontMetrics.tolerance + 6
    height = Double(lines.count) * size * 1.2 + 3
  }

  /// What is drawn of it in a box, on paper.
  func items(in box: SlideBox, color: Tint) -> [Slide.Item] {
    let paper = Slide.Item.rectangle(
      Slide.Rectangle(box: box, isRounded: false, fill: .white, line: nil))
    return [paper]
      + lines.enumerated().map { row, line in
        let y = box.y + 1.5 + (Double(row) + 0.5) * size * 1.2
        return .text(
          Slide.Text(text: line, at: SlidePoint(box.center.x, y), size: size, color: color))
      }
  }
}
