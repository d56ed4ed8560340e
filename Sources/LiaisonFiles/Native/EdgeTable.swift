public import LiaisonModel

/// A plain edge list as numbers, for those who measure it and ask for no places: a million edges in the
/// time in which the document of them would be begun.
///
/// Only a file in which nothing is wrong and nothing is quoted is read so; any other is for
/// ``NetworkReader``, which says what is wrong and where. Both give the same nodes, edges and weights.
public struct EdgeTable: Sendable, Equatable {
  /// The ids of the nodes, in the order in which the edges name them.
  public private(set) var ids: [String] = []
  /// The place in `ids` of each edge's source.
  public private(set) var sources: [Int32] = []
  /// The place in `ids` of each edge's target.
  public private(set) var targets: [Int32] = []
  /// The weight of each edge; `nil` where no edge has one.
  public private(set) var weights: [Double]?
  /// What is said of columns that are not read, placed in the file's first line; `nil` where all are.
  public private(set) var unread: Finding?

  /// Reads a file.
  ///
  /// - Returns: `nil` where the file holds a quote, or anything that a reader should hear of, such as no
  ///   edge at all, or ids that look alike.
  /// - Complexity: O(bytes).
  public static func read(_ input: InputFile, limits: InputLimits = .standard) -> EdgeTable? {
    let bytes = input.bytes
    let check = TextCheck(bytes, file: 0, limits: limits)
    guard check.problems.isEmpty, !check.isHopeless,
      let headerEnd = bytes[check.start...].firstIndex(where: { $0 == 0x0A || $0 == 0x0D }),
      !bytes[check.start...].starts(with: "sep=".utf8, by: { $0 | 0x20 == $1 | 0x20 })
    else { return nil }
    let csv = CSVReader.read(bytes: Array(bytes[check.start..<headerEnd]), limits: limits)
    guard csv.problems.isEmpty, !csv.header.isEmpty,
      let source = EdgeListReader.column(csv, ["source", "from"]),
      let target = EdgeListReader.column(csv, ["target", "to"])
    else { return nil }
    let weight = EdgeListReader.column(csv, ["weight"])
    let columns = Columns(
      source: source, target: target, weight: weight,
      count: csv.header.count, headings: [source, target].map { csv.header[$0].text })
    var table = EdgeTable()
    table.unread = EdgeListReader.unread(csv, but: [source, target], weight: weight)
    // A mark at the beginning would shift the places of the header's cells.
    if table.unread != nil, check.start > 0 { return nil }
    let isRead = table.read(
      bytes, from: headerEnd, columns, delimiter: csv.delimiter, cellLimit: limits.nodes)
    guard isRead, !table.sources.isEmpty, LookAlikeIDs.groups(of: table.ids).isEmpty else {
      return nil
    }
    return table
  }

  private struct Columns {
    var source: Int
    var target: Int
    var weight: Int?
    var count: Int
    /// What those of the ends are called.
    var headings: [String]

    /// Whether a node is called as one of the columns is: its row may be the header again.
    func isHeading(_ id: String) -> Bool {
      headings.contains {
        $0.utf8.count == id.utf8.count && $0.lowercased() == id.lowercased()
      }
    }
  }

  private mutating func read(
    _ bytes: [UInt8], from start: Int, _ columns: Columns, delimiter: UInt8, cellLimit: Int
  ) -> Bool {
    var numbers = TextNumbers()
    var written: [Double] = []
    var (hasWeights, lacksWeights) = (false, false)
    var cellCount = columns.count
    var position = start
    let end = bytes.count
    // Source and target of some rows: a block of ids is looked for at once.
    var ends: [Range<Int>] = []
    // Plain memory: a look at each byte is all that is done here, and its check would double it.
    return bytes.withUnsafeBufferPointer { text in
      while position < end {
        if text[position] == 0x0A || text[position] == 0x0D {
          position += 1
          continue
        }
        var (source, target) = (position..<position, position..<position)
        var weight = 1.0
        var column = 0
        while true {
          let cellStart = position
          while position < end {
            let byte = text[position]
            if byte == delimiter || byte == 0x0A || byte == 0x0D { break }
            if byte == 0x22 || byte == 0x27 { return false }
            position += 1
          }
          let cell = cellStart..<position
          if column == columns.source {
            source = cell
          } else if column == columns.target {
            target = cell
          } else if column == columns.weight, cell.isEmpty {
            lacksWeights = true
          } else if column == columns.weight {
            let words = String(decoding: text[cell], as: UTF8.self)
            guard let value = EdgeListReader.weight(words, delimiter: delimiter) else {
              return false
            }
            (weight, hasWeights) = (value, true)
          }
          column += 1
          guard position < end, text[position] == delimiter else { break }
          position += 1
        }
        cellCount += column
        guard column == columns.count, cellCount <= cellLimit else { return false }
        ends.append(source)
        ends.append(target)
        written.append(weight)
        if ends.count == 512 {
          guard take(ends, in: text, &numbers, columns) else { return false }
          ends.removeAll(keepingCapacity: true)
        }
      }
      // A weight that is not written is not 1: who reads with places says where it is missing.
      if hasWeights, lacksWeights { return false }
      if hasWeights { weights = written }
      return take(ends, in: text, &numbers, columns)
    }
  }

  /// Takes the ends of some edges, source and target in turn; false where an id can refer to nothing.
  private mutating func take(
    _ ends: [Range<Int>], in text: UnsafeBufferPointer<UInt8>, _ numbers: inout TextNumbers,
    _ columns: Columns
  ) -> Bool {
    for (place, number) in numbers.numbers(of: ends, in: text).enumerated() {
      if number == ids.count {
        let id = String(decoding: text[ends[place]], as: UTF8.self)
        guard Identifier.isVisible(id), !columns.isHeading(id) else { return false }
        ids.append(id)
      }
      if place.isMultiple(of: 2) { sources.append(number) } else { targets.append(number) }
    }
    return true
  }
}

/// Numbers texts in the order in which they first come up, by their bytes.
private struct TextNumbers {
  /// One place of the hash table. A text of up to eight bytes is its own key, so that a look at the place
  /// settles it and the file, which lies far off, is not touched.
  private struct Slot {
    /// The bytes of a short text, the hash of a longer one.
    var key: UInt64 = 0
    /// How many bytes it has.
    var length: UInt32 = 0
    /// Its number; −1 where the place is free.
    var number: Int32 = -1
  }

  /// At most half are taken; their number is a power of two.
  private var slots = [Slot](repeating: Slot(), count: 1 << 10)
  /// Where each text begins in the file, by number.
  private var starts: [Int] = []

  /// The numbers of the texts at some places.
  ///
  /// All places of the table are looked at before any is judged: then the processor waits for many at
  /// once, and the table of a large file lies far off.
  mutating func numbers(
    of ranges: [Range<Int>], in bytes: UnsafeBufferPointer<UInt8>
  ) -> [Int32] {
    let keys = ranges.map { TextNumbers.key(of: $0, in: bytes) }
    let hashes = keys.map { TextNumbers.hash(of: $0) }
    var found = hashes.map { slots[$0 & (slots.count - 1)].number }
    for place in ranges.indices {
      found[place] = number(of: ranges[place], keys[place], hashes[place], in: bytes)
    }
    return found
  }

  private mutating func number(
    of range: Range<Int>, _ key: UInt64, _ hash: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Int32 {
    var place = hash & (slots.count - 1)
    while slots[place].number >= 0 {
      let known = slots[place]
      if known.key == key, Int(known.length) == range.count,
        range.count <= 8 || isSame(known.number, range, in: bytes)
      {
        return known.number
      }
      place = (place + 1) & (slots.count - 1)
    }
    let number = Int32(starts.count)
    slots[place] = Slot(key: key, length: UInt32(range.count), number: number)
    starts.append(range.lowerBound)
    if starts.count * 2 > slots.count { grow() }
    return number
  }

  /// Whether the text of a number is that at some places, as long as it.
  private func isSame(
    _ number: Int32, _ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let start = starts[Int(number)]
    return bytes[start..<start + range.count].elementsEqual(bytes[range])
  }

  private static func key(of range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    if range.count <= 8 {
      var key: UInt64 = 0
      for place in range { key = key << 8 | UInt64(bytes[place]) }
      return key
    }
    var hasher = Hasher()
    hasher.combine(bytes: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[range]))
    return UInt64(bitPattern: Int64(hasher.finalize()))
  }

  /// Where a key is looked for first, by the seeded hash of the standard library: a file can be made to
  /// fit any other.
  private static func hash(of key: UInt64) -> Int {
    var hasher = Hasher()
    hasher.combine(key)
    return hasher.finalize()
  }

  private mutating func grow() {
    let taken = slots.filter { $0.number >= 0 }
    slots = [Slot](repeating: Slot(), count: slots.count * 2)
    for slot in taken {
      var place = TextNumbers.hash(of: slot.key) & (slots.count - 1)
      while slots[place].number >= 0 { place = (place + 1) & (slots.count - 1) }
      slots[place] = slot
    }
  }
}
