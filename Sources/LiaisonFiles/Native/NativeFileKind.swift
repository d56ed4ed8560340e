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

  /// What the bytes of a file say in their first key; comments and `---` may stand before it.
  ///
  /// - Complexity: O(bytes before the first key), at most 64 kB.
  public init(_ bytes: [UInt8]) {
    self = .network
    for line in bytes.prefix(64 << 10).split(separator: 0x0A) {
      guard let first = line.first, first != UInt8(ascii: "#"), first != 0x0D else { continue }
      if line.starts(with: "---".utf8) || first == UInt8(ascii: " ") { continue }
      if line.starts(with: "liaison_patch:".utf8) { self = .patch }
      if line.starts(with: "liaison_standard:".utf8) { self = .standard }
      if line.starts(with: "liaison_vocabulary:".utf8) { self = .vocabulary }
      return
    }
  }
}
