import Dispatch
import LiaisonGraphviz
import Testing

@Suite("Rendering in this process", .serialized, .enabled(if: GraphvizEngine.isAvailable))
struct InProcessTests {
  private let engine = GraphvizEngine(isolation: .inProcess)

  @Test("It draws what a worker draws, byte for byte, again and again")
  func asInAWorker() throws {
    for format in [GraphvizFormat.svg, .png, .pdf] {
      let request = try Samples.request(Samples.referral, as: format)
      let first = try engine.render(request)
      #expect(try engine.render(request) == first)
      #expect(try Samples.worker.render(request) == first)
    }
  }

  @Test("Threads that ask at the same time wait for each other")
  func threads() throws {
    let request = try Samples.request(Samples.referral, as: .svg)
    let expected = try engine.render(request)
    let replies = Replies(count: 40)
    DispatchQueue.concurrentPerform(iterations: 40) { index in
      replies[index] = try? engine.render(request)
    }
    for index in 0..<40 { #expect(replies[index] == expected) }
  }

  @Test("An error leaves nothing behind: the next graph is drawn without it")
  func afterAnError() throws {
    let bad = Samples.raw("digraph{a->}")
    let error = try #require(Samples.failure(bad, engine: engine))
    #expect(error.code == .badInput)
    #expect(error.message.contains("syntax error"))
    let reply = try engine.render(Samples.request(Samples.referral, as: .svg))
    #expect(reply.warnings.isEmpty)
    #expect(Samples.failure(bad, engine: engine) == error)
  }

  @Test("A chain longer than a small stack is drawn on a thread with a large one")
  func longChain() throws {
    var graph = DOTGraph()
    var last = graph.add(DOTNode())
    for _ in 0..<4_000 {
      let next = graph.add(DOTNode())
      graph.add(DOTEdge(last, next))
      last = next
    }
    let replies = Replies(count: 1)
    let request = try Samples.request(graph, as: .plain)
    DispatchQueue.concurrentPerform(iterations: 1) { _ in
      replies[0] = try? engine.render(request)
    }
    #expect(replies[0] != nil)
  }

  @Test("A warning of Graphviz's is passed on without being an error")
  func warnings() throws {
    let reply = try engine.render(
      Samples.raw("digraph{a[label=\"much too long\" fixedsize=true width=0.1 height=0.1]}"))
    #expect(reply.warnings.count == 1)
    #expect(reply.warnings[0].hasPrefix("node 'a'"))
  }
}
