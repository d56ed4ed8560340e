import CGraphvizShim

/// What the shim answers, in this process or from a worker.
struct RenderOutcome {
  var status: Int
  var bytes: [UInt8]
  var messages: [String]

  /// Renders in this process.
  init(rendering request: GraphvizRequest) {
    var result = liaison_render_result()
    request.engine.rawValue.withCString { engine in
      request.format.rawValue.withCString { format in
        request.dot.withUnsafeBufferPointer { dot in
          // An empty text has no address, and the shim wants one.
          var nothing: UInt8 = 0
          withUnsafePointer(to: &nothing) { nothing in
            var options = liaison_render_options(
              engine: engine, format: format,
              dpi: Int32(request.dpi.map { min(max($0, 36), 300) } ?? 0),
              max_nodes: UInt64(max(request.limits.nodes, 0)),
              max_edges: UInt64(max(request.limits.edges, 0)),
              max_reply: UInt64(max(request.limits.replyBytes, 0)))
            liaison_graphviz_render(dot.baseAddress ?? nothing, dot.count, &options, &result)
          }
        }
      }
    }
    status = Int(result.status)
    bytes = Array(result.bytes)
    messages = RenderOutcome.lines(of: Array(result.messages))
    liaison_free_bytes(&result.bytes)
    liaison_free_bytes(&result.messages)
  }

  init(status: Int, bytes: [UInt8], messages: [String]) {
    self.status = status
    self.bytes = bytes
    self.messages = messages
  }

  /// Lines of text that a library wrote, without control characters and empty lines.
  static func lines(of bytes: [UInt8]) -> [String] {
    var lines: [String] = []
    for part in bytes.split(separator: UInt8(ascii: "\n")) {
      let text = String(decoding: part, as: UTF8.self)
      var line = String.UnicodeScalarView()
      for scalar in text.unicodeScalars where scalar.properties.generalCategory != .control {
        line.append(scalar)
      }
      // A read-only home is no concern of the reader's.
      let isNoise = text.contains("No writable cache directories")
      if !line.allSatisfy({ $0 == " " }) && !isNoise { lines.append(String(line)) }
    }
    return lines
  }

  /// The reply, or the error that the status means.
  func reply(to request: GraphvizRequest) throws(GraphvizError) -> GraphvizReply {
    let said = messages.first { $0.hasPrefix("Error: ") } ?? messages.last ?? ""
    let detail =
      said.isEmpty ? "." : ": \(said.hasPrefix("Error: ") ? String(said.dropFirst(7)) : said)."
    let engine = request.engine
    switch status {
    case LIAISON_RENDERED:
      var bytes = bytes
      if request.format == .pdf { PDFDate.overwrite(in: &bytes) }
      return GraphvizReply(
        bytes: bytes,
        warnings: messages.map { $0.hasPrefix("Warning: ") ? String($0.dropFirst(9)) : $0 })
    case LIAISON_NO_GRAPHVIZ: throw .withoutGraphviz(engine)
    case LIAISON_NO_PLUGIN:
      throw GraphvizError(
        .notInstalled,
        "Graphviz has no \(engine.rawValue) layout or no \(request.format.rawValue) output here.",
        hint: "Install Graphviz with its plugins: apt-get install graphviz.", engine: engine)
    case LIAISON_BAD_DOT:
      throw GraphvizError(.badInput, "Graphviz did not accept the graph\(detail)", engine: engine)
    case LIAISON_TOO_LARGE:
      throw GraphvizError(
        .tooLarge, "The picture is over a limit\(detail)",
        hint: "Draw a part of it, or an aggregated view.", engine: engine)
    case LIAISON_NO_MEMORY:
      throw GraphvizError(.failed, "There is no memory left to draw in.", engine: engine)
    default:
      throw GraphvizError(
        .failed, "The layout engine \(engine.rawValue) failed\(detail)", engine: engine)
    }
  }
}

extension GraphvizError {
  static func withoutGraphviz(_ engine: LayoutEngine) -> GraphvizError {
    GraphvizError(
      .notInstalled, "Liaison was built without Graphviz.",
      hint: "Install libgraphviz-dev and build with the package trait Graphviz.", engine: engine)
  }
}

/// The date in a PDF, which would make two equal pictures unequal.
enum PDFDate {
  /// Overwrites the last creation date with 1 January 2000 in place: every offset stays true.
  static func overwrite(in bytes: inout [UInt8]) {
    let key = Array("/CreationDate (D:".utf8)
    guard bytes.count > key.count else { return }
    var start = bytes.count - key.count
    while start > 0, !bytes[start...].starts(with: key) { start -= 1 }
    guard start > 0 else { return }
    let date = Array("20000101000000".utf8)
    var place = 0
    for index in (start + key.count)..<min(start + key.count + 32, bytes.count) {
      switch bytes[index] {
      case UInt8(ascii: ")"): return
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        bytes[index] = place < date.count ? date[place] : UInt8(ascii: "0")
        place += 1
      case UInt8(ascii: "-"): bytes[index] = UInt8(ascii: "+")
      default: break
      }
    }
  }
}
