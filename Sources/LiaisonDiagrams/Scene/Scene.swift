public import LiaisonModel

/// What a figure shows, before anything has a place: no Graphviz, no coordinates, no type size.
///
/// Text is as the network has it; the composer cleans it, wraps it and measures it.
public struct Scene: Sendable, Equatable {
  /// How the parts are to be arranged.
  public enum Arrangement: Sendable, Equatable {
    /// Columns from left to right, one a stage.
    case stages
    /// Panels, one a cluster; the edges join clusters, not nodes.
    case panels
    /// A network in which what is joined stands together.
    case springs
    /// A large network: each node a point, the most telling ones named beside it.
    case points
  }

  /// What a node, an edge or a cluster is drawn with.
  public struct NodeStyle: Sendable, Equatable {
    /// What it is filled with.
    public var fill: Tint
    /// Its border.
    public var line: Tint
    /// Its text, in a contrast of 4.5 to the fill.
    public var text: Tint
    /// The border's width in points.
    public var lineWidth: Double
    /// Whether the border is dashed.
    public var isDashed: Bool
    /// The mark before the name: the second cue beside colour.
    public var mark: SectorGroup.Mark
    /// The mark's colour.
    public var markColor: Tint

    /// Creates a style.
    public init(
      fill: Tint, line: Tint, text: Tint = .ink, lineWidth: Double = 1.25,
      isDashed: Bool = false, mark: SectorGroup.Mark = .none, markColor: Tint = .ink
    ) {
      self.fill = fill
      self.line = line
      self.text = text
      self.lineWidth = lineWidth
      self.isDashed = isDashed
      self.mark = mark
      self.markColor = markColor
    }
  }

  /// A node.
  public struct Node: Sendable, Equatable {
    /// The id of what it stands for.
    public var id: String
    /// The name.
    public var name: String
    /// The name in a second language, on a line of its own.
    public var localName: String?
    /// A remark under the name, in the colour of gaps.
    public var note: String?
    /// How it is drawn.
    public var style: NodeStyle
    /// The size of its type beside that of the figure, 1 to 1.6.
    public var scale: Double
    /// The column, where the scene is arranged in stages.
    public var stage: Int
    /// The panel, where the scene is arranged in panels.
    public var cluster: Int?
    /// Whether its name is written, where nodes are points.
    public var isNamed = true
    /// What it is, for those who hear the figure.
    public var description: String

    /// Creates a node.
    public init(
      id: String, name: String, localName: String? = nil, style: NodeStyle, scale: Double = 1,
      stage: Int = 0, cluster: Int? = nil, description: String = ""
    ) {
      self.id = id
      self.name = name
      self.localName = localName
      self.style = style
      self.scale = scale
      self.stage = stage
      self.cluster = cluster
      self.description = description
    }
  }

  /// What an edge means, which decides its look.
  public enum EdgeRole: Sendable, Equatable {
    /// What the view is about.
    case main
    /// Against the flow, or within a stage.
    case secondary
    /// Known to rest on what is not certain: dashed.
    case uncertain
    /// Between an organization and its unit: dotted.
    case unit
    /// Only there to show where a gap lies.
    case context
    /// What is missing.
    case gap
  }

  /// Which ends of an edge have an arrow.
  public enum Arrows: Sendable, Equatable {
    case none, head, both
  }

  /// An edge between two nodes, or two clusters, by index.
  public struct Edge: Sendable, Equatable {
    /// The index of the node, or cluster, that it starts from.
    public var from: Int
    /// The index of the one that it leads to.
    public var to: Int
    /// Its strength, from 1.
    public var weight: Double
    /// What it means.
    public var role: EdgeRole
    /// Which ends have an arrow.
    public var arrows: Arrows
    /// What stands beside it.
    public var label: String?
    /// How thick it is in points, where the view measures it; else its role and strength decide.
    public var width: Double?
    /// The number on it, which the legend explains.
    public var number: Int?
    /// What it says, for those who hear the figure.
    public var description: String

    /// Creates an edge.
    public init(
      _ from: Int, _ to: Int, weight: Double = 1, role: EdgeRole = .main, arrows: Arrows = .head,
      label: String? = nil, description: String = ""
    ) {
      self.from = from
      self.to = to
      self.weight = weight
      self.role = role
      self.arrows = arrows
      self.label = label
      self.description = description
    }
  }

  /// A panel around nodes.
  public struct Cluster: Sendable, Equatable {
    /// What stands at its head.
    public var title: String
    /// How it is drawn.
    public var style: NodeStyle

    /// Creates a panel.
    public init(title: String, style: NodeStyle) {
      self.title = title
      self.style = style
    }
  }

  /// One entry of the legend.
  public enum LegendEntry: Sendable, Equatable {
    /// A node's look.
    case node(NodeStyle, String)
    /// An edge's look.
    case edge(EdgeRole, hasArrow: Bool, String)
    /// A point's look.
    case point(NodeStyle, String)
    /// What the size of a name, or of a point, says.
    case size(ofPoints: Bool, String)
    /// What a line of this thickness stands for.
    case width(Double, EdgeRole, String)
    /// What is to be known of the figure, without a sign.
    case words(String)
    /// What the number on an edge stands for.
    case number(Int, String)

    /// What it says.
    public var text: String {
      get {
        switch self {
        case .node(_, let text), .edge(_, _, let text), .point(_, let text), .size(_, let text),
          .width(_, _, let text), .words(let text), .number(_, let text):
          text
        }
      }
      set {
        switch self {
        case .node(let style, _): self = .node(style, newValue)
        case .edge(let role, let hasArrow, _): self = .edge(role, hasArrow: hasArrow, newValue)
        case .point(let style, _): self = .point(style, newValue)
        case .size(let ofPoints, _): self = .size(ofPoints: ofPoints, newValue)
        case .width(let width, let role, _): self = .width(width, role, newValue)
        case .words: self = .words(newValue)
        case .number(let number, _): self = .number(number, newValue)
        }
      }
    }
  }

  /// The id of the view.
  public var view: String
  /// How its parts are arranged.
  public var arrangement: Arrangement
  /// What the figure says, in a line.
  public var title: String
  /// What it shows, part by part.
  public var parts: [String]
  /// For whom a part is shown, "a part: what may be shared as TLP:CLEAR"; nil where all is. It stands behind the
  /// first of ``parts``.
  public var audience: String?
  /// The language tag of names in `name`; what the view itself says is English.
  public var language: String
  /// With whom it may be shared.
  public var tlp: TrafficLight
  /// Where the data comes from, as of when, and what else is to be known, part by part.
  public var sources: [String]
  /// The nodes.
  public var nodes: [Node]
  /// The edges.
  public var edges: [Edge]
  /// The panels.
  public var clusters: [Cluster]
  /// The names of the stages.
  public var bands: [String]
  /// The legend, in order.
  public var legend: [LegendEntry]
  /// What was merged or left out, a sentence each.
  public var notes: [String]
  /// The figure in words, a sentence each, but for the relations of ``relationWords``.
  public var textAlternative: [String]
  /// The relations that it draws, in words, one each: "Provincial Police refers people to Women's
  /// Shelter".
  public var relationWords: [String]
  /// Whether all relations are within what is folded into one, so that none would be seen.
  public var isBlank = false

  /// What it shows, in a line.
  public var subtitle: String {
    Self.line(of: parts.prefix(1) + (audience.map { [$0] } ?? []) + parts.dropFirst())
  }

  /// Where the data comes from, in a line.
  public var sourceNote: String { Self.line(of: sources) }

  /// Parts in a line from left to right, in their order: one that runs from right to left turns
  /// nothing round.
  private static func line(of parts: [String]) -> String {
    let shown = parts.map { LabelText.clean($0) }.filter { !$0.isEmpty }
    return TextDirection.leftToRight(
      shown.map { TextDirection.closed($0) }.joined(separator: " · "))
  }

  /// Creates an empty scene.
  public init(view: String, arrangement: Arrangement, title: String) {
    self.view = view
    self.arrangement = arrangement
    self.title = title
    parts = []
    language = "en"
    tlp = .amber
    sources = []
    nodes = []
    edges = []
    clusters = []
    bands = []
    legend = []
    notes = []
    textAlternative = []
    relationWords = []
  }
}
