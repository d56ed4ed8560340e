import LiaisonModel

extension FindingReport {
  /// Annotations for GitHub Actions: `::error file=…,line=…,col=…,title=RULE::sentence`.
  ///
  /// Reference: GitHub, Workflow commands for GitHub Actions.
  /// - Complexity: O(findings printed).
  public func github() -> String {
    var text = ""
    for item in shown {
      let finding = item.finding
      let command =
        switch finding.severity {
        case .error: "error"
        case .warning: "warning"
        case .info: "notice"
        }
      var properties: [String] = []
      if let span = item.span {
        properties.append("file=\(Self.property(span.start.path))")
        properties.append("line=\(span.start.line)")
        if span.end.line > span.start.line { properties.append("endLine=\(span.end.line)") }
        properties.append("col=\(span.start.column)")
        if span.end.line == span.start.line, span.end.column > span.start.column {
          properties.append("endColumn=\(span.end.column)")
        }
      }
      properties.append("title=\(Self.property(finding.rule))")
      text += "::\(command) \(properties.joined(separator: ","))::\(Self.data(finding.spoken))\n"
    }
    if omitted > 0 { text += "::notice::\(omitted) more findings are not shown.\n" }
    return text
  }

  /// Escapes the text of an annotation.
  private static func data(_ text: String) -> String {
    escape(text) { byte in
      switch byte {
      case UInt8(ascii: "%"): "%25"
      case 0x0D: "%0D"
      case 0x0A: "%0A"
      default: nil
      }
    }
  }

  /// Escapes a property of an annotation.
  private static func property(_ text: String) -> String {
    escape(text) { byte in
      switch byte {
      case UInt8(ascii: "%"): "%25"
      case 0x0D: "%0D"
      case 0x0A: "%0A"
      case UInt8(ascii: ":"): "%3A"
      case UInt8(ascii: ","): "%2C"
      default: nil
      }
    }
  }

  private static func escape(_ text: String, _ escape: (UInt8) -> String?) -> String {
    var bytes: [UInt8] = []
    for byte in text.onOneLine.utf8 {
      if let escaped = escape(byte) { bytes += escaped.utf8 } else { bytes.append(byte) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
