import LiaisonModel

/// Names that an option takes, separated by commas, as `betweenness,degree`.
enum NameList {
  /// The names, without white space at their ends; in one that holds a comma it is written `\,`. Nothing before
  /// or after a comma is an empty name.
  static func names(in list: String) -> [String] {
    var names: [String] = []
    var goesOn = false
    for part in list.split(separator: ",", omittingEmptySubsequences: false) {
      let isEscaped = part.last == "\\"
      let text = isEscaped ? part.dropLast() + "," : part
      if goesOn { names[names.count - 1] += text } else { names.append(String(text)) }
      goesOn = isEscaped
    }
    return names.map(\.trimmed)
  }
}
