import LiaisonModel

/// The findings of what is reached only through certain sectors, one a service type.
struct UnconditionalFindings {
  let judgement: Judgement
  let expectation: Expectation
  let without: [Code]
  let asked: NeedSelection.Positions
  private let table: PathwayTable
  private let words: NeedWords

  init(
    _ judgement: Judgement, _ expectation: Expectation, _ without: [Code],
    _ asked: NeedSelection.Positions
  ) {
    self.judgement = judgement
    self.expectation = expectation
    self.without = without
    self.asked = asked
    table = judgement.table
    words = NeedWords(network: judgement.network, needs: judgement.table.needs)
  }

  /// The words used where the standard has none of its own.
  static let template =
    "{service} is recorded only through {sectors} for {groups} in {areas}{cases} who arrive at "
    + "{entries}: {path}."
  static let question =
    "Is there a way to {service} without {sectors} for {groups} in {areas}{cases} who arrive at "
    + "{entries}? None is recorded: {path}."
  static let doubt =
    "Is there a sure way to {service} without {sectors} for {groups} in {areas}{cases} who arrive at "
    + "{entries}? It rests on what is not known."

  /// "law enforcement agencies or border and immigration services": of those that the network has.
  static func sectors(_ codes: [Code], _ judgement: Judgement) -> String {
    let vocabulary = judgement.network.vocabulary
    let own = codes.filter { code in
      judgement.network.organizations.contains { $0.sector.map { code.covers($0) } ?? false }
    }
    return Wording.list(
      (own.isEmpty ? codes : own).map { vocabulary.plural(of: $0, in: .sectors) }, "or")
  }

  func finding(_ service: Int, _ cells: [PathwayTable.Cell], _ kind: Finding.Kind) -> Finding {
    make(
      service, cells, kind,
      kind == .finding ? expectation.sentence ?? Self.template : Self.question, key: [])
  }

  func doubt(_ service: Int, _ cells: [PathwayTable.Cell]) -> Finding {
    make(service, cells, .question, Self.doubt, key: ["certain"])
  }

  /// Needs of one block, and the entry points for which all of them are so.
  private struct Part {
    var block: NeedBlock
    var entries: [Int]
    var count: Int { block.count * entries.count }
  }

  /// The rows as blocks with their entry points, the largest first.
  private func parts(_ cells: [PathwayTable.Cell]) -> [Part] {
    var entries: [NeedBlock: [Int]] = [:]
    let byEntry = Dictionary(grouping: cells, by: \.entry)
    for entry in byEntry.keys.sorted() {
      for block in NeedBlock.covering(byEntry[entry] ?? [], table.needs) {
        entries[block, default: []].append(entry)
      }
    }
    return entries.map { Part(block: $0.key, entries: $0.value) }.sorted { left, right in
      if left.count != right.count { return left.count > right.count }
      if left.entries != right.entries {
        return left.entries.lexicographicallyPrecedes(right.entries)
      }
      return left.block.order.lexicographicallyPrecedes(right.block.order)
    }
  }

  private func values(_ part: Part) -> [String: String] {
    [
      "groups": words.groups(part.block.groups.map { table.needs.groups[$0] }),
      "areas": words.areas(part.block.areas),
      "cases": words.cases(part.block.caseClasses, of: asked.caseClasses),
      "entries": Wording.list(
        part.entries.map { words.organization(table.entries[$0]) }, atMost: 3),
    ]
  }

  private func make(
    _ service: Int, _ cells: [PathwayTable.Cell], _ kind: Finding.Kind, _ template: String,
    key: [String]
  ) -> Finding {
    let network = judgement.network
    let code = table.needs.services[service]
    let parts = parts(cells)
    var sentence = ""
    var evidence: [String] = []
    if let first = parts.first {
      var values = values(first)
      values["service"] = words.service(code)
      values["sectors"] = Self.sectors(without, judgement)
      let way = first.entries.first.flatMap { path(service, first.block, entry: $0) } ?? ""
      values["path"] = way
      sentence = Wording.sentence(SentenceTemplate(text: template).filled(values))
      let rest = parts.dropFirst().map { part -> String in
        let values = self.values(part)
        return ["groups", "areas", "cases", "entries"].map { key in
          let value = values[key] ?? ""
          switch key {
          case "areas": return " in " + value
          case "entries": return " who arrive at " + value
          default: return value
          }
        }.joined()
      }
      if !rest.isEmpty {
        sentence += " The same holds for \(Wording.list(rest, atMost: 2, others: "other group"))."
      }
      for part in parts.prefix(20) {
        if let entry = part.entries.first, let way = path(service, part.block, entry: entry) {
          evidence.append(Wording.sentence(way) + ".")
        }
      }
    }
    let blocks = parts.map(\.block)
    let entries = Set(cells.map(\.entry)).sorted().map {
      network.organizations[table.entries[$0]]
    }
    let classes = Set(blocks.flatMap(\.caseClasses)).sorted()
    return Finding(
      rule: "\(judgement.standard.id)/\(expectation.id)", severity: expectation.severity,
      kind: kind, key: [code.text] + key, place: entries.first?.origin.place ?? .none,
      subjects: .organizations(entries.map(\.id)),
      needs: Finding.Needs(
        service: code,
        areas: Set(blocks.flatMap(\.areas)).sorted().map {
          network.areas[table.needs.areas[$0]].id
        }, groups: Set(blocks.flatMap(\.groups)).sorted().map { table.needs.groups[$0] },
        cases: table.needs.caseClasses.count == 1
          ? [] : classes.flatMap { table.needs.caseClasses[$0] }),
      cells: cells.count, sentence: sentence, evidence: evidence,
      suggestion: kind == .finding
        ? "Agree a way to \(words.service(code)) that does not pass through "
          + "\(Self.sectors(without, judgement))." : nil,
      citation: expectation.citation,
      tlp: entries.map(\.tlp).reduce(.amber, max))
  }

  /// "from the Labour Inspectorate through Provincial Police to the Women's Shelter".
  private func path(_ service: Int, _ block: NeedBlock, entry: Int) -> String? {
    guard let area = block.areas.first, let profile = block.profiles(table.needs).first,
      let path = table.path(
        of: PathwayTable.Cell(entry: entry, service: service, area: area, profile: profile)),
      let first = path.organizations.first, let last = path.organizations.last
    else { return nil }
    let between = path.organizations.dropFirst().dropLast().map { words.organization($0) }
    if between.isEmpty { return nil }
    return "from \(words.organization(first)) through \(Wording.list(between)) to "
      + words.organization(last)
  }
}
