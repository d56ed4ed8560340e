/// What a core and a periphery look like where they are ideal.
public enum CorePeripheryPattern: String, Sendable, CaseIterable, CustomStringConvertible {
  /// A complete split graph: the core is tied to all, the periphery to none of its own (Borgatti and
  /// Everett's first model).
  case completeSplit = "attached"
  /// The core is tied within, the periphery is not; ties between the two count as missing data (their
  /// model without off-diagonal blocks).
  case missingBetween = "apart"

  /// The word that the keys of figures hold.
  public var description: String { rawValue }
}

/// The division into core and periphery that fits best.
public struct CorePeriphery: Sendable, Equatable {
  /// The nodes of the core, in order.
  public var core: [NodeID]
  /// Pearson's correlation of the ties with the ideal pattern: 1 where they are it; `nil` where no
  /// division has one.
  public var fit: Double?
  /// Whether all divisions were tried; else the best that steps of one node or two reach was taken.
  public var isExact: Bool

  /// Up to how many nodes all divisions are tried.
  public static let exhaustiveLimit = 16
  /// From how many divisions steps start beyond that.
  public static let startCount = 17
}

extension Graph {
  /// How well the network is one core with a periphery around it, and who is in the core.
  ///
  /// Pearson's correlation of the simplified graph's ties (ordered pairs where it is directed, without
  /// weights) with the ideal pattern, over all divisions into a core and a periphery of one node or
  /// more each. Up to ``CorePeriphery/exhaustiveLimit`` nodes all are tried. Beyond, steps of one node
  /// lead from ``CorePeriphery/startCount`` divisions to better ones, and the best is bettered by exchanges of
  /// two nodes too. The first division is the best that comes of a core that grows by the node with most
  /// ties to others outside it; the others are drawn, the same each time. Of equal fits among all
  /// divisions the smaller core is taken, and of cores of one size the one whose highest node that the
  /// other lacks is lower; among steps, the first found.
  ///
  /// - Parameters:
  ///   - pattern: the ideal.
  ///   - progress: where to look whether to go on.
  /// - Throws: ``GraphError`` with `cancelled`.
  /// - Complexity: O(n + m) time for each step of one node, O(n² + m) for each exchange, O(n) space; O(2ⁿ)
  ///   of both where all are tried.
  /// - Reference: S. P. Borgatti and M. G. Everett, Models of core/periphery structures, Social
  ///   Networks 21 (2000) 375–395, doi:10.1016/S0378-8733(99)00019-2.
  public func corePeriphery(
    _ pattern: CorePeripheryPattern = .completeSplit, progress: RunProgress? = nil
  ) throws(GraphError) -> CorePeriphery {
    guard nodeCount <= CorePeriphery.exhaustiveLimit else {
      return try steppedCorePeriphery(pattern, progress: progress)
    }
    try progress?.check()
    let graph = simplified()
    let search = CoreSearch(graph, pattern)
    let ties = graph.tieCounts()
    var best: (fit: Double, mask: Int)?
    // The best of each size, in order.
    var bestOfSize = [(fit: Double, mask: Int)?](repeating: nil, count: nodeCount + 1)
    for mask in ties.indices {
      let size = mask.nonzeroBitCount
      guard let fit = search.fit(size, ties[mask], ties[ties.count - 1 - mask]) else { continue }
      if bestOfSize[size].map({ fit > $0.fit + 1e-12 }) ?? true { bestOfSize[size] = (fit, mask) }
    }
    for case let found? in bestOfSize where best.map({ found.fit > $0.fit + 1e-12 }) ?? true {
      best = found
    }
    let mask = best?.mask ?? 0
    return CorePeriphery(
      core: nodes.filter { mask >> $0.index & 1 == 1 }, fit: best?.fit, isExact: true)
  }

  /// How many ties of a simple graph of few nodes lie within each set of them, by its bits.
  private func tieCounts() -> [Int] {
    var tiesTo = [Int](repeating: 0, count: nodeCount)
    var tiesFrom = tiesTo
    for edge in edges {
      tiesFrom[edge.source.index] |= 1 << edge.target.index
      tiesTo[edge.target.index] |= 1 << edge.source.index
    }
    var counts = [Int](repeating: 0, count: 1 << nodeCount)
    for mask in counts.indices.dropFirst() {
      let node = mask.trailingZeroBitCount
      let rest = mask & (mask - 1)
      counts[mask] =
        counts[rest] + (tiesFrom[node] & rest).nonzeroBitCount
        + (tiesTo[node] & rest).nonzeroBitCount
    }
    return counts
  }

  /// The best division that steps reach, whatever the number of nodes.
  func steppedCorePeriphery(
    _ pattern: CorePeripheryPattern, progress: RunProgress? = nil
  ) throws(GraphError) -> CorePeriphery {
    let search = CoreSearch(simplified(), pattern)
    var best: (fit: Double, isCore: [Bool])?
    var random = SeededGenerator(seed: 1)
    for start in 0..<CorePeriphery.startCount {
      // One half of the nodes in the core, one quarter, and so on again.
      let share = start.isMultiple(of: 2) ? 4 : 2
      let core =
        try start == 0
        ? search.grown(progress) : (0..<nodeCount).map { _ in random.below(share) == 0 }
      guard let found = try search.climbed(from: core, exchanging: false, progress) else {
        continue
      }
      if best.map({ found.fit > $0.fit + 1e-12 }) ?? true { best = found }
    }
    guard let best,
      let found = try search.climbed(from: best.isCore, exchanging: true, progress)
    else { return CorePeriphery(core: [], fit: nil, isExact: false) }
    return CorePeriphery(
      core: nodes.filter { found.isCore[$0.index] }, fit: found.fit, isExact: false)
  }
}

/// A division into core and periphery that changes a node at a time.
private struct CoreSearch {
  private let rows: [Rows]
  private let pattern: CorePeripheryPattern
  private let n: Int
  private let ties: Double
  private let perPair: Double
  private(set) var isCore: [Bool]
  private var coreCount = 0
  /// The ties within the core, and those within the periphery.
  private var inside = 0
  private var outside: Int
  /// How many ties each node has to the core, and in all.
  private var toCore: [Int]
  private let degree: [Int]

  init(_ graph: Graph, _ pattern: CorePeripheryPattern) {
    rows = graph.rows(.all)
    self.pattern = pattern
    n = graph.nodeCount
    ties = Double(graph.edgeCount)
    perPair = graph.isDirected ? 2 : 1
    isCore = Array(repeating: false, count: n)
    outside = graph.edgeCount
    toCore = Array(repeating: 0, count: n)
    let rows = rows
    degree = (0..<n).map { v in rows.reduce(0) { $0 + $1.row(v).count } }
  }

  mutating func toggle(_ v: Int) {
    if isCore[v] {
      inside -= toCore[v]
      outside += degree[v] - toCore[v]
    } else {
      inside += toCore[v]
      outside -= degree[v] - toCore[v]
    }
    let step = isCore[v] ? -1 : 1
    isCore[v].toggle()
    coreCount += step
    for rows in rows {
      for k in rows.row(v) { toCore[Int(rows.targets[k])] += step }
    }
  }

  /// The best division that comes of a core that grows node by node; the empty core where none has a fit.
  func grown(_ progress: RunProgress?) throws(GraphError) -> [Bool] {
    var search = self
    var best = (fit: -Double.infinity, core: isCore)
    for _ in 0..<max(0, n - 1) {
      try progress?.check()
      search.toggle(search.mostAttached())
      if let fit = search.fit(), fit > best.fit + 1e-12 { best = (fit, search.isCore) }
    }
    return best.core
  }

  /// The division that the best steps lead to from another; `nil` where that has no fit.
  ///
  /// - Parameter isExchanging: whether two nodes change places where no step of one helps.
  func climbed(
    from core: [Bool], exchanging isExchanging: Bool, _ progress: RunProgress?
  ) throws(GraphError) -> (fit: Double, isCore: [Bool])? {
    var search = self
    for v in 0..<n where search.isCore[v] != core[v] { search.toggle(v) }
    guard var fit = search.fit() else { return nil }
    while let better = search.bestStep(above: fit, exchanging: isExchanging) {
      try progress?.check()
      fit = better
    }
    return (fit, search.isCore)
  }

  /// The node of the periphery with most ties to others of it.
  func mostAttached() -> Int {
    var best = (node: 0, ties: -1)
    for v in 0..<n where !isCore[v] && degree[v] - toCore[v] > best.ties {
      best = (v, degree[v] - toCore[v])
    }
    return best.node
  }

  func fit() -> Double? { fit(coreCount, inside, outside) }

  /// The correlation with the pattern; `nil` where one of the two does not vary.
  func fit(_ core: Int, _ inside: Int, _ outside: Int) -> Double? {
    guard core > 0, core < n else { return nil }
    let (k, p) = (Double(core), Double(n - core))
    let within = perPair * k * (k - 1) / 2
    let without = perPair * p * (p - 1) / 2
    let all: Double
    let ones: Double
    let tied: Double
    let both: Double
    switch pattern {
    case .completeSplit:
      all = perPair * Double(n) * Double(n - 1) / 2
      ones = all - without
      tied = ties
      both = ties - Double(outside)
    case .missingBetween:
      all = within + without
      ones = within
      tied = Double(inside + outside)
      both = Double(inside)
    }
    let spread = tied * (all - tied) * ones * (all - ones)
    return spread > 0 ? (all * both - tied * ones) / spread.squareRoot() : nil
  }

  /// Makes the step of one node that betters the fit most, else, where asked to, such an exchange of two;
  /// `nil` where none does.
  mutating func bestStep(above known: Double, exchanging isExchanging: Bool) -> Double? {
    var best = (fit: known + 1e-12, nodes: [Int]())
    for v in 0..<n {
      let gained = isCore[v] ? -toCore[v] : toCore[v]
      let lost = isCore[v] ? degree[v] - toCore[v] : toCore[v] - degree[v]
      let step = isCore[v] ? -1 : 1
      if let fit = fit(coreCount + step, inside + gained, outside + lost), fit > best.fit {
        best = (fit, [v])
      }
    }
    if best.nodes.isEmpty, isExchanging {
      for v in 0..<n where isCore[v] {
        toggle(v)
        for w in 0..<n where !isCore[w] && w != v {
          let next = fit(coreCount + 1, inside + toCore[w], outside - degree[w] + toCore[w])
          if let next, next > best.fit { best = (next, [v, w]) }
        }
        toggle(v)
      }
    }
    guard !best.nodes.isEmpty else { return nil }
    for node in best.nodes { toggle(node) }
    return best.fit
  }
}
