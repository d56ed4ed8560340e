public import LiaisonModel

/// What came out of reading a YAML file.
public struct YAMLResult: Sendable {
  /// The document as far as it could be read; nil if it is empty or not text at all.
  public var root: SourceNode?
  /// What could not be read, in file order. With any, the file is not to be taken as read.
  public var problems: [SourceProblem]
  /// The comments, each from its `#` to the end of its line, in file order.
  public var comments: [Range<UInt32>]
}

/// Reads the YAML that people write by hand: block and flow collections, the five scalar styles,
/// comments.
///
/// Every scalar is text: `no`, `007` and `1:0` stay what they are; only an empty value, `~` and
/// `null`, unquoted, are null. Anchors, aliases, tags, directives, merge keys, several documents and
/// keys that are not one line of text are refused, one problem each. A line that cannot be read
/// costs the entry it stands in: reading goes on at the next entry of the same list or map.
///
/// What is read is what PyYAML's `BaseLoader` reads, except:
/// * refused here: the features just named; content of a bracket or quote that is indented no more
///   than the key or dash that it belongs to; a block scalar in the column of its key; NUL by escape;
/// * read here, as YAML 1.2 has it: tabs between tokens; `?` and `:` in bracketed text; a pair of
///   escaped surrogates as one character; U+0085, U+2028 and U+2029 as text, not as line breaks.
public enum YAMLReader {
  /// Reads a file.
  ///
  /// - Parameters:
  ///   - bytes: the file; UTF-8, with or without a byte order mark; lines end in LF, CRLF or CR.
  ///   - file: the file's number in the document's `SourceSet`.
  ///   - limits: what is refused as too large.
  /// - Returns: the tree with the places of all keys and values, the problems, the comments.
  /// - Complexity: O(bytes) time and space.
  public static func read(
    bytes: [UInt8], file: UInt16 = 0, limits: InputLimits = .standard
  ) -> YAMLResult {
    let check = TextCheck(bytes, file: file, limits: limits)
    guard !check.isHopeless else {
      return YAMLResult(root: nil, problems: check.problems, comments: [])
    }
    var parser = YAMLParser(bytes, start: check.start, file: file, limits: limits)
    let root = parser.document()
    return YAMLResult(root: root, problems: parser.problems, comments: parser.comments)
  }
}
