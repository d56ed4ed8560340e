/// One value of a document as the file has it: not there, read, or not readable.
///
/// Equality ignores places.
public enum Field<Value: Sendable & Equatable>: Sendable, Equatable {
  /// The key is not written.
  case absent
  /// The value and where it stands.
  case value(Value, Place)
  /// As written, and why it cannot be read; lint reports it and writers write it back.
  case broken(SourceNode, reason: String)

  /// The value, where there is one.
  public var value: Value? {
    if case .value(let value, _) = self { return value }
    return nil
  }

  /// Where it stands; nil when absent.
  public var place: Place? {
    switch self {
    case .absent: nil
    case .value(_, let place): place
    case .broken(let node, _): node.place
    }
  }

  /// Whether the key is not written.
  public var isAbsent: Bool {
    if case .absent = self { return true }
    return false
  }

  /// A value made by code.
  public static func of(_ value: Value) -> Field { .value(value, .none) }

  /// Equal state and value; places and reasons do not count.
  public static func == (left: Field, right: Field) -> Bool {
    switch (left, right) {
    case (.absent, .absent): true
    case (.value(let a, _), .value(let b, _)): a == b
    case (.broken(let a, _), .broken(let b, _)): a == b
    default: false
    }
  }
}
