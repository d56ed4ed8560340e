import Foundation
import LiaisonTestSupport

/// A headless browser without a network: what a page asks for, and what it complains of.
enum Browser {
  /// The browser on this machine; nil where none is installed.
  static let name = ["chromium", "chromium-browser", "google-chrome"].first { name in
    (try? ToolRun.run("which", [name]))?.status == 0
  }

  struct Visit {
    /// The addresses that the page itself asked for, beyond its own file.
    var requests: [String]
    /// What it wrote to the console: errors of markup, policy, style.
    var console: [String]
  }

  /// Opens a page.
  static func open(_ page: String, width: Int = 1280) throws -> Visit {
    let folder = try TemporaryFolder()
    let log = folder.path("net.json")
    let run = try ToolRun.run(
      name ?? "chromium",
      [
        "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir=\(folder.path("profile"))",
        "--host-resolver-rules=MAP * ~NOTFOUND", "--disable-background-networking",
        "--disable-component-update", "--no-first-run", "--enable-logging=stderr",
        "--log-net-log=\(log)", "--net-log-capture-mode=Everything",
        "--window-size=\(width),3000", "--screenshot=\(folder.path("page.png"))",
        URL(filePath: page).absoluteString,
      ], limit: 120)
    guard FileManager.default.fileExists(atPath: folder.path("page.png")) else {
      throw Failure(text: run.errors)
    }
    let requests = try ToolRun.run("python3", ["-c", script, log])
    guard requests.status == 0 else { throw Failure(text: requests.errors) }
    return Visit(
      requests: requests.output.split(separator: "\n").map(String.init),
      console: run.errors.split(separator: "\n").filter { $0.contains("CONSOLE") }.map(String.init))
  }

  /// Prints a page, and gives the PDF's path.
  static func print(_ page: String, into folder: TemporaryFolder) throws -> String {
    let path = folder.path("page.pdf")
    let run = try ToolRun.run(
      name ?? "chromium",
      [
        "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir=\(folder.path("printing"))",
        "--host-resolver-rules=MAP * ~NOTFOUND", "--no-first-run", "--no-pdf-header-footer",
        "--print-to-pdf=\(path)", URL(filePath: page).absoluteString,
      ], limit: 120)
    guard FileManager.default.fileExists(atPath: path) else { throw Failure(text: run.errors) }
    return path
  }

  struct Failure: Error {
    var text: String
  }

  /// The browser's own requests have no origin; those of a page have one.
  private static let script = """
    import json, sys
    for event in json.load(open(sys.argv[1], encoding="utf-8"))["events"]:
        p = event.get("params", {})
        url = p.get("url", "")
        if url and not url.startswith("file:") and p.get("initiator", "not an origin") != "not an origin":
            print(url)
    """
}
