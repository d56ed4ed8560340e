import LiaisonModel

/// Puts a placed scene on the slide: title, subtitle, bands, panels, ways, nodes, legend, source
/// and label.
struct SlideComposer {
  private let scene: Scene
  private let placed: PlacedScene
  private var slide: Slide

  private static let left = 28.0
  private static let right = 932.0

  /// The slide of a scene.
  static func compose(_ scene: Scene, _ placed: PlacedScene) -> Slide {
    var composer = SlideComposer(scene, placed)
    composer.addPanels()
    composer.addEdges()
    composer.addNodes()
    composer.addEdgeLabels()
    composer.addHead()
    composer.addBands()
    composer.addFoot()
    return composer.slide
  }

  /// Where nodes may stand.
  static func frame(of scene: Scene) -> SlideBox {
    let top = scene.bands.isEmpty ? 80.0 : 112
    let rows = LegendRows(scene.legend, width: right - left).rows.count
    let bottom = 508 - 16 * Double(max(rows, 1))
    return SlideBox(x: left, y: top, width: right - left, height: bottom - top)
  }

  private init(_ scene: Scene, _ placed: PlacedScene) {
    self.scene = scene
    self.placed = placed
    slide = Slide(
      title: LabelText.clean(scene.title), textAlternative: scene.textAlternative,
      language: scene.language)
  }

  private mutating func add(_ kind: Slide.Group.Kind, _ name: String = "", _ items: [Slide.Item]) {
    slide.groups.append(Slide.Group(kind: kind, name: name, items: items))
  }

  // MARK: Picture

  private mutating func addPanels() {
    for (index, box) in placed.panels.enumerated() {
      let cluster = scene.clusters[index]
      add(
        .panel, LabelText.clean(cluster.title),
        [
          .rectangle(
            Slide.Rectangle(
              box: box, fill: cluster.style.fill, line: cluster.style.line,
              lineWidth: cluster.style.lineWidth))
        ])
    }
  }

  private mutating func addEdges() {
    // What matters most is drawn last, on top.
    let area = Self.frame(of: scene).grown(by: 5)
    let ranks: [Scene.EdgeRole] = [.context, .unit, .secondary, .uncertain, .main, .gap]
    for role in ranks {
      for (index, edge) in scene.edges.enumerated() where edge.role == role {
        let look = EdgeLook(edge)
        let ways = placed.ways[index].filter { $0.points.count > 3 }.map { $0.kept(in: area) }
        if ways.isEmpty { continue }
        add(
          .edge, edge.description,
          [
            .line(
              Slide.Line(
                curves: ways, color: look.color, lineWidth: look.lineWidth, dash: look.dash,
                arrowSize: look.arrowSize))
          ])
      }
    }
  }

  private mutating func addNodes() {
    for (index, node) in scene.nodes.enumerated() {
      let box = placed.boxes[index]
      let style = node.style
      var items: [Slide.Item] = [
        .rectangle(
          Slide.Rectangle(
            box: box, fill: style.fill, line: style.line, lineWidth: style.lineWidth,
            isDashed: style.isDashed))
      ]
      items += placed.labels[index].items(at: box.center, style: style, box: box)
      add(.node, node.description.isEmpty ? LabelText.clean(node.name) : node.description, items)
    }
    for (index, panel) in placed.panels.enumerated() {
      let cluster = scene.clusters[index]
      let choice = TypeChoice(size: placed.typeSize, wrap: 20, local: false)
      let lines = PanelPlan.titleLines(cluster, choice, width: panel.width)
      var items: [Slide.Item] = []
      let size = choice.size
      var y = panel.y + size * 0.95
      let x = panel.x + size * 0.7
      if cluster.style.mark != .none {
        items.append(
          .mark(
            Slide.Mark(
              kind: cluster.style.mark, center: SlidePoint(x + size * 0.4, y),
              size: size * 0.72, color: cluster.style.markColor, background: cluster.style.fill)))
      }
      for line in lines {
        items.append(
          .text(
            Slide.Text(
              text: line, at: SlidePoint(x + size * 1.15, y), size: size, isBold: true,
              color: cluster.style.text, anchor: .start, background: cluster.style.fill)))
        y += size * 1.2
      }
      add(.furniture, "", items)
    }
  }

  /// Labels beside their ways, where they cover the least.
  private mutating func addEdgeLabels() {
    var taken = placed.boxes + placed.panels
    for (index, edge) in scene.edges.enumerated() {
      guard let label = edge.label, let way = placed.ways[index].first else { continue }
      let size = max(NodeLabel.smallestType, min(placed.typeSize, 10))
      let lines = LabelText.balanced(LabelText.clean(label), width: 22)
      let width =
        (lines.map { FontMetrics.width(of: $0, size: size) }.max() ?? 0) * FontMetrics.tolerance
      let height = Double(lines.count) * size * 1.2
      var best: (cost: Double, box: SlideBox)?
      let frame = Self.frame(of: scene)
      for share in [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8] {
        let point = way.point(at: share)
        for lines in [0.0, -0.8, 0.8, -1.5, 1.5, -2.4, 2.4, -3.5, 3.5] {
          let down = lines * height
          let wanted = SlideBox(
            center: SlidePoint(point.x, point.y + down), width: width + 6, height: height + 3)
          let box = wanted.moved(into: frame)
          let shift = abs(box.x - wanted.x) + abs(box.y - wanted.y)
          let cost =
            taken.reduce(shift) { $0 + box.grown(by: 2).overlap(with: $1) * 10 } + abs(down)
            + abs(share - 0.5) * 20
          if cost < (best?.cost ?? .infinity) { best = (cost, box) }
        }
      }
      guard let box = best?.box else { continue }
      taken.append(box)
      let color: Tint = edge.role == .gap ? .gapText : .slate
      var items: [Slide.Item] = [
        .rectangle(Slide.Rectangle(box: box, isRounded: false, fill: .white, line: nil))
      ]
      for (row, line) in lines.enumerated() {
        let y = box.y + 1.5 + (Double(row) + 0.5) * size * 1.2
        items.append(
          .text(
            Slide.Text(text: line, at: SlidePoint(box.center.x, y), size: size, color: color)))
      }
      add(.furniture, "", items)
    }
  }

  // MARK: Around it

  private mutating func addHead() {
    let label = scene.tlp.label
    let labelWidth = FontMetrics.width(of: label, size: 12, bold: true) + 14
    let box = SlideBox(x: Self.right - labelWidth, y: 22, width: labelWidth, height: 20)
    let room = box.x - Self.left - 16
    var size = 24.0
    let title = slide.title
    while size > 17,
      FontMetrics.width(of: title, size: size, bold: true) * FontMetrics.tolerance > room
    {
      size -= 1
    }
    let lines = LabelText.fitted(title, size: size, bold: true, room: room, lines: 1)
    var items: [Slide.Item] = [
      .text(
        Slide.Text(
          text: lines.first ?? "", at: SlidePoint(Self.left, 34), size: size, isBold: true,
          anchor: .start)),
      .rectangle(Slide.Rectangle(box: box, isRounded: false, fill: Tint(0), line: nil)),
      .text(
        Slide.Text(
          text: label, at: box.center, size: 12, isBold: true, color: Self.color(of: scene.tlp),
          background: Tint(0))),
    ]
    let subtitle = LabelText.fitted(
      LabelText.clean(scene.subtitle), size: 13, room: Self.right - Self.left, lines: 1)
    items.append(
      .text(
        Slide.Text(
          text: subtitle.first ?? "", at: SlidePoint(Self.left, 60), size: 13, color: .slate,
          anchor: .start)))
    add(.furniture, "", items)
  }

  /// The colours of TLP 2.0 on black.
  private static func color(of label: TrafficLight) -> Tint {
    switch label {
    case .clear: Tint(0xFFFFFF)
    case .green: Tint(0x33FF00)
    case .amber, .amberStrict: Tint(0xFFC000)
    case .red: Tint(0xFF2B2B)
    }
  }

  private mutating func addBands() {
    var items: [Slide.Item] = []
    let present = scene.bands.indices.filter { placed.bands[$0].upperBound > 0 }
    for (position, stage) in present.enumerated() {
      let range = placed.bands[stage]
      let size = 11.0
      let text = "\(position + 1)  \(scene.bands[stage])"
      let wanted = FontMetrics.width(of: text, size: size, bold: true) + 26
      let middle = (range.lowerBound + range.upperBound) / 2
      // A band reaches no farther than half way to its neighbours.
      var low = Self.left
      var high = Self.right
      if position > 0 {
        low = (placed.bands[present[position - 1]].upperBound + range.lowerBound) / 2 + 3
      }
      if position + 1 < present.count {
        high = (placed.bands[present[position + 1]].lowerBound + range.upperBound) / 2 - 3
      }
      let width = min(max(wanted, range.upperBound - range.lowerBound), high - low)
      let x = min(max(middle - width / 2, low), high - width)
      let box = SlideBox(x: x, y: 82, width: width, height: 20)
      let fitted = LabelText.fitted(text, size: size, bold: true, room: width - 16, lines: 1)
      items.append(.chevron(box, .band))
      items.append(
        .text(
          Slide.Text(
            text: fitted.first ?? "", at: SlidePoint(box.center.x - 3, box.center.y), size: size,
            isBold: true, color: .white, background: .band)))
    }
    if !items.isEmpty { add(.furniture, "", items) }
  }

  private mutating func addFoot() {
    let legend = LegendRows(scene.legend, width: Self.right - Self.left)
    var y = 518.0 - 16 * Double(legend.rows.count) + 4
    for row in legend.rows {
      var x = Self.left
      for entry in row {
        add(.furniture, "", entry.items(x: x, y: y))
        x += entry.width + LegendRows.space
      }
      y += 16
    }
    let source = LabelText.fitted(
      LabelText.clean(scene.sourceNote), size: 9, room: Self.right - Self.left, lines: 1)
    add(
      .furniture, "",
      [
        .text(
          Slide.Text(
            text: source.first ?? "", at: SlidePoint(Self.left, 529), size: 9, color: .slate,
            anchor: .start))
      ])
  }
}

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
      }
      items.append(
        .text(
          Slide.Text(
            text: text, at: SlidePoint(x + sign, y), size: LegendRows.size, anchor: .start)))
      return items
    }

    var sign: Double {
      if case .edge = entry { return 31 }
      return 22
    }
  }

  var rows: [[Entry]] = []

  init(_ legend: [Scene.LegendEntry], width: Double) {
    var used = 0.0
    for entry in legend {
      let text =
        switch entry {
        case .node(_, let text), .edge(_, _, let text): LabelText.clean(text, limit: 60)
        }
      var item = Entry(entry: entry, text: text, width: 0)
      item.width =
        item.sign + FontMetrics.width(of: text, size: Self.size) * FontMetrics.tolerance
      if rows.isEmpty || used + Self.space + item.width > width {
        rows.append([item])
        used = item.width
      } else {
        rows[rows.count - 1].append(item)
        used += Self.space + item.width
      }
    }
  }
}
