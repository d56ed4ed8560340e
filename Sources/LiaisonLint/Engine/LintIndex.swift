import LiaisonModel

/// A document and its indices, made once. It is a class so that rules and their closures share it:
/// copying the document's tables for each of 60,000 relations costs more than judging them.
final class LintIndex: Sendable {
  let document: NetworkDocument
  let vocabulary: Vocabulary
  let asOf: CalendarDate?
  let configuration: LintConfiguration
  let declared: DeclaredIDs
  let words: VocabularyIndex
  /// The ends of each relation.
  let ends: [(from: EndReference, to: EndReference)]

  init(
    _ document: NetworkDocument, vocabulary: Vocabulary, asOf: CalendarDate?,
    configuration: LintConfiguration
  ) {
    self.document = document
    self.vocabulary = vocabulary
    self.asOf = asOf
    self.configuration = configuration
    words = VocabularyIndex(vocabulary)
    let declared = DeclaredIDs(document)
    self.declared = declared
    ends = document.relations.indices.map { number in
      (
        declared.end(document.relations[number].from.value),
        declared.end(document.relations[number].to.value)
      )
    }
  }
}
