/// A division of the nodes into components, numbered by the lowest node in each.
public struct Components: Sendable, Equatable {
  /// The component of each node.
  public var component: NodeMap<Int>
  /// The number of components.
  public var count: Int

  init(component: NodeMap<Int>, count: Int) {
    self.component = component
    self.count = count
  }

  /// Numbers any labels (one a node) by the first node that carries them.
  init(labels: [Int32], labelCount: Int) {
    var numbers = [Int](repeating: -1, count: labelCount)
    var number = numbers.mutableSpan
    var count = 0
    let component = [Int](filling: labels.count) { component, size in
      for label in labels {
        if number[Int(label)] < 0 {
          number[Int(label)] = count
          count += 1
        }
        component[size] = number[Int(label)]
        size += 1
      }
    }
    self.component = NodeMap(component)
    self.count = count
  }

  /// The nodes of each component, in order.
  ///
  /// - Complexity: O(n).
  public var members: [[NodeID]] { component.members(count) }

  /// The number of nodes in each component.
  ///
  /// - Complexity: O(n).
  public var sizes: [Int] {
    var sizes = [Int](repeating: 0, count: count)
    for label in component.values { sizes[label] += 1 }
    return sizes
  }
}

extension DenseMap<NodeID, Int> {
  /// The nodes of each part, in order, where the values number `count` parts.
  ///
  /// - Complexity: O(n).
  func members(_ count: Int) -> [[NodeID]] {
    var members = [[NodeID]](repeating: [], count: count)
    for node in nodes { members[self[node]].append(node) }
    return members
  }
}
