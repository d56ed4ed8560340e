/// A set of hubs: a bit each, as many as one instruction takes.
typealias HubBits = SIMD2<UInt64>

extension HubBits {
  static let bitWidth = 128

  /// The set of one hub.
  static func one(_ number: Int) -> HubBits {
    number < 64 ? HubBits(1 << UInt64(number), 0) : HubBits(0, 1 << UInt64(number - 64))
  }

  /// The number of hubs, counted in lanes by hand, as for ``Bits512``.
  @inline(__always)
  var bitCount: Int {
    let pairs = self &- ((self &>> 1) & HubBits(repeating: 0x5555_5555_5555_5555))
    let twos = HubBits(repeating: 0x3333_3333_3333_3333)
    let nibbles = (pairs & twos) &+ ((pairs &>> 2) & twos)
    let bytes = (nibbles &+ (nibbles &>> 4)) & HubBits(repeating: 0x0f0f_0f0f_0f0f_0f0f)
    // Bytes hold at most 16 and are 128 together: no carry.
    return Int(truncatingIfNeeded: ((bytes[0] &+ bytes[1]) &* 0x0101_0101_0101_0101) &>> 56)
  }
}

/// How many of the sets that were added hold each hub.
///
/// The counts stand upright: the ones of all hubs are one set of bits, their twos the next, and so on, so
/// that a set is added to all of them at once.
///
/// - Reference: M. D. R. Klarqvist, W. Muła and D. Lemire, Efficient computation of positional population
///   counts using SIMD instructions, Concurrency and Computation: Practice and Experience 33 (2021) e6304,
///   doi:10.1002/cpe.6304.
struct HubTally {
  /// The counts of a few sets, which stay in registers and take no branch.
  struct Few {
    /// How many sets there may be.
    static let most = 15

    fileprivate var ones = HubBits.zero
    fileprivate var twos = HubBits.zero
    fileprivate var fours = HubBits.zero
    fileprivate var eights = HubBits.zero

    /// Adds one to each hub of a set.
    @inline(__always)
    mutating func add(_ set: HubBits) {
      let two = ones & set
      ones ^= set
      let four = twos & two
      twos ^= two
      let eight = fours & four
      fours ^= four
      eights ^= eight
    }
  }

  /// The sets of ones, twos and so on: no hub is in 2³¹ sets. Raw, as they are added to every few ties.
  private let planes = LaneMemory<HubBits>(31)

  @inline(__always)
  func add(_ few: Few) {
    let planes = planes.pointer
    var carry = HubBits.zero
    @inline(__always)
    func add(_ set: HubBits, _ place: Int) {
      let own = planes[place]
      planes[place] = own ^ set ^ carry
      carry = (own & set) | (carry & (own ^ set))
    }
    add(few.ones, 0)
    add(few.twos, 1)
    add(few.fours, 2)
    add(few.eights, 3)
    var place = 4
    while carry != .zero {
      add(.zero, place)
      place &+= 1
    }
  }

  func count(of number: Int) -> Int32 {
    let (word, shift) = (number >> 6, UInt64(number & 63))
    var count: UInt64 = 0
    for place in 0..<31 {
      count |= (planes.pointer[place][word] &>> shift & 1) &<< UInt64(place)
    }
    return Int32(truncatingIfNeeded: count)
  }
}
