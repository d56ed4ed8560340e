public import LiaisonModel

extension Organization {
  /// The name as a sentence takes it: "the Labour Inspectorate", but "Provincial Police".
  public var nameInSentence: String { Wording.definite(name) }
}

/// Words for names, lists and numbers.
enum Wording {
  /// Words at the head of a name that takes an article: "the Labour Inspectorate", but "Provincial
  /// Police" and "Police Station North".
  private static let countable: Set<String> = [
    "agency", "alliance", "association", "authority", "bank", "board", "bureau", "cell", "center",
    "centre", "checkpost", "circle", "clinic", "coalition", "college", "commission", "committee",
    "confederation", "coordinator", "council", "court", "department", "desk", "directorate",
    "federation", "forum", "foundation", "fund", "government", "group", "guard", "helpline", "home",
    "hospital", "hostel", "hotline", "inspectorate", "institute", "ministry", "mission", "network",
    "office", "organisation", "organization", "panel", "parliament", "partnership", "post",
    "programme", "project", "prosecutor", "rapporteur", "refuge", "registry", "school",
    "secretariat", "sector", "service", "shelter", "society", "station", "syndicate", "table",
    "task", "team", "tribunal", "trust", "union", "unit", "university", "wing",
  ]

  /// A name as a sentence takes it: with "the" where the word at its head is that of an institution
  /// and the name does not open with an article of its own.
  ///
  /// The head is the last word, or the last before "of", "on", "for" or "against": the Payment of Wages
  /// Authority, the Commission on the Rights of Children.
  static func definite(_ name: String) -> String {
    let words = name.split(separator: " ")
    guard let first = words.first, let last = words.last else { return name }
    if ["the", "a", "an"].contains(first.lowercased()) { return name }
    let cut = words.dropFirst().firstIndex {
      ["of", "on", "for", "against"].contains($0.lowercased())
    }
    let heads = [last, words[(cut ?? words.endIndex) - 1]].map { $0.lowercased() }
    return heads.contains { countable.contains($0) } ? "the \(name)" : name
  }

  /// A noun with "a" or "an".
  static func indefinite(_ noun: String) -> String {
    let first = noun.first.map { $0.lowercased() } ?? ""
    let sounds = ["university", "union", "un ", "one"].contains { noun.lowercased().hasPrefix($0) }
    return "aeiou".contains(first) && !sounds ? "an \(noun)" : "a \(noun)"
  }

  /// "a", "a and b", "a, b and c".
  static func list(_ items: [String], _ word: String = "and") -> String {
    guard let last = items.last else { return "" }
    guard items.count > 1 else { return last }
    return items.dropLast().joined(separator: ", ") + " \(word) " + last
  }

  /// How many findings there are of each severity, the gravest first: "one urgent, two important and three
  /// notes".
  static func severities(_ findings: [Finding]) -> String {
    list(
      Severity.allCases.reversed().compactMap { severity in
        let number = findings.count { $0.severity == severity }
        if number == 0 { return nil }
        return severity == .info
          ? count(number, severity.word) : "\(self.number(number)) \(severity.word)"
      })
  }

  /// At most some items, then "and 4 others".
  static func list(_ items: [String], atMost limit: Int, others: String = "other") -> String {
    guard items.count > limit + 1 else { return list(items) }
    return list(items.prefix(limit) + [count(items.count - limit, others)])
  }

  /// "one other", "three others": in words up to ten.
  static func count(_ number: Int, _ noun: String, plural: String? = nil) -> String {
    "\(self.number(number)) \(number == 1 ? noun : plural ?? self.plural(noun))"
  }

  /// "organizations", "people a month".
  static func plural(_ noun: String) -> String {
    let person = "person"
    return noun.hasPrefix(person) ? "people\(noun.dropFirst(person.count))" : "\(noun)s"
  }

  /// "45 organizations", "1 area": in digits.
  static func counted(_ number: Int, _ noun: String) -> String {
    "\(grouped(number)) \(number == 1 ? noun : plural(noun))"
  }

  /// A number in words up to ten.
  static func number(_ number: Int) -> String {
    let words = [
      "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    ]
    return words.indices.contains(number) ? words[number] : grouped(number)
  }

  /// Digits in groups of three: 12,400.
  static func grouped(_ number: Int) -> String { number.grouped }

  /// A code as a word: `temporarily_closed` is "temporarily closed".
  static func word(_ code: Code) -> String {
    String(code.text.map { $0 == "_" ? " " : $0 })
  }

  /// With a capital letter at its start.
  static func sentence(_ text: String) -> String {
    guard let first = text.first else { return text }
    return first.uppercased() + text.dropFirst()
  }

  /// A share as whole percent: "20 %".
  static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }

  /// " (73 %)", or nothing where fewer than 20 are counted (SEMANTICS §5).
  static func share(_ count: Int, of total: Int) -> String {
    total < 20 ? "" : " (\((count * 200 + total) / (total * 2)) %)"
  }
}
