import LiaisonModel

/// The organizations of a sheet, by name: spellings that fold to one key are one.
struct SheetNames {
  private(set) var organizations: [OrganizationEntry] = []
  /// Each spelling that was taken for another, and which.
  private(set) var merged: [(name: String, into: String)] = []
  /// Those whose id says nothing of the name, as no Latin word is in it.
  private(set) var numbered: [(name: String, id: String)] = []
  /// Those whose name may be a list of names.
  private(set) var compound: [CSVCell] = []

  private var index: [String: Int] = [:]
  private var spellings: Set<[UInt8]> = []
  private var keys: [String] = []
  private var ids = NativeIDs(prefix: "org")

  /// The position of a name's organization; nil where nothing of the name counts.
  mutating func position(_ cell: CSVCell) -> Int? {
    let name = Self.cleaned(cell.text)
    let key = LabelFold.key(name)
    guard !key.isEmpty else { return nil }
    let isNew = spellings.insert(Array(name.utf8)).inserted
    if let known = index[key] {
      if isNew { merged.append((name, organizations[known].name.value ?? "")) }
      return known
    }
    index[key] = organizations.count
    keys.append(key)
    var entry = OrganizationEntry()
    let id = ids.id(for: name)
    if !NativeIDs.isWorded(name) { numbered.append((name, id)) }
    if name.utf8.contains(UInt8(ascii: ";")) { compound.append(cell) }
    entry.id = .value(id, cell.place)
    entry.name = .value(name, cell.place)
    entry.origin = Origin(cell.place)
    organizations.append(entry)
    return organizations.count - 1
  }

  func id(_ position: Int) -> String { organizations[position].id.value ?? "" }

  func name(_ position: Int) -> String { organizations[position].name.value ?? "" }

  /// The key of a cell that names an organization; nil where it holds no name, or that of a sum.
  static func key(_ cell: CSVCell) -> String? {
    let key = LabelFold.key(cell.text)
    return key.isEmpty || totals.contains(key) ? nil : key
  }

  /// Whether a name is that of a sum.
  static func isTotal(_ text: String) -> Bool { totals.contains(LabelFold.key(text)) }

  private static let totals = Set(
    [
      "total", "totals", "sum", "grandtotal", "subtotal", "count", "کل", "مجموع", "المجموع", "جمع",
      "میزان",
    ].map(LabelFold.key))

  /// White space folded to single spaces, none at the ends.
  static func cleaned(_ text: String) -> String {
    text.unicodeScalars.split(whereSeparator: \.properties.isWhitespace)
      .map { String(String.UnicodeScalarView($0)) }.joined(separator: " ")
  }

  /// Names that may be one: a few letters apart, or the one the other with a word more.
  ///
  /// - Complexity: O(names²); beyond 1,000 names nothing is asked.
  func questions() -> [SheetReport.Question] {
    guard organizations.count <= 1_000 else { return [] }
    let words = organizations.map { Set(Self.words($0.name.value ?? "")) }
    let letters = keys.map { $0.unicodeScalars.map(\.value) }
    var questions: [SheetReport.Question] = []
    for later in organizations.indices {
      var candidates: [String] = []
      for earlier in 0..<later {
        let shorter = min(letters[later].count, letters[earlier].count)
        let reach = shorter < 5 ? 0 : shorter < 12 ? 1 : 2
        let isNear =
          NearestMatch.distance(letters[later], letters[earlier], limit: reach) != nil
          && keys[later].utf8.filter({ (0x30...0x39).contains($0) })
            == keys[earlier].utf8.filter({ (0x30...0x39).contains($0) })
        let difference = words[later].symmetricDifference(words[earlier])
        let isLonger =
          difference.count == 1 && min(words[later].count, words[earlier].count) >= 2
          && difference.isSubset(of: Self.smallWords)
        let isReordered = words[later] == words[earlier] && words[later].count > 1
        if isNear || isLonger || isReordered {
          candidates.append(organizations[earlier].name.value ?? "")
        }
      }
      if !candidates.isEmpty {
        questions.append(
          SheetReport.Question(
            name: organizations[later].name.value ?? "", candidates: candidates))
      }
    }
    return questions
  }

  /// Words that names carry or not.
  private static let smallWords: Set<String> = [
    "the", "of", "and", "for", "office", "department", "dept", "ngo", "trust", "foundation",
    "society", "organization", "organisation", "provincial", "district", "pvt", "ltd",
  ]

  private static func words(_ name: String) -> [String] {
    name.unicodeScalars.split { $0.properties.isWhitespace || $0 == "-" || $0 == "," }
      .map { LabelFold.key(String(String.UnicodeScalarView($0))) }.filter { !$0.isEmpty }
  }
}
