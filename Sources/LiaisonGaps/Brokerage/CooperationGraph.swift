import LiaisonGraph
import LiaisonModel

/// A layer, that of cooperation unless another is given, with each organization and its units as one node
/// (SEMANTICS §6, §7).
struct CooperationGraph {
  let graph: Graph
  /// The organization at the head of each node, by its index.
  let heads: [Int]

  /// The layer of a network on a day: organizations in force, in the order of their ids.
  ///
  /// - Complexity: O(organizations log organizations + relations log relations).
  init(_ network: StakeholderNetwork, _ name: Layer.Name = .cooperation, on date: CalendarDate) {
    let layer = network.layer(name, on: date)
    let heads = network.byID(network.heads(inForceOn: date))
    var nodeOf: [Int: Int] = [:]
    for (node, head) in heads.enumerated() { nodeOf[head] = node }
    func node(_ id: NodeID) -> Int? {
      guard case .organization(let index) = layer.nodes[id.index] else { return nil }
      return nodeOf[network.family(of: index)]
    }
    var pairs: Set<Edge> = []
    for edge in layer.graph.edges {
      guard let one = node(edge.source), let other = node(edge.target), one != other else {
        continue
      }
      pairs.insert(Edge(min(one, other), max(one, other)))
    }
    let edges = pairs.sorted { ($0.source, $0.target) < ($1.source, $1.target) }
    self.heads = heads
    graph = Graph(checked: edges, nodeCount: heads.count, directed: false, weights: nil)
  }

  private init(graph: Graph, heads: [Int]) {
    self.graph = graph
    self.heads = heads
  }

  /// The same without the organizations that work with nobody.
  ///
  /// - Complexity: O(organizations + ties).
  func withoutIsolates() -> CooperationGraph {
    let kept = heads.indices.filter { !graph.neighbours(of: NodeID($0)).isEmpty }
    var nodeOf = [Int](repeating: -1, count: heads.count)
    for (node, old) in kept.enumerated() { nodeOf[old] = node }
    let edges = graph.edges.map { Edge(nodeOf[$0.source.index], nodeOf[$0.target.index]) }
    return CooperationGraph(
      graph: Graph(checked: edges, nodeCount: kept.count, directed: false, weights: nil),
      heads: kept.map { heads[$0] })
  }

  /// The connected parts without some nodes, each in order; the largest first, then by nodes.
  func parts(without nodes: Set<Int> = [], edge left: Edge? = nil) -> [[Int]] {
    var part = [Int](repeating: -1, count: heads.count)
    var parts: [[Int]] = []
    for start in heads.indices where part[start] < 0 && !nodes.contains(start) {
      part[start] = parts.count
      var members = [start]
      var position = 0
      while position < members.count {
        let here = members[position]
        position += 1
        for next in graph.neighbours(of: NodeID(here)) {
          guard part[next.index] < 0, !nodes.contains(next.index),
            Edge(min(here, next.index), max(here, next.index)) != left
          else { continue }
          part[next.index] = parts.count
          members.append(next.index)
        }
      }
      parts.append(members.sorted())
    }
    return parts.sorted { left, right in
      left.count != right.count ? left.count > right.count : left.lexicographicallyPrecedes(right)
    }
  }
}

extension Judgement {
  /// Whether everything that the cooperation layer is made of is listed completely.
  var listsCooperation: Bool { lists(.cooperation) }
}
