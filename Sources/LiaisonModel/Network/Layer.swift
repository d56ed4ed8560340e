public import LiaisonGraph

/// A part of a network as a graph, with the way back to organizations and bodies (SEMANTICS §6).
public struct Layer: Sendable {
  /// The layers.
  public enum Name: String, Sendable, CaseIterable {
    case referral, information, authority, resource, cooperation, membership, all, negative
  }

  /// What a node of a layer stands for.
  public enum Node: Sendable, Hashable {
    /// An organization, by index.
    case organization(Int)
    /// A body, by index.
    case body(Int)
  }

  /// Which layer.
  public let name: Name
  /// The graph: at most one edge a pair, weighted by the greatest intensity, else ``unstatedWeight``.
  public let graph: Graph
  /// What each node stands for.
  public let nodes: [Node]
  /// The id of each node.
  public let ids: [String]
  /// Of each edge of the graph, whether a relation of it is certain: its newest answers and its dates say yes.
  public let isCertain: [Bool]
  /// Whether some relation of it states an intensity; where none does every tie weighs ``unstatedWeight``.
  public let statesIntensity: Bool

  /// The graph of the edges that are certain alone, over the same nodes.
  ///
  /// - Complexity: O(nodes + edges).
  public var certainGraph: Graph {
    let kept = isCertain.indices.filter { isCertain[$0] }
    return Graph(
      checked: kept.map { graph.edges[$0] }, nodeCount: graph.nodeCount, directed: graph.isDirected,
      weights: graph.weights.map { weights in kept.map { weights[$0] } })
  }

  /// The node of an organization; nil where it is not in force.
  public func node(ofOrganization index: Int) -> NodeID? {
    guard let node = nodeOfOrganization[index] else { return nil }
    return NodeID(node)
  }

  let nodeOfOrganization: [Int: Int]

  /// What a relation may state as its `intensity`, from awareness to integration.
  public static let intensities = 1...4
  /// What a tie weighs of which no relation states an intensity.
  public static let unstatedWeight = 1.0
}

extension StakeholderNetwork {
  /// A layer at a date: its relations in force, parallel ones collapsed to one edge.
  ///
  /// Nodes are the organizations in force, in file order, then for `membership` the bodies. Directed
  /// are all layers but `cooperation`, `membership` and `negative`; an undirected relation gives a
  /// directed layer an arc each way. An end at a service counts for its organization; ends that fall
  /// together make no edge.
  ///
  /// - Complexity: O(organizations + relations log relations).
  public func layer(_ name: Layer.Name, on date: CalendarDate?) -> Layer {
    var nodes: [Layer.Node] = []
    var ids: [String] = []
    var organizationNodes: [Int: Int] = [:]
    var bodyNodes: [Int: Int] = [:]
    for (index, place) in organizations.enumerated() where place.validity.answer(on: date) != .no {
      organizationNodes[index] = nodes.count
      nodes.append(.organization(index))
      ids.append(place.id)
    }
    if name == .membership {
      for (index, body) in bodies.enumerated() where body.validity.answer(on: date) != .no {
        bodyNodes[index] = nodes.count
        nodes.append(.body(index))
        ids.append(body.id)
      }
    }
    func node(_ end: RelationEnd) -> Int? {
      if case .body(let body) = end { return bodyNodes[body] }
      return organization(of: end).flatMap { organizationNodes[$0] }
    }
    let isDirected = name.isDirected
    var weights: [UInt64: Double] = [:]
    var certain: Set<UInt64> = []
    var statesIntensity = false
    for relation in relations where name.contains(relation) {
      guard relation.validity.answer(on: date) != .no, let from = node(relation.from),
        let to = node(relation.to), from != to
      else { continue }
      if relation.intensity != nil { statesIntensity = true }
      let weight = relation.intensity.map { Double($0) } ?? Layer.unstatedWeight
      let ends = isDirected ? (from, to) : (min(from, to), max(from, to))
      let isCertain = relation.standing(on: date) == .yes
      var arcs = [ends]
      if isDirected, !relation.isDirected { arcs.append((to, from)) }
      for (source, target) in arcs {
        let pair = UInt64(source) << 32 | UInt64(target)
        weights[pair] = max(weights[pair] ?? 0, weight)
        if isCertain { certain.insert(pair) }
      }
    }
    let pairs = weights.keys.sorted()
    let edges = pairs.map { Edge(NodeID(Int($0 >> 32)), NodeID(Int($0 & 0xFFFF_FFFF))) }
    let graph = Graph(
      checked: edges, nodeCount: nodes.count, directed: isDirected,
      weights: pairs.map { weights[$0] ?? Layer.unstatedWeight })
    return Layer(
      name: name, graph: graph, nodes: nodes, ids: ids, isCertain: pairs.map(certain.contains),
      statesIntensity: statesIntensity, nodeOfOrganization: organizationNodes)
  }
}

extension Layer.Name {
  /// Whether the layer's edges have a direction.
  public var isDirected: Bool {
    switch self {
    case .referral, .information, .authority, .resource, .all: true
    case .cooperation, .membership, .negative: false
    }
  }

  /// The families of relations that the layer is made of.
  public var families: [RelationFamily] { RelationFamily.allCases.filter(holds) }

  /// Whether a relation belongs to the layer.
  public func contains(_ relation: Relation) -> Bool {
    contains(kind: relation.kind, of: relation.family)
  }

  /// Whether relations of a kind belong to the layer.
  public func contains(kind: Code, of family: RelationFamily) -> Bool {
    // Feedback is an attribute of referral, never an arc of it.
    guard kind != "gives_feedback_to" else { return false }
    // A relation without a kind comes from a plain edge list and stands in `all` alone.
    return holds(family) || self == .all && kind.text.isEmpty
  }

  private func holds(_ family: RelationFamily) -> Bool {
    switch self {
    case .referral: family == .referral
    case .information: family == .information
    case .authority: family == .authority
    case .resource: family == .resource
    case .membership: family == .membership
    case .negative: family == .negative
    case .cooperation: [.referral, .information, .joint].contains(family)
    case .all: [.referral, .information, .authority, .resource, .joint].contains(family)
    }
  }
}
