import LiaisonGraph
import LiaisonTestSupport
import Testing

@Suite("Distances between all pairs, by blocks")
struct DistanceBlockTests {
  @Test("every block holds what single searches find, whatever its size", arguments: 0..<12)
  func searches(seed: Int) throws {
    let graph = try randomGraph(
      nodeCount: 23, edgeCount: 50, directed: seed % 2 == 0, weighted: true, seed: UInt64(seed))
    for weights in PathWeights.allCases {
      for direction in [Direction.out, .in] {
        var sources: [NodeID] = []
        try graph.forEachDistanceBlock(
          blockSize: [1, 7, 64][seed % 3], weights: weights, direction
        ) { block in
          for (place, source) in block.sources.enumerated() {
            let tree = try graph.simplified().shortestPaths(
              from: [source], weights: weights, direction)
            for node in graph.nodes {
              let (a, b) = (block[place, node], tree.distance[node])
              #expect((a == nil) == (b == nil))
              #expect(abs((a ?? 0) - (b ?? 0)) < 1e-12)
            }
          }
          sources += block.sources
        }
        #expect(sources == Array(graph.nodes))
      }
    }
  }

  @Test("the share that is done grows from block to block and is whole at the end alone")
  func share() throws {
    let graph = try Graph.cycle(nodeCount: 40)
    let progress = RunProgress()
    var shares: [Double] = []
    try graph.forEachDistanceBlock(blockSize: 10, progress: progress) { _ in
      shares.append(progress.fraction)
    }
    #expect(shares == [0.25, 0.5, 0.75, 1])
  }

  @Test("a cancelled run ends with an error, and progress counts sources")
  func cancelled() throws {
    let graph = try Graph.cycle(nodeCount: 50)
    let progress = RunProgress()
    try graph.forEachDistanceBlock(from: [NodeID(3), NodeID(4)], progress: progress) { _ in }
    #expect(progress.completedParts == 2)
    #expect(progress.fraction == 1)
    var blocks = 0
    let error = try #require(throws: GraphError.self) {
      try graph.forEachDistanceBlock(blockSize: 10, progress: progress) { _ in
        blocks += 1
        progress.cancel()
      }
    }
    #expect(error.code == .cancelled)
    #expect(blocks == 1)
    #expect(throws: GraphError.self) {
      try graph.forEachDistanceBlock(blockSize: 0) { _ in }
    }
  }
}
