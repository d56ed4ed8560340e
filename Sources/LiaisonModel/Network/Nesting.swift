/// How deep each of the things lies that lie within one another: areas, units, bodies.
///
/// Each names at most one thing above it. Real hierarchies have fewer than ten levels; `limit` keeps
/// what is worked out for every level from growing with the square of a file.
public struct Nesting: Sendable {
  /// The most levels that are read.
  public static let limit = 64

  /// The level of each thing, 1 for one with nothing above it; nil for one whose way up leads into a
  /// circle.
  public let levels: [Int?]

  /// Finds the levels.
  ///
  /// - Parameter above: the position of what each thing lies within.
  /// - Complexity: O(things).
  public init(above: [Int?]) {
    var levels = [Int?](repeating: nil, count: above.count)
    var isSeen = [Bool](repeating: false, count: above.count)
    for start in above.indices where !isSeen[start] {
      var path: [Int] = []
      var current: Int? = start
      while let index = current, !isSeen[index] {
        isSeen[index] = true
        path.append(index)
        current = above[index]
      }
      // What is seen and has no level yet lies on this path, or leads into a circle.
      guard var level = current.map({ levels[$0] }) ?? 0 else { continue }
      for index in path.reversed() {
        level += 1
        levels[index] = level
      }
    }
    self.levels = levels
  }

  /// The things that are the first of their branch to lie too deep.
  public var tooDeep: [Int] { levels.indices.filter { levels[$0] == Self.limit + 1 } }
}
