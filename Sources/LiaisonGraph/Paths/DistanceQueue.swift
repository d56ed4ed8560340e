/// A binary heap of nodes by distance; equal distances come out by node, so that the order never
/// depends on how the heap was filled.
struct DistanceQueue {
  private var distances: [Double] = []
  private var nodes: [Int32] = []

  mutating func removeAll() {
    distances.removeAll(keepingCapacity: true)
    nodes.removeAll(keepingCapacity: true)
  }

  mutating func push(_ distance: Double, _ node: Int32) {
    distances.append(distance)
    nodes.append(node)
    var child = nodes.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard isBefore(distance, node, parent) else { break }
      distances[child] = distances[parent]
      nodes[child] = nodes[parent]
      child = parent
    }
    distances[child] = distance
    nodes[child] = node
  }

  mutating func pop() -> (distance: Double, node: Int32)? {
    guard let distance = distances.first, let node = nodes.first else { return nil }
    let lastDistance = distances.removeLast()
    let lastNode = nodes.removeLast()
    let count = nodes.count
    if count > 0 {
      var hole = 0
      while true {
        var child = 2 * hole + 1
        guard child < count else { break }
        if child + 1 < count, isBefore(distances[child + 1], nodes[child + 1], child) { child += 1 }
        guard !isBefore(lastDistance, lastNode, child) else { break }
        distances[hole] = distances[child]
        nodes[hole] = nodes[child]
        hole = child
      }
      distances[hole] = lastDistance
      nodes[hole] = lastNode
    }
    return (distance, node)
  }

  private func isBefore(_ distance: Double, _ node: Int32, _ place: Int) -> Bool {
    distance < distances[place] || (distance == distances[place] && node < nodes[place])
  }
}
