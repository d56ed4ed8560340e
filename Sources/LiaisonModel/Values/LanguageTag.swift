/// A language by its BCP 47 tag: `ur`, `pa-Arab`, `skr`.
///
/// The first part is a code of ISO 639: two letters of part 1, or three of parts 2 and 3, whose long
/// lists are not held here. Tags are compared without regard to case.
///
/// Reference: A. Phillips and M. Davis, Tags for Identifying Languages and Matching of Language Tags,
/// RFC 5646 and RFC 4647 (BCP 47), 2009 and 2006.
public struct LanguageTag: Hashable, Sendable {
  /// The tag in lower case.
  public let text: String

  /// Reads a tag; nil where it is none: a name, a code that ISO 639-1 does not have.
  public init?(_ text: String) {
    let parts = text.lowercased().split(separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first, first.allSatisfy(Self.isLetter) else { return nil }
    guard first.count == 3 || first.count == 2 && Self.twoLetters.contains(String(first)) else {
      return nil
    }
    for part in parts.dropFirst() {
      guard (1...8).contains(part.count),
        part.allSatisfy({ Self.isLetter($0) || ("0"..."9").contains($0) })
      else { return nil }
    }
    self.text = text.lowercased()
  }

  /// Whether another tag is this language or a kind of it: `pa` covers `pa-Arab` (basic filtering).
  public func covers(_ other: LanguageTag) -> Bool {
    other.text == text || other.text.hasPrefix(text + "-")
  }

  private static func isLetter(_ character: Character) -> Bool { ("a"..."z").contains(character) }

  /// The codes of ISO 639-1.
  private static let twoLetters: Set<String> = Set(
    """
    aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da \
    de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz \
    ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln \
    lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi \
    pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti \
    tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
    """.split(separator: " ").map { String($0) })
}
