/// The eigenvector of the largest eigenvalue of a transposed adjacency matrix, found part by part.
///
/// The largest eigenvalue of a non-negative matrix is the greatest of those of its strong
/// components, each of which has one positive eigenvector (Perron and Frobenius). Where one
/// component alone has it, the eigenvector is unique: positive on that component and on what it
/// reaches, zero elsewhere. Where two components tie there is no single answer.
struct DominantEigenvector {
  /// The largest eigenvalue; 0 where no arc lies on a cycle, `nil` where the search did not settle.
  private(set) var eigenvalue: Double?
  /// The eigenvector, of unit length; `nil` where it is not unique or was not reached.
  private(set) var vector: [Double]?
  /// Why there is no eigenvector.
  private(set) var reason: String?

  private let graph: Graph
  private let progress: RunProgress?
  private let label: [Int32]
  private let componentCount: Int
  /// The nodes of each component.
  private let parts: DealtNodes
  private let threads: Int?

  /// - Parameters:
  ///   - graph: simple, with weights above zero or none.
  ///   - threads: how many threads at most; the result is the same for any number.
  ///   - progress: where to look whether to go on.
  ///   - stepLimit: how many products each component may take; by its size if `nil`.
  init(
    _ graph: Graph, threads: Int? = 1, progress: RunProgress? = nil, stepLimit: Int? = nil
  ) {
    self.graph = graph
    self.threads = threads
    self.progress = progress
    // Arcs lead to lower labels, or stay.
    (label, componentCount) =
      graph.isDirected ? graph.stronglyConnected(graph.outgoing) : graph.connected()
    parts = DealtNodes(to: label)
    solve(stepLimit)
  }

  private mutating func solve(_ stepLimit: Int?) {
    let sums = StrengthMatrix(graph.incoming, weights: graph.weights).rowSums
    var bounds: [(bound: Double, part: Int)] = []
    for c in 0..<componentCount where parts[c].count > 1 {
      var greatest = 0.0
      for v in parts[c] { greatest = max(greatest, sums[Int(v)]) }
      bounds.append((greatest, c))
    }
    var strongest = StrongestPart(isEmpty: label.isEmpty, of: "eigenvalue")
    var places = [Int32](repeating: -1, count: label.count)
    strongest.search(bounds) { component, bound in
      let members = parts[component]
      for (place, v) in members.enumerated() { places[Int(v)] = Int32(place) }
      defer { for v in members { places[Int(v)] = -1 } }
      let rows =
        members.count == label.count
        ? graph.incoming : graph.incoming.restricted(to: members, places: places)
      let matrix = StrengthMatrix(rows, weights: graph.weights, threads: threads)
      let vector = DenseVector([Double](repeating: 1, count: members.count))
      let limit = stepLimit ?? Lanczos.stepLimit(rows.targets.count)
      // Scaled to its bound, so that no weight is too great or too small to be squared.
      func multiply(_ x: DenseVector, into y: DenseVector) {
        matrix.multiply(x, into: y)
        y.scale(1 / bound)
      }
      let found =
        graph.isDirected
        ? DominantEigenvector.iterate(vector, limit, progress, multiply: multiply)
        : Lanczos.largest(
          vector, tie: StrongestPart.tie, limit: limit, progress: progress, multiply: multiply)
      return found.map { found in
        StrongestPart.Solution(
          value: found.value * bound, isSimple: found.isSimple, members: Array(members),
          entries: vector)
      }
    }
    (eigenvalue, reason) = (strongest.value, strongest.reason)
    guard let found = strongest.vector, let best = strongest.part, let eigenvalue else { return }
    var x = [Double](repeating: 0, count: label.count)
    for (place, v) in found.members.enumerated() {
      x[Int(v)] = max(0, found.entries.values[place])
    }
    guard !graph.isDirected || extend(&x, from: best, eigenvalue, &places) else {
      reason = "the iteration did not settle"
      return
    }
    vector = VectorScale.unitLength.applied(to: x)
  }

  /// The eigenvalue of an irreducible matrix that is not symmetric, whether no other is equal to it, and
  /// its eigenvector in `x`; `nil` where it does not settle.
  ///
  /// No eigenvector but the one that is sought is without negative entries, so that the iteration cannot
  /// settle elsewhere. The matrix is shifted by a fifth of its growth, so that those whose cycles share
  /// a divisor settle too. Then it begins anew, each entry in terms of the one that was found, so that small
  /// ones, which may decide the eigenvalue, count as much as great ones; and from a start that no symmetry
  /// bears. What is found twice is the answer.
  private static func iterate(
    _ x: DenseVector, _ limit: Int, _ progress: RunProgress?,
    multiply: (DenseVector, DenseVector) -> Void
  ) -> (value: Double, isSimple: Bool)? {
    let n = x.count
    let unit = DenseVector([Double](repeating: 1, count: n))
    let inverse = DenseVector(unit.array)
    let scaled = DenseVector(n)
    multiply(x, scaled)
    var value = scaled.sum / x.sum
    var random = SeededGenerator(seed: 1)
    var leastGap = 1.0
    for round in 0..<6 {
      let shares = DenseVector((0..<n).map { _ in round == 0 ? 1 : 0.5 + random.unit() })
      shares.scale(1 / shares.sum)
      var found = 0.0
      let solution = FixedPoint.solve(
        shares, tolerance: 1e-12, ofError: true, limit: limit, rounding: { _ in 1e-10 },
        progress: progress,
        map: { shares, next in
          scaled.assign(shares)
          scaled.multiply(by: unit)
          multiply(scaled, next)
          next.multiply(by: inverse)
          found = next.sum / shares.sum
          next.add(0.2 * found, shares)
          next.scale(1 / next.sum)
          return next.distance(to: shares)
        })
      guard let solution else { return nil }
      // A shifted step takes what belongs to another eigenvalue nearer by its distance, as a part of 1.2
      // times the greatest.
      leastGap = min(leastGap, 1.2 * solution.slope)
      shares.multiply(by: unit)
      shares.scale(1 / shares.sum)
      let isSame = abs(found - value) <= 1e-11 * found && shares.distance(to: x) <= 1e-8
      x.assign(shares)
      value = found
      if round > 0, isSame {
        return (value, leastGap > StrongestPart.tie && solution.error <= 1e-8)
      }
      for index in 0..<n {
        unit.values[index] = max(x.values[index], 1e-100)
        inverse.values[index] = 1 / unit.values[index]
      }
    }
    return (value, false)
  }

  /// Carries the eigenvector on to what the component reaches, component after component.
  ///
  /// - Parameter places: below 0 everywhere, now and afterwards.
  private func extend(
    _ x: inout [Double], from best: Int, _ eigenvalue: Double, _ places: inout [Int32]
  ) -> Bool {
    for component in stride(from: best - 1, through: 0, by: -1) {
      let members = parts[component]
      if members.count == 1, let v = members.first {
        x[Int(v)] = inflow(Int(v), x) { $0 != component } / eigenvalue
        continue
      }
      let given = members.map { v in inflow(Int(v), x) { $0 != component } / eigenvalue }
      guard given.contains(where: { $0 > 0 }) else { continue }
      guard settle(component, given, &x, eigenvalue, &places) else { return false }
    }
    return true
  }

  /// What a node gets from components that are `taken`.
  @inline(__always)
  private func inflow(_ v: Int, _ x: [Double], from taken: (Int) -> Bool) -> Double {
    let rows = graph.incoming
    var sum = 0.0
    for k in rows.row(v) {
      let u = Int(rows.targets[k])
      guard taken(Int(label[u])) else { continue }
      sum += (graph.weights?[Int(rows.edges[k])] ?? 1) * x[u]
    }
    return sum
  }

  /// Solves x = given + M x / eigenvalue over a component that others feed.
  private func settle(
    _ component: Int, _ given: [Double], _ x: inout [Double], _ eigenvalue: Double,
    _ places: inout [Int32]
  ) -> Bool {
    let members = parts[component]
    for (place, v) in members.enumerated() { places[Int(v)] = Int32(place) }
    defer { for v in members { places[Int(v)] = -1 } }
    let rows = graph.incoming.restricted(to: members, places: places)
    let matrix = StrengthMatrix(rows, weights: graph.weights, threads: threads)
    let part = DenseVector(given)
    let source = DenseVector(given)
    let solution = FixedPoint.solve(
      part, tolerance: 1e-12, ofError: true, limit: Lanczos.stepLimit(rows.targets.count),
      rounding: { _ in 1e-10 }, threads: threads, progress: progress,
      map: { x, next in
        matrix.multiply(x, into: next)
        next.scale(1 / eigenvalue)
        next.add(1, source)
        return next.distance(to: x) / max(next.sum, 1)
      })
    for (place, v) in members.enumerated() { x[Int(v)] = part.values[place] }
    return solution.map { $0.error <= 1e-8 } ?? false
  }
}
