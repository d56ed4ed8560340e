internal import LiaisonGraph

extension DocumentBuilder {
  /// How many rows a thread decodes at a time.
  private static let blockSize = 2_048

  /// Adds the entries of a table's rows, in their order.
  ///
  /// Long tables are decoded on several threads. Where a row has something to say, all are decoded again,
  /// one after the other: what is told, in which order and how often does not depend on the threads.
  ///
  /// - Parameters:
  ///   - count: the number of rows.
  ///   - path: where the entries go.
  ///   - decode: the entry of a row, by its number from 0; nil where the row is empty.
  /// - Complexity: O(cells).
  public mutating func append<Entry: SchemaEntry>(
    rows count: Int, to path: WritableKeyPath<NetworkDocument, [Entry]>,
    _ decode: @Sendable (Int, inout EntryDecoder) -> Entry?
  ) {
    edit { document, decoder in
      document[keyPath: path].reserveCapacity(document[keyPath: path].count + count)
      if count > Self.blockSize {
        let listener = decoder.listener
        let blocks = inParallel((count + Self.blockSize - 1) / Self.blockSize, threads: nil) {
          block -> [Entry]? in
          var own = listener
          let start = block * Self.blockSize
          var entries: [Entry] = []
          for row in start..<min(start + Self.blockSize, count) {
            if let entry = decode(row, &own) { entries.append(entry) }
            guard own.isSilent else { return nil }
          }
          return entries
        }
        if blocks.allSatisfy({ $0 != nil }) {
          for case let entries? in blocks { document[keyPath: path] += entries }
          return
        }
      }
      for row in 0..<count {
        guard let entry = decode(row, &decoder) else { continue }
        document[keyPath: path].append(entry)
      }
    }
  }
}
