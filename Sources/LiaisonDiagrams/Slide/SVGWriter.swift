/// Writes a slide as SVG that can be heard, selected, put inline into a page, and opened anywhere.
///
/// There is no DOCTYPE, no script, no style sheet and nothing that refers outside; ids carry a
/// prefix, so that several figures can stand in one page. Text stays text: names from right to left
/// carry their direction, and everything has a name for those who hear it.
///
/// Reference: Scalable Vector Graphics (SVG) 2, W3C, 2018; WAI-ARIA 1.2, W3C, 2023.
struct SVGWriter {
  private let slide: Slide
  private let prefix: String
  private var text = ""

  /// The bytes of a slide.
  ///
  /// - Parameter prefix: what ids begin with; letters, digits and hyphens.
  /// - Complexity: O(size of the slide).
  static func write(_ slide: Slide, prefix: String) -> [UInt8] {
    var writer = SVGWriter(slide: slide, prefix: prefix)
    writer.write()
    return Array(writer.text.utf8)
  }

  private init(slide: Slide, prefix: String) {
    self.slide = slide
    self.prefix = prefix
  }

  private mutating func write() {
    let language = SVGText.escaped(slide.language)
    text += """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 960 540" width="960" height="540" \
      role="img" aria-labelledby="\(prefix)-title" aria-describedby="\(prefix)-desc" \
      lang="\(language)" xml:lang="\(language)" \
      font-family="Arial, 'Liberation Sans', Helvetica, sans-serif">
      <title id="\(prefix)-title">\(SVGText.escaped(slide.title))</title>
      <desc id="\(prefix)-desc">\(SVGText.escaped(slide.spoken))</desc>
      <rect width="960" height="540" fill="#FFFFFF"/>

      """
    let parts: [(Slide.Group.Kind, String, String)] = [
      (.panel, "panels", "Panels"), (.edge, "edges", "Relations"),
      (.node, "nodes", "Organizations"), (.furniture, "furniture", ""),
    ]
    for (kind, id, name) in parts {
      let groups = slide.groups.filter { $0.kind == kind }
      if groups.isEmpty { continue }
      let list = name.isEmpty ? "" : " role=\"list\" aria-label=\"\(name)\""
      text += "<g id=\"\(prefix)-\(id)\"\(list)>\n"
      for (index, group) in groups.enumerated() { write(group, id: "\(prefix)-\(id)-\(index + 1)") }
      text += "</g>\n"
    }
    text += "</svg>\n"
  }

  private mutating func write(_ group: Slide.Group, id: String) {
    if group.name.isEmpty {
      text += "<g>"
    } else {
      let name = SVGText.escaped(group.name)
      text += "<g id=\"\(id)\" role=\"listitem\" aria-label=\"\(name)\"><title>\(name)</title>"
    }
    for item in group.items {
      switch item {
      case .rectangle(let rectangle): write(rectangle)
      case .mark(let mark): text += SVGMark.write(mark)
      case .line(let line): write(line)
      case .text(let line): write(line)
      case .chevron(let box, let tint): write(box, tint)
      }
    }
    text += "</g>\n"
  }

  private mutating func write(_ rectangle: Slide.Rectangle) {
    let box = rectangle.box
    text += """
      <rect x="\(SVGText.number(box.x))" y="\(SVGText.number(box.y))" \
      width="\(SVGText.number(box.width))" height="\(SVGText.number(box.height))"
      """
    if rectangle.radius > 0 { text += " rx=\"\(SVGText.number(rectangle.radius))\"" }
    text += " fill=\"\(rectangle.fill?.hex ?? "none")\""
    if let line = rectangle.line {
      text += " stroke=\"\(line.hex)\" stroke-width=\"\(SVGText.number(rectangle.lineWidth))\""
      if rectangle.isDashed { text += " stroke-dasharray=\"5 2\"" }
    }
    text += "/>"
  }

  private mutating func write(_ line: Slide.Line) {
    var path = ""
    var arrows = ""
    for curve in line.curves {
      guard let first = curve.points.first, let last = curve.points.last else { continue }
      path += "M\(SVGText.pair(first))"
      if curve.points.count > 1 {
        path += "C" + curve.points.dropFirst().map(SVGText.pair).joined(separator: " ")
      }
      if let tip = curve.end { arrows += arrow(from: last, to: tip, line) }
      if let tip = curve.start { arrows += arrow(from: first, to: tip, line) }
    }
    if path.isEmpty { return }
    text += """
      <path d="\(path)" fill="none" stroke="\(line.color.hex)" \
      stroke-width="\(SVGText.number(line.lineWidth))"
      """
    if line.opacity < 1 { text += " stroke-opacity=\"\(SVGText.number(line.opacity))\"" }
    switch line.dash {
    case .solid: break
    case .dashed: text += " stroke-dasharray=\"5 2\""
    case .dotted: text += " stroke-dasharray=\"1 4\""
    }
    text += "/>" + arrows
  }

  private func arrow(from base: SlidePoint, to tip: SlidePoint, _ line: Slide.Line) -> String {
    let across = (tip.x - base.x) * 0.35
    let down = (tip.y - base.y) * 0.35
    let points = [
      SlidePoint(base.x - down, base.y + across), tip, SlidePoint(base.x + down, base.y - across),
    ]
    let color = line.color.hex
    return """
      <polygon points="\(points.map(SVGText.pair).joined(separator: " "))" fill="\(color)" \
      stroke="\(color)" stroke-width="\(SVGText.number(min(line.lineWidth, 1.2)))"/>
      """
  }

  private mutating func write(_ box: SlideBox, _ tint: Tint) {
    let point = min(box.height / 2, 10)
    let corners = [
      SlidePoint(box.x, box.y), SlidePoint(box.maxX - point, box.y),
      SlidePoint(box.maxX, box.center.y), SlidePoint(box.maxX - point, box.maxY),
      SlidePoint(box.x, box.maxY),
    ]
    text += """
      <polygon points="\(corners.map(SVGText.pair).joined(separator: " "))" fill="\(tint.hex)"/>
      """
  }

  private mutating func write(_ line: Slide.Text) {
    if line.text.isEmpty { return }
    let isRightToLeft = TextDirection.isRightToLeft(line.text)
    // From right to left `start` is the right edge for some programs and the left one for others; a line that
    // runs from left to right and holds the text embedded begins at the left for all.
    let isEmbedded = isRightToLeft && line.anchor != .middle
    text += """
      <text x="\(SVGText.number(line.at.x))" \
      y="\(SVGText.number(line.at.y + line.size * Self.baseline))" \
      font-size="\(SVGText.number(line.size))"
      """
    switch line.anchor {
    case .start: break
    case .middle: text += " text-anchor=\"middle\""
    case .end: text += " text-anchor=\"end\""
    }
    if line.isBold { text += " font-weight=\"bold\"" }
    if TextDirection.hasArabic(line.text) {
      text += " font-family=\"'Noto Naskh Arabic', 'Noto Sans Arabic', Arial, sans-serif\""
    }
    if isRightToLeft, !isEmbedded { text += " direction=\"rtl\" unicode-bidi=\"embed\"" }
    let shown = isEmbedded ? TextDirection.embedded(line.text) : line.text
    text += " fill=\"\(line.color.hex)\">\(SVGText.escaped(shown))</text>"
  }

  /// How far below its optical middle a line's baseline lies, in type sizes.
  private static let baseline = 0.33
}

/// The marks as SVG.
enum SVGMark {
  /// The elements of a mark.
  static func write(_ mark: Slide.Mark) -> String {
    let radius = mark.size / 2
    switch mark.kind {
    case .circle: return circle(mark, radius, mark.color)
    case .ring: return circle(mark, radius, mark.color) + circle(mark, radius / 2, mark.background)
    case .frame:
      return polygon(mark, rectangle(0.9, 0.9))
        + polygon(mark, rectangle(0.45, 0.45), mark.background)
    case .square: return polygon(mark, rectangle(0.9, 0.9))
    case .bar: return polygon(mark, rectangle(0.45, 1))
    case .triangle: return polygon(mark, [(0, -1), (1, 0.9), (-1, 0.9)])
    case .inverse: return polygon(mark, [(-1, -0.9), (1, -0.9), (0, 1)])
    case .diamond: return polygon(mark, [(0, -1.15), (1.15, 0), (0, 1.15), (-1.15, 0)])
    case .cross: return polygon(mark, rectangle(1, 0.32)) + polygon(mark, rectangle(0.32, 1))
    case .none: return ""
    }
  }

  private static func rectangle(_ across: Double, _ down: Double) -> [(Double, Double)] {
    [(-across, -down), (across, -down), (across, down), (-across, down)]
  }

  private static func polygon(
    _ mark: Slide.Mark, _ corners: [(Double, Double)], _ tint: Tint? = nil
  ) -> String {
    let radius = mark.size / 2
    let points = corners.map { corner in
      SVGText.pair(
        SlidePoint(mark.center.x + corner.0 * radius, mark.center.y + corner.1 * radius))
    }
    let fill = (tint ?? mark.color).hex
    return "<polygon points=\"\(points.joined(separator: " "))\" fill=\"\(fill)\"/>"
  }

  private static func circle(_ mark: Slide.Mark, _ radius: Double, _ tint: Tint) -> String {
    """
    <circle cx="\(SVGText.number(mark.center.x))" cy="\(SVGText.number(mark.center.y))" \
    r="\(SVGText.number(radius))" fill="\(tint.hex)"/>
    """
  }
}

/// Numbers and text as SVG writes them.
enum SVGText {
  /// `x,y`.
  static func pair(_ point: SlidePoint) -> String { "\(number(point.x)),\(number(point.y))" }

  /// Two decimals, no exponent; what is not finite is 0.
  static func number(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1_000_000 else { return "0" }
    let scaled = Int((value * 100).rounded())
    let fraction = scaled.magnitude % 100
    var text = String(scaled.magnitude / 100)
    if fraction > 0 {
      let digits = fraction < 10 ? "0\(fraction)" : String(fraction)
      text += "." + (fraction % 10 == 0 ? String(digits.prefix(1)) : digits)
    }
    return scaled < 0 ? "-" + text : text
  }

  /// Text for XML 1.0, in content and in attributes: markup escaped, what XML may not hold left
  /// out.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\t", "\n": result += " "
      default:
        let value = scalar.value
        if value >= 0x20, value != 0xFFFE, value != 0xFFFF, !(0x7F..<0xA0).contains(value) {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result
  }
}
