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
        let look = EdgeLook(role, weight: 3)
        items.append(
          .line(
            Slide.Line(
              curves: [
                SlideCurve(
                  from: SlidePoint(x, y), to: SlidePoint(x + 26, y), arrowAtStart: false,
                  arrowAtEnd: arrow, arrowLength: look.arrowSize * 10)
              ], color: look.color, lineWidth: min(look.lineWidth, 2.5), dash: look.dash,
              arrowSize: look.arrowSize)))
      case .number(let number, _):
        items += EdgeNumber.items(number, in: EdgeNumber.box(at: SlidePoint(x + 7, y)))
      }
      items.append(
        .text(
          Slide.Text(
            text: text, at: SlidePoint(x + sign, y), size: LegendRows.size, anchor: .start)))
      return items
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
      case .number: 19
      }
    }
  }

  var rows: [[Entry]] = []

  init(_ legend: [Scene.LegendEntry], width: Double) {
    var used = 0.0
    for entry in legend {
      let text =
        switch entry {
        case .node(_, let text), .edge(_, _, let text): LabelText.clean(text, limit: 60)
        case .number(_, let text): LabelText.clean(text, limit: 120)
        }
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
