/// The legend's entries, measured and broken into rows.
struct LegendRows {
  static let space = 18.0
  static let size = 10.0

  struct Entry {
    var entry: Scene.LegendEntry
    var text: String
    var width: Double

    /// What is drawn of an entry whose left end and middle are given.
    func items(x: Double, y: Double) -> [Slide.Item] {
      var items: [Slide.Item] = []
      switch entry {
      case .node(let style, _):
        let box = SlideBox(x: x, y: y - 5.5, width: 17, height: 11)
        items.append(
          .rectangle(
            Slide.Rectangle(
              box: box, fill: style.fill, line: style.line, lineWidth: min(style.lineWidth, 1.25),
              isDashed: style.isDashed)))
        items.append(
          .mark(
            Slide.Mark(
              kind: style.mark, center: box.center, size: 6, color: style.markColor,
              background: style.fill)))
      case .edge(let role, let arrow, _):
        var look = EdgeLook(role, weight: 3)
        look.lineWidth = min(look.lineWidth, 2.5)
        items.append(Self.line(look, hasArrow: arrow, x: x, y: y))
      case .width(let width, let role, _):
        var look = EdgeLook(role, weight: 3)
        look.lineWidth = width
        items.append(Self.line(look, hasArrow: false, x: x, y: y))
      case .words: break
      case .point(let style, _):
        items.append(
          .mark(
            Slide.Mark(
              kind: style.mark, center: SlidePoint(x + 5, y), size: 9, color: style.markColor,
              background: .white)))
      case .size(let ofPoints, _): items += Self.sizes(ofPoints: ofPoints, x: x, y: y)
      case .number(let number, _):
        items += EdgeNumber.items(number, in: EdgeNumber.box(at: SlidePoint(x + 7, y)))
      }
      items.append(
        .text(
          Slide.Text(
            text: text, at: SlidePoint(x + sign, y), size: LegendRows.size, anchor: .start)))
      return items
    }

    /// A short line.
    private static func line(
      _ look: EdgeLook, hasArrow: Bool, x: Double, y: Double
    ) -> Slide.Item {
      .line(
        Slide.Line(
          curves: [
            SlideCurve(
              from: SlidePoint(x, y), to: SlidePoint(x + 26, y), arrowAtStart: false,
              arrowAtEnd: hasArrow, arrowLength: look.arrowSize * 10)
          ], color: look.color, lineWidth: look.lineWidth, dash: look.dash,
          arrowSize: look.arrowSize))
    }

    /// Something small and the same large.
    private static func sizes(ofPoints: Bool, x: Double, y: Double) -> [Slide.Item] {
      [(5.0, 5.0, 9.0), (ofPoints ? 15 : 20, 11, 14)].map { middle, diameter, type in
        let place = SlidePoint(x + middle, y)
        return ofPoints
          ? .mark(
            Slide.Mark(
              kind: .circle, center: place, size: diameter, color: .slate, background: .white))
          : .text(Slide.Text(text: "A", at: place, size: type, color: .slate))
      }
    }

    /// Whether it says what a number stands for.
    var isOfNumber: Bool {
      if case .number = entry { return true }
      return false
    }

    /// How far from the left end the text begins.
    var sign: Double {
      switch entry {
      case .node: 22
      case .edge: 36
      case .width: 31
      case .words: 0
      case .point: 14
      case .size(let ofPoints, _): ofPoints ? 25 : 32
      case .number: 19
      }
    }
  }

  var rows: [[Entry]] = []

  init(_ legend: [Scene.LegendEntry], width: Double) {
    var used = 0.0
    for entry in legend {
      let limit =
        switch entry {
        case .node, .edge, .point: 60
        case .number, .size, .width, .words: 120
        }
      let text = TextDirection.leftToRight(LabelText.clean(entry.text, limit: limit))
      var item = Entry(entry: entry, text: text, width: 0)
      item.width =
        item.sign + FontMetrics.width(of: text, size: Self.size) * FontMetrics.tolerance
      // What numbers stand for has rows of its own.
      let isOther = rows.last?.last?.isOfNumber != item.isOfNumber
      if isOther || used + Self.space + item.width > width {
        rows.append([item])
        used = item.width
      } else {
        rows[rows.count - 1].append(item)
        used += Self.space + item.width
      }
    }
  }
}
