import LiaisonModel

extension LintContext {
  /// Input quoted for a sentence; what may be personal data is withheld.
  public func quoted(_ text: String) -> String { Quoted(text).description }

  /// A name in a sentence, without quotation marks; what may be personal data is withheld.
  public func plain(_ text: String) -> String {
    let quoted = Quoted(text).description
    guard quoted.hasPrefix("“") else { return quoted }
    return String(quoted.dropFirst().dropLast())
  }

  /// A code in a sentence: as a word of ours where the vocabulary has it, else quoted.
  func word(_ code: Code, _ table: WordTable) -> String {
    words.words(table).known.contains(code) ? "`\(code.text)`" : quoted(code.text)
  }

  /// What an organization is called: its name, else its id.
  func name(ofOrganization index: Int) -> String {
    let entry = document.organizations[index]
    return name(entry.name, entry.id, "an organization without a name")
  }

  /// What a body is called.
  func name(ofBody index: Int) -> String {
    name(document.bodies[index].name, document.bodies[index].id, "a body without a name")
  }

  /// What an agreement is called.
  func name(ofAgreement index: Int) -> String {
    let entry = document.agreements[index]
    if let name = entry.name.value, !name.isEmpty { return plain(name) }
    guard let id = entry.id.value else { return "an agreement without a name" }
    return "the agreement \(quoted(id))"
  }

  /// What a service is called, with its organization: “emergency shelter of Women's Shelter”.
  func name(ofService index: Int) -> String {
    let entry = service(index)
    let own =
      if let name = entry.name.value, !name.isEmpty {
        plain(name)
      } else if let type = entry.type.value {
        plain(vocabulary.name(ofService: type))
      } else {
        "the service \(quoted(entry.id.value ?? ""))"
      }
    guard let owner = services[index].organization else { return own }
    return "\(own) of \(name(ofOrganization: owner))"
  }

  /// What an end of a relation is called: the names of what is declared, else the text as written.
  func name(ofEnd end: EndReference, written text: String?) -> String {
    switch end {
    case .organization(let index): name(ofOrganization: index)
    case .service(_, let service): name(ofService: service)
    case .body(let index): name(ofBody: index)
    default: text.map { quoted($0) } ?? "nothing"
    }
  }

  /// “Labour Inspectorate → Provincial Police”.
  func name(ofRelation index: Int) -> String {
    let from = name(ofEnd: ends[index].from, written: document.relations[index].from.value)
    let to = name(ofEnd: ends[index].to, written: document.relations[index].to.value)
    return "\(from) → \(to)"
  }

  private func name(_ field: Field<String>, _ id: Field<String>, _ otherwise: String) -> String {
    if let name = field.value, !name.isEmpty { return plain(name) }
    return id.value.map { quoted($0) } ?? otherwise
  }
}

/// Lists in sentences.
enum Wording {
  /// “a”, “a and b”, “a, b and c”; over `limit`: “a, b and 3 more”.
  static func list(_ items: [String], limit: Int = 5) -> String {
    var shown = items
    if items.count > limit {
      shown = Array(items.prefix(limit)) + ["\(items.count - limit) more"]
    }
    guard let last = shown.last, shown.count > 1 else { return shown.first ?? "" }
    return shown.dropLast().joined(separator: ", ") + " and " + last
  }

  /// “1 relation”, “3 relations”.
  static func count(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
    number == 1 ? "1 \(noun)" : "\(number) \(plural ?? noun + "s")"
  }
}
