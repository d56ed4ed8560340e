#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// Zeroed memory of a kernel, freed with its owner.
///
/// Raw, because the sweeps gather one random node an arc: a checked array of blocks costs 15 % there
/// (22 % by vectors), and pages of 2 MiB, which only raw memory can ask for, spare most misses of the
/// address cache. What is read and written are places of a `LaneRows`, all below its node count.
final class LaneMemory<Element: BitwiseCopyable> {
  let pointer: UnsafeMutablePointer<Element>

  init(_ count: Int) {
    let huge = 1 << 21
    let size = max(1, count) * MemoryLayout<Element>.stride
    let isHuge = size >= huge
    let raw = UnsafeMutableRawPointer.allocate(
      byteCount: isHuge ? (size + huge - 1) / huge * huge : size,
      alignment: isHuge ? huge : 64)
    #if os(Linux)
      if isHuge { madvise(raw, size, Int32(14)) }  // MADV_HUGEPAGE; advice only, may be refused
    #endif
    raw.initializeMemory(as: UInt8.self, repeating: 0, count: size)
    pointer = raw.bindMemory(to: Element.self, capacity: max(1, count))
  }

  deinit { UnsafeMutableRawPointer(pointer).deallocate() }
}
