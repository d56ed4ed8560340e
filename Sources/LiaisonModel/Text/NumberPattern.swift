/// Finds the numbers that name a person, in folded bytes.
enum NumberPattern {
  /// A run of digits with single separators between them.
  private struct Run {
    var digits: [UInt8]
    /// How many digits stand before each separator.
    var groups: [Int]
    var hasPlus: Bool
  }

  static func hasPhone(_ bytes: [UInt8]) -> Bool {
    runs(bytes, separators: [0x20, 0x2D, 0x2E, 0x28, 0x29]).contains { run in
      let digits = run.digits
      let count = digits.count
      if run.hasPlus { return (8...15).contains(count) }
      guard digits[0] == 0x30 else { return false }
      if count > 1, digits[1] == 0x30 { return (11...17).contains(count) }
      let isTollFree = digits.starts(with: [0x30, 0x38, 0x30, 0x30])
      return (10...11).contains(count) && !isTollFree
    }
  }

  static func hasIdentityCard(_ bytes: [UInt8]) -> Bool {
    runs(bytes, separators: [0x2D, 0x20]).contains { run in
      run.digits.count == 13 && !run.hasPlus && (0x31...0x37).contains(run.digits[0])
        && (run.groups == [13] || run.groups == [5, 7, 1])
    }
  }

  /// Two letters that begin a word, then exactly seven digits; not a P-code of Pakistan's union
  /// councils, `PK` and seven digits.
  static func hasPassport(_ bytes: [UInt8]) -> Bool {
    words(bytes).contains { word in
      word.count == 9 && word.prefix(2).allSatisfy { (0x41...0x5A).contains($0) }
        && !word.starts(with: "PK".utf8)
        && word.dropFirst(2).allSatisfy { (0x30...0x39).contains($0) }
    }
  }

  /// Two letters, two digits, then 11 to 30 letters and digits with the check sum of ISO 13616;
  /// groups of four may be set off by spaces.
  static func hasAccount(_ bytes: [UInt8]) -> Bool {
    var joined: [UInt8] = []
    for word in words(bytes) {
      if word.count >= 4, word.prefix(2).allSatisfy({ (0x41...0x5A).contains($0) }),
        word.dropFirst(2).prefix(2).allSatisfy({ (0x30...0x39).contains($0) })
      {
        joined = Array(word)
      } else if !joined.isEmpty, word.count <= 4 {
        joined += word
      } else {
        joined = []
      }
      if (15...34).contains(joined.count), isAccount(joined) { return true }
    }
    return false
  }

  private static func isAccount(_ bytes: [UInt8]) -> Bool {
    var remainder = 0
    for byte in bytes.dropFirst(4) + bytes.prefix(4) {
      switch byte {
      case 0x30...0x39: remainder = (remainder * 10 + Int(byte) - 0x30) % 97
      case 0x41...0x5A: remainder = (remainder * 100 + Int(byte) - 0x37) % 97
      default: return false
      }
    }
    return remainder == 1
  }

  private static func words(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    bytes.split { !Identifier.isAlphanumeric($0) && $0 != 0xFF }
  }

  private static func runs(_ bytes: [UInt8], separators: [UInt8]) -> [Run] {
    var result: [Run] = []
    var index = 0
    while index < bytes.count {
      guard (0x30...0x39).contains(bytes[index]) else {
        index += 1
        continue
      }
      var before = index > 0 ? bytes[index - 1] : 0x20
      if before == 0x28 { before = index > 1 ? bytes[index - 2] : 0x20 }
      var run = Run(digits: [], groups: [0], hasPlus: before == 0x2B)
      var gap = 0
      let start = index
      while index < bytes.count {
        let byte = bytes[index]
        if (0x30...0x39).contains(byte) {
          if gap > 0 { run.groups.append(0) }
          gap = 0
          run.digits.append(byte)
          run.groups[run.groups.count - 1] += 1
        } else if separators.contains(byte), gap < 2 {
          gap += 1
        } else {
          break
        }
        index += 1
      }
      let after = index < bytes.count ? bytes[index] : 0x20
      let isInWord =
        start > 0 && (Identifier.isAlphanumeric(bytes[start - 1]) || bytes[start - 1] == 0x2F)
        || gap == 0 && (Identifier.isAlphanumeric(after) || after == 0x2F)
      if !isInWord { result.append(run) }
    }
    return result
  }
}
