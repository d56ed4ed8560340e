/// A vector of numbers, with the few operations that solvers of linear equations are made of.
///
/// Raw and padded with zeros to whole blocks of eight: a sum of doubles one by one waits for each
/// addition, by blocks it runs five times as fast, and the solvers do little else. The order of the
/// additions is fixed, so that results are the same on every machine.
final class DenseVector: @unchecked Sendable {
  typealias Block = SIMD8<Double>

  /// The number of elements.
  let count: Int
  private let memory: LaneMemory<Double>

  /// The elements; whoever writes stays below `count`.
  var values: UnsafeMutablePointer<Double> { memory.pointer }

  /// The number of blocks of eight elements; those of the last that are not used are zero.
  var blockCount: Int { (count + 7) / 8 }
  private var blocks: UnsafeMutableRawPointer { UnsafeMutableRawPointer(memory.pointer) }

  /// A vector of zeros.
  init(_ count: Int) {
    self.count = count
    memory = LaneMemory((count + 7) / 8 * 8)
  }

  @inline(__always)
  private static func block(_ blocks: UnsafeMutableRawPointer, _ index: Int) -> Block {
    blocks.load(fromByteOffset: index &* MemoryLayout<Block>.stride, as: Block.self)
  }

  @inline(__always)
  private static func store(_ block: Block, _ blocks: UnsafeMutableRawPointer, _ index: Int) {
    blocks.storeBytes(of: block, toByteOffset: index &* MemoryLayout<Block>.stride, as: Block.self)
  }

  /// Eight elements side by side.
  @inline(__always)
  subscript(block index: Int) -> Block {
    get { DenseVector.block(blocks, index) }
    set { DenseVector.store(newValue, blocks, index) }
  }

  /// A vector of the given elements.
  convenience init(_ elements: [Double]) {
    self.init(elements.count)
    for (index, element) in elements.enumerated() { values[index] = element }
  }

  /// The elements as an array.
  var array: [Double] { Array(UnsafeBufferPointer(start: values, count: count)) }

  /// Takes the elements of another vector of the same length.
  func assign(_ other: DenseVector) {
    values.update(from: other.values, count: count)
  }

  /// The sum of the products with another vector of the same length.
  func dot(_ other: DenseVector) -> Double {
    let (own, others) = (blocks, other.blocks)
    var (even, odd) = (Block.zero, Block.zero)
    var index = 0
    while index &+ 1 < blockCount {
      even += DenseVector.block(own, index) * DenseVector.block(others, index)
      odd += DenseVector.block(own, index &+ 1) * DenseVector.block(others, index &+ 1)
      index &+= 2
    }
    if index < blockCount {
      even += DenseVector.block(own, index) * DenseVector.block(others, index)
    }
    return (even + odd).sum()
  }

  /// The sum of the absolute differences from another vector of the same length.
  func distance(to other: DenseVector) -> Double {
    let (own, others) = (blocks, other.blocks)
    var sum = Block.zero
    for index in 0..<blockCount {
      let difference = DenseVector.block(own, index) - DenseVector.block(others, index)
      sum += difference.replacing(with: -difference, where: difference .< Block.zero)
    }
    return sum.sum()
  }

  /// The sum of the elements.
  var sum: Double {
    let own = blocks
    var sum = Block.zero
    for index in 0..<blockCount { sum += DenseVector.block(own, index) }
    return sum.sum()
  }

  /// Adds a multiple of another vector of the same length.
  func add(_ factor: Double, _ other: DenseVector) {
    let (own, others) = (blocks, other.blocks)
    for index in 0..<blockCount {
      let sum = DenseVector.block(own, index) + factor * DenseVector.block(others, index)
      DenseVector.store(sum, own, index)
    }
  }

  /// Multiplies each element by the other's at its place.
  func multiply(by other: DenseVector) {
    let (own, others) = (blocks, other.blocks)
    for index in 0..<blockCount {
      let product = DenseVector.block(own, index) * DenseVector.block(others, index)
      DenseVector.store(product, own, index)
    }
  }

  /// Multiplies each element.
  func scale(_ factor: Double) {
    let own = blocks
    for index in 0..<blockCount {
      DenseVector.store(factor * DenseVector.block(own, index), own, index)
    }
  }
}
