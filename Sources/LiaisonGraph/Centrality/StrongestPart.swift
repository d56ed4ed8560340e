/// The one part of a matrix that falls into parts whose largest eigenvalue (or singular value) is
/// greatest, and the vector that belongs to it.
struct StrongestPart {
  /// A vector over some nodes.
  typealias Vector = (members: [Int32], entries: DenseVector)

  /// The greatest value; 0 where there is none.
  private(set) var value = 0.0
  /// The part that has it.
  private(set) var part: Int?
  /// The vector; `nil` where two parts tie, or one did not settle.
  private(set) var vector: Vector?
  /// Why there is no vector.
  private(set) var reason: String?

  private let isEmpty: Bool

  /// - Parameter isEmpty: whether there is no node at all.
  init(isEmpty: Bool) { self.isEmpty = isEmpty }

  /// Solves part after part, as long as one may reach the greatest value so far.
  ///
  /// - Parameters:
  ///   - bounds: for each part a number that its value is not above.
  ///   - solve: the value and the vector of a part, given its bound; `nil` where it does not settle.
  mutating func search(
    _ bounds: [(bound: Double, part: Int)],
    solve: (_ part: Int, _ bound: Double) -> (
      value: Double, members: [Int32], entries: DenseVector
    )?
  ) {
    var second = 0.0
    for (bound, part) in bounds.sorted(by: { ($0.bound, $1.part) > ($1.bound, $0.part) })
    where bound > value * (1 - 1e-6) {
      guard let found = solve(part, bound) else {
        reason = "the iteration did not settle"
        continue
      }
      if found.value > value {
        second = value
        (value, self.part, vector) = (found.value, part, (found.members, found.entries))
      } else {
        second = max(second, found.value)
      }
    }
    if reason == nil {
      if part == nil {
        reason = isEmpty ? "empty" : "largest eigenvalue is 0"
      } else if value - second <= 1e-7 * max(1, value) {
        reason = "largest eigenvalue not simple"
      }
    }
    if reason != nil { vector = nil }
  }
}
