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
      relationWords: scene.relationWords, language: scene.language)
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
        var look = EdgeLook(edge)
        if scene.arrangement == .points { look = look.thread(amongst: scene.edges.count) }
        let ways = placed.ways[index].filter { $0.points.count > 3 }.map { $0.kept(in: area) }
        if ways.isEmpty { continue }
        add(
          .edge, edge.description,
          [
            .line(
              Slide.Line(
                curves: ways, color: look.color, lineWidth: look.lineWidth, dash: look.dash,
                arrowSize: look.arrowSize, opacity: look.opacity))
          ])
      }
    }
  }

  /// Points, each with a rim of paper that parts it from what it lies on, then the names.
  private mutating func addPoints() {
    for (index, node) in scene.nodes.enumerated() {
      let box = placed.boxes[index]
      func mark(_ rim: Double, _ color: Tint) -> Slide.Item {
        .mark(
          Slide.Mark(
            kind: node.style.mark, center: box.center, size: box.width + rim, color: color,
            background: .white))
      }
      add(
        .node, node.description.isEmpty ? LabelText.clean(node.name) : node.description,
        [mark(1.6, .white), mark(0, node.style.markColor)])
    }
    for caption in placed.captions { add(.furniture, "", caption.items()) }
  }

  private mutating func addNodes() {
    if scene.arrangement == .points { return addPoints() }
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

  /// Labels beside their ways and numbers on them, where they cover the least.
  private mutating func addEdgeLabels() {
    var taken = placed.boxes + placed.panels
    let frame = Self.frame(of: scene)
    for (index, edge) in scene.edges.enumerated() {
      guard let way = placed.ways[index].first else { continue }
      if let number = edge.number {
        let box = placeOfNumber(on: way, ofEdge: index, frame, taken)
        taken.append(box)
        add(.furniture, "", EdgeNumber.items(number, in: box))
      } else if let label = edge.label {
        let text = LabelLines(label, size: max(NodeLabel.smallestType, min(placed.typeSize, 10)))
        let box = place(ofLabel: text, on: way, frame, taken)
        taken.append(box)
        add(.furniture, "", text.items(in: box, color: edge.role == .gap ? .gapText : .slate))
      }
    }
  }

  /// Where a number covers no box, no other number and no other missing relation.
  private func placeOfNumber(
    on way: SlideCurve, ofEdge own: Int, _ frame: SlideBox, _ taken: [SlideBox]
  ) -> SlideBox {
    let others = scene.edges.indices.filter { $0 != own && scene.edges[$0].role == .gap }
      .flatMap { placed.ways[$0] }
    var best: (cost: Double, box: SlideBox)?
    for share in stride(from: 0.1, through: 0.9, by: 0.05) {
      let box = EdgeNumber.box(at: way.point(at: share)).moved(into: frame)
      let crossed = others.count { $0.passes(box) }
      let cost =
        taken.reduce(abs(share - 0.5) * 20) { $0 + box.grown(by: 2).overlap(with: $1) * 10 }
        + Double(crossed) * 200
      if cost < (best?.cost ?? .infinity) { best = (cost, box) }
    }
    return best?.box ?? EdgeNumber.box(at: way.point(at: 0.5))
  }

  /// Where a label stands beside its way, over no box and as little as can be over lines: least of all
  /// over what is missing or not certain.
  private func place(
    ofLabel text: LabelLines, on way: SlideCurve, _ frame: SlideBox, _ taken: [SlideBox]
  ) -> SlideBox {
    let lines = scene.edges.indices.map { index in
      let role = scene.edges[index].role
      return (
        cost: role == .gap ? 400.0 : role == .uncertain || role == .main ? 150 : 8,
        ways: placed.ways[index]
      )
    }
    var best: (cost: Double, box: SlideBox)?
    for share in [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8] {
      let point = way.point(at: share)
      for down in [-0.7, 0.7, -1, 1, -1.5, 1.5, -2.4, 2.4, -3.5, 3.5] {
        for aside in [0, -0.35, 0.35] {
          let wanted = SlideBox(
            center: SlidePoint(point.x + aside * text.width, point.y + down * text.height),
            width: text.width, height: text.height)
          let box = wanted.moved(into: frame)
          let covered = lines.reduce(0) { sum, line in
            sum + line.cost * Double(line.ways.count { $0.passes(box) })
          }
          let cost =
            taken.reduce(covered) { $0 + box.grown(by: 2).overlap(with: $1) * 10 }
            + (abs(box.x - wanted.x) + abs(box.y - wanted.y)) * 4
            + abs(down) * text.height + abs(aside) * text.width + abs(share - 0.5) * 20
          if cost < (best?.cost ?? .infinity) { best = (cost, box) }
        }
      }
    }
    return best?.box
      ?? SlideBox(center: way.point(at: 0.5), width: text.width, height: text.height)
  }

  // MARK: Around it

  private mutating func addHead() {
    let label = scene.tlp.label
    let labelWidth = FontMetrics.width(of: label, size: 12, bold: true) + 14
    let box = SlideBox(x: Self.right - labelWidth, y: 22, width: labelWidth, height: 20)
    let room = box.x - Self.left - 16
    var size = 24.0
    // What a view says is English, whatever name it begins with.
    let title = TextDirection.leftToRight(slide.title)
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
    let subtitle = Self.line(subtitle(), sizes: [13, 12, 11, 10])
    items.append(
      .text(
        Slide.Text(
          text: subtitle.text, at: SlidePoint(Self.left, 60), size: subtitle.size, color: .slate,
          anchor: .start)))
    add(.furniture, "", items)
  }

  /// What the slide shows, in a line: of a title that is too long the end is left out rather than what
  /// stands behind it.
  private func subtitle() -> String {
    var shown = scene
    guard let title = scene.parts.first, scene.parts.count > 1 else { return scene.subtitle }
    for limit in stride(from: LabelText.limit, to: 40, by: -10) {
      shown.parts[0] = LabelText.clean(title, limit: limit)
      let width = FontMetrics.width(of: shown.subtitle, size: 10) * FontMetrics.tolerance
      if width <= Self.right - Self.left { break }
    }
    return shown.subtitle
  }

  /// A text on one line in the largest of some sizes in which it fits into a room, the slide's width
  /// unless given; cut in the last.
  private static func line(
    _ text: String, sizes: [Double], bold: Bool = false, room: Double = right - left
  ) -> (text: String, size: Double) {
    let size =
      sizes.first {
        FontMetrics.width(of: text, size: $0, bold: bold) * FontMetrics.tolerance <= room
      } ?? sizes.last ?? NodeLabel.smallestType
    let lines = LabelText.fitted(text, size: size, bold: bold, room: room, lines: 1)
    return (lines.first ?? "", size)
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
    let size = 11.0
    let present = scene.bands.indices.filter { placed.bands[$0].upperBound > 0 }
    // How far each band would reach for its title and its column.
    let wishes = present.enumerated().map { position, stage in
      let range = placed.bands[stage]
      let text = "\(position + 1)  \(scene.bands[stage])"
      let wanted = FontMetrics.width(of: text, size: size, bold: true) + 26
      let width = max(wanted, range.upperBound - range.lowerBound)
      let middle = (range.lowerBound + range.upperBound) / 2
      let low = min(max(middle - width / 2, Self.left), Self.right - width)
      return SlideBox(x: low, y: 82, width: width, height: 20)
    }
    // Where two neighbours meet: half way between what they wish, but in no column.
    func border(after position: Int) -> Double {
      let (own, next) = (placed.bands[present[position]], placed.bands[present[position + 1]])
      let half = (wishes[position].maxX + wishes[position + 1].x) / 2
      return min(max(half, own.upperBound), next.lowerBound)
    }
    for (position, stage) in present.enumerated() {
      // What stands beside the way is no step of it.
      let isStep = stage != PathwayStage.beside.rawValue
      let text = (isStep ? "\(position + 1)  " : "") + scene.bands[stage]
      let low = position > 0 ? border(after: position - 1) + 3 : Self.left
      let high = position + 1 < present.count ? border(after: position) - 3 : Self.right
      var box = wishes[position]
      box.x = max(box.x, low)
      box.width = min(wishes[position].maxX, high) - box.x
      let fitted = Self.line(text, sizes: [size, 10, 9], bold: true, room: box.width - 14)
      let middle = SlidePoint(box.center.x - (isStep ? 3 : 0), box.center.y)
      items.append(
        isStep
          ? .chevron(box, .band)
          : .rectangle(Slide.Rectangle(box: box, isRounded: false, fill: .band, line: nil)))
      items.append(
        .text(
          Slide.Text(
            text: fitted.text, at: middle, size: fitted.size, isBold: true, color: .white,
            background: .band)))
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
      scene.sourceNote, size: 9, room: Self.right - Self.left, lines: 1)
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
