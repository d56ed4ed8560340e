import Foundation
import LiaisonGraph

/// Times our kernels on one graph for the peers' harness: `times FILE [--algs a,b] [--budget seconds]
/// [--threads n] [--sources i,j] [--ends s,t] [--capacities file] [--alpha a] [--out folder]`; or, with `--growth`,
/// how they grow with the number of edges.
///
/// Writes one line of JSON a kernel with the times measured inside, graph building left out, and its
/// values as raw doubles in the folder.
@main
struct Times {
  static func main() throws {
    var arguments = CommandLine.arguments.dropFirst()
    var options: [String: String] = [:]
    var path: String?
    while let next = arguments.popFirst() {
      if next.hasPrefix("--") { options[next] = arguments.popFirst() } else { path = next }
    }
    if let sizes = options["--growth"] {
      print(try Growth(sizes: sizes.split(separator: ",").compactMap { Int($0) }).table)
      return
    }
    guard let path else { throw Wrong("times FILE [--algs a,b] [--budget s] [--threads n]") }
    let graph = try Network(path: path).graph
    func numbers(_ option: String) -> [Int] {
      (options[option] ?? "").split(separator: ",").compactMap { Int($0) }
        .filter { 0..<graph.nodeCount ~= $0 }
    }
    let wanted = options["--algs"].map { Set($0.split(separator: ",").map(String.init)) }
    let ends = numbers("--ends")
    let capacities = try options["--capacities"].map { path in
      try Data(contentsOf: URL(fileURLWithPath: path)).withUnsafeBytes { bytes in
        stride(from: 0, to: bytes.count, by: 8).map {
          bytes.loadUnaligned(fromByteOffset: $0, as: Double.self)
        }
      }
    }
    let kernels = try Kernel.all(
      of: graph, sources: numbers("--sources"), ends: (ends.first ?? 0, ends.last ?? 0),
      capacities: capacities ?? [], alpha: options["--alpha"].flatMap { Double($0) },
      threads: options["--threads"].flatMap { Int($0) } ?? 2)
    let budget = options["--budget"].flatMap { Double($0) } ?? 1
    let clock = ContinuousClock()
    for kernel in kernels where wanted?.contains(kernel.name) ?? true {
      var times: [Double] = []
      var processorTimes: [Double] = []
      var spent = 0.0
      var values: [Double] = []
      repeat {
        let before = processorTime()
        let time = try clock.measure { values = try kernel.run() } / .seconds(1)
        processorTimes.append(processorTime() - before)
        times.append(time)
        spent += time
      } while times.count < 15 && spent + (times.last ?? 0) <= budget
      if let folder = options["--out"] {
        let data = values.withUnsafeBytes { Data($0) }
        try data.write(to: URL(fileURLWithPath: "\(folder)/ours.\(kernel.name).f64"))
      }
      print(line(kernel.name, times, processorTimes))
    }
  }

  /// Seconds that all threads of the process have run: on a busy machine they say more than the clock
  /// on the wall.
  static func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }

  private static func line(_ name: String, _ times: [Double], _ cpu: [Double]) -> String {
    func list(_ numbers: [Double]) -> String { numbers.map { "\($0)" }.joined(separator: ",") }
    return "{\"alg\":\"\(name)\",\"times\":[\(list(times))],\"cpu\":[\(list(cpu))]}"
  }
}
