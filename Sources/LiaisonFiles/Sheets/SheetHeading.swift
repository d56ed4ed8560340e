import LiaisonModel

/// What a column of a list says, and the words by which planners head it.
enum SheetHeading: Sendable, CaseIterable {
  /// The organization a relation starts from.
  case from
  /// The organization it leads to.
  case to
  /// Its kind.
  case kind
  /// Whether there is the relation: a mark.
  case mark
  /// A number: how strong it is, or how much passes.
  case number

  /// The words, by language; what stands first is looked for first.
  private static let table: [(heading: SheetHeading, language: String, words: [String])] = [
    (
      .from, "en",
      [
        "from", "source", "referrer", "refers from", "referring organization",
        "referring organisation", "organization from", "from organization", "from organisation",
        "from agency", "sender", "referred by", "referral from", "who", "org", "organization",
        "organisation", "agency", "referring agency", "sending agency", "referring",
      ]
    ),
    (
      .to, "en",
      [
        "to", "target", "receiver", "refers to", "receiving organization",
        "receiving organisation", "organization to", "to organization", "to organisation",
        "to agency", "recipient", "whom", "to whom", "partner", "partner organization",
        "partner organisation", "referred to", "referral to", "receiving agency", "receiving",
      ]
    ),
    (
      .kind, "en",
      [
        "kind", "type", "relation", "relationship", "kind of relation", "type of relation",
        "relation type", "link",
      ]
    ),
    (.mark, "en", ["answer", "mark", "known", "yes no"]),
    (.number, "en", ["weight", "strength", "number"]),
    (
      .from, "ur",
      [
        "سے", "منجانب", "از", "کس سے", "بھیجنے والا", "بھیجنے والا ادارہ", "حوالہ دینے والا",
        "حوالہ دینے والا ادارہ",
      ]
    ),
    (
      .to, "ur",
      [
        "کو", "تک", "بجانب", "کس کو", "وصول کنندہ", "وصول کنندہ ادارہ", "وصول کرنے والا",
        "وصول کرنے والا ادارہ",
      ]
    ),
    (.kind, "ur", ["نوعیت", "قسم", "نوع", "تعلق", "تعلق کی نوعیت", "تعلق کی قسم"]),
    (.mark, "ur", ["جواب"]),
    (.number, "ur", ["تعداد", "شدت", "وزن"]),
    (
      .from, "ar",
      ["من", "من جهة", "من منظمة", "المرسل", "المحيل", "الجهة المحيلة", "الجهة المرسلة", "المصدر"]
    ),
    (
      .to, "ar",
      [
        "إلى", "إلى جهة", "إلى منظمة", "المستقبل", "المستلم", "المحال إليه", "الجهة المستقبلة",
        "الجهة المحال إليها", "الهدف",
      ]
    ),
    (.kind, "ar", ["النوع", "العلاقة", "نوع العلاقة"]),
    (.mark, "ar", ["الجواب", "الإجابة"]),
    (.number, "ar", ["العدد", "القوة", "الوزن"]),
    (.from, "fa", ["از سازمان", "مبدأ", "فرستنده", "ارجاع دهنده", "سازمان ارجاع دهنده"]),
    (.to, "fa", ["به", "تا", "به سازمان", "مقصد", "گیرنده", "سازمان گیرنده"]),
    (.kind, "fa", ["نوع رابطه", "رابطه"]),
    (.mark, "fa", ["پاسخ"]),
  ]

  /// The words of each heading as they are compared.
  private static let keys: [(heading: SheetHeading, words: [String])] = allCases.map { heading in
    (
      heading,
      table.filter { $0.heading == heading }.flatMap { $0.words.map(LabelFold.key) }
    )
  }

  /// The words for this, folded; the likeliest first.
  private var words: [String] { Self.keys.first { $0.heading == self }?.words ?? [] }

  /// The column that a row heads so; nil where none is, the first where several are.
  ///
  /// What stands in parentheses is looked past: `From (agency)`.
  func column(in row: [CSVCell]) -> Int? {
    let keys = row.map { cell in
      Set([LabelFold.key(cell.text), LabelFold.key(Self.bare(cell.text))])
    }
    for word in words {
      if let column = keys.firstIndex(where: { $0.contains(word) }) { return column }
    }
    return nil
  }

  /// Whether a text holds a word for `from` and one for `to`, as the corner of a matrix does: `from \ to`.
  static func saysDirection(_ text: String) -> Bool {
    let words = text.unicodeScalars.split { !$0.properties.isAlphabetic }
      .map { LabelFold.key(String(String.UnicodeScalarView($0))) }
    func holds(_ heading: SheetHeading) -> Bool {
      let known = Set(heading.words)
      return words.contains { known.contains($0) }
    }
    return holds(.from) && holds(.to)
  }

  /// A text without what stands in parentheses.
  private static func bare(_ text: String) -> String {
    var bare = String.UnicodeScalarView()
    var depth = 0
    for scalar in text.unicodeScalars {
      if scalar == "(" {
        depth += 1
      } else if scalar == ")" {
        depth = max(0, depth - 1)
      } else if depth == 0 {
        bare.append(scalar)
      }
    }
    return String(bare)
  }
}
