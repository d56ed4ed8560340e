/// A slide as a list of things to draw, in the order in which they are drawn: what the writers of
/// SVG, PNG and PDF have in common.
///
/// The page is 960 × 540 points: exactly 16:9, 13.33 × 7.5 inches.
struct Slide: Sendable, Hashable {
  static let width = 960.0
  static let height = 540.0

  /// Text on one line.
  struct Text: Sendable, Hashable {
    enum Anchor: Sendable, Hashable {
      case start, middle, end
    }

    var text: String
    /// The anchor point across, and the middle of the line down.
    var at: SlidePoint
    var size: Double
    var isBold = false
    var color = Tint.ink
    var anchor = Anchor.middle
    /// What stands behind it.
    var background = Tint.white

    /// The width by our metrics.
    var width: Double { FontMetrics.width(of: text, size: size, bold: isBold) }

    /// What it covers.
    var box: SlideBox {
      let x =
        switch anchor {
        case .start: at.x
        case .middle: at.x - width / 2
        case .end: at.x - width
        }
      return SlideBox(x: x, y: at.y - size * 0.6, width: width, height: size * 1.2)
    }
  }

  /// A rectangle.
  struct Rectangle: Sendable, Hashable {
    var box: SlideBox
    var isRounded = true
    var fill: Tint?
    var line: Tint?
    var lineWidth = 1.0
    var isDashed = false

    /// The radius that Graphviz rounds with.
    var radius: Double { isRounded ? min(12, min(box.width, box.height) / 3) : 0 }
  }

  /// A small mark, the second cue beside colour.
  struct Mark: Sendable, Hashable {
    var kind: SectorGroup.Mark
    var center: SlidePoint
    var size: Double
    var color: Tint
    var background: Tint
  }

  /// How a line is broken.
  enum Dash: Sendable, Hashable {
    case solid, dashed, dotted
  }

  /// A line.
  struct Line: Sendable, Hashable {
    var curves: [SlideCurve]
    var color: Tint
    var lineWidth: Double
    var dash = Dash.solid
    var arrowSize = 0.55
    /// How much it covers what lies behind it, 0 to 1.
    var opacity = 1.0
  }

  /// A thing to draw.
  enum Item: Sendable, Hashable {
    case rectangle(Rectangle)
    case mark(Mark)
    case line(Line)
    case text(Text)
    /// A band that points to the right.
    case chevron(SlideBox, Tint)
  }

  /// Things that belong together, and how they are called by those who hear the slide.
  struct Group: Sendable, Hashable {
    enum Kind: Sendable, Hashable {
      /// Behind everything: panels.
      case panel
      case edge
      case node
      /// Title, bands, legend, notes.
      case furniture
    }

    var kind: Kind
    /// The accessible name; empty for furniture.
    var name: String
    var items: [Item]
  }

  var title: String
  var textAlternative: [String]
  var relationWords: [String]
  var language: String
  /// In the order of drawing: panels, edges, nodes, furniture.
  var groups: [Group] = []

  /// The figure in words, its relations too, for those who hear it.
  var spoken: String {
    let relations =
      relationWords.isEmpty ? [] : ["Relations: \(Scene.listed(relationWords, limit: 200))."]
    return (textAlternative + relations).joined(separator: " ")
  }

  /// All texts, in order.
  var texts: [Text] {
    var found: [Text] = []
    for group in groups {
      for case .text(let text) in group.items { found.append(text) }
    }
    return found
  }

  /// The smallest type on the slide, in points.
  var smallestType: Double { texts.map(\.size).min() ?? 0 }
}
