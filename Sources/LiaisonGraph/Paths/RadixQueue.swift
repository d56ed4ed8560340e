/// Nodes by distance, for searches that never push a distance below the last one popped: distances
/// wait in buckets by the highest bit in which they differ from it.
///
/// Equal distances come out in no special order, but in the same one for the same pushes; where it
/// shows, use ``DistanceQueue``.
///
/// - Complexity: O(1) for a push, O(64) for a pop, both amortized.
/// - Reference: R. K. Ahuja, K. Mehlhorn, J. B. Orlin and R. E. Tarjan, Faster algorithms for the
///   shortest path problem, Journal of the ACM 37 (1990) 213–223, doi:10.1145/77600.77615.
struct RadixQueue {
  private struct Entry {
    /// The bits of a distance, which order distances of zero and more as they order numbers.
    var key: UInt64
    var node: Int32
    /// The next entry of the same bucket; -1 at its end.
    var next: Int32
  }

  private var entries: [Entry] = []
  private var heads = [Int32](repeating: -1, count: 65)
  /// Which buckets but the first hold anything.
  private var filled: UInt64 = 0
  private var last: UInt64 = 0

  /// Forgets all nodes and begins anew at distance 0.
  mutating func removeAll() {
    entries.removeAll(keepingCapacity: true)
    for bucket in heads.indices { heads[bucket] = -1 }
    filled = 0
    last = 0
  }

  @inline(__always)
  mutating func push(_ distance: Double, _ node: Int32) {
    let entry = Int32(truncatingIfNeeded: entries.count)
    entries.append(Entry(key: distance.bitPattern, node: node, next: -1))
    link(entry)
  }

  @inline(__always)
  private mutating func link(_ entry: Int32) {
    let difference = entries[Int(entry)].key ^ last
    let bucket = 64 - difference.leadingZeroBitCount
    entries[Int(entry)].next = heads[bucket]
    heads[bucket] = entry
    if bucket > 0 { filled |= 1 << UInt64(bucket - 1) }
  }

  @inline(__always)
  mutating func pop() -> (distance: Double, node: Int32)? {
    if heads[0] < 0 {
      guard filled != 0 else { return nil }
      split(filled.trailingZeroBitCount + 1)
    }
    let entry = entries[Int(heads[0])]
    heads[0] = entry.next
    return (Double(bitPattern: entry.key), entry.node)
  }

  /// Shares a bucket out from its least distance on.
  private mutating func split(_ bucket: Int) {
    var entry = heads[bucket]
    heads[bucket] = -1
    filled &= ~(1 << UInt64(bucket - 1))
    var least = UInt64.max
    var place = entry
    while place >= 0 {
      least = min(least, entries[Int(place)].key)
      place = entries[Int(place)].next
    }
    last = least
    while entry >= 0 {
      let next = entries[Int(entry)].next
      link(entry)
      entry = next
    }
  }
}
