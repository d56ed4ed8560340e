import Foundation
import LiaisonModel
import LiaisonTestSupport
import Testing

@testable import LiaisonFiles

/// A tree as a person writes it in a test: `{a=b c=[d e]}`, `~` for null.
func short(_ node: SourceNode?) -> String {
  switch node?.content {
  case nil: "nothing"
  case .null: "~"
  case .scalar(let text, _): text
  case .list(let nodes): "[" + nodes.map { short($0) }.joined(separator: " ") + "]"
  case .map(let members):
    "{" + members.map { "\($0.key)=\(short($0.node))" }.joined(separator: " ") + "}"
  }
}

func readYAML(_ text: String, limits: InputLimits = .standard) -> YAMLResult {
  YAMLReader.read(bytes: Array(text.utf8), limits: limits)
}

/// `line:column rule` of each problem.
func problems(_ text: String, limits: InputLimits = .standard) -> [String] {
  places(of: readYAML(text, limits: limits).problems, in: text)
}

@Suite struct YAMLReaderTests {
  @Test(
    "Hand-made documents are read as PyYAML reads them, with the same places",
    .enabled(if: PyYAML.isAvailable, "PyYAML is missing: apt install python3-yaml"))
  func oracle() throws {
    let documents = YAMLCases.accepted
    let expected = try PyYAML.read(documents.map { Array($0.utf8) })
    try #require(expected.count == documents.count)
    for (document, expected) in zip(documents, expected) {
      let result = readYAML(document)
      let ours = result.root.map { PyYAML.form(of: $0) } ?? "-"
      #expect(ours == expected, "\(document.debugDescription)")
      #expect(result.problems.isEmpty, "\(document.debugDescription) \(result.problems)")
    }
  }

  @Test(
    "What PyYAML refuses is refused",
    .enabled(if: PyYAML.isAvailable, "PyYAML is missing: apt install python3-yaml"))
  func refused() throws {
    let expected = try PyYAML.read(YAMLCases.refused.map { Array($0.utf8) })
    try #require(expected.count == YAMLCases.refused.count)
    for (document, expected) in zip(YAMLCases.refused, expected) {
      #expect(expected.hasPrefix("error"), "PyYAML reads \(document.debugDescription)")
      #expect(!readYAML(document).problems.isEmpty, "\(document.debugDescription)")
    }
  }

  @Test(
    "The differences from PyYAML are those that the reader's page lists",
    .enabled(if: PyYAML.isAvailable, "PyYAML is missing: apt install python3-yaml"))
  func differences() throws {
    let refused = YAMLCases.refusedByDesign
    for (document, theirs) in zip(refused, try PyYAML.read(refused.map { Array($0.utf8) })) {
      let isOurs = theirs == "error: complex key"
      #expect(isOurs || !theirs.hasPrefix("error"), "\(document.debugDescription) \(theirs)")
      #expect(!readYAML(document).problems.isEmpty, "\(document.debugDescription)")
    }
    let accepted = YAMLCases.acceptedByDesign
    let theirs = try PyYAML.read(accepted.map { Array($0.0.utf8) })
    for ((document, tree), theirs) in zip(accepted, theirs) {
      let isSurrogate = document.contains("ud83d")
      #expect(theirs.hasPrefix("error") || isSurrogate, "\(document.debugDescription)")
      let result = readYAML(document)
      #expect(short(result.root) == tree)
      #expect(result.problems.isEmpty, "\(document.debugDescription)")
    }
  }

  @Test(
    "Mutated documents that both read are the same tree with the same places",
    .enabled(if: PyYAML.isAvailable, "PyYAML is missing: apt install python3-yaml"))
  func mutatedOracle() throws {
    // `?` in brackets and escaped surrogates are read as YAML 1.2 has them.
    let seeds = YAMLCases.accepted.filter { !$0.contains("?") }
    var random = SeededRandom(seed: 2_025)
    let signs = Array("\n\n\n   ::--,[]{}#'\"|>\\~ab0e")
    let documents: [String] = (0..<1_500).map { _ in
      var text = Array(seeds[random.below(seeds.count)])
      if random.below(3) == 0 { text += Array(seeds[random.below(seeds.count)]) }
      for _ in 0..<random.below(3) where !text.isEmpty {
        let index = random.below(text.count)
        switch random.below(3) {
        case 0: text.insert(signs[random.below(signs.count)], at: index)
        case 1: text.remove(at: index)
        default: text[index] = signs[random.below(signs.count)]
        }
      }
      return String(text)
    }
    let theirs = try PyYAML.read(documents.map { Array($0.utf8) })
    try #require(theirs.count == documents.count)
    var same = 0
    for (document, theirs) in zip(documents, theirs) {
      let result = readYAML(document)
      guard result.problems.isEmpty, !theirs.hasPrefix("error") else { continue }
      let ours = result.root.map { PyYAML.form(of: $0) } ?? "-"
      #expect(ours == theirs, "\(document.debugDescription)")
      same += 1
    }
    #expect(same > 500)
  }

  @Test("The deepest document allowed is read on a small stack")
  func smallStack() async {
    let documents = [
      String(repeating: "{a: ", count: 64) + "1" + String(repeating: "}", count: 64),
      String(repeating: "[a: ", count: 64) + "1" + String(repeating: "]", count: 64),
      String(repeating: "- ", count: 64) + "x",
      (0..<64).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
    ]
    let problems = await withCheckedContinuation { continuation in
      let thread = Thread {
        continuation.resume(returning: documents.map { readYAML($0).problems.count })
      }
      thread.stackSize = 512 << 10
      thread.start()
    }
    #expect(problems == [0, 0, 0, 0])
  }

  @Test("A key is shown in a message only if it is a word")
  func shownKeys() {
    func message(_ key: String) -> String? {
      readYAML("\(key): 1\n\(key): 2\n").problems.first?.message
    }
    #expect(message("name_ur") == "the key `name_ur` is already given in line 1")
    #expect(message("42101-1234567-1") == "the key here is already given in line 1")
    #expect(message("Ali Khan") == "the key here is already given in line 1")
  }

  @Test("One problem for each refused feature, and the rest is read")
  func refusals() {
    #expect(
      problems("a: &x 1\nb: *x\nc: !t 2\n<<: 3\n") == [
        "1:4 yaml-anchor", "2:4 yaml-alias", "3:4 yaml-tag", "4:1 yaml-merge",
      ])
    #expect(short(readYAML("a: &x 1\nb: *x\nc: !t 2\n<<: 3\nd: 4\n").root) == "{a=1 b=~ c=2 d=4}")
    #expect(problems("? a\n: b\nc: d\n") == ["1:1 yaml-complex-key"])
    #expect(problems("? - a\n  - b\n: - c\n  - d\ne: f\n") == ["1:1 yaml-complex-key"])
    #expect(problems("%YAML 1.2\n---\na: 1\n") == ["1:1 yaml-directive"])
    #expect(problems("a: 1\n---\na: 2\n---\na: 3\n") == ["2:1 yaml-documents"])
    #expect(problems("&x a: &y\n  b: 1\n") == ["1:1 yaml-anchor", "1:7 yaml-anchor"])
    #expect(problems("[a]: 1\nb: 2\n") == ["1:1 yaml-complex-key"])
    #expect(problems("b: 2\n[a]: 1\nc: [d\n") == ["2:1 yaml-complex-key", "3:4 yaml-syntax"])
  }

  @Test("A doubled key is told at the second, naming the first's line")
  func doubledKeys() {
    let result = readYAML("tlp: RED\nid: x\ntlp: CLEAR\n")
    #expect(result.problems.map(\.message) == ["the key `tlp` is already given in line 1"])
    #expect(problems("a: {b: 1, c: 2,\n  b: 3}\n") == ["2:3 duplicate-key"])
    let many = (0..<40).map { "k\($0): 1\n" }.joined() + "k3: 2\nk39: 2\n"
    #expect(problems(many) == ["41:1 duplicate-key", "42:1 duplicate-key"])
    #expect(problems("caf\u{e9}: 1\ncafe\u{301}: 2\n").isEmpty)
  }

  @Test("A broken entry costs itself; its neighbours are read and told of")
  func recovery() {
    let text = """
      organizations:
        - {id: a, name: b
        - id: "c
          name: d
        - id: e
          name: f: g
          tier: h
      	- id: tab
        - {id: i, name: [j}
        - {id: k}
      relations:
        from: x
          to: y
        kind: z
      """
    #expect(
      problems(text) == [
        "2:5 yaml-syntax", "3:9 yaml-syntax", "6:12 yaml-syntax", "8:1 yaml-tab",
        "9:21 yaml-syntax", "13:7 yaml-syntax",
      ])
    #expect(
      short(readYAML(text).root)
        == "{organizations=[{id=~ name=d} {id=e name=~ tier=h} {id=k}] relations={from=~ kind=z}}")
  }

  @Test("Limits are named, and reading ends")
  func limits() {
    let deep = String(repeating: "[", count: 65) + String(repeating: "]", count: 65)
    #expect(problems(deep).count == 1)
    #expect(readYAML(deep).problems.first?.message.contains("64 levels") == true)
    let allowed = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
    #expect(problems(allowed).isEmpty)
    #expect(problems("[a, b, c, d]", limits: InputLimits(nodes: 4)) == ["1:11 input-limit"])
    #expect(problems("a: bcdef\n", limits: InputLimits(fileBytes: 8)) == ["1:1 input-limit"])
    #expect(
      problems("a: 1\nb: bcdefgh\n", limits: InputLimits(fieldBytes: 8)) == ["2:1 input-limit"])
    #expect(
      problems("a: |\n  bcd\n  efg\n  hij\n", limits: InputLimits(fieldBytes: 8))
        == ["1:4 input-limit"])
    let many = String(repeating: "- *a\n", count: 50)
    #expect(problems(many, limits: InputLimits(problems: 10)).count == 10)
  }

  @Test("What is not UTF-8 text is refused with the place")
  func encodings() {
    func rules(_ bytes: [UInt8]) -> [String] {
      YAMLReader.read(bytes: bytes).problems.map(\.ruleID)
    }
    #expect(rules([0xFF, 0xFE, 0x61, 0]) == ["encoding"])
    #expect(rules([0, 0x61, 0, 0x3A]) == ["encoding"])
    #expect(rules([0x61, 0xE9, 0x0A, 0xFF]) == ["encoding"])
    #expect(rules([0x61, 0xC0, 0xAF]) == ["encoding"])
    #expect(rules([0x61, 0, 0x62]) == ["control-character"])
    #expect(rules([0x61, 0x1B, 0x62]) == ["control-character"])
    #expect(rules([0xEF, 0xBB, 0xBF, 0x61, 0x3A, 0x20, 0x31]).isEmpty)
    #expect(
      short(YAMLReader.read(bytes: [0xEF, 0xBB, 0xBF] + Array("a: 1\nb: 2".utf8)).root)
        == "{a=1 b=2}")
    #expect(
      problems("a: \"\\0\"\nb: \"\\ud800 \\u0041\"\nc: \"\\ud83d\\u0041\"\n") == [
        "1:5 control-character", "2:5 yaml-syntax", "3:5 yaml-syntax",
      ])
  }

  @Test("Comments are kept with their bytes")
  func comments() {
    let text =
      "# one\na: b # two\nc: | # three\n  # text\n# four\nd: 'x # no'\ne: [f, # five\n  g]\n#"
    let bytes = Array(text.utf8)
    let result = YAMLReader.read(bytes: bytes)
    let comments = result.comments.map {
      String(decoding: bytes[Int($0.lowerBound)..<Int($0.upperBound)], as: UTF8.self)
    }
    #expect(comments == ["# one", "# two", "# three", "# four", "# five", "#"])
    #expect(result.problems.isEmpty)
  }

  @Test("The range of a value is what a fix would replace")
  func places() throws {
    let text = "a: b c # d\nlist:\n  - 'x'\n  - {y: z}\ntext: |\n  one\n  two\n\nmap:\n  k:\n"
    let bytes = Array(text.utf8)
    func source(_ place: Place) -> String {
      guard case .bytes(let range) = place.spot else { return "" }
      return String(decoding: bytes[Int(range.lowerBound)..<Int(range.upperBound)], as: UTF8.self)
    }
    let members = try #require(YAMLReader.read(bytes: bytes).root?.members)
    #expect(members.map { source($0.keyPlace) } == ["a", "list", "text", "map"])
    #expect(source(members[0].node.place) == "b c")
    #expect(source(members[1].node.place) == "- 'x'\n  - {y: z}")
    #expect(members[1].node.elements?.map { source($0.place) } == ["'x'", "{y: z}"])
    #expect(source(members[2].node.place) == "|\n  one\n  two")
    #expect(source(members[3].node.place) == "k:")
  }

  @Test("The file of 24 bytes that kills Yams is plain text")
  func sexagesimal() {
    #expect(short(readYAML("a: 1:0:0:0:0:0:0:0:0:0:0\n").root) == "{a=1:0:0:0:0:0:0:0:0:0:0}")
    #expect(short(readYAML("a: NO\nb: 007\nc: 2026-02-30\n").root) == "{a=NO b=007 c=2026-02-30}")
  }
}
