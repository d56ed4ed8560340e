#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Which characters the fonts of this machine can draw.
///
/// Where a font lacks a character, Pango takes it from another one that has it; a character that
/// none has is drawn as an empty box, and nothing says so. So ask before drawing.
///
/// ```swift
/// let coverage = try FontCoverage.installed()
/// for missing in coverage.missing(in: labels) { warn(missing.description) }
/// ```
public struct FontCoverage: Sendable, Hashable {
  /// The characters covered: ranges in order, apart from each other.
  private var ranges: [ClosedRange<UInt32>]

  /// Creates a coverage of these characters.
  public init(_ ranges: [ClosedRange<UInt32>]) {
    var merged: [ClosedRange<UInt32>] = []
    for range in ranges.sorted(by: {
      ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound)
    }) {
      if let last = merged.last,
        range.lowerBound <= last.upperBound || range.lowerBound == last.upperBound + 1
      {
        merged[merged.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    self.ranges = merged
  }

  /// Reads character sets as fontconfig prints them: `20-7e a0 a2-ff`, a line a font. Words that
  /// are neither a number nor a range are passed over.
  public init(charsets text: [UInt8]) {
    var ranges: [ClosedRange<UInt32>] = []
    for word in text.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }) {
      let ends = word.split(separator: UInt8(ascii: "-")).map {
        UInt32(String(decoding: $0, as: UTF8.self), radix: 16)
      }
      guard let first = ends.first ?? nil, let last = ends.last ?? nil, first <= last,
        last <= 0x10FFFF, ends.count <= 2
      else { continue }
      ranges.append(first...last)
    }
    self.init(ranges)
  }

  /// The characters that all installed fonts together cover, by one run of `fc-list`.
  ///
  /// - Throws: `notInstalled` where there is no fontconfig.
  public static func installed() throws(GraphvizError) -> FontCoverage {
    FontCoverage(charsets: try run("fc-list", ["-f", "%{charset}\n"]))
  }

  /// The characters of the font that is taken where this one is named, by one run of `fc-match`.
  ///
  /// - Throws: `notInstalled` where there is no fontconfig.
  public static func of(_ font: DOTFont) throws(GraphvizError) -> FontCoverage {
    FontCoverage(charsets: try run("fc-match", ["-f", "%{charset}\n", font.rawValue]))
  }

  /// The family that is taken where this one is named: `Liberation Sans` for `Arial`.
  ///
  /// - Throws: `notInstalled` where there is no fontconfig.
  public static func family(for font: DOTFont) throws(GraphvizError) -> String {
    let bytes = try run("fc-match", ["-f", "%{family[0]}\n", font.rawValue])
    return RenderOutcome.lines(of: bytes).first ?? ""
  }

  /// Whether a character is covered.
  ///
  /// - Complexity: O(log ranges).
  public func covers(_ scalar: Unicode.Scalar) -> Bool {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound < scalar.value { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].contains(scalar.value)
  }

  /// The characters of these texts that are not covered, by script in the order of their first
  /// code point. White space, controls and characters that are not drawn never count.
  public func missing(in texts: some Sequence<String>) -> [MissingGlyphs] {
    var lacking: Set<Unicode.Scalar> = []
    for text in texts {
      for scalar in text.unicodeScalars where !covers(scalar) {
        let properties = scalar.properties
        let isDrawn =
          !properties.isWhitespace && !properties.isDefaultIgnorableCodePoint
          && properties.generalCategory != .control && properties.generalCategory != .format
        if isDrawn { lacking.insert(scalar) }
      }
    }
    var groups: [MissingGlyphs] = []
    for scalar in lacking.sorted() {
      let script = Script.of(scalar)
      if let index = groups.firstIndex(where: {
        $0.script == script.name && $0.package == script.package
      }) {
        groups[index].characters.append(scalar)
      } else {
        groups.append(
          MissingGlyphs(script: script.name, package: script.package, characters: [scalar]))
      }
    }
    return groups
  }

  /// Where fontconfig's programs are. They are not searched for in `PATH`, which is anybody's.
  private static let folders = ["/usr/bin", "/usr/local/bin", "/opt/homebrew/bin", "/bin"]

  private static func run(
    _ program: String, _ arguments: [String]
  ) throws(GraphvizError) -> [UInt8] {
    for folder in folders {
      let path = "\(folder)/\(program)"
      guard access(path, X_OK) == 0 else { continue }
      let ending = ChildProcess(
        path: path, arguments: arguments, outputLimit: 16 << 20, wallSeconds: 20
      ).run()
      guard ending.startError == nil, ending.exitStatus == 0 else {
        throw GraphvizError(.failed, "\(path) could not list the fonts.")
      }
      return ending.output
    }
    throw GraphvizError(
      .notInstalled, "There is no \(program), so missing characters cannot be found.",
      hint: "Install fontconfig: apt-get install fontconfig.")
  }
}
