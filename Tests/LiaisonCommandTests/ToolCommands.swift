import Foundation
import LiaisonTestSupport
import Synchronization

/// The commands of `liaison` that read a network, as tests run them.
enum ToolCommands {
  static let tool = ToolRun.built("liaison")

  private static let samundar = Checkout.path("graphs/samundar")
  private static let kestria = Checkout.path("graphs/kestria")
  private static let edges = Checkout.path("graphs/edge-lists/edges.csv")
  private static let patch = Checkout.path("graphs/patches/refuge.yaml")

  /// The arguments of each command for a file, in a folder of its own for what it writes.
  static let all: [(name: String, arguments: @Sendable (_ file: String) -> [String])] = [
    ("lint", { ["lint", $0] }),
    ("measure", { ["measure", $0, "--format", "json"] }),
    ("measure", { ["measure", edges, "--nodes", $0] }),
    ("gaps", { ["gaps", $0, "--as-of", "2025-06-30"] }),
    ("draw", { ["draw", $0, "--view", "network", "-o", "x.dot"] }),
    ("report", { ["report", $0, "-o", "report", "--as-of", "2025-06-30", "--format", "svg"] }),
    ("convert", { ["convert", $0, "-o", "converted.yaml"] }),
    ("init", { ["init", "begun.yaml", "--from", $0] }),
    ("draw", { ["draw", $0, "--audience", "green", "-o", "x.svg"] }),
    ("what-if", { ["what-if", $0, patch, "--as-of", "2025-06-30"] }),
    ("what-if", { ["what-if", samundar, $0] }),
    ("diff", { ["diff", samundar, $0] }),
    ("diff", { ["diff", $0, samundar] }),
    ("recommend", { ["recommend", $0, "-k", "1", "--as-of", "2025-06-30"] }),
    ("ask", { ["ask", $0, "a", "--as-of", "2025-06-30"] }),
    ("ask", { ["ask", samundar, "police", "--answers", $0, "--answered", "2025-07-10"] }),
    ("gaps", { ["gaps", kestria, "--standard", $0] }),
    ("draw", { ["draw", edges, "--nodes", $0, "-o", "x.dot"] }),
    ("convert", { ["convert", edges, "--nodes", $0, "-o", "converted.yaml"] }),
    ("init", { ["init", "begun.yaml", "--standard", $0] }),
    ("explain", { ["explain", "pathway-support", "--standard", $0] }),
  ]

  /// The commands that this tool has.
  static func present() throws -> [(name: String, arguments: @Sendable (String) -> [String])] {
    let help = try ToolRun.run(tool, ["--help"]).output
    let words = Set(
      help.split(separator: "\n").compactMap { $0.split(separator: " ").first.map(String.init) })
    return all.filter { words.contains($0.name) }
  }

  /// Does some work for each element, two at a time.
  static func each<Element: Sendable>(
    _ elements: [Element], _ work: @Sendable (Element) throws -> String?
  ) throws -> [String] {
    let told = Mutex<[String]>([])
    DispatchQueue.concurrentPerform(iterations: 2) { half in
      for index in stride(from: half, to: elements.count, by: 2) {
        let text: String?
        do { text = try work(elements[index]) } catch { text = "\(error)" }
        if let text { told.withLock { $0.append(text) } }
      }
    }
    return told.withLock { $0.sorted() }
  }

  /// What lies in a folder and below it, by relative path.
  static func files(in folder: TemporaryFolder) -> [String] {
    (FileManager.default.enumerator(atPath: folder.url.path)?.allObjects as? [String] ?? [])
      .sorted()
  }
}
