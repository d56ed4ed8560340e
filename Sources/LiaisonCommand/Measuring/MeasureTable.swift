import LiaisonCatalog
import LiaisonFiles
import LiaisonGaps
import LiaisonGraph
import LiaisonModel

/// The figures of a graph as text, CSV or JSON.
struct MeasureTable {
  var subject: MeasuredGraph
  var result: MeasureResult
  /// What the measure of each key says, in a line, for those who read the text.
  var summaries: [String: String] = [:]
  /// The keys, or their beginnings, that somebody named.
  var asked: [String] = []

  private var graph: Graph { subject.graph }
  private var keyWords: KeyWords { KeyWords(isDirected: graph.isDirected) }

  // MARK: JSON

  /// `{"graph", "label", "node", "edge", "value", "sets", "skipped", "partly"}`; null is undefined.
  var json: JSONValue {
    func id(_ node: NodeID) -> JSONValue { .string(subject.ids[node.index]) }
    let nodes = result.nodeColumns.map { column in
      JSONValue.Member(
        column.key,
        .object(
          zip(subject.ids, column.values.values).map { .init($0, .figure($1)) }))
    }
    let edges = result.pairColumns.map { column in
      JSONValue.Member(
        column.key,
        .array(
          column.values.map {
            .array([id($0.pair.source), id($0.pair.target), .figure($0.value)])
          }))
    }
    let sets = result.sets.map { set -> JSONValue.Member in
      switch set.content {
      case .nodes(let nodes): .init(set.key, .array(nodes.map(id)))
      case .groups(let groups): .init(set.key, .array(groups.map { .array($0.map(id)) }))
      }
    }
    return .object([
      .init("graph", graphHeader),
      .init("label", .object(zip(subject.ids, subject.labels).map { .init($0, .string($1)) })),
      .init("node", .object(nodes)),
      .init("edge", .object(edges)),
      .init("value", .object(result.values.map { .init($0.key, .figure($0.value)) })),
      .init("sets", .object(sets)),
      .init("skipped", .object(Self.reasons(leftOut.wholly))),
      .init("partly", .object(Self.reasons(leftOut.partly))),
    ])
  }

  /// Each key once, with all that is said of it.
  private static func reasons(_ items: [MeasureResult.Skipped]) -> [JSONValue.Member] {
    var keys: [String] = []
    var reasons: [String: [String]] = [:]
    for item in items {
      if reasons[item.key] == nil { keys.append(item.key) }
      if reasons[item.key]?.contains(item.reason) != true {
        reasons[item.key, default: []].append(item.reason)
      }
    }
    return keys.map { .init($0, .string(reasons[$0, default: []].joined(separator: "; "))) }
  }

  private var graphHeader: JSONValue {
    .object([
      .init("name", .string(subject.title)),
      .init("directed", .bool(graph.isDirected)),
      .init("weighted", .bool(graph.isWeighted)),
      .init("n", .int(graph.nodeCount)),
      .init("m", .int(graph.simplified().edgeCount)),
      .init("rows", .int(graph.edgeCount)),
      .init("loops", .int(graph.loopCount)),
      .init("parallel", .int(graph.parallelCount)),
      .init("uncertain", .int(subject.uncertainCount)),
      .init("remarks", .array((remarks + subject.notices).map { .string($0) })),
      .init("nodes", .array(subject.ids.map { .string($0) })),
    ])
  }

  private var remarks: [String] { subject.remarks + [subject.rows].compactMap(\.self) }

  // MARK: CSV

  /// A row a figure: `kind,measure,from,to,value,reason`; an undefined value is an empty cell.
  ///
  /// Sets have a row `sets` with how many of them hold a node, and a row `member` for each node of each,
  /// with the number of the set. A figure that is not given has a row `skipped` with the reason, one that is
  /// given in part a row `partly`.
  ///
  /// - Parameter write: takes the table piece by piece: of a million nodes it is held by nobody.
  func writeCSV(_ write: ([UInt8]) -> Void) {
    CSVWriter(numericColumns: [4]).stream(
      header: ["kind", "measure", "from", "to", "value", "reason"], rows: rows.joined(), to: write)
  }

  private func cell(_ value: Double?) -> String { value.map { Self.exact($0) } ?? "" }

  /// A row a node: `id,label`, `group` where groups are known, then a column for each figure of nodes under its
  /// key; an undefined value is an empty cell.
  ///
  /// - Parameter write: takes the table piece by piece.
  func writeSheet(_ write: ([UInt8]) -> Void) {
    let groups = subject.groups
    let heads = ["id", "label"] + (groups == nil ? [] : ["group"])
    let columns = result.nodeColumns
    let rows = subject.ids.indices.lazy.map { node in
      let group = groups.map { [$0.values[node] ?? ""] } ?? []
      return [subject.ids[node], subject.labels[node]] + group
        + columns.map { cell($0.values.values[node]) }
    }
    CSVWriter(numericColumns: Set(heads.count..<heads.count + columns.count)).stream(
      header: heads + columns.map(\.key), rows: rows, to: write)
  }

  /// What of the figures is in no sheet, as it is none of nodes; nil where all are.
  var absentFromSheet: String? {
    func counted(_ count: Int, of what: String) -> String? {
      count == 0 ? nil : "\(count.grouped) of \(what)"
    }
    let parts = [
      counted(result.values.count, of: "the whole network"),
      counted(result.pairColumns.count, of: "ties and pairs"),
      counted(result.sets.count, of: "sets of nodes"),
      counted(leftOut.wholly.count, of: "what cannot be given here"),
    ].compactMap(\.self)
    guard !parts.isEmpty else { return nil }
    return "not in the sheet, which has figures of nodes alone: \(parts.joined(separator: ", ")); "
      + "--format csv or json has them."
  }

  /// The rows, made as they are asked for.
  private var rows: [AnySequence<[String]>] {
    let ids = subject.ids
    var rows = [
      AnySequence(result.values.lazy.map { ["graph", $0.key, "", "", cell($0.value), ""] })
    ]
    for column in result.nodeColumns {
      rows.append(
        AnySequence(
          column.values.values.enumerated().lazy.map { node, value in
            ["node", column.key, ids[node], "", cell(value), ""]
          }))
    }
    for column in result.pairColumns {
      rows.append(
        AnySequence(
          column.values.lazy.map { item in
            let (from, to) = (ids[item.pair.source.index], ids[item.pair.target.index])
            return ["edge", column.key, from, to, cell(item.value), ""]
          }))
    }
    for set in result.sets {
      let groups =
        switch set.content {
        case .nodes(let nodes): nodes.isEmpty ? [] : [nodes]
        case .groups(let groups): groups
        }
      rows.append(AnySequence([["sets", set.key, "", "", String(groups.count), ""]]))
      rows.append(
        AnySequence(
          groups.enumerated().lazy.flatMap { number, nodes in
            nodes.lazy.map {
              ["member", set.key, ids[$0.index], "", String(number + 1), ""]
            }
          }))
    }
    for (kind, items) in [("skipped", leftOut.wholly), ("partly", leftOut.partly)] {
      rows.append(AnySequence(items.lazy.map { [kind, $0.key, "", "", "", $0.reason] }))
    }
    return rows
  }

  // MARK: Text

  /// The figures of the whole, then of the nodes: the ten greatest of each measure, a line each; ten in the
  /// order of the nodes where nobody is ranked. Of a network without the figures that take a weight for a
  /// length, as its weights are strengths, unless they were named.
  var text: String {
    let hidden = subject.isList ? [] : result.keys.filter { isOfCost($0) && !isAsked($0) }
    let result = result.without(hidden)
    var lines: [String] = []
    let direction = graph.isDirected ? "directed" : "undirected"
    lines.append(subject.title)
    guard graph.nodeCount > 0 else { return lines[0] + "\nno \(subject.noun)s\n" }
    let kinds = subject.kindCounts.map {
      " (\(counted($0.organizations, "organization")), \($0.bodies.grouped) "
        + "\($0.bodies == 1 ? "body" : "bodies"))"
    }
    lines += GapBriefing.hanging(
      "", "",
      "\(counted(graph.nodeCount, subject.noun))\(kinds ?? ""), "
        + "\(counted(tieCount, subject.isList ? "edge" : "tie")), \(direction)"
        + (subject.isList && !graph.isDirected && tieCount > 0 ? Self.wayToDirections : "")
        + subject.remarks.map { "; \($0)" }.joined(), width: 80)
    if let rows = subject.rows { lines += GapBriefing.hanging("", "", rows, width: 80) }
    if let refusal = subject.refusal {
      lines += GapBriefing.hanging(
        "", "", "\(refusal) The figures stand in the order of the file.", width: 80)
    }
    if subject.isList, result.keys.contains(where: isOfCost) {
      lines += GapBriefing.hanging("", "", Self.readings, width: 80)
    }
    lines += values(of: result)
    for set in result.sets { lines += text(of: set) }
    for column in result.nodeColumns { lines += text(of: column) }
    for column in result.pairColumns { lines += text(of: column) }
    for (title, items) in [("Not given:", leftOut.wholly), ("Given in part:", leftOut.partly)]
    where !items.isEmpty {
      lines += ["", title] + items.map { Self.line("  \($0.key): \($0.reason)") }
    }
    if !hidden.isEmpty {
      var kinds: [String] = []
      for key in hidden {
        let kind = key.split(separator: ".").prefix(2).joined(separator: ".")
        if !kinds.contains(kind) { kinds.append(kind) }
      }
      lines.append("")
      lines += GapBriefing.hanging(
        "", "",
        "Not shown, as a weight here is a strength and no length: "
          + kinds.joined(separator: ", ") + " (--measures \(kinds[0]), or --format csv).",
        width: 80)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The figures of the whole. Those of groups stand apart, as their keys are long; where many pairs of groups
  /// have none of something, these are counted alone.
  private func values(of result: MeasureResult) -> [String] {
    var blocks: [(family: String?, values: [MeasureResult.Value])] = []
    for item in result.values {
      let family = KeyWords.familyOfGroups(item.key)
      if blocks.last.map({ $0.family == family }) != true { blocks.append((family, [])) }
      blocks[blocks.count - 1].values.append(item)
    }
    var lines: [String] = []
    for block in blocks {
      // An E-I index of 0 says something: as many ties out as within.
      let isOfPairs = block.family.map { $0 != "ei_index.group" } ?? false
      let zeros = isOfPairs ? block.values.count { $0.value == 0 } : 0
      let isShort = zeros > 10
      let shown = isShort ? block.values.filter { $0.value != 0 } : block.values
      let width = shown.map { Self.line($0.key).count }.max() ?? 0
      let column = shown.map { Self.short($0.value).count }.max() ?? 0
      lines.append("")
      for item in shown {
        let value = Self.short(item.value)
        let gap = String(repeating: " ", count: column - value.count + 2)
        let words = keyWords.words(item.key).map { gap + $0 } ?? ""
        lines.append(
          "  " + Self.padded(Self.line(item.key), width) + "  " + value + Self.line(words))
      }
      if isShort {
        lines.append(
          "  and \(zeros.grouped) of \(block.family ?? "") that are 0 (--format csv has all)")
      }
    }
    return lines
  }

  private static let wayToDirections = " (--directed: arcs from source to target)"

  /// The ties that `m` counts: without those of a node to itself, each once.
  private var tieCount: Int { graph.edgeCount - graph.loopCount - graph.parallelCount }

  private static let readings =
    "Its weights are read both ways: inverse fits strengths, such as cases or meetings; cost fits "
    + "lengths, such as days or kilometres."

  /// Whether a figure takes the weight of a tie for its length.
  private func isOfCost(_ key: String) -> Bool {
    let parts = key.split(separator: ".")
    return parts.count > 1 && parts[1] == PathWeights.cost.rawValue && parts[0] != "projection"
  }

  private func isAsked(_ key: String) -> Bool {
    asked.contains { CatalogPage.isKey(key.lowercased(), under: $0.lowercased()) }
  }

  /// What is not given at all, and of what some is given all the same.
  private var leftOut: (wholly: [MeasureResult.Skipped], partly: [MeasureResult.Skipped]) {
    let keys = result.keys
    func isGiven(_ item: MeasureResult.Skipped) -> Bool {
      keys.contains { CatalogPage.isKey($0, under: item.key) }
    }
    return (result.skipped.filter { !isGiven($0) }, result.skipped.filter(isGiven))
  }

  private func text(of set: MeasureResult.NodeSets) -> [String] {
    let heading = keyWords.heading(set.key, summary: nil)
    let words = Self.line(heading == set.key ? heading : "\(heading) (\(set.key))")
    switch set.content {
    case .nodes(let nodes):
      return ["", "\(words): " + (nodes.isEmpty ? "none" : names(nodes, in: set.key))]
    case .groups(let groups):
      let shown = groups.prefix(10).map {
        "  \(counted($0.count, subject.noun)): \(names($0, in: set.key))"
      }
      let rest = groups.count > 10 ? ["  and \((groups.count - 10).grouped) more"] : []
      return ["", "\(words): \(groups.count.grouped)"] + shown + rest
    }
  }

  /// What a node is called in a set; of one without any tie but its own that is said.
  private func label(_ node: NodeID, in set: String) -> String {
    let isTiedToItself =
      set == "isolates" && graph.loopCount > 0
      && graph.edges.contains { $0.isLoop && $0.source == node }
    return subject.labels[node.index] + (isTiedToItself ? " (but to itself)" : "")
  }

  private func counted(_ number: Int, _ noun: String) -> String {
    "\(number.grouped) \(noun)\(number == 1 ? "" : "s")"
  }

  private func text(of column: MeasureResult.NodeColumn) -> [String] {
    KeyWords.isDivision(column.key)
      ? division(column)
      : rank(column.key, column.values.values.enumerated().map { (subject.labels[$0], $1) })
  }

  private func text(of column: MeasureResult.PairColumn) -> [String] {
    rank(
      column.key,
      column.values.map { item in
        let ends = [item.pair.source, item.pair.target].map { subject.labels[$0.index] }
        return (ends.joined(separator: column.isDirected ? " → " : " – "), item.value)
      })
  }

  /// A division of the nodes: the ten largest of its parts, each with its number, its size and its members.
  private func division(_ column: MeasureResult.NodeColumn) -> [String] {
    var members: [Int: [NodeID]] = [:]
    for node in graph.nodes {
      if let part = column.values[node].flatMap({ Int(exactly: $0) }) {
        members[part, default: []].append(node)
      }
    }
    let parts = members.sorted { (-$0.value.count, $0.key) < (-$1.value.count, $1.key) }
    let words = keyWords.heading(column.key, summary: summaries[column.key])
    let heading = words == column.key ? words : "\(words) (\(column.key))"
    let shown = parts.prefix(10).map {
      "  \($0.key): \(counted($0.value.count, subject.noun)): \(names($0.value, in: column.key))"
    }
    let rest =
      parts.count > 10 ? ["  and \((parts.count - 10).grouped) more (--format csv has all)"] : []
    let count = "\(parts.count.grouped), each with its number, size and members"
    return ["", "\(heading): \(count)"] + shown + rest
  }

  /// The first of some nodes, and how many there are more.
  private func names(_ nodes: [NodeID], in key: String) -> String {
    let shown = nodes.prefix(8).map { label($0, in: key) }.joined(separator: ", ")
    return nodes.count > 8 ? "\(shown) and \((nodes.count - 8).grouped) more" : shown
  }

  /// The ten greatest, by value, then in the order of the nodes; by that alone where nobody is ranked. Of
  /// constraint and its like the ten least.
  private func rank(_ key: String, _ items: [(name: String, value: Double?)]) -> [String] {
    let sign = KeyWords.isLowestFirst(key) ? -1.0 : 1
    let ranked = items.enumerated().sorted { left, right in
      let a = left.element.value.map { $0 * sign } ?? -.infinity
      let b = right.element.value.map { $0 * sign } ?? -.infinity
      return subject.refusal == nil && a != b ? a > b : left.offset < right.offset
    }
    let shown = ranked.prefix(10).map(\.element)
    let width = shown.map(\.name.count).max() ?? 0
    let words = keyWords.heading(key, summary: summaries[key])
    let order = sign < 0 && subject.refusal == nil ? ", lowest first" : ""
    var lines = ["", Self.line(words == key ? key : "\(words) (\(key))") + order]
    for item in shown {
      lines.append("  " + Self.padded(item.name, width) + "  " + Self.short(item.value))
    }
    if items.count > 10 {
      lines.append("  and \((items.count - 10).grouped) more (--format csv has all)")
    }
    return lines
  }

  /// A key, which may hold the name of a group, with the line breaks and other controls of that shown as
  /// spaces.
  private static func line(_ text: String) -> String { text.onOneLine }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  /// Four decimals, of small values as many as show two digits that are not zero; without zeros at the end, and
  /// digits in groups of three.
  private static func short(_ value: Double?) -> String {
    guard let value else { return "undefined" }
    // One minus sign, whatever the digits behind it.
    if value < 0 { return "−" + short(-value) }
    if let whole = Int(exactly: value), abs(value) < 1e15 { return whole.grouped }
    guard abs(value) >= 0.001 else { return small(value) }
    let text = exact((value * 10_000).rounded() / 10_000)
    let parts = text.split(separator: ".", maxSplits: 1)
    // A power of ten stays as it is.
    guard let whole = parts.first.flatMap({ Int($0) }), abs(whole) >= 1000 else { return text }
    return ([whole.grouped] + parts.dropFirst().map(String.init)).joined(separator: ".")
  }

  /// A value below a thousandth in two significant digits: `0.00005`; what is nearer nothing than a
  /// billionth is rounding, and a power of ten.
  private static func small(_ value: Double) -> String {
    guard value.isFinite else { return exact(value) }
    var (scale, decimals) = (10_000.0, 4)
    while abs(value) * scale < 10, decimals < 11 { (scale, decimals) = (scale * 10, decimals + 1) }
    let digits = String(Int((abs(value) * scale).rounded()))
    guard digits.count > 1 || decimals < 11 else { return exact(value) }
    var text = "0." + String(repeating: "0", count: max(0, decimals - digits.count)) + digits
    while text.hasSuffix("0") { text.removeLast() }
    return text
  }

  /// The shortest text that reads back as the same number.
  static func exact(_ value: Double) -> String {
    if value == value.rounded(), abs(value) < 1e15 { return String(Int64(value)) }
    return String(value)
  }
}

extension JSONValue {
  /// A figure; null where it is undefined or not finite.
  fileprivate static func figure(_ value: Double?) -> JSONValue {
    guard let value, value.isFinite else { return .null }
    // Counts stand without a decimal point, here as in the heading.
    if abs(value) < 1e15, let whole = Int(exactly: value) { return .int(whole) }
    return .number(value)
  }
}
