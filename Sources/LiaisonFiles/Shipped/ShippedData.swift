public import LiaisonModel

/// The data that Liaison ships: the vocabulary and the standards.
public enum ShippedData {
  /// The vocabulary of DOMAIN, read once.
  public static let vocabulary: Vocabulary = {
    var vocabulary = Vocabulary()
    var decoder = EntryDecoder()
    if let root = YAMLReader.read(bytes: PackageResources.vocabulary_yaml).root {
      vocabulary.add(root, &decoder)
    }
    return vocabulary
  }()

  /// The ids of the standards, in the order of their names.
  public static let standardIDs = files.map(\.id)

  /// The text of a standard, for those who write their own; nil where there is none of that id.
  public static func standardText(_ id: String) -> [UInt8]? { files.first { $0.id == id }?.bytes }

  /// A standard by its id; nil where there is none.
  ///
  /// - Complexity: O(size), at each call.
  public static func standard(_ id: String) -> Standard? {
    guard let file = files.first(where: { $0.id == id }) else { return nil }
    return StandardReader.decode(file.bytes, path: "\(file.id).yaml").standard
  }

  /// All standards, in the order of their ids.
  public static var standards: [Standard] { files.compactMap { standard($0.id) } }

  private static let files: [(id: String, bytes: [UInt8])] = [
    ("four-pillars", PackageResources.four_pillars_yaml),
    ("partnership", PackageResources.partnership_yaml),
  ]
}

extension Vocabulary {
  /// The shipped vocabulary.
  public static var shipped: Vocabulary { ShippedData.vocabulary }
}
