import Foundation
import LiaisonTestSupport
import Testing

@testable import LiaisonGraph

@Suite("Long measures report, and stop when they are told to")
struct MeasureProgressTests {
  private static let long: [any Measure] = [
    BetweennessMeasure(), EdgeBetweennessMeasure(), ClosenessMeasure(), HarmonicMeasure(),
    EccentricityMeasure(), ReachMeasure(), DistancesMeasure(), ConnectednessMeasure(),
    CentralizationMeasure(), RemovalMeasure(), KeyPlayersMeasure(), CliquesMeasure(),
    ConnectivityMeasure(), ClusteringMeasure(), StructuralHolesMeasure(), TriadsMeasure(),
    LinkScoresMeasure(), BrokerageMeasure(), GroupsMeasure(), CommunitiesMeasure(),
  ]

  /// Searches whose steps nobody knows beforehand: they report none, but stop.
  private static let searches: [any Measure] = [
    EigenvectorMeasure(), KatzMeasure(), PageRankMeasure(), HITSMeasure(), AugmentationMeasure(),
    PositionsMeasure(), CorePeripheryMeasure(),
  ]

  /// In three sectors, for those that ask for groups.
  private static func options(_ graph: Graph, _ progress: RunProgress? = nil) -> MeasureOptions {
    MeasureOptions(
      groups: NodeMap(graph.nodes.map { ["agency", "ngo", "union"][$0.index % 3] }),
      progress: progress)
  }

  private static func network(_ n: Int, directed: Bool) throws -> Graph {
    let random = try randomGraph(
      nodeCount: n, edgeCount: 4 * n, directed: directed, weighted: true, seed: 5)
    // A ring through all, so that everybody reaches everybody.
    let ring = (0..<n).map { Edge($0, ($0 + 1) % n) }
    return try Graph(
      nodeCount: n, edges: random.edges + ring, directed: directed,
      weights: (random.weights ?? []) + ring.map { _ in 1 })
  }

  @Test("a measure that was told to stop gives no figure", arguments: [false, true])
  func cancelled(directed: Bool) throws {
    let graph = try MeasureProgressTests.network(50, directed: directed)
    for measure in MeasureProgressTests.long + MeasureProgressTests.searches {
      let progress = RunProgress()
      progress.cancel()
      let error = #expect(throws: GraphError.self, "\(measure.id)") {
        try measure.compute(graph, Self.options(graph, progress))
      }
      #expect(error?.code == .cancelled, "\(measure.id)")
    }
  }

  @Test("reporting changes no figure, and at the end all is done", arguments: [false, true])
  func reported(directed: Bool) throws {
    let graph = try MeasureProgressTests.network(42, directed: directed)
    for measure in MeasureProgressTests.long {
      let progress = RunProgress()
      let figures = try measure.compute(graph, Self.options(graph, progress))
      #expect(try measure.compute(graph, Self.options(graph)) == figures, "\(measure.id)")
      #expect(progress.totalParts > 0, "\(measure.id)")
      // More stages than announced would make the share fall back.
      let stages = progress.stageCounts
      #expect(stages.begun <= stages.announced, "\(measure.id)")
      // A search for connectivity may know its answer before it has looked at all nodes.
      #expect(progress.fraction == 1 || measure is ConnectivityMeasure, "\(measure.id)")
    }
  }

  @Test(
    "the share of a search for key players in a network too large for all sets never falls back")
  func greedy() throws {
    let graph = try MeasureProgressTests.network(160, directed: false)
    let progress = RunProgress()
    let result = try KeyPlayersMeasure().compute(graph, MeasureOptions(progress: progress))
    #expect(result.values.contains { $0.key == "keyplayer.greedy.neg.F.k2" })
    #expect(progress.stageCounts == (12, 12) && progress.fraction == 1)
  }

  @Test("so does the order of a chain of command, which only arcs without cycles have")
  func order() throws {
    let random = try randomGraph(nodeCount: 200, edgeCount: 600, directed: true, seed: 5)
    let down = random.edges.filter { !$0.isLoop }.map {
      Edge(min($0.source, $0.target), max($0.source, $0.target))
    }
    let graph = try Graph(nodeCount: 200, edges: down, directed: true)
    let progress = RunProgress()
    let figures = try OrderMeasure().compute(graph, MeasureOptions(progress: progress))
    #expect(try OrderMeasure().compute(graph, MeasureOptions()) == figures)
    #expect(progress.totalParts > 10 && progress.fraction == 1)
    progress.cancel()
    let runs: [() throws -> Void] = [
      { _ = try OrderMeasure().compute(graph, MeasureOptions(progress: progress)) },
      { _ = try graph.transitiveReduction(progress: progress) },
    ]
    for run in runs {
      let error = #expect(throws: GraphError.self) { try run() }
      #expect(error?.code == .cancelled)
    }
  }

  @Test("a run that is under way stops within its next part")
  func underWay() throws {
    let graph = try MeasureProgressTests.network(600, directed: false)
    let progress = RunProgress()
    // A thread of its own: the tests' threads may all be busy until the run is over.
    Thread.detachNewThread {
      while progress.completedParts == 0 { Thread.sleep(forTimeInterval: 0.001) }
      progress.cancel()
    }
    let error = #expect(throws: GraphError.self) {
      try KeyPlayersMeasure().compute(graph, MeasureOptions(threads: 2, progress: progress))
    }
    #expect(error?.code == .cancelled)
    #expect(progress.fraction < 1)
  }

  @Test(
    "what is done grows source by source, or node by node, whatever is computed for many at once")
  func sources() throws {
    let graph = try Graph.cycle(nodeCount: 300)
    let runs: [(String, (RunProgress) throws -> Void)] = [
      ("betweenness", { _ = try graph.betweenness(progress: $0) }),
      ("inverse", { _ = try graph.betweenness(weights: .inverse, progress: $0) }),
      ("edges", { _ = try graph.edgeBetweenness(progress: $0) }),
      ("distances", { _ = try graph.distanceSummaries(progress: $0) }),
      ("weighted", { _ = try graph.distanceSummaries(weights: .cost, progress: $0) }),
    ]
    for (name, run) in runs {
      let progress = RunProgress()
      try run(progress)
      #expect(progress.totalParts == 300 && progress.completedParts == 300, "\(name)")
    }
  }

  @Test(
    "a search of nobody knows how many rounds grows with each, never falls back, and ends whole")
  func rounds() throws {
    let progress = RunProgress()
    progress.expect(OpenRounds.parts)
    var rounds = OpenRounds(reportingTo: progress)
    var shares = [progress.fraction]
    for _ in 0..<12 {
      rounds.end()
      shares.append(progress.fraction)
    }
    #expect(zip(shares, shares.dropFirst()).allSatisfy { $0 < $1 } && shares[12] < 1)
    rounds.finish()
    #expect(progress.fraction == 1)
    // A large network, of which Leiden makes one start alone.
    let graph = try MeasureProgressTests.network(1_200, directed: false)
    let runs: [(RunProgress) throws -> Communities] = [
      { try graph.leiden(progress: $0) }, { try graph.louvain(progress: $0) },
      { try graph.labelPropagation(progress: $0) },
    ]
    for run in runs {
      let progress = RunProgress()
      _ = try run(progress)
      #expect(progress.totalParts == OpenRounds.parts && progress.fraction == 1)
      let cancelled = RunProgress()
      cancelled.cancel()
      #expect(throws: GraphError.self) { try run(cancelled) }
    }
  }

  @Test("a run of several stages does not seem done after the first, and never falls back")
  func stages() {
    let progress = RunProgress()
    progress.expect(stages: 2)
    #expect(progress.fraction == 0)
    progress.expect(4)
    progress.advance(by: 4)
    #expect(progress.fraction == 0.5)
    // Of other parts: batches, and now sources.
    progress.expect(12)
    #expect(progress.fraction == 0.5)
    progress.advance(by: 6)
    #expect(progress.fraction == 0.75)
    progress.advance(by: 6)
    #expect(progress.fraction == 1)
  }
}
