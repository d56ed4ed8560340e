/// Documents by hand, each the place of a rule of YAML that readers get wrong.
enum YAMLCases {
  /// Read by PyYAML and by us, and the same.
  static let accepted: [String] = [
    "", "# x\n", "---\n", "a", "a\n", "42\n", "\n\n  a  \n\n", "a: 1", "a: 1\nb: 2\n",
    "---\na: 1\n", "# c\n---\n# d\na: 1\n...\n", "a: 1\n...\n# after\n", "--- # note\na: 1\n",
    "a:\n- 1\n- 2\nb: 3\n", "a:\n  - 1\n  - 2\nb: 3\n", "- a\n- b\n", "- - a\n  - b\n- c\n",
    "- - - x\n    - y\n  - z\n", "- a: b\n  c: d\n- e: f\n", "-\n  a: b\n-\n  - c\n",
    "-   a: b\n    c: d\n", "- a:\n  - b\n  - c\n  d: e\n", "- a:\n    - b\n",
    "a:\n  b:\n    c: d\n", "a:\n    b: 1\n    c: 2\nd:\n  e: 3\n", "-\n-\n- a\n-\n",
    "a:\nb:\n  c:\nd:\n", "a: ~\nb: null\nc:\n", "a: '~'\nb: \"null\"\nc: ''\nd: \"\"\n",
    "a: Null\nb: NULL\nc: nullx\nd: ~x\ne: true\n", "a:b", "a:b: c", "a :b: c", "a : b",
    "url: http://example.org:80/x?y=1#z\n", "time: 12:30:45\n", "a: 1:0:0:0:0:0:0:0:0:0:0\n",
    "a: b#c\n", "a: b #c\n", "a: b# c #d\n", "a: #c\n  b\n", "a: -b\n",
    "a: -1\nb: --x\nc: -\u{e9}\n", "a: ?b\nb: :c\n", "?a: b\n", ":a: b\n", "-a: b\n",
    "a: b c\n  d e\n", "a: b\n  c\n\n  d\n\n\n  e\n", "a:\n  b\n  c\nd: e\n", "a\nb\n\nc\n",
    "a: b\n  - c\n", "- a\n  b\n- c\n", "- a\n\n  b\n", "a: b\n\n\nc: d\n",
    "a: x  \n  y  \nb: z   \n", "a: it's\nb: \"it''s\"\nc: 'it''s'\nd: ''''\ne: ' '\n",
    "a: say \"x\"\n", "a: x'\n", "a: 'b c'\n'd e': f\n\"g\": h\n", "'a b' : c\n", "a: 'b\n  c'\n",
    "a: 'b\n\n  c\n\n\n  d'\n", "a: \"b\n  c\"\n", "a: \"b \\\n  c\"\n", "a: \"b\\\n  \\ c\"\n",
    "a: \"b\\n\n  c\"\n", "a: \" b \n   c \"\n", "a: '  b  \n\n   c  '\n", "a: '\n  b\n  '\n",
    "a: \"\n  b\n\n  \"\n", "a: \"\\\n  b\"\n", "a: \"b\\\n\n  c\"\n",
    "a: \"\\u0645\\x41\\U0001F600\\t\\n\\r\\_\\N\\L\\P\\/\\\\\\\" \\ \"\n",
    "a: \"b\tc\"\n", "a: |\n  b\n  c\n", "a: |\n  b\n  c", "a: >\n  b\n  c\n", "a: |-\n  b\n",
    "a: |+\n  b\n\n\nc: d\n", "a: >-\n  b\n\n  c\n", "a: >+\n  b\n\n", "a: |\n\n  b\n\n  c\n\n\n",
    "a: |2\n    b\n   c\n  d\n", "a: |2-\n   b\n", "a: |-2\n   b\n", "a: |1\n  b\n",
    "a: >\n  b\n    c\n    d\n  e\n  f\n", "a: >\n\n  b\n\n    c\n\n  d\n",
    "a: >\n  b\n  \tc\n  d\n", "a: |\n  \tb\n", "a: |\nb: c\n", "a: |\n\nb: c\n",
    "a: |+\n\nb: c\n", "a: >\n\n\nb: c\n", "- |\n  a\n- >\n  b\n  c\n", "- |\n a\n- b\n",
    "a:\n- |\n  b\n- c\n", "a:\n  b: |\n    c\n  d: e\n", "a: | # note\n  b\n",
    "a: |\n  b # no note\n  # no note\n", "a: |\n  b\n # note\nc: d\n", "a: |\n  b\n# note\n",
    "a: |\n    b\n\n  \n     c\n", "a: |\n  b\n \n\nc: 1\n", "a: >\n  b\n   \n  c\n",
    "- |\n   a\n    b\n", "|\n a\n", "a: |\n  b: c\n  - d\n  \"e\n  {f\n",
    "a: |\r\n  b\r\n  c\r\nd: e\r\n", "a: 1\r\nb:\r\n- c\r\n", "a: 1\rb: 2\r",
    "a: 'b\r\n  c'\r\n", "[]", "{}", "[a, b]", "[a, b,]", "{a: 1, b: 2,}",
    "{a: 1, b: [c, {d: e}]}", "a: [b, c]\nd: {e: f}\n", "a: [b,\n  c,\n  d]\n",
    "a: [\n  b,\n  c\n]\n", "a: {\n  b: c,\n  d: e\n}\nf: g\n", "- [a, b]\n- {c: d}\n", "[a: b]",
    "[a: b, c]", "[a: [b, c: d]]", "[\"a\": b]", "['a' : b]", "{a, b: , c}", "{\"a\":1,'b':2}",
    "{a: b c, d: e\n f}", "[a\n b, c]", "[a b, c d]", "[http://x.org/a, c:d]",
    "{a: http://x.org:80/, b: 'c, d'}", "[a#b, c] # d\n", "[a, # b\n c]",
    "[\n# b\n a # c\n , d]\n", "{a: 'b\n  c', d: \"e\n  f\"}", "[-1, -a]", "[null, ~, '', \"~\"]",
    "[[[]]]", "[{}]", "{a: {}}", "{ }", "[ ]", "- []\n- {}\n", "[a,b]\n", "{a: 1,b: 2}",
    "{a: b}\n# c\n", "[a, b] # c", "a: [b]#c\n", "{a: [b, c], d}", "{'a b': c d}", "{a b: c}",
    "a: {b: c:d}", "{a: -1, b: -c}",
    "\u{e9}: \u{645}\u{62d}\u{6a9}\u{645}\u{6c1}\n\u{1f600}: x\n", "a: \u{a0}b\u{a0}\n",
    "name_ur: \u{645}\u{62d}\u{6a9}\u{645}\u{6c1} \u{645}\u{62d}\u{646}\u{62a} # x\n",
    "a: b\n\n# c\n\nd: e\n  # f\ng:\n    # h\n  i: j\n", "# a\n  # b\na: c # d\n# e",
    "a:\n  # b\n- c\n# d\n- e\n", "a:   b\n", "a:    \n  b: c\n", "  a: b\n  c: d\n",
    " - a\n - b\n", "a:\n -  b\n -  c\n", "a: '#b'\nc: \"d: e\"\n", "'a: b': c\n", "a: b!\n",
    "a: b&c *d !e %f @g `h |i >j\n", "a: x, y\nb: x] {y\n", "a: '--- b'\n", "a: ---b\n",
    "---a: b\n", "a: ... b\n", "a: 'x' # y\n", "a: 1\n \nb: 2\n   ", "a: \"#\"\n#b: c\n",
    "\"\": a\n", "'': a\n", "a b c: d e f\n", "a: b\n   c\n d\n", "-  - a\n   - b\n-  c\n",
    "- a: 1\n\n  b: 2\n\n- c\n", "a:\n\n  - b\n\n\n  - c\n\nd: e\n", "a: '\\n'\n", "a: \\n\n",
    "a: \"x\\ty\"\n", "a: x\\\n", "a: 0o17\nb: 0x1F\nc: 1_000\nd: .nan\ne: 2001-01-01\nf: =\n",
    "=: 1\n", "- =\n", "a: <b>\n", "a: 'b'\nc:\n- 'd'\n- \"e\"\n-  f\n",
    "a: >\n  b\n\n\n  c\n\n\n\nd: 1\n", "a: |\n  b\n\n   \n  c\n", "a:\n    b\n  c\n",
    "k: >\n    x\n      y\n\n    z\n",
  ]

  /// Read by PyYAML, refused by us by design.
  static let refusedByDesign: [String] = [
    "a: &x 1\nb: *x\n", "a: !!str 1\n", "a: !t b\n", "%YAML 1.1\n---\na: 1\n", "? a\n: b\n",
    "<<: {a: b}\nc: d\n", "a: &x {b: c}\n", "a: [\nb\n]\n", "a: 'b\nc'\n", "a: {\nb: c}\n",
    "--- a\n", "a: \"\\0\"\n", "a: \"\\e[2J\"\n", "a: \"\\x9b\"\n", "a: \"\\b\\u0007\"\n",
    "[a]: b\n", "{a: b}: c\n", "[? a : b]\n", "&a b: c\n",
    "- !!map\n  a: b\n", "{? a: b}\n", "a: 1\na: 2\n", "{a: 1, a: 2}\n",
  ]

  /// Refused by PyYAML and by us.
  static let refused: [String] = [
    "a: b: c\n", "a: b\n  c: d\n", "a:\n  b: 1\n c: 2\n", "a: 1\n  b: 2\n", "- a\nb: c\n",
    "a: b\n- c\n", "a\nb: c\n", "a: [b\n", "a: {b\n", "a: [b, c}\n", "a: \"b\n", "a: 'b\n",
    "a: [b]] \n", "a: @b\n", "a: `b\n", "a: %b\n", "a: 'b' c\n", "a: \"b\" c\n", "a: [b] c\n",
    "\ta: b\n", "a:\n\tb: 1\n", "a: 1\n---\nb: 2\n", "a: *x\n", "a: - b\n", "- - a\n - b\n",
    "a: |x\n  b\n", "a: \"\\q\"\n", "a: \"\\x4\"\n", "[a, , b]\n", "[, a]\n", "{,}\n",
    "a: b\n\tc: d\n", "a: }\n", "a: ]\n", "a: # x\n  b\n c: d\n",
    "a: 1\nb\nc: 2\n", "[a b: c\n d: e]", "a: b\n c\nd\n", "a: ,b\n",
  ]

  /// Refused by PyYAML, read by us: YAML 1.2 has them.
  static let acceptedByDesign: [(String, String)] = [
    ("a:\tb\n", "{a=b}"), ("a: b\tc\n", "{a=b\tc}"), ("[a,\tb]\n", "[a b]"),
    ("{a?b: c?d}\n", "{a?b=c?d}"),
    ("a: \"\\ud83d\\ude00\"\n", "{a=\u{1F600}}"),
  ]
}
