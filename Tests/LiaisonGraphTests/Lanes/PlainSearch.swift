import LiaisonGraph

/// Searches one source at a time, as the definition says: what the kernels are compared with.
struct PlainSearch {
  var distances: [[Int?]] = []
  var betweenness: [Double]
  var edgeBetweenness: [Double]

  init(_ graph: Graph, sources: [NodeID]? = nil) {
    let half = graph.isDirected ? 1.0 : 0.5
    betweenness = [Double](repeating: 0, count: graph.nodeCount)
    edgeBetweenness = [Double](repeating: 0, count: graph.edgeCount)
    for source in sources ?? Array(graph.nodes) {
      var distance = [Int?](repeating: nil, count: graph.nodeCount)
      var paths = [Double](repeating: 0, count: graph.nodeCount)
      var order = [source]
      distance[source.index] = 0
      paths[source.index] = 1
      var head = 0
      while head < order.count {
        let v = order[head]
        head += 1
        let next = (distance[v.index] ?? 0) + 1
        for arc in graph.arcs(of: v) {
          let w = arc.node
          if distance[w.index] == nil {
            distance[w.index] = next
            order.append(w)
          }
          if distance[w.index] == next { paths[w.index] += paths[v.index] }
        }
      }
      var dependency = [Double](repeating: 0, count: graph.nodeCount)
      for v in order.reversed() {
        for arc in graph.arcs(of: v) {
          let w = arc.node
          guard distance[w.index] == (distance[v.index] ?? 0) + 1 else { continue }
          let part = paths[v.index] / paths[w.index] * (1 + dependency[w.index])
          dependency[v.index] += part
          edgeBetweenness[arc.edge.index] += part * half
        }
        if v != source { betweenness[v.index] += dependency[v.index] * half }
      }
      distances.append(distance)
    }
  }
}

/// Whether numbers agree to 1e-9 of them.
func agree(_ a: [Double], _ b: [Double]) -> Bool {
  guard a.count == b.count else { return false }
  for (x, y) in zip(a, b) where abs(x - y) > 1e-9 * max(1, abs(y)) { return false }
  return true
}
