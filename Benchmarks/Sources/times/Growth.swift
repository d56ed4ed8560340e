import Foundation
import LiaisonGraph

/// How time and memory of the kernels grow with the number of edges: `times --growth 10000,100000,…`.
///
/// The graphs are directed, drawn at random with ten arcs a node, their edges in no order; kernels on
/// ties take the undirected projection, made before. Prints two tables in Markdown: milliseconds of
/// processor time, and memory beside the graph as a multiple of the size of its rows.
struct Growth {
  /// What one kernel took at one size.
  struct Figure {
    var milliseconds: Double
    /// The highest resident memory while it ran, less that before, ÷ the size of the graph's rows.
    var memory: Double
  }

  private var sizes: [Int]
  private var names: [String] = []
  private var figures: [String: [Figure]] = [:]
  /// The highest resident memory of the whole process at each size.
  private var peaks: [Int] = []

  init(sizes: [Int]) throws {
    self.sizes = sizes
    for size in sizes { try measure(edges: size) }
  }

  private mutating func measure(edges edgeCount: Int) throws {
    let n = edgeCount / 10
    Memory.giveBack()
    Memory.forgetPeak()
    peaks.append(0)
    var edges = try Graph.erdosRenyi(
      nodeCount: n, probability: Double(edgeCount) / (Double(n) * Double(n - 1)), directed: true,
      seed: 1
    ).edges
    var random = SeededGenerator(seed: 2)
    edges.shuffle(using: &random)
    let graph = try Graph(nodeCount: n, edges: edges, directed: true)
    let ties = graph.undirectedProjection()
    let arcRows = 2 * (4 * (n + 1) + 8 * edges.count)
    let tieRows = 4 * (n + 1) + 16 * ties.edgeCount
    try run("building", rows: arcRows) {
      try Graph(nodeCount: n, edges: edges, directed: true).edgeCount
    }
    try run("breadth-first tree", rows: arcRows) {
      try graph.breadthFirst(from: [NodeID(0)]).order.count
    }
    try run("weak components", rows: arcRows) { graph.weakComponents().count }
    try run("strong components", rows: arcRows) { graph.strongComponents().count }
    try run("dominators", rows: arcRows) { try graph.dominators(from: NodeID(0)).reached.count }
    try run("PageRank", rows: arcRows) { try graph.pageRank().count }
    try run("k-core", rows: tieRows) { ties.coreNumbers().count }
    try run("articulation points", rows: tieRows) { ties.articulationPoints().count }
    try run("bridges", rows: tieRows) { ties.bridges().count }
    try run("biconnected components", rows: tieRows) { ties.blockStructure().blocks.count }
    try run("triangles (transitivity)", rows: tieRows) { ties.transitivity() == nil ? 0 : 1 }
  }

  /// Runs a kernel for a second or five times; keeps its best time and its memory in the first run.
  private mutating func run(_ name: String, rows: Int, _ kernel: () throws -> Int) throws {
    // What was highest since the last kernel: the making of the graph, before the first.
    peaks[peaks.count - 1] = max(peaks[peaks.count - 1], Memory.peak)
    var times: [Double] = []
    var memory = 0
    repeat {
      Memory.giveBack()
      Memory.forgetPeak()
      let before = Memory.resident
      let start = Times.processorTime()
      _ = try kernel()
      times.append((Times.processorTime() - start) * 1_000)
      if times.count == 1 { memory = Memory.peak - before }
      peaks[peaks.count - 1] = max(peaks[peaks.count - 1], Memory.peak)
    } while times.count < 5 && times.reduce(0, +) < 1_000
    if figures[name] == nil { names.append(name) }
    figures[name, default: []].append(
      Figure(milliseconds: times.min() ?? 0, memory: Double(memory) / Double(rows)))
  }

  /// The two tables.
  var table: String {
    let head = "| " + sizes.map { "\($0) edges" }.joined(separator: " | ") + " |"
    let rule = "|---" + String(repeating: "|---", count: sizes.count) + "|"
    var lines = ["| ms " + head, rule]
    for name in names { lines.append(row(name) { String(format: "%.3g", $0.milliseconds) }) }
    lines += ["", "| memory ÷ rows " + head, rule]
    for name in names { lines.append(row(name) { String(format: "%.2f", $0.memory) }) }
    let whole = peaks.map { "\($0 >> 20) MiB" }.joined(separator: " | ")
    lines.append("| the whole process at its highest | \(whole) |")
    return lines.joined(separator: "\n")
  }

  private func row(_ name: String, _ cell: (Figure) -> String) -> String {
    "| \(name) | " + (figures[name] ?? []).map(cell).joined(separator: " | ") + " |"
  }
}

/// What Linux says of the memory of this process, in bytes.
enum Memory {
  /// What is resident now.
  static var resident: Int { status("VmRSS:") }
  /// The highest that was resident since ``forgetPeak()``.
  static var peak: Int { status("VmHWM:") }

  static func forgetPeak() {
    guard let file = fopen("/proc/self/clear_refs", "w") else { return }
    fputs("5", file)
    fclose(file)
  }

  /// Gives what was freed back, so that the next run shows all that it takes: `malloc_trim`, which the
  /// module of the C library does not name.
  static func giveBack() {
    typealias Trim = @convention(c) (Int) -> CInt
    guard let trim = dlsym(nil, "malloc_trim") else { return }
    _ = unsafeBitCast(trim, to: Trim.self)(0)
  }

  private static func status(_ key: String) -> Int {
    let text = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    for line in text.split(separator: "\n") where line.hasPrefix(key) {
      let fields = line.split { $0 == " " || $0 == "\t" }
      return fields.count > 1 ? (Int(fields[1]) ?? 0) << 10 : 0
    }
    return 0
  }
}
