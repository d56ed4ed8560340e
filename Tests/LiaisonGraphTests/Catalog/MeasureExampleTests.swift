import LiaisonCatalog
import LiaisonGraph
import Testing

@Suite("The examples of the measures' pages are so")
struct MeasureExampleTests {
  @Test(
    "every page has an example, and each of its sentences holds",
    arguments: 0..<Measures.shipped.count)
  func examples(index: Int) throws {
    let measure = Measures.shipped[index]
    #expect(!measure.page.examples.isEmpty, "\(measure.id)")
    for example in measure.page.examples {
      let network = try ExampleNetwork(example.text)
      let result = try measure.compute(network.graph, MeasureOptions(groups: network.groups))
      let sentences = example.outcome.split(separator: "\n").map(String.init)
      #expect(!sentences.isEmpty, "\(measure.id)")
      for sentence in sentences {
        #expect(network.holds(sentence, of: result), "\(measure.id): \(sentence)")
      }
    }
  }
}

/// A network as pages write it: `a – b, b → c (2), d`, and below it a line for each group, `ngo: a, b`.
private struct ExampleNetwork {
  let graph: Graph
  private(set) var groups: NodeMap<String?>?
  private let names: [String]

  init(_ text: String) throws {
    let lines = text.split(separator: "\n").map(String.init)
    let items = try #require(lines.first).split(separator: ",").map {
      $0.split(separator: " ").map(String.init)
    }
    var names: [String] = []
    var edges: [Edge] = []
    var weights: [Double] = []
    func number(_ name: String) -> Int {
      if let known = names.firstIndex(of: name) { return known }
      names.append(name)
      return names.count - 1
    }
    for item in items {
      let first = number(item[0])
      guard item.count > 2 else { continue }
      edges.append(Edge(first, number(item[2])))
      if item.count > 3 { weights.append(try #require(Double(item[3].dropFirst().dropLast()))) }
    }
    graph = try Graph(
      nodeCount: names.count, edges: edges, directed: text.contains("→"),
      weights: weights.isEmpty ? nil : weights)
    self.names = names
    guard lines.count > 1 else { return }
    var group = [String?](repeating: nil, count: names.count)
    for line in lines.dropFirst() {
      let parts = line.split(separator: ":").map(String.init)
      for name in parts[1].split(separator: ",") {
        group[try #require(names.firstIndex(of: name.filter { $0 != " " }))] = parts[0]
      }
    }
    groups = NodeMap(group)
  }

  /// `KEY is 1`, `KEY of a is 1`, `KEY of a – b is 1`, `KEY of a → b is 1`, `KEY holds a, b`.
  func holds(_ sentence: String, of result: MeasureResult) -> Bool {
    let words = sentence.split(separator: " ").map { $0.filter { $0 != "," } }
    let key = words[0]
    if words[1] == "holds" {
      let wanted = words.dropFirst(2).map { NodeID(names.firstIndex(of: $0) ?? -1) }
      return result.sets.contains {
        guard $0.key == key else { return false }
        return switch $0.content {
        case .nodes(let nodes): nodes == wanted
        case .groups(let groups): groups.contains(wanted)
        }
      }
    }
    guard let last = words.last, let expected = Double(last) else { return false }
    let ends = words.dropFirst(2).dropLast(2).filter { $0 != "–" && $0 != "→" }
      .compactMap { names.firstIndex(of: $0) }
    let value: Double? =
      switch words.count {
      case 3: result.values.first { $0.key == key }?.value
      case 5:
        result.nodeColumns.first { $0.key == key }.flatMap { $0.values.values[ends[0]] }
      default:
        result.pairColumns.first { $0.key == key }?.values
          .first { [$0.pair.source.index, $0.pair.target.index] == ends }?.value
      }
    return value.map { abs($0 - expected) < 1e-9 } ?? false
  }
}
