extension Vocabulary {
  /// The tables of the shipped file that hold no words, or words that the types of the model hold.
  private static let silentTables = [
    "liaison_vocabulary", "title", "sources", "written_as", "intensity", "answers", "tlp",
  ]

  /// This vocabulary with the words that a document adds under `vocabulary:`; a code that is there
  /// already gets the document's name. What cannot be read is left out: the reader of the document
  /// has told it.
  ///
  /// - Complexity: O(words²) for the words added.
  public func extended(by node: SourceNode?) -> Vocabulary {
    guard let node else { return self }
    var copy = self
    var decoder = EntryDecoder()
    copy.add(node, &decoder)
    return copy
  }

  /// Adds the tables of a map, and tells what cannot be read.
  public mutating func add(_ node: SourceNode, _ decoder: inout EntryDecoder) {
    guard let members = node.members else {
      _ = decoder.refuse(
        node, expects: "a map of tables: sectors, services, relations, …", reason: nil,
        isSensitive: false)
      return
    }
    for member in members {
      decoder.within(member.key) { decoder in
        switch member.key {
        case "services": addServices(member.node, &decoder)
        case "relations": addRelations(member.node, &decoder)
        case "statuses": addStatuses(member.node, &decoder)
        case "deprecated": addDeprecated(member.node, &decoder)
        case let key where Self.silentTables.contains(key): break
        case let key:
          if let list = List(rawValue: key) {
            addTerms(member.node, to: list, &decoder)
          } else {
            let tables = List.allCases.map(\.rawValue) + ["services", "relations", "deprecated"]
            decoder.tellUnknown(member, among: members, known: tables)
          }
        }
      }
    }
  }

  private mutating func addTerms(
    _ node: SourceNode, to list: List, _ decoder: inout EntryDecoder
  ) {
    var terms = lists[list] ?? []
    Self.put(
      rows(node, &decoder).map { $0.term(&decoder, keys: []) }, in: &terms, code: \.code)
    lists[list] = terms
  }

  private mutating func addServices(_ node: SourceNode, _ decoder: inout EntryDecoder) {
    let types = rows(node, &decoder).map { row in
      ServiceType(
        term: row.term(&decoder, keys: ["pillar", "gateway", "aim"]),
        pillar: row.text("pillar", &decoder) ?? "",
        isGateway: row.answer("gateway", &decoder) == .yes)
    }
    Self.put(types, in: &services, code: \.term.code)
  }

  private mutating func addRelations(_ node: SourceNode, _ decoder: inout EntryDecoder) {
    var kinds: [RelationKind] = []
    for row in rows(node, &decoder) {
      let term = row.term(&decoder, keys: ["family", "directed", "from", "to", "tlp"])
      let families = RelationFamily.allCases.map(\.rawValue).joined(separator: ", ")
      let kind = RelationKind(
        term: term,
        family: row.value("family", expects: "one of \(families)", &decoder) {
          RelationFamily(rawValue: $0)
        } ?? .other,
        isDirected: row.answer("directed", &decoder) != .no, from: row.ends("from", &decoder),
        to: row.ends("to", &decoder),
        tlp: row.value("tlp", expects: FieldCodec<TrafficLight>.trafficLight.expects, &decoder) {
          TrafficLight(code: $0)
        })
      if row.member("family") == nil {
        decoder.tell(
          ReadingRule.value, .error, at: row.place, "has no `family`; expected one of \(families)")
      }
      kinds.append(kind)
    }
    Self.put(kinds, in: &relations, code: \.term.code)
  }

  private mutating func addStatuses(_ node: SourceNode, _ decoder: inout EntryDecoder) {
    var statuses: [Term] = []
    for row in rows(node, &decoder) {
      let term = row.term(&decoder, keys: ["answer"])
      statuses.append(term)
      let text = row.node.scalar
      let isAnswer = row.node.members == nil
      statusAnswers[term.code] =
        isAnswer
        ? text.flatMap { Answer(code: $0) } ?? .unknown : row.answer("answer", &decoder) ?? .unknown
    }
    var terms = lists[.statuses] ?? []
    Self.put(statuses, in: &terms, code: \.code)
    lists[.statuses] = terms
  }

  private mutating func addDeprecated(_ node: SourceNode, _ decoder: inout EntryDecoder) {
    for element in node.elements ?? [] {
      let row = VocabularyRow(code: Code(""), node: element, place: element.place)
      guard let table = row.text("table", &decoder), let code = row.text("code", &decoder),
        let use = row.text("use", &decoder)
      else {
        decoder.tell(
          ReadingRule.value, .error, at: element.place,
          "holds an entry that cannot be read; expected {table: …, code: …, use: …}")
        continue
      }
      deprecated.append(
        DeprecatedTerm(
          table: table, code: Code(code), replacement: Code(use),
          reason: row.text("reason", &decoder)))
    }
  }

  /// Puts elements into a list, each in the place of the one with its code, else at the end.
  ///
  /// - Complexity: O(list + elements).
  private static func put<Element>(
    _ elements: [Element], in list: inout [Element], code: (Element) -> Code
  ) {
    var places: [Code: Int] = [:]
    for (place, element) in list.enumerated().reversed() { places[code(element)] = place }
    for element in elements {
      if let place = places[code(element)] {
        list[place] = element
      } else {
        places[code(element)] = list.count
        list.append(element)
      }
    }
  }

  /// The rows of a table: a map of codes, or a list of codes.
  private func rows(_ node: SourceNode, _ decoder: inout EntryDecoder) -> [VocabularyRow] {
    var rows: [VocabularyRow] = []
    func add(_ code: String, _ node: SourceNode, _ place: Place, _ decoder: inout EntryDecoder) {
      guard Identifier.isNative(code) else {
        decoder.tell(
          ReadingRule.value, .error, at: place,
          "has the code \(Quoted(code)); expected letters, digits, `.`, `_` or `-`")
        return
      }
      rows.append(VocabularyRow(code: Code(code), node: node, place: place))
    }
    switch node.content {
    case .null: break
    case .map(let members):
      for member in members { add(member.key, member.node, member.keyPlace, &decoder) }
    case .list(let elements):
      for element in elements {
        guard let code = element.scalar else {
          _ = decoder.refuse(element, expects: "a code", reason: nil, isSensitive: false)
          continue
        }
        add(code, SourceNode(.null, place: element.place), element.place, &decoder)
      }
    case .scalar:
      _ = decoder.refuse(
        node, expects: "codes, each with its name: {name: …}", reason: nil, isSensitive: false)
    }
    return rows
  }
}

/// One word of a vocabulary table.
private struct VocabularyRow {
  var code: Code
  var node: SourceNode
  var place: Place

  func member(_ key: String) -> SourceNode? {
    node.members?.first { $0.key == key }?.node
  }

  func value<Value>(
    _ key: String, expects: String, _ decoder: inout EntryDecoder, read: (String) -> Value?
  ) -> Value? {
    guard let node = member(key) else { return nil }
    if let value = node.scalar.flatMap(read) { return value }
    _ = decoder.within(key) {
      $0.refuse(node, expects: expects, reason: nil, isSensitive: false)
    }
    return nil
  }

  func text(_ key: String, _ decoder: inout EntryDecoder) -> String? {
    value(key, expects: "text", &decoder) { $0 }
  }

  func answer(_ key: String, _ decoder: inout EntryDecoder) -> Answer? {
    value(key, expects: "`yes` or `no`", &decoder) { Answer(code: $0) }
  }

  func ends(_ key: String, _ decoder: inout EntryDecoder) -> [EndClass] {
    guard let node = member(key) else { return [.organization] }
    let classes = (node.elements ?? [node]).map { $0.scalar.flatMap { EndClass(rawValue: $0) } }
    if classes.contains(nil) || classes.isEmpty {
      _ = decoder.within(key) {
        $0.refuse(
          node, expects: "a list of organization, service, body", reason: nil, isSensitive: false)
      }
      return [.organization]
    }
    return classes.compactMap { $0 }
  }

  /// The word itself; tells keys that are neither a word's nor among `keys`.
  func term(_ decoder: inout EntryDecoder, keys: [String]) -> Term {
    let known = ["name", "plural", "phrase", "color"]
    var names: [LocalName] = []
    for member in node.members ?? [] {
      if known.contains(member.key) || keys.contains(member.key) { continue }
      if member.key.utf8.starts(with: "name_".utf8), let text = member.node.scalar {
        names.append(
          LocalName(
            tag: String(member.key.dropFirst(5)), text: text.onOneLine,
            origin: Origin(member.node.place)))
        continue
      }
      decoder.within(code.text) { decoder in
        decoder.within(member.key) { decoder in
          decoder.tellUnknown(member, among: node.members ?? [], known: known + keys)
        }
      }
    }
    let last = code.text.split(separator: ".").last.map(String.init) ?? code.text
    let usual = String(last.map { $0 == "_" ? " " : $0 })
    return Term(
      code: code, name: text("name", &decoder)?.onOneLine ?? usual,
      plural: text("plural", &decoder)?.onOneLine,
      names: names, phrase: text("phrase", &decoder)?.onOneLine,
      color: value("color", expects: "a colour such as \"#0B6E4F\"", &decoder) { text in
        let isColor = text.utf8.count == 7 && text.utf8.first == UInt8(ascii: "#")
        return isColor && UInt32(text.dropFirst(), radix: 16) != nil ? text : nil
      })
  }
}
