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
  /// The graph: at most one edge a pair, weighted by the greatest `intensity` (1–4), else 1.
  public let graph: Graph
  /// What each node stands for.
  public let nodes: [Node]
  /// The id of each node.
  public let ids: [String]

  /// The node of an organization; nil where it is not in force.
  public func node(ofOrganization index: Int) -> NodeID? {
    guard let node = nodeOfOrganization[index] else { return nil }
    return NodeID(node)
  }

  let nodeOfOrganization: [Int: Int]
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
    for relation in relations where name.contains(relation) {
      guard relation.validity.answer(on: date) != .no, let from = node(relation.from),
        let to = node(relation.to), from != to
      else { continue }
      let weight = Double(relation.intensity ?? 1)
      let ends = isDirected ? (from, to) : (min(from, to), max(from, to))
      var arcs = [ends]
      if isDirected, !relation.isDirected { arcs.append((to, from)) }
      for (source, target) in arcs {
        let pair = UInt64(source) << 32 | UInt64(target)
        weights[pair] = max(weights[pair] ?? 0, weight)
      }
    }
    let pairs = weights.keys.sorted()
    let edges = pairs.map { Edge(NodeID(Int($0 >> 32)), NodeID(Int($0 & 0xFFFF_FFFF))) }
    let graph = Graph(
      checked: edges, nodeCount: nodes.count, directed: isDirected,
      weights: pairs.map { weights[$0] ?? 1 })
    return Layer(
      name: name, graph: graph, nodes: nodes, ids: ids, nodeOfOrganization: organizationNodes)
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

  /// Whether a relation belongs to the layer.
  public func contains(_ relation: Relation) -> Bool {
    // Feedback is an attribute of referral, never an arc of it.
    let isFeedback = relation.kind == "gives_feedback_to"
    switch self {
    case .referral: return relation.family == .referral && !isFeedback
    case .information: return relation.family == .information
    case .authority: return relation.family == .authority
    case .resource: return relation.family == .resource
    case .membership: return relation.family == .membership
    case .negative: return relation.family == .negative
    case .cooperation:
      return !isFeedback && [.referral, .information, .joint].contains(relation.family)
    case .all:
      // A relation without a kind comes from a plain edge list and stands in this layer alone.
      return !isFeedback
        && ([.referral, .information, .authority, .resource, .joint].contains(relation.family)
          || relation.kind.text.isEmpty)
    }
  }
}
