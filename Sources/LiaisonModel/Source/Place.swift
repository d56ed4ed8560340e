/// Where a value stands in a source file: a file's number and a spot in it.
///
/// A place holds no path and no line: a `SourceSet` turns it into a `SourceLocation` when, and only
/// when, it is printed. Any two places are not compared by documents: see `Origin`.
public struct Place: Hashable, Sendable {
  /// The part of the file.
  public enum Spot: Hashable, Sendable {
    /// A range of bytes, for text formats.
    case bytes(Range<UInt32>)
    /// A cell of a sheet, counted from 1.
    case cell(row: UInt32, column: UInt16)
    /// The whole file, or a value that code made.
    case whole
  }

  /// The index in `SourceSet.files`.
  public var file: UInt16
  /// The spot in that file.
  public var spot: Spot

  /// Creates a place.
  public init(file: UInt16, spot: Spot) {
    self.file = file
    self.spot = spot
  }

  /// The place of what no file holds.
  public static let none = Place(file: .max, spot: .whole)
}

/// A place as people read it: path, line and column, both from 1; columns count UTF-8 bytes.
public struct SourceLocation: Hashable, Sendable {
  /// The path as it was given.
  public var path: String
  /// The line, from 1.
  public var line: Int
  /// The column in UTF-8 bytes, from 1.
  public var column: Int

  /// Creates a location.
  public init(path: String, line: Int, column: Int) {
    self.path = path
    self.line = line
    self.column = column
  }

  /// `path:line:column`, the form that compilers print and editors read.
  public var text: String { "\(path):\(line):\(column)" }
}

/// The files that a document was read from: the sole holder of paths and line starts.
public struct SourceSet: Sendable {
  /// One file.
  public struct File: Sendable {
    /// The path as it was given.
    public var path: String
    /// The byte offset at which each line starts; the first is 0.
    public var lineStarts: [UInt32]

    /// Creates a file's entry.
    public init(path: String, lineStarts: [UInt32]) {
      self.path = path
      self.lineStarts = lineStarts
    }
  }

  /// The files, in the order in which they were read.
  public private(set) var files: [File]

  /// Creates an empty set.
  public init() { files = [] }

  /// Adds a file and gives its number; over 65,534 files share the last number.
  public mutating func add(path: String, lineStarts: [UInt32]) -> UInt16 {
    files.append(File(path: path, lineStarts: lineStarts.isEmpty ? [0] : lineStarts))
    return UInt16(clamping: files.count - 1)
  }

  /// Adds a file whose lines are found in its bytes (LF, CRLF or CR end a line).
  public mutating func add(path: String, bytes: [UInt8]) -> UInt16 {
    var starts: [UInt32] = [0]
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == 0x0A {
        starts.append(UInt32(clamping: index))
      } else if byte == 0x0D, index >= bytes.count || bytes[index] != 0x0A {
        starts.append(UInt32(clamping: index))
      }
    }
    return add(path: path, lineStarts: starts)
  }

  /// Gives each file the path by which it is known, where that is not the one it was read at.
  public mutating func rename(_ name: (String) -> String) {
    for index in files.indices { files[index].path = name(files[index].path) }
  }

  /// The path, line and column of a place; nil for `Place.none`.
  ///
  /// - Complexity: O(log lines).
  public func location(of place: Place) -> SourceLocation? {
    guard Int(place.file) < files.count else { return nil }
    let file = files[Int(place.file)]
    switch place.spot {
    case .whole:
      return SourceLocation(path: file.path, line: 1, column: 1)
    case .cell(let row, let column):
      return SourceLocation(path: file.path, line: Int(row), column: Int(column))
    case .bytes(let range):
      let starts = file.lineStarts
      var low = 0
      var high = starts.count
      while low + 1 < high {
        let middle = (low + high) / 2
        if starts[middle] <= range.lowerBound { low = middle } else { high = middle }
      }
      return SourceLocation(
        path: file.path, line: low + 1, column: Int(range.lowerBound - starts[low]) + 1)
    }
  }
}

/// The place of a value, which takes no part in comparing: two documents are equal when they say
/// the same, wherever it stands.
public struct Origin: Sendable, Hashable {
  /// The place.
  public var place: Place

  /// Creates an origin.
  public init(_ place: Place = .none) { self.place = place }

  /// Always true.
  public static func == (_: Origin, _: Origin) -> Bool { true }
  /// Feeds nothing.
  public func hash(into _: inout Hasher) {}
}
