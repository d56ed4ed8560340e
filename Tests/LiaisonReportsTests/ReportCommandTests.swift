import Foundation
import LiaisonTestSupport
import Testing

/// `liaison report` as a process of its own.
@Suite("liaison report", .serialized)
struct ReportCommandTests {
  static let names = ["gaps", "pathway", "sectors", "network"].flatMap { view in
    ["svg", "png", "pdf"].map { "\(view).\($0)" }
  }

  @Test("The folder: the page, the text, the figures, the findings; twice the same bytes")
  func folder() throws {
    let folder = try TemporaryFolder()
    let paths = ["a", "deep/er/b"].map { folder.path($0) }
    for path in paths {
      let run = try Fixtures.run([Checkout.path("graphs/kestria"), "-o", path, "--recommend"])
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.output.isEmpty)
      #expect(run.errors.contains("report.html"))
    }
    let one = try Fixtures.files(in: paths[0])
    #expect(
      one.keys.sorted() == (Self.names + ["findings.json", "report.html", "report.md"]).sorted())
    #expect(try Fixtures.files(in: paths[1]) == one)
    for name in Self.names where name.hasSuffix("png") {
      #expect(one[name]?.starts(with: [0x89, 0x50, 0x4E, 0x47]) == true)
    }
    let page = String(decoding: try #require(one["report.html"]), as: UTF8.self)
    #expect(try Markup.problems(in: page) == [])
    #expect(page.ranges(of: "<svg xmlns=").count == 4)
    let links = page.replacing("xmlns=\"http://www.w3.org/2000/svg\"", with: "")
    #expect(!links.contains("=\"http") && !links.contains("url(") && !links.contains("@import"))
    #expect(page.contains("reaches emergency shelter: the path stops at Kestrian Police"))
    #expect(page.contains("Agree a referral from the Social Welfare Service to the Seafarers"))
    let text = String(decoding: try #require(one["report.md"]), as: UTF8.self)
    #expect(text.contains("](gaps.svg)"))
    let gaps = try ToolRun.run(
      Fixtures.tool, ["gaps", Checkout.path("graphs/kestria"), "--format", "json"])
    #expect(Array(try #require(one["findings.json"])) == gaps.outputBytes)
  }

  @Test("What recommend would do first is worked out from all of a network, so for no audience")
  func recommendForAudience() throws {
    let run = try Fixtures.run([
      Checkout.path("graphs/kestria"), "-o", "unused", "--recommend", "--audience", "green",
    ])
    #expect(run.status == 64)
    #expect(run.errors.contains("goes with no --audience"))
  }

  @Test(
    "A browser without a network opens the page, asks for nothing and complains of nothing",
    .enabled(if: Browser.name != nil, "no browser is installed"), arguments: [1280, 400])
  func browser(width: Int) throws {
    let folder = try TemporaryFolder()
    let run = try Fixtures.run([Checkout.path("graphs/kestria"), "-o", folder.path("out")])
    #expect(run.status == 0)
    let visit = try Browser.open(folder.path("out/report.html"), width: width)
    #expect(visit.requests == [])
    #expect(visit.console == [])
  }

  @Test(
    "Printed, each figure has a page of its own, turned: one after the first page, the others at the end",
    .enabled(if: Browser.name != nil, "no browser is installed"))
  func printed() throws {
    let folder = try TemporaryFolder()
    let run = try Fixtures.run([Checkout.path("graphs/samundar"), "-o", folder.path("out")])
    #expect(run.status == 0)
    let path = try Browser.print(folder.path("out/report.html"), into: folder)
    let sizes = try ToolRun.run("pdfinfo", ["-l", "99", path]).output.split(separator: "\n")
      .filter { $0.hasPrefix("Page ") && $0.contains("size:") }
      .map { $0.contains(" 841.92 x ") ? "turned" : "upright" }
    let turned = sizes.indices.filter { sizes[$0] == "turned" }
    #expect(turned == [1, sizes.count - 3, sizes.count - 2, sizes.count - 1], "\(sizes)")
    func words(_ page: Int) throws -> String {
      try ToolRun.run("pdftotext", ["-f", "\(page)", "-l", "\(page)", path, "-"]).output
    }
    let first = try words(1)
    #expect(first.contains("How sure this is") && first.contains("Three decisions asked"))
    #expect(
      first.contains("Figure on the next page: 45 gaps are found; in 4, the way to help stops."))
    #expect(try words(sizes.count - 2).contains("People enter the pathway"))
    // The height of a line of Liberation Sans is 1.15 of its size.
    let boxes = try ToolRun.run("pdftotext", ["-bbox", "-f", "2", "-l", "2", path, "-"]).output
    let heights = boxes.matches(of: /yMin="([\d.]+)" .*yMax="([\d.]+)"/).compactMap { match in
      Double(match.output.1).flatMap { low in Double(match.output.2).map { $0 - low } }
    }
    #expect(heights.count > 50)
    #expect(try #require(heights.min()) >= 7 * 1.1, "\(heights.sorted().prefix(3))")
  }

  @Test(
    "The browser of that test sees a request and a breach of policy where there is one",
    .enabled(if: Browser.name != nil, "no browser is installed"))
  func browserSees() throws {
    let folder = try TemporaryFolder()
    let page = try folder.write(
      "<!DOCTYPE html><meta http-equiv='Content-Security-Policy' content=\"style-src 'none'\">"
        + "<body style='color:red'><img src='http://example.invalid/x.png'>", to: "page.html")
    let visit = try Browser.open(page)
    #expect(visit.requests.contains("http://example.invalid/x.png"))
    #expect(!visit.console.isEmpty)
  }

  @Test("Names that are markup stay names, in the page and in Markdown")
  func hostileNames() throws {
    let folder = try TemporaryFolder()
    let hostile = "</title><script>alert(1)</script><img src=x onerror=alert(1)>&quot;]](x)|`"
    let network = Fixtures.province
      .replacing("A province", with: "'\(hostile)'")
      .replacing("Provincial Police", with: "'\(hostile)'")
      .replacing("North District", with: "'\(hostile)'")
      .replacing("Old memorandum", with: "'\(hostile)'")
    let path = try folder.write(network, to: "network.yaml")
    let run = try Fixtures.run([path, "-o", folder.path("out"), "--standard", "four-pillars"])
    #expect(run.status == 0, "\(run.errors)")
    let files = try Fixtures.files(in: folder.path("out"))
    let page = String(decoding: try #require(files["report.html"]), as: UTF8.self)
    #expect(try Markup.problems(in: page) == [])
    #expect(page.contains("&lt;script&gt;"))
    let text = String(decoding: try #require(files["report.md"]), as: UTF8.self)
    #expect(text.contains("\\<script\\>"))
    #expect(!text.replacing("\\<", with: "").contains("<"))
  }

  @Test("Without a date it refuses, says what to write, and writes nothing")
  func missingDate() throws {
    let folder = try TemporaryFolder()
    let network = Fixtures.province.split(separator: "\n").filter { !$0.hasPrefix("as_of") }
    let path = try folder.write(network.joined(separator: "\n"), to: "network.yaml")
    let run = try Fixtures.run([path, "-o", folder.path("out")])
    #expect(run.status == 64)
    #expect(run.errors.contains("as_of: YYYY-MM-DD"))
    #expect(!FileManager.default.fileExists(atPath: folder.path("out")))
    let dated = try Fixtures.run(
      [path, "-o", folder.path("out"), "--as-of", "2025-06-30", "--format", "svg"])
    #expect(dated.status == 0)
    #expect(FileManager.default.fileExists(atPath: folder.path("out/pathway.svg")))
    #expect(!FileManager.default.fileExists(atPath: folder.path("out/pathway.png")))
  }

  @Test("What is asked for wrongly is refused before any work")
  func refusals() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Fixtures.province, to: "network.yaml")
    let out = folder.path("out")
    #expect(try Fixtures.run([path, "-o", out, "--format", "gif"]).status == 64)
    #expect(try Fixtures.run([path, "-o", out, "--format", " , "]).status == 64)
    #expect(try Fixtures.run([path, "-o", out, "--time-limit", "nan"]).status == 64)
    #expect(try Fixtures.run([path, "-o", out, "--standard", "nothing"]).status == 64)
    #expect(try Fixtures.run([path, "-o", out, "--as-of", "yesterday"]).status == 64)
    #expect(try Fixtures.run([folder.path("no.yaml"), "-o", out]).status == 66)
    #expect(try Fixtures.run([path, "-o", path]).status == 73)
    #expect(try Fixtures.run([path]).status == 64)
    #expect(!FileManager.default.fileExists(atPath: out))
  }

  @Test(
    "A file that is a folder's name, or a folder where a file belongs: 73, nothing half written")
  func inTheWay() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Fixtures.province, to: "network.yaml")
    try folder.write("old", to: "out/report.md")
    try folder.write("x", to: "out/report.html/x")
    let run = try Fixtures.run([path, "-o", folder.path("out")])
    #expect(run.status == 73, "\(run.errors)")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path("out")).sorted() == [
        "report.html", "report.md",
      ])
    #expect(try String(contentsOfFile: folder.path("out/report.md"), encoding: .utf8) == "old")
  }

  @Test("A folder that cannot be written to: 73, before any work, nothing half written")
  func readOnly() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Fixtures.province, to: "network.yaml")
    try folder.write("old", to: "out/report.md")
    let out = folder.path("out")
    if getuid() == 0 {
      // To root every folder of a disk is writable; that of the kernel's own files is not.
      for out in ["/proc/self", "/proc/self/a/b"] {
        let run = try Fixtures.run([path, "-o", out])
        #expect(
          run.status == 73 && run.errors.hasPrefix("\(out): error: cannot be "), "\(run.errors)")
      }
    } else {
      #expect(chmod(out, 0o555) == 0)
      defer { chmod(out, 0o755) }
      for out in [out, "\(out)/a/b"] {
        let run = try Fixtures.run([path, "-o", out])
        #expect(
          run.status == 73 && run.errors.hasPrefix("\(out): error: cannot be "), "\(run.errors)")
      }
    }
    // Below a file, and where one stands: the path is named as it was given.
    for out in [path, "\(path)/a", "\(path)/a/b/"] {
      let run = try Fixtures.run([path, "-o", out])
      #expect(run.status == 73 && run.errors.hasPrefix("\(out): error: "), "\(run.errors)")
      #expect(run.errors.contains(out == path ? "is there and is no folder" : "\(path) is a file"))
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: out) == ["report.md"])
  }

  @Test("A layout that dies gives the plain figure and a warning; without fall-back 70, nothing")
  func dyingWorker() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Fixtures.province, to: "network.yaml")
    let worker = try folder.write("#!/bin/sh\nkill -KILL $$\n", to: "worker")
    #expect(chmod(worker, 0o755) == 0)
    let base = [path, "--worker", worker, "-o", folder.path("out")]
    #expect(try Fixtures.run(base + ["--no-fallback"]).status == 70)
    #expect(!FileManager.default.fileExists(atPath: folder.path("out")))
    let run = try Fixtures.run(base)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.contains("warning:") && run.errors.contains("signal 9"))
    #expect(run.errors.contains("PNG and PDF could not be drawn and are left out"))
    #expect(FileManager.default.fileExists(atPath: folder.path("out/network.svg")))
    #expect(!FileManager.default.fileExists(atPath: folder.path("out/network.png")))
  }

  @Test("Interrupted while it draws, it leaves the old files whole and nothing beside them")
  func interrupted() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Fixtures.province, to: "network.yaml")
    let worker = try folder.write(
      "#!/bin/sh\ntouch \"\(folder.path("started"))\"\nsleep 5\n", to: "worker")
    #expect(chmod(worker, 0o755) == 0)
    for name in ["report.html", "report.md", "gaps.svg"] {
      try folder.write("old", to: "out/\(name)")
    }
    let run = try ToolRun.run(
      "python3",
      [
        "-c", Self.interruption, folder.path("started"), Fixtures.tool, "report", path, "--worker",
        worker, "-o", folder.path("out"),
      ], limit: 120)
    #expect(run.output == "-15\n", "\(run.errors)")
    let files = try Fixtures.files(in: folder.path("out"))
    #expect(files.keys.sorted() == ["gaps.svg", "report.html", "report.md"])
    #expect(files.values.allSatisfy { $0 == Data("old".utf8) })
  }

  /// Starts a program, waits for a file, asks the program to end, and prints how it did. A test's
  /// thread blocks signals, and a program started by it would too.
  private static let interruption = """
    import os, signal, subprocess, sys, time
    signal.pthread_sigmask(signal.SIG_SETMASK, set())
    program = subprocess.Popen(sys.argv[2:], stderr=subprocess.DEVNULL)
    while not os.path.exists(sys.argv[1]) and program.poll() is None: time.sleep(0.01)
    program.terminate()
    print(program.wait())
    """
}
