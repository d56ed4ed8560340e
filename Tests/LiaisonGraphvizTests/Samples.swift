import LiaisonGraphviz
import LiaisonTestSupport

/// Graphs and engines that several suites draw with.
enum Samples {
  /// The built `liaison`, asked to work for one request.
  static let worker = GraphvizEngine(isolation: .worker(executable: ToolRun.built("liaison")))

  /// Four agencies, two of them in a cluster, with labels on an edge and on the cluster.
  static var referral: DOTGraph {
    var settings = DOTSettings()
    settings.flow = .right
    settings.font = .arial
    settings.background = .white
    var graph = DOTGraph(settings)
    let sector = graph.add(DOTCluster(label: "Police", fill: DOTColor(rgb: 0xE6F1F7)))
    let police = graph.add(DOTNode(label: "Provincial Police", shape: .box), in: sector)
    let station = graph.add(DOTNode(label: "Station North", shape: .box), in: sector)
    let shelter = graph.add(
      DOTNode(label: "Women's Shelter", shape: .box, style: [.filled, .rounded], fill: .white))
    let clinic = graph.add(DOTNode(label: "کلینک", shape: .ellipse))
    graph.add(DOTEdge(station, police, direction: .both))
    graph.add(DOTEdge(police, shelter, label: "women only", lineWidth: 2))
    graph.add(DOTEdge(shelter, clinic, style: .dashed))
    graph.add(DOTEdge(shelter, clinic))
    return graph
  }

  static func request(
    _ graph: DOTGraph, _ engine: LayoutEngine = .dot, as format: GraphvizFormat,
    dpi: Int? = nil, limits: GraphvizLimits = .standard
  ) throws -> GraphvizRequest {
    GraphvizRequest(
      dot: try graph.encoded().bytes, engine: engine, format: format, dpi: dpi, limits: limits)
  }

  static func raw(
    _ text: String, _ engine: LayoutEngine = .dot, as format: GraphvizFormat = .svg,
    limits: GraphvizLimits = .standard
  ) -> GraphvizRequest {
    GraphvizRequest(dot: Array(text.utf8), engine: engine, format: format, limits: limits)
  }

  /// What a request fails with; nil where it succeeds.
  static func failure(_ request: GraphvizRequest, engine: GraphvizEngine = worker) -> GraphvizError?
  {
    do throws(GraphvizError) {
      _ = try engine.render(request)
      return nil
    } catch {
      return error
    }
  }
}
