extension Graph {
  /// The weights in a unit in which the greatest is about 1, so that products of two can be held; and the
  /// unit, a power of two, so that no digit is lost. `nil` and 1 where the graph has none.
  ///
  /// - Throws: `weightNotFinite` where one is infinite, as the sum of parallel edges may be.
  func scaledWeights() throws(GraphError) -> (weights: [Double]?, unit: Double) {
    guard let weights else { return (nil, 1) }
    var greatest = 0.0
    for weight in weights { greatest = max(greatest, abs(weight)) }
    guard greatest.isFinite else { throw .weightsTooGreat }
    guard greatest > 0 else { return (weights, 1) }
    let unit = Double(sign: .plus, exponent: Int(greatest.exponent), significand: 1)
    return (weights.map { $0 / unit }, unit)
  }
}
