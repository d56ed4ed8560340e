import LiaisonModel
import LiaisonTestSupport
import Testing

@testable import LiaisonFiles

private func map(_ pairs: [(String, SourceNode)]) -> SourceNode {
  SourceNode(.map(pairs.map { SourceNode.Member(key: $0.0, node: $0.1) }))
}

private func list(_ nodes: [SourceNode]) -> SourceNode { SourceNode(.list(nodes)) }

/// Seeded trees of the texts that YAML writers get wrong.
struct YAMLTrees {
  private var random: SeededRandom

  init(seed: UInt64) { random = SeededRandom(seed: seed) }

  private mutating func next(_ bound: Int) -> Int { random.below(bound) }

  static let pieces = [
    "a", "b", "null", "~", " ", "  ", ":", ": ", " #", "#", "-", "- ", "---", "...", "?", "? ", ",",
    "[", "]", "{", "}", "&", "*", "!", "|", ">", "'", "\"", "%", "@", "`", "\\", "\n", "\n\n", "\t",
    "\r", "\u{85}", "\u{2028}", "\u{feff}", "\u{202e}", "\u{e9}", "\u{645}\u{62d}",
    "\u{1f600}", "<<", "=", "0", "yes", "http://x.org/", "1:0:0", "\u{a0}", "\u{200c}", "x y",
    "word", "long words that fill a line of a row",
  ]

  mutating func text() -> String {
    if next(3) == 0 { return ["id", "name", "a.b", "North", "x-1"][next(5)] }
    return (0..<next(6)).map { _ in Self.pieces[next(Self.pieces.count)] }.joined()
  }

  mutating func tree(_ depth: Int) -> SourceNode {
    switch depth == 0 ? next(3) : next(8) {
    case 0: return SourceNode(.null)
    case 1, 2: return .text(text())
    case 3, 4: return list((0..<next(6)).map { _ in tree(depth - 1) })
    default:
      return map((0..<next(6)).map { number in ("\(text())\(number)", tree(depth - 1)) })
    }
  }
}

@Suite struct YAMLWriterTests {
  private func written(_ node: SourceNode) -> String {
    String(decoding: YAMLWriter.write(node), as: UTF8.self)
  }

  @Test("Rows of short maps stand in brackets, as the native format has them")
  func look() {
    let text = """
      liaison: 1
      boundary: {rule: 'members, and whom they named', complete: [organizations, referral]}
      areas:
        - {id: samundar, name: Samundar, level: province}
      organizations:
        - id: labour-inspectorate
          name: Labour Inspectorate of the Province of Samundar and its Districts
          name_ur: محکمہ محنت
          areas: [samundar]
          notes: |
            one
            two
          services:
            - {id: shelter, type: shelter.emergency, groups: [adult.female, child.male=unknown], x: y}
      accepted: []

      """
    let result = readYAML(text)
    #expect(result.problems.isEmpty)
    #expect(result.root.map(written) == text)
  }

  @Test("What is written is read back the same", arguments: 0..<20)
  func roundTrip(seed: Int) {
    var trees = YAMLTrees(seed: UInt64(seed))
    for _ in 0..<100 {
      let tree = trees.tree(4)
      let bytes = YAMLWriter.write(tree)
      let result = YAMLReader.read(bytes: bytes)
      #expect(result.problems.isEmpty, "\(String(decoding: bytes, as: UTF8.self))")
      #expect(result.root == tree, "\(String(decoding: bytes, as: UTF8.self).debugDescription)")
    }
  }

  @Test(
    "PyYAML reads what is written as the same tree",
    .enabled(if: PyYAML.isAvailable, "PyYAML is missing: apt install python3-yaml"))
  func oracle() throws {
    var trees = YAMLTrees(seed: 2_611)
    let all = (0..<600).map { _ in trees.tree(4) }
    let theirs = try PyYAML.read(all.map { YAMLWriter.write($0) })
    try #require(theirs.count == all.count)
    for (tree, theirs) in zip(all, theirs) {
      let ours = PyYAML.form(of: tree, places: false)
      #expect(PyYAML.withoutPlaces(theirs) == ours, "\(written(tree).debugDescription)")
    }
  }

  @Test("Text keeps what another reader would change")
  func scalars() {
    let texts: [(String, String)] = [
      ("", "''"), ("null", "'null'"), ("~", "'~'"), ("yes", "yes"), ("007", "007"), (" a", "' a'"),
      ("a ", "'a '"), ("a: b", "'a: b'"), ("a:", "'a:'"), ("a #b", "'a #b'"), ("a#b", "a#b"),
      ("-", "'-'"), ("-1", "-1"), ("- a", "'- a'"), ("it's", "it's"), ("'a", "'''a'"),
      ("<<", "'<<'"), ("\u{7}", "\"\\x07\""), ("a\u{2028}", "\"a\\u2028\""), ("a\tb", "'a\tb'"),
      ("\u{202e}a", "\"\\u202Ea\""), ("a,b", "a,b"), ("\r", "\"\\r\""), ("\n", "\"\\n\""),
    ]
    for (text, expected) in texts {
      #expect(written(.text(text)) == expected + "\n")
    }
  }
}
