import Foundation
import LiaisonTestSupport
import Testing

/// `liaison draw` as a process of its own.
@Suite("liaison draw", .serialized)
struct DrawCommandTests {
  private func draw(_ arguments: [String]) throws -> ToolRun {
    try ToolRun.run(Fixtures.tool, ["draw"] + arguments, limit: 120)
  }

  @Test("The form follows the name; without a name SVG goes to standard output")
  func forms() throws {
    let folder = try TemporaryFolder()
    let network = try folder.write(Fixtures.province, to: "province.yaml")
    let forms = [
      ("svg", "<svg", "960 × 540 points, "), ("png", "\u{89}PNG", "1920 × 1080 pixels, "),
      ("pdf", "%PDF", "13.33 × 7.5 inches, "), ("dot", "digraph", ""),
    ]
    for (ending, start, size) in forms {
      let path = folder.path("figure.\(ending)")
      let run = try draw([network, "-o", path])
      #expect(run.status == 0)
      #expect(run.output == "")
      let bytes = try Data(contentsOf: URL(filePath: path))
      #expect(bytes.starts(with: start.unicodeScalars.map { UInt8($0.value) }))
      let kilobytes = (bytes.count + 999) / 1_000
      #expect(
        run.errors.split(separator: "\n").last == "Written to \(path): \(size)\(kilobytes) kB")
    }
    let run = try draw([network, "--view", "network"])
    #expect(run.status == 0)
    #expect(!run.errors.contains("Written"))
    #expect(run.output.hasPrefix("<svg"))
    #expect(try draw([network, "--format", "dot"]).output.hasPrefix("digraph"))
    #expect(try draw([network, "-o", folder.path("figure")]).status == 64)
    #expect(try draw([network, "--view", "nothing"]).status == 64)
    #expect(try draw([network, "--layer", "nothing"]).status == 64)
    #expect(try draw([network, "--measure", "nothing"]).status == 64)
    #expect(try draw([network, "--time-limit", "nan"]).status == 64)
  }

  @Test("Two processes write the same bytes")
  func determinism() throws {
    let folder = try TemporaryFolder()
    for ending in ["svg", "png", "pdf", "dot"] {
      let paths = ["a", "b"].map { folder.path("\($0).\(ending)") }
      for path in paths {
        #expect(try draw([Checkout.path("graphs/samundar"), "-o", path]).status == 0)
      }
      let files = try paths.map { try Data(contentsOf: URL(filePath: $0)) }
      #expect(files[0] == files[1], "\(ending)")
    }
  }

  @Test("A worker that is killed: the plain layout and a warning; without fall-back 70 and no file")
  func killed() throws {
    let folder = try TemporaryFolder()
    let network = try folder.write(Fixtures.province, to: "province.yaml")
    let worker = try folder.write("#!/bin/sh\nkill -KILL $$\n", to: "worker")
    #expect(chmod(worker, 0o755) == 0)
    let path = folder.path("figure.svg")
    let run = try draw([network, "-o", path, "--worker", worker])
    #expect(run.status == 0)
    #expect(run.errors.contains("warning:"))
    #expect(run.errors.contains("dot"))
    #expect(run.errors.contains("signal 9"))
    #expect(FileManager.default.fileExists(atPath: path))
    let other = folder.path("other.svg")
    #expect(try draw([network, "-o", other, "--worker", worker, "--no-fallback"]).status == 70)
    #expect(try draw([network, "-o", folder.path("x.png"), "--worker", worker]).status == 70)
    let slow = try folder.write("#!/bin/sh\nsleep 60\n", to: "slow")
    #expect(chmod(slow, 0o755) == 0)
    let late = [network, "-o", other, "--worker", slow, "--time-limit", "0.3"]
    #expect(try draw(late + ["--no-fallback"]).status == 75)
    #expect(!FileManager.default.fileExists(atPath: other))
    #expect(!FileManager.default.fileExists(atPath: folder.path("x.png")))
    #expect(try draw(late).status == 0)
  }

  @Test("Where nothing could be judged the figure of gaps says so, and counts what `gaps` asks")
  func notJudged() throws {
    let network = Checkout.path("graphs/islamabad-2022.yaml")
    let run = try draw([network, "--view", "gaps"])
    #expect(run.status == 0)
    let asked = try ToolRun.run(Fixtures.tool, ["gaps", network, "--format", "text"], limit: 120)
    let count = try #require(asked.output.firstMatch(of: /([0-9]+) questions are open/)?.1)
    #expect(
      run.output.contains(
        "Nothing could be judged: no boundary is stated, and \(count) questions are open"))
  }

  @Test("Who ranks first by ties that are not certain is said to rank first perhaps")
  func uncertainRank() throws {
    let run = try draw([Checkout.path("graphs/islamabad-2022.yaml"), "--view", "network"])
    #expect(
      run.output.contains(
        "United Nations Office on Drugs and Crime may stand between the others most often"))
  }

  @Test("An old file stays whole where the figure fails")
  func oldFile() throws {
    let folder = try TemporaryFolder()
    let network = try folder.write(Fixtures.province, to: "province.yaml")
    let path = try folder.write("old", to: "figure.png")
    #expect(try draw([network, "-o", path, "--worker", "/bin/false"]).status == 70)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "old")
  }
}
