import Benchmark
import LiaisonGraph

/// A random graph whose degrees are uneven, the same on every run.
private func graph(nodes: Int, edges: Int) -> Graph {
  var state: UInt64 = 1
  func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }
  var list: [Edge] = []
  for _ in 0..<edges { list.append(Edge(min(next(nodes), next(nodes)), next(nodes))) }
  guard let graph = try? Graph(nodeCount: nodes, edges: list, directed: false) else {
    preconditionFailure("the ends lie below the number of nodes")
  }
  return graph.simplified()
}

let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration.metrics = [.wallClock, .cpuTotal, .mallocCountTotal]
  let small = graph(nodes: 2000, edges: 10_000)
  let large = graph(nodes: 100_000, edges: 500_000)

  Benchmark("closeness, 2,000 nodes") { _ in blackHole(try small.closeness()) }
  Benchmark("betweenness, 2,000 nodes") { _ in blackHole(try small.betweenness()) }
  Benchmark("edge betweenness, 2,000 nodes") { _ in blackHole(try small.edgeBetweenness()) }
  Benchmark("clustering, 100,000 nodes") { _ in blackHole(large.clustering()) }
  Benchmark("core numbers, 100,000 nodes") { _ in blackHole(large.coreNumbers()) }
  Benchmark("PageRank, 100,000 nodes") { _ in blackHole(try large.pageRank()) }
  Benchmark("weak components, 100,000 nodes") { _ in blackHole(large.weakComponents()) }
  Benchmark("blocks, 100,000 nodes") { _ in blackHole(large.blockStructure()) }
  Benchmark("graph from edges, 100,000 nodes") { _ in
    blackHole(try Graph(nodeCount: large.nodeCount, edges: large.edges, directed: false))
  }
}
