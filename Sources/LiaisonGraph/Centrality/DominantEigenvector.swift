/// The eigenvector of the largest eigenvalue of a transposed adjacency matrix, found part by part.
///
/// The largest eigenvalue of a non-negative matrix is the greatest of those of its strong
/// components, each of which has one positive eigenvector (Perron and Frobenius). Where one
/// component alone has it, the eigenvector is unique: positive on that component and on what it
/// reaches, zero elsewhere. Where two components tie there is no single answer.
struct DominantEigenvector {
  /// The largest eigenvalue; 0 where no arc lies on a cycle.
  private(set) var eigenvalue = 0.0
  /// The eigenvector, of unit length; `nil` where it is not unique or was not reached.
  private(set) var vector: [Double]?
  /// Why there is no eigenvector.
  private(set) var reason: String?

  private let matrix: StrengthMatrix
  private let label: [Int32]
  /// The nodes of component `c` are `order[start[c] ..< start[c + 1]]`.
  private var start: [Int]
  private var order: [Int32]

  /// - Parameter graph: simple, with weights above zero or none.
  init(_ graph: Graph) throws(GraphError) {
    matrix = try StrengthMatrix(graph, weighted: true)
    let count: Int
    // Arcs lead to lower labels, or stay.
    (label, count) = graph.stronglyConnected(graph.outgoing)
    start = [Int](repeating: 0, count: count + 1)
    for c in label { start[Int(c) + 1] += 1 }
    for c in 0..<count { start[c + 1] += start[c] }
    order = [Int32](repeating: 0, count: label.count)
    var next = start
    for v in label.indices {
      order[next[Int(label[v])]] = Int32(v)
      next[Int(label[v])] += 1
    }
    solve()
  }

  private mutating func solve() {
    var bounds: [(bound: Double, component: Int)] = []
    for c in 0..<(start.count - 1) where start[c + 1] - start[c] > 1 {
      bounds.append((greatestRowSum(of: c), c))
    }
    bounds.sort { ($0.bound, $1.component) > ($1.bound, $0.component) }
    var best = -1
    var second = 0.0
    var x = [Double](repeating: 0, count: label.count)
    for (bound, component) in bounds where bound > eigenvalue * (1 - 1e-6) {
      var candidate = [Double](repeating: 0, count: label.count)
      guard let value = powerIteration(component, &candidate) else {
        reason = "the iteration did not settle"
        continue
      }
      if value > eigenvalue {
        second = eigenvalue
        (eigenvalue, best, x) = (value, component, candidate)
      } else {
        second = max(second, value)
      }
    }
    guard reason == nil else { return }
    guard best >= 0 else {
      reason = label.isEmpty ? "empty" : "largest eigenvalue is 0"
      return
    }
    guard eigenvalue - second > 1e-7 * max(1, eigenvalue) else {
      reason = "largest eigenvalue not simple"
      return
    }
    guard extend(&x, from: best) else {
      reason = "the iteration did not settle"
      return
    }
    var square = 0.0
    for value in x { square += value * value }
    let length = square.squareRoot()
    vector = x.map { $0 / length }
  }

  private func members(_ component: Int) -> ArraySlice<Int32> {
    order[start[component]..<start[component + 1]]
  }

  private func greatestRowSum(of component: Int) -> Double {
    var greatest = 0.0
    for v in members(component) {
      var sum = 0.0
      for k in matrix.transposedOffsets[Int(v)]..<matrix.transposedOffsets[Int(v) + 1]
      where label[Int(matrix.transposedColumns[k])] == component {
        sum += matrix.transposedValues[k]
      }
      greatest = max(greatest, sum)
    }
    return greatest
  }

  /// What a node gets from its own component.
  private func inflow(_ v: Int, _ component: Int, _ x: [Double]) -> Double {
    var sum = 0.0
    for k in matrix.transposedOffsets[v]..<matrix.transposedOffsets[v + 1] {
      let u = Int(matrix.transposedColumns[k])
      if label[u] == component { sum += matrix.transposedValues[k] * x[u] }
    }
    return sum
  }

  /// The most steps that a part of the graph may take.
  private func stepLimit(_ component: Int) -> Int {
    var arcs = 0
    for v in members(component) {
      arcs += matrix.transposedOffsets[Int(v) + 1] - matrix.transposedOffsets[Int(v)]
    }
    return min(200_000, max(2_000, 1_000_000_000 / max(1, arcs)))
  }

  /// The eigenvalue of one component, and its eigenvector (greatest entry 1) in `x`; `nil` where it
  /// does not settle.
  ///
  /// The matrix is shifted by half its growth, so that components whose cycles share a divisor settle
  /// too.
  private func powerIteration(_ component: Int, _ x: inout [Double]) -> Double? {
    let members = members(component)
    for v in members { x[Int(v)] = 1 }
    var growth = 0.0
    for v in members { growth += inflow(Int(v), component, x) }
    let shift = 0.5 * growth / Double(members.count)
    var y = x
    var settling = Settling()
    for _ in 0..<stepLimit(component) {
      var greatest = 0.0
      for v in members {
        let value = inflow(Int(v), component, x) + shift * x[Int(v)]
        y[Int(v)] = value
        greatest = max(greatest, value)
      }
      var change = 0.0
      for v in members {
        let value = y[Int(v)] / greatest
        change = max(change, abs(value - x[Int(v)]))
        x[Int(v)] = value
      }
      if settling.isReached(change) {
        var total = 0.0
        var grown = 0.0
        for v in members {
          total += x[Int(v)]
          grown += inflow(Int(v), component, x)
        }
        return grown / total
      }
    }
    return nil
  }

  /// Carries the eigenvector on to what the component reaches, component after component.
  private func extend(_ x: inout [Double], from best: Int) -> Bool {
    for component in stride(from: best - 1, through: 0, by: -1) {
      let members = members(component)
      var given: [Double] = []
      var isFed = false
      for v in members {
        var sum = 0.0
        for k in matrix.transposedOffsets[Int(v)]..<matrix.transposedOffsets[Int(v) + 1] {
          let u = Int(matrix.transposedColumns[k])
          if label[u] != component { sum += matrix.transposedValues[k] * x[u] }
        }
        given.append(sum / eigenvalue)
        if sum > 0 { isFed = true }
      }
      guard isFed else { continue }
      for (place, v) in members.enumerated() { x[Int(v)] = given[place] }
      guard members.count > 1 else { continue }
      var settling = Settling()
      var settled = false
      for _ in 0..<stepLimit(component) where !settled {
        var change = 0.0
        var greatest = 0.0
        for (place, v) in members.enumerated() {
          let value = given[place] + inflow(Int(v), component, x) / eigenvalue
          change = max(change, abs(value - x[Int(v)]))
          greatest = max(greatest, value)
          x[Int(v)] = value
        }
        settled = settling.isReached(change / greatest)
      }
      guard settled else { return false }
    }
    return true
  }
}
