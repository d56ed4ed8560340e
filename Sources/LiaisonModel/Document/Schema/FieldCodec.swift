/// How one kind of value is read from a node and written to one.
///
/// Reading never traps and never guesses: what is not exactly a value is refused with a reason that
/// says what is expected, and never holds the text found.
public struct FieldCodec<Value: Sendable & Equatable>: Sendable {
  /// What came of reading.
  public enum Reading: Sendable {
    /// The value.
    case value(Value)
    /// Why it is none: the end of the sentence "the key …"; nil says what is expected.
    case refused(String?)
  }

  /// What is expected, in words: "a date such as 2025-06-30".
  public let expects: String
  /// What is expected in place of a text, where more can be said of it: that June has 30 days.
  private(set) var expectation: @Sendable (String) -> String? = { _ in nil }
  /// How the value stands in a cell of a table.
  public let form: CellForm
  /// Reads a node; problems inside a structure go to the decoder.
  public let read: @Sendable (SourceNode, inout EntryDecoder) -> Reading
  /// Writes a value.
  public let write: @Sendable (Value) -> SourceNode

  /// Creates a codec.
  public init(
    expects: String, form: CellForm,
    read: @escaping @Sendable (SourceNode, inout EntryDecoder) -> Reading,
    write: @escaping @Sendable (Value) -> SourceNode
  ) {
    self.expects = expects
    self.form = form
    self.read = read
    self.write = write
  }

  /// A codec of one scalar.
  static func scalar(
    _ expects: String, form: CellForm = .scalar,
    expectation: @escaping @Sendable (String) -> String? = { _ in nil },
    read: @escaping @Sendable (String) -> Value?, write: @escaping @Sendable (Value) -> String
  ) -> FieldCodec {
    var codec = FieldCodec(expects: expects, form: form) { node, _ in
      guard let text = node.scalar, let value = read(text) else { return .refused(nil) }
      return .value(value)
    } write: {
      .text(write($0))
    }
    codec.expectation = expectation
    return codec
  }

  /// A codec of a list of scalars; one scalar is a list of one.
  static func list<Element>(
    _ expects: String, read: @escaping @Sendable (String) -> Element?,
    write: @escaping @Sendable (Element) -> String
  ) -> FieldCodec where Value == [Element] {
    FieldCodec(expects: expects, form: .list) { node, _ in
      var result: [Element] = []
      for element in node.elements ?? [node] {
        guard let text = element.scalar, let value = read(text) else { return .refused(nil) }
        result.append(value)
      }
      return .value(result)
    } write: { value in
      SourceNode(.list(value.map { .text(write($0)) }))
    }
  }
}

/// How a value stands in a cell of a table.
public enum CellForm: Sendable, Equatable {
  /// As it is.
  case scalar
  /// As it is; where semicolons stand between cells the decimal mark may be a comma.
  case number
  /// Its elements joined by `;`, with `\;` for a semicolon and `\\` for a backslash.
  case list
  /// In columns of its own, `key.part`; its members have these forms.
  case structure([String: CellForm], orScalar: Bool)
  /// In a table of its own, or as JSON.
  case entries
}
