/// Finds a title before a capital letter: `Mr Khan`, `Dr. A. Bibi`, `Ms. Z`.
enum PersonNamePattern {
  private static let titles = ["mr", "mrs", "ms", "miss", "mx", "dr", "syed", "syeda", "begum"]
    .map { Array($0.utf8) }

  static func matches(_ bytes: [UInt8]) -> Bool {
    var start = 0
    while start < bytes.count {
      guard (0x41...0x5A).contains(bytes[start]),
        start == 0 || !Identifier.isAlphanumeric(bytes[start - 1]) && bytes[start - 1] != 0xFF
      else {
        start += 1
        continue
      }
      var end = start
      while end < bytes.count, Identifier.isAlphanumeric(bytes[end]) { end += 1 }
      let word = bytes[start..<end].map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
      // `MS Office` is no Ms Office.
      let isSoftware = bytes[start..<end].elementsEqual("MS".utf8)
      start = end
      guard word.count <= 5, !isSoftware, titles.contains(word) else { continue }
      if end < bytes.count, bytes[end] == 0x2E { end += 1 }
      guard end < bytes.count, bytes[end] == 0x20, end + 1 < bytes.count,
        (0x41...0x5A).contains(bytes[end + 1])
      else { continue }
      return true
    }
    return false
  }
}
