/// The text of labels: what is left out of it, and how it is escaped.
enum DOTText {
  /// The most characters (scalars) of a label.
  static let characterLimit = 1_000
  /// The most lines of a label.
  static let lineLimit = 24

  /// How much was left out of the labels of a graph.
  struct Removed {
    var controls = 0
    var directions = 0
  }

  /// The lines of a text without what no picture may hold.
  ///
  /// Controls make SVG that no browser opens, bidirectional embeddings and overrides show a name
  /// other than the one that is there, and invisible format characters make two names look alike.
  /// The joiners U+200C and U+200D and the marks U+200E, U+200F and U+061C stay: Urdu and Persian
  /// are wrong without them.
  static func lines(of text: String, removed: inout Removed) -> [String] {
    var lines: [String] = []
    var line = String.UnicodeScalarView()
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      defer { previous = scalar }
      switch scalar.value {
      case 0x0A where previous == "\r": break
      case 0x0A, 0x0D, 0x0B, 0x0C, 0x85, 0x2028, 0x2029:
        lines.append(String(line))
        line = String.UnicodeScalarView()
      case 0x09: line.append(" ")
      case 0x202A...0x202E, 0x2066...0x2069, 0x206A...0x206F: removed.directions += 1
      case 0x200C, 0x200D, 0x200E, 0x200F, 0x061C, 0x00AD: line.append(scalar)
      default:
        switch scalar.properties.generalCategory {
        case .control, .format, .unassigned, .surrogate: removed.controls += 1
        default: line.append(scalar)
        }
      }
    }
    lines.append(String(line))
    return lines
  }

  /// The value of a plain label, so that what Graphviz prints is the text itself.
  static func plain(_ lines: [String], alignment: DOTLabel.Alignment) -> String {
    let end =
      switch alignment {
      case .center: "\\n"
      case .left: "\\l"
      case .right: "\\r"
      }
    var value = ""
    for (index, line) in lines.enumerated() {
      for scalar in line.unicodeScalars {
        switch scalar {
        case "\\": value += "\\\\"
        case "&": value += "&amp;"
        default: value.unicodeScalars.append(scalar)
        }
      }
      // An aligned line says so at its own end; a centred one needs nothing after the last.
      if index < lines.count - 1 || alignment != .center { value += end }
    }
    return value
  }

  /// The HTML-like value of a label in bold or italics: our tags around escaped text.
  static func markup(_ lines: [String], label: DOTLabel, tableWidth: Double?) -> String {
    let side = label.alignment.rawValue.uppercased()
    var value = ""
    for (index, line) in lines.enumerated() {
      for scalar in line.unicodeScalars {
        switch scalar {
        case "&": value += "&amp;"
        case "<": value += "&lt;"
        case ">": value += "&gt;"
        case "\"": value += "&quot;"
        // In HTML too Graphviz replaces `\N` and its like.
        case "\\": value += "\\\\"
        default: value.unicodeScalars.append(scalar)
        }
      }
      if index < lines.count - 1 || label.alignment != .center {
        value += "<BR ALIGN=\"\(side)\"/>"
      }
    }
    if label.italic { value = "<I>\(value)</I>" }
    if label.bold { value = "<B>\(value)</B>" }
    guard let tableWidth, label.alignment != .center else { return "<\(value)>" }
    let width = Int(min(max(tableWidth, 1), 3_600))
    return """
      <<TABLE BORDER="0" CELLBORDER="0" CELLPADDING="0" CELLSPACING="0"><TR>\
      <TD WIDTH="\(width)" ALIGN="\(side)" BALIGN="\(side)">\(value)</TD></TR></TABLE>>
      """
  }

  /// A value between quotes of DOT. What must not be interpreted was escaped before.
  static func quoted(_ value: String) -> String {
    var text = "\""
    for scalar in value.unicodeScalars {
      if scalar == "\"" { text += "\\\"" } else { text.unicodeScalars.append(scalar) }
    }
    return text + "\""
  }
}

extension Double {
  /// The number within bounds to four decimals, as DOT reads it; `nil` where it is not finite.
  ///
  /// `description` will not do: it may have an exponent.
  func dot(in range: ClosedRange<Double>) -> String? {
    guard isFinite else { return nil }
    let clamped = min(max(self, range.lowerBound), range.upperBound)
    let scaled = Int64((clamped * 10_000).rounded())
    let magnitude = scaled.magnitude
    var fraction = String(magnitude % 10_000)
    fraction = String(repeating: "0", count: 4 - fraction.count) + fraction
    while fraction.last == "0" { fraction.removeLast() }
    return (scaled < 0 ? "-" : "") + String(magnitude / 10_000)
      + (fraction.isEmpty ? "" : "." + fraction)
  }
}
