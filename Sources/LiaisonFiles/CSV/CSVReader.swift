import LiaisonModel

/// Reads comma-separated values as RFC 4180 has them and as spreadsheets write them.
///
/// Cells end at `,`, `;`, a tab or `|`: what the `sep=` line says, else what stands most often in the
/// header. Lines end in LF, CRLF or CR. A quote inside an unquoted cell is text. Read bytes are UTF-8
/// with or without a byte order mark; UTF-16 and Windows-1252 are refused with a hint, so that places
/// are those of the file.
public enum CSVReader {
  /// Reads a table whose first row is its header.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - file: the file's number in the document's `SourceSet`.
  ///   - limits: what is refused as too large; `nodes` counts cells.
  ///   - delimiter: the byte between cells, if it is known.
  ///   - removesMarks: whether the mark against formulas that our writer sets is taken off.
  /// - Returns: the table, with a problem for each quote that is not closed, each row whose cells
  ///   are not as many as the header's, each header without a name or named twice. A row in which a quote
  ///   stays open holds the rest of the file, and is left out.
  /// - Complexity: O(bytes).
  public static func read(
    bytes: [UInt8], file: UInt16 = 0, limits: InputLimits = .standard, delimiter: UInt8? = nil,
    removesMarks: Bool = true
  ) -> CSVTable {
    let check = TextCheck(
      bytes, file: file, limits: limits, tool: "save it as “CSV UTF-8”")
    guard !check.isHopeless else {
      return CSVTable(
        header: [], rows: [], delimiter: 0x2C, problems: check.problems, isUnread: true)
    }
    var parser = CSVParser(
      bytes, start: check.start, file: file, limits: limits, removesMarks: removesMarks)
    return parser.table(delimiter: delimiter)
  }
}

/// The state of reading one CSV file.
private struct CSVParser {
  private let bytes: [UInt8]
  private let end: Int
  private let file: UInt16
  private let limits: InputLimits
  private let removesMarks: Bool
  private var delimiter: UInt8 = 0x2C
  private var position: Int
  private var cells = 0
  private var problems: [SourceProblem] = []
  /// Whether a quote stays open, to the end of the file.
  private var isOpen = false
  /// Whether the row that is read has text behind a closing quote.
  private var isMisquoted = false

  init(
    _ bytes: [UInt8], start: Int, file: UInt16, limits: InputLimits, removesMarks: Bool
  ) {
    self.bytes = bytes
    self.file = file
    self.limits = limits
    self.removesMarks = removesMarks
    end = bytes.count
    position = start
  }

  @inline(__always)
  private func byte(_ index: Int) -> UInt8 { index < end ? bytes[index] : 0 }

  private func place(_ range: Range<Int>) -> Place {
    Place(
      file: file,
      spot: .bytes(UInt32(clamping: range.lowerBound)..<UInt32(clamping: range.upperBound)))
  }

  private mutating func note(
    _ rule: String, _ message: String, _ place: Place, hint: String? = nil
  ) {
    problems.append(SourceProblem(ruleID: rule, message: message, place: place, hint: hint))
    if problems.count >= limits.problems { position = end }
  }

  mutating func table(delimiter given: UInt8?) -> CSVTable {
    if let named = takeSeparatorLine() {
      delimiter = given ?? named
    } else {
      delimiter = given ?? likelyDelimiter()
    }
    var header: [CSVCell] = []
    while position < end, header.isEmpty { header = row(expecting: 0) }
    if isOpen {
      return CSVTable(
        header: [], rows: [], delimiter: delimiter, problems: problems, isUnread: true)
    }
    checkHeader(header)
    var rows: [[CSVCell]] = []
    while position < end {
      let row = row(expecting: header.count)
      if row.isEmpty { continue }
      if isOpen { break }
      // A quote at a wrong place joins cells or parts them: it is what is to be mended.
      if isMisquoted {
        rows.append(row)
        continue
      }
      if row.count != header.count, position < end || problems.count < limits.problems {
        let isShort = row.count < header.count
        let spot = isShort ? CSVTable.place(of: row) : row[header.count].place
        note(
          SourceRule.csvRagged,
          "the row has \(row.count) cell\(row.count == 1 ? "" : "s"), the header \(header.count)",
          spot,
          hint: isShort
            ? "write the empty cells too" : "text that holds the delimiter goes in quotes")
      }
      rows.append(row)
    }
    return CSVTable(header: header, rows: rows, delimiter: delimiter, problems: problems)
  }

  // MARK: Delimiter

  /// Takes the line `sep=;` that Excel reads and writes.
  private mutating func takeSeparatorLine() -> UInt8? {
    guard bytes[position...].starts(with: "sep=".utf8, by: { $0 | 0x20 == $1 | 0x20 }) else {
      return nil
    }
    let separator = byte(position + 4)
    let next = byte(position + 5)
    guard separator != 0x22, separator > 0x20 || separator == 0x09, separator < 0x7F,
      next == 0x0A || next == 0x0D || next == 0
    else { return nil }
    position = min(position + 5, end)
    takeBreak()
    return separator
  }

  private func likelyDelimiter() -> UInt8 {
    let candidates: [UInt8] = [0x2C, 0x3B, 0x09, 0x7C]
    var counts = [0, 0, 0, 0]
    var index = position
    var isQuoted = false
    while index < end {
      let byte = bytes[index]
      if byte == 0x22 {
        isQuoted.toggle()
      } else if !isQuoted {
        if byte == 0x0A || byte == 0x0D, index > position { break }
        if let candidate = candidates.firstIndex(of: byte) { counts[candidate] += 1 }
      }
      index += 1
    }
    var best = 0
    for candidate in 1..<4 where counts[candidate] > counts[best] { best = candidate }
    return candidates[best]
  }

  private mutating func checkHeader(_ header: [CSVCell]) {
    var seen = SourceMembers()
    for (number, cell) in header.enumerated() {
      if cell.text.isEmpty {
        note(
          SourceRule.csvHeader, "column \(number + 1) has no name", cell.place,
          hint: "name it, or remove the column")
      } else if seen.index(of: cell.text) != nil {
        note(
          SourceRule.csvHeader,
          "the column \(SourceProblem.shown(key: cell.text)) is already there", cell.place,
          hint: "keep one of the two")
      }
      _ = seen.append(
        SourceNode.Member(key: cell.text, keyPlace: cell.place, node: SourceNode(.null)))
    }
  }

  // MARK: Rows

  private mutating func takeBreak() {
    if byte(position) == 0x0D, byte(position + 1) == 0x0A { position += 1 }
    if position < end { position += 1 }
  }

  /// The cells of the next line; empty for an empty line.
  private mutating func row(expecting count: Int) -> [CSVCell] {
    if byte(position) == 0x0A || byte(position) == 0x0D {
      takeBreak()
      return []
    }
    isMisquoted = false
    var row: [CSVCell] = []
    row.reserveCapacity(count)
    while true {
      cells += 1
      if cells > limits.nodes {
        note(
          SourceRule.limit, "more than \(limits.nodes) cells, the limit",
          place(position..<position), hint: "split the file")
        position = end
        return row
      }
      row.append(byte(position) == 0x22 ? quotedCell() : plainCell())
      if position >= end { return row }
      let next = bytes[position]
      if next == delimiter {
        position += 1
        continue
      }
      takeBreak()
      return row
    }
  }

  private mutating func plainCell() -> CSVCell {
    let start = position
    skipPlain()
    return cell(bytes[start..<position], start: start, isQuoted: false)
  }

  private mutating func skipPlain() {
    while position < end {
      let byte = bytes[position]
      if byte == delimiter || byte == 0x0A || byte == 0x0D { return }
      position += 1
    }
  }

  private mutating func quotedCell() -> CSVCell {
    let start = position
    position += 1
    var text: [UInt8] = []
    var from = position
    while position < end {
      if bytes[position] != 0x22 {
        position += 1
        continue
      }
      let part = bytes[from..<position]
      position += 1
      if byte(position) == 0x22 {
        text += part
        text.append(0x22)
        position += 1
        from = position
        continue
      }
      let quoteEnd = position
      skipPlain()
      if position > quoteEnd {
        isMisquoted = true
        note(
          SourceRule.csvQuote, "text behind a closing quote", place(quoteEnd..<position),
          hint: "write a quote inside a quoted cell twice")
      }
      if text.isEmpty { return cell(part, start: start, isQuoted: true) }
      text += part
      return cell(text[...], start: start, isQuoted: true)
    }
    isOpen = true
    note(
      SourceRule.csvQuote, "the quote that opens here is not closed", place(start..<start + 1),
      hint: "close it; a quote inside a quoted cell is written twice")
    return cell(bytes[from..<end], start: start, isQuoted: true)
  }

  private mutating func cell(_ text: ArraySlice<UInt8>, start: Int, isQuoted: Bool) -> CSVCell {
    if text.count > limits.fieldBytes {
      note(
        SourceRule.limit,
        "a cell is longer than \(InputLimits.sized(limits.fieldBytes)), the limit",
        place(start..<start + 1))
    }
    var text = text
    if removesMarks, text.first == 0x27, FormulaMark.isFormula(text.dropFirst()) {
      text = text.dropFirst()
    }
    return CSVCell(
      String(decoding: text, as: UTF8.self), isQuoted: isQuoted, place: place(start..<position))
  }
}
