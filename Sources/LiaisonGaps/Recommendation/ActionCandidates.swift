import LiaisonModel

/// What could be done about the gaps of a report: the actions from which recommendations are chosen.
///
/// Each comes from a gap: a relation from where a way stops, or round whom every way passes through, or to a provider
/// that those do not reach for whom there is no room;
/// a tie that the standard asks for and nobody records; a scope that says no where a way stops; a provider
/// where none is recorded; an agreement that has run out. Ties that the standard prohibits are left out.
struct ActionCandidates {
  private let report: GapReport
  private let table: PathwayTable
  private let standard: Standard
  private let ties: AdmissibleTies
  /// The findings that are not accepted, by their ids.
  private let known: [String: Finding]
  /// Missing pathways among them: the id of each, and its position among all folds.
  private let folds: [(id: String, place: Int)]
  private(set) var actions: Set<RecommendedAction> = []
  /// For each new service: the findings, by their ids, for whose sake it is set up.
  private(set) var purposes: [RecommendedAction: Set<String>] = [:]
  /// For each finding that is not of a missing pathway, by its id, the actions that bear on it, in the order
  /// in which they were found.
  private(set) var proposals: [String: [RecommendedAction]] = [:]
  /// The candidates of relations that close a gap only together.
  private(set) var joint: Set<RecommendedAction> = []
  /// For each action the findings that it bears on, by their ids, and how many cells of each it may close at most.
  private var bearing: [RecommendedAction: [String: Int]] = [:]
  /// The ids of the organizations at which missing ways stop.
  private var stops: Set<String> = []

  private var network: StakeholderNetwork { table.network }

  /// - Parameters:
  ///   - takesNeutral: whether relations of cells that the standard calls neutral are taken too.
  ///   - areTried: whether the network will be judged again for each of them; relations that close no
  ///     missing pathway are of use only then.
  ///   - areStopsKnown: whether what closes missing pathways is read from the report, and not looked for again.
  init(
    _ report: GapReport, _ standard: Standard, takesNeutral: Bool = false, areTried: Bool = true,
    areStopsKnown: Bool = false
  ) {
    self.report = report
    self.standard = standard
    table = report.pathways
    known = Dictionary(
      report.findings.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    folds = report.findings.compactMap { finding in
      report.placeOfFold[finding.id].map { (finding.id, $0) }
    }.sorted { $0.1 < $1.1 }
    ties = AdmissibleTies(
      standard, table.network, on: report.asOf, takesNeutral: takesNeutral)
    if !areStopsKnown {
      addStops()
      addClosingRelations()
    }
    addSecondWays()
    addProviders()
    addRenewals()
    addEndings()
    if areTried {
      addTies()
      addWaysToRoom()
    }
  }

  /// Referrals from where people arrive for whom there is no room to providers that they do not reach: for each
  /// service type the twelve to those that take the most.
  private mutating func addWaysToRoom() {
    for finding in report.findings where report.kind(of: finding) == "capacity" {
      guard let demand = ServiceDemand(report, of: finding) else { continue }
      let count = network.organizations.count
      var ways: [Int: Double] = [:]
      for part in demand.served(atLeast: .unknown).bottlenecks {
        for arrival in part.arrivals.map({ demand.arrivals[$0] }) {
          for (to, rate) in demand.others(for: arrival) {
            let way = table.entries[arrival.entry] * count + to
            ways[way] = max(ways[way] ?? 0, min(rate, part.unmet))
          }
        }
      }
      let ids = network.organizations.map(\.id)
      let sorted = ways.sorted { left, right in
        left.value != right.value
          ? left.value > right.value
          : idsPrecede(
            [ids[left.key / count], ids[left.key % count]],
            [ids[right.key / count], ids[right.key % count]])
      }
      let open = sorted.compactMap { way, people in
        relation(from: way / count, to: way % count).map { ($0, people) }
      }
      for (action, people) in open.prefix(12) {
        take(action, on: finding.id, min(finding.cells, CapacityFindings.cells(people)))
      }
    }
  }

  /// Ties that the standard asks for, and ways round the sectors that it wants nobody to have to meet.
  private mutating func addTies() {
    let wanted = WantedTies(report, standard, ties)
    let around = WaysAround(report, standard, ties).relations.map(action)
    actions.formUnion(wanted.ties.map(action) + around)
    for finding in report.findings {
      for tie in wanted.purposes[finding.id] ?? [] { propose(action(tie), for: finding) }
      if report.kind(of: finding) == "unconditional" {
        for action in around { bears(action, on: finding.id, finding.cells) }
      }
    }
  }

  private func action(_ tie: AdmissibleTies.Tie) -> RecommendedAction {
    .relation(
      from: network.organizations[tie.from].id, to: network.organizations[tie.to].id, kind: tie.kind
    )
  }

  private mutating func propose(_ action: RecommendedAction, for finding: Finding) {
    take(action, on: finding.id, finding.cells)
    proposals[finding.id, default: []].append(action)
  }

  /// Takes an action that may close so many cells of a finding.
  private mutating func take(_ action: RecommendedAction, on finding: String, _ cells: Int) {
    actions.insert(action)
    bears(action, on: finding, cells)
  }

  private mutating func bears(_ action: RecommendedAction, on finding: String, _ cells: Int) {
    let known = bearing[action]?[finding] ?? 0
    bearing[action, default: [:]][finding] = max(known, cells)
  }

  /// Whether an action may close something of some findings, by their ids.
  func bears(_ action: RecommendedAction, onAnyOf findings: Set<String>) -> Bool {
    bearing[action]?.keys.contains { findings.contains($0) } ?? false
  }

  /// The most that an action may close of the findings that it bears on.
  ///
  /// - Parameter left: the cells left of each finding, by its id.
  func bearing(of action: RecommendedAction, left: [String: Int]) -> FindingWeight {
    var weight = FindingWeight()
    for (id, cells) in bearing[action] ?? [:] {
      guard let finding = known[id], let left = left[id] else { continue }
      weight.add(finding, cells: min(cells, left))
    }
    return weight
  }

  /// What closes missing pathways by a referral between two organizations: a new one, or that which is recorded
  /// already, opened to those whom it does not take; nil where the standard prohibits it or calls it neutral.
  ///
  /// - Parameter missing: the referral that closes most findings with it.
  func action(by missing: Finding.MissingRelation) -> RecommendedAction? {
    guard let from = network.organization(missing.from), let to = network.organization(missing.to)
    else { return nil }
    if let action = relation(from: from, to: to) { return action }
    let closed = report.closed(by: missing).compactMap { report.placeOfFold[$0] }
    return opening(from: from, to: to, for: closed.flatMap { report.asked.folds[$0].cells })
  }

  /// Actions in the order in which equals are taken: by their kind; of relations first those from where ways
  /// stop, then those whose ends have an agreement to which they can be added, then by ids.
  func ordered(_ actions: Set<RecommendedAction>) -> [RecommendedAction] {
    let governing = GoverningAgreements(network, on: report.asOf)
    let keyed = actions.map { action -> (action: RecommendedAction, key: [String]) in
      var key = action.order
      if case .relation = action {
        let parties = Signing.parties(of: action, in: network)
        let isReady = parties.count == 1 || governing.common(to: parties) != nil
        key.insert(contentsOf: [startsAtStop(action) ? "0" : "1", isReady ? "0" : "1"], at: 1)
      }
      return (action, key)
    }
    return keyed.sorted { idsPrecede($0.key, $1.key) }.map(\.action)
  }

  /// Whether an action is a relation from where a missing way stops.
  func startsAtStop(_ action: RecommendedAction) -> Bool {
    guard case .relation(let from, _, _) = action else { return false }
    return stops.contains(from)
  }

  // MARK: Where ways stop

  private mutating func addStops() {
    let all = report.asked.folds
    let closing = Closing(table, all, of: folds.map(\.place), ties: ties)
    let ids = Dictionary(folds.map { ($0.place, $0.id) }, uniquingKeysWith: { first, _ in first })
    for (id, index) in folds {
      let fold = all[index]
      stops.insert(network.organizations[fold.stop.organization(in: network)].id)
      if let relation = closing.relations[index] {
        if let action = self.relation(from: relation.from, to: relation.to) {
          actions.insert(action)
          for closed in relation.closes {
            if let id = ids[closed] { bears(action, on: id, all[closed].cells.count) }
          }
        } else if let action = opening(from: relation.from, to: relation.to, for: fold.cells) {
          take(action, on: id, fold.cells.count)
        }
      } else {
        let stop = fold.stop.organization(in: network)
        for provider in closing.together[index] ?? [] {
          if let action = relation(from: stop, to: provider) {
            joint.insert(action)
            bears(action, on: id, fold.cells.count)
          }
        }
      }
      switch fold.stop {
      case .hop(let hop):
        guard let index = hop.relation else { break }
        let relation = network.relations[index]
        if let ends = network.ends(of: relation),
          ties.admit("refers_to", from: ends.from, to: ends.to),
          let widening = widening(of: relation.scope, for: fold.cells),
          fold.cells.contains(where: { serves(ends.to, $0) })
        {
          take(.widerRelation(key: relation.key, widening), on: id, fold.cells.count)
        }
      case .service(let index):
        if let action = wider(service: index, for: fold.cells) {
          take(action, on: id, fold.cells.count)
        }
      case .noRelation: break
      }
    }
    actions.formUnion(joint)
  }

  /// A new referral; nil where the standard prohibits it or calls it neutral, or it is there already.
  private func relation(from: Int, to: Int) -> RecommendedAction? {
    guard ties.isOpen("refers_to", from: from, to: to) else { return nil }
    return .relation(from: network.organizations[from].id, to: network.organizations[to].id)
  }

  /// What opens a referral that is recorded between two organizations to people whom it does not take: that it is
  /// in force again, and takes in what they need, where they are, who they are and their kind of case; nil where
  /// there is none, it starts later, its sides say that it does not hold, or the standard does not admit it.
  private func opening(
    from: Int, to: Int, for cells: [PathwayTable.Cell]
  ) -> RecommendedAction? {
    guard let index = ties.recorded("refers_to", from: from, to: to),
      ties.admit("refers_to", from: from, to: to)
    else { return nil }
    let relation = network.relations[index]
    guard relation.evidenceAnswer != .no, relation.validity.from.map({ $0 <= report.asOf }) ?? true,
      relation.validity.until.map({ report.asOf <= $0 }) ?? true
    else { return nil }
    var opened = widening(of: relation.scope, for: cells) ?? .init(added: [])
    opened.resumes = relation.validity.statusAnswer == .no
    if let listed = relation.services {
      let left = Set(cells.map(\.service)).sorted().map { table.needs.services[$0] }.filter {
        type in
        !listed.contains { $0.covers(type) }
      }
      if !left.isEmpty { opened.services = listed + left }
    }
    opened.passesOn = relation.onward == .no && cells.contains { !serves(to, $0) }
    guard !opened.added.isEmpty || opened.resumes || opened.services != nil || opened.passesOn
    else {
      return nil
    }
    return .widerRelation(key: relation.key, opened)
  }

  /// Whether an organization may provide what people of a row need.
  private func serves(_ organization: Int, _ cell: PathwayTable.Cell) -> Bool {
    table.providers(service: cell.service, area: cell.area, profile: cell.profile).contains {
      $0.organization == organization
    }
  }

  private func wider(service index: Int, for cells: [PathwayTable.Cell]) -> RecommendedAction? {
    let service = network.services[index]
    guard let widening = widening(of: service.scope, for: cells),
      mayTakeIn(widening.added, service.scope.groups)
    else { return nil }
    return .widerService(
      organization: network.organizations[service.organization].id, service: service.id, widening)
  }

  /// Whether a service may be asked to take in more groups: one for adults is not asked to take in
  /// children, nor the other way round; and, of one age, only where women and men are admitted for certain
  /// are others asked for.
  private func mayTakeIn(_ added: [Code], _ list: ScopeList?) -> Bool {
    guard let list else { return true }
    let leaves = table.needs.groups
    let admitted = leaves.filter { list.answer(for: $0) == .yes }
    func part(_ code: Code, _ position: Int) -> String? {
      let parts = code.text.split(separator: ".")
      return position < parts.count ? String(parts[position]) : nil
    }
    return added.filter { leaves.contains($0) }.allSatisfy { group in
      let genders = admitted.filter { part($0, 0) == part(group, 0) }.map { part($0, 1) }
      return genders.contains(part(group, 1))
        || genders.contains("female") && genders.contains("male")
    }
  }

  /// What a scope has to take in for all these needs; nil where it refuses none of them.
  private func widening(
    of scope: Scope, for cells: [PathwayTable.Cell]
  ) -> RecommendedAction.Widening? {
    var added = (areas: Set<Int>(), groups: Set<Int>(), cases: Set<Int>())
    for cell in cells {
      let need = table.need(of: cell)
      if let list = scope.areas, network.answer(of: list, toArea: need.area) == .no {
        added.areas.insert(need.area)
      }
      if let list = scope.groups, list.answer(for: need.group) == .no {
        added.groups.insert(cell.profile / table.needs.caseClasses.count)
      }
      if let list = scope.cases, list.answer(for: need.caseCode) == .no {
        added.cases.insert(table.needs.caseClass(ofProfile: cell.profile))
      }
    }
    let areas = added.areas.sorted().map { Code(network.areas[$0].id) }
    let groups = added.groups.sorted().map { table.needs.groups[$0] }
    let cases = added.cases.sorted().flatMap { table.needs.caseClasses[$0] }
    if areas.isEmpty, groups.isEmpty, cases.isEmpty { return nil }
    func list(_ old: ScopeList?, _ codes: [Code]) -> ScopeList? {
      guard let old, !codes.isEmpty else { return nil }
      return ScopeList(old.terms.filter { !codes.contains($0.code) } + codes.map { ScopeTerm($0) })
    }
    return RecommendedAction.Widening(
      areas: list(scope.areas, areas), groups: list(scope.groups, groups),
      cases: list(scope.cases, cases), added: areas + groups + cases)
  }

  /// The relations to a provider of what people need that close the most missing rows, by weight: twelve of
  /// them, each from an organization that these people reach for certain; from one to which people are sent
  /// for something else a question would come in place of the gap. A relation to somebody who would only pass
  /// people on may close more on paper, and makes ways longer: none is recommended. Only where there are few
  /// rows; what a relation closes is counted, not estimated.
  private mutating func addClosingRelations() {
    let missing = folds.map { (id: $0.id, fold: report.asked.folds[$0.place]) }
    let rows = missing.reduce(0) { $0 + $1.fold.cells.count }
    guard rows > 0, rows <= 5_000, let first = missing.first?.fold.cells.first else { return }
    var search = table.search(first)
    var weight: [Int: Int] = [:]
    var ends: [(id: String, sources: Set<Int>, targets: Set<Int>)] = []
    let count = network.organizations.count
    for (id, fold) in missing {
      for cell in fold.cells {
        search.move(service: cell.service, area: cell.area, profile: cell.profile)
        let sources = search.reached(from: table.entries[cell.entry], atLeast: .yes).map(
          \.organization)
        let targets = Set(
          table.providers(service: cell.service, area: cell.area, profile: cell.profile)
            .map(\.organization))
        ends.append((id, Set(sources), targets))
        for source in sources {
          for target in targets {
            weight[source * count + target, default: 0] += fold.expectation.severity.weight
          }
        }
      }
    }
    let ids = network.organizations.map(\.id)
    let best = weight.keys.sorted { left, right in
      let (a, b) = (weight[left] ?? 0, weight[right] ?? 0)
      if a != b { return a > b }
      return idsPrecede(
        [ids[left / count], ids[left % count]], [ids[right / count], ids[right % count]])
    }
    var added = 0
    for pair in best where added < 12 {
      guard let action = relation(from: pair / count, to: pair % count) else { continue }
      actions.insert(action)
      let closed = ends.filter {
        $0.sources.contains(pair / count) && $0.targets.contains(pair % count)
      }
      for (id, rows) in Dictionary(grouping: closed, by: \.id) { bears(action, on: id, rows.count) }
      added += 1
    }
  }

  // MARK: Second ways

  /// Relations round each single point of failure: from those who pass people on to it, to other
  /// providers.
  private mutating func addSecondWays() {
    let kinds = Set(["redundancy", "disjoint"])
    let rules = Set(
      standard.expectations.filter { kinds.contains($0.kind) }.map { "\(standard.id)/\($0.id)" })
    for finding in report.findings where rules.contains(finding.rule) {
      guard let needs = finding.needs,
        let place = finding.subjects.first?.organization.flatMap({ network.organization($0) })
      else { continue }
      let members = Set(network.withUnits([place]))
      let sources = Set(
        members.flatMap { table.arcs.incoming[$0] }.filter { table.arcs.arcs[$0].standing != .no }
          .map { table.arcs.arcs[$0].hop.source }
      ).subtracting(members).sorted()
      for provider in otherProviders(of: needs, without: members) {
        for source in sources {
          if let action = relation(from: source, to: provider) { propose(action, for: finding) }
        }
      }
    }
  }

  /// Who else provides what needs ask for, at least to some of them, the most first; at most five.
  private func otherProviders(of needs: Finding.Needs, without members: Set<Int>) -> [Int] {
    let space = table.needs
    let (areas, profiles) = (table.areas(of: needs), table.profiles(of: needs))
    var count: [Int: Int] = [:]
    for service in space.services.indices
    where needs.service == nil || needs.service == space.services[service] {
      for area in areas {
        for profile in profiles {
          for provider in table.providers(service: service, area: area, profile: profile)
          where !members.contains(provider.organization) {
            count[provider.organization, default: 0] += 1
          }
        }
      }
    }
    let sorted = count.keys.sorted { left, right in
      count[left] != count[right]
        ? (count[left] ?? 0) > (count[right] ?? 0)
        : idsPrecede([network.organizations[left].id], [network.organizations[right].id])
    }
    return Array(sorted.prefix(5))
  }

  // MARK: Providers

  /// For each service type and group that nobody provides in some areas: services of that type that
  /// could take the group in, and organizations whose sector offers the type elsewhere, at most four of
  /// each.
  private mutating func addProviders() {
    let rules = Set(
      standard.expectations.filter { $0.kind == "coverage" || $0.kind == "pathway" }
        .map { "\(standard.id)/\($0.id)" })
    let space = table.needs
    for finding in report.findings where rules.contains(finding.rule) && finding.value == 0 {
      guard let needs = finding.needs, let type = needs.service, needs.entry == nil,
        let position = space.services.firstIndex(of: type)
      else { continue }
      let profiles = table.profiles(of: needs)
      let cells = table.areas(of: needs).flatMap { area in
        profiles.map { PathwayTable.Cell(entry: 0, service: position, area: area, profile: $0) }
      }
      let sectors = table.providers[position].compactMap {
        network.organizations[network.services[$0.service].organization].sector
      }
      for provider in table.providers[position].prefix(4) {
        if let action = wider(service: provider.service, for: cells) {
          propose(action, for: finding)
        }
      }
      let offering = Set(
        table.providers[position].map { network.services[$0.service].organization })
      let able = network.organizations.indices.filter { index in
        let place = network.organizations[index]
        return !offering.contains(index) && place.parent == nil
          && place.validity.answer(on: table.date) == .yes
          && place.sector.map { sectors.contains($0) } ?? false && isOfKind(place, type)
          && cells.contains {
            network.answer(relation: nil, target: place.scope, to: table.need(of: $0)) != .no
          }
      }.sorted { left, right in
        let load = [left, right].map { table.arcs.incoming[$0].count }
        if load[0] != load[1] { return load[0] > load[1] }
        return idsPrecede([network.organizations[left].id], [network.organizations[right].id])
      }
      let sources = reached(for: cells)
      for index in able.prefix(4) {
        let id = network.organizations[index].id
        let referring = sources.filter { relation(from: $0, to: index) != nil }.prefix(2)
        for source in [nil] + referring.map({ network.organizations[$0].id }) {
          let action = RecommendedAction.provider(
            organization: id, type: type, groups: needs.groups, areas: needs.areas, from: source)
          propose(action, for: finding)
          purposes[action, default: []].insert(finding.id)
        }
      }
    }
  }

  /// Whether an organization does work of the kind of a service type: it states no service, or one of the same
  /// pillar. A school of courses is not asked for a shelter.
  private func isOfKind(_ place: Organization, _ type: Code) -> Bool {
    guard let pillar = network.vocabulary.service(type)?.pillar, !pillar.isEmpty else {
      return true
    }
    return place.services.isEmpty
      || place.services.contains {
        network.vocabulary.service(network.services[$0].type)?.pillar == pillar
      }
  }

  /// The organizations that people with some needs, rows without an entry point, reach for certain from entry
  /// points, those first that most of them reach, of these the nearest: a service that nobody refers to
  /// helps none of them, and one from which it is not known whether they come makes a question of the gap.
  private func reached(for cells: [PathwayTable.Cell]) -> [Int] {
    var sets = ReachedSets(table, atLeast: .yes)
    var count: [Int: Int] = [:]
    var hops: [Int: Int] = [:]
    for cell in cells {
      for entry in table.statuses.takers[cell.area] {
        let row = cell.at(entry: entry)
        let arrives = table.arcs.arrival(entry: entry, area: cell.area, profile: cell.profile)
        guard arrives == .yes else { continue }
        let set = sets.members(of: row)
        for (organization, away) in zip(set.organizations, set.hops) {
          count[organization, default: 0] += 1
          hops[organization, default: 0] += away
        }
      }
    }
    return count.keys.sorted { left, right in
      let counts = (count[left] ?? 0, count[right] ?? 0)
      if counts.0 != counts.1 { return counts.0 > counts.1 }
      let away = (hops[left] ?? 0, hops[right] ?? 0)
      if away.0 != away.1 { return away.0 < away.1 }
      return idsPrecede([network.organizations[left].id], [network.organizations[right].id])
    }
  }

  // MARK: What is prohibited

  /// For each cell that is prohibited, an end to what passes in it.
  private mutating func addEndings() {
    for prohibition in ties.cooperation.compactMap({ $0 as? ProhibitedExpectation }) {
      let rule = "\(standard.id)/\(prohibition.expectation.id)"
      for (cell, ties) in prohibition.ties(in: network, on: report.asOf).certain {
        let keys = Set(ties.map { network.relations[$0.relation].key }).sorted()
        let action = RecommendedAction.ending(relations: keys, content: prohibition.content)
        actions.insert(action)
        let key = [prohibition.from[cell.from].text, prohibition.to[cell.to].text]
        proposals[Finding.id(rule: rule, key: key), default: []].append(action)
      }
    }
  }

  // MARK: Agreements

  /// Agreements of which a finding says that they end go on for two years from the day of the report.
  private mutating func addRenewals() {
    let day = report.asOf.parts
    guard
      let until = CalendarDate(
        year: day.year + 2, month: day.month, day: day.month == 2 ? min(day.day, 28) : day.day)
    else { return }
    let rules = Set(
      standard.expectations.filter { $0.kind == "agreement" }.map { "\(standard.id)/\($0.id)" })
    let ending = report.findings.filter { rules.contains($0.rule) }
    for agreement in network.agreements {
      guard let end = agreement.validity.until, end < until else { continue }
      let subject = Finding.Subject(.agreement, agreement.id)
      for finding in ending where finding.subjects.contains(subject) {
        propose(.renewal(agreement: agreement.id, until: until), for: finding)
      }
    }
  }
}
