import LiaisonModel

/// The entry that a value belongs to, for keys and sentences.
struct Subject: Sendable {
  /// The table: `organizations`.
  var table: String
  /// What makes the entry this one: its id, or a relation's key.
  var key: String
  /// The ids of the elements to draw.
  var ids: [String]
  /// Where the entry stands.
  var place: Place
}
