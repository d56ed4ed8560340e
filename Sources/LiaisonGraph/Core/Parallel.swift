internal import Dispatch
internal import Synchronization

/// Computes `count` parts on several threads and gives them back in order.
///
/// What a part is must not depend on the number of threads; then neither do the results, to the bit.
///
/// - Parameters:
///   - count: the number of parts.
///   - threads: how many threads at most; as many as there are processors if `nil`.
///   - part: computes one part; it is called once for each of `0 ..< count`.
package func inParallel<Part: Sendable>(
  _ count: Int, threads: Int?, _ part: @Sendable (Int) -> Part
) -> [Part] {
  inParallel(count, threads: threads, scratch: {}, { _, index in part(index) })
}

/// Computes `count` parts on several threads, each of which keeps what `scratch` gave it from one part
/// to the next.
///
/// A part must not depend on what earlier ones left in the scratch.
func inParallel<Scratch, Part: Sendable>(
  _ count: Int, threads: Int?, scratch: @Sendable () -> Scratch,
  _ part: @Sendable (Scratch, Int) -> Part
) -> [Part] {
  guard count > 1, threads.map({ $0 > 1 }) ?? true else {
    let own = scratch()
    return (0..<count).map { part(own, $0) }
  }
  let next = Atomic<Int>(0)
  var parts = [Part?](repeating: nil, count: count)
  parts.withUnsafeMutableBufferPointer { parts in
    // Each part is written once, to a place of its own, and read when all threads are done: there is
    // nothing to lock, and the thread sanitizer sees it (it does not see into `Mutex`).
    nonisolated(unsafe) let places = parts
    DispatchQueue.concurrentPerform(iterations: min(count, threads ?? count)) { _ in
      var own: Scratch?
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < count else { return }
        let kept = own ?? scratch()
        own = kept
        places[index] = part(kept, index)
      }
    }
  }
  return parts.compactMap { $0 }
}

/// The number of parts that work over `items` is cut into: enough for any machine, few enough that
/// a sum for each part fits in memory. It depends on nothing but the number of items.
func partCount(for items: Int) -> Int { min(32, max(1, items / 4)) }

/// Nodes in blocks, between which one thread's run reports and looks whether to go on: few enough that it
/// costs nothing, and none a large part of the nodes. A hub may be most of the work: what takes long at one node
/// looks by itself.
func blocks(of nodeCount: Int) -> [Range<Int>] {
  let size = max(1, min(4_096, nodeCount / 64))
  return stride(from: 0, to: nodeCount, by: size).map { $0..<min(nodeCount, $0 + size) }
}
