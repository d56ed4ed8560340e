import LiaisonGraph
import LiaisonModel

/// The findings of missing pathways, and of areas and groups without an entry point.
struct PathwayFindings {
  let judgement: Judgement
  let table: PathwayTable
  let words: NeedWords
  let stops: StopWording

  init(_ judgement: Judgement) {
    self.judgement = judgement
    table = judgement.table
    stops = StopWording(table)
    words = stops.words
  }

  private var network: StakeholderNetwork { table.network }
  /// Whether what is missing is found, and not asked about.
  var isComplete: Bool { judgement.isComplete("organizations", "referral") }

  /// What is missing: one finding for each fold of missing rows.
  struct Missing {
    /// In words, without those that were known.
    var findings: [Finding] = []
    /// The ids of those that were known.
    var known: [String] = []
    /// For each relation that is the best for one of those in words, the ids of all that it would close.
    var closed: [Finding.MissingRelation: [String]] = [:]
    /// The position of the fold of each of those in words, by its id.
    var folds: [String: Int] = [:]
  }

  /// Finds what is missing.
  ///
  /// - Parameter known: ids of findings that need no words.
  func missing(besides known: Set<String> = []) -> Missing {
    let folds = judgement.pathways.folds
    let ids = folds.map { Finding.id(rule: rule($0), key: key($0)) }
    var missing = Missing()
    missing.known = ids.filter { known.contains($0) }
    let told = folds.indices.filter { !known.contains(ids[$0]) }
    guard let first = folds.first?.cells.first, !told.isEmpty else { return missing }
    guard judgement.isInWords else {
      missing.findings = told.map { bare(folds[$0]) }
      return missing
    }
    let ties = AdmissibleTies(
      judgement.standard, network, on: judgement.date, takesNeutral: false)
    let closing = Closing(table, folds, of: told, ties: ties)
    // A search is as long to make as some findings.
    let parts = max(1, min(16, told.count / 64))
    missing.findings = inParallel(parts, threads: nil) { part in
      var search = table.search(first)
      return told[told.count * part / parts..<told.count * (part + 1) / parts].map { index in
        let way = way(folds[index], &search)
        return finding(folds[index], closing.relations[index], at: index, closing, way)
      }
    }.flatMap { $0 }
    for (index, finding) in zip(told, missing.findings) {
      missing.folds[finding.id] = index
      guard let relation = finding.missing, let closes = closing.relations[index]?.closes else {
        continue
      }
      missing.closed[relation] = closes.map { ids[$0] }
    }
    return missing
  }

  /// A finding without words: what it is, about which needs, and how many rows.
  private func bare(_ fold: PathwayLedger.Fold) -> Finding {
    Finding(
      rule: rule(fold), severity: fold.expectation.severity,
      kind: isComplete ? .finding : .question, key: key(fold),
      needs: needs(fold, NeedBlock.covering(fold.cells, table.needs)), cells: fold.cells.count,
      sentence: "", citation: fold.expectation.citation)
  }

  private func rule(_ fold: PathwayLedger.Fold) -> String {
    "\(judgement.standard.id)/\(fold.expectation.id)"
  }

  private func key(_ fold: PathwayLedger.Fold) -> [String] {
    [network.organizations[table.entries[fold.entry]].id, table.needs.services[fold.service].text]
      + stopKey(fold.stop)
  }

  private func finding(
    _ fold: PathwayLedger.Fold, _ relation: Closing.Relation?, at index: Int, _ closing: Closing,
    _ way: [Int]
  ) -> Finding {
    let entry = table.entries[fold.entry]
    let blocks = NeedBlock.covering(fold.cells, table.needs)
    let possible = possibleCases(fold)
    let close = closingSentence(relation, fold, at: index, closing)
    let request = suggestion(relation, close)
    /// A text of this finding by itself, not read as one with others.
    func alone(_ text: String) -> String {
      SentenceTemplate(text: text).filled([
        "closes": Self.closes(1, of: relation?.closes.count ?? 1)
      ])
    }
    var sentence = ""
    var pattern: Finding.Pattern?
    if let block = blocks.first {
      let clause = stops.clause(fold.stop, for: block)
      let isSame = blocks.dropFirst().allSatisfy { stops.clause(fold.stop, for: $0) == clause }
      let rest = sameFor(blocks.dropFirst(), possible, isSame: isSame)
      var values = [
        "group": words.persons(block.groups.map { table.needs.groups[$0] }),
        "groups": words.groups(block.groups.map { table.needs.groups[$0] }),
        "area": words.areas(block.areas), "areas": words.areas(block.areas),
        "service": words.service(table.needs.services[fold.service]),
        "services": words.service(table.needs.services[fold.service]),
        "cases": words.cases(block.caseClasses, of: possible),
        "entry": network.organizations[entry].name, "stop": clause,
        "closing": [rest, close].filter { !$0.isEmpty }.joined(separator: " "),
      ]
      let template = isComplete ? fold.expectation.sentence ?? Self.template : Self.question
      let ending =
        SentenceTemplate(text: template).contains("closing") || rest.isEmpty ? "" : " " + rest
      let own = SentenceTemplate(text: template).filled(values, names: ["entry"]) + ending
      sentence = alone(own)
      // What stops several alike is read as one sentence, with all whom it stops.
      let place = "the {entry} in {areas}"
      if template.contains(place) {
        for open in ["service", "services"] { values[open] = "{services}" }
        let whole = template.replacing(place, with: "{entries}")
        pattern = Finding.Pattern(
          sentence: SentenceTemplate(text: whole).filled(values) + ending,
          suggestion: request,
          item: "\(words.organization(entry)) in \(words.areas(block.areas))")
      }
    }
    let need = needs(fold, blocks)
    var finding = Finding(
      rule: rule(fold), severity: fold.expectation.severity,
      kind: isComplete ? .finding : .question, key: key(fold),
      place: place(fold.stop, entry), subjects: subjects(fold.stop, entry), needs: need,
      cells: fold.cells.count, sentence: sentence, evidence: evidence(way),
      confidence: table.arcs.leastConfidence(alongWay: way),
      suggestion: request.map(alone), citation: fold.expectation.citation,
      tlp: tlp(fold.stop, entry))
    finding.pattern = pattern
    finding.missing = relation.map {
      Finding.MissingRelation(
        from: network.organizations[$0.from].id, to: network.organizations[$0.to].id)
    }
    return finding
  }

  /// The words used where the standard has none of its own.
  static let template =
    "No arrangement is recorded by which {group} identified by the {entry} in {areas} reaches "
    + "{service}{cases}: {stop}. {closing}"
  static let question =
    "Is there an arrangement by which {group} identified by the {entry} in {areas} reaches "
    + "{service}{cases}? None is recorded: {stop}. {closing}"

  // MARK: No entry point

  /// One finding for each area and group for which nobody is an entry point; one in all where
  /// nobody is.
  func withoutEntry() -> [Finding] {
    guard let expectation = judgement.pathways.meeting else { return [] }
    let isComplete = judgement.isComplete("organizations")
    func finding(
      _ key: [String], _ cells: Int, _ needs: Finding.Needs?, _ groups: String, _ areas: String
    ) -> Finding {
      Finding(
        rule: "\(judgement.standard.id)/entry", severity: expectation.severity,
        kind: isComplete ? .finding : .question, key: key, needs: needs, cells: cells,
        sentence: isComplete
          ? "No entry point is recorded for \(groups) in \(areas)."
          : "Who first meets \(groups) in \(areas)? No entry point is recorded.",
        suggestion: "Record who first meets people there: `entry_point` of an organization.",
        citation: expectation.citation)
    }
    let space = table.needs
    if table.entries.isEmpty {
      var none = finding(["none"], 1, nil, "anyone", "the network")
      if !isComplete { none.sentence = "Where do people first arrive? No entry point is recorded." }
      return [none]
    }
    var found: [Finding] = []
    for area in space.areas.indices {
      for group in space.groups.indices {
        let profiles = space.caseClasses.indices.map {
          space.profile(group: group, caseClass: $0)
        }
        let asked = profiles.filter {
          judgement.pathways.asksMeeting(area: area, profile: $0, space)
        }
        guard !asked.isEmpty else { continue }
        let isMet = table.arcs.entries.contains { entry in
          profiles.contains { table.arcs.answer(entry.mask, area: area, profile: $0) != .no }
        }
        if isMet { continue }
        let place = network.areas[space.areas[area]]
        let group = space.groups[group]
        let needs = Finding.Needs(areas: [place.id], groups: [group])
        var single = finding(
          [place.id, group.text], asked.count, needs, words.groups([group]), place.name)
        let open = finding([], 0, nil, "{groups}", "{areas}")
        single.pattern = Finding.Pattern(sentence: open.sentence, suggestion: open.suggestion)
        found.append(single)
      }
    }
    return found
  }

  // MARK: Sentences

  /// The case classes that may arise at a fold's entry point, among those asked about.
  private func possibleCases(_ fold: PathwayLedger.Fold) -> [Int] {
    let mask = table.arcs.entries[fold.entry].mask
    let needs = table.needs
    return fold.caseClasses.filter { caseClass in
      fold.cells.contains { cell in
        let group = cell.profile / needs.caseClasses.count
        let profile = needs.profile(group: group, caseClass: caseClass)
        return table.arcs.answer(mask, area: cell.area, profile: profile) != .no
      }
    }
  }

  /// "The same holds for a girl in North District."
  ///
  /// - Parameter isSame: whether the way stops for these people for the same reason.
  private func sameFor(
    _ blocks: ArraySlice<NeedBlock>, _ possible: [Int], isSame: Bool
  ) -> String {
    guard !blocks.isEmpty else { return "" }
    let parts = blocks.map { block in
      words.persons(block.groups.map { table.needs.groups[$0] }) + " in "
        + words.areas(block.areas) + words.cases(block.caseClasses, of: possible)
    }
    if isSame { return "The same holds for \(Wording.list(parts))." }
    return isComplete
      ? "Nor is one recorded for \(Wording.list(parts, "or"))."
      : "Is there one for \(Wording.list(parts, "or"))?"
  }

  private func closingSentence(
    _ relation: Closing.Relation?, _ fold: PathwayLedger.Fold, at index: Int, _ closing: Closing
  ) -> String {
    guard let relation else {
      if let barred = closing.barred[index] {
        return sentence(of: barred, from: fold.stop.organization(in: network))
      }
      guard let several = closing.together[index], several.count > 1 else { return "" }
      let names = Wording.list(several.map { words.organization($0) })
      let stop = words.organization(fold.stop.organization(in: network))
      return "Relations from \(stop) to \(names) together would close {closes}."
    }
    let ends = "from \(words.organization(relation.from)) to \(words.organization(relation.to))"
    var sentence =
      switch recorded(relation) {
      case nil: "One relation \(ends)"
      case .some(let tie) where tie.standing(on: table.date) == .no:
        "The referral recorded \(ends), in force again and open to them,"
      case _?: "The referral recorded \(ends), opened to them,"
      }
    sentence += " would close {closes}"
    if let nearest = closing.nearest[index] {
      sentence += "; one to \(words.organization(nearest.provider)), the nearest, would "
      switch nearest.closes {
      case nil: sentence += "not close all of it"
      case 1?: sentence += "close this alone"
      case let count? where count < relation.closes.count:
        sentence += "close \(Wording.number(count)) in all"
      case _?: sentence += "close as many, but for fewer people for certain"
      }
    }
    return sentence + "."
  }

  /// What a relation closes, of findings read as one sentence: "this and three other findings", "these four
  /// findings", "these two and three other findings".
  ///
  /// - Parameters:
  ///   - count: how many are read as one.
  ///   - all: how many it closes in all.
  static func closes(_ count: Int, of all: Int) -> String {
    let others = max(0, all - count)
    let also =
      others == 0 ? "" : " and \(Wording.count(others, "other finding", plural: "other findings"))"
    if count == 1 { return "this\(also)" }
    return "these \(Wording.number(count))\(others == 0 ? " findings" : also)"
  }

  private func suggestion(_ relation: Closing.Relation?, _ close: String) -> String? {
    guard let relation else { return close.contains("{closes}") ? close : nil }
    let ends = "from \(words.organization(relation.from)) to \(words.organization(relation.to))"
    guard let tie = recorded(relation) else {
      return "Record or agree a referral \(ends). \(close)"
    }
    return tie.standing(on: table.date) == .no
      ? "Agree the referral \(ends) again, open to them. \(close)"
      : "Agree that the referral \(ends) is open to them too. \(close)"
  }

  /// The referral that is recorded between the ends of a relation; nil where there is none.
  private func recorded(_ relation: Closing.Relation) -> Relation? {
    relation.recorded.map { network.relations[$0] }
  }

  /// That the relation which would close a finding is not to be.
  private func sentence(of barred: Closing.Barred, from stop: Int) -> String {
    let ends = "from \(words.organization(stop)) to \(words.organization(barred.provider))"
    return barred.isProhibited
      ? "A referral \(ends) would close this, but the standard prohibits it."
      : "A referral \(ends) would close this; the standard asks for none between them."
  }

  // MARK: Parts

  private func stopKey(_ stop: PathwayStop) -> [String] {
    switch stop {
    case .hop(let hop):
      return [
        "hop",
        hop.relation.map { network.relations[$0].key }
          ?? "\(network.organizations[hop.source].id) unit \(network.organizations[hop.target].id)",
      ]
    case .service(let service):
      let owner = network.organizations[network.services[service].organization].id
      return ["service", "\(owner)/\(network.services[service].id)"]
    case .noRelation(let from, let to):
      return ["none", network.organizations[from].id, network.organizations[to].id]
    }
  }

  private func ends(_ stop: PathwayStop) -> [Int] {
    switch stop {
    case .hop(let hop): [hop.source, hop.target]
    case .service(let service): [network.services[service].organization]
    case .noRelation(let from, let to): [from, to]
    }
  }

  private func subjects(_ stop: PathwayStop, _ entry: Int) -> [Finding.Subject] {
    var subjects: [Finding.Subject] = []
    for organization in [entry] + ends(stop) {
      let subject = Finding.Subject(.organization, network.organizations[organization].id)
      if !subjects.contains(subject) { subjects.append(subject) }
    }
    if case .hop(let hop) = stop, let relation = hop.relation {
      subjects.append(Finding.Subject(.relation, network.relations[relation].key))
    }
    return subjects
  }

  private func place(_ stop: PathwayStop, _ entry: Int) -> Place {
    switch stop {
    case .hop(let hop):
      guard let relation = hop.relation else { break }
      return network.relations[relation].origin.place
    case .service(let service): return network.services[service].origin.place
    case .noRelation(let from, _): return network.organizations[from].origin.place
    }
    return network.organizations[entry].origin.place
  }

  private func tlp(_ stop: PathwayStop, _ entry: Int) -> TrafficLight {
    var label = ([entry] + ends(stop)).map { network.organizations[$0].tlp }.max() ?? .amber
    if case .hop(let hop) = stop, let relation = hop.relation {
      label = max(label, network.relations[relation].tlp)
    }
    return max(label, .amber)
  }

  private func needs(_ fold: PathwayLedger.Fold, _ blocks: [NeedBlock]) -> Finding.Needs {
    let space = table.needs
    func union(_ key: KeyPath<NeedBlock, [Int]>) -> [Int] {
      Set(blocks.flatMap { $0[keyPath: key] }).sorted()
    }
    let classes = union(\.caseClasses)
    return Finding.Needs(
      entry: network.organizations[table.entries[fold.entry]].id,
      service: space.services[fold.service],
      areas: union(\.areas).map { network.areas[space.areas[$0]].id },
      groups: union(\.groups).map { space.groups[$0] },
      cases: space.caseClasses.count == 1 ? [] : classes.flatMap { space.caseClasses[$0] })
  }

  /// The way as far as it goes.
  private func evidence(_ way: [Int]) -> [String] {
    let names = way.map { network.organizations[$0].name }
    return names.isEmpty
      ? [] : ["The way as far as it is recorded: \(names.joined(separator: " → "))."]
  }

  private func way(_ fold: PathwayLedger.Fold, _ search: inout NeedSearch) -> [Int] {
    guard let cell = fold.cells.first else { return [] }
    search.move(service: cell.service, area: cell.area, profile: cell.profile)
    return search.way(
      from: table.entries[fold.entry], to: fold.stop.organization(in: network))
  }
}

extension NeedSearch {
  /// The organizations on a shortest way over steps that say yes or unknown: fewest hops, fewest
  /// steps, then ids.
  mutating func way(from entry: Int, to end: Int) -> [Int] {
    // Hops first, then steps: steps grow with each one, so that the way back never turns.
    let arcs = table.arcs
    let unit = table.network.organizations.count + 1
    distance.removeAll()
    distance[entry] = 0
    queue.removeAll(keepingCapacity: true)
    queue.append(entry)
    var head = 0
    while head < queue.count {
      let current = queue[head]
      head += 1
      guard let here = distance[current] else { continue }
      for index in arcs.outgoing[current] where onward(index) != .no {
        let arc = arcs.arcs[index]
        let there = here + arc.length * unit + 1
        if distance[arc.hop.target].map({ there < $0 }) ?? true {
          distance[arc.hop.target] = there
          queue.append(arc.hop.target)
        }
      }
    }
    var way = [end]
    while let current = way.last, current != entry, let here = distance[current] {
      let before = arcs.incoming[current].filter { index in
        let arc = arcs.arcs[index]
        return onward(index) != .no
          && distance[arc.hop.source].map { $0 + arc.length * unit + 1 == here } ?? false
      }.map { arcs.arcs[$0].hop.source }
      let ids = table.network.organizations
      guard let chosen = before.min(by: { idsPrecede([ids[$0].id], [ids[$1].id]) }) else { break }
      way.append(chosen)
    }
    return way.reversed()
  }
}
