/// Text from a file, made fit to stand in a page.
enum PrintableText {
  /// One line without what would change how the rest is read: controls, and the characters that
  /// override or embed a direction. Joiners stay, as scripts need them.
  static func scalars(_ text: String) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D, 0x2028, 0x2029: result.append(" ")
      case 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: continue
      default:
        if scalar.properties.generalCategory != .control { result.append(scalar) }
      }
    }
    return result
  }
}
