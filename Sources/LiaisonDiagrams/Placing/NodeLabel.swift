/// What stands in a node: its lines, measured at a type size, and the box that holds them.
struct NodeLabel: Sendable, Hashable {
  /// A line of text.
  struct Line: Sendable, Hashable {
    var text: String
    var width: Double
    var height: Double
    var size: Double
    var isNote = false
  }

  var lines: [Line]
  /// The room that the mark takes at the left, 0 without one.
  var markRoom: Double
  /// The mark's size.
  var markSize: Double
  /// Whether the lines stand at the left of a panel.
  var isRow = false
  /// The box around it all.
  var width: Double
  var height: Double

  /// The longest word that widens its box rather than that it is broken, in characters.
  private static let longestWord = 26

  /// The smallest type that is drawn.
  static let smallestType = 9.0

  /// Measures a node.
  ///
  /// - Parameters:
  ///   - size: the figure's type size; the node's own is `size × scale`.
  ///   - wrap: characters a line.
  ///   - local: whether the second language is shown.
  init(_ node: Scene.Node, size: Double, wrap: Int, local: Bool) {
    self.init(
      node, size: size, local: local, inset: 0.55,
      // What is absent has no shorter name.
      breaking: { name, _ in
        // Rather a longer line than a word that is broken, and rather a fourth line, and a longer
        // one, than a name that is cut.
        let word = name.split { " -/".contains($0) }.map(\.count).max() ?? 0
        let wrap = word <= Self.longestWord ? max(wrap, word) : wrap
        var lines = LabelText.balanced(name, width: wrap)
        if lines.last?.hasSuffix("…") == true {
          lines = LabelText.balanced(name, width: wrap, lines: 4)
        }
        if lines.last?.hasSuffix("…") == true {
          lines = LabelText.balanced(name, width: max(wrap, 26), lines: 4)
        }
        return lines
      })
  }

  /// Measures a node that is a row of a panel, as wide as the room in points.
  init(_ node: Scene.Node, size: Double, room: Double, local: Bool) {
    func fitted(_ name: String) -> [String] {
      LabelText.fitted(name, size: size, room: room - 4, lines: 5)
    }
    self.init(
      node, size: size, local: local, inset: 0.15,
      breaking: { name, _ in fitted(name) }, breakingOther: { name, _ in fitted(name) })
    width = room
    isRow = true
  }

  private init(
    _ node: Scene.Node, size: Double, local: Bool, inset: Double,
    breaking: (String, Double) -> [String],
    breakingOther: (String, Double) -> [String] = { text, _ in
      LabelText.balanced(text, width: 36, lines: 2)
    }
  ) {
    let own = size * node.scale
    let hasMark = node.style.mark != .none
    markSize = hasMark ? own * 0.66 : 0
    markRoom = hasMark ? markSize + own * 0.4 : 0
    let name = LabelText.clean(node.name)
    var lines = breaking(name.isEmpty ? "(no name)" : name, markRoom + own * 1.3).map {
      Line(
        text: $0, width: Self.width($0, own),
        height: own * (TextDirection.hasArabic($0) ? 1.45 : 1.2), size: own)
    }
    if local, let other = node.localName.map({ LabelText.clean($0, limit: 80) }), !other.isEmpty {
      // The Naskh letters reach lower than Latin ones of the same size.
      lines += breakingOther(other, markRoom + own * 1.3).map {
        Line(
          text: $0, width: Self.width($0, own), height: own * 1.45, size: own)
      }
    }
    if let note = node.note.map({ LabelText.clean($0) }), !note.isEmpty {
      let size = max(Self.smallestType, own * 0.9)
      lines += LabelText.balanced(note, width: 24).map {
        Line(
          text: $0, width: Self.width($0, size), height: size * 1.2, size: size,
          isNote: true)
      }
    }
    self.lines = lines
    let text = lines.map(\.width).max() ?? 0
    width = text + markRoom + own * 1.2
    height = lines.reduce(0) { $0 + $1.height } + own * inset
  }

  private static func width(_ text: String, _ size: Double) -> Double {
    FontMetrics.width(of: text, size: size) * FontMetrics.tolerance
  }

  /// What is drawn of the label in a box around a point.
  func items(at center: SlidePoint, style: Scene.NodeStyle, box: SlideBox) -> [Slide.Item] {
    var items: [Slide.Item] = []
    if isRow { return rowItems(style: style, box: box) }
    let textCenter = center.x + markRoom / 2
    let textWidth = lines.map(\.width).max() ?? 0
    if markRoom > 0 {
      items.append(
        .mark(
          Slide.Mark(
            kind: style.mark,
            center: SlidePoint(textCenter - textWidth / 2 - markRoom + markSize / 2, center.y),
            size: markSize, color: style.markColor, background: style.fill)))
    }
    var top = center.y - lines.reduce(0) { $0 + $1.height } / 2
    for line in lines {
      items.append(
        .text(
          Slide.Text(
            text: line.text, at: SlidePoint(textCenter, top + line.height / 2), size: line.size,
            color: line.isNote ? .gapText : style.text, background: style.fill)))
      top += line.height
    }
    return items
  }

  /// The lines of a row, the first after a dash.
  private func rowItems(style: Scene.NodeStyle, box: SlideBox) -> [Slide.Item] {
    var items: [Slide.Item] = []
    var top = box.center.y - lines.reduce(0) { $0 + $1.height } / 2
    for line in lines {
      items.append(
        .text(
          Slide.Text(
            text: line.text, at: SlidePoint(box.x + 2, top + line.height / 2), size: line.size,
            color: line.isNote ? .gapText : style.text, anchor: .start, background: style.fill)))
      top += line.height
    }
    return items
  }
}
