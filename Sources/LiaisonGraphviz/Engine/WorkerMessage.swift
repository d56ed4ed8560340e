import CGraphvizShim

/// What parent and worker say to each other: 64-bit little-endian words, then bytes.
enum WorkerMessage {
  /// `LGVZ` and the version of what follows.
  static let magic: UInt64 = 0x4C47_565A_0000_0001
  static let requestWords = 10
  static let replyWords = 4

  /// A request: magic, engine, format, dpi, nodes, edges, reply, memory, seconds, length; the text.
  static func encode(_ request: GraphvizRequest) -> [UInt8] {
    let limits = request.limits
    let engine = LayoutEngine.allCases.firstIndex(of: request.engine) ?? 0
    let format = GraphvizFormat.allCases.firstIndex(of: request.format) ?? 0
    let words = [
      engine, format, request.dpi ?? 0, limits.nodes, limits.edges, limits.replyBytes,
      limits.memoryBytes, limits.cpuSeconds, request.dot.count,
    ]
    return bytes(of: [magic] + words.map { UInt64(clamping: $0) }) + request.dot
  }

  /// The request of a header, without its text, and how long that is; `nil` for a stranger's.
  static func decodeRequest(_ header: [UInt8]) -> (request: GraphvizRequest, dotCount: Int)? {
    let words = words(of: header)
    guard words.count == requestWords, words[0] == magic,
      words[1] < LayoutEngine.allCases.count, words[2] < GraphvizFormat.allCases.count
    else { return nil }
    let numbers = words.map { Int(clamping: $0) }
    let limits = GraphvizLimits(
      requestBytes: numbers[9], replyBytes: numbers[6], nodes: numbers[4], edges: numbers[5],
      memoryBytes: numbers[7], cpuSeconds: numbers[8])
    let request = GraphvizRequest(
      dot: [], engine: LayoutEngine.allCases[numbers[1]],
      format: GraphvizFormat.allCases[numbers[2]], dpi: numbers[3] == 0 ? nil : numbers[3],
      limits: limits)
    return (request, numbers[9])
  }

  /// A reply: magic, status, length of the messages, length of the bytes; both.
  static func encode(_ outcome: RenderOutcome) -> [UInt8] {
    let messages = Array(outcome.messages.joined(separator: "\n").utf8)
    let header = bytes(
      of: [
        magic, UInt64(clamping: outcome.status), UInt64(messages.count),
        UInt64(outcome.bytes.count),
      ])
    return header + messages + outcome.bytes
  }

  /// The outcome of a reply; `nil` where it is cut off or no reply at all.
  static func decodeReply(_ reply: [UInt8]) -> RenderOutcome? {
    let headerCount = replyWords * 8
    let words = words(of: Array(reply.prefix(headerCount)))
    guard words.count == replyWords, words[0] == magic, let status = Int(exactly: words[1]),
      let messages = Int(exactly: words[2]), let bytes = Int(exactly: words[3]),
      messages <= reply.count - headerCount, bytes == reply.count - headerCount - messages
    else { return nil }
    return RenderOutcome(
      status: status, bytes: Array(reply[(headerCount + messages)...]),
      messages: RenderOutcome.lines(of: Array(reply[headerCount..<headerCount + messages])))
  }

  private static func bytes(of words: [UInt64]) -> [UInt8] {
    var bytes: [UInt8] = []
    for word in words {
      for shift in stride(from: 0, to: 64, by: 8) {
        bytes.append(UInt8(truncatingIfNeeded: word >> UInt64(shift)))
      }
    }
    return bytes
  }

  private static func words(of bytes: [UInt8]) -> [UInt64] {
    var words: [UInt64] = []
    for start in stride(from: 0, to: bytes.count - 7, by: 8) {
      var word: UInt64 = 0
      for offset in 0..<8 { word |= UInt64(bytes[start + offset]) << UInt64(8 * offset) }
      words.append(word)
    }
    return words
  }
}
