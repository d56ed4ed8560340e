import Foundation
import LiaisonGraphviz
import LiaisonTestSupport
import Testing

@Suite("Rendering in a worker", .serialized, .enabled(if: GraphvizEngine.isAvailable))
struct GraphvizEngineTests {
  @Test(
    "Every format comes back as what it says it is",
    arguments: [
      (GraphvizFormat.svg, "<?xml"), (.png, "\u{89}PNG"), (.pdf, "%PDF-"), (.json, "{\n"),
      (.json0, "{\n"), (.xdot, "digraph g"), (.dot, "digraph g"), (.plain, "graph "),
    ])
  func formats(format: GraphvizFormat, start: String) throws {
    let reply = try Samples.worker.render(Samples.request(Samples.referral, as: format))
    let expected = start.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    #expect(Array(reply.bytes.prefix(expected.count)) == expected)
    #expect(reply.warnings.isEmpty)
  }

  @Test("Every engine draws", arguments: LayoutEngine.allCases)
  func engines(engine: LayoutEngine) throws {
    var graph = Samples.referral
    if engine == .nop2 {
      graph = DOTGraph()
      graph.add(DOTNode(position: .init(x: 0, y: 0)))
    }
    let reply = try Samples.worker.render(Samples.request(graph, engine, as: .svg))
    #expect(String(decoding: reply.bytes, as: UTF8.self).contains("<title>n1</title>"))
  }

  @Test("The same request gives the same bytes, the date in a PDF and fdp's chance included")
  func sameBytes() throws {
    for format in [GraphvizFormat.svg, .png, .pdf, .json] {
      let request = try Samples.request(Samples.referral, as: format)
      let first = try Samples.worker.render(request).bytes
      // A PDF has the second of its making.
      if format == .pdf { Thread.sleep(forTimeInterval: 1.1) }
      #expect(try Samples.worker.render(request).bytes == first, "\(format)")
    }
    let chance = try Samples.request(Samples.referral, .fdp, as: .json0)
    #expect(try Samples.worker.render(chance).bytes == Samples.worker.render(chance).bytes)
  }

  @Test("A slide of 960 × 540 points is 1920 × 1080 pixels, and 13.33 × 7.5 inches of PDF")
  func slide() throws {
    var settings = DOTSettings()
    settings.pad = 0
    settings.margin = 0
    settings.font = .arial
    settings.background = .white
    var graph = DOTGraph(settings)
    let corners = [(0.01, 0.01), (959.99, 539.99)].map {
      graph.add(
        DOTNode(
          shape: .point, style: .invisible, width: 0.01, height: 0.01,
          position: .init(x: $0.0, y: $0.1)))
    }
    #expect(corners.count == 2)
    let tail = graph.add(
      DOTNode(
        label: "Labour Inspectorate", shape: .box, fontSize: 12, width: 140, height: 40,
        fixedSize: true, position: .init(x: 200, y: 270)))
    let head = graph.add(
      DOTNode(
        label: DOTLabel("A title\non the left", bold: true, alignment: .left), shape: .box,
        fontSize: 12, width: 140, height: 40, fixedSize: true,
        position: .init(x: 700, y: 270)))
    graph.add(
      DOTEdge(
        tail, head, label: "refers", fontSize: 10,
        curves: [
          .init(
            points: [
              .init(x: 270, y: 270), .init(x: 400, y: 300), .init(x: 500, y: 300),
              .init(x: 620, y: 270),
            ], end: .init(x: 630, y: 270))
        ], labelPosition: .init(x: 450, y: 300)))

    let png = try Samples.worker.render(
      Samples.request(graph, .nop2, as: .png, dpi: 144))
    #expect(png.warnings.isEmpty)
    let size = png.bytes[16..<24].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    #expect(size == 1920 << 32 | 1080)

    let pdf = try Samples.worker.render(
      Samples.request(graph, .nop2, as: .pdf, dpi: 72))
    #expect(String(decoding: pdf.bytes, as: UTF8.self).contains("/MediaBox [ 0 0 960 540 ]"))

    let svg = try Samples.worker.render(
      Samples.request(graph, .nop2, as: .svg, dpi: 72))
    let text = String(decoding: svg.bytes, as: UTF8.self)
    #expect(text.contains("width=\"960pt\" height=\"540pt\""))
    #expect(text.contains("M270,-270C400,-300 500,-300 620,-270"), "the way is as it was given")
    #expect(text.contains("font-weight=\"bold\""))
  }

  @Test("Two workers run at the same time, and neither gets the other's bytes")
  func concurrent() throws {
    let requests = try (0..<6).map { index in
      var graph = DOTGraph()
      graph.add(DOTNode(label: "agency \(index)"))
      return try Samples.request(graph, as: .svg)
    }
    let replies = Replies(count: requests.count)
    DispatchQueue.concurrentPerform(iterations: requests.count) { index in
      replies[index] = try? Samples.worker.render(requests[index])
    }
    for index in requests.indices {
      let bytes = try #require(replies[index]).bytes
      #expect(String(decoding: bytes, as: UTF8.self).contains(">agency \(index)</text>"))
    }
  }

  @Test("A layout that crashes is an error with its signal, and the next one works")
  func crash() throws {
    let error = try #require(Samples.failure(Samples.raw("digraph{a->b[minlen=100000000]}")))
    #expect(error.code == .died)
    let signal = try #require(error.signal)
    #expect([SIGSEGV, SIGABRT].contains(signal))
    #expect(error.message.contains("dot"))
    #expect(error.message.contains("\(signal)"))
    #expect(error.exitStatus == 70)
    #expect(try !Samples.worker.render(Samples.request(Samples.referral, as: .svg)).bytes.isEmpty)
  }

  @Test("A layout over the wall clock is killed and says so")
  func wallClock() throws {
    let started = ContinuousClock.now
    let error = try #require(
      Samples.failure(Samples.raw(dense, limits: GraphvizLimits(wallSeconds: 0.5))))
    #expect(error.code == .timedOut)
    #expect(error.message.contains("0.5 s"))
    #expect(error.exitStatus == 75)
    #expect(ContinuousClock.now - started < .seconds(5))
  }

  @Test("A layout over the processor time ends, and says so")
  func processorTime() throws {
    let error = try #require(
      Samples.failure(Samples.raw(dense, limits: GraphvizLimits(cpuSeconds: 1))))
    #expect(error.code == .timedOut)
    #expect(error.message.contains("1 s of processor time"))
  }

  /// 200 nodes and 600 edges without structure: a minute of dot.
  private var dense: String {
    var random = SeededRandom(seed: 7)
    let edges = (0..<600).map { _ in
      "n\(UInt64.random(in: 0..<200, using: &random)) -> n\(UInt64.random(in: 0..<200, using: &random));"
    }
    return "digraph { \(edges.joined()) }"
  }

  @Test("Input over a limit is refused with the limit")
  func limits() throws {
    let long = Samples.raw("digraph{a}", limits: GraphvizLimits(requestBytes: 5))
    #expect(Samples.failure(long)?.message == "The graph takes 10 bytes of DOT; the limit is 5.")
    let cases = [
      ("digraph{a b c}", GraphvizLimits(nodes: 2)), ("digraph{a->b->c}", GraphvizLimits(edges: 1)),
      ("digraph{a->b->c}", GraphvizLimits(replyBytes: 100)),
    ]
    for (text, limits) in cases {
      let error = try #require(Samples.failure(Samples.raw(text, limits: limits)))
      #expect(error.code == .tooLarge)
      #expect(error.exitStatus == 65)
    }
  }

  @Test(
    "What our writer never writes is refused",
    arguments: [
      "", "digraph", "digraph{a->}", "nonsense", "digraph{a[image=\"/etc/passwd\"]}",
      "digraph{a[shapefile=\"/etc/passwd\"]}", "digraph{layout=neato; a}",
      "digraph{stylesheet=\"https://example.org\"; a}", "digraph{a[URL=\"javascript:alert(1)\"]}",
      "digraph{edge[headURL=\"x\"] a->b}", "digraph{_background=\"t 1 2\"; a}",
      "digraph{a\u{0}}", String(repeating: "{", count: 5_000),
    ])
  func refused(text: String) throws {
    let error = try #require(Samples.failure(Samples.raw(text)))
    #expect(error.code == .badInput)
    #expect(error.exitStatus == 65)
  }

  @Test("circo and twopi are not given orthogonal edges, on which they abort")
  func orthogonal() throws {
    for engine in [LayoutEngine.circo, .twopi] {
      let error = Samples.failure(Samples.raw("digraph{splines=ortho; a->b}", engine))
      #expect(error?.code == .badInput)
    }
  }

  @Test("An executable that is not there, and one that is no worker, are named")
  func notAWorker() throws {
    let request = Samples.raw("digraph{a}")
    let absent = GraphvizEngine(isolation: .worker(executable: "/no/such/liaison"))
    let missing = try #require(Samples.failure(request, engine: absent))
    #expect(missing.code == .failed)
    #expect(missing.message.contains("/no/such/liaison"))
    let other = GraphvizEngine(isolation: .worker(executable: "/bin/echo"))
    let error = try #require(Samples.failure(request, engine: other))
    #expect(error.code == .died)
    #expect(error.hint.contains("runIfRequested"))
  }

  @Test("A worker that does not read its request does not end its parent by SIGPIPE")
  func brokenPipe() throws {
    let deaf = GraphvizEngine(isolation: .worker(executable: "/bin/true", arguments: []))
    let long = Samples.raw("digraph{a}" + String(repeating: " ", count: 4 << 20))
    #expect(Samples.failure(long, engine: deaf)?.code == .died)
  }

  @Test("A worker that never stops writing is stopped at its limit")
  func endless() throws {
    let endless = GraphvizEngine(isolation: .worker(executable: "/usr/bin/yes", arguments: []))
    let request = Samples.raw("digraph{a}", limits: GraphvizLimits(replyBytes: 1 << 20))
    #expect(Samples.failure(request, engine: endless)?.code == .tooLarge)
  }

  @Test("By hand, and without the mark of a parent, the tool is no worker")
  func byHand() throws {
    let run = try ToolRun.run(ToolRun.built("liaison"), [GraphvizWorker.argument], limit: 20)
    #expect(run.status == 64)
  }

  #if os(Linux)
    @Test("No child is left behind")
    func noZombies() throws {
      let before = Set(try zombies())
      _ = Samples.failure(Samples.raw("digraph{a->b[minlen=100000000]}"))
      _ = Samples.failure(Samples.raw(dense, limits: GraphvizLimits(wallSeconds: 0.2)))
      _ = try Samples.worker.render(Samples.request(Samples.referral, as: .svg))
      let after = Set(try zombies()).subtracting(before)
      // Other suites have children too, which end and are reaped in between.
      Thread.sleep(forTimeInterval: 0.5)
      #expect(after.intersection(try zombies()).isEmpty)
    }

    /// The children of this process that ended and wait to be asked how.
    private func zombies() throws -> [Int32] {
      try FileManager.default.contentsOfDirectory(atPath: "/proc").compactMap { name in
        guard let process = Int32(name),
          let status = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
          let end = status.lastIndex(of: ")")
        else { return nil }
        let fields = status[end...].split(separator: " ")
        return fields[1] == "Z" && fields[2] == "\(getpid())" ? process : nil
      }
    }
  #endif
}

/// A list that threads fill, each its own place.
final class Replies: @unchecked Sendable {
  private var list: [GraphvizReply?]
  private let lock = NSLock()
  init(count: Int) { list = Array(repeating: nil, count: count) }
  subscript(index: Int) -> GraphvizReply? {
    get { lock.withLock { list[index] } }
    set { lock.withLock { list[index] = newValue } }
  }
}
