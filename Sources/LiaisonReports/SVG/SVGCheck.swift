/// Reads an SVG byte by byte against the list of what our figures hold. It is no XML parser: what it
/// does not know it refuses.
struct SVGCheck {
  private let bytes: [UInt8]
  private var at = 0
  private var open: [String] = []
  private var seen: Set<String> = []
  private(set) var ids: [String] = []
  /// Where the markup lies, without the white space around it.
  private(set) var range = 0..<0

  /// How deep elements may lie in one another.
  private static let depth = 16

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// What may stand in a value.
  private enum Value {
    /// Free text: a name for those who hear the figure.
    case text
    /// Letters, digits, and marks of numbers, paths, colours and lists; no `(`, no `:`.
    case plain
    /// An id of this figure.
    case id
    /// Exactly this.
    case exactly(String)
  }

  private static let shared: [String: Value] = [
    "id": .id, "class": .plain, "role": .plain, "aria-label": .text, "aria-labelledby": .id,
    "aria-describedby": .id, "aria-hidden": .plain, "lang": .plain, "xml:lang": .plain,
    "fill": .plain, "stroke": .plain, "stroke-width": .plain, "stroke-dasharray": .plain,
    "stroke-linecap": .plain, "stroke-linejoin": .plain, "opacity": .plain,
    "fill-opacity": .plain, "stroke-opacity": .plain, "font-family": .plain,
    "font-size": .plain, "font-weight": .plain, "font-style": .plain, "text-anchor": .plain,
    "direction": .plain, "unicode-bidi": .plain, "x": .plain, "y": .plain, "dx": .plain,
    "dy": .plain, "width": .plain, "height": .plain,
  ]

  private static let own: [String: [String: Value]] = [
    "svg": ["viewBox": .plain, "xmlns": .exactly("http://www.w3.org/2000/svg")],
    "g": [:], "title": [:], "desc": [:],
    "text": ["textLength": .plain], "tspan": [:],
    "rect": ["rx": .plain, "ry": .plain],
    "circle": ["cx": .plain, "cy": .plain, "r": .plain],
    "ellipse": ["cx": .plain, "cy": .plain, "rx": .plain, "ry": .plain],
    "line": ["x1": .plain, "y1": .plain, "x2": .plain, "y2": .plain],
    "path": ["d": .plain], "polygon": ["points": .plain], "polyline": ["points": .plain],
  ]

  /// Where text may stand.
  private static let holdsText: Set<String> = ["title", "desc", "text", "tspan"]

  // MARK: Reading

  mutating func document() throws(SVGRefusal) {
    skipSpace()
    let start = at
    repeat { try piece() } while !open.isEmpty
    range = start..<at
    skipSpace()
    if at < bytes.count { throw refuse("something stands behind the figure") }
  }

  /// One tag, or the text up to the next.
  private mutating func piece() throws(SVGRefusal) {
    guard at < bytes.count else { throw refuse("the figure is not finished") }
    guard bytes[at] == UInt8(ascii: "<") else { return try text() }
    at += 1
    if take("/") {
      let name = word()
      guard let last = open.popLast(), last == name, take(">") else {
        throw refuse("`\(name)` ends what is not open")
      }
      return
    }
    let name = word()
    guard let own = Self.own[name], (name == "svg") == open.isEmpty else {
      throw refuse("the element `\(name)` has no place here")
    }
    try attributes(of: name, own)
    if take("/") {
      guard take(">") else { throw refuse("`\(name)` is not closed") }
    } else if take(">") {
      guard open.count < Self.depth else { throw refuse("elements lie too deep") }
      open.append(name)
    } else {
      throw refuse("`\(name)` is not closed")
    }
  }

  private mutating func attributes(
    of element: String, _ own: [String: Value]
  ) throws(SVGRefusal) {
    var names: [String] = []
    while true {
      let hadSpace = skipSpace()
      let name = word()
      if name.isEmpty { break }
      guard hadSpace, let kind = own[name] ?? Self.shared[name], !names.contains(name) else {
        throw refuse("the attribute `\(name)` has no place in `\(element)`")
      }
      names.append(name)
      guard take("="), take("\"") else { throw refuse("`\(name)` has no value") }
      let start = at
      while at < bytes.count, bytes[at] != UInt8(ascii: "\"") {
        try character(inside: kind, of: name)
      }
      let value = String(decoding: bytes[start..<at], as: UTF8.self)
      guard take("\"") else { throw refuse("`\(name)` is not finished") }
      if case .exactly(let wanted) = kind, value != wanted { throw refuse("`\(name)` is another") }
      if name == "id" {
        guard !value.isEmpty, seen.insert(value).inserted else {
          throw refuse("the id `\(value)` stands twice")
        }
        ids.append(value)
      }
    }
    if element == "svg", !names.contains("xmlns") { throw refuse("`svg` has no namespace") }
  }

  private mutating func text() throws(SVGRefusal) {
    let isAllowed = open.last.map(Self.holdsText.contains) ?? false
    while at < bytes.count, bytes[at] != UInt8(ascii: "<") {
      if isAllowed {
        try character(inside: .text, of: "text")
      } else {
        guard Self.isSpace(bytes[at]) else { throw refuse("text has no place here") }
        at += 1
      }
    }
  }

  /// One character of a value or of text: never markup, and entities only those of XML itself.
  private mutating func character(inside kind: Value, of name: String) throws(SVGRefusal) {
    let byte = bytes[at]
    if byte == UInt8(ascii: "&") {
      for entity in ["&amp;", "&lt;", "&gt;", "&quot;", "&#39;"]
      where bytes[at...].starts(with: entity.utf8) {
        guard case .text = kind else { break }
        at += entity.utf8.count
        return
      }
      throw refuse("`\(name)` holds an entity")
    }
    let isFine =
      switch kind {
      case .text: byte >= 0x20 && byte != 0x7F || byte == 0x0A
      case .exactly: byte > 0x20 && byte < 0x7F
      case .id: Self.isWord(byte)
      case .plain: Self.isWord(byte) || " ,.#+%'".utf8.contains(byte)
      }
    guard isFine, byte != UInt8(ascii: "<"), byte != UInt8(ascii: ">") else {
      throw refuse("`\(name)` holds what it may not")
    }
    at += 1
  }

  // MARK: Bytes

  private mutating func word() -> String {
    let start = at
    while at < bytes.count, Self.isWord(bytes[at]) || bytes[at] == UInt8(ascii: ":") { at += 1 }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard at < bytes.count, UInt32(bytes[at]) == character.value else { return false }
    at += 1
    return true
  }

  @discardableResult
  private mutating func skipSpace() -> Bool {
    let start = at
    while at < bytes.count, Self.isSpace(bytes[at]) { at += 1 }
    return at > start
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  private func refuse(_ message: String) -> SVGRefusal {
    SVGRefusal(
      offset: at,
      message: PrintableText.scalars(message).prefix(120).reduce(into: "") {
        $0.unicodeScalars.append($1)
      })
  }
}
