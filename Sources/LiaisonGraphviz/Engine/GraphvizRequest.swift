/// One picture to make: a DOT text, who lays it out, and what comes back.
public struct GraphvizRequest: Sendable, Hashable {
  /// The DOT text, as ``DOTGraph/encoded()`` wrote it. Never a stranger's: a label, a font or an
  /// image named there reaches libraries that do not expect an enemy.
  public var dot: [UInt8]
  /// Who lays it out.
  public var engine: LayoutEngine
  /// The form of the reply.
  public var format: GraphvizFormat
  /// Dots per inch, 36…300, in place of what the text says. 144 gives 1920 × 1080 pixels for a
  /// page of 960 × 540 points. PDF and SVG grow with it too: 72 keeps a point a point.
  public var dpi: Int?
  /// What it may take.
  public var limits: GraphvizLimits

  /// Creates a request.
  public init(
    dot: [UInt8], engine: LayoutEngine, format: GraphvizFormat, dpi: Int? = nil,
    limits: GraphvizLimits = .standard
  ) {
    self.dot = dot
    self.engine = engine
    self.format = format
    self.dpi = dpi
    self.limits = limits
  }
}

/// What came back.
public struct GraphvizReply: Sendable, Hashable {
  /// The picture or the positions.
  public var bytes: [UInt8]
  /// What Graphviz and its libraries said that was not an error, one line each.
  public var warnings: [String]

  /// Creates a reply.
  public init(bytes: [UInt8], warnings: [String] = []) {
    self.bytes = bytes
    self.warnings = warnings
  }
}
