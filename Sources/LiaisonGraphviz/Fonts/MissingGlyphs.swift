/// Characters of one script that no installed font can draw.
public struct MissingGlyphs: Sendable, Hashable, CustomStringConvertible {
  /// The script: `Arabic`, `Devanagari`, `emoji`.
  public var script: String
  /// The Debian package that has a font for it.
  public var package: String
  /// The characters, each once, by code point.
  public var characters: [Unicode.Scalar]

  /// Creates it.
  public init(script: String, package: String, characters: [Unicode.Scalar]) {
    self.script = script
    self.package = package
    self.characters = characters
  }

  /// One sentence: how many, which script, the first few by number, and what to install.
  public var description: String {
    let shown = characters.prefix(4).map { scalar in
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
    let more = characters.count > shown.count ? ", …" : ""
    let subject =
      characters.count == 1
      ? "1 character of \(script) has" : "\(characters.count) characters of \(script) have"
    return "\(subject) no installed font (\(shown.joined(separator: ", "))\(more)): "
      + "install \(package)."
  }
}
