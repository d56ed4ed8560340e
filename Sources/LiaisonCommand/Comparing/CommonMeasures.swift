import LiaisonGraph
import LiaisonModel

/// Measures of the referral layer in two networks, over the organizations that stand in both: a
/// network that asked more people is not denser for that.
struct CommonMeasures: Equatable {
  /// One measure in both; nil where it has no value.
  struct Line: Equatable {
    var id: String
    var label: String
    var before: Double?
    var after: Double?
  }

  /// How many organizations are in force in both.
  let organizations: Int
  /// The referrals between them that only one has, of those that any has.
  let turnover: (changed: Int, all: Int)
  let lines: [Line]

  static func == (left: CommonMeasures, right: CommonMeasures) -> Bool {
    left.organizations == right.organizations && left.lines == right.lines
      && left.turnover == right.turnover
  }

  /// - Complexity: O(organizations + relations log relations).
  init(
    _ before: StakeholderNetwork, _ first: CalendarDate, _ after: StakeholderNetwork,
    _ second: CalendarDate
  ) {
    let layers = [before.layer(.referral, on: first), after.layer(.referral, on: second)]
    let other = Set(layers[1].ids)
    let common = layers[0].ids.filter { other.contains($0) }
    var position: [String: Int] = [:]
    for (index, id) in common.enumerated() { position[id] = index }
    var pairs: [Set<[Int]>] = []
    var graphs: [Graph] = []
    for layer in layers {
      var edges: [Edge] = []
      var own: Set<[Int]> = []
      for edge in layer.graph.edges {
        guard let from = position[layer.ids[edge.source.index]],
          let to = position[layer.ids[edge.target.index]]
        else { continue }
        edges.append(Edge(NodeID(from), NodeID(to)))
        own.insert([from, to])
      }
      pairs.append(own)
      if let graph = try? Graph(nodeCount: common.count, edges: edges, directed: true) {
        graphs.append(graph)
      }
    }
    organizations = common.count
    turnover = (
      pairs[0].symmetricDifference(pairs[1]).count, pairs[0].union(pairs[1]).count
    )
    guard graphs.count == 2 else {
      lines = []
      return
    }
    func line(_ id: String, _ label: String, _ value: (Graph) -> Double?) -> Line {
      Line(id: id, label: label, before: value(graphs[0]), after: value(graphs[1]))
    }
    lines = [
      line("edges", "referrals between them") { Double($0.edgeCount) },
      line("density", "density") { $0.density() },
      line("reciprocity.arc", "share of referrals in both directions") { $0.arcReciprocity() },
      line("components.weak", "separate parts") { Double($0.weakComponents().count) },
    ]
  }
}
