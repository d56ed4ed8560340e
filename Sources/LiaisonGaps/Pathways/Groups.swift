/// The positions of things by the group that each belongs to, all in one row.
struct Groups {
  private let start: [Int]
  private let members: [Int]

  /// No group.
  init() {
    start = [0]
    members = []
  }

  /// The members of each of `count` groups, ascending.
  ///
  /// - Parameters:
  ///   - group: the group of each thing.
  ///   - count: how many groups there are.
  /// - Complexity: O(things + groups).
  init(_ group: [Int], count: Int) {
    var start = [Int](repeating: 0, count: count + 1)
    for place in group { start[place + 1] += 1 }
    for place in 0..<count { start[place + 1] += start[place] }
    var next = start
    var members = [Int](repeating: 0, count: group.count)
    for (member, place) in group.enumerated() {
      members[next[place]] = member
      next[place] += 1
    }
    self.start = start
    self.members = members
  }

  /// How many groups there are.
  var count: Int { start.count - 1 }

  /// The members of a group.
  subscript(group: Int) -> ArraySlice<Int> { members[start[group]..<start[group + 1]] }
}
