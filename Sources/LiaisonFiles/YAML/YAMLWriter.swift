public import LiaisonModel

/// Writes a tree as YAML that `YAMLReader` and PyYAML's `BaseLoader` read as the same tree.
///
/// Maps and lists stand in block style; a short map or list stands in brackets where it fits into
/// 100 columns, but the document itself and lists of maps directly under it never do, so that each
/// row has a line. Text stands plain where that is safe, in single quotes, in double quotes where it
/// needs escapes, and behind `|` where it has lines. A NUL, which no reader accepts, is written
/// as an escape.
public enum YAMLWriter {
  /// Writes a document.
  ///
  /// - Parameters:
  ///   - root: the tree; doubled keys are written as they are.
  ///   - width: the columns into which what stands in brackets must fit.
  /// - Returns: UTF-8 with LF line ends, ending in one.
  /// - Complexity: O(size).
  public static func write(_ root: SourceNode, width: Int = 100) -> [UInt8] {
    var emitter = YAMLEmitter(width: width)
    emitter.document(root)
    return emitter.output
  }
}

/// The state of writing one document. Each part is written with the cursor where it begins, and
/// ends its last line.
private struct YAMLEmitter {
  private(set) var output: [UInt8] = []
  private let width: Int

  init(width: Int) { self.width = width }

  mutating func document(_ root: SourceNode) {
    switch root.content {
    case .map(let members) where !members.isEmpty:
      for member in members { self.member(member, indentation: 0, isTop: true) }
    case .list(let elements) where !elements.isEmpty:
      list(elements, indentation: 0)
    case .scalar(let text, _):
      line(YAMLScalar.inline(text, isFlow: false))
    default:
      line(inline(root, room: .max) ?? [])
    }
  }

  /// `key: value`, its cursor at `indentation`.
  private mutating func member(
    _ member: SourceNode.Member, indentation: Int, isTop: Bool = false
  ) {
    let key = YAMLScalar.inline(member.key, isFlow: false)
    output += key
    output.append(0x3A)
    let inner = indentation + 2
    let room = width - indentation - key.count - 2
    switch member.node.content {
    case .list(let elements)
    where isTop && elements.contains(where: Self.isCollection):
      output.append(0x0A)
      list(elements, indentation: inner)
    case .scalar(let text, _) where YAMLScalar.isLiteral(text):
      literal(text, indentation: inner)
    case .scalar(let text, _):
      output.append(0x20)
      line(YAMLScalar.inline(text, isFlow: false))
    default:
      if let text = inline(member.node, room: room) {
        output.append(0x20)
        line(text)
      } else if let members = member.node.members {
        output.append(0x0A)
        for member in members {
          indent(inner)
          self.member(member, indentation: inner)
        }
      } else {
        output.append(0x0A)
        list(member.node.elements ?? [], indentation: inner)
      }
    }
  }

  private mutating func list(_ elements: [SourceNode], indentation: Int) {
    for element in elements {
      indent(indentation)
      self.element(element, indentation: indentation)
    }
  }

  /// `- value`, its cursor at `indentation`.
  private mutating func element(_ node: SourceNode, indentation: Int) {
    output.append(0x2D)
    let inner = indentation + 2
    switch node.content {
    case .scalar(let text, _) where YAMLScalar.isLiteral(text):
      literal(text, indentation: inner)
      return
    case .scalar(let text, _):
      output.append(0x20)
      return line(YAMLScalar.inline(text, isFlow: false))
    default: break
    }
    output.append(0x20)
    if let text = inline(node, room: width - inner) { return line(text) }
    var isFirst = true
    for member in node.members ?? [] {
      if !isFirst { indent(inner) }
      isFirst = false
      self.member(member, indentation: inner)
    }
    for element in node.elements ?? [] {
      if !isFirst { indent(inner) }
      isFirst = false
      self.element(element, indentation: inner)
    }
  }

  /// Behind `key:` or `-`: text whose lines stand below.
  private mutating func literal(_ text: String, indentation: Int) {
    output += " |".utf8
    var bytes = Array(text.utf8)
    if bytes.last != 0x0A {
      output.append(0x2D)
    } else {
      bytes.removeLast()
      if bytes.last == 0x0A { output.append(0x2B) }
    }
    output.append(0x0A)
    for part in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if !part.isEmpty { indent(indentation) }
      output += part
      output.append(0x0A)
    }
  }

  // MARK: One line

  private static func isCollection(_ node: SourceNode) -> Bool {
    switch node.content {
    case .list, .map: true
    default: false
    }
  }

  /// A node in brackets; nil if it does not fit, or holds text that is better read on lines.
  private func inline(_ node: SourceNode, room: Int) -> [UInt8]? {
    var result: [UInt8] = []
    return append(node, to: &result, room: room) ? result : nil
  }

  /// The depth is bounded by `room`, of which each level takes a column; it is `.max` only for the
  /// empty collections and nulls of a document's root.
  private func append(_ node: SourceNode, to result: inout [UInt8], room: Int) -> Bool {
    guard result.count <= room else { return false }
    switch node.content {
    case .null:
      result += "null".utf8
    case .scalar(let text, _):
      if text.utf8.count > room || YAMLScalar.isLiteral(text) { return false }
      result += YAMLScalar.inline(text, isFlow: true)
    case .list(let elements):
      result.append(0x5B)
      for (index, element) in elements.enumerated() {
        if index > 0 { result += ", ".utf8 }
        guard append(element, to: &result, room: room) else { return false }
      }
      result.append(0x5D)
    case .map(let members):
      result.append(0x7B)
      for (index, member) in members.enumerated() {
        if index > 0 { result += ", ".utf8 }
        guard member.key.utf8.count <= room else { return false }
        result += YAMLScalar.inline(member.key, isFlow: true)
        result += ": ".utf8
        guard append(member.node, to: &result, room: room) else { return false }
      }
      result.append(0x7D)
    }
    return result.count <= room
  }

  private mutating func indent(_ columns: Int) {
    output.append(contentsOf: repeatElement(0x20, count: columns))
  }

  private mutating func line(_ text: [UInt8]) {
    output += text
    output.append(0x0A)
  }
}
