import LiaisonModel

/// The entries of a map while it is read, with a way to find a doubled key.
///
/// Keys are compared by bytes: Swift calls two spellings of `é` equal, and they are two keys.
struct SourceMembers {
  private struct Key: Hashable {
    let text: String

    static func == (left: Key, right: Key) -> Bool {
      left.text == right.text && left.text.utf8.elementsEqual(right.text.utf8)
    }

    func hash(into hasher: inout Hasher) {
      var text = text
      text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
  }

  private(set) var all: [SourceNode.Member] = []
  /// Filled when there are so many keys that looking at each is slow.
  private var indices: [Key: Int] = [:]
  private static let few = 16

  /// The index of the first entry with a key.
  func index(of name: String) -> Int? {
    let key = Key(text: name)
    if !indices.isEmpty { return indices[key] }
    return all.firstIndex { Key(text: $0.key) == key }
  }

  /// Adds an entry and gives its index.
  mutating func append(_ member: SourceNode.Member) -> Int {
    let index = all.count
    all.append(member)
    if all.count == Self.few {
      for (number, member) in all.enumerated() {
        indices[Key(text: member.key)] = indices[Key(text: member.key)] ?? number
      }
    } else if all.count > Self.few, indices[Key(text: member.key)] == nil {
      indices[Key(text: member.key)] = index
    }
    return index
  }

  /// Sets an entry's value.
  mutating func set(_ index: Int, _ node: SourceNode) {
    all[index].node = node
  }
}
