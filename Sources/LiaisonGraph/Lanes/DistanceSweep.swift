/// Sums of the distances of one node.
struct DistanceSums: BitwiseCopyable, Sendable {
  var total: UInt64 = 0
  var harmonic = 0.0
  var reached: UInt32 = 0
  var farthest: UInt32 = 0
}

/// Breadth-first searches from many nodes at once: each node keeps one bit for every *target*, and at
/// every step takes up the bits of the nodes its arcs lead to. A bit that is new at step d is a target
/// at distance d.
///
/// On wide levels each node that still misses a bit pulls from its arcs; on narrow ones the nodes that
/// changed push against theirs, so that graphs of great diameter stay linear.
///
/// - Reference: M. Then and others, The more the merrier: efficient multi-source graph traversal,
///   PVLDB 8 (2014) 449–460, doi:10.14778/2735496.2735507.
struct DistanceSweep: Sendable {
  var graph: LaneGraph
  /// How many steps are looked at.
  var within: Int

  /// Sums for every place, the same for any number of threads: batches belong to fixed parts, which
  /// are added in their order.
  ///
  /// - Throws: `cancelled`, before the next batch.
  func sums(threads: Int?, progress: RunProgress?) throws(GraphError) -> [DistanceSums] {
    let sums = graph.order.count <= 256 ? narrow(threads, progress) : wide(threads, progress)
    try progress?.check()
    return sums
  }

  // Concrete, so that the kernel is specialised.
  @inline(never)
  private func narrow(_ threads: Int?, _ progress: RunProgress?) -> [DistanceSums] {
    sums(Bits64.self, threads, progress)
  }

  @inline(never)
  private func wide(_ threads: Int?, _ progress: RunProgress?) -> [DistanceSums] {
    sums(Bits512.self, threads, progress)
  }

  @inline(__always)
  private func sums<Block: BitBlock>(
    _: Block.Type, _ threads: Int?, _ progress: RunProgress?
  ) -> [DistanceSums] {
    let n = graph.order.count
    let batches = (n + Block.bits - 1) / Block.bits
    let parts = min(batches, 16)
    progress?.expect(n)
    let partial = inParallel(parts, threads: threads) {
      Scratch<Block>(nodeCount: n)
    } _: { scratch, part in
      var sums = [DistanceSums](repeating: DistanceSums(), count: n)
      sums.withUnsafeMutableBufferPointer { buffer in
        guard let own = buffer.baseAddress else { return }
        for batch in stride(from: part, to: batches, by: parts) {
          guard progress?.isCancelled != true else { return }
          run(Block.self, from: batch * Block.bits, scratch, own)
          progress?.advance(by: min(Block.bits, n - batch * Block.bits))
        }
      }
      return sums
    }
    guard var sums = partial.first else { return [] }
    for part in partial.dropFirst() {
      for v in 0..<n {
        sums[v].total += part[v].total
        sums[v].harmonic += part[v].harmonic
        sums[v].reached += part[v].reached
        sums[v].farthest = max(sums[v].farthest, part[v].farthest)
      }
    }
    return sums
  }

  private struct Scratch<Block: BitBlock> {
    var seen: LaneMemory<Block>
    var now: LaneMemory<Block>
    var next: LaneMemory<Block>
    var queues: (LaneMemory<Int32>, LaneMemory<Int32>)

    init(nodeCount n: Int) {
      seen = LaneMemory(n)
      now = LaneMemory(n)
      next = LaneMemory(n)
      queues = (LaneMemory(n), LaneMemory(n))
    }
  }

  /// One batch of targets, from place `first` on.
  @inline(__always)
  private func run<Block: BitBlock>(
    _: Block.Type, from first: Int, _ scratch: Scratch<Block>,
    _ sums: UnsafeMutablePointer<DistanceSums>
  ) {
    let n = graph.order.count
    let count = min(Block.bits, n - first)
    let (outOffsets, outTargets) = (graph.outgoing.offsets, graph.outgoing.targets)
    let (inOffsets, inTargets) = (graph.incoming.offsets, graph.incoming.targets)
    let seen = scratch.seen.pointer
    var (now, next) = (scratch.now.pointer, scratch.next.pointer)
    var (queue, found) = (scratch.queues.0.pointer, scratch.queues.1.pointer)

    // Bits of targets that the batch lacks count as seen, so that a node that is done is all ones.
    var absent = Block.zero
    withUnsafeMutableBytes(of: &absent) { bytes in
      for bit in count..<max(count, Block.bits) { bytes[bit >> 3] |= 1 << UInt8(bit & 7) }
    }
    for v in 0..<n {
      seen[v] = absent
      now[v] = .zero
      next[v] = .zero
    }
    for bit in 0..<count {
      let byte = (first + bit) * MemoryLayout<Block>.stride + bit >> 3
      UnsafeMutableRawPointer(seen).assumingMemoryBound(to: UInt8.self)[byte] |= 1 << UInt8(bit & 7)
      UnsafeMutableRawPointer(now).assumingMemoryBound(to: UInt8.self)[byte] |= 1 << UInt8(bit & 7)
      queue[bit] = Int32(truncatingIfNeeded: first + bit)
    }

    // How many nodes changed in the last step; whether `queue` lists them and `next` is zero.
    var active = count
    var isListed = true
    var depth: UInt32 = 0
    while active > 0, Int(depth) < within {
      depth &+= 1
      if active &* 8 < n {
        if !isListed {
          active = 0
          for v in 0..<n {
            next[v] = .zero
            if !now[v].isZero {
              queue[active] = Int32(truncatingIfNeeded: v)
              active &+= 1
            }
          }
          isListed = true
        }
        var size = 0
        for place in 0..<active {
          let v = Int(queue[place])
          let bits = now[v]
          var k = Int(inOffsets[v])
          let end = Int(inOffsets[v &+ 1])
          while k < end {
            let w = Int(inTargets[k])
            k &+= 1
            let new = bits.removing(seen[w])
            if new.isZero { continue }
            let old = next[w]
            if old.isZero {
              found[size] = Int32(truncatingIfNeeded: w)
              size &+= 1
            }
            next[w] = old | new
          }
        }
        for place in 0..<active { now[Int(queue[place])] = .zero }
        for place in 0..<size {
          let w = Int(found[place])
          let new = next[w]
          seen[w] = seen[w] | new
          sums[w].add(new.ones, at: depth)
        }
        swap(&queue, &found)
        active = size
      } else {
        active = 0
        for v in 0..<n {
          let known = seen[v]
          if known.isFull {
            next[v] = .zero
            continue
          }
          var new = Block.zero
          var k = Int(outOffsets[v])
          let end = Int(outOffsets[v &+ 1])
          while k < end {
            new = new | now[Int(outTargets[k])]
            k &+= 1
          }
          new = new.removing(known)
          next[v] = new
          if new.isZero { continue }
          active &+= 1
          seen[v] = known | new
          sums[v].add(new.ones, at: depth)
        }
        isListed = false
      }
      swap(&now, &next)
    }
  }
}

extension DistanceSums {
  /// Adds a number of targets at one distance.
  @inline(__always)
  fileprivate mutating func add(_ count: UInt64, at depth: UInt32) {
    total &+= count &* UInt64(depth)
    harmonic += Double(count) / Double(depth)
    reached &+= UInt32(truncatingIfNeeded: count)
    farthest = depth
  }
}
