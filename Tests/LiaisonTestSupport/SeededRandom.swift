private import LiaisonGraph

/// A random generator that gives the same numbers for the same seed, everywhere: the library's own,
/// with what tests draw.
public struct SeededRandom: RandomNumberGenerator, Sendable {
  private var generator: SeededGenerator

  /// Starts at a seed.
  public init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  public mutating func next() -> UInt64 { generator.next() }

  /// A whole number from 0 to `bound - 1`.
  public mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }

  /// `true` with the given probability.
  public mutating func chance(_ probability: Double) -> Bool {
    Double(next() >> 11) * 0x1p-53 < probability
  }
}
