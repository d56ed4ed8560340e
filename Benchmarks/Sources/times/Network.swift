import Foundation
import LiaisonGraph

/// A graph in the form of `prepare_data.py`: a line `# nodes edges directed|undirected
/// weighted|unweighted name`, then `source target [weight]`.
struct Network {
  var name: String
  var graph: Graph

  init(path: String) throws {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    var lines = text.utf8.split(separator: 10)[...]
    let head = (lines.popFirst().map { String($0) ?? "" } ?? "").split(separator: " ")
    guard head.count >= 6, let nodeCount = Int(head[1]) else {
      throw Wrong("\(path) does not begin with a line of nodes, edges, kinds and a name")
    }
    var edges: [Edge] = []
    var weights: [Double] = []
    let isWeighted = head[4] == "weighted"
    for line in lines {
      let fields = line.split(separator: 32)
      guard fields.count >= 2, let source = Int(Substring(fields[0])),
        let target = Int(Substring(fields[1])), 0..<nodeCount ~= source, 0..<nodeCount ~= target
      else { throw Wrong("\(path): a line is no edge") }
      edges.append(Edge(source, target))
      if isWeighted, fields.count > 2 { weights.append(Double(Substring(fields[2])) ?? 1) }
    }
    name = String(head[5])
    graph = try Graph(
      nodeCount: nodeCount, edges: edges, directed: head[3] == "directed",
      weights: weights.isEmpty ? nil : weights)
  }
}

/// What is wrong with the input.
struct Wrong: Error, CustomStringConvertible {
  var description: String
  init(_ description: String) { self.description = description }
}
