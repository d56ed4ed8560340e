/// A division of `0 ..< count` into sets that grow together, each known by its least member.
///
/// - Complexity: O(log n) amortized for each operation, near O(1) in practice.
/// - Reference: R. E. Tarjan and J. van Leeuwen, Worst-case analysis of set union algorithms, Journal of
///   the ACM 31 (1984) 245–281, doi:10.1145/62.2160 (path halving).
struct DisjointSets: ~Copyable {
  private let count: Int
  /// Each member points to one of its set that is not above it; the least to itself. Raw, as a step of a
  /// few instructions an arc is all that callers do: checks double its time.
  private let memory: LaneMemory<Int32>

  /// Sets of one member each.
  init(count: Int) {
    self.count = count
    memory = LaneMemory(count)
    for member in 0..<count { memory.pointer[member] = Int32(truncatingIfNeeded: member) }
  }

  /// The least member of the set that holds a number.
  @inline(__always)
  mutating func root(_ member: Int) -> Int {
    let parent = memory.pointer
    var v = member
    while true {
      let above = Int(parent[v])
      if above == v { return v }
      let next = parent[above]
      parent[v] = next
      v = Int(next)
    }
  }

  /// Lets a member that no other points to yet point to another one, if that is lower than whom it points
  /// to now, whose set it leaves.
  @inline(__always)
  mutating func point(_ member: Int, to other: Int) {
    let parent = memory.pointer
    parent[member] = min(parent[member], Int32(truncatingIfNeeded: other))
  }

  /// Lets all members point to the least of their set, and counts the sets.
  mutating func flatten() -> Int {
    let parent = memory.pointer
    var roots = 0
    for member in 0..<count {
      let above = Int(parent[member])
      // Parents are not above their members, so theirs is the least already.
      parent[member] = parent[above]
      roots &+= above == member ? 1 : 0
    }
    return roots
  }

  /// Draws the sets of two numbers together.
  @inline(__always)
  mutating func join(_ a: Int, _ b: Int) {
    let parent = memory.pointer
    // Most are in one set already, and nearly all of those point to its least member.
    if parent[a] == parent[b] { return }
    let (x, y) = (root(a), root(b))
    // The lesser of one root twice is itself: no branch.
    parent[max(x, y)] = Int32(truncatingIfNeeded: min(x, y))
  }

  /// The root that more than half of the members have, if there is one; else any.
  ///
  /// By the votes of a thousand members spread evenly (Boyer and Moore), as the answer decides what is
  /// fast, not what is right.
  mutating func majorityRoot() -> Int? {
    var candidate: Int?
    var lead = 0
    for member in stride(from: 0, to: count, by: max(1, count / 1024)) {
      let own = root(member)
      if lead == 0 { candidate = own }
      lead += own == candidate ? 1 : -1
    }
    return candidate
  }

  /// The set of each number, numbered by their least members.
  func labels() -> (labels: [Int32], count: Int) {
    let parent = memory.pointer
    var number: Int32 = 0
    let labels = [Int32](filling: count) { label, size in
      for v in 0..<count {
        // Parents are not above their members, so each is numbered before it is asked for.
        let above = Int(parent[v])
        if above == v {
          label[v] = number
          number &+= 1
        } else {
          label[v] = label[above]
        }
      }
      size = count
    }
    return (labels, Int(number))
  }
}
