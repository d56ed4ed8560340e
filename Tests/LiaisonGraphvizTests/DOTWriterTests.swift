import LiaisonGraphviz
import Testing

@Suite struct DOTWriterTests {
  @Test func anEmptyGraphIsStillAGraph() throws {
    let text = try String(decoding: DOTGraph().encoded().bytes, as: UTF8.self)
    #expect(text == "digraph g {\n  graph [charset=\"UTF-8\"];\n}\n")
  }
}
