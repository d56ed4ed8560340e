/// Writes tables as comma-separated values (RFC 4180) that `CSVReader` reads as the same table.
public struct CSVWriter: Sendable {
  /// Which cells stand in quotes.
  public enum Quoting: Sendable, Hashable {
    /// Those that must: with a delimiter, quote, line break, space at an end, or a mark.
    case needed
    /// All.
    case all
  }

  /// The byte between cells.
  public var delimiter: UInt8
  /// Which cells stand in quotes.
  public var quoting: Quoting
  /// Whether text that a spreadsheet would take for a formula gets a `'` in front (`FormulaMark`).
  public var marksFormulas: Bool
  /// The columns, from 0, in which a number such as `-5` needs no mark.
  public var numericColumns: Set<Int>
  /// The end of a line: LF, or CRLF as the RFC has it.
  public var usesCRLF: Bool

  /// Creates a writer.
  public init(
    delimiter: UInt8 = 0x2C, quoting: Quoting = .needed, marksFormulas: Bool = true,
    numericColumns: Set<Int> = [], usesCRLF: Bool = false
  ) {
    self.delimiter = delimiter
    self.quoting = quoting
    self.marksFormulas = marksFormulas
    self.numericColumns = numericColumns
    self.usesCRLF = usesCRLF
  }

  /// Writes a header and rows.
  ///
  /// - Returns: UTF-8 without a byte order mark.
  /// - Complexity: O(size).
  public func bytes(header: [String], rows: some Sequence<[String]>) -> [UInt8] {
    var output: [UInt8] = []
    append(header, to: &output)
    for row in rows { append(row, to: &output) }
    return output
  }

  /// Writes a header and rows piece by piece, so that a long table is never held whole.
  ///
  /// - Parameters:
  ///   - header: the first row.
  ///   - rows: the others, which may be made as they are asked for.
  ///   - write: takes each piece, of 64 kB or so; together they are what ``bytes(header:rows:)`` gives.
  public func stream(
    header: [String], rows: some Sequence<[String]>, to write: ([UInt8]) -> Void
  ) {
    var piece: [UInt8] = []
    append(header, to: &piece)
    for row in rows {
      append(row, to: &piece)
      guard piece.count >= 64 << 10 else { continue }
      write(piece)
      piece.removeAll(keepingCapacity: true)
    }
    write(piece)
  }

  /// Adds one row, with its line end.
  public func append(_ row: [String], to output: inout [UInt8]) {
    for (column, text) in row.enumerated() {
      if column > 0 { output.append(delimiter) }
      append(text, column: column, isOnly: row.count == 1, to: &output)
    }
    if usesCRLF { output.append(0x0D) }
    output.append(0x0A)
  }

  private func append(_ text: String, column: Int, isOnly: Bool, to output: inout [UInt8]) {
    let bytes = Array(text.utf8)
    let isMarked =
      marksFormulas && FormulaMark.isFormula(bytes)
      && !(numericColumns.contains(column) && Self.isNumber(bytes))
    // An empty line is no row, `sep=` on the first line no cell, a byte order mark no text.
    let isSpecial =
      isOnly && bytes.isEmpty
      || column == 0 && bytes.starts(with: "sep=".utf8, by: { $0 | 0x20 == $1 | 0x20 })
      || bytes.starts(with: [0xEF, 0xBB, 0xBF])
    guard isMarked || isSpecial || quoting == .all || needsQuotes(bytes) else {
      output += bytes
      return
    }
    output.append(0x22)
    if isMarked { output.append(0x27) }
    for byte in bytes {
      if byte == 0x22 { output.append(0x22) }
      output.append(byte)
    }
    output.append(0x22)
  }

  private func needsQuotes(_ bytes: [UInt8]) -> Bool {
    guard let first = bytes.first, let last = bytes.last else { return false }
    if first == 0x20 || last == 0x20 { return true }
    return bytes.contains { byte in
      byte == delimiter || byte == 0x22 || byte == 0x0A || byte == 0x0D || byte == 0x09
        || byte == 0x3B || byte == 0x7C
    }
  }

  /// Whether text is a decimal number, in ASCII digits.
  static func isNumber(_ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    func takeDigits() -> Bool {
      let digits = rest.prefix { (0x30...0x39).contains($0) }
      rest = rest.dropFirst(digits.count)
      return !digits.isEmpty
    }
    if rest.first == 0x2B || rest.first == 0x2D { rest = rest.dropFirst() }
    guard takeDigits() else { return false }
    if rest.first == 0x2E {
      rest = rest.dropFirst()
      guard takeDigits() else { return false }
    }
    if let first = rest.first, first | 0x20 == 0x65 {
      rest = rest.dropFirst()
      if rest.first == 0x2B || rest.first == 0x2D { rest = rest.dropFirst() }
      guard takeDigits() else { return false }
    }
    return rest.isEmpty
  }
}
