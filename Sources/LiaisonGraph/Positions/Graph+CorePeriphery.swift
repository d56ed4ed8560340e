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
  /// Whether all divisions were tried; else the best that steps of one node reach was taken.
  public var isExact: Bool
}

extension Graph {
  /// How well the network is one core with a periphery around it, and who is in the core.
  ///
  /// Pearson's correlation of the simplified graph's ties (ordered pairs where it is directed, without
  /// weights) with the ideal pattern, over all divisions into a core and a periphery of one node or
  /// more each. Up to 8 nodes all are tried; beyond, the core grows by the node with most ties to
  /// others outside it, and the best division is bettered by adding, taking away and exchanging nodes.
  /// Of equal fits among all divisions the smaller core is taken, and of cores of one size the one whose
  /// highest node that the other lacks is lower; among steps, the first found.
  ///
  /// - Parameters:
  ///   - pattern: the ideal.
  ///   - progress: where to look whether to go on.
  /// - Throws: ``GraphError`` with `cancelled`.
  /// - Complexity: O(n² + m) time for each step, O(n) space; O(2ⁿ) for up to 8 nodes.
  /// - Reference: S. P. Borgatti and M. G. Everett, Models of core/periphery structures, Social
  ///   Networks 21 (2000) 375–395, doi:10.1016/S0378-8733(99)00019-2.
  public func corePeriphery(
    _ pattern: CorePeripheryPattern = .completeSplit, progress: RunProgress? = nil
  ) throws(GraphError) -> CorePeriphery {
    let graph = simplified()
    var search = CoreSearch(graph, pattern)
    if nodeCount <= 8 {
      var best: (fit: Double, mask: Int)?
      for size in stride(from: 1, to: nodeCount, by: 1) {
        for mask in 0..<(1 << nodeCount) where mask.nonzeroBitCount == size {
          search.set(mask)
          guard let fit = search.fit() else { continue }
          let isBetter = best.map { fit > $0.fit + 1e-12 } ?? true
          if isBetter { best = (fit, mask) }
        }
      }
      let mask = best?.mask ?? 0
      return CorePeriphery(
        core: nodes.filter { mask >> $0.index & 1 == 1 }, fit: best?.fit, isExact: true)
    }
    var best: (fit: Double, core: [Bool])?
    for _ in 0..<(nodeCount - 1) {
      try progress?.check()
      search.toggle(search.mostAttached())
      guard let fit = search.fit() else { continue }
      if best.map({ fit > $0.fit + 1e-12 }) ?? true { best = (fit, search.isCore) }
    }
    guard let found = best else { return CorePeriphery(core: [], fit: nil, isExact: false) }
    for node in 0..<nodeCount where search.isCore[node] != found.core[node] { search.toggle(node) }
    var fit = found.fit
    while let better = search.bestStep(above: fit) {
      try progress?.check()
      fit = better
    }
    return CorePeriphery(
      core: nodes.filter { search.isCore[$0.index] }, fit: fit, isExact: false)
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

  mutating func set(_ mask: Int) {
    for v in 0..<n where isCore[v] != (mask >> v & 1 == 1) { toggle(v) }
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
  private func fit(_ core: Int, _ inside: Int, _ outside: Int) -> Double? {
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

  /// Makes the step of one node, or the exchange of two, that betters the fit most; `nil` where none
  /// does.
  mutating func bestStep(above known: Double) -> Double? {
    var best = (fit: known + 1e-12, nodes: [Int]())
    for v in 0..<n {
      let gained = isCore[v] ? -toCore[v] : toCore[v]
      let lost = isCore[v] ? degree[v] - toCore[v] : toCore[v] - degree[v]
      let step = isCore[v] ? -1 : 1
      if let fit = fit(coreCount + step, inside + gained, outside + lost), fit > best.fit {
        best = (fit, [v])
      }
    }
    if best.nodes.isEmpty {
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
