import Foundation
import LiaisonModel
import LiaisonTestSupport
import Testing

@testable import LiaisonFiles

@Suite struct JSONReaderTests {
  private func read(_ text: String, _ limits: InputLimits = .standard) -> JSONResult {
    JSONReader.read(bytes: Array(text.utf8), limits: limits)
  }

  private func rules(_ text: String, _ limits: InputLimits = .standard) -> [String] {
    read(text, limits).problems.map {
      guard case .bytes(let range) = $0.place.spot else { return $0.ruleID }
      return "\(range.lowerBound) \($0.ruleID)"
    }
  }

  @Test("Values are read with their text and their places")
  func values() throws {
    let text = #" {"a": [1, -0.5e+10, 007x"#
    #expect(rules(text) == ["22 json-syntax"])
    let good = #" {"a": [1, -0.5e+10, true, null], "b\n\u0645\ud83d\ude00": "c", "": {}} "#
    let root = try #require(read(good).root)
    #expect(short(root) == "{a=[1 -0.5e+10 true ~] b\nم😀=c ={}}")
    let members = try #require(root.members)
    #expect(members[1].keyPlace == Place(file: 0, spot: .bytes(34..<57)))
    guard case .scalar(_, let quoted) = members[1].node.content else {
      Issue.record("no text")
      return
    }
    #expect(quoted)
    #expect(members[0].node.elements?[2].content == .scalar("true", quoted: false))
  }

  @Test("What is not JSON is refused, once, where it stands")
  func refused() {
    for text in [
      "", " ", "{", "[", "[1", "[1,", "[1,]", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{a:1}", "01",
      "1.",
      "-", "1e", "+1", ".5", "NaN", "Infinity", "'a'", "\"a", "\"a\nb\"", "\"\\q\"", "\"\\u12\"",
      "tru", "nulll", "1 2", "{} {}", "[1 2]", "\"\\ud800\"", "\"\\udc00\"", "\"\\ud800\\u0041\"",
      "\"\\u0000\"", "\"\\u001b[2J\"", "\"\\u009B\"", "\"\\b\"", "\"\\f\"",
      "// c\n1", "[1}", "{\"a\":1]",
    ] {
      #expect(read(text).problems.count == 1, "\(text)")
      #expect(read(text).root == nil, "\(text)")
    }
    #expect(rules("[1,\n x]") == ["5 json-syntax"])
  }

  @Test("A key written twice is refused, since readers disagree which one counts")
  func doubledKeys() {
    let text = #"{"tlp":"RED","tlp":"CLEAR","x":{"a":1,"a":2}}"#
    #expect(rules(text) == ["13 duplicate-key", "38 duplicate-key"])
    #expect(read(text).root != nil)
  }

  @Test("Depth, length and number are limited")
  func limits() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(rules(deep) == ["64 input-limit"])
    let allowed = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
    #expect(rules(allowed).isEmpty)
    #expect(rules("[1,2,3]", InputLimits(nodes: 3)) == ["5 input-limit"])
    #expect(rules("[\"abcdefghi\"]", InputLimits(fieldBytes: 8)) == ["1 input-limit"])
    #expect(rules("[\"abcdef\", \"abcdef\"]", InputLimits(fieldBytes: 8)).isEmpty)
  }

  @Test("Whatever mutated text is accepted, Foundation accepts", arguments: 0..<4)
  func mutations(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let seeds = [
      #"{"a":[1,-0.5e+10,true,null],"b\n\u0645":"c","":{}}"#, #"[[],{},"",0,[1,[2,{"x":"y"}]]]"#,
    ]
    let signs = Array(#"{}[],:"\u01-+.eEtrfn x"#.utf8)
    var accepted = 0
    for _ in 0..<3_000 {
      var bytes = Array(seeds[random.below(seeds.count)].utf8)
      for _ in 0..<(1 + random.below(3)) where !bytes.isEmpty {
        let index = random.below(bytes.count)
        switch random.below(3) {
        case 0: bytes[index] = signs[random.below(signs.count)]
        case 1: bytes.insert(signs[random.below(signs.count)], at: index)
        default: bytes.remove(at: index)
        }
      }
      guard JSONReader.read(bytes: bytes).problems.isEmpty else { continue }
      accepted += 1
      #expect(throws: Never.self, "\(String(decoding: bytes, as: UTF8.self))") {
        try JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
      }
    }
    #expect(accepted > 200)
  }

  @Test("Foundation reads what is accepted")
  func foundation() throws {
    for text in ["[1]", "{\"a\":[true,false,null,\"x\\u00e9\"]}", "-0.0", "\"\"", " [ ] ", "1E5"] {
      #expect(read(text).problems.isEmpty)
      _ = try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
    }
  }
}

@Suite struct JSONWriterTests {
  @Test("Objects keep their order, short lists stand on one line")
  func pretty() {
    let value: JSONValue = [
      "z": 1, "a": [1, 2.5, "x", nil, true], "list": [["b": []], [:]], "empty": [], "o": [:],
    ]
    #expect(
      value.text() == """
        {
          "z": 1,
          "a": [1, 2.5, "x", null, true],
          "list": [
            {
              "b": []
            },
            {}
          ],
          "empty": [],
          "o": {}
        }

        """)
    #expect(
      value.text(pretty: false)
        == #"{"z":1,"a":[1,2.5,"x",null,true],"list":[{"b":[]},{}],"empty":[],"o":{}}"#)
  }

  @Test("Nothing in a text ends a script element")
  func html() {
    let value: JSONValue = "</script><!--&\u{2028}\u{2029}"
    #expect(
      value.text(pretty: false, forHTML: true)
        == #""\u003C/script\u003E\u003C!--\u0026\u2028\u2029""#)
    #expect(value.text(pretty: false) == "\"</script><!--&\u{2028}\u{2029}\"")
  }

  @Test("Numbers are written so that they read back the same; not finite is null")
  func numbers() {
    #expect(
      JSONValue.array([.number(0.1), .number(.nan), .number(-.infinity)]).text(pretty: false)
        == "[0.1,null,null]")
    for number in [1e300, .leastNonzeroMagnitude, -0.0, 1.0 / 3, 1e16, 123_456_789.25] {
      let text = JSONValue.number(number).text(pretty: false)
      #expect(JSONReader.read(bytes: Array(text.utf8)).problems.isEmpty, "\(text)")
      #expect(Double(text) == number)
    }
  }

  @Test("What is written is read back the same, by us and by Foundation", arguments: 0..<10)
  func roundTrip(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    func text() -> String {
      (0..<random.below(4)).map { _ in
        YAMLTrees.pieces[random.below(YAMLTrees.pieces.count)]
      }.joined()
    }
    func tree(_ depth: Int) -> (JSONValue, SourceNode) {
      switch random.below(depth == 0 ? 3 : 6) {
      case 0: return (nil, SourceNode(.null))
      case 1: return (true, .text("true"))
      case 2:
        let text = text()
        return (.string(text), .text(text))
      case 3, 4:
        let nodes = (0..<random.below(5)).map { _ in tree(depth - 1) }
        return (.array(nodes.map(\.0)), SourceNode(.list(nodes.map(\.1))))
      default:
        let nodes = (0..<random.below(5)).map { ("\(text())\($0)", tree(depth - 1)) }
        return (
          .object(nodes.map { JSONValue.Member($0.0, $0.1.0) }),
          SourceNode(.map(nodes.map { SourceNode.Member(key: $0.0, node: $0.1.1) }))
        )
      }
    }
    for _ in 0..<100 {
      let (value, node) = tree(4)
      for bytes in [value.bytes(), value.bytes(pretty: false), value.bytes(forHTML: true)] {
        let result = JSONReader.read(bytes: bytes)
        #expect(result.problems.isEmpty)
        #expect(result.root == node)
        _ = try JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
      }
    }
  }
}
