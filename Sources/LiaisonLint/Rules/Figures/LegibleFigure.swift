public import LiaisonCatalog
public import LiaisonModel

/// FIG001: what would not be legible on a slide.
public struct LegibleFigure: DocumentRule {
  /// Creates the rule.
  public init() {}

  /// A warning.
  public var severity: Severity { .warning }

  /// Its page.
  public var page: CatalogPage {
    CatalogPage(
      id: "FIG001",
      summary: "A label, a colour or the number of nodes is not legible on a slide.",
      meaning: """
        A label over 60 characters is cut or shrinks the figure; a figure of more than 60 organizations \
        cannot name them all in 9 points on a slide; a colour of contrast under 3:1 with white is not seen by many. Give a \
        short name and keep the long one in `aliases`, draw a part, choose a darker colour. Whether a font \
        has the letters is for `draw` to check.
        """,
      reference: "WCAG 2.2, 1.4.11; ISO 9241-303",
      examples: [
        .init(
          "A long name",
          text: """
            liaison: 1
            organizations:
              - {id: pahtc, name: Office of the Provincial Coordinator for Combating Trafficking in Persons}
            """,
          outcome:
            "The name of “pahtc” has 73 characters; a figure shows 60. Give it a short name, and keep this one in `aliases`."
        ),
        .init(
          "A colour that is hardly seen",
          text: """
            liaison: 1
            vocabulary:
              sectors:
                gov.ombudsperson: {name: ombudsperson, color: "#FFE680"}
            organizations: [{id: mohtasib, name: Mohtasib, sector: gov.ombudsperson}]
            """,
          outcome:
            "The colour of “gov.ombudsperson” has a contrast of 1.2:1 with white; 3:1 is the least that is seen. Choose a darker one."
        ),
        .init(
          "A short name",
          text: """
            liaison: 1
            organizations: [{id: police, name: Provincial Police}]
            """),
      ])
  }

  /// Findings about labels, then the number of nodes, then colours.
  public func findings(in context: LintContext) -> [Finding] {
    let limit = context.configuration.labelLength
    var findings: [Finding] = []
    func check(
      _ name: Field<String>, _ names: [LocalName], _ id: Field<String>, _ table: String
    ) {
      let key = id.value ?? ""
      var labels: [(String, String, Place)] = names.map {
        ("name_\($0.tag)", $0.text, $0.origin.place)
      }
      if case .value(let text, let place) = name { labels.insert(("name", text, place), at: 0) }
      for (field, text, place) in labels {
        // A label is no longer than its bytes, which cost nothing to count.
        guard text.utf8.count > limit else { continue }
        let length = text.count
        guard length > limit else { continue }
        let what = field == "name" ? "name" : "name (\(field.dropFirst(5)))"
        findings.append(
          Finding(
            rule: "FIG001", severity: severity, key: [table, key, field], place: place,
            subjects: .elements(key.isEmpty ? [] : [key]), value: Double(length),
            threshold: Double(limit),
            sentence: "The \(what) of \(context.quoted(key)) has \(length) characters; a figure "
              + "shows \(limit). Give it a short name, and keep this one in `aliases`."))
      }
    }
    for entry in context.document.organizations {
      check(entry.name, entry.names, entry.id, "organizations")
    }
    for entry in context.document.bodies {
      check(entry.name, entry.names, entry.id, "bodies")
    }
    for entry in context.document.areas {
      check(entry.name, entry.names, entry.id, "areas")
    }
    findings += nodes(in: context)
    findings += colors(in: context)
    return findings
  }

  private func nodes(in context: LintContext) -> [Finding] {
    let count = context.document.organizations.count
    let limit = context.configuration.figureNodes
    guard count > limit else { return [] }
    return [
      Finding(
        rule: "FIG001", severity: severity, key: ["organizations", "count"],
        place: context.document.header.title.place ?? context.document.header.origin.place,
        value: Double(count), threshold: Double(limit),
        sentence: "One figure cannot name all \(count) organizations legibly, only about \(limit). "
          + "Draw them by sector, or one area or pathway at a time.",
        suggestion: "`liaison draw NETWORK --view sectors` draws them by sector.")
    ]
  }

  /// Colours that the document's own vocabulary gives.
  private func colors(in context: LintContext) -> [Finding] {
    guard let node = context.document.vocabulary else { return [] }
    var findings: [Finding] = []
    for table in node.members ?? [] {
      for term in table.node.members ?? [] {
        for member in term.node.members ?? [] where member.key == "color" {
          guard let text = member.node.scalar, let color = Contrast.luminance(hex: text) else {
            continue
          }
          let ratio = Contrast.ratio(color, 1)
          guard ratio < context.configuration.contrast else { continue }
          let tenths = Int((ratio * 10).rounded(.down))
          findings.append(
            Finding(
              rule: "FIG001", severity: severity, key: [table.key, term.key, "color"],
              place: member.node.place, value: ratio, threshold: context.configuration.contrast,
              sentence: "The colour of \(context.quoted(term.key)) has a contrast of "
                + "\(tenths / 10).\(tenths % 10):1 with white; 3:1 is the least that is seen. "
                + "Choose a darker one."))
        }
      }
    }
    return findings
  }
}

/// Contrast of colours.
///
/// Reference: Web Content Accessibility Guidelines 2.2, relative luminance and contrast ratio, 2023.
enum Contrast {
  /// The relative luminance of `#rrggbb`, 0 for black, 1 for white; nil where it is no such colour.
  static func luminance(hex text: String) -> Double? {
    let digits = Array(text.utf8)
    guard digits.count == 7, digits[0] == UInt8(ascii: "#"),
      let value = UInt32(text.dropFirst(), radix: 16)
    else { return nil }
    func channel(_ shift: UInt32) -> Double {
      let part = Double((value >> shift) & 0xFF) / 255
      return part <= 0.04045 ? part / 12.92 : power((part + 0.055) / 1.055)
    }
    return 0.2126 * channel(16) + 0.7152 * channel(8) + 0.0722 * channel(0)
  }

  /// The contrast ratio of two luminances, 1 to 21.
  static func ratio(_ a: Double, _ b: Double) -> Double {
    (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  /// x to the power 2.4, for x in 0...1, as x² · (x²)^(1/5), the fifth root by Newton's method.
  private static func power(_ x: Double) -> Double {
    let square = x * x
    if square == 0 { return 0 }
    var root = 1.0
    for _ in 0..<60 {
      let fourth = root * root * root * root
      root = (4 * root + square / fourth) / 5
    }
    return square * root
  }
}
