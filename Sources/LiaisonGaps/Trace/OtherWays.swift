import LiaisonGraph
public import LiaisonModel

extension NeedSearch {
  /// The next best ways from an entry point that pass no organization twice: fewest unknown steps,
  /// fewest hops, then ids.
  ///
  /// - Complexity: O(count × hops × (organizations + arcs) log organizations).
  /// - Reference: J. Y. Yen, Finding the k shortest loopless paths in a network, Management Science
  ///   17 (1971) 712–716, doi:10.1287/mnsc.17.11.712.
  func otherWays(than best: Pathway, fromEntry entry: Int, count: Int) -> [Pathway] {
    let ways = WayGraph(self, entry: table.entries[entry])
    let arrival = table.arcs.arrival(entry: entry, area: area, profile: profile)
    let doubt = arrival == .unknown ? 1 : 0
    // The best one is among them, and some pass the provider's organization before its service.
    let found = ways.shortest(2 * count + 2).filter { way in
      Set(way.organizations).count == way.organizations.count
        && (way.organizations != best.organizations || way.service != best.service)
    }
    return found.prefix(count).map { way in
      var way = way
      way.unknownHops += doubt
      return way
    }
  }
}

/// The steps that one need may take from an entry point, as a graph whose lengths order ways as the
/// law does. Nodes are numbered by the order of ids, so that ties do not depend on the order of lines.
private struct WayGraph {
  private enum Step {
    case arc(Int, Answer, service: Int?)
    /// Out of a door where people stand already, or at the end.
    case end(service: Int?, Answer)
  }

  private let search: NeedSearch
  private let entry: Int
  private let graph: Graph
  private let steps: [Step]
  private let start: NodeID
  private let sink: NodeID

  init(_ search: NeedSearch, entry: Int) {
    self.search = search
    self.entry = entry
    let table = search.table
    let network = table.network
    let byID = network.byID(network.organizations.indices)
    var rank = [Int](repeating: 0, count: byID.count)
    for (position, organization) in byID.enumerated() { rank[organization] = position }
    var door: [Int: Int] = [:]
    for provider in table.providers[search.service] {
      door[provider.service] = byID.count + door.count
    }
    sink = NodeID(byID.count + door.count)
    start = NodeID(rank[entry])
    var edges: [Edge] = []
    var lengths: [Double] = []
    var steps: [Step] = []
    func add(_ from: Int, _ to: Int, _ step: Step, _ answer: Answer, hops: Int) {
      edges.append(Edge(NodeID(from), NodeID(to)))
      // Unknown steps weigh more than any hops, hops more than any steps between units.
      lengths.append((answer == .unknown ? 1e9 : 0) + Double(hops) * 3e4 + 1)
      steps.append(step)
    }
    for organization in byID {
      let out = table.arcs.outgoing[organization].filter { search.onward($0) != .no }.sorted {
        left, right in
        let sure = (table.arcs.confidence(left), table.arcs.confidence(right))
        return sure.0 != sure.1 ? sure.0 > sure.1 : table.arcs.precedes(left, right)
      }
      for index in out {
        let arc = table.arcs.arcs[index]
        add(
          rank[organization], rank[arc.hop.target],
          .arc(index, search.onward(index), service: nil), search.onward(index), hops: arc.length)
      }
      let last = search.last(from: organization).sorted { left, right in
        let sure = (table.arcs.confidence(left.arc), table.arcs.confidence(right.arc))
        if sure.0 != sure.1 { return sure.0 > sure.1 }
        return table.arcs.precedes(left.arc, right.arc, service: (left.service, right.service))
      }
      for step in last {
        // A step to oneself would stand for the way that takes none.
        guard let to = door[step.service],
          table.arcs.arcs[step.arc].hop.target != organization
        else { continue }
        add(
          rank[organization], to, .arc(step.arc, step.answer, service: step.service), step.answer,
          hops: table.arcs.arcs[step.arc].length)
      }
    }
    for provider in table.providers[search.service] {
      guard let node = door[provider.service] else { continue }
      add(node, sink.index, .end(service: nil, .yes), .yes, hops: 0)
      guard network.services[provider.service].organization == entry else { continue }
      let answer = table.arcs.answer(
        provider.mask, area: search.area, profile: search.profile)
      if answer != .no {
        add(rank[entry], node, .end(service: provider.service, answer), answer, hops: 0)
      }
    }
    self.steps = steps
    graph = Graph(checked: edges, nodeCount: sink.index + 1, directed: true, weights: lengths)
  }

  /// The shortest ways, the best first.
  func shortest(_ count: Int) -> [Pathway] {
    let paths =
      (try? graph.shortestSimplePaths(from: start, to: sink, count: count, weights: .cost))
    return (paths ?? []).map(way)
  }

  private func way(_ path: SimplePath) -> Pathway {
    let network = search.table.network
    var way = Pathway(
      organizations: [entry], steps: [], answers: [], service: -1, hops: 0, unknownHops: 0,
      confidence: nil, expiredAgreements: [])
    var confidence = Double.infinity
    for edge in path.edges {
      switch steps[edge.index] {
      case .arc(let index, let answer, let service):
        let arc = search.table.arcs.arcs[index]
        way.organizations.append(arc.hop.target)
        way.steps.append(arc.hop)
        way.answers.append(answer)
        way.hops += arc.length
        if answer == .unknown { way.unknownHops += 1 }
        confidence = min(confidence, search.table.arcs.confidence(index))
        if let service { way.service = service }
        if let agreement = network.expiredAgreement(of: arc.hop, on: search.table.date),
          !way.expiredAgreements.contains(agreement)
        {
          way.expiredAgreements.append(agreement)
        }
      case .end(let service, let answer):
        if let service { way.service = service }
        if answer == .unknown { way.unknownHops += 1 }
      }
    }
    way.confidence = confidence.isFinite && confidence >= 0 ? confidence : nil
    return way
  }
}

extension StakeholderNetwork {
  /// The agreement that a step rests on, where it has expired.
  func expiredAgreement(of hop: Hop, on date: CalendarDate) -> Int? {
    guard let relation = hop.relation, let agreement = relations[relation].agreement,
      let until = agreements[agreement].validity.until, until < date
    else { return nil }
    return agreement
  }
}

extension Pathway {
  /// The hours until the last target responds: the sum of `response_time_hours` over its relations.
  ///
  /// - Returns: nil where there is no relation on the way, or one that does not state it.
  public func responseHours(in network: StakeholderNetwork) -> Double? {
    let relations = steps.compactMap(\.relation)
    guard !relations.isEmpty else { return nil }
    var sum = 0.0
    for relation in relations {
      guard let hours = network.relations[relation].responseHours else { return nil }
      sum += hours
    }
    return sum
  }
}
