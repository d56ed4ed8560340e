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
    LinkScoresMeasure(), BrokerageMeasure(), GroupsMeasure(),
  ]

  /// Searches whose steps nobody knows beforehand: they report none, but stop.
  private static let searches: [any Measure] = [
    EigenvectorMeasure(), KatzMeasure(), PageRankMeasure(), HITSMeasure(), AugmentationMeasure(),
    CommunitiesMeasure(), PositionsMeasure(), CorePeripheryMeasure(),
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
      // A search for connectivity may know its answer before it has looked at all nodes.
      #expect(progress.fraction == 1 || measure is ConnectivityMeasure, "\(measure.id)")
    }
  }

  @Test("so does the order of a chain of command, which only arcs without circles have")
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

  @Test("a run of several stages does not seem done after the first")
  func stages() {
    let progress = RunProgress()
    progress.expect(stages: 2)
    #expect(progress.fraction == 0)
    progress.expect(4)
    progress.advance(by: 4)
    #expect(progress.fraction == 0.5)
    progress.expect(12)
    #expect(progress.fraction == 0.25)
    progress.advance(by: 12)
    #expect(progress.fraction == 1)
  }
}
