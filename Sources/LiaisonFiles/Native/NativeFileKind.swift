/// What a YAML file of ours is, by the key that it begins with.
public enum NativeFileKind: Sendable {
  /// A network, or what does not say what it is.
  case network
  /// `liaison_patch`.
  case patch
  /// `liaison_standard`.
  case standard
  /// `liaison_vocabulary`.
  case vocabulary

  /// What the bytes of a file say in their first key; a byte order mark, comments and `---` may stand
  /// before it.
  ///
  /// - Complexity: O(bytes before the first key), at most 64 kB.
  public init(_ bytes: [UInt8]) {
    self = .network
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let text = bytes.prefix(64 << 10).dropFirst(bytes.starts(with: mark) ? mark.count : 0)
    for line in text.split(separator: 0x0A) {
      guard let first = line.first, first != UInt8(ascii: "#"), first != 0x0D else { continue }
      if line.starts(with: "---".utf8) || first == UInt8(ascii: " ") { continue }
      if line.starts(with: "liaison_patch:".utf8) { self = .patch }
      if line.starts(with: "liaison_standard:".utf8) { self = .standard }
      if line.starts(with: "liaison_vocabulary:".utf8) { self = .vocabulary }
      return
    }
  }

  /// Whether a JSON file begins as a network does: with the key `liaison`.
  ///
  /// - Complexity: O(blanks before the first key).
  public static func isNetwork(json bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    for expected in ["{", "\"liaison\""] {
      rest = rest.drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
      guard rest.starts(with: expected.utf8) else { return false }
      rest = rest.dropFirst(expected.utf8.count)
    }
    return true
  }
}
