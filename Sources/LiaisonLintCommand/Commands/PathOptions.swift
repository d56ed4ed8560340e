import ArgumentParser
import LiaisonFiles
import LiaisonGaps
import LiaisonModel

/// What `gaps --path` asks: from whom, for which services, for whom.
struct PathOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Instead of the briefing: the ways from one entry point, by its id, and where they stop.",
      valueName: "entry"))
  var path: String?

  @Option(
    help: ArgumentHelp(
      "With --path: the service types, with commas between; those that anybody offers unless given.",
      valueName: "types"))
  var service: [String] = []

  @Option(help: ArgumentHelp("With --path: the groups, such as adult.male.", valueName: "groups"))
  var group: [String] = []

  @Option(
    name: .customLong("case"),
    help: ArgumentHelp("With --path: the cases, such as labour.", valueName: "cases"))
  var cases: [String] = []

  @Option(help: ArgumentHelp("With --path: the areas, by id.", valueName: "areas"))
  var area: [String] = []

  func validate() throws {
    if path == nil, !(service + group + cases + area).isEmpty {
      throw ValidationError(
        "--service, --group, --case and --area say what is asked of --path: name an entry point.")
    }
  }

  private func words(_ values: [String]) -> [String] {
    values.flatMap { $0.split(separator: ",") }.map { String($0) }
  }

  /// The known word that was meant; where none is near, all of a few.
  private func nearest(_ word: String, _ known: [String]) -> String {
    let near = NearestMatch.question(word, among: known)
    if !near.isEmpty { return near }
    return known.isEmpty || known.count > 20 ? "" : " Known: \(known.joined(separator: ", "))."
  }

  /// The trace asked for.
  ///
  /// - Throws: `ValidationError` for a word that the network does not have; `GapError` without a date.
  func trace(
    _ network: StakeholderNetwork, on date: CalendarDate?, _ context: ToolContext
  ) throws -> PathwayTrace? {
    guard let path else { return nil }
    let date = try GapAnalysis.date(of: network, asOf: date)
    let entry = try context.organization(path, of: network)
    let question = try question(network)
    let table = PathwayTable(network.known(on: date), services: question.services, on: date)
    guard let trace = PathwayTrace(table, from: entry, question) else {
      let entries = table.entries.map { network.organizations[$0].id }.joined(separator: ", ")
      throw ValidationError(
        "“\(path)” is no entry point. Entry points: \(entries.isEmpty ? "none" : entries).")
    }
    return trace
  }

  private func question(_ network: StakeholderNetwork) throws -> PathwayTrace.Question {
    let vocabulary = network.vocabulary
    let types = Set(network.services.map(\.type)).union(vocabulary.services.map(\.term.code))
    func codes(_ values: [String], _ known: [Code], _ what: String) throws -> [Code]? {
      let words = self.words(values)
      for word in words where !known.contains(where: { Code(word).covers($0) }) {
        throw ValidationError(
          "“\(word)” is no \(what).\(nearest(word, known.map(\.text).sorted()))")
      }
      return words.isEmpty ? nil : words.map { Code($0) }
    }
    let services = try codes(service, types.sorted(), "service type")
    let groups = try codes(group, vocabulary.terms(.groups).map(\.code), "group")
    let cases = try codes(self.cases, vocabulary.terms(.cases).map(\.code), "case")
    let areas = words(area)
    for id in areas where network.area(id) == nil {
      throw ValidationError(
        "The network has no area “\(id)”.\(nearest(id, network.areas.map(\.id)))")
    }
    return PathwayTrace.Question(
      services: services ?? Set(network.services.map(\.type)).sorted(),
      areas: areas.isEmpty ? nil : areas, groups: groups, cases: cases)
  }
}
