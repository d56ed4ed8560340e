extension String {
  /// The text as it may stand within a line that is written for people: controls and what breaks a line are
  /// spaces, and what would reorder the text beside it is gone.
  ///
  /// A cell of a sheet may hold a line break, and a name a tab; in a document they stay as they are. The
  /// joiners and marks that Urdu and Persian need stay too.
  ///
  /// - Complexity: O(bytes); a text in which nothing is to be done is returned as it is.
  public var onOneLine: String {
    let isPlain = utf8.allSatisfy { byte in
      // 0xC2 begins the C1 controls, 0xE2 the separators and the marks of direction.
      byte >= 0x20 && byte != 0x7F && byte != 0xC2 && byte != 0xE2
    }
    if isPlain { return self }
    var line = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0x202A...0x202E, 0x2066...0x2069: continue
      case ..<0x20, 0x7F..<0xA0, 0x2028, 0x2029:
        if let last = line.last, last != " " { line.append(" ") }
      default: line.append(scalar)
      }
    }
    if line.last == " ", unicodeScalars.last != " " { line.removeLast() }
    return String(line)
  }
}
