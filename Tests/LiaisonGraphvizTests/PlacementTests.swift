import LiaisonGraphviz
import Testing

@Suite("Placements", .enabled(if: GraphvizEngine.isAvailable))
struct PlacementTests {
  @Test("Nodes, edges and clusters come back in the order of the graph")
  func referral() throws {
    let graph = Samples.referral
    let placement = try Samples.worker.place(graph, engine: .dot)
    #expect(placement.nodes.count == 4)
    #expect(placement.edges.count == 4)
    // Left to right: station, police, shelter, clinic.
    let order = [1, 0, 2, 3].map { placement.nodes[$0].center.x }
    #expect(order == order.sorted())
    for node in placement.nodes {
      #expect(node.width > 20 && node.height > 10)
      // Graphviz rounds to two decimals.
      #expect(node.box.minX >= placement.boundingBox.minX - 0.01)
      #expect(node.box.maxX <= placement.boundingBox.maxX + 0.01)
    }
    let cluster = try #require(placement.clusters[0])
    #expect(cluster.box.minX <= placement.nodes[0].box.minX)
    #expect(cluster.box.maxX >= placement.nodes[0].box.maxX)
    #expect(cluster.label != nil)
    let both = try #require(placement.edges[0].curves.first)
    #expect(both.start != nil && both.end != nil)
    let way = try #require(placement.edges[1].curves.first)
    #expect(way.points.count % 3 == 1)
    #expect(way.start == nil)
    // The way goes from the border of the police to the border of the shelter.
    #expect(abs(way.points[0].x - placement.nodes[0].box.maxX) < 2)
    #expect(abs(try #require(way.end).x - placement.nodes[2].box.minX) < 2)
    #expect(placement.edges[1].label != nil)
    #expect(placement.edges[2].label == nil)
    #expect(placement.edges[2].curves != placement.edges[3].curves, "two edges, two ways")
  }

  @Test("What is placed in this process is placed as in a worker")
  func inProcess() throws {
    let graph = Samples.referral
    let here = try GraphvizEngine(isolation: .inProcess).place(graph, engine: .dot)
    #expect(try here == Samples.worker.place(graph, engine: .dot))
  }

  @Test("An empty graph has a place too")
  func empty() throws {
    let placement = try Samples.worker.place(DOTGraph(), engine: .dot)
    #expect(placement.nodes.isEmpty && placement.edges.isEmpty)
  }

  @Test("A position given is the position got, in points, from the spring engines too")
  func pinned() throws {
    var graph = DOTGraph()
    graph.add(DOTNode(position: .init(x: 100, y: 50), pinned: true))
    graph.add(DOTNode(position: .init(x: 400, y: 250), pinned: true))
    let placement = try Samples.worker.place(graph, engine: .neato)
    #expect(placement.nodes[1].center.x - placement.nodes[0].center.x == 300)
    #expect(placement.nodes[1].center.y - placement.nodes[0].center.y == 200)
  }

  @Test(
    "What is not a placement is refused",
    arguments: [
      "", "[]", "{", "{}", #"{"bb":"0,0,1"}"#, #"{"bb":"0,0,nan,1"}"#, #"{"bb":"0,0,0x1,1"}"#,
      #"{"bb":"0,0,1,1","bb":"0,0,9,9"}"#, #"{"bb":"0,0,1,1"} x"#, #"{"bb":"0,0,1,1"}"#,
      #"{"bb":"0,0,1,1","objects":[{"name":"n1","pos":"1","width":"1","height":"1"}]}"#,
      #"{"bb":"\ud800"}"#, "{\"bb\":\"\u{1}\"}", #"{"bb":1e999}"#,
      String(repeating: "[", count: 100_000),
      #"{"bb":"0,0,1,1","objects":[{"name":"n1","pos":"1,1","width":"1","height":"1"}],"#
        + #""edges":[{"id":"e1","pos":"1,1 2,2"}]}"#,
    ])
  func refused(json: String) throws {
    var graph = DOTGraph()
    let node = graph.add(DOTNode())
    graph.add(DOTEdge(node, node))
    #expect(throws: GraphvizError.self) {
      try GraphvizPlacement(json: Array(json.utf8), of: graph)
    }
  }

  @Test("The least placement is read")
  func least() throws {
    var graph = DOTGraph()
    graph.add(DOTNode())
    let json =
      #"{"bb":"0,0,54,36","n\u00e4\ud83d\ude00":[null,true,1.5e2],"objects":"#
      + #"[{"name":"n1","pos":"27,18","width":"0.75","height":"0.5"}]}"#
    let placement = try GraphvizPlacement(json: Array(json.utf8), of: graph)
    #expect(placement.nodes == [.init(center: .init(x: 27, y: 18), width: 54, height: 36)])
    #expect(placement.boundingBox.width == 54)
  }
}
