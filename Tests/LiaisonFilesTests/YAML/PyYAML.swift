import Foundation
import LiaisonModel

/// PyYAML's `BaseLoader`, the oracle of the YAML reader and writer: one process for many documents.
enum PyYAML {
  /// Whether `python3` with PyYAML is there.
  static let isAvailable = Python.has("yaml")

  /// The trees of documents in the form of `form(of:)`; `error: …` where PyYAML refuses.
  static func read(_ documents: [[UInt8]]) throws -> [String] {
    try Python.lines(of: script, documents: documents)
  }

  /// A tree as one line: `N` null, `sHEX@OFFSET;` text, `[…]`, `{…}`.
  static func form(of node: SourceNode, places: Bool = true) -> String {
    switch node.content {
    case .null: return "N"
    case .scalar(let text, _):
      return scalar(text, node.place, places)
    case .list(let nodes):
      return "[" + nodes.map { form(of: $0, places: places) }.joined() + "]"
    case .map(let members):
      return "{"
        + members.map {
          scalar($0.key, $0.keyPlace, places) + form(of: $0.node, places: places)
        }.joined() + "}"
    }
  }

  private static func scalar(_ text: String, _ place: Place, _ places: Bool) -> String {
    let hex = Python.hex(text)
    guard places, case .bytes(let range) = place.spot else { return "s\(hex);" }
    return "s\(hex)@\(range.lowerBound);"
  }

  /// A line of `read` without its places.
  static func withoutPlaces(_ form: String) -> String {
    var result = ""
    var isPlace = false
    for character in form.utf8 {
      if character == 0x40 { isPlace = true }
      if character == 0x3B { isPlace = false }
      if !isPlace { result.unicodeScalars.append(UnicodeScalar(character)) }
    }
    return result
  }

  private static let script = #"""
    import sys, yaml
    folder, count = sys.argv[1], int(sys.argv[2])
    def key(node):
        if not isinstance(node, yaml.ScalarNode): raise ValueError('complex key')
        return scalar(node)
    def scalar(node):
        offset = len(text[:node.start_mark.index].encode()) + bom
        return 's%s@%d;' % (node.value.encode('utf-8', 'surrogatepass').hex(), offset)
    def form(node):
        if isinstance(node, yaml.ScalarNode):
            if node.style is None and node.value in ('', '~', 'null'): return 'N'
            return scalar(node)
        if isinstance(node, yaml.SequenceNode):
            return '[' + ''.join(form(n) for n in node.value) + ']'
        return '{' + ''.join(key(k) + form(v) for k, v in node.value) + '}'
    for i in range(count):
        data = open('%s/%d' % (folder, i), 'rb').read()
        bom = 0
        try:
            text = data.decode('utf-8')
            node = yaml.compose(text, Loader=yaml.BaseLoader)
            print('-' if node is None else form(node))
        except Exception as e:
            print('error: ' + ' '.join(str(e).split()))
    """#
}
