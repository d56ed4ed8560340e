extension String {
  /// The text made harmless for a line that is written for people, a terminal or a log: controls and what
  /// breaks a line are a space, and what turns the direction of the text beside it is gone.
  ///
  /// A cell of a sheet may hold a line break, and a name a tab; in a document they stay as they are. The
  /// joiners that Urdu and Persian need stay too.
  ///
  /// - Complexity: O(bytes); a text in which nothing is to be done is returned as it is.
  public var onOneLine: String {
    let isHarmless = utf8.allSatisfy { byte in
      switch byte {
      // These begin the C1 controls; the Arabic letter mark; the separators and the marks of direction; the byte
      // order mark; the tags.
      case 0xC2, 0xD8, 0xE2, 0xEF, 0xF3: false
      default: byte >= 0x20 && byte != 0x7F
      }
    }
    if isHarmless { return self }
    var line = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF, 0xE0000...0xE007F:
        continue
      case ..<0x20, 0x7F..<0xA0, 0x2028, 0x2029:
        if let last = line.last, last != " " { line.append(" ") }
      default: line.append(scalar)
      }
    }
    if line.last == " ", unicodeScalars.last != " " { line.removeLast() }
    return String(line)
  }
}
