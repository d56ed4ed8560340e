import LiaisonModel

/// Answers as they are taken down, before they become a patch.
struct AnswerNotes {
  /// Why an answer cannot be taken down.
  struct Problem: Error { var message: String }

  private let network: StakeholderNetwork
  private let organization: Int
  private let members: Set<Int>
  private let date: CalendarDate
  private let source: String
  private var evidence: [EvidenceEntry] = []
  private var relations: [RelationEntry] = []
  private var services: [ServiceEntry] = []
  private var changes: [NetworkPatch.Change] = []
  private var scopes = AnsweredScopes()
  private var spoken: Set<Int> = []
  private(set) var remarks: [String] = []

  init(_ network: StakeholderNetwork, _ organization: Int, _ date: CalendarDate, _ source: String) {
    self.network = network
    self.organization = organization
    self.date = date
    self.source = source
    members = Set(network.withUnits([organization]))
  }

  /// Takes down one answer; an empty one is none.
  mutating func take(_ item: ConfirmationAnswers.Answered) throws(Problem) {
    let key = item.key
    if !item.remark.isEmpty { remarks.append("\(key.id), \(key.matter.rawValue): \(item.remark)") }
    if item.answer.isEmpty { return }
    switch key.matter {
    case .inWords: remarks.append("\(key.id): \(item.answer)")
    case .refersTo: try takeReferrals(key, item.answer)
    case .offers: try takeServices(key, item.answer)
    case .feedback: try takeFeedback(key, item.answer)
    default:
      guard let answer = Answer(code: item.answer.lowercased()) else {
        throw Problem(message: "\(Quoted(item.answer)) is no answer: write yes, no or unknown.")
      }
      try take(key, answer)
    }
  }

  private mutating func take(_ key: ConfirmationPoint.Key, _ answer: Answer) throws(Problem) {
    switch (key.table, key.matter) {
    case (.relations, .holds):
      let index = try relation(key.id)
      takeEvidence(index, answer)
    case (.relations, .passesOn): try takePassing(key, answer)
    case (.services, .holds):
      let index = try service(key.id)
      takeStatus(.services, key.id, network.services[index].validity, answer)
    case (.organizations, .holds):
      let index = try member(key.id)
      takeStatus(.organizations, key.id, network.organizations[index].validity, answer)
    case (.organizations, .unitsRefer):
      _ = try member(key.id)
      var entry = OrganizationEntry()
      entry.unitsRefer = .of(answer)
      change(.organizations, key.id, OrganizationEntry.schema.members(entry))
    case (_, .areas), (_, .groups), (_, .cases): try takeScope(key, answer, isEntry: false)
    case (.organizations, .entryAreas), (.organizations, .entryGroups),
      (.organizations, .entryCases):
      try takeScope(key, answer, isEntry: true)
    default:
      throw Problem(
        message: "`\(key.matter.rawValue)` is not asked about \(key.table.rawValue).")
    }
  }

  // MARK: What is spoken of

  private func relation(_ key: String) throws(Problem) -> Int {
    guard let index = network.relations.firstIndex(where: { $0.key == key }) else {
      throw Problem(message: "The network has no relation \(Quoted(key)).")
    }
    guard network.side(of: members, in: network.relations[index]) != nil else {
      throw Problem(message: "The relation \(Quoted(key)) is not one of \(name).")
    }
    return index
  }

  private mutating func member(_ id: String) throws(Problem) -> Int {
    guard let index = network.organization(id), members.contains(index) else {
      throw Problem(message: "\(Quoted(id)) is neither \(name) nor a unit of it.")
    }
    spoken.insert(index)
    return index
  }

  private mutating func service(_ key: String) throws(Problem) -> Int {
    let parts = key.split(separator: "/").map(String.init)
    guard parts.count == 2, let owner = network.organization(parts[0]), members.contains(owner),
      let index = network.service(owner, parts[1])
    else { throw Problem(message: "\(Quoted(key)) is no service of \(name) or a unit of it.") }
    spoken.insert(owner)
    return index
  }

  /// Whoever of those who answer stands at an end of a relation has spoken.
  private mutating func noteSpeakers(of relation: Relation) {
    for end in [relation.from, relation.to] {
      if let place = network.organization(of: end), members.contains(place) { spoken.insert(place) }
    }
  }

  private var name: String { Wording.definite(network.organizations[organization].name) }

  // MARK: Evidence

  private func reference(_ relation: Relation) -> RelationReference {
    relation.id.map { RelationReference(id: $0) } ?? RelationReference(ends: relation.key)
      ?? RelationReference(id: relation.key)
  }

  private func said(_ answer: Answer, by reporter: Code) -> EvidenceEntry {
    var entry = EvidenceEntry()
    entry.source = .of(source)
    entry.kind = .of("survey")
    entry.date = .of(date)
    entry.reporter = .of(reporter)
    entry.answer = .of(answer)
    return entry
  }

  private mutating func takeEvidence(_ index: Int, _ answer: Answer) {
    let relation = network.relations[index]
    guard let side = network.side(of: members, in: relation) else { return }
    noteSpeakers(of: relation)
    var entry = said(answer, by: side)
    entry.relation = .of(reference(relation))
    if relation.tlp > network.header.tlp { entry.tlp = .of(relation.tlp) }
    evidence.append(entry)
    if answer == .yes, relation.validity.answer(on: date) == .no {
      remarks.append(
        "\(relation.key): yes; it is recorded as not in force, and whether it is again was not asked"
      )
    }
    // What is on paper only, or dormant, stays unknown until its status says otherwise.
    if answer == .yes, relation.validity.statusAnswer == .unknown {
      var entry = RelationEntry()
      entry.validity.status = .of("active")
      change(.relations, relation.key, RelationEntry.schema.members(entry))
    }
  }

  private mutating func takePassing(
    _ key: ConfirmationPoint.Key, _ answer: Answer
  ) throws(Problem) {
    let index = try relation(key.id)
    let relation = network.relations[index]
    for code in key.codes where network.vocabulary.service(code) == nil {
      throw Problem(message: "\(Quoted(code.text)) is no service type.")
    }
    var entry = RelationEntry()
    switch answer {
    case .yes:
      if relation.onward != .yes { entry.onward = .of(.yes) }
      if let listed = relation.services {
        let new = key.codes.filter { code in !listed.contains { $0.covers(code) } }
        entry.services = .of(listed + new)
      }
    case .no where relation.onward == .unknown: entry.onward = .of(.no)
    case .no, .unknown:
      remarks.append(
        "\(key.id): people who need \(key.codes.map(\.text).joined(separator: ", ")) are passed on "
          + "along it: \(answer.code)")
      return
    }
    change(.relations, key.id, RelationEntry.schema.members(entry))
  }

  private mutating func takeStatus(
    _ table: NetworkPatch.Table, _ id: String, _ validity: Validity, _ answer: Answer
  ) {
    let status: Code
    switch answer {
    case .yes where validity.statusAnswer != .yes: status = "active"
    case .no where validity.statusAnswer != .no: status = "inactive"
    default: return
    }
    if table == .services {
      var entry = ServiceEntry()
      entry.validity.status = .of(status)
      change(table, id, ServiceEntry.schema.members(entry))
    } else {
      var entry = OrganizationEntry()
      entry.validity.status = .of(status)
      change(table, id, OrganizationEntry.schema.members(entry))
    }
  }

  private mutating func change(
    _ table: NetworkPatch.Table, _ key: String, _ members: [SourceNode.Member]
  ) {
    changes.append(NetworkPatch.Change(table, key, members))
  }

  /// What an answer lists, with `;` between; nothing where it says no, none or a word of its own for that.
  private static func parts(of text: String, orNone none: String) -> [String] {
    if ["no", "none", none].contains(text.lowercased()) { return [] }
    return text.split(separator: ";").map(\.trimmed)
  }

  // MARK: New referrals

  private mutating func takeReferrals(
    _ key: ConfirmationPoint.Key, _ text: String
  ) throws(Problem) {
    let source = try member(key.id)
    for part in Self.parts(of: text, orNone: "nobody") {
      let target = try organization(part)
      if target == source {
        throw Problem(
          message: "\(Quoted(part)) is the one who answers: name those to whom it refers people.")
      }
      let known = network.relations.firstIndex {
        $0.kind == "refers_to" && $0.from == .organization(source)
          && $0.to == .organization(target)
      }
      if let known {
        resume(known)
        takeEvidence(known, .yes)
        continue
      }
      var entry = RelationEntry()
      entry.from = .of(network.organizations[source].id)
      entry.to = .of(network.organizations[target].id)
      entry.kind = .of("refers_to")
      entry.evidence = [said(.yes, by: "from")]
      if !relations.contains(entry) { relations.append(entry) }
    }
  }

  /// Puts a relation in force again of which is said that it is, where its status alone says that it is not.
  private mutating func resume(_ index: Int) {
    let relation = network.relations[index]
    guard relation.validity.statusAnswer == .no else { return }
    var entry = RelationEntry()
    entry.validity.status = .of("active")
    change(.relations, relation.key, RelationEntry.schema.members(entry))
  }

  private func organization(_ text: String) throws(Problem) -> Int {
    if let index = network.organization(text) { return index }
    let named = network.organizations.indices.filter { index in
      let place = network.organizations[index]
      return ([place.name, Wording.definite(place.name)] + place.aliases).contains {
        $0.lowercased() == text.lowercased()
      }
    }
    guard let index = named.first, named.count == 1 else {
      let why = named.isEmpty ? "no organization" : "more than one organization"
      throw Problem(message: "The network has \(why) \(Quoted(text)); write the id of one.")
    }
    return index
  }

  // MARK: Services and feedback

  private mutating func takeServices(
    _ key: ConfirmationPoint.Key, _ text: String
  ) throws(Problem) {
    let owner = try member(key.id)
    for part in Self.parts(of: text, orNone: "nothing") {
      let type = try serviceType(part)
      let place = network.organizations[owner]
      let isKnown =
        place.services.contains { network.services[$0].type == type }
        || services.contains { $0.organization.value == place.id && $0.type.value == type }
      if isKnown { continue }
      var entry = ServiceEntry()
      entry.organization = .of(place.id)
      entry.id = .of(unusedServiceID(type, of: owner))
      entry.type = .of(type)
      entry.scope = openScope(below: place.scope)
      services.append(entry)
    }
  }

  /// The scope of a service of which only the type was said: what it would take over from its organization
  /// with a yes, or the groups that the header assumes, is not known yet.
  private func openScope(below scope: Scope) -> ScopeEntry {
    func open(_ list: ScopeList?) -> Field<ScopeList> {
      guard let list else { return .absent }
      return .of(
        ScopeList(list.terms.map { ScopeTerm($0.code, $0.answer == .yes ? .unknown : $0.answer) }))
    }
    var entry = ScopeEntry()
    entry.areas = open(scope.areas)
    entry.groups = open(scope.groups ?? network.header.assume.groups)
    entry.cases = open(scope.cases)
    return entry
  }

  private func serviceType(_ text: String) throws(Problem) -> Code {
    if let type = network.vocabulary.service(Code(text)) { return type.term.code }
    let named = network.vocabulary.services.filter {
      $0.term.name.lowercased() == text.lowercased()
    }
    guard let type = named.first, named.count == 1 else {
      throw Problem(
        message: "\(Quoted(text)) is no service type; `liaison list services` prints them.")
    }
    return type.term.code
  }

  /// The type as an id, "shelter-emergency", with a number where the organization has that id already.
  private func unusedServiceID(_ type: Code, of owner: Int) -> String {
    let plain = String(type.text.map { $0 == "." || $0 == "_" ? "-" : $0 })
    var id = plain
    var number = 2
    while network.service(owner, id) != nil {
      id = "\(plain)-\(number)"
      number += 1
    }
    return id
  }

  private mutating func takeFeedback(
    _ key: ConfirmationPoint.Key, _ text: String
  ) throws(Problem) {
    let index = try relation(key.id)
    let word = text.lowercased()
    if word == "unknown" { return }
    // "no" says all that `none` says; how often "yes" is, only a word of the list tells.
    let code: Code = word == "no" ? "none" : Code(word)
    guard network.vocabulary.term(code, in: .feedback) != nil else {
      let words = network.vocabulary.terms(.feedback).map(\.code.text) + ["unknown"]
      throw Problem(
        message: "\(Quoted(text)) is no answer: write \(Wording.list(words, "or")).")
    }
    var entry = RelationEntry()
    entry.feedback = .of(code)
    change(.relations, key.id, RelationEntry.schema.members(entry))
    noteSpeakers(of: network.relations[index])
  }

  // MARK: Scopes

  private mutating func takeScope(
    _ key: ConfirmationPoint.Key, _ answer: Answer, isEntry: Bool
  ) throws(Problem) {
    let scope: Scope
    switch key.table {
    case .services:
      let index = try service(key.id)
      scope = network.services[index].scope
    case .relations:
      let index = try relation(key.id)
      scope = network.relations[index].scope
    case .organizations:
      let index = try member(key.id)
      scope = isEntry ? network.entryScope(of: index) : network.organizations[index].scope
    default:
      throw Problem(message: "`\(key.matter.rawValue)` is not asked about \(key.table.rawValue).")
    }
    try scopes.take(key, answer, scope, isEntry: isEntry, in: network)
  }

  // MARK: The patch

  /// All answers as a patch.
  func patch() -> NetworkPatch {
    var patch = NetworkPatch()
    patch.title = "\(Wording.sentence(name)) as answered on \(date)"
    // What was answered on a day is knowledge of that day, not of an earlier one.
    if let judged = network.header.asOf, judged < date { patch.asOf = date }
    patch.additions.orphanEvidence = evidence
    patch.additions.relations = relations
    patch.additions.orphanServices = services
    patch.changes = changes + scopes.changes
    for index in members.sorted() where index == organization || spoken.contains(index) {
      var entry = OrganizationEntry()
      entry.answered = .of(.on(date))
      patch.changes.append(
        NetworkPatch.Change(
          .organizations, network.organizations[index].id, OrganizationEntry.schema.members(entry)))
    }
    return patch
  }
}
