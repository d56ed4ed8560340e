public import LiaisonModel

/// What a rule over standards gets: the file as it is written, the standard put together where that
/// is possible, the kinds that are known, and the words.
public struct StandardContext: Sendable {
  /// The file as it is written.
  public let document: StandardDocument
  /// The standard with what it inherits, as far as it can be read; nil where it cannot be read at all.
  public let standard: Standard?
  /// The kinds of expectation.
  public let kinds: KnownKinds
  let words: VocabularyIndex

  init(
    _ document: StandardDocument, _ standard: Standard?, kinds: KnownKinds, vocabulary: Vocabulary
  ) {
    self.document = document
    self.standard = standard
    self.kinds = kinds
    words = VocabularyIndex(vocabulary)
  }

  /// The expectations that the file writes itself: those that it changes, then its own.
  public var entries: [ExpectationEntry] { document.overrides + document.expectations }

  /// Those expectations as they are asked, inherited keys included, in the order of the standard.
  public var written: [Expectation] {
    let ids = Set(entries.compactMap(\.id.value))
    return standard?.expectations.filter { ids.contains($0.id) } ?? []
  }
}
