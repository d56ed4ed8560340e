/// Makes labels comparable: two labels with one key look the same to a reader.
///
/// Case, accents, vowel marks, joiners, spaces, hyphens and punctuation do not count; the variants of
/// one Arabic, Persian or Urdu letter (ي ی, ك ک, ه ہ, أ ا) are one; Cyrillic and Greek letters that
/// look Latin are that Latin letter; digits of every script are their value.
///
/// Reference: Unicode Technical Standard 39, confusable detection, of which this is a small part.
public enum LabelFold {
  /// The key of a label; empty where nothing of it counts.
  ///
  /// - Complexity: O(length).
  public static func key(_ label: String) -> String {
    var key: [UInt8] = []
    key.reserveCapacity(label.utf8.count)
    for scalar in label.unicodeScalars {
      let value = scalar.value
      if value < 0x80 {
        let byte = UInt8(value)
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): key.append(byte | 0x20)
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
          key.append(byte)
        case UInt8(ascii: "&"): key += Array("and".utf8)
        default: continue
        }
      } else {
        append(scalar, to: &key)
      }
    }
    return String(decoding: key, as: UTF8.self)
  }

  private static func append(_ scalar: Unicode.Scalar, to key: inout [UInt8]) {
    let value = scalar.value
    if let base = latin(value) {
      key.append(base)
      return
    }
    if let other = variants[value] {
      key += Array(String(Character(other)).utf8)
      return
    }
    if isIgnored(mark: value) { return }
    switch scalar.properties.generalCategory {
    case .format, .control, .spaceSeparator, .lineSeparator,
      .paragraphSeparator, .dashPunctuation, .otherPunctuation, .openPunctuation,
      .closePunctuation, .initialPunctuation, .finalPunctuation, .connectorPunctuation:
      return
    case .decimalNumber:
      if let digit = scalar.properties.numericValue {
        key.append(UInt8(ascii: "0") + UInt8(max(0, min(9, digit))))
        return
      }
    default: break
    }
    for lower in scalar.properties.lowercaseMapping.unicodeScalars {
      if let other = variants[lower.value] {
        key += Array(String(Character(other)).utf8)
      } else if let base = latin(lower.value) {
        key.append(base)
      } else if !isIgnored(mark: lower.value) {
        key += Array(String(Character(lower)).utf8)
      }
    }
  }

  /// Whether a mark over or under Latin, Hebrew or Arabic letters, or the tatweel, which writers leave
  /// out at will; the vowel signs of Indic scripts are letters and count.
  private static func isIgnored(mark value: UInt32) -> Bool {
    switch value {
    case 0x300...0x36F, 0x591...0x5C7, 0x610...0x61A, 0x640, 0x64B...0x65F, 0x670, 0x6D6...0x6DC,
      0x6DF...0x6E4, 0x6E7...0x6E8, 0x6EA...0x6ED, 0xFE00...0xFE0F, 0xFE20...0xFE2F:
      true
    default: false
    }
  }

  /// The plain letter below an accented Latin one.
  private static func latin(_ value: UInt32) -> UInt8? {
    let byte: UInt8
    switch value {
    case 0xC0..<0x180: byte = latinExtended[Int(value - 0xC0)]
    case 0x1E00..<0x1F00: byte = latinAdditional[Int(value - 0x1E00)]
    default: return nil
    }
    return byte == UInt8(ascii: "-") ? nil : byte
  }

  /// The plain letters of U+00C0 to U+017F; `-` where there is none.
  private static let latinExtended = Array(
    """
    aaaaaaaceeeeiiiidnooooo-ouuuuytsaaaaaaaceeeeiiiidnooooo-ouuuuyty
    aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii--jjkkkllllll-
    -llnnnnnn-nnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs
    """.utf8.filter { $0 != 0x0A })

  /// The plain letters of U+1E00 to U+1EFF; `-` where there is none.
  private static let latinAdditional = Array(
    """
    aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm
    mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv
    wwwwwwwwwwxxxxyyzzzzzzhtwy-s--s-aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee
    eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy------
    """.utf8.filter { $0 != 0x0A })

  /// Letters that stand for another.
  private static let variants: [UInt32: Unicode.Scalar] = {
    let families: [(Unicode.Scalar, [Unicode.Scalar])] = [
      ("\u{6CC}", ["\u{64A}", "\u{649}", "\u{626}", "\u{6D2}", "\u{6D3}", "\u{6D0}"]),
      ("\u{6A9}", ["\u{643}", "\u{6AA}"]),
      (
        "\u{6C1}",
        ["\u{647}", "\u{6BE}", "\u{629}", "\u{6C0}", "\u{6C2}", "\u{6C3}", "\u{6D5}"]
      ),
      ("\u{627}", ["\u{622}", "\u{623}", "\u{625}", "\u{671}"]),
      ("\u{648}", ["\u{624}"]), ("\u{646}", ["\u{6BA}"]),
      ("a", ["\u{430}", "\u{3B1}"]), ("e", ["\u{435}", "\u{3B5}"]),
      ("o", ["\u{43E}", "\u{3BF}"]), ("p", ["\u{440}", "\u{3C1}"]), ("c", ["\u{441}"]),
      ("x", ["\u{445}", "\u{3C7}"]), ("y", ["\u{443}"]), ("i", ["\u{456}", "\u{3B9}"]),
      ("j", ["\u{458}"]), ("s", ["\u{455}"]), ("k", ["\u{43A}", "\u{3BA}"]),
      ("t", ["\u{3C4}"]), ("v", ["\u{3BD}"]), ("h", ["\u{4BB}"]),
    ]
    var table: [UInt32: Unicode.Scalar] = [:]
    for (letter, others) in families {
      for other in others { table[other.value] = letter }
    }
    return table
  }()
}
