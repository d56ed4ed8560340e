public import LiaisonModel

/// One cell as the file has it.
public struct CSVCell: Sendable, Hashable {
  /// The text, without quotes and without the mark against formulas.
  public var text: String
  /// Whether it stood in quotes.
  public var isQuoted: Bool
  /// Where it stands, quotes included.
  public var place: Place

  /// Creates a cell.
  public init(_ text: String, isQuoted: Bool = false, place: Place = .none) {
    self.text = text
    self.isQuoted = isQuoted
    self.place = place
  }

  /// Nothing was written: `,,`, and not `,"",`.
  public var isEmpty: Bool { text.isEmpty && !isQuoted }

  /// The cell as a node: null if nothing was written.
  public var node: SourceNode {
    SourceNode(isEmpty ? .null : .scalar(text, quoted: isQuoted), place: place)
  }
}

/// A table that was read from a CSV file: its header, its rows, what is wrong.
public struct CSVTable: Sendable {
  /// The first row.
  public var header: [CSVCell]
  /// The other rows, as long as they are written; empty lines are left out.
  public var rows: [[CSVCell]]
  /// The byte between cells.
  public var delimiter: UInt8
  /// What is wrong, in file order. With any, the file is not to be taken as read.
  public var problems: [SourceProblem]
  /// Whether not even a header could be read: a problem says why.
  public var isUnread = false

  /// The column with a name; the first, if there are several.
  public func column(_ name: String) -> Int? {
    header.firstIndex { $0.text.utf8.elementsEqual(name.utf8) }
  }

  /// The rows as a list of maps, keyed by the header.
  ///
  /// Empty cells are null; cells that a row does not have, and cells without a header, are left out.
  public var node: SourceNode {
    let maps = rows.map { row in
      var members: [SourceNode.Member] = []
      members.reserveCapacity(row.count)
      for (name, cell) in zip(header, row) where !name.text.isEmpty {
        members.append(
          SourceNode.Member(key: name.text, keyPlace: name.place, node: cell.node))
      }
      return SourceNode(.map(members), place: Self.place(of: row))
    }
    return SourceNode(.list(maps), place: Self.place(of: header))
  }

  /// From the first cell of a row to its last.
  public static func place(of row: [CSVCell]) -> Place {
    guard let first = row.first?.place, let last = row.last?.place,
      case .bytes(let start) = first.spot, case .bytes(let end) = last.spot
    else { return .none }
    let upper = max(start.lowerBound, end.upperBound)
    return Place(file: first.file, spot: .bytes(start.lowerBound..<upper))
  }
}
