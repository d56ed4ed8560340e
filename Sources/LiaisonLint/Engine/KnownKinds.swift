public import LiaisonModel

/// The kinds of expectation that a tool knows, as far as lint has to know them.
public struct KnownKinds: Sendable {
  /// Their ids.
  public var ids: [String]
  /// Why an expectation cannot be read by its kind, in a sentence; nil where it can.
  public var refusal: @Sendable (Expectation, Standard) -> String?

  /// Creates what is known.
  public init(
    ids: [String], refusal: @escaping @Sendable (Expectation, Standard) -> String?
  ) {
    self.ids = ids
    self.refusal = refusal
  }
}
