import LiaisonModel

extension Relation {
  /// The id that the file gives it, by which it is found there; nil where its ends and kind are all that
  /// tells it apart, which a sentence names in words.
  var label: String? { key.contains(" ") ? nil : key }
}
