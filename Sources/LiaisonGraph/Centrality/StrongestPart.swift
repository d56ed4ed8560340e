/// The one part of a matrix that falls into parts whose largest eigenvalue (or singular value) is
/// greatest, and the vector that belongs to it.
struct StrongestPart {
  /// A vector over some nodes.
  typealias Vector = (members: [Int32], entries: DenseVector)

  /// The greatest value of a part, and its vector.
  struct Solution {
    var value: Double
    /// Whether no other value of the part is equal to it, to ``tie``.
    var isSimple: Bool
    var members: [Int32]
    var entries: DenseVector
  }

  /// Two values that differ by less than this part of them are equal.
  static let tie = 1e-7

  /// The greatest value of the parts that settled; 0 where there is none.
  private var greatest = 0.0
  /// Whether each part settled that may have the greatest value.
  private var isSettled = true
  /// The part that has the greatest value.
  private(set) var part: Int?
  /// The vector; `nil` where two parts tie, or one did not settle.
  private(set) var vector: Vector?
  /// Why there is no vector.
  private(set) var reason: String?

  private let isEmpty: Bool
  private let name: String

  /// - Parameters:
  ///   - isEmpty: whether there is no node at all.
  ///   - name: what the values are.
  init(isEmpty: Bool, of name: String) {
    self.isEmpty = isEmpty
    self.name = name
  }

  /// The greatest value, 0 where there is none; `nil` where a part did not settle that may have it.
  var value: Double? { isSettled ? greatest : nil }

  /// Solves part after part, as long as one may be greater than the greatest so far, or tie with it.
  ///
  /// - Parameters:
  ///   - bounds: for each part a number that its value is not above.
  ///   - solve: the value and the vector of a part, given its bound; `nil` where it does not settle.
  mutating func search(
    _ bounds: [(bound: Double, part: Int)],
    solve: (_ part: Int, _ bound: Double) -> Solution?
  ) {
    var second = 0.0
    for (bound, part) in bounds.sorted(by: { ($0.bound, $1.part) > ($1.bound, $0.part) })
    where bound > greatest * (1 - 1e-6) {
      // Those left are not greater than two that tie.
      if greatest > 0, second >= greatest * (1 - StrongestPart.tie), bound <= greatest * (1 + 1e-12)
      {
        break
      }
      guard let found = solve(part, bound) else {
        // Whatever the others are, this one may be greater.
        isSettled = false
        reason = "the iteration did not settle"
        break
      }
      if found.value > greatest {
        second = found.isSimple ? greatest : found.value
        (greatest, self.part, vector) = (found.value, part, (found.members, found.entries))
      } else {
        second = max(second, found.value)
      }
    }
    if reason == nil {
      if part == nil {
        reason = isEmpty ? "empty" : "largest \(name) is 0"
      } else if greatest - second <= StrongestPart.tie * greatest {
        reason = "largest \(name) not simple"
      }
    }
    if reason != nil { vector = nil }
  }
}
