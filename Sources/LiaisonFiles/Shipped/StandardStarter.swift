public import LiaisonModel

/// The text with which a standard of one's own begins: it extends another, and asks the same until it
/// is changed.
public enum StandardStarter {
  /// A commented standard.
  ///
  /// - Parameters:
  ///   - base: what it extends.
  ///   - reference: how `extends` names that: its id, or its path from the new file.
  ///   - name: the name that the new standard's id is made of.
  /// - Returns: the text in UTF-8; each inherited expectation stands in it as a comment.
  /// - Complexity: O(size of the base).
  public static func text(extending base: Standard, as reference: String, name: String) -> [UInt8] {
    let id = id(name, unlike: [base.id] + base.bases.map(\.id))
    var text = """
      # A standard of our own. What it extends is inherited whole: until something is changed below,
      # `liaison gaps NETWORK --standard` says against this file what it says against `\(base.id)`.
      # `liaison lint` says what is wrong in it, `liaison list expectations` which kinds there are, and
      # `liaison explain presence` which keys one takes.

      """
    text += yaml([
      ("liaison_standard", "1"), ("id", id), ("title", "Our own standard, after \(base.id)"),
    ])
    text += """
      # The law, the plan or the guidance that is put into expectations here:
      # source: "Anti-Trafficking Act, 2024; National Plan of Action 2025-2029"

      """
    text += yaml([("extends", reference)])
    text += changes(base)
    text += "\n# What is inherited from `\(base.id)`, in its order:\n"
    for expectation in base.expectations {
      text += "#\n" + commented(expectation.node())
    }
    return Array(text.utf8)
  }

  /// How to change what is inherited, shown with an expectation that there is.
  private static func changes(_ base: Standard) -> String {
    let first = base.expectations.first?.id ?? "ID"
    let last = base.expectations.last?.id ?? "ID"
    return """

      # What is seen differently here. The keys that are written stand for the inherited ones, an empty
      # value takes a key back, and the kind stays.
      # override:
      #   - id: \(first)
      #     severity: warning
      #     citation: "National Plan of Action 2025-2029, activity 1.1"

      # What is not asked here, and why.
      # drop:
      #   - {id: \(last), reason: "our law asks it of the province, not of us"}

      # What is asked besides, after what is inherited.
      # expectations:
      #   - id: unions-in-each-district
      #     kind: presence
      #     sectors: [worker.trade_union]
      #     level: district
      #     severity: warning
      #     citation: "Anti-Trafficking Act, 2024, section 12"

      """
  }

  /// A map as an element of a list, each of its lines a comment.
  private static func commented(_ node: SourceNode) -> String {
    let lines = String(decoding: YAMLWriter.write(node), as: UTF8.self).split(separator: "\n")
    return lines.enumerated().map { "# \($0 == 0 ? "-" : " ") \($1)\n" }.joined()
  }

  private static func yaml(_ members: [(key: String, value: String)]) -> String {
    let node = SourceNode(
      .map(members.map { SourceNode.Member(key: $0.key, node: .text($0.value)) }))
    return String(decoding: YAMLWriter.write(node), as: UTF8.self)
  }

  /// An id made of a name, which none of the bases has.
  private static func id(_ name: String, unlike taken: [String]) -> String {
    var ids = NativeIDs(prefix: "standard")
    let id = ids.id(for: name)
    return taken.contains(id) ? "our-\(id)" : id
  }
}
