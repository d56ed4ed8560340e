/// A division of `0 ..< count` into sets that grow together, each known by its least member.
///
/// - Complexity: O(log n) amortized for each operation, near O(1) in practice.
/// - Reference: R. E. Tarjan and J. van Leeuwen, Worst-case analysis of set union algorithms, Journal of
///   the ACM 31 (1984) 245–281, doi:10.1145/62.2160 (path halving).
struct DisjointSets {
  /// Each member points to one of its set that is not above it; the least to itself.
  private(set) var parent: [Int32]

  /// Sets of one member each.
  init(count: Int) { parent = (0..<Int32(count)).map { $0 } }

  /// The least member of the set that holds a number.
  @inline(__always)
  mutating func root(_ member: Int) -> Int {
    var v = member
    while Int(parent[v]) != v {
      parent[v] = parent[Int(parent[v])]
      v = Int(parent[v])
    }
    return v
  }

  /// Draws the sets of two numbers together.
  @inline(__always)
  mutating func join(_ a: Int, _ b: Int) {
    let (x, y) = (root(a), root(b))
    if x < y { parent[y] = Int32(x) } else if y < x { parent[x] = Int32(y) }
  }

  /// The root that more than half of the members have, if there is one; else any.
  ///
  /// By the votes of a thousand members spread evenly (Boyer and Moore), as the answer decides what is
  /// fast, not what is right.
  mutating func majorityRoot() -> Int? {
    var candidate: Int?
    var lead = 0
    for member in stride(from: 0, to: parent.count, by: max(1, parent.count / 1024)) {
      let own = root(member)
      if lead == 0 { candidate = own }
      lead += own == candidate ? 1 : -1
    }
    return candidate
  }

  /// The set of each number, numbered by their least members.
  func labels() -> (labels: [Int32], count: Int) {
    // Parents are not above their members, so each is numbered before it is asked for.
    var labels = parent
    var label = labels.mutableSpan
    var count: Int32 = 0
    for v in 0..<label.count {
      let above = Int(label[v])
      if above == v {
        label[v] = count
        count += 1
      } else {
        label[v] = label[above]
      }
    }
    return (labels, Int(count))
  }
}
