public import LiaisonCatalog
public import LiaisonModel

/// PRT002: personal data in a text.
public struct PersonalText: DocumentRule {
  /// Creates the rule.
  public init() {}

  /// An error.
  public var severity: Severity { .error }

  /// What an entry says is judged wherever it stands.
  public var judgesEntriesAlone: Bool { true }

  /// Its page.
  public var page: CatalogPage {
    CatalogPage(
      id: "PRT002", summary: "A text holds what looks like personal data.",
      meaning: """
        A phone number, an e-mail address, the number of an identity card, a passport or an account, \
        coordinates, or the name of a person with a title before it, in a name, a remark, an id, an \
        unknown key or a comment. Such files are passed on and kept for years, and the staff of a shelter \
        can be found by them. Write the role (“duty officer”) and keep numbers in a directory that is \
        protected. What was found is never printed, here or elsewhere. The number of a site that is \
        public (`redact: none`) may stand in its `phone`.
        """,
      doNotUseWhen:
        "The forms are those of Pakistan and the commonest elsewhere: silence is no proof that there is none.",
      reference: "IOM Data Protection Manual; OCHA Data Responsibility Guidelines, 2021",
      examples: [
        .init(
          "A number in a remark",
          text: """
            liaison: 1
            organizations:
              - {id: skills, name: Skills Centre, note: "Call the course office on 0300 0000000"}
            """,
          outcome:
            "The `note` of “skills” holds what looks like a phone number. Take it out; name a role or an office instead."
        ),
        .init(
          "An address for mail in a key that is not known",
          text: """
            liaison: 1
            organizations:
              - {id: skills, name: Skills Centre, contact_email: office@example.org}
            """,
          outcome:
            "The `contact_email` of “skills” holds what looks like an e-mail address. Take it out; name a role or an office instead."
        ),
        .init(
          "A number in a comment",
          text: """
            liaison: 1
            organizations:
              - {id: skills, name: Skills Centre} # 042-35761999
            """,
          outcome:
            "The comment holds what looks like a phone number. Take it out; name a role or an office instead."
        ),
        .init(
          "A role and a short public number",
          text: """
            liaison: 1
            organizations:
              - {id: hotline, name: Helpline 1099, note: "Ask for the duty officer, dial 1099"}
            """),
      ])
  }

  /// One finding for each text and kind of data; what was found is in none of them.
  public func findings(in context: LintContext) -> [Finding] {
    var findings: [Finding] = []
    let severity = severity
    var comments = 0
    // Sources of evidence and remarks repeat: what was found clean once is not searched again.
    var clean: Set<String> = []
    TextWalk.run(context.document) { use in
      if clean.contains(use.text) { return }
      let kinds = PersonalData.kinds(in: use.text)
      if kinds.isEmpty { clean.insert(use.text) }
      for kind in kinds {
        if use.isPublicContact, kind == .phone || kind == .email { continue }
        let owner = Self.owner(of: use, context)
        var key = [use.table, use.key, use.field, kind.rawValue]
        if use.table == "comments" {
          comments += 1
          key.append(String(comments))
        }
        let field =
          use.table == "comments"
          ? "comment" : PersonalData.kinds(in: use.field).isEmpty ? "`\(use.field)`" : "key"
        findings.append(
          Finding(
            rule: "PRT002", severity: severity,
            key: key, place: use.place,
            sentence: "The \(field)\(owner) holds what looks like \(Self.phrase(kind)). "
              + "Take it out; name a role or an office instead.", tlp: .red))
      }
    }
    for (number, file) in context.document.sources.files.enumerated() {
      let name = file.path.split(separator: "/").last.map(String.init) ?? file.path
      for kind in PersonalData.kinds(in: name) where kind != .personName {
        findings.append(
          Finding(
            rule: "PRT002", severity: severity, key: ["file", String(number), kind.rawValue],
            place: Place(file: UInt16(clamping: number), spot: .whole),
            sentence: "The name of this file holds what looks like \(Self.phrase(kind)). "
              + "Give it another.", tlp: .red))
      }
    }
    return findings
  }

  private static func owner(of use: TextUse, _ context: LintContext) -> String {
    if use.table == "comments" { return "" }
    if use.key.isEmpty { return use.table == "header" ? " of the header" : "" }
    return " of \(context.quoted(use.key))"
  }

  private static func phrase(_ kind: PersonalData) -> String {
    switch kind {
    case .email: "an e-mail address"
    case .phone: "a phone number"
    case .identityCard: "the number of an identity card"
    case .passport: "the number of a passport"
    case .account: "the number of a bank account"
    case .coordinates: "coordinates"
    case .personName: "the name of a person"
    }
  }
}
