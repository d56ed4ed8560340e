import LiaisonModel

/// What is recorded about an organization, in words that it can say yes or no to.
struct ConfirmationWords {
  private let table: PathwayTable
  private let names: NeedWords
  private var network: StakeholderNetwork { table.network }

  init(_ table: PathwayTable) {
    self.table = table
    names = NeedWords(network: table.network, needs: table.needs)
  }

  func organization(_ index: Int) -> String { names.organization(index) }

  func area(_ code: Code) -> String {
    network.area(code.text).map { network.areas[$0].name } ?? code.text
  }

  func cases(_ code: Code) -> String { network.vocabulary.name(of: code, in: .cases) }

  /// Leaf areas, by position, as the widest areas that hold them and nothing else.
  func widest(areas positions: Set<Int>) -> [Code] {
    names.wholes(positions).map { Code(network.areas[$0].id) }
  }

  // MARK: Points

  /// A service: "Legal counsel of the Insaf Legal Aid Centre, for women in North District".
  func service(_ index: Int) -> ConfirmationPoint {
    let service = network.services[index]
    let owner = network.organizations[service.organization]
    let type = network.vocabulary.name(ofService: service.type)
    var notes = scope(service.scope)
    if let capacity = service.capacity, let maximum = capacity.maximum, let unit = capacity.unit {
      notes.append("\(Self.amount(maximum)) \(Wording.word(unit))")
    }
    if let languages = service.languages {
      let names = languages.map { network.vocabulary.name(of: Code($0), in: .languages) }
      notes.append("in \(Wording.list(names))")
    }
    return ConfirmationPoint(
      .init(.services, "\(owner.id)/\(service.id)", .holds),
      "\(Wording.sentence(organization(service.organization))) offers \(type)"
        + Self.colon(notes) + Self.status(service.validity))
  }

  /// A relation: "Provincial Police refers people to the Women's Shelter: women; for legal counsel".
  func relation(_ relation: Relation) -> ConfirmationPoint {
    let phrase = network.vocabulary.relation(relation.kind).map { $0.term.phrase ?? $0.term.name }
    var notes = scope(relation.scope)
    if let types = relation.services, !types.isEmpty { notes.append("for \(services(relation))") }
    if let content = relation.content, !content.isEmpty {
      let names = content.map { network.vocabulary.name(of: $0, in: .content) }
      notes.append("\(Wording.list(names)) data")
    }
    if relation.onward == .no { notes.append("nobody is passed on from there") }
    if let feedback = relation.feedback { notes.append("feedback: \(Wording.word(feedback))") }
    if let index = relation.agreement {
      let agreement = network.agreements[index]
      notes.append("under “\(agreement.name ?? agreement.id)”")
    }
    return ConfirmationPoint(
      .init(.relations, relation.key, .holds),
      "\(Wording.sentence(end(relation.from))) \(phrase ?? Wording.word(relation.kind)) "
        + end(relation.to) + Self.colon(notes) + Self.status(relation.validity),
      recorded: evidence(relation))
  }

  /// To whom else an organization refers people.
  func refersTo(_ index: Int) -> ConfirmationPoint {
    ConfirmationPoint(
      .init(.organizations, network.organizations[index].id, .refersTo),
      "To whom \(organization(index)) refers people and it is not recorded (ids or names, with ; "
        + "between them)")
  }

  /// Which services an organization offers besides those recorded.
  func offers(_ index: Int) -> ConfirmationPoint {
    ConfirmationPoint(
      .init(.organizations, network.organizations[index].id, .offers),
      "What \(organization(index)) offers and it is not recorded (service types, with ; between them)"
    )
  }

  /// Whether those who refer people along a relation hear back.
  func feedback(_ relation: Relation) -> ConfirmationPoint {
    ConfirmationPoint(
      .init(.relations, relation.key, .feedback),
      "Does \(end(relation.to)) tell \(end(relation.from)) what became of the people referred?")
  }

  /// "legal counsel and shelter": for what people are sent along a relation.
  func services(_ relation: Relation) -> String {
    Wording.list((relation.services ?? []).map { network.vocabulary.name(ofService: $0) })
  }

  // MARK: Parts

  private func end(_ end: RelationEnd) -> String {
    switch end {
    case .organization(let index): return organization(index)
    case .body(let index): return Wording.definite(network.bodies[index].name)
    case .service(let index):
      let service = network.services[index]
      return "the \(network.vocabulary.name(ofService: service.type)) of "
        + organization(service.organization)
    }
  }

  /// Who has said what: "Provincial Police: yes (2025-05-03)".
  private func evidence(_ relation: Relation) -> String {
    let sides: [(Code, String)] = [
      ("from", end(relation.from)), ("to", end(relation.to)), ("third", "others"),
    ]
    let said = sides.compactMap { side, name -> String? in
      guard let (answer, date) = relation.newest(of: side) else { return nil }
      let word = answer == .unknown ? "not known" : answer.code
      return Wording.sentence(name) + ": \(word)" + (date.map { " (\($0))" } ?? "")
    }
    return said.isEmpty ? "Nobody has been asked about this." : said.joined(separator: "; ")
  }

  /// "women, not known: girls", "in North District", "in cases of forced labour": what is stated.
  private func scope(_ scope: Scope) -> [String] {
    func text(_ list: ScopeList?, _ any: String, _ name: (Code) -> String) -> String? {
      guard let list else { return nil }
      func names(_ answer: Answer) -> [String] {
        list.terms.filter { $0.answer == answer }.map { $0.code == .any ? any : name($0.code) }
      }
      var parts: [String] = []
      if !names(.yes).isEmpty { parts.append(Wording.list(names(.yes))) }
      if !names(.no).isEmpty { parts.append("not \(Wording.list(names(.no), "or"))") }
      if !names(.unknown).isEmpty {
        parts.append("not known whether \(Wording.list(names(.unknown), "or"))")
      }
      return parts.joined(separator: ", ")
    }
    return [
      text(scope.groups, "anyone") { network.vocabulary.name(of: $0, in: .groups) },
      text(scope.areas, "everywhere", area).map { "in \($0)" },
      text(scope.cases, "every kind of case", cases).map { "cases: \($0)" },
    ].compactMap { $0 }
  }

  private static func colon(_ notes: [String]) -> String {
    notes.isEmpty ? "" : ": " + notes.joined(separator: "; ")
  }

  private static func status(_ validity: Validity) -> String {
    var notes: [String] = []
    if let status = validity.status, status != "active" { notes.append(Wording.word(status)) }
    if let until = validity.until { notes.append("until \(until)") }
    return notes.isEmpty ? "" : " (\(notes.joined(separator: ", ")))"
  }

  private static func amount(_ value: Double) -> String {
    Int(exactly: value).map { Wording.grouped($0) } ?? "\(value)"
  }
}

extension Relation {
  /// What one side said last, and when; what it said differently on that day is not known.
  fileprivate func newest(of side: Code) -> (answer: Answer, date: CalendarDate?)? {
    let own = evidence.filter { item in
      let reporter = item.reporter ?? "third"
      return reporter == side || (reporter == "both" && side != "third")
    }
    let date = own.compactMap(\.date).max()
    let last = own.filter { $0.date == date }.map(\.answer)
    guard let first = last.first else { return nil }
    return (last.allSatisfy { $0 == first } ? first : .unknown, date)
  }
}
