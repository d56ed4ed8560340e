import LiaisonModel

/// What to write instead of a cell that is no weight, where that can be told from the cell.
enum WeightAdvice {
  /// The advice, as the end of a sentence; nil where the cell is no number however it is read.
  ///
  /// - Parameters:
  ///   - text: the cell.
  ///   - delimiter: the byte between cells; where it is a comma the decimal mark is a point alone.
  static func advice(on text: String, delimiter: UInt8) -> String? {
    let text = ListCell.trimmed(text)
    if missing.contains(text.lowercased()) {
      return "write the weight as a number, or take the row out where it is not known"
    }
    let digits = text.drop { "+-".contains($0) }
    let sign = text.prefix(text.count - digits.count)
    let marks = digits.filter(isMark)
    let parts = digits.split(omittingEmptySubsequences: false, whereSeparator: isMark)
    guard sign.count < 2, let last = marks.last, parts.count > 1,
      parts.allSatisfy({ part in
        !part.isEmpty && part.utf8.allSatisfy { byte in (0x30...0x39).contains(byte) }
      })
    else { return nil }
    let decimal = delimiter == UInt8(ascii: ",") ? "." : ","
    let whole = "\(sign)\(parts.joined())"
    let isThousands = parts.dropFirst().allSatisfy { $0.count == 3 } && parts[0].count <= 3
    // The last mark is a decimal one where it is another than those before it, or cuts no thousands.
    let isDecimal = last == "," || last == "."
    let isOther = marks.dropLast().allSatisfy { $0 != last }
    let middle = parts.dropFirst().dropLast().allSatisfy { $0.count == 3 }
    let fraction = "\(sign)\(parts.dropLast().joined())\(decimal)\(parts[parts.count - 1])"
    if marks.count == 1, isDecimal, isThousands {
      let name = last == "," ? "comma" : "point"
      return
        "where the \(name) parts thousands write \(whole), where it is the decimal mark \(fraction)"
    }
    if isThousands, marks.allSatisfy({ $0 == last }) {
      return "write \(whole), without a mark between thousands"
    }
    guard isDecimal, isOther, middle else { return nil }
    return marks.count == 1
      ? "write \(fraction): the decimal mark here is a \(decimal == "." ? "point" : "comma")"
      : "write \(fraction), without a mark between thousands"
  }

  private static func isMark(_ character: Character) -> Bool {
    ",.'’ \u{A0}\u{202F}".contains(character)
  }

  private static let missing: Set<String> = [
    "na", "n/a", "n.a.", "n.a", "nan", "null", "none", "nil", "-", "–", "—", "?", "unknown", "#n/a",
  ]
}
