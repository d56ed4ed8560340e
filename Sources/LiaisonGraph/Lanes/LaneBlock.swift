/// One number for each of several sources whose searches run side by side (lanes of vectors).
///
/// Made of `SIMD8<Double>`: its operators are concrete, while those of wider vectors of numbers are
/// loops through the stack and a hundred times slower.
protocol LaneBlock: BitwiseCopyable, Sendable {
  /// One bit a lane.
  associatedtype Mask: FixedWidthInteger & UnsignedInteger & BitwiseCopyable & Sendable

  static var zero: Self { get }
  static func + (a: Self, b: Self) -> Self
  static func * (a: Self, b: Self) -> Self
  static func / (a: Double, b: Self) -> Self
  /// The numbers of the lanes of a mask, 0 in the others, whatever stood there.
  func masked(_ mask: Mask, _ table: LaneMasks) -> Self
  /// The sum over lanes.
  var total: Double { get }
}

extension LaneBlock {
  @inline(__always) static var lanes: Int { Mask.bitWidth }

  /// What a node passes up to each of its ways in Brandes' accumulation, in the lanes of a mask, where
  /// this block is what it gathered from below: this + targets / ways; and the sum over those lanes of
  /// weights · this · ways.
  ///
  /// Lanes outside the mask hold no ways; what is divided by them is masked away.
  @inline(__always)
  func passedOn(
    _ ways: Self, _ targets: Double, _ weights: Self, _ mask: Mask, _ table: LaneMasks
  ) -> (flow: Self, total: Double) {
    (
      (self + targets / ways).masked(mask, table),
      ((self * ways).masked(mask, table) * weights).total
    )
  }
}

typealias Octet = SIMD8<Double>

/// For each byte the eight lanes that its bits stand for: a mask is looked up once a node instead of
/// being tested once an arc.
typealias LaneMasks = UnsafePointer<SIMD8<UInt64>>

/// Makes the table of ``LaneMasks``.
func laneMasks() -> LaneMemory<SIMD8<UInt64>> {
  let memory = LaneMemory<SIMD8<UInt64>>(256)
  for byte in 0..<256 {
    for lane in 0..<8 where byte >> lane & 1 == 1 { memory.pointer[byte][lane] = .max }
  }
  return memory
}

extension Octet {
  /// The numbers of the lanes that a byte names, 0 in the others.
  @inline(__always)
  fileprivate func masked(_ byte: Int, _ table: LaneMasks) -> Octet {
    unsafeBitCast(unsafeBitCast(self, to: SIMD8<UInt64>.self) & table[byte], to: Octet.self)
  }
}

struct Lanes8: LaneBlock {
  typealias Mask = UInt8
  var a: Octet

  @inline(__always) static var zero: Lanes8 { Lanes8(a: .zero) }
  @inline(__always) static func + (x: Lanes8, y: Lanes8) -> Lanes8 { Lanes8(a: x.a + y.a) }
  @inline(__always) static func * (x: Lanes8, y: Lanes8) -> Lanes8 { Lanes8(a: x.a * y.a) }
  @inline(__always) static func / (x: Double, y: Lanes8) -> Lanes8 {
    Lanes8(a: Octet(repeating: x) / y.a)
  }
  @inline(__always) func masked(_ mask: UInt8, _ table: LaneMasks) -> Lanes8 {
    Lanes8(a: a.masked(Int(mask), table))
  }
  @inline(__always) var total: Double { a.sum() }
}

struct Lanes16: LaneBlock {
  typealias Mask = UInt16
  var a: Octet
  var b: Octet

  @inline(__always) static var zero: Lanes16 { Lanes16(a: .zero, b: .zero) }
  @inline(__always) static func + (x: Lanes16, y: Lanes16) -> Lanes16 {
    Lanes16(a: x.a + y.a, b: x.b + y.b)
  }
  @inline(__always) static func * (x: Lanes16, y: Lanes16) -> Lanes16 {
    Lanes16(a: x.a * y.a, b: x.b * y.b)
  }
  @inline(__always) static func / (x: Double, y: Lanes16) -> Lanes16 {
    let octet = Octet(repeating: x)
    return Lanes16(a: octet / y.a, b: octet / y.b)
  }
  @inline(__always) func masked(_ mask: UInt16, _ table: LaneMasks) -> Lanes16 {
    Lanes16(a: a.masked(Int(mask & 255), table), b: b.masked(Int(mask >> 8), table))
  }
  @inline(__always) var total: Double { (a + b).sum() }
}

struct Lanes32: LaneBlock {
  typealias Mask = UInt32
  var a: Octet
  var b: Octet
  var c: Octet
  var d: Octet

  @inline(__always) static var zero: Lanes32 { Lanes32(a: .zero, b: .zero, c: .zero, d: .zero) }
  @inline(__always) static func + (x: Lanes32, y: Lanes32) -> Lanes32 {
    Lanes32(a: x.a + y.a, b: x.b + y.b, c: x.c + y.c, d: x.d + y.d)
  }
  @inline(__always) static func * (x: Lanes32, y: Lanes32) -> Lanes32 {
    Lanes32(a: x.a * y.a, b: x.b * y.b, c: x.c * y.c, d: x.d * y.d)
  }
  @inline(__always) static func / (x: Double, y: Lanes32) -> Lanes32 {
    let octet = Octet(repeating: x)
    return Lanes32(a: octet / y.a, b: octet / y.b, c: octet / y.c, d: octet / y.d)
  }
  @inline(__always) func masked(_ mask: UInt32, _ table: LaneMasks) -> Lanes32 {
    Lanes32(
      a: a.masked(Int(mask & 255), table), b: b.masked(Int(mask >> 8 & 255), table),
      c: c.masked(Int(mask >> 16 & 255), table), d: d.masked(Int(mask >> 24), table))
  }
  @inline(__always) var total: Double { (a + b + c + d).sum() }
}
