extension FieldCodec where Value == String {
  /// Any text on one or more lines.
  public static let text = scalar("text") {
    $0
  } write: {
    $0
  }

  /// An id: `[A-Za-z0-9][A-Za-z0-9._-]{0,127}`.
  public static let id = scalar(
    "an id: a letter or digit, then at most 127 letters, digits, `.`, `_` or `-`, without `/`"
  ) {
    Identifier.isNative($0) ? $0 : nil
  } write: {
    $0
  }

  /// The id of something else; whether that exists is for lint to say.
  public static let reference = scalar("the id of another entry") {
    Identifier.isVisible($0) ? $0 : nil
  } write: {
    $0
  }
}

extension FieldCodec where Value == Code {
  /// A code of the vocabulary; whether it is known is for lint to say.
  public static let code = scalar("a code: letters, digits, `.`, `_` or `-`") {
    Identifier.isNative($0) ? Code($0) : nil
  } write: {
    $0.text
  }
}

extension FieldCodec where Value == CalendarDate {
  /// A day.
  public static let date = scalar(
    "a date such as 2025-06-30", expectation: CalendarDate.expectation(for:)
  ) {
    CalendarDate($0)
  } write: {
    $0.description
  }
}

extension FieldCodec where Value == Answer {
  /// `yes`, `no` or `unknown`.
  public static let answer = scalar("`yes`, `no` or `unknown`") {
    Answer(code: $0)
  } write: {
    $0.code
  }
}

extension ResponseEntry {
  /// What is expected where a text that begins as a date is none; nil for any other.
  fileprivate static func expectation(for text: String) -> String? {
    guard let first = text.utf8.first, (0x30...0x39).contains(first) else { return nil }
    return "`no`, or \(CalendarDate.expectation(for: text))"
  }
}

extension FieldCodec where Value == ResponseEntry {
  /// A day, or `no`.
  public static let response = scalar(
    "the date of the answer, or `no`", expectation: ResponseEntry.expectation(for:)
  ) { text in
    if text == "no" || text == "false" { return .silent }
    return CalendarDate(text).map { .on($0) }
  } write: { value in
    switch value {
    case .on(let date): date.description
    case .silent: "no"
    }
  }
}

extension FieldCodec where Value == Double {
  /// A number within bounds, in digits with a point.
  public static func number(_ range: ClosedRange<Double>, _ expects: String) -> FieldCodec {
    scalar(expects, form: .number) { text in
      guard let value = DecimalNumber.double(text), range.contains(value) else { return nil }
      return value
    } write: {
      DecimalNumber.text($0)
    }
  }

  /// A number of at least 0.
  public static let amount = number(
    0...Double.greatestFiniteMagnitude, "a number of at least 0, such as 24 or 0.5")
  /// Any finite number.
  public static let finite = number(
    -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude, "a number such as 3 or 0.5")
}

extension FieldCodec where Value == Int {
  /// A whole number within bounds.
  public static func whole(_ range: ClosedRange<Int>, _ expects: String) -> FieldCodec {
    scalar(expects) { text in
      guard let value = DecimalNumber.whole(text), range.contains(value) else { return nil }
      return value
    } write: {
      String($0)
    }
  }
}

extension FieldCodec where Value == [String] {
  /// Texts.
  public static let texts = list("a list of texts") {
    $0
  } write: {
    $0
  }
  /// Ids of other things.
  public static let references = list("a list of ids") { text in
    Identifier.isVisible(text) ? text : nil
  } write: {
    $0
  }
}

extension FieldCodec where Value == [Code] {
  /// Codes.
  public static let codes = list("a list of codes: letters, digits, `.`, `_` or `-`") { text in
    Identifier.isNative(text) ? Code(text) : nil
  } write: {
    $0.text
  }
}

extension FieldCodec where Value == TrafficLight {
  /// A label of the Traffic Light Protocol 2.0; the withdrawn WHITE is read as CLEAR and told.
  public static let trafficLight = FieldCodec(
    expects: "CLEAR, GREEN, AMBER, AMBER+STRICT or RED", form: .scalar
  ) { node, decoder in
    guard let text = node.scalar else { return .refused(nil) }
    if let light = TrafficLight(code: text) { return .value(light) }
    let name = text.uppercased()
    guard name == "WHITE" || name == "TLP:WHITE" else { return .refused(nil) }
    decoder.tell(
      ReadingRule.deprecated, .warning, at: node.place,
      "says WHITE, which TLP 2.0 renamed to CLEAR; it is read as CLEAR", replacement: "CLEAR")
    return .value(.clear)
  } write: {
    .text($0.code)
  }
}

extension FieldCodec where Value == ScopeList {
  /// A scope list: `[adult.female, child.male=unknown]`.
  public static let scope = FieldCodec(
    expects: "a list such as [adult.female, child.male=unknown], or [any]", form: .list
  ) { node, _ in
    var terms: [ScopeTerm] = []
    // A few terms are compared faster than they are looked up.
    var answers: [Code: Answer] = [:]
    let elements = node.elements ?? [node]
    for element in elements {
      guard let text = element.scalar, let term = ScopeTerm(reading: text) else {
        return .refused(nil)
      }
      let isContradicted =
        elements.count > 16
        ? answers.updateValue(term.answer, forKey: term.code) ?? term.answer != term.answer
        : terms.contains { $0.code == term.code && $0.answer != term.answer }
      if isContradicted { return .refused("gives one code two different answers") }
      terms.append(term)
    }
    guard !terms.isEmpty else {
      return .refused("is an empty list; leave the key out where it is not known")
    }
    return .value(ScopeList(terms))
  } write: { list in
    SourceNode(.list(list.terms.map { .text($0.text) }))
  }
}

extension ScopeTerm {
  /// Reads `code`, `code=yes`, `code=no` or `code=unknown`.
  init?(reading text: String) {
    let bytes = text.utf8
    guard let mark = bytes.firstIndex(of: UInt8(ascii: "=")) else {
      guard Identifier.isVisible(text) else { return nil }
      self.init(Code(text))
      return
    }
    guard let code = String(bytes[..<mark]),
      let word = String(bytes[bytes.index(after: mark)...]), Identifier.isVisible(code),
      ["yes", "no", "unknown"].contains(word), let answer = Answer(code: word)
    else { return nil }
    self.init(Code(code), answer)
  }
}
