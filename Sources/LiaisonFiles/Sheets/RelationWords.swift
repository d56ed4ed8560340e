import LiaisonModel

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
