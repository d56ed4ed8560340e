import LiaisonModel

/// Which columns of a list say from, to and kind, whether it is so, and how strong it is.
struct SheetListColumns {
  var from: Int
  var to: Int
  var kind: Int?
  /// Whether there is the relation: a mark.
  var mark: Int?
  /// A number: how strong it is, or how much passes.
  var number: Int?
  var count: Int

  private static let froms = [
    "from", "source", "referrer", "refers from", "referring organization", "referring organisation",
    "organization from", "from organization", "sender", "who", "org", "organization",
    "organisation", "agency", "referring agency", "sending agency", "referring", "سے", "منجانب",
  ]
  private static let tos = [
    "to", "target", "receiver", "refers to", "receiving organization", "receiving organisation",
    "organization to", "to organization", "recipient", "whom", "to whom", "partner",
    "partner organization", "partner organisation", "referred to", "receiving agency", "receiving",
    "کو",
  ]
  private static let kinds = [
    "kind", "type", "relation", "relationship", "kind of relation", "relation type", "link",
  ]
  private static let marks = ["answer", "mark", "known", "yes no"]
  private static let numbers = ["weight", "strength", "number"]

  /// The columns of a header; nil where it does not name from and to.
  init?(_ header: [CSVCell]) {
    let keys = header.map { LabelFold.key($0.text) }
    func column(_ names: [String]) -> Int? {
      for name in names.map(LabelFold.key) {
        if let index = keys.firstIndex(of: name) { return index }
      }
      return nil
    }
    guard let from = column(Self.froms), let to = column(Self.tos), from != to else { return nil }
    self.from = from
    self.to = to
    kind = column(Self.kinds)
    mark = column(Self.marks)
    number = column(Self.numbers)
    count = header.count
  }

  private init(from: Int, to: Int, kind: Int?, count: Int) {
    self.from = from
    self.to = to
    self.kind = kind
    self.count = count
  }

  /// The columns of a list without a header.
  static func unnamed(count: Int) -> SheetListColumns {
    SheetListColumns(from: 0, to: 1, kind: count > 2 ? 2 : nil, count: count)
  }

  /// The other columns of a header; those that a relation has a key for are called by that key.
  func named(_ header: [CSVCell]) -> [CSVCell] {
    let keys = RelationEntry.schema.keys
    return extra(header).map { cell in
      let fold = LabelFold.key(cell.text)
      guard let key = keys.first(where: { LabelFold.key($0) == fold }) else { return cell }
      return CSVCell(key, isQuoted: cell.isQuoted, place: cell.place)
    }
  }

  /// The other cells of a row.
  func extra(_ row: [CSVCell]) -> [CSVCell] {
    row.enumerated().filter { ![from, to, kind, mark, number].contains($0.offset) }.map(\.element)
  }
}

/// The kinds of relations by whatever people call them.
struct RelationWords {
  private var codes: [String: Code] = [:]
  private let all: [String]

  init(_ vocabulary: Vocabulary) {
    all = vocabulary.relations.map(\.term.code.text)
    for kind in vocabulary.relations {
      let term = kind.term
      let words = [term.code.text, term.name, term.phrase ?? ""] + term.names.map(\.text)
      for word in words where !word.isEmpty {
        let key = LabelFold.key(word)
        if codes[key] == nil { codes[key] = term.code }
      }
    }
    for (word, code) in [
      ("referral", "refers_to"), ("refers", "refers_to"),
      ("information", "shares_information_with"),
      ("funding", "funds"), ("member", "member_of"), ("feedback", "gives_feedback_to"),
    ] where codes[LabelFold.key(word)] == nil {
      codes[LabelFold.key(word)] = Code(code)
    }
  }

  func code(_ text: String) -> Code? { codes[LabelFold.key(text)] }

  func nearest(to text: String) -> String? {
    var match = NearestMatch(all)
    return match.nearest(to: text)
  }
}
