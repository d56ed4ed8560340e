/// A set of sources, one bit each, that a node keeps while many searches run at once.
protocol BitBlock: BitwiseCopyable, Sendable {
  static var bits: Int { get }
  static var zero: Self { get }
  static func | (a: Self, b: Self) -> Self
  func removing(_ other: Self) -> Self
  var isZero: Bool { get }
  var isFull: Bool { get }
  /// The number of bits that are set.
  var ones: UInt64 { get }
}

/// 64 sources, for small graphs.
struct Bits64: BitBlock {
  var word: UInt64

  @inline(__always) static var bits: Int { 64 }
  @inline(__always) static var zero: Bits64 { Bits64(word: 0) }
  @inline(__always) static func | (a: Bits64, b: Bits64) -> Bits64 { Bits64(word: a.word | b.word) }
  @inline(__always) func removing(_ other: Bits64) -> Bits64 { Bits64(word: word & ~other.word) }
  @inline(__always) var isZero: Bool { word == 0 }
  @inline(__always) var isFull: Bool { word == .max }
  @inline(__always) var ones: UInt64 { UInt64(truncatingIfNeeded: word.nonzeroBitCount) }
}

/// 512 sources: one cache line.
struct Bits512: BitBlock {
  var words: SIMD8<UInt64>

  @inline(__always) static var bits: Int { 512 }
  @inline(__always) static var zero: Bits512 { Bits512(words: .zero) }
  @inline(__always) static func | (a: Bits512, b: Bits512) -> Bits512 {
    Bits512(words: a.words | b.words)
  }
  @inline(__always) func removing(_ other: Bits512) -> Bits512 {
    Bits512(words: words & ~other.words)
  }
  @inline(__always) var isZero: Bool {
    let half = words.lowHalf | words.highHalf
    let quarter = half.lowHalf | half.highHalf
    return quarter[0] | quarter[1] == 0
  }
  @inline(__always) var isFull: Bool {
    let half = words.lowHalf & words.highHalf
    let quarter = half.lowHalf & half.highHalf
    return quarter[0] & quarter[1] == .max
  }
  /// Counted in lanes by hand: without a population count in the base instruction set, one word at a
  /// time costs more than the whole search step.
  @inline(__always) var ones: UInt64 {
    typealias Words = SIMD8<UInt64>
    let pairs = words &- ((words &>> 1) & Words(repeating: 0x5555_5555_5555_5555))
    let twos = Words(repeating: 0x3333_3333_3333_3333)
    let nibbles = (pairs & twos) &+ ((pairs &>> 2) & twos)
    let fours = Words(repeating: 0x0f0f_0f0f_0f0f_0f0f)
    let bytes = (nibbles & fours) &+ ((nibbles &>> 4) & fours)
    // Bytes hold at most 8, then 16, then 32: no carry into the next.
    let half = bytes.lowHalf &+ bytes.highHalf
    let quarter = half.lowHalf &+ half.highHalf
    let even: UInt64 = 0x00ff_00ff_00ff_00ff
    let sum =
      (quarter[0] & even) &+ ((quarter[0] &>> 8) & even) &+ (quarter[1] & even)
      &+ ((quarter[1] &>> 8) & even)
    return (sum &* 0x0001_0001_0001_0001) &>> 48
  }
}
