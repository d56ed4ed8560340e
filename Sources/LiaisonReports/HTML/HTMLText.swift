/// Text as HTML writes it.
enum HTMLText {
  /// A piece of text in which the direction of names does not disturb what stands beside them.
  static func phrase(_ text: String) -> String { "<bdi>\(escaped(text))</bdi>" }

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
