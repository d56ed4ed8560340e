/// Finds places on the map, in folded bytes (0x01 is a degree sign).
enum CoordinatePattern {
  static func matches(_ bytes: [UInt8]) -> Bool {
    hasDecimalPair(bytes) || hasDegrees(bytes) || hasLink(bytes)
  }

  private struct Decimal {
    var range: Range<Int>
    var decimals: Int
    var whole: Int
  }

  /// Two numbers with three decimals or more, close together, the one within 90, the other 180.
  private static func hasDecimalPair(_ bytes: [UInt8]) -> Bool {
    var last: Decimal?
    var index = 0
    while index < bytes.count {
      guard isDigit(bytes[index]) else {
        index += 1
        continue
      }
      let start = index
      while index < bytes.count, isDigit(bytes[index]) { index += 1 }
      let whole =
        index - start <= 3 ? bytes[start..<index].reduce(0) { $0 * 10 + Int($1) - 0x30 } : 999
      guard index < bytes.count, bytes[index] == 0x2E else { continue }
      let point = index
      index += 1
      while index < bytes.count, isDigit(bytes[index]) { index += 1 }
      let decimal = Decimal(range: start..<index, decimals: index - point - 1, whole: whole)
      if let last, last.decimals >= 3, decimal.decimals >= 3, last.whole <= 90,
        decimal.whole <= 180,
        start - last.range.upperBound <= 4,
        bytes[last.range.upperBound..<start].allSatisfy({ $0 != 0x2E && !isLetter($0) })
      {
        return true
      }
      last = decimal
    }
    return false
  }

  /// `24°51'`
  private static func hasDegrees(_ bytes: [UInt8]) -> Bool {
    for index in bytes.indices where bytes[index] == 0x01 {
      guard index > 0, isDigit(bytes[index - 1]) else { continue }
      let rest = bytes[(index + 1)...].prefix(12)
      if rest.contains(0x27) || rest.contains(0x22) { return true }
    }
    return false
  }

  private static let links = [
    "geo:", "maps.google", "google.com/maps", "goo.gl/maps", "maps.app.goo.gl", "openstreetmap.org",
    "osm.org/", "what3words", "w3w.co", "plus.codes",
  ].map { Array($0.utf8) }

  private static func hasLink(_ bytes: [UInt8]) -> Bool {
    let lower = bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    return links.contains { link in
      guard lower.count >= link.count else { return false }
      return (0...(lower.count - link.count)).contains { start in
        lower[start] == link[0] && lower[start..<(start + link.count)].elementsEqual(link)
          && (link != links[0]
            || start + 4 < lower.count && (isDigit(lower[start + 4]) || lower[start + 4] == 0x2D)
              && (start == 0 || !isLetter(lower[start - 1])))
      }
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  private static func isLetter(_ byte: UInt8) -> Bool {
    byte == 0xFF || Identifier.isAlphanumeric(byte) && !isDigit(byte)
  }
}
