import LiaisonModel

/// The questions to ask, in words.
struct DoubtQuestions {
  let judgement: Judgement
  let table: PathwayTable
  let words: NeedWords

  init(_ judgement: Judgement) {
    self.judgement = judgement
    table = judgement.table
    words = NeedWords(network: table.network, needs: table.needs)
  }

  private var network: StakeholderNetwork { table.network }

  /// One question for each subject in doubt; and for each other relation of which the evidence is that it
  /// is not known, be it that the sides disagree, whatever its kind and whether a figure rests on it.
  func questions() -> [(doubt: Doubt, question: Finding)] {
    var doubts = judgement.doubts.doubts(table)
    var asked: Set<Int> = []
    for doubt in doubts {
      if case .relation(let index) = doubt.subject { asked.insert(index) }
    }
    for (index, relation) in network.relations.enumerated()
    where relation.evidenceAnswer == .unknown && ![.negative, .other].contains(relation.family)
      && relation.validity.answer(on: table.date) != .no && !asked.contains(index)
    {
      doubts.append(Doubt(subject: .relation(index), cells: [], decided: 0))
    }
    return doubts.map { ($0, question($0)) }
  }

  private func question(_ doubt: Doubt) -> Finding {
    let (kind, subjects, place, tlp) = identity(doubt.subject)
    let blocks = NeedBlock.covering(doubt.spoken, table.needs)
    let needs = table.needs
    func union(_ key: KeyPath<NeedBlock, [Int]>) -> [Int] {
      Set(blocks.flatMap { $0[keyPath: key] }).sorted()
    }
    let classes = union(\.caseClasses)
    var finding = Finding(
      rule: "\(judgement.standard.id)/\(kind)", severity: judgement.doubts.severity,
      kind: .question, key: subjects.map(\.id), place: place, subjects: subjects,
      needs: blocks.isEmpty
        ? nil
        : Finding.Needs(
          areas: union(\.areas).map { network.areas[needs.areas[$0]].id },
          groups: union(\.groups).map { needs.groups[$0] },
          cases: needs.caseClasses.count == 1 ? [] : classes.flatMap { needs.caseClasses[$0] }),
      cells: doubt.cells.count, value: Double(doubt.decided),
      sentence: sentence(doubt, blocks) + weight(doubt) + room(doubt), tlp: max(.amber, tlp))
    if blocks.isEmpty { finding.pattern = pattern(doubt.subject) }
    return finding
  }

  /// " The answer decides 36 pathways."; " The answer decides two pathways; six more rest on it, with
  /// other answers."
  private func weight(_ doubt: Doubt) -> String {
    let rest = doubt.cells.count - doubt.decided
    let thing = doubt.isOfNeeds ? "need" : "pathway"
    guard doubt.decided > 0 else {
      if rest == 0 { return "" }
      let all = Wording.sentence(Wording.count(rest, thing))
      return " \(all) \(rest == 1 ? "rests" : "rest") on it, with other answers."
    }
    let decided = " The answer decides \(Wording.count(doubt.decided, thing))"
    if rest == 0 { return decided + "." }
    return decided
      + "; \(Wording.number(rest)) more \(rest == 1 ? "rests" : "rest") on it, with other answers."
  }

  /// " Room for up to 4.9 of 15 people a month in emergency shelter rests on it."
  private func room(_ doubt: Doubt) -> String {
    doubt.rooms.map { room in
      " Room for up to \(CapacityFindings.people(room.people)) of \(CapacityFindings.people(room.total)) people a "
        + "month who need \(words.service(table.needs.services[room.service])) rests on it"
        + (room.isAlone ? "." : ", with other answers.")
    }.joined()
  }

  private func identity(
    _ subject: DoubtLedger.Subject
  ) -> (kind: String, subjects: [Finding.Subject], place: Place, tlp: TrafficLight) {
    func of(_ kind: String, _ index: Int) -> (String, [Finding.Subject], Place, TrafficLight) {
      let place = network.organizations[index]
      return (kind, .organizations([place.id]), place.origin.place, place.tlp)
    }
    switch subject {
    case .relation(let index):
      let relation = network.relations[index]
      return ("relation", .relations([relation.key]), relation.origin.place, relation.tlp)
    case .service(let index):
      let service = network.services[index]
      let owner = network.organizations[service.organization]
      return (
        "service", .organizations([owner.id]) + .services(["\(owner.id)/\(service.id)"]),
        service.origin.place,
        max(service.tlp, owner.tlp)
      )
    case .organization(let index): return of("organization", index)
    case .units(let index): return of("units", index)
    case .entry(let index): return of("arrivals", index)
    case .silent(let index): return of("silent", index)
    }
  }

  // MARK: Sentences

  private func sentence(_ doubt: Doubt, _ blocks: [NeedBlock]) -> String {
    switch doubt.subject {
    case .relation(let index): return relationSentence(network.relations[index], doubt.spoken)
    case .organization(let index):
      let place = network.organizations[index]
      let name = words.organization(index)
      if place.validity.answer(on: table.date) != .yes { return inForce(name, place.validity) }
      let whom = whom(doubt.spoken) { network.unknownDimensions(of: place.scope, to: $0) }
      return "Does \(name) take in and pass on \(whom)?"
    case .service(let index):
      let service = network.services[index]
      let owner = words.organization(service.organization)
      let type = words.service(service.type)
      if network.standing(of: index, on: table.date) != .yes {
        return inForce("the \(type) of \(owner)", service.validity)
      }
      let whom = whom(doubt.spoken) { network.unknownDimensions(of: service.scope, to: $0) }
      return "Does the \(type) of \(owner) admit \(whom)?"
    case .units(let index):
      return "Do \(words.organization(index)) and its units pass people on to each other?"
    case .entry(let index):
      let place = network.organizations[index]
      let name = words.organization(index)
      if place.validity.answer(on: table.date) != .yes { return inForce(name, place.validity) }
      let blocks = NeedBlock.covering(doubt.spoken, table.needs)
      let groups = Set(blocks.flatMap(\.groups)).sorted().map { table.needs.groups[$0] }
      let areas = words.areas(Set(blocks.flatMap(\.areas)).sorted())
      return
        "Do \(groups.count == table.needs.groups.count ? "people of all groups" : words.groups(groups)) from \(areas) first arrive at \(name)?"
    case .silent(let index):
      return "To whom does \(words.organization(index)) refer people? It was asked and did not "
        + "answer."
    }
  }

  private func inForce(_ name: String, _ validity: Validity) -> String {
    let status = validity.status.map { " It is recorded as \(Wording.word($0))." } ?? ""
    return "Is \(name) in operation?\(status)"
  }

  /// "the referral from A to B", "that A shares information with B"
  private func relationWords(_ relation: Relation) -> String {
    let (from, to) = (end(relation.from), end(relation.to))
    guard !Layer.Name.referral.contains(relation) else {
      return "the referral from \(from) to \(to)"
    }
    let kind = network.vocabulary.relation(relation.kind)
    return "that \(from) \(kind?.term.phrase ?? Wording.word(relation.kind)) \(to)"
  }

  private func end(_ end: RelationEnd) -> String {
    if case .body(let index) = end { return Wording.definite(network.bodies[index].name) }
    return network.organization(of: end).map { words.organization($0) } ?? ""
  }

  /// What reads several referrals of which it is not known whether they hold as one question.
  private func pattern(_ subject: DoubtLedger.Subject) -> Finding.Pattern? {
    guard case .relation(let index) = subject else { return nil }
    let relation = network.relations[index]
    guard !relation.isDisputed, Layer.Name.referral.contains(relation) else { return nil }
    return Finding.Pattern(
      sentence: "Do the referrals hold from {items}? \(Self.doubt(relation, "They are"))",
      item: "\(end(relation.from)) to \(end(relation.to))")
  }

  /// Why it is not known whether a relation holds that nobody denies.
  private static func doubt(_ relation: Relation, _ it: String) -> String {
    if relation.isKnownOnlyLater { return "What is recorded of it was observed later." }
    let reporters = relation.evidence.compactMap(\.reporter)
    if reporters.isEmpty { return "\(it) recorded as not known." }
    // A third party, such as an account that somebody wrote, was not asked.
    return reporters.allSatisfy { $0 == "third" }
      ? "What others report of it leaves it open." : "Those who were asked do not know."
  }

  private func relationSentence(_ relation: Relation, _ cells: [PathwayTable.Cell]) -> String {
    let it = relationWords(relation)
    if relation.evidenceAnswer == .unknown {
      let why =
        relation.isDisputed ? "The sides disagree about it." : Self.doubt(relation, "It is")
      return Layer.Name.referral.contains(relation)
        ? "Does \(it) hold? \(why)" : "Is it so \(it)? \(why)"
    }
    if relation.validity.answer(on: table.date) != .yes {
      let status = relation.validity.status.map { " It is recorded as \(Wording.word($0))." }
      return "Does \(it) hold?\(status ?? "")"
    }
    let dimensions = cells.contains { cell in
      !network.unknownDimensions(written: relation.scope, to: table.need(of: cell)).isEmpty
    }
    if dimensions {
      let whom = whom(cells) { network.unknownDimensions(written: relation.scope, to: $0) }
      return "Is \(it) open to \(whom)?"
    }
    let types = Set(cells.map(\.service)).sorted().map { words.service(table.needs.services[$0]) }
    let listed = (relation.services ?? []).map { words.service($0) }
    return "Are people who need \(Wording.list(types, "or")) passed on along \(it), which is "
      + "recorded for \(Wording.list(listed))?"
  }

  /// "boys from North District in forced labour": the parts of the needs that are not known.
  private func whom(
    _ cells: [PathwayTable.Cell], _ unknown: (Need) -> Set<StopReason>
  ) -> String {
    var groups: Set<Int> = []
    var areas: Set<Int> = []
    var cases: Set<Int> = []
    var dimensions: Set<StopReason> = []
    for cell in cells {
      let here = unknown(table.need(of: cell))
      dimensions.formUnion(here)
      if here.contains(.groups) { groups.insert(cell.profile / table.needs.caseClasses.count) }
      if here.contains(.areas) { areas.insert(cell.area) }
      if here.contains(.cases) { cases.insert(table.needs.caseClass(ofProfile: cell.profile)) }
    }
    var text =
      groups.isEmpty ? "people" : words.groups(groups.sorted().map { table.needs.groups[$0] })
    if !areas.isEmpty { text += " from \(words.areas(areas.sorted()))" }
    if !cases.isEmpty {
      let codes = cases.sorted().flatMap { table.needs.caseClasses[$0] }
      text +=
        codes.count > 4 || table.needs.caseClasses.count == 1
        ? " of every kind of case" : " in cases of \(words.caseNames(codes, "or"))"
    }
    return text
  }
}

extension StakeholderNetwork {
  /// The dimensions in which a scope, with `assume`, leaves open what it says to a need.
  ///
  /// - Parameter relation: the scope of a relation that leads there; what it states answers for what
  ///   the scope leaves unstated.
  func unknownDimensions(
    of scope: Scope, behind relation: Scope? = nil, to need: Need
  ) -> Set<StopReason> {
    var found: Set<StopReason> = []
    func isOpen(_ key: KeyPath<Scope, ScopeList?>, _ ask: (ScopeList) -> Answer) -> Bool {
      if let own = scope[keyPath: key] { return ask(own) == .unknown }
      if relation?[keyPath: key] != nil { return false }
      return header.assume[keyPath: key].map { ask($0) == .unknown } ?? true
    }
    if isOpen(\.areas, { answer(of: $0, toArea: need.area) }) { found.insert(.areas) }
    if isOpen(\.groups, { $0.answer(for: need.group) }) { found.insert(.groups) }
    if isOpen(\.cases, { $0.answer(for: need.caseCode) }) { found.insert(.cases) }
    return found
  }

  /// The dimensions that a scope itself marks unknown for a need.
  func unknownDimensions(written scope: Scope, to need: Need) -> Set<StopReason> {
    var found: Set<StopReason> = []
    if scope.areas.map({ answer(of: $0, toArea: need.area) }) == .unknown { found.insert(.areas) }
    if scope.groups?.answer(for: need.group) == .unknown { found.insert(.groups) }
    if scope.cases?.answer(for: need.caseCode) == .unknown { found.insert(.cases) }
    return found
  }
}
