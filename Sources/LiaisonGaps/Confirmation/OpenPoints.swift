import LiaisonModel

/// What there is to answer about something in doubt: each point is a mark in the network that the
/// answer replaces.
struct OpenPoints {
  private let table: PathwayTable
  private let words: ConfirmationWords
  private var network: StakeholderNetwork { table.network }

  init(_ table: PathwayTable) {
    self.table = table
    words = ConfirmationWords(table)
  }

  /// The points of one doubt; whoever answers all of them settles it as far as this organization can.
  func points(_ doubt: Doubt) -> [ConfirmationPoint] {
    switch doubt.subject {
    case .relation(let index): relation(index, doubt.cells)
    case .service(let index): service(index, doubt.cells)
    case .organization(let index):
      operation(ofOrganization: index)
        + scope(
          .organizations, network.organizations[index].id, network.organizations[index].scope,
          [.areas, .groups, .cases], doubt.cells)
    case .entry(let index):
      operation(ofOrganization: index)
        + scope(
          .organizations, network.organizations[index].id,
          network.entryScope(of: index), [.entryAreas, .entryGroups, .entryCases], doubt.cells)
    case .units(let index):
      [
        ConfirmationPoint(
          .init(.organizations, network.organizations[index].id, .unitsRefer),
          "\(Wording.sentence(words.organization(index))) and its units pass people on to each other"
        )
      ]
    case .silent(let index): [words.refersTo(index)]
    }
  }

  private func relation(_ index: Int, _ cells: [PathwayTable.Cell]) -> [ConfirmationPoint] {
    let relation = network.relations[index]
    var points: [ConfirmationPoint] = []
    if relation.evidenceAnswer == .unknown || relation.validity.answer(on: table.date) != .yes {
      points.append(words.relation(relation))
    }
    let open = cells.filter {
      !network.unknownDimensions(written: relation.scope, to: table.need(of: $0)).isEmpty
    }
    points += scope(
      .relations, relation.key, relation.scope, [.areas, .groups, .cases], open, isWritten: true)
    guard points.isEmpty else { return points }
    let types = Set(cells.map(\.service)).sorted().map { table.needs.services[$0] }
    return [
      ConfirmationPoint(
        .init(.relations, relation.key, .passesOn, types),
        "People who need \(Wording.list(types.map { network.vocabulary.name(ofService: $0) }, "or")) "
          + "are passed on along it", recorded: words.services(relation))
    ]
  }

  private func service(_ index: Int, _ cells: [PathwayTable.Cell]) -> [ConfirmationPoint] {
    let service = network.services[index]
    let owner = network.organizations[service.organization]
    var points: [ConfirmationPoint] = []
    if service.validity.answer(on: table.date) != .yes { points.append(words.service(index)) }
    points += operation(ofOrganization: service.organization)
    return points
      + scope(
        .services, "\(owner.id)/\(service.id)", service.scope, [.areas, .groups, .cases], cells)
  }

  private func operation(ofOrganization index: Int) -> [ConfirmationPoint] {
    let place = network.organizations[index]
    if place.validity.answer(on: table.date) == .yes { return [] }
    return [
      ConfirmationPoint(
        .init(.organizations, place.id, .holds),
        "\(Wording.sentence(words.organization(index))) is in operation",
        recorded: place.validity.status.map { Wording.word($0) } ?? "")
    ]
  }

  // MARK: Scopes

  /// The codes that a scope leaves open for some needs, by area, group and case.
  ///
  /// - Parameter isWritten: whether only what the scope itself marks is open, as for a relation, and
  ///   not what it does not state.
  private func scope(
    _ table: NetworkPatch.Table, _ id: String, _ scope: Scope,
    _ matters: [ConfirmationPoint.Matter], _ cells: [PathwayTable.Cell], isWritten: Bool = false
  ) -> [ConfirmationPoint] {
    var areas: Set<Int> = []
    var groups: Set<Int> = []
    var classes: Set<Int> = []
    let needs = self.table.needs
    for cell in cells {
      let need = self.table.need(of: cell)
      let open =
        isWritten
        ? network.unknownDimensions(written: scope, to: need)
        : network.unknownDimensions(of: scope, to: need)
      if open.contains(.areas) { areas.insert(cell.area) }
      if open.contains(.groups) { groups.insert(cell.profile / needs.caseClasses.count) }
      if open.contains(.cases) { classes.insert(needs.caseClass(ofProfile: cell.profile)) }
    }
    func point(_ matter: Int, _ code: Code, _ text: String) -> ConfirmationPoint {
      ConfirmationPoint(.init(table, id, matters[matter], [code]), text)
    }
    return areaCodes(areas, scope.areas).map {
      point(0, $0, "People from \(words.area($0))")
    }
      + groupCodes(groups, scope.groups).map {
        point(1, $0, Wording.sentence(network.vocabulary.name(of: $0, in: .groups)))
      }
      + caseCodes(classes, scope.cases).map {
        point(2, $0, $0 == .any ? "Every kind of case" : "Cases of \(words.cases($0))")
      }
  }

  /// The entry of a list that decides about a code, where it is narrower than `any`.
  private func deciding(_ list: ScopeList?, _ chain: [Code]) -> Code? {
    guard let list else { return nil }
    return chain.first { code in list.terms.contains { $0.code == code } }
  }

  private func areaCodes(_ open: Set<Int>, _ list: ScopeList?) -> [Code] {
    var codes: [Code] = []
    var rest: Set<Int> = []
    for position in open.sorted() {
      let chain = network.areas[table.needs.areas[position]].chain.map {
        Code(network.areas[$0].id)
      }
      if let code = deciding(list, chain) {
        if !codes.contains(code) { codes.append(code) }
      } else {
        rest.insert(position)
      }
    }
    return codes + words.widest(areas: rest)
  }

  private func groupCodes(_ open: Set<Int>, _ list: ScopeList?) -> [Code] {
    var codes: [Code] = []
    var rest: [Code] = []
    for group in open.sorted().map({ table.needs.groups[$0] }) {
      let covering = (list?.terms ?? []).map(\.code).filter { $0 != .any && $0.covers(group) }
      if let code = covering.max(by: { $0.text.utf8.count < $1.text.utf8.count }) {
        if !codes.contains(code) { codes.append(code) }
      } else {
        rest.append(group)
      }
    }
    return codes + network.vocabulary.folded(groups: rest)
  }

  private func caseCodes(_ open: Set<Int>, _ list: ScopeList?) -> [Code] {
    if !open.isEmpty, table.needs.caseClasses.count == 1, list?.terms.isEmpty ?? true {
      return [.any]
    }
    var codes: [Code] = []
    for code in open.sorted().flatMap({ table.needs.caseClasses[$0] }) {
      let term = list?.terms.filter { $0.code != .any && $0.code.covers(code) }.max {
        $0.code.text.utf8.count < $1.code.text.utf8.count
      }
      let asked = term?.code ?? code
      if !codes.contains(asked) { codes.append(asked) }
    }
    return codes
  }
}

extension StakeholderNetwork {
  /// The scope of an entry point: its own, with the organization's where that is silent.
  func entryScope(of organization: Int) -> Scope {
    var scope = organizations[organization].scope
    if case .scope(let own) = organizations[organization].entryPoint {
      scope.areas = own.areas ?? scope.areas
      scope.groups = own.groups ?? scope.groups
      scope.cases = own.cases ?? scope.cases
    }
    return scope
  }
}
