/// Text as HTML writes it.
enum HTMLText {
  /// A piece of text in which the direction of names does not disturb what stands beside them.
  /// What stands between two backticks is set as code; a date is not broken at the end of a line.
  static func phrase(_ text: String) -> String {
    let parts = text.split(separator: "`", omittingEmptySubsequences: false)
    guard parts.count > 2, parts.count % 2 == 1 else { return "<bdi>\(prose(text))</bdi>" }
    let pieces = parts.enumerated().map { index, part in
      index % 2 == 0 ? prose(String(part)) : "<code>\(escaped(String(part)))</code>"
    }
    return "<bdi>\(pieces.joined())</bdi>"
  }

  private static func prose(_ text: String) -> String {
    escaped(text).replacing(/\b[0-9]{4}-[0-9]{2}-[0-9]{2}\b/) { "<time>\($0.output)</time>" }
  }

  /// Text in which nothing is markup; control characters are dropped.
  static func escaped(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in PrintableText.scalars(text) {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
