import LiaisonGraphviz
import LiaisonTestSupport
import Testing

/// Run by `swift test --disable-default-traits --filter LiaisonGraphvizTests`.
@Suite("Built without Graphviz", .enabled(if: !GraphvizEngine.isAvailable))
struct WithoutGraphvizTests {
  @Test("Both ways of rendering say that it is not there, and how to get it")
  func notInstalled() throws {
    for engine in [Samples.worker, GraphvizEngine(isolation: .inProcess)] {
      let error = try #require(Samples.failure(Samples.raw("digraph{a}"), engine: engine))
      #expect(error.code == .notInstalled)
      #expect(error.exitStatus == 69)
      #expect(error.hint.contains("libgraphviz-dev"))
    }
  }
}
