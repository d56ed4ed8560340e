/// The needs of folds of missing rows: for each fold its areas, ascending, and for each of them bits
/// over profiles.
struct FoldNeeds {
  private let wordCount: Int
  private var start: [Int] = [0]
  private var areas: [Int] = []
  private var words: [UInt64] = []

  /// - Complexity: O(rows).
  init(_ folds: [PathwayLedger.Fold], _ needs: NeedSpace) {
    wordCount = needs.wordCount
    var bits = [UInt64](repeating: 0, count: needs.areas.count * wordCount)
    var isIn = [Bool](repeating: false, count: needs.areas.count)
    for fold in folds {
      for cell in fold.cells {
        isIn[cell.area] = true
        bits[cell.area * wordCount + cell.profile / 64] |= UInt64(1) << UInt64(cell.profile % 64)
      }
      for area in isIn.indices where isIn[area] {
        isIn[area] = false
        areas.append(area)
        for word in area * wordCount..<(area + 1) * wordCount {
          words.append(bits[word])
          bits[word] = 0
        }
      }
      start.append(areas.count)
    }
  }

  /// Whether all needs of a fold are among bits by area, which start at a place.
  func isWithin(_ fold: Int, _ bits: [UInt64], from base: Int = 0) -> Bool {
    for place in start[fold]..<start[fold + 1] {
      let other = base + areas[place] * wordCount
      for word in 0..<wordCount
      where words[place * wordCount + word] & ~bits[other + word] != 0 {
        return false
      }
    }
    return true
  }

  /// The bits of those needs of a fold that are among bits by area, which start at a place.
  func limited(_ fold: Int, to bits: [UInt64], from base: Int = 0) -> [UInt64] {
    var limited: [UInt64] = []
    for place in start[fold]..<start[fold + 1] {
      let other = base + areas[place] * wordCount
      for word in 0..<wordCount {
        limited.append(words[place * wordCount + word] & bits[other + word])
      }
    }
    return limited
  }

  /// Replaces the bits of a fold's needs.
  mutating func replace(_ fold: Int, by bits: [UInt64]) {
    for (place, word) in bits.enumerated() { words[start[fold] * wordCount + place] = word }
  }

  /// Keeps those needs of a fold that are not among bits by area.
  mutating func remove(_ fold: Int, _ bits: [UInt64]) {
    for place in start[fold]..<start[fold + 1] {
      let other = areas[place] * wordCount
      for word in 0..<wordCount { words[place * wordCount + word] &= ~bits[other + word] }
    }
  }

  /// How many needs of a fold are among bits by area.
  func count(_ fold: Int, among bits: [UInt64]) -> Int {
    var count = 0
    for place in start[fold]..<start[fold + 1] {
      let other = areas[place] * wordCount
      for word in 0..<wordCount {
        count += (words[place * wordCount + word] & bits[other + word]).nonzeroBitCount
      }
    }
    return count
  }

  /// How many needs of a fold are not among bits by area.
  func count(_ fold: Int, without bits: [UInt64]) -> Int {
    var count = 0
    for place in start[fold]..<start[fold + 1] {
      let other = areas[place] * wordCount
      for word in 0..<wordCount {
        count += (words[place * wordCount + word] & ~bits[other + word]).nonzeroBitCount
      }
    }
    return count
  }
}
