import ArgumentParser
import LiaisonCatalog
import LiaisonFiles
import LiaisonGraph
import LiaisonModel

/// A measure that `--measures` names, by its id or by the keys of some of its figures.
struct ChosenMeasure {
  var measure: any Measure
  /// The keys of the figures that are wanted, or their beginnings; empty where all are.
  var keys: [String] = []
  /// Whether somebody named it, so that it is an error where a weight does not allow it.
  var isNamed = true

  /// What is measured where nothing is named.
  static let usual = [
    "degree", "betweenness", "harmonic", "core", "components", "articulation", "density",
    "reciprocity",
  ]

  /// The measures that a list names, each once, in the order of their first names.
  ///
  /// - Parameters:
  ///   - lists: names, separated by commas, a comma in a name being `\,`; `all`, or none for the usual ones.
  ///   - shelf: the measures there are.
  /// - Throws: `ValidationError` for a name that is none, with the nearest that is.
  static func chosen(by lists: [String], from shelf: [any Measure]) throws -> [ChosenMeasure] {
    guard !lists.isEmpty else {
      return shelf.filter { usual.contains($0.id) }.map {
        ChosenMeasure(measure: $0, isNamed: false)
      }
    }
    let names = lists.flatMap(NameList.names)
    guard !names.contains("") else {
      throw ValidationError(
        "--measures names nothing \(names.count == 1 ? "" : "before or after a comma"); "
          + "`liaison list measures` says what there is.")
    }
    if names.contains(where: { $0.lowercased() == "all" }) {
      guard names.count == 1 else {
        throw ValidationError("--measures: all is every measure; name it alone, or name others.")
      }
      return shelf.map { ChosenMeasure(measure: $0, isNamed: false) }
    }
    var chosen: [ChosenMeasure] = []
    for name in names {
      let found = try measure(called: name, on: shelf)
      guard let known = chosen.firstIndex(where: { $0.measure.id == found.measure.id }) else {
        chosen.append(found)
        continue
      }
      // The measure itself is all of its figures.
      let isWhole = found.keys.isEmpty || chosen[known].keys.isEmpty
      chosen[known].keys = isWhole ? [] : chosen[known].keys + found.keys
    }
    return chosen
  }

  /// The measure of a name, letter case apart: its id, else the longest beginning of a key that it gives, else
  /// what the field calls it.
  private static func measure(
    called name: String, on shelf: [any Measure]
  ) throws -> ChosenMeasure {
    if let measure = shelf.first(where: { $0.id.lowercased() == name.lowercased() }) {
      return ChosenMeasure(measure: measure)
    }
    let lengths = shelf.map { $0.page.keyLength(in: name) ?? 0 }
    if let longest = lengths.max(), longest > 0, let index = lengths.firstIndex(of: longest) {
      return ChosenMeasure(measure: shelf[index], keys: [name])
    }
    let called = shelf.filter { $0.page.isCalled(name) }
    if let measure = called.first, called.count == 1 { return ChosenMeasure(measure: measure) }
    guard called.isEmpty else {
      throw ValidationError(
        "Several measures are called “\(name)”: \(called.map(\.id).joined(separator: ", ")); name one."
      )
    }
    let near = NearestMatch.question(
      name, among: shelf.flatMap { [$0.id] + $0.page.keys } + shelf.flatMap { $0.page.terms })
    throw ValidationError(
      "There is no measure “\(name)”.\(near) Measures: \(shelf.map(\.id).joined(separator: ", ")).")
  }

  /// Whether a key is another, or begins with it before a dot, letter case apart.
  private static func isUnder(_ key: String, _ other: String) -> Bool {
    CatalogPage.isKey(key.lowercased(), under: other.lowercased())
  }

  private static func isLeftOut(_ wanted: String, by item: MeasureResult.Skipped) -> Bool {
    isUnder(item.key, wanted) || isUnder(wanted, item.key)
  }

  /// Those of the measure's figures that are wanted.
  ///
  /// - Parameters:
  ///   - result: all that it gives.
  ///   - graph: the graph that it is given of.
  /// - Throws: `ValidationError` where it gives none under a key, and says of none why not.
  func wanted(of result: MeasureResult, _ graph: Graph) throws -> MeasureResult {
    guard !keys.isEmpty else { return result }
    if let key = unknownKeys(of: result).first {
      throw nothing(under: key, of: result.keys, graph)
    }
    func isWanted(_ key: String) -> Bool { keys.contains { Self.isUnder(key, $0) } }
    var part = MeasureResult()
    part.nodeColumns = result.nodeColumns.filter { isWanted($0.key) }
    part.pairColumns = result.pairColumns.filter { isWanted($0.key) }
    part.values = result.values.filter { isWanted($0.key) }
    part.sets = result.sets.filter { isWanted($0.key) }
    part.skipped = result.skipped.filter { item in keys.contains { Self.isLeftOut($0, by: item) } }
    return part
  }

  /// The wanted keys under which the measure gives no figure, and says of none why not.
  func unknownKeys(of result: MeasureResult) -> [String] {
    let given = result.keys
    return keys.filter { key in
      !given.contains { Self.isUnder($0, key) }
        && !result.skipped.contains { Self.isLeftOut(key, by: $0) }
    }
  }

  /// The error for what somebody named and the size of the network keeps from being given; nil where
  /// something is given under each name.
  func sizeError(of result: MeasureResult, title: String) -> FileError? {
    let given = result.keys
    for name in keys.isEmpty ? [measure.id] : keys {
      let isGiven =
        keys.isEmpty ? !given.isEmpty : given.contains { Self.isUnder($0, name) }
      let skipped = result.skipped.first {
        $0.limit != nil && (keys.isEmpty || Self.isLeftOut(name, by: $0))
      }
      guard !isGiven, let skipped, let limit = skipped.limit else { continue }
      return FileError(
        .tooLarge, "\(name) is not given: \(skipped.reason)", path: title,
        hint: limit.isLiftable
          ? "`--any-size` computes it all the same; that may take hours, and much memory" : nil)
    }
    return nil
  }

  /// Why a kind of figure that other graphs have is not given of one; nil where that is not why.
  private static func absence(of key: String, in graph: Graph) -> String? {
    let parts = Set(key.lowercased().split(separator: ".").map(String.init))
    let isOfLengths = !parts.isDisjoint(with: ["inverse", "cost"])
    if !graph.isWeighted, isOfLengths || parts.contains("weighted") {
      return "ties have no weights"
    }
    if !graph.isDirected, !parts.isDisjoint(with: ["in", "out"]) {
      return "ties have no direction"
    }
    if graph.isDirected, isOfLengths, parts.contains("all") {
      return "with weights a directed network has out and in alone"
    }
    return nil
  }

  private func nothing(
    under key: String, of given: [String], _ graph: Graph
  ) -> ValidationError {
    let shown = given.prefix(12).joined(separator: ", ")
    let rest = given.count > 12 ? " and \(given.count - 12) more" : ""
    return ValidationError(
      "\(measure.id) gives nothing under “\(key)” here"
        + (Self.absence(of: key, in: graph).map { ", as \($0)" } ?? "")
        + (given.isEmpty
          ? "."
          : ".\(NearestMatch.question(key, among: given)) It gives \(shown)\(rest)."))
  }
}

extension MeasureResult {
  /// The result without the figures of some keys.
  func without(_ keys: [String]) -> MeasureResult {
    guard !keys.isEmpty else { return self }
    let left = Set(keys)
    var part = self
    part.nodeColumns.removeAll { left.contains($0.key) }
    part.pairColumns.removeAll { left.contains($0.key) }
    part.values.removeAll { left.contains($0.key) }
    part.sets.removeAll { left.contains($0.key) }
    return part
  }

  /// The keys of all figures, each once.
  var keys: [String] {
    var seen: Set<String> = []
    let all =
      values.map(\.key) + nodeColumns.map(\.key) + pairColumns.map(\.key) + sets.map(\.key)
    return all.filter { seen.insert($0).inserted }
  }
}
