/// A scene in which everything has its place on the slide.
struct PlacedScene: Sendable {
  /// The type size of nodes at scale 1.
  var typeSize: Double
  /// One for each node; none where nodes are points.
  var labels: [NodeLabel]
  /// One for each node.
  var boxes: [SlideBox]
  /// One for each edge.
  var ways: [[SlideCurve]]
  /// One for each cluster.
  var panels: [SlideBox]
  /// From where to where each band reaches.
  var bands: [ClosedRange<Double>]
  /// The names of points.
  var captions: [PointCaption] = []
  /// What is to be told about the placing.
  var warnings: [String] = []
}

/// Why a scene has no place on the slide.
enum PlacingFailure: Error {
  /// It does not fit in type of 9 points.
  case tooDense
  /// The engine failed.
  case engine(any Error)
}

/// How a scene is to be measured: type size, wrapping, whether the second language is shown.
struct TypeChoice: Sendable, Hashable {
  var size: Double
  var wrap: Int
  var local: Bool
  /// Whether a stage may take two columns.
  var isDouble = false
}
