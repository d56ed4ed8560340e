/// Which nodes each of many sources reaches, a bit for each pair.
///
/// Nodes that reach each other share their bits, so that the whole takes s · c / 8 bytes for s sources
/// and c strong components.
public struct Reachability: Sendable {
  /// The sources, in the order they were given in.
  public let sources: [NodeID]
  /// The component of each node.
  let label: [Int32]
  /// For each component, the words of its sources' bits.
  let words: [UInt64]
  /// How many words a component has.
  let width: Int

  /// Whether a source, by its place in ``sources``, reaches a node; each reaches itself.
  ///
  /// - Complexity: O(1).
  public func reaches(_ source: Int, _ node: NodeID) -> Bool {
    let word = words[Int(label[node.index]) * width + source >> 6]
    return word >> UInt64(source & 63) & 1 == 1
  }

  /// The nodes that a source reaches, itself included, in order.
  ///
  /// - Complexity: O(n).
  public func nodes(from source: Int) -> [NodeID] {
    var found: [NodeID] = []
    for node in label.indices where reaches(source, NodeID(node)) { found.append(NodeID(node)) }
    return found
  }

  /// The number of nodes that each source reaches, itself included.
  ///
  /// - Complexity: O(n + c s) for c components.
  public func counts() -> [Int] {
    var counts = [Int](repeating: 0, count: sources.count)
    var sizes = [Int](repeating: 0, count: width > 0 ? words.count / width : 0)
    guard width > 0 else { return counts }
    for component in label { sizes[Int(component)] += 1 }
    for (component, size) in sizes.enumerated() {
      for part in 0..<width {
        var bits = words[component * width + part]
        while bits != 0 {
          counts[part * 64 + bits.trailingZeroBitCount] += size
          bits &= bits - 1
        }
      }
    }
    return counts
  }

  /// By how many sources a node is reached.
  ///
  /// - Complexity: O(s / 64).
  public func sourceCount(of node: NodeID) -> Int {
    let start = Int(label[node.index]) * width
    var count = 0
    for word in words[start..<start + width] { count += word.nonzeroBitCount }
    return count
  }
}
