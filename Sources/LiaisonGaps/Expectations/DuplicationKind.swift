public import LiaisonCatalog
public import LiaisonModel

/// `duplication`: those who provide the same for the same people work together.
public struct DuplicationKind: ExpectationKind {
  /// Creates the kind.
  public init() {}

  /// Its page.
  public var page: CatalogPage {
    CatalogPage(
      id: "duplication",
      summary: "Those who provide the same service to the same people work together.",
      meaning: """
        Finds pairs of organizations that both provide a service for certain to the same group in the \
        same area, with no edge between them in the cooperation layer: no referral, no sharing of \
        information, no joint work. Not a fault by itself, since choice may be wanted: always a note. \
        An organization and its units count as one.
        """,
      doNotUseWhen: """
        several independent providers are what is wanted, or cooperation is not listed completely, or \
        one of the two stayed silent: then it is a question.
        """,
      reference: "OCHA, Who does What Where (3W/4W): gaps and duplications",
      examples: [
        CatalogPage.Example(
          "As a standard writes it",
          text: """
            - id: duplication
              kind: duplication
              services: [hotline]
              severity: info
              citation: our own plan, 2025
            """)
      ])
  }

  /// Without that nothing can be said.
  public var needs: String { "an area that it asks about is declared under `areas:`" }

  /// Reads `services`, `areas`, `groups`, `cases`; the severity is `info`.
  public func read(
    _ expectation: Expectation, of standard: Standard
  ) throws(GapError) -> any JudgedExpectation {
    var reader = ExpectationReader(expectation, of: standard)
    let selection = try NeedSelection(&reader)
    guard expectation.severity == .info else {
      throw reader.error("two providers of one service are a note: `severity` can only be `info`.")
    }
    try reader.finish(sentenceOf: ["organizations", "service", "services", "groups", "areas"])
    return DuplicationExpectation(expectation: expectation, selection: selection)
  }
}

struct DuplicationExpectation: JudgedExpectation {
  var expectation: Expectation
  var selection: NeedSelection

  var order: CauseOrder { .relations }
  var question: GapReport.Question { .together }
  var services: [Code] { selection.services }

  /// The words used where the standard has none of its own.
  static let template =
    "{organizations} provide {service} for {groups} in {areas}, and no cooperation between them is "
    + "recorded."
  static let question =
    "Do {organizations} work together? They provide {service} for {groups} in {areas}, and no "
    + "cooperation between them is recorded."

  func judge(_ judgement: inout Judgement) throws(GapError) {
    let table = judgement.table
    guard let asked = judgement.asked(selection, by: expectation) else { return }
    let tied = judgement.network.familyTies(.cooperation, on: judgement.date)
    for service in asked.services {
      // Pairs that serve exactly the same needs tell one story; the largest sets come first.
      var needs: [FamilyPair: [PathwayTable.Cell]] = [:]
      for area in asked.areas {
        for profile in asked.profiles {
          let cell = PathwayTable.Cell(entry: 0, service: service, area: area, profile: profile)
          for pair in pairs(of: cell, table) where !tied.contains(pair) {
            needs[pair, default: []].append(cell)
          }
        }
      }
      // Of who stayed silent it is not known with whom it works.
      let network = judgement.network
      let isListed = judgement.isComplete("referral", "information", "joint")
      let open = needs.filter { pair, _ in
        isListed
          && (network.isSilent(family: pair.first) || network.isSilent(family: pair.second))
      }
      let sure = needs.filter { open[$0.key] == nil }
      if !sure.isEmpty {
        judgement.add(
          finding(service, sure, judgement, asked, kind: isListed ? .finding : .question),
          to: .together)
      }
      if !open.isEmpty {
        var question = finding(service, open, judgement, asked, kind: .question, key: ["silent"])
        let silent = open.keys.flatMap { [$0.first, $0.second] }.flatMap {
          network.silent(ofFamily: $0)
        }
        question.sentence += " " + network.silence(of: Set(silent))
        judgement.add(question, to: .together)
      }
    }
  }

  /// The pairs of organizations that surely provide what a need asks for.
  private func pairs(of cell: PathwayTable.Cell, _ table: PathwayTable) -> [FamilyPair] {
    let providers = table.providers(
      service: cell.service, area: cell.area, profile: cell.profile)
    let families = Set(
      providers.filter { $0.answer == .yes }.map { table.network.family(of: $0.organization) }
    ).sorted()
    return families.indices.flatMap { first in
      families[(first + 1)...].map { FamilyPair(families[first], $0) }
    }
  }

  /// One finding a service: the pairs, and whom the first of them serve.
  private func finding(
    _ service: Int, _ needs: [FamilyPair: [PathwayTable.Cell]], _ judgement: Judgement,
    _ asked: NeedSelection.Positions, kind: Finding.Kind, key: [String] = []
  ) -> Finding {
    let table = judgement.table
    let network = judgement.network
    let words = NeedWords(network: network, needs: table.needs)
    let ids = network.organizations.map(\.id)
    let pairs = needs.keys.map { pair in
      idsPrecede([ids[pair.first]], [ids[pair.second]])
        ? (pair, pair.first, pair.second) : (pair, pair.second, pair.first)
    }.sorted { left, right in
      let counts = (needs[left.0]?.count ?? 0, needs[right.0]?.count ?? 0)
      if counts.0 != counts.1 { return counts.0 > counts.1 }
      return idsPrecede([ids[left.1], ids[left.2]], [ids[right.1], ids[right.2]])
    }
    let first = pairs[0]
    let cells = needs[first.0] ?? []
    let blocks = NeedBlock.covering(cells, table.needs)
    let type = words.service(table.needs.services[service])
    let isComplete = kind == .finding
    var sentence = ""
    if let block = blocks.first {
      sentence = Wording.sentence(
        SentenceTemplate(text: isComplete ? expectation.sentence ?? Self.template : Self.question)
          .filled([
            "organizations": Wording.list([
              words.organization(first.1), words.organization(first.2),
            ]), "service": type, "services": type,
            "groups": words.groups(block.groups.map { table.needs.groups[$0] }),
            "areas": words.areas(block.areas)
              + words.cases(block.caseClasses, of: asked.caseClasses),
          ]))
    }
    if pairs.count > 1 {
      let others = pairs.dropFirst().map { pair in
        "\(words.organization(pair.1)) with \(words.organization(pair.2))"
      }
      sentence += " So do \(Wording.list(others, atMost: 3, others: "other pair"))."
    }
    let members = Set(pairs.flatMap { [$0.1, $0.2] }).sorted {
      idsPrecede([ids[$0]], [ids[$1]])
    }
    let all = Set(needs.values.flatMap { $0 })
    return Finding(
      rule: "\(judgement.standard.id)/\(expectation.id)", severity: .info,
      kind: kind, key: [table.needs.services[service].text] + key,
      place: network.organizations[first.1].origin.place,
      related: [.init(network.organizations[first.2].origin.place, "provides the same")],
      subjects: .organizations(members.map { ids[$0] }),
      needs: Finding.Needs(
        service: table.needs.services[service],
        areas: Set(all.map(\.area)).sorted().map { network.areas[table.needs.areas[$0]].id },
        groups: Set(all.map { $0.profile / table.needs.caseClasses.count }).sorted().map {
          table.needs.groups[$0]
        }), cells: isComplete ? all.count : 0, value: Double(pairs.count), sentence: sentence,
      evidence: pairs.map { pair in
        Wording.sentence(
          "\(words.organization(pair.1)) and \(words.organization(pair.2)): "
            + "\(Wording.counted(needs[pair.0]?.count ?? 0, "need")) in common.")
      },
      suggestion: isComplete
        ? "Agree who does what, or that each refers people to the other." : nil,
      citation: expectation.citation,
      tlp: members.map { network.organizations[$0].tlp }.reduce(.amber, max))
  }
}

/// Two organizations, each with its units, in the order of their indices.
struct FamilyPair: Hashable {
  let first: Int
  let second: Int

  init(_ one: Int, _ other: Int) {
    first = min(one, other)
    second = max(one, other)
  }
}
