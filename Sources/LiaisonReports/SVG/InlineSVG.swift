/// A figure's SVG that may stand inside a page: one root, known elements with known attributes, plain
/// values, nothing that runs, loads, styles or refers outside.
///
/// It is an allow-list, not a filter: the figures are the tool's own, so whatever is not of their
/// shape is refused whole.
public struct InlineSVG: Sendable, Equatable {
  /// The markup, from `<svg` to `</svg>`.
  public let text: String
  /// The ids in it, in order, each once.
  public let ids: [String]

  /// Checks a figure.
  ///
  /// - Throws: `SVGRefusal` with the place and what stands there.
  /// - Complexity: O(bytes) time; memory for the elements open at one time.
  public init(_ bytes: [UInt8]) throws(SVGRefusal) {
    var check = SVGCheck(bytes)
    try check.document()
    text = String(decoding: bytes[check.range], as: UTF8.self)
    ids = check.ids
  }

  /// Refuses figures that share an id, which a page may hold only once.
  ///
  /// - Complexity: O(ids log ids).
  public static func requireDistinct(_ figures: [InlineSVG]) throws(SVGRefusal) {
    let all = figures.flatMap(\.ids).sorted()
    for (one, next) in zip(all, all.dropFirst()) where one == next {
      throw SVGRefusal(offset: 0, message: "two figures share the id `\(one)`")
    }
  }
}

/// Why an SVG may not stand inside a page.
public struct SVGRefusal: Error, Sendable, Equatable, CustomStringConvertible {
  /// The byte at which it was refused.
  public var offset: Int
  /// What stands there.
  public var message: String

  /// The message with its place.
  public var description: String { "The figure is refused at byte \(offset): \(message)." }
}
